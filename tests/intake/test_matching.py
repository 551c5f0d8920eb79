"""Whom the registry takes the participants of a text for, as of the day of the act."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.intake.matching import match_all
from comunicados.intake.parsed import ParsedParticipant
from tests import factories as make

pytestmark = pytest.mark.django_db

DAY = dt.date(2023, 12, 28)


def named(name="Alicia Bárcena Ibarra", title=None, side=None, body=None):
    return ParsedParticipant(name, title, body, side, "head")


def matched(*words, **more):
    return match_all([named(*words, **more)], DAY)[0]


def said(match):
    return [str(doubt) for doubt in match.doubts]


@pytest.fixture
def alicia(db):
    holder = make.person()
    holder.spellings = "A. Bárcena\nAlicia Bárcena de García"
    holder.save()
    return make.appointment(holder, starts_on=dt.date(2023, 7, 3))


@pytest.mark.parametrize(
    "name", ["Alicia Bárcena Ibarra", "ALICIA BARCENA IBARRA", "Alicia Ba\u0301rcena Ibarra", "a. barcena"]
)
def test_name_and_spelling_are_taken_without_a_doubt(alicia, name):
    match = matched(name)

    assert (match.person, match.appointment, said(match)) == (alicia.person, alicia, [])


@pytest.mark.parametrize("name", ["Alicia Barcena", "Alicia Bárcena Ybarra", "Alicia Bárcena Ibarra Martínez"])
def test_likeness_is_taken_with_a_doubt(alicia, name):
    match = matched(name)

    assert match.person == alicia.person
    assert said(match) == [f"{name} is taken for Alicia Bárcena Ibarra of the registry."]


@pytest.mark.parametrize("name", ["Alicia", "Rosa Bárcena Ibarra Soto", "", "%", "Ñ"])
def test_less_than_likeness_is_nobody(alicia, name):
    match = matched(name)

    assert (match.person, said(match)) == (None, [f"{name} is not in the registry."])


def test_of_two_who_bear_a_name_the_post_decides(alicia):
    make.person()
    match = matched(title="secretaria de Relaciones Exteriores")

    assert (match.person, len(match.people), said(match)) == (alicia.person, 2, [])


def test_of_two_who_bear_a_name_nobody_is_taken_otherwise(alicia):
    make.person()
    match = matched(title="embajadora")

    assert (match.person, said(match)) == (None, ["The registry has several people called Alicia Bárcena Ibarra."])


def test_who_was_merged_into_another_is_not_offered(alicia):
    double = make.person()
    double.merged_into = alicia.person
    double.save()

    assert matched().people == [alicia.person]


@pytest.mark.parametrize(
    "title",
    [
        "secretaria de Relaciones Exteriores",
        "Secretario de Relaciones Exteriores de México",
        "secretaria de Relaciones",
        "secretaria",
    ],
)
def test_post_fits_in_whatever_gender_and_length(alicia, title):
    assert matched(title=title).appointment == alicia


@pytest.mark.parametrize("title", ["subsecretaria de Relaciones Exteriores", "canciller"])
def test_post_that_the_registry_knows_otherwise_is_a_doubt(alicia, title):
    match = matched(title=title)

    assert (match.appointment, said(match)) == (
        None,
        [
            f"Alicia Bárcena Ibarra: the text says “{title}”, the registry “secretaria de Relaciones Exteriores”"
            " on that day."
        ],
    )


def test_post_counts_as_of_the_day(alicia):
    before = match_all([named(title="secretaria de Relaciones Exteriores")], dt.date(2023, 7, 2))[0]

    assert (before.appointment, said(before)) == (
        None,
        [
            "Alicia Bárcena Ibarra: the text says “secretaria de Relaciones Exteriores”,"
            " the registry knows no post on that day."
        ],
    )


def test_delegation_and_body_are_found_by_name(alicia):
    chile = make.state("CL", "Chile", "Chile")
    ministry = make.body("Ministerio de Cultura", chile)
    make.body("Ministerio de Cultura")
    match = matched("Rosa Ñáñez", side="CHILE", body="ministerio de cultura")

    assert (match.delegation, match.organization) == (chile, ministry)


def test_nothing_named_is_no_organization(alicia):
    match = matched("Rosa Ñáñez", "embajadora")

    assert (match.delegation, match.organization) == (None, None)


@pytest.mark.parametrize("count", [1, 10])
def test_as_many_questions_for_ten_as_for_one(alicia, count):
    chile = make.state("CL", "Chile", "Chile")
    people = []
    for number in range(count):
        post = make.position(organization=make.body(f"Ministerio {number}", chile))
        people.append(make.appointment(make.person(f"Persona Número {'abcdefghij'[number]}x"), post))
    asked = [named(post.person.name_es, side="Chile", body=f"Ministerio {at}") for at, post in enumerate(people)]
    with CaptureQueriesContext(connection) as queries:
        found = match_all(asked, DAY)

    assert [match.appointment for match in found] == people
    assert len(queries) == 5
