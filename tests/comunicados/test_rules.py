"""The rule of a kind: what its texts must have, and what they take with them when they are published."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from comunicados import kinds
from comunicados.document import digest
from comunicados.enums import Rule
from comunicados.models import Kind, Publication
from comunicados.requirements import missing
from comunicados.rules import CONDUCT
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(ana, bruno, carmen):
    return {"writer": ana, "editor": bruno, "publisher": carmen}


@pytest.fixture(autouse=True)
def usual_kinds(clock):
    kinds.load()


def of(rule: Rule) -> Kind:
    return Kind.objects.get(rule=rule)


def lacks(communique, field: str) -> list[tuple[str, bool]]:
    with translation.override("en"):
        found = missing(communique.document(), "es")
        return [(str(lack.sentence), lack.blocks) for lack in found if lack.field == field]


def test_every_rule_has_its_conduct_and_a_kind_to_begin_with():
    assert set(CONDUCT) == set(Rule)
    assert set(Kind.objects.values_list("rule", flat=True)) == set(Rule)


def test_kinds_that_are_there_keep_their_rule():
    of(Rule.SPEECH)
    Kind.objects.filter(slug="speech").update(rule="")
    kinds.load()

    assert Kind.objects.get(slug="speech").rule == ""


def test_rule_is_part_of_the_text_only_where_there_is_one(ana):
    plain, speech = make.communique(ana), make.communique(ana, kind=of(Rule.SPEECH))

    assert "rule" not in plain.document()["facts"]
    assert speech.document()["facts"]["rule"] == "speech"


def test_digest_of_a_text_without_a_rule_is_as_it_always_was(ana):
    facts = make.communique(ana).document()["facts"]

    assert digest(facts) == digest(
        {"kind": "communique", "date": "2024-01-15", "held_on": None, "original": "es", "topics": []}
    )


def test_published_text_keeps_the_rule_that_was_approved(ana, cast):
    speech = make.communique(ana, kind=of(Rule.SPEECH))
    make.approved(speech, writer=cast["writer"], editor=cast["editor"])
    Kind.objects.update(rule=Rule.READOUT)
    published = speech.versions.get(language="es").publish(by=cast["publisher"])

    assert published.rule == "speech"


def test_advisory_leaves_the_lists_when_the_day_of_the_act_ends_at_the_ministry(ana, cast):
    advisory = make.communique(ana, kind=of(Rule.ADVISORY), held_on=dt.date(2024, 1, 17))
    published = make.published(advisory, **cast)

    assert published.listed_until == dt.datetime(2024, 1, 18, 6, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("held_on", "expected"),
    [
        (None, [("A media advisory needs the day of the act: it leaves the lists after it.", True)]),
        (dt.date(2024, 1, 14), [("The act lies before the dateline: no list would show this.", False)]),
        (dt.date(2024, 1, 15), []),
        (dt.date(2024, 1, 20), []),
    ],
)
def test_advisory_needs_the_day_of_an_act_to_come(ana, held_on, expected):
    assert lacks(make.communique(ana, kind=of(Rule.ADVISORY), held_on=held_on), "held_on") == expected


def test_speech_has_one_speaker(ana):
    two = make.communique(ana, kind=of(Rule.SPEECH), participants=[make.appointment(), make.appointment()])

    assert lacks(two, "participations") == [("A speech has one speaker; 2 take part here.", False)]


def test_appointment_needs_whom_it_is_about(ana):
    text = make.communique(ana, kind=of(Rule.APPOINTMENT))
    sentence = "An appointment needs whom it is about, in the role “appointed”."
    assert lacks(text, "participations") == [(sentence, True)]

    make.participate(text, make.appointment(), role="appointed")
    assert lacks(text, "participations") == []


def test_consular_notice_asks_whether_it_has_to_name_a_private_person(ana):
    text = make.communique(ana, kind=of(Rule.CONSULAR))
    assert lacks(text, "participations") == []

    text.participations.create(person=make.person(), name_es="Alicia Bárcena Ibarra", role="mentioned")
    asked = "Somebody without a post is named: does a consular notice have to name a private person?"
    assert lacks(text, "participations") == [(asked, False)]


def test_condolences_need_nobody(ana):
    assert lacks(make.communique(ana, kind=of(Rule.CONDOLENCE)), "participations") == []


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"rule": "advisory", "listed_until": None}, "publication_leaves_the_lists_by_its_rule"),
        ({"rule": "speech", "listed_until": dt.datetime(2024, 2, 1, tzinfo=dt.UTC)}, "publication_leaves_the_lists"),
        ({"rule": "whim"}, "publication_leaves_the_lists_by_its_rule"),
    ],
)
def test_database_refuses_a_publication_whose_rule_and_last_day_disagree(ana, cast, fields, constraint):
    published = make.published(make.communique(ana), **cast)
    again = Publication.objects.get(pk=published.pk)
    again.pk, again.live_from, again.live_until = None, again.live_from + dt.timedelta(hours=1), None
    for field, value in fields.items():
        setattr(again, field, value)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        again.save(force_insert=True)


def test_database_refuses_an_unknown_rule():
    with pytest.raises(IntegrityError, match="kind_rule_is_known"), transaction.atomic():
        Kind.objects.update(rule="whim")


def test_rule_of_a_published_text_never_changes(ana, cast):
    published = make.published(make.communique(ana), **cast)

    with pytest.raises(IntegrityError, match="published text never changes"), transaction.atomic():
        Publication.objects.filter(pk=published.pk).update(rule="speech")
