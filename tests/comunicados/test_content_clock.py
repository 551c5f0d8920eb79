"""The content clock ticks when, and only when, something that the public may read has changed."""

import pytest
from django.db import connection, transaction

from personas.models import Person
from tests import factories as make
from tests.comunicados.test_erasure import ask

pytestmark = pytest.mark.django_db(transaction=True)


def clock_now() -> tuple:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tick, boundary FROM published_clock")
        return cursor.fetchone()


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana)


def test_edits_and_reviews_on_the_desk_do_not_tick(draft, ana, bruno):
    before = clock_now()
    make.edit(draft, ana, headline_es="Otro titular")
    make.approved(draft, writer=ana, editor=bruno)

    assert clock_now() == before


def test_publishing_ticks_once(draft, ana, bruno, carmen):
    spanish = make.approved(draft, writer=ana, editor=bruno)
    tick, _ = clock_now()
    spanish.publish(by=carmen)

    assert clock_now()[0] == tick + 1


def test_scheduled_hour_that_passes_moves_the_boundary(draft, ana, bruno, carmen, clock):
    hour = clock.in_(hours=3)
    make.published(draft, writer=ana, editor=bruno, publisher=carmen, at=hour)
    before = clock_now()
    clock.tick(hours=2)
    assert clock_now() == before

    clock.tick(hours=1)
    assert clock_now() == (before[0], hour)


def test_withdrawal_and_concealment_tick(draft, ana, bruno, carmen, clock):
    live = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    tick, _ = clock_now()
    clock.tick()
    live.version.withdraw(by=carmen, reason="Error.")
    live.version.conceal(by=carmen, reason={"es": "Por orden judicial."})

    assert clock_now()[0] == tick + 2


def test_erasure_ticks_when_it_is_confirmed_on_the_running_clock(ana, bruno, carmen, user):
    draft = make.communique(ana)
    first = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    make.edit(draft, ana, headline_es="Otro titular")
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    tick, _ = clock_now()
    erasure = ask(first, carmen)
    assert clock_now()[0] == tick

    erasure.confirm(by=user("lucia", "publisher"))
    assert clock_now()[0] == tick + 1


def test_renamed_person_ticks(db):
    person = make.person()
    tick, _ = clock_now()
    Person.objects.filter(pk=person.pk).update(name_es="Alicia Bárcena")

    assert clock_now()[0] == tick + 1


def test_change_that_is_rolled_back_does_not_tick(db):
    before = clock_now()
    with transaction.atomic():
        make.person()
        transaction.set_rollback(True)

    assert clock_now() == before
