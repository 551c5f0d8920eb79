"""The timeline of a communiqué: every event a sentence, saves in a row folded, a page at a time."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from comunicados.desk.events import SOURCES
from comunicados.desk.timeline import PAGE_SIZE, Place, Timeline
from comunicados.models import Confirmation, Revision
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def url(communique):
    return f"/admin/comunicados/communique/{communique.pk}/history/"


def rows(communique):
    return [row for day in Timeline.of(communique).days for row in day.rows]


def told(communique):
    """What the first page says, newest first: sentence, note, language."""
    entries = [(row, row.newest.told) for row in rows(communique)]
    return [(row.sentence, told.note, told.language) for row, told in entries]


def many_revisions(communique, by, count, apart=dt.timedelta(hours=1)):
    """`count` more revisions of the same text, so far apart from each other."""
    first = communique.revisions.get(ordinal=1)
    Revision.objects.bulk_create(
        Revision(
            communique=communique,
            ordinal=number + 2,
            document=first.document,
            changed=["es"],
            made_by=by,
            made_at=first.made_at + apart * (number + 1),
        )
        for number in range(count)
    )


# What is told


def test_path_to_the_public_is_told(live):
    assert told(live.communique) == [
        ("Carmen published the text.", "", "es"),
        ("Bruno approved the text.", "", "es"),
        ("Ana submitted the text for review.", "", "es"),
        ("Ana began the communiqué.", "", ""),
    ]


def test_save_names_the_sections(draft, ana, clock):
    clock.tick()
    make.edit(draft, ana, headline_es="Otro", headline_en="Other")

    assert told(draft)[0] == ("Ana saved: Spanish text and English text.", "", "")


def test_reason_of_what_was_sent_back(spanish, ana, bruno, clock):
    clock.tick()
    spanish.submit(by=ana, note="Urge.")
    clock.tick()
    spanish.send_back(by=bruno, reason="Falta el lugar.")

    assert told(spanish.communique)[0] == ("Bruno sent the text back.", "Falta el lugar.", "es")


def test_schedule_and_who_cancelled_it(approved, carmen, bruno, user, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    clock.tick()
    approved.cancel(by=user("dora", "publisher"))

    assert [sentence for sentence, *_ in told(approved.communique)][:2] == [
        "Dora cancelled what was scheduled for Jan. 15, 2024, 15:00 (21:00 UTC).",
        "Carmen scheduled the text for Jan. 15, 2024, 15:00 (21:00 UTC).",
    ]


@pytest.mark.parametrize(
    ("note", "sentence"),
    [("Decía lunes.", "Carmen published a correction."), ("", "Carmen published a minor change.")],
)
def test_correction_is_told_with_its_note(live, ana, bruno, carmen, clock, note, sentence):
    clock.tick()
    make.edit(live.communique, ana, headline_es="Otro titular", correction_note_es=note)
    make.published(live.communique, writer=ana, editor=bruno, publisher=carmen)

    assert told(live.communique)[0] == (sentence, note, "es")


def test_withdrawal_is_told_once_and_then_confirmed(live, spanish, bruno, carmen, clock):
    clock.tick()
    notice = spanish.withdraw(by=carmen, reason="Error.")
    Confirmation.give(by=bruno, withdrawal=notice)

    assert told(live.communique)[:3] == [
        ("Bruno confirmed the withdrawal.", "", "es"),
        ("Carmen withdrew the text.", "Error.", "es"),
        ("Carmen published the text.", "", "es"),
    ]


def test_text_published_again_after_its_withdrawal(live, spanish, ana, bruno, carmen, clock):
    clock.tick()
    spanish.withdraw(by=carmen, reason="Error.")
    clock.tick()
    make.published(live.communique, writer=ana, editor=bruno, publisher=carmen)

    assert told(live.communique)[0][0] == "Carmen published the text again."


def test_urgent_release_and_its_confirmation(spanish, carmen, bruno, clock):
    clock.tick()
    release = spanish.release(by=carmen, reason="Terremoto")
    Confirmation.give(by=bruno, release=release)

    assert told(spanish.communique)[:2] == [
        ("Bruno confirmed the urgent release.", "", "es"),
        ("Carmen released the text urgently, alone.", "Terremoto", "es"),
    ]


def test_concealment_of_a_language_and_of_a_version(live, spanish, carmen, clock):
    clock.tick()
    spanish.conceal(by=carmen, reason={"es": "Datos.", "en": "Data."}, publication=live)
    clock.tick()
    spanish.conceal(by=carmen, reason={"es": "Datos."})

    assert told(live.communique)[:2] == [
        ("Carmen concealed this language.", "Datos.", "es"),
        ("Carmen concealed version 1.", "Data.", "es"),
    ]


def test_void_number(draft, approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    approved.cancel(by=carmen)
    clock.tick()
    draft.void_number(by=carmen, reason="No saldrá.")

    assert told(draft)[0] == ("Carmen declared the number 1/2024 void.", "No saldrá.", "")


def test_days_are_those_of_the_ministry(draft, ana, clock):
    clock.set(dt.datetime(2024, 1, 16, 5, 59, tzinfo=dt.UTC))  # 23:59 in Mexico City
    make.edit(draft, ana, headline_es="Otro")
    clock.tick()
    make.edit(draft, ana, headline_es="Y otro")

    assert [day.date.day for day in Timeline.of(draft).days] == [16, 15]


# Folding


def test_saves_in_a_row_are_one_line(draft, ana, clock):
    many_revisions(draft, ana, 4, apart=dt.timedelta(minutes=10))

    assert told(draft)[0][0] == "Ana saved 4 times: Spanish text."
    assert (len(rows(draft)[0].folded), rows(draft)[0].before) == (3, 1)


def test_pause_or_another_person_ends_the_row(draft, ana, bruno):
    many_revisions(draft, ana, 2, apart=dt.timedelta(minutes=11))
    many = draft.revisions.get(ordinal=3)
    Revision.objects.create(
        communique=draft, ordinal=4, document={}, changed=["en"], made_by=bruno, made_at=many.made_at
    )

    assert [len(row.entries) for row in rows(draft)] == [1, 1, 1, 1]


def test_two_newest_rows_are_chosen_to_be_compared(draft, ana):
    assert Timeline.of(draft).to_compare is None
    many_revisions(draft, ana, 3, apart=dt.timedelta(minutes=5))

    assert Timeline.of(draft).to_compare == (1, 4)


def test_discard_and_taking_up_are_told_for_ever(draft, ana, bruno, clock):
    for reason in ("La visita se canceló.", "Otra vez."):
        clock.tick()
        draft.discard(by=ana, reason=reason)
        clock.tick()
        draft.take_up(by=bruno)
    clock.tick()
    draft.discard(by=bruno, reason="Ahora sí.")

    assert told(draft)[:5] == [
        ("Bruno discarded the communiqué.", "Ahora sí.", ""),
        ("Bruno took the communiqué up again.", "", ""),
        ("Ana discarded the communiqué.", "Otra vez.", ""),
        ("Bruno took the communiqué up again.", "", ""),
        ("Ana discarded the communiqué.", "La visita se canceló.", ""),
    ]


# Paging


def test_pages_hold_every_event_once(draft, ana, bruno, clock):
    many_revisions(draft, ana, PAGE_SIZE + 20)
    make.approved(draft, writer=ana, editor=bruno)  # at the moment of the first revision
    first = Timeline.of(draft)
    second = Timeline.of(draft, Place.read(first.older))
    places = [
        entry.place for page in (first, second) for day in page.days for row in day.rows for entry in row.entries
    ]

    assert (len(places), second.older) == (PAGE_SIZE + 23, "")
    assert places == sorted(set(places), reverse=True)


def test_events_of_one_moment_are_split_between_pages(draft, ana, bruno, monkeypatch):
    make.approved(draft, writer=ana, editor=bruno)
    monkeypatch.setattr("comunicados.desk.timeline.PAGE_SIZE", 1)
    sentences, page = [], Timeline.of(draft)
    while page.older:
        sentences.append(page.days[0].rows[0].sentence)
        page = Timeline.of(draft, Place.read(page.older))

    assert sentences == ["Bruno approved the text.", "Ana submitted the text for review."]


def test_older_leads_on_and_back(desk, draft, ana, diego):
    many_revisions(draft, ana, PAGE_SIZE)
    first = desk(diego).get(url(draft))
    older = desk(diego).get(url(draft), {"before": first.context["timeline"].older})

    assert "Ana began the communiqué." in older.content.decode()
    assert older.context["timeline"].older == ""


@pytest.mark.parametrize(
    "place", ["x", "1", "1-2", "1-9-1" + "0" * 40, "-1-1-1", "9" * 40 + "-1-1", "1-1-1\n", "²-1-1"]
)
def test_nonsense_for_a_place_is_no_page(desk, draft, diego, place):
    assert desk(diego).get(url(draft), {"before": place}).status_code == 404


@pytest.mark.parametrize("size", [5, 500])
def test_queries_do_not_depend_on_the_number_of_revisions(desk, draft, ana, diego, size):
    many_revisions(draft, ana, size)
    client = desk(diego)
    with CaptureQueriesContext(connection) as queries:
        client.get(url(draft))

    assert len(queries) == 7 + len(SOURCES)  # session, user, permissions, communiqué, last revision, state
    assert not any('"comunicados_revision"."document"' in query["sql"] for query in queries)
