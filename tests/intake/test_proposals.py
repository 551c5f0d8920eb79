"""What is proposed to the registry, and what is entered when it is accepted."""

import pytest

from comunicados.intake.matching import match_all
from comunicados.intake.parsed import ParsedParticipant
from comunicados.intake.proposals import before_title, new_person, new_post
from personas.clock import ministry_today
from personas.models import Organization, Person, Position
from tests import factories as make

pytestmark = pytest.mark.django_db


def rosa(title="directora general de Prensa", body=None, side="México", **more):
    return ParsedParticipant("Rosa Quintanilla Soto", title, body, side, "member", **more)


def proposed(participant, language="es"):
    return new_post(participant, language, match_all([participant], ministry_today())[0])


def test_person_is_proposed_with_what_the_text_says():
    found = new_person(rosa(), "es")

    assert (found.name, found.sort_name, found.gender) == (
        "Rosa Quintanilla Soto",
        "Quintanilla Soto, Rosa",
        "feminine",
    )


@pytest.mark.parametrize(("title", "language"), [("director of Press", "en"), (None, "es"), ("canciller", "es")])
def test_person_is_proposed_without_a_gender_that_nothing_says(title, language):
    assert new_person(rosa(title), language).gender == ""


def test_article_before_the_title_says_the_gender():
    participant = rosa("canciller", paragraph=1)

    assert new_person(participant, "es", before_title(participant, ("Uno.", "Habló la canciller Rosa."))).gender == (
        "feminine"
    )


def test_post_is_proposed_in_both_genders_at_the_body_of_the_text():
    make.state()
    post = proposed(rosa(body="Dirección de Prensa"))

    assert (post.masculine_es, post.feminine_es, post.body_name) == (
        "director general de Prensa",
        "directora general de Prensa",
        "Dirección de Prensa",
    )


def test_english_post_is_proposed_in_english():
    make.state()
    post = proposed(rosa("Director of Press", side="Mexico"), "en")

    assert (post.title_en, post.masculine_es, post.body_name) == ("Director of Press", "", "México")


@pytest.mark.parametrize("participant", [rosa(title=None), rosa(side=None), rosa(side="Atlantis")])
def test_no_post_is_proposed_of_nobody_or_nowhere(participant):
    make.state()

    assert proposed(participant) is None


def test_accepted_post_enters_its_body_its_titles_and_its_holder():
    make.state()
    person = new_person(rosa(), "es").enter()
    appointment = proposed(rosa(body="Dirección de Prensa")).enter(person, "es")

    assert appointment.title_on(ministry_today(), "es") == "directora general de Prensa"
    assert str(appointment.position.organization) == "Dirección de Prensa"
    assert appointment.position.organization.root() == make.state()


def test_second_holder_takes_the_post_that_is_there():
    make.state()
    for name in ("Rosa Quintanilla Soto", "Luis Soto Paz"):
        proposed(rosa(body="Dirección de Prensa")).enter(make.person(name), "es")

    assert (Position.objects.count(), Organization.objects.filter(kind="body").count()) == (1, 1)
    assert Person.objects.filter(appointments__position=Position.objects.get()).count() == 2
