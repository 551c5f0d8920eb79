"""From a parsed text to a draft: matching with the registry, words, doubts."""

import datetime as dt

import pytest

from comunicados.enums import Role, Rule
from comunicados.intake.draft import make_draft
from comunicados.intake.parsed import ParsedCommunique, ParsedParticipant
from comunicados.intake.parser.forms import APPOINTMENTS
from comunicados.models import Communique, Kind
from personas.models import Person
from tests import factories as make
from tests.intake.said import said

pytestmark = pytest.mark.django_db


def participant(name="Alicia Bárcena Ibarra", title="secretaria de Relaciones Exteriores", **fields):
    return ParsedParticipant(
        **{"name": name, "title": title, "body": None, "side": "México", "relation": "head"} | fields
    )


def text(*participants: ParsedParticipant, **fields) -> ParsedCommunique:
    defaults = {
        "language": "es",
        "kind": "Comunicado",
        "number": None,
        "date": "2023-12-28",
        "place": "Ciudad de México",
        "title": "México y Estados Unidos se reúnen",
        "subheadline": None,
        "embargo": None,
        "body": ("Primer párrafo.", "Segundo párrafo."),
        "participants": participants,
        "doubts": (),
    }
    return ParsedCommunique(**defaults | fields)


@pytest.fixture
def registered(clock):
    make.kind()
    return make.appointment(starts_on=dt.date(2023, 7, 3))


def test_draft_holds_what_the_text_says(registered, ana):
    draft = make_draft(text(participant()), by=ana)
    made = draft.communique

    assert (made.date, made.place_es, made.headline_es) == (
        dt.date(2023, 12, 28),
        "Ciudad de México",
        "México y Estados Unidos se reúnen",
    )
    assert made.body_es == "<p>Primer párrafo.</p><p>Segundo párrafo.</p>"
    assert said(draft) == ()


def test_draft_is_an_imported_revision_of_its_author(registered, ana):
    made = make_draft(text(participant()), by=ana).communique

    assert (made.revisions.get().source, made.revisions.get().made_by) == ("imported", ana)


def test_known_person_is_linked_with_the_post_of_the_day(registered, ana):
    row = make_draft(text(participant()), by=ana).communique.participations.get()

    assert (row.person, row.appointment, row.delegation) == (registered.person, registered, make.state())
    assert row.title_en == "Secretary of Foreign Affairs"


@pytest.mark.parametrize("written", ["ALICIA BARCENA IBARRA", "Alicia Barcena Ibarra"])
def test_person_is_known_whatever_the_accents_and_capitals(registered, ana, written):
    row = make_draft(text(participant(written)), by=ana).communique.participations.get()

    assert (row.person, row.name_es) == (registered.person, written)


def test_person_with_a_surname_missing_is_taken_with_a_doubt(registered, ana):
    draft = make_draft(text(participant("Alicia Bárcena")), by=ana)

    assert draft.communique.participations.get().person == registered.person
    assert said(draft) == ("Alicia Bárcena is taken for Alicia Bárcena Ibarra of the registry.",)


def test_post_that_the_registry_knows_otherwise_is_a_doubt(registered, ana):
    draft = make_draft(text(participant(title="embajadora")), by=ana)
    row = draft.communique.participations.get()

    assert (row.appointment, row.title_es) == (None, "embajadora")
    assert said(draft) == (
        "Alicia Bárcena Ibarra: the text says “embajadora”, the registry “secretaria de Relaciones Exteriores”"
        " on that day.",
    )
    assert draft.doubts[0].about == "participants.0"


def test_unknown_person_keeps_the_words_and_is_a_doubt(registered, ana):
    draft = make_draft(text(participant("Rosa Ñáñez Ortiz", "embajadora")), by=ana)
    row = draft.communique.participations.get()

    assert (row.person, row.name_es, row.title_es) == (None, "Rosa Ñáñez Ortiz", "embajadora")
    assert said(draft) == ("Rosa Ñáñez Ortiz is not in the registry.",)


def test_unknown_person_is_entered_when_asked(registered, ana):
    make_draft(text(participant("Rosa Ñáñez Ortiz")), by=ana, add_people=True)

    assert Person.objects.get(name_es="Rosa Ñáñez Ortiz").sort_name == "Ñáñez Ortiz, Rosa"


def test_text_without_a_dateline_is_dated_today(registered, ana, clock):
    made = make_draft(text(date=None), by=ana).communique

    assert made.date == dt.date(2024, 1, 15)


def test_failed_import_leaves_nothing(clock, ana):
    with pytest.raises(LookupError, match="load_basics"):
        make_draft(text(), by=ana)

    assert not Communique.objects.exists()


def test_text_in_two_languages_fills_both(registered, ana):
    other = text(
        participant("Alicia Bárcena Ibarra", "Secretary of Foreign Affairs"),
        language="en",
        title="Mexico and the United States meet",
        body=("First paragraph.",),
    )
    made = make_draft(text(participant(title="canciller"), translation=other), by=ana).communique
    row = made.participations.get()

    assert (made.headline_en, made.body_en) == ("Mexico and the United States meet", "<p>First paragraph.</p>")
    assert (row.title_es, row.title_en) == ("canciller", "Secretary of Foreign Affairs")


def test_list_of_appointments_takes_the_kind_for_them_and_appoints_whom_it_names(registered, ana):
    Kind.objects.create(slug="nombramiento", name_es="Nombramiento", name_en="Appointment", rule=Rule.APPOINTMENT)
    named = participant("Ana Ruiz", "cónsul general en Toronto", relation="mentioned")
    made = make_draft(text(participant(), named, kind=None, form=APPOINTMENTS), by=ana)

    assert made.communique.kind.rule == Rule.APPOINTMENT
    assert [row.role for row in made.communique.participations.all()] == [Role.HEAD, Role.APPOINTED]
    assert not any("kind" in doubt for doubt in said(made))


def test_kind_that_a_list_of_appointments_names_is_kept(registered, ana):
    Kind.objects.create(slug="nombramiento", name_es="Nombramiento", name_en="Appointment", rule=Rule.APPOINTMENT)

    assert make_draft(text(participant(), form=APPOINTMENTS), by=ana).communique.kind.name_es == "Comunicado"


def test_act_of_the_day_before_has_its_own_day(registered, ana):
    made = make_draft(text(participant(), held_on="2023-12-27"), by=ana).communique

    assert (made.date, made.held_on) == (dt.date(2023, 12, 28), dt.date(2023, 12, 27))
