"""The registry: names, periods, titles, the tree."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from personas.models import Appointment, Organization, Person, PositionTitle
from tests import factories as make

pytestmark = pytest.mark.django_db

DAY = dt.date(2024, 1, 15)


def test_title_takes_the_gender_of_its_holder():
    post = make.position()
    alicia = make.appointment(make.person(gender="feminine"), post)
    marcelo = make.appointment(make.person("Marcelo Ebrard Casaubón", gender="masculine"), post)

    assert alicia.title_on(DAY, "es") == "secretaria de Relaciones Exteriores"
    assert marcelo.title_on(DAY, "es") == "secretario de Relaciones Exteriores"
    assert marcelo.title_on(DAY, "en") == "Secretary of Foreign Affairs"


def test_title_without_a_gender_is_the_masculine_one():
    assert make.position().title_on(DAY, "es") == "secretario de Relaciones Exteriores"


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (dt.date(2018, 11, 30), "secretario de Relaciones Exteriores"),
        (dt.date(2018, 12, 1), "ministro de Asuntos Exteriores"),
        (dt.date(2024, 1, 15), "ministro de Asuntos Exteriores"),
    ],
)
def test_renamed_post_has_the_title_of_the_day(day, title):
    post = make.position()
    post.titles.create(starts_on=dt.date(2018, 12, 1), masculine_es="ministro de Asuntos Exteriores")

    assert post.title_on(day, "es", "masculine") == title


def test_own_title_of_a_holder_comes_first():
    post = make.appointment(title_es="encargada de despacho", title_en="Acting Secretary")

    assert post.title_on(DAY, "es") == "encargada de despacho"


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "holds"),
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, False),  # the end is the first day no longer in the post
        (None, DAY + dt.timedelta(days=1), True),
        (DAY + dt.timedelta(days=1), None, False),
    ],
)
def test_appointment_holds_on_a_day_of_its_half_open_period(starts_on, ends_on, holds):
    appointment = make.appointment(starts_on=starts_on, ends_on=ends_on)

    assert (Appointment.objects.on(DAY).exists(), appointment.holds_on(DAY)) == (holds, holds)


def test_appointment_that_ends_before_it_starts_is_refused():
    with pytest.raises(IntegrityError, match="appointment_ends_after_it_starts"):
        make.appointment(starts_on=DAY, ends_on=DAY)


def test_overlap_is_told_and_not_forbidden():
    post = make.position()
    first = make.appointment(post=post, starts_on=dt.date(2023, 1, 1))
    second = make.appointment(make.person("Marcelo Ebrard"), post, starts_on=DAY)

    assert list(second.overlapping()) == [first]


def test_adjacent_appointments_do_not_overlap():
    post = make.position()
    make.appointment(post=post, ends_on=DAY)
    second = make.appointment(make.person("Marcelo Ebrard"), post, starts_on=DAY)

    assert not second.overlapping().exists()


@pytest.mark.parametrize(
    "typed", ["Bárcena", "barcena", "BARCENA IBARRA", "alicia barcena", "Barcina", "ibarra alicia", "barcen"]
)
def test_search_forgives_accents_case_order_and_a_typo(typed):
    make.person()
    make.person("Luisa María Alcalde Luján")

    assert [found.name_es for found in Person.objects.search(typed)] == ["Alicia Bárcena Ibarra"]


def test_search_finds_other_spellings():
    person = make.person("Xóchitl Gálvez")
    Person.objects.filter(pk=person.pk).update(spellings="Xochitl Galvez Ruiz\nBertha Gálvez")

    assert list(Person.objects.search("bertha")) == [person]


@pytest.mark.parametrize("typed", ["", "   ", "\x00", "%", "xyzzy"])
def test_search_for_nothing_finds_nobody(typed):
    make.person()

    assert not Person.objects.search(typed).exists()


def test_alphabet_puts_ñ_after_n_and_folds_accents():
    names = ["Ñáñez, Rosa", "Nuño, Ana", "Álvarez, José", "Ibarra, Zoe", "Ibarra Paz, Ana", "Oaxaca, Eva", "Nz, A"]
    for name in names:
        Person.objects.create(name_es=name, sort_name=name)

    assert list(Person.objects.order_by("sort_key").values_list("sort_name", flat=True)) == [
        "Álvarez, José",
        "Ibarra, Zoe",
        "Ibarra Paz, Ana",
        "Nuño, Ana",
        "Nz, A",
        "Ñáñez, Rosa",
        "Oaxaca, Eva",
    ]


def test_slug_of_a_second_namesake_bears_a_number():
    assert [make.person().slug, make.person().slug] == ["alicia-barcena-ibarra", "alicia-barcena-ibarra-2"]


def test_slug_is_permanent():
    person = make.person()
    person.slug = "otra"

    with pytest.raises(IntegrityError, match="for ever"), transaction.atomic():
        person.save()


def test_slug_stays_when_the_name_changes():
    person = make.person()
    person.name_es = "Alicia Bárcena"
    person.save()

    assert Person.objects.get().slug == "alicia-barcena-ibarra"


def test_root_of_a_body_is_its_state():
    office = make.body("Dirección de América del Norte", parent=make.body())

    assert office.root() == make.state()


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"kind": "body", "parent": None}, "organization_roots_are_states_and_international"),
        ({"kind": "international", "iso_code": "UN"}, "organization_iso_code_of_a_state"),
        ({"kind": "state", "iso_code": "mx"}, "organization_iso_code_of_a_state"),
        ({"kind": "state", "iso_code": "MX"}, "organization_iso_code_once"),
        ({"kind": "state", "name_es": ""}, "organization_has_a_name"),
    ],
)
def test_organization_outside_the_tree_is_refused(fields, constraint):
    make.state()

    with pytest.raises(IntegrityError, match=constraint):
        Organization.objects.create(**{"name_es": "Otra"} | fields)


def test_organization_is_no_part_of_itself():
    outer = make.body()
    outer.parent = make.body("Oficina", parent=outer)

    with pytest.raises(IntegrityError, match="part of itself"):
        outer.save()


def test_two_titles_cannot_begin_on_one_day():
    post = make.position()

    with pytest.raises(IntegrityError, match="position_title_once_a_day"):
        PositionTitle.objects.create(position=post, title_en="Other")


def test_states_are_loaded_once_with_both_names():
    from personas import states

    assert states.load() == 195 + 28
    assert states.load() == 0
    assert Organization.objects.get(iso_code="DE").name_es == "Alemania"
    assert Organization.objects.get(iso_code="DE").slug_en == "germany"


def test_states_that_the_ministry_renamed_stay_as_they_are():
    from personas import states

    Organization.objects.create(kind="state", iso_code="TR", name_es="Türkiye", name_en="Türkiye")
    states.load()

    assert Organization.objects.get(iso_code="TR").name_es == "Türkiye"
