"""The registry at the desk: found, filled, warned of, and no bad input that ends in an error."""

import pytest
from django.contrib.auth.models import User

from personas.models import Appointment, Organization, Person
from personas.sorting import guess_sort_name
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def gabriel(user) -> User:
    return user("gabriel", "registrar")


def rows(prefix, *given):
    management = {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": 0}
    return management | {f"{prefix}-{i}-{name}": value for i, row in enumerate(given) for name, value in row.items()}


def messages(response):
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize(
    ("name", "sort_name"),
    [
        ("Alicia Bárcena Ibarra", "Bárcena Ibarra, Alicia"),
        ("Antony Blinken", "Blinken, Antony"),
        ("Rosa Icela Rodríguez Velázquez", "Rodríguez Velázquez, Rosa Icela"),
        ("Pelé", "Pelé"),
        ("", ""),
    ],
)
def test_guess_of_the_sort_name(name, sort_name):
    assert guess_sort_name(name) == sort_name


def test_new_person_is_sorted_by_a_guess_that_is_shown(desk, gabriel):
    sent = {"name_es": "Alicia Bárcena Ibarra"} | rows("appointments")
    response = desk(gabriel).post("/admin/personas/person/add/", sent | {"_continue": "1"}, follow=True)

    assert Person.objects.get().sort_name == "Bárcena Ibarra, Alicia"
    assert messages(response)[0].startswith("Sorted as “Bárcena Ibarra, Alicia”, a guess")


def test_person_without_a_name_is_refused(desk, gabriel):
    response = desk(gabriel).post("/admin/personas/person/add/", rows("appointments"))

    assert response.status_code == 200
    assert response.context["errors"]


@pytest.mark.parametrize("text", ["barcena", "Bárcena Alicia", "Barsena"])
def test_autocomplete_forgives_accents_and_a_typo(desk, ana, text):
    person = make.person()
    make.person("Antony Blinken")
    asked = {"term": text, "app_label": "comunicados", "model_name": "participation", "field_name": "person"}
    found = desk(ana).get("/admin/autocomplete/", asked).json()["results"]

    assert [row["id"] for row in found] == [str(person.pk)]


@pytest.mark.parametrize("text", ["bárcena", "secretario relaciones", "alicia secretario"])
def test_appointment_is_found_by_person_or_post(desk, ana, text):
    post = make.appointment()
    asked = {"term": text, "app_label": "comunicados", "model_name": "participation", "field_name": "appointment"}
    found = desk(ana).get("/admin/autocomplete/", asked).json()["results"]

    assert [row["id"] for row in found] == [str(post.pk)]


@pytest.mark.parametrize("field", ["person", "appointment", "delegation"])
def test_autocomplete_without_a_word_lists(desk, ana, field):
    make.appointment()
    asked = {"term": "", "app_label": "comunicados", "model_name": "participation", "field_name": field}

    assert len(desk(ana).get("/admin/autocomplete/", asked).json()["results"]) == 1


def test_overlap_is_said_and_not_refused(desk, gabriel):
    held = make.appointment(starts_on="2023-07-01")
    sent = {"person": make.person("Juan Ramón de la Fuente").pk, "position": held.position.pk}
    response = desk(gabriel).post("/admin/personas/appointment/add/", sent | {"starts_on": "2024-10-01"}, follow=True)

    assert Appointment.objects.count() == 2
    assert any(message.startswith("Alicia Bárcena Ibarra held") for message in messages(response))


def test_organization_is_no_part_of_itself(desk, gabriel):
    body = make.body()
    below = make.body("Subsecretaría", parent=body)
    sent = {"kind": "body", "parent": below.pk, "name_es": "Secretaría"}
    response = desk(gabriel).post(f"/admin/personas/organization/{body.pk}/change/", sent)

    assert "parent" in response.context["adminform"].form.errors


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "body"},
        {"kind": "state", "iso_code": "mx"},
        {"kind": "state", "iso_code": "MX"},
        {"kind": "planet"},
        {"kind": "state", "name_es": ""},
        {"kind": "state", "shown_from_0": "9999-12-31", "shown_from_1": "23:59"},
    ],
)
def test_wrong_organization_is_refused_with_a_sentence(desk, gabriel, wrong):
    make.state()
    response = desk(gabriel).post("/admin/personas/organization/add/", {"name_es": "Atlántida"} | wrong)

    assert response.context["errors"]
    assert Organization.objects.count() == 1


def test_two_titles_of_one_day_are_refused(desk, gabriel):
    sent = {"organization": make.body().pk, "name_es": "Secretario", "rank": 10}
    titles = rows("titles", {"masculine_es": "secretario"}, {"masculine_es": "canciller"})
    response = desk(gabriel).post("/admin/personas/position/add/", sent | titles)

    assert response.context["errors"] == ["Two titles of one post cannot begin on the same day."]


def test_title_of_a_day_that_somebody_else_gave_meanwhile_is_refused(desk, gabriel):
    post = make.position()
    sent = {"organization": post.organization.pk, "name_es": "Secretario", "rank": 10}
    response = desk(gabriel).post(
        f"/admin/personas/position/{post.pk}/change/", sent | rows("titles", {"masculine_es": "canciller"})
    )

    assert response.context["errors"] == ["Two titles of one post cannot begin on the same day."]


def test_appointment_keeps_its_holder(desk, gabriel, ana, clock):
    post = make.appointment()
    make.communique(ana, participants=[post])
    sent = {"person": make.person("Otra Persona").pk, "position": post.position.pk}
    desk(gabriel).post(f"/admin/personas/appointment/{post.pk}/change/", sent)

    assert Appointment.objects.get().person == post.person


def test_person_whom_a_text_names_is_not_deleted(desk, gabriel, ana, clock):
    post = make.appointment()
    make.communique(ana, participants=[post])
    desk(gabriel).post(f"/admin/personas/person/{post.person.pk}/delete/", {"post": "yes"})

    assert Person.objects.count() == 1


def test_rows_are_not_deleted_by_the_dozen(desk, gabriel):
    person = make.person()
    sent = {"action": "delete_selected", "_selected_action": [person.pk, "x"], "post": "yes"}
    desk(gabriel).post("/admin/personas/person/", sent)

    assert Person.objects.count() == 1


@pytest.mark.parametrize("model", ["person", "position", "organization", "appointment"])
def test_lists_are_found_and_ordered(desk, gabriel, model):
    make.appointment()
    client = desk(gabriel)

    answers = [
        client.get(f"/admin/personas/{model}/{query}").status_code for query in ("", "?q=secretaria", "?q=%25")
    ]
    assert answers == [200, 200, 200]


@pytest.mark.parametrize("model", ["person", "position", "organization", "appointment"])
def test_writers_read_the_registry_and_change_nothing(desk, ana, model):
    make.appointment()
    client = desk(ana)

    assert client.get(f"/admin/personas/{model}/").status_code == 200
    assert client.get(f"/admin/personas/{model}/add/").status_code == 403
