"""What the database refuses, whoever asks: SQL against the rules under "What must always hold"."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from comunicados.models import Participation, Publication, Review
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana)


@pytest.fixture
def live(draft, ana, bruno, carmen):
    return make.published(draft, writer=ana, editor=bruno, publisher=carmen)


@pytest.fixture
def scheduled(draft, ana, bruno, carmen, clock):
    return make.published(draft, writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=3))


def refused_by(sql: str, *parameters: object) -> str:
    """The name of the constraint or trigger that refuses the statement."""
    with connection.cursor() as cursor, pytest.raises(DatabaseError) as refusal, transaction.atomic():
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {sql}", parameters)
    return refusal.value.__cause__.diag.constraint_name


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("headline", "Otro"),
        ("body", "<p>Otro</p>"),
        ("note", "Otra"),
        ("number", 99),
        ("path", "/otro/"),
        ("status", "withdrawn"),
        ("digest", "0"),
        ("ordinal", 7),
    ],
)
def test_published_text_never_changes(live, column, value):
    statement = f"UPDATE comunicados_publication SET {column} = %s"

    assert refused_by(statement, value) == "publication_text_never_changes"


def test_publication_is_never_deleted(live):
    assert refused_by("DELETE FROM comunicados_publication") == "publication_is_permanent"


@pytest.mark.parametrize("column", ["live_from", "live_until"])
def test_boundary_in_the_past_never_moves(draft, live, ana, bruno, carmen, clock, column):
    clock.tick(hours=1)
    make.edit(draft, ana, headline_es="Otro titular")
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    clock.tick(hours=1)
    statement = f"UPDATE comunicados_publication SET {column} = %s WHERE id = %s"

    assert refused_by(statement, clock.in_(hours=1), live.pk) == "publication_past_never_moves"


def test_boundary_never_moves_into_the_past(live, clock):
    clock.tick(hours=1)
    statement = "UPDATE comunicados_publication SET live_until = %s"

    assert refused_by(statement, clock.in_(minutes=-1)) == "publication_past_never_moves"


def test_boundary_in_the_future_may_move_later(scheduled, clock):
    scheduled.live_from = clock.in_(hours=5)
    scheduled.save(update_fields=["live_from"])
    scheduled.refresh_from_db()

    assert scheduled.first_live_from == clock.in_(hours=5)


def test_publication_that_has_begun_cannot_be_cancelled(live, carmen, clock):
    clock.tick()
    statement = "UPDATE comunicados_publication SET cancelled_at = %s, cancelled_by_id = %s"

    assert refused_by(statement, clock.now, carmen.pk) == "publication_cancelled_before_it_began"


def copy_of(publication: Publication, **changes: object) -> Publication:
    copy = Publication.objects.get(pk=publication.pk)
    copy.pk, copy.ordinal, copy.predecessor = None, copy.ordinal + 1, publication
    copy._state.adding = True
    for field, value in changes.items():
        setattr(copy, field, value)
    return copy


def refusal_to_insert(row: Publication | Review) -> str:
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        row.save(force_insert=True)
    return refusal.value.__cause__.diag.constraint_name


def test_second_future_publication_is_refused(scheduled, clock):
    second = copy_of(scheduled, live_from=clock.in_(hours=9), live_until=None)
    Publication.objects.filter(pk=scheduled.pk).update(live_until=clock.in_(hours=9))

    assert refusal_to_insert(second) == "publication_one_in_the_future"


def test_overlap_is_refused(live, clock):
    clock.tick()

    assert refusal_to_insert(copy_of(live, live_from=clock.now)) == "publication_one_at_a_time"


def test_publication_cannot_begin_in_the_past(live, clock):
    backdated = copy_of(live, live_from=clock.in_(days=-2), live_until=clock.in_(days=-1))

    assert refusal_to_insert(backdated) == "publication_begins_now_or_later"


def test_publication_without_a_fitting_approval_is_refused(live, clock):
    unread = copy_of(live, live_from=clock.in_(hours=1), digest="0" * 64)
    Publication.objects.filter(pk=live.pk).update(live_until=clock.in_(hours=1))

    assert refusal_to_insert(unread) == "publication_rests_on_an_approval"


def test_approval_by_the_last_editor_is_refused(draft, ana, clock):
    spanish = draft.versions.get(language="es")
    own = Review(version=spanish, decision="approve", digest=spanish.digest, revision=spanish.written_in, made_by=ana)
    own.made_at = clock.now

    assert refusal_to_insert(own) == "review_by_a_second_person"


@pytest.mark.parametrize("table", ["revision", "review", "address", "appearance", "publicationtopic", "concealment"])
def test_record_is_append_only(live, carmen, table):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO comunicados_publicationtopic (publication_id, topic_id) VALUES (%s, %s)",
            [live.pk, make.topic().pk],
        )
    make.appearance(live)
    live.version.conceal(by=carmen, reason={"es": "Por orden judicial."})

    assert refused_by(f"DELETE FROM comunicados_{table}") == f"{table}_is_append_only"


@pytest.mark.parametrize("column", ["discarded_at", "discard_reason", "discarded_by_id"])
def test_discard_without_all_of_its_words_is_refused(draft, ana, clock, column):
    given = {"discarded_at": clock.now, "discard_reason": "Error.", "discarded_by_id": ana.pk}[column]
    statement = f"UPDATE comunicados_communique SET {column} = %s"

    assert refused_by(statement, given) == "communique_discarded_with_a_reason"


def test_only_a_withdrawal_is_replaced(scheduled, ana, carmen, clock):
    scheduled.version.cancel(by=carmen)
    wrong = copy_of(scheduled, replaced_by=make.communique(ana))

    assert refusal_to_insert(wrong) == "publication_replaced_by_another_when_withdrawn"


def test_replacement_of_a_withdrawal_never_changes(draft, live, ana, carmen, clock):
    clock.tick()
    draft.withdraw(by=carmen, reason={"es": "Error."})
    statement = "UPDATE comunicados_publication SET replaced_by_id = %s WHERE status = 'withdrawn'"

    assert refused_by(statement, make.communique(ana).pk) == "publication_text_never_changes"


def test_stock_reason_stands_in_both_languages(db):
    statement = 'INSERT INTO comunicados_stockreason (text, text_es, text_en, "order") VALUES (%s, %s, %s, 1)'

    assert refused_by(statement, "Error.", "Error.", "") == "stock_reason_in_both_languages"


def test_number_stays_with_its_communique(live):
    assert refused_by("UPDATE comunicados_seriesnumber SET value = 2") == "series_number_stays"


def test_address_leads_to_one_text_for_ever(live, ana, bruno, carmen, clock):
    other = make.communique(ana)
    second = make.published(other, writer=ana, editor=bruno, publisher=carmen)

    assert second.path == f"{live.path[:-1]}-2/"


def test_participation_of_another_persons_post_is_refused(draft):
    post = make.appointment()
    stranger = make.person("Rosa Ñáñez Ortiz")
    row = Participation.objects.create(communique=draft, person=post.person, appointment=post)
    statement = "UPDATE comunicados_participation SET person_id = %s WHERE id = %s"

    assert refused_by(statement, stranger.pk, row.pk) == "participation_appointment_of_its_person"


def test_clock_of_the_database_is_utc_clock_time(db):
    from personas.clock import ministry_now

    assert abs(ministry_now() - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


@pytest.mark.parametrize("statement", ["UPDATE comunicados_pastdiscard SET reason = 'Otra'", "DELETE FROM %s"])
def test_discard_that_ended_stays_as_it_was(draft, ana, statement):
    draft.discard(by=ana, reason="La visita se canceló.")
    draft.take_up(by=ana)

    assert refused_by(statement.replace("%s", "comunicados_pastdiscard")) == "pastdiscard_is_append_only"
