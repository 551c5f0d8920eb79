"""The judgement over one section, apart from forms."""

import json

import pytest

from comunicados.desk.merge import Guard, Outcome
from comunicados.document import digest

MINE, THEIRS, BEFORE = {"headline": "mine"}, {"headline": "theirs"}, {"headline": "before"}


def opened_with(content):
    return json.dumps({"es": digest(content)})


@pytest.mark.parametrize(
    ("opened", "stored", "typed", "outcome"),
    [
        (BEFORE, BEFORE, BEFORE, Outcome.KEEP),
        (BEFORE, BEFORE, MINE, Outcome.WRITE),
        (BEFORE, THEIRS, BEFORE, Outcome.KEEP),
        (BEFORE, THEIRS, THEIRS, Outcome.KEEP),
        (BEFORE, THEIRS, MINE, Outcome.CONFLICT),
    ],
)
def test_judge_by_what_was_opened_stored_and_typed(opened, stored, typed, outcome):
    assert Guard({"es": stored}, opened_with(opened)).judge("es", typed) is outcome


def test_form_that_is_being_opened_carries_what_is_stored():
    assert Guard({"es": BEFORE}).to_carry() == {"es": digest(BEFORE)}


def test_refused_form_carries_what_its_user_sees_now():
    guard = Guard({"es": THEIRS}, opened_with(BEFORE))
    guard.judge("es", MINE)

    assert guard.to_carry() == {"es": digest(THEIRS)}


def test_form_refused_for_another_reason_carries_what_it_was_opened_with():
    guard = Guard({"es": THEIRS}, opened_with(BEFORE))
    guard.judge("es", BEFORE)

    assert guard.to_carry() == {"es": digest(BEFORE)}


@pytest.mark.parametrize("carried", ["", "no json", "[]", "7", '{"en": "x"}', "[" * 100_000])
def test_form_that_does_not_say_what_it_was_opened_with_collides(carried):
    guard = Guard({"es": BEFORE}, carried)

    assert guard.is_blind
    assert guard.judge("es", MINE) is Outcome.CONFLICT
