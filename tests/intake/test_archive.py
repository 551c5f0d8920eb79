"""Old communiqués enter the archive as the verbs would publish them, with their own date and number."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import translation

from comunicados.bulk.verify import discrepancies
from comunicados.exceptions import DayIsToCome, HeadlineTaken, Incomplete, NotPermitted, NumberTaken, OwnText
from comunicados.intake.archive import NO_NUMBER, Signatures, enter
from comunicados.intake.draft import make_draft
from comunicados.intake.parser import parse
from comunicados.models import Communique, SeriesNumber
from tests import factories as make
from tests.intake.texts import old_text

pytestmark = pytest.mark.django_db
TABLES = (
    "communique participation revision languageversion review publication appearance publicationtopic seriesnumber"
    " address"
).split()
OF_THE_ROW = {"id", "uid", "created_at"}  # what no two rows have in common
LINKS = {f"{name}_id" for name in ("communique", "version", "revision", "written_in", "approval", "publication")}


@pytest.fixture
def registry(clock):
    make.kind()
    return make.appointment(starts_on=dt.date(2010, 1, 1))


@pytest.fixture
def signed(registry, ana, carmen) -> Signatures:
    return Signatures(written=ana, read=carmen)


def by_the_verbs(text: Any, signed: Signatures) -> None:
    communique = make_draft(text, by=signed.written).communique
    Communique.objects.filter(pk=communique.pk).update(is_archive=True)
    SeriesNumber.issue(communique, 45)
    version = communique.versions.get(language="es")
    version.submit(by=signed.written)
    version.approve(by=signed.read)
    version.publish(by=signed.read)


def rows_written_by(write: Any, *given: Any, **more: Any) -> dict[str, list[dict[str, Any]]]:
    """Every row of the path that `write` leaves, taken back afterwards; without what no two rows share."""
    with transaction.atomic():
        write(*given, **more)
        written = {
            table: [
                {name: value for name, value in row.items() if name not in OF_THE_ROW | LINKS}
                for row in apps.get_model("comunicados", table).objects.order_by("pk").values()
            ]
            for table in TABLES
        }
        transaction.set_rollback(True)
    return written


def test_entry_is_what_the_verbs_would_write(signed):
    text = parse(old_text())

    assert rows_written_by(enter, text, signed=signed) == rows_written_by(by_the_verbs, text, signed)


def test_entry_passes_the_proof_of_bulk(signed):
    communique = enter(parse(old_text()), signed=signed).communique

    assert list(discrepancies(Communique.objects.get(pk=communique.pk))) == []
    assert communique.publications.get().appearances.get().person_id is not None


def test_entry_has_its_own_date_and_number_and_stands_from_now(signed, clock):
    entry = enter(parse(old_text()), signed=signed).communique.publications.get()

    assert (entry.date, entry.number, entry.is_archive) == (dt.date(2019, 3, 15), 45, True)
    assert (entry.live_from, entry.made_by, entry.approval.made_by) == (clock.now, signed.read, signed.read)


def test_entry_is_on_the_page_of_its_day_and_not_in_the_feed(signed, client):
    headline = enter(parse(old_text()), signed=signed).communique.headline_es

    assert headline in client.get("/comunicados/2019/03/15/").content.decode()
    assert headline not in client.get("/comunicados/feed.rss").content.decode()


@pytest.mark.parametrize("written", ["45", "045", "45/2019", "45-19", "45 / 2019"])
def test_number_is_that_of_the_text(signed, written):
    enter(replace(parse(old_text()), number=written), signed=signed)

    assert (SeriesNumber.objects.get().year, SeriesNumber.objects.get().value) == (2019, 45)


@pytest.mark.parametrize("written", ["45/2018", "B-45", "0"])
def test_number_of_another_series_is_a_doubt_and_none_is_drawn(signed, written):
    draft = enter(replace(parse(old_text()), number=written), signed=signed)

    assert draft.doubts[-1].sentence == NO_NUMBER
    assert (draft.communique.publications.get().number, SeriesNumber.objects.count()) == (None, 0)


def test_text_without_a_number_draws_none(signed):
    entry = enter(replace(parse(old_text()), number=None), signed=signed).communique

    assert entry.publications.get().number is None


def test_series_goes_on_after_the_highest_of_the_archive(signed, clock, bruno):
    enter(parse(old_text()), signed=signed)
    draft = make.communique(signed.written, date=dt.date(2019, 12, 1))

    assert make.published(draft, writer=signed.written, editor=bruno, publisher=signed.read).number == 46


def test_number_that_another_bears_is_refused_and_nothing_is_left(signed):
    enter(parse(old_text()), signed=signed)
    with translation.override("en"), pytest.raises(NumberTaken, match="communique 45/2019"):
        enter(parse(old_text(headline="Otro titular")), signed=signed)

    assert Communique.objects.count() == 1


def test_another_text_under_a_headline_of_that_day_is_refused(signed):
    enter(parse(old_text()), signed=signed)
    with pytest.raises(HeadlineTaken):
        enter(parse(old_text(number=46, end="De otro modo.")), signed=signed)


@pytest.mark.parametrize("lack", ["date", "title", "place"])
def test_text_that_lacks_what_a_page_needs_is_not_entered(signed, lack):
    with pytest.raises(Incomplete):
        enter(replace(parse(old_text()), **{lack: None}), signed=signed)

    assert not Communique.objects.exists()


def test_day_to_come_is_not_entered(signed):
    with pytest.raises(DayIsToCome):
        enter(replace(parse(old_text()), date="2024-01-16"), signed=signed)


def test_one_person_alone_cannot_sign(signed):
    with pytest.raises(OwnText):
        Signatures(written=signed.read, read=signed.read).check()


def test_one_person_alone_is_refused_by_the_database(signed):
    alone = Signatures(written=signed.read, read=signed.read)
    with pytest.raises(IntegrityError) as refusal:
        enter(parse(old_text()), signed=alone)

    assert refusal.value.__cause__.diag.constraint_name == "review_by_a_second_person"


@pytest.mark.parametrize(("written", "read"), [("diego", "carmen"), ("elena", "carmen"), ("ana", "bruno")])
def test_roles_are_asked_before_anything(registry, request, ana, bruno, carmen, written, read):
    signed = Signatures(*map(request.getfixturevalue, (written, read)))
    with pytest.raises(NotPermitted):
        signed.check()
