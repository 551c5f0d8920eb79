"""The series of numbers: one per kind and year, no gap, no double, no way back."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.db import connection

from comunicados.exceptions import NumberIsUsed
from comunicados.models import LanguageVersion, SeriesNumber
from tests import factories as make


@pytest.fixture
def cast(ana, bruno, carmen):
    return {"writer": ana, "editor": bruno, "publisher": carmen}


@pytest.mark.django_db
def test_number_is_shared_by_both_languages(clock, cast, ana):
    draft = make.communique(ana)

    numbers = [make.published(draft, language, **cast).number for language in ("es", "en")]

    assert numbers == [1, 1]


@pytest.mark.django_db
def test_number_counts_by_kind_and_year_of_the_dateline(clock, cast, ana):
    drafts = [
        make.communique(ana),
        make.communique(ana, date=dt.date(2023, 12, 31)),
        make.communique(ana, kind=make.kind("statement")),
        make.communique(ana),
    ]

    assert [make.published(draft, **cast).number for draft in drafts] == [1, 1, 1, 2]


@pytest.mark.django_db
def test_kind_without_a_series_has_no_number(clock, cast, ana):
    draft = make.communique(ana, kind=make.kind("speech", is_numbered=False))

    assert make.published(draft, **cast).number is None


@pytest.mark.django_db
def test_number_is_drawn_when_scheduled_and_stays_when_cancelled(clock, cast, ana, carmen):
    draft = make.communique(ana)
    make.published(draft, at=clock.in_(hours=1), **cast)
    draft.versions.get(language="es").cancel(by=carmen)

    assert draft.numbers.get().value == 1
    assert draft.versions.get(language="es").publish(by=carmen).number == 1


@pytest.mark.django_db
def test_number_never_used_is_void_with_a_reason_and_not_drawn_again(clock, cast, ana, carmen):
    draft = make.communique(ana)
    make.published(draft, at=clock.in_(hours=1), **cast)
    draft.versions.get(language="es").cancel(by=carmen)

    draft.void_number(by=carmen, reason="La visita se canceló.")

    assert make.published(make.communique(ana), **cast).number == 2


@pytest.mark.django_db
def test_number_of_a_published_communique_cannot_be_voided(clock, cast, ana, carmen):
    draft = make.communique(ana)
    make.published(draft, **cast)

    with pytest.raises(NumberIsUsed):
        draft.void_number(by=carmen, reason="Por error.")


@pytest.mark.django_db(transaction=True)
def test_fifty_publishers_at_once_draw_one_to_fifty(ana, bruno, carmen):
    versions = [make.approved(make.communique(ana), writer=ana, editor=bruno).pk for _ in range(50)]
    publisher = carmen.pk

    def publish(pk: int) -> int | None:
        try:
            version = LanguageVersion.objects.get(pk=pk)
            return version.publish(by=User.objects.get(pk=publisher)).number
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=50) as pool:
        numbers = list(pool.map(publish, versions))

    assert sorted(numbers) == list(range(1, 51))
    assert SeriesNumber.objects.count() == 50
