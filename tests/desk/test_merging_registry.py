"""Merging at the desk: the page that shows what would be done, the button, and who has it."""

import pytest

from comunicados.models import Participation, Revision
from personas.models import Person
from tests import factories as make
from tests.desk.screen import open_form, url

pytestmark = pytest.mark.django_db

ROLES = ("reader", "translator", "writer", "editor", "publisher", "registrar", "administrator")
KEEPERS = ("registrar", "administrator")


@pytest.fixture
def gabriel(user):
    return user("gabriel", "registrar")


@pytest.fixture
def two(clock):
    double = make.person("Alicia Bárcena")
    make.appointment(double, make.position("embajadora", en="Ambassador"))
    return double, make.person()


def page_of(row, into=None):
    return f"/admin/personas/{row._meta.model_name}/{row.pk}/merge/" + (f"?into={into.pk}" if into else "")


def test_page_offers_those_of_a_like_name(desk, gabriel, two):
    make.person("Antony Blinken")

    assert desk(gabriel).get(page_of(two[0])).context["offered"] == [two[1]]
    assert desk(gabriel).get(page_of(two[1])).context["offered"] == [two[0]]
    found = desk(gabriel).get(page_of(two[0]) + "?q=blinken").context["offered"]
    assert [row.name_es for row in found] == ["Antony Blinken"]


def test_dry_run_writes_nothing_and_the_button_does_what_it_showed(desk, gabriel, two):
    double, alicia = two
    client = desk(gabriel)
    shown = client.get(page_of(double, alicia)).context["merger"]
    assert Person.objects.current().count() == 2

    response = client.post(page_of(double, alicia), {"seen": shown.digest}, follow=True)

    assert response.redirect_chain == [(f"/admin/personas/person/{alicia.pk}/change/", 302)]
    assert [row.person for move in shown.moves for row in move.rows] == [double]
    assert list(alicia.appointments.values_list("position__name_en", flat=True)) == ["Ambassador"]


@pytest.mark.parametrize("seen", [None, "", "x"])
def test_what_was_not_shown_is_not_done(desk, gabriel, two, seen):
    response = desk(gabriel).post(page_of(*two), {} if seen is None else {"seen": seen})

    assert (response.status_code, Person.objects.current().count()) == (409, 2)
    assert "Look again" in response.content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_registrar_and_administrator_merge_and_nobody_else(desk, user, two, role):
    client = desk(user(role, role))
    seen = {"seen": desk(user("gabriel", "registrar")).get(page_of(*two)).context["merger"].digest}
    statuses = [client.get(page_of(*two)).status_code, client.post(page_of(*two), seen).status_code]

    assert statuses == ([200, 302] if role in KEEPERS else [403, 403])


@pytest.mark.parametrize("into", ["0", "x", "9" * 30, "-1", "²"])
def test_merging_into_nobody_is_not_found(desk, gabriel, two, into):
    assert desk(gabriel).get(page_of(two[0]) + f"?into={into}").status_code == 404


def test_merging_into_itself_is_refused_with_a_sentence(desk, gabriel, two):
    response = desk(gabriel).get(page_of(two[0], two[0]))

    assert (response.status_code, str(response.context["refusal"])) == (
        409,
        "A row of the registry is not merged into itself.",
    )


def test_merged_row_is_read_and_no_longer_offered(desk, gabriel, two):
    double, alicia = two
    double.merge_into(alicia, by=gabriel)
    client = desk(gabriel)
    page = client.get(f"/admin/personas/person/{double.pk}/change/")
    listed = client.get("/admin/personas/person/").context["cl"].result_list

    assert "Merged into" in page.content.decode()
    assert "_save" not in page.content.decode()
    assert list(listed) == [alicia]
    sent = {"person": double.pk, "position": make.position().pk}
    refused = client.post("/admin/personas/appointment/add/", sent)
    assert "person" in refused.context["adminform"].form.errors


# What the working copies keep


@pytest.fixture
def draft_of_the_double(clock, ana, bruno, two):
    draft = make.communique(ana, participants=[two[0].appointments.get()])
    make.approved(draft, writer=ana, editor=bruno)
    return draft


def test_participant_points_on_and_the_approval_stands(draft_of_the_double, two, gabriel, ana):
    draft, (double, alicia) = draft_of_the_double, two
    before = draft.document()
    double.merge_into(alicia, by=gabriel)
    row = Participation.objects.get()

    assert (row.person, row.person_as_written, row.appointment.person) == (alicia, double, alicia)
    assert type(draft).objects.get().document() == before
    assert Revision.record(draft, by=ana) == draft.revisions.get()
    assert draft.version("es").state.working == "approved"


def test_saving_the_screen_after_a_merger_changes_no_participant(desk, draft_of_the_double, two, gabriel, ana):
    draft, client = draft_of_the_double, desk(ana)
    before_the_merger = open_form(client, draft)
    two[0].merge_into(two[1], by=gabriel)
    for form in (before_the_merger, open_form(client, draft)):
        client.post(url(draft), form)
        assert draft.revisions.count() == 1

    form = open_form(client, draft) | {"participations-0-courtesy_es": "Excma. Sra."}
    client.post(url(draft), form)
    assert draft.revisions.first().changed == ["participants"]
    assert draft.revisions.first().document["participants"][0]["person"] == two[0].pk


def test_restoring_a_revision_of_before_links_the_survivor(draft_of_the_double, two, gabriel, ana, bruno):
    draft = draft_of_the_double
    first = draft.revisions.get()
    make.edit(draft, ana, headline_es="Otro titular")
    two[0].merge_into(two[1], by=gabriel)
    restored = first.restore(by=bruno)

    assert restored.document == first.document
    assert Participation.objects.get().person == two[1]


def test_participant_without_a_post_points_on_too(clock, ana, two, gabriel):
    draft = make.communique(ana)
    Participation.objects.create(communique=draft, person=two[0], name_es="Alicia Bárcena")
    done = two[0].merge_into(two[1], by=gabriel)

    assert Participation.objects.get().person == two[1]
    assert {move.model for move in done.moves} > {Participation}
