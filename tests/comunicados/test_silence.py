"""Silences: who sets and lifts them, what the database lets nobody do, what the views show meanwhile."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from comunicados.exceptions import Incomplete, NotInThisState, NotPermitted, PastHour, ReasonMissing
from comunicados.models import Silence
from tests import factories as make

pytestmark = pytest.mark.django_db

REASON = {"es": "Veda electoral.", "en": "Electoral period."}
LISTED = "SELECT bool_and(is_listed) FROM published_publication"


@pytest.fixture
def cast(ana, bruno, carmen):
    return {"writer": ana, "editor": bruno, "publisher": carmen}


@pytest.fixture
def live(clock, cast):
    return make.published(make.communique(cast["writer"]), **cast)


@pytest.fixture
def begin(clock, carmen):
    return lambda **given: Silence.begin([make.kind()], **{"by": carmen, "reason": REASON} | given)


def ask(sql: str):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def refused(sql: str) -> str:
    """The name of what refused the statement."""
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        ask(sql + " RETURNING id")
    return refusal.value.__cause__.diag.constraint_name


def test_kind_is_off_the_lists_from_hour_to_hour(live, begin, clock):
    begin(at=clock.in_(hours=2), until=clock.in_(hours=5))
    seen = []
    for hours in (1.99, 0.01, 2.99, 0.01):
        clock.tick(hours=hours)
        seen.append(ask(LISTED))

    assert seen == [True, False, False, True]


def test_lifted_silence_gives_the_kind_back(live, begin, clock, carmen):
    silence = begin()
    assert ask(LISTED) is False

    clock.tick()
    silence.lift(by=carmen)
    assert ask(LISTED) is True


def test_silence_called_off_before_it_begins_hides_nothing(live, begin, clock, carmen):
    begin(at=clock.in_(hours=1)).lift(by=carmen)
    clock.tick(hours=2)

    assert ask(LISTED) is True


def test_kind_of_two_silences_comes_back_with_the_end_of_both(live, begin, clock):
    begin(until=clock.in_(hours=1))
    begin(until=clock.in_(hours=2))
    clock.tick(hours=1)
    assert ask(LISTED) is False

    clock.tick(hours=1)
    assert ask(LISTED) is True


def test_text_of_another_kind_stays_listed(live, clock, carmen):
    Silence.begin([make.kind("speech", is_numbered=False)], by=carmen, reason=REASON)

    assert ask(LISTED) is True


@pytest.mark.parametrize("role", ["reader", "writer", "translator", "editor", "registrar"])
def test_role_may_neither_set_nor_lift(begin, user, role):
    silence, somebody = begin(), user("alguien", role)

    for act in (lambda: begin(by=somebody), lambda: silence.lift(by=somebody)):
        with pytest.raises(NotPermitted):
            act()


def test_administrator_sets_and_lifts(begin, user):
    root = user("root", "administrator")
    silence = begin(by=root)
    silence.lift(by=root)

    silence.refresh_from_db()
    assert (silence.set_by, silence.lifted_by) == (root, root)


def test_what_cannot_be_set(begin, clock):
    cases = {
        PastHour: {"at": clock.now},
        Incomplete: {"at": clock.in_(hours=2), "until": clock.in_(hours=1)},
        ReasonMissing: {"reason": {"es": "Veda.", "en": " "}},
    }
    for refusal, given in cases.items():
        with pytest.raises(refusal):
            begin(**given)

    assert Silence.objects.count() == 0


def test_silence_names_a_kind(carmen, clock):
    with pytest.raises(Incomplete):
        Silence.begin([], by=carmen, reason=REASON)


@pytest.mark.parametrize("is_lifted", [True, False])
def test_silence_that_is_over_is_not_lifted(begin, clock, carmen, is_lifted):
    silence = begin(until=clock.in_(hours=1))
    if is_lifted:
        silence.lift(by=carmen)
    else:
        clock.tick(hours=1)

    with pytest.raises(NotInThisState):
        silence.lift(by=carmen)


@pytest.mark.parametrize(
    ("sql", "constraint"),
    [
        ("DELETE FROM comunicados_silence", "silence_stays"),
        ("UPDATE comunicados_silence SET reason_es = 'Otra.'", "silence_stays"),
        ("UPDATE comunicados_silence SET ends_at = ministry_now() + interval '1 day'", "silence_stays"),
        ("UPDATE comunicados_silence SET lifted_at = ministry_now() + interval '1 day'", "silence_stays"),
        ("UPDATE comunicados_silence SET lifted_at = ministry_now()", "silence_lifted_by_somebody"),
        ("DELETE FROM comunicados_silencedkind", "silenced_kind_stays"),
        ("UPDATE comunicados_silencedkind SET kind_id = kind_id", "silenced_kind_stays"),
    ],
)
def test_database_keeps_the_log(begin, clock, sql, constraint):
    begin()
    clock.tick()

    assert refused(sql) == constraint


def test_database_refuses_another_kind_afterwards(begin, clock):
    silence, other = begin(), make.kind("speech", is_numbered=False)
    clock.tick()
    row = f"(silence_id, kind_id) VALUES ({silence.pk}, {other.pk})"

    assert refused(f"INSERT INTO comunicados_silencedkind {row}") == "silenced_kind_stays"


def test_database_refuses_a_silence_that_begins_in_the_past(begin, clock):
    silence = begin()
    silence.pk, silence.starts_at = None, clock.now - dt.timedelta(days=1)

    with pytest.raises(DatabaseError, match="begins now or later"), transaction.atomic():
        silence.save(force_insert=True)


def test_public_role_reads_the_running_silences_and_not_the_log(begin, clock, as_public_role):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        ask("SELECT count(*) FROM comunicados_silence")

    assert ask("SELECT count(*) FROM published_silence") == 0
