"""What the database refuses about erasures, whoever asks: SQL against the guards of migrations 0015 and 0019."""

import pytest
from django.db import connection

from comunicados.models import Publication, SourceFile
from tests import factories as make
from tests.comunicados.test_erasure import ask, erase
from tests.comunicados.test_guards import refused_by

pytestmark = pytest.mark.django_db

BLANK = "headline = '', subheadline = '', place = '', body = ''"
PUBLICATION = f"UPDATE comunicados_publication SET {BLANK} WHERE id = %s"


def run(sql: str, *parameters: object) -> int:
    """How many rows the statement changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.rowcount


@pytest.fixture
def first(clock, ana, bruno, carmen):
    """Version 1, corrected since, with somebody in it and a remark on it."""
    draft = make.communique(ana, body_es="<p>Quetzalxóchitl habló.</p>")
    row = make.participate(draft, make.appointment())
    make.edit(draft, ana, headline_es="Uno")
    first = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    row.delete()
    clock.tick()
    make.edit(draft, ana, headline_es="Dos", body_es="<p>Nadie habló.</p>")
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    return first


@pytest.fixture
def waiting(first, carmen):
    return ask(first, carmen)


def answer(erasure, by, clock):
    run(
        "INSERT INTO comunicados_erasureanswer (erasure_id, is_confirmed, note, made_by_id, made_at)"
        " VALUES (%s, true, '', %s, %s)",
        erasure.pk,
        by.pk,
        clock.now,
    )


NAME = (
    "INSERT INTO comunicados_erasedtext (erasure_id, publication_id, revision_id, review_id, remark_id, digest)"
    " VALUES (%s, %s, NULL, NULL, NULL, %s)"
)


FILE = "UPDATE comunicados_sourcefile SET data = '', name = '', reading = '{}', doubts = '[]'"
NAME_FILE = "INSERT INTO comunicados_erasedtext (erasure_id, source_file_id, digest) VALUES (%s, %s, %s)"


@pytest.fixture
def original(first, ana):
    file = SourceFile.keep("acto.txt", "Quetzalxóchitl".encode(), {"blocks": []}, by=ana)
    file.belong_to(first.communique, "es", [])
    return file


# Without a confirmation by a second person


def test_erasing_without_an_erasure_is_refused(first):
    assert refused_by(PUBLICATION, first.pk) == "publication_text_never_changes"


def test_erasing_before_the_confirmation_is_refused(first, waiting):
    assert refused_by(NAME, waiting.pk, first.pk, first.digest) == "erased_text_is_confirmed"
    assert refused_by(PUBLICATION, first.pk) == "publication_text_never_changes"


def test_original_is_not_erased_before_the_confirmation(original, waiting):
    assert refused_by(NAME_FILE, waiting.pk, original.pk, original.digest) == "erased_text_is_confirmed"
    assert refused_by(FILE) == "source_file_is_kept"


def test_confirmation_by_whoever_asked_is_refused(waiting, carmen, clock):
    statement = (
        "INSERT INTO comunicados_erasureanswer (erasure_id, is_confirmed, note, made_by_id, made_at)"
        " VALUES (%s, true, '', %s, %s)"
    )

    assert refused_by(statement, waiting.pk, carmen.pk, clock.now) == "erasure_by_a_second_person"


@pytest.mark.parametrize("minutes", [-5, 5])
def test_answer_at_another_hour_is_refused(waiting, lucia, clock, minutes):
    statement = (
        "INSERT INTO comunicados_erasureanswer (erasure_id, is_confirmed, note, made_by_id, made_at)"
        " VALUES (%s, true, '', %s, %s)"
    )

    assert refused_by(statement, waiting.pk, lucia.pk, clock.in_(minutes=minutes)) == "erasure_answered_now"


def test_refusal_without_a_note_is_refused(waiting, lucia, clock):
    statement = (
        "INSERT INTO comunicados_erasureanswer (erasure_id, is_confirmed, note, made_by_id, made_at)"
        " VALUES (%s, false, '', %s, %s)"
    )

    assert refused_by(statement, waiting.pk, lucia.pk, clock.now) == "erasure_refused_with_a_note"


def test_second_request_for_a_language_is_refused(waiting, lucia, clock):
    statement = (
        "INSERT INTO comunicados_erasure (version_id, publication_id, reason, reason_es, reason_en, ground,"
        " requested_by_id, requested_at) VALUES (%s, NULL, '', 'x', 'x', 'x', %s, %s)"
    )

    assert refused_by(statement, waiting.version_id, lucia.pk, clock.now) == "erasure_one_at_a_time"


# Under a confirmation, that row and those values alone


@pytest.fixture
def confirmed(waiting, lucia, clock):
    answer(waiting, lucia, clock)
    return waiting


def test_version_is_erased_once_it_is_confirmed_and_named(first, confirmed):
    run(NAME, confirmed.pk, first.pk, first.digest)

    assert run(PUBLICATION, first.pk) == 1


def test_version_that_the_confirmation_does_not_name_is_refused(first, confirmed):
    assert refused_by(PUBLICATION, first.pk) == "publication_text_never_changes"


def test_other_version_than_was_asked_for_is_refused(first, confirmed):
    other = first.version.publications.get(ordinal=2)

    assert refused_by(NAME, confirmed.pk, other.pk, other.digest) == "erased_text_of_its_erasure"


def test_version_of_another_communique_is_refused(confirmed, ana, bruno, carmen, clock):
    other = make.published(make.communique(ana), writer=ana, editor=bruno, publisher=carmen)

    assert refused_by(NAME, confirmed.pk, other.pk, other.digest) == "erased_text_of_its_erasure"


def test_other_digest_than_it_had_is_refused(first, confirmed):
    assert refused_by(NAME, confirmed.pk, first.pk, "0" * 64) == "erased_text_of_its_erasure"


def test_text_that_the_world_reads_is_refused(first, lucia, user, clock):
    whole = ask(first, user("rosa", "publisher"))
    whole.refuse(by=lucia, reason="Otra.")
    run(
        "INSERT INTO comunicados_erasure (version_id, publication_id, reason, reason_es, reason_en, ground,"
        " requested_by_id, requested_at) VALUES (%s, NULL, '', 'x', 'x', 'x', %s, %s)",
        first.version_id,
        whole.requested_by_id,
        clock.now,
    )
    all_of_it = first.version.erasures.get(publication=None)
    answer(all_of_it, lucia, clock)
    live = first.version.publications.get(ordinal=2)

    assert refused_by(NAME, all_of_it.pk, live.pk, live.digest) == "erased_text_of_its_erasure"


@pytest.mark.parametrize(
    "more", ["digest = '0'", "number = 99", "path = '/otro/'", "ordinal = 9", "date = '2020-01-01'"]
)
def test_anything_beside_the_words_is_refused(first, confirmed, more):
    run(NAME, confirmed.pk, first.pk, first.digest)
    statement = f"UPDATE comunicados_publication SET {BLANK}, {more} WHERE id = %s"

    assert refused_by(statement, first.pk) == "publication_text_never_changes"


@pytest.mark.parametrize("column", ["headline", "body", "note"])
def test_other_words_than_none_are_refused(first, confirmed, column):
    run(NAME, confirmed.pk, first.pk, first.digest)
    words = dict.fromkeys(("headline", "subheadline", "place", "body", "note"), "") | {column: "Otro"}
    changes = ", ".join(f"{name} = '{text}'" for name, text in words.items())
    changed = f"UPDATE comunicados_publication SET {changes} WHERE id = %s"

    assert refused_by(changed, first.pk) == "publication_text_never_changes"


def test_original_is_erased_once_it_is_confirmed_and_named(original, confirmed):
    assert refused_by(FILE) == "source_file_is_kept"
    run(NAME_FILE, confirmed.pk, original.pk, original.digest)

    assert run(FILE) == 1


def test_original_of_another_communique_is_refused(original, confirmed, ana):
    other = SourceFile.keep("otro.txt", b"Otro", {}, by=ana)
    assert refused_by(NAME_FILE, confirmed.pk, other.pk, other.digest) == "erased_text_of_its_erasure"
    other.belong_to(make.communique(ana), "es", [])

    assert refused_by(NAME_FILE, confirmed.pk, other.pk, other.digest) == "erased_text_of_its_erasure"


def test_other_digest_than_the_original_has_is_refused(original, confirmed):
    assert refused_by(NAME_FILE, confirmed.pk, original.pk, "0" * 64) == "erased_text_of_its_erasure"


@pytest.mark.parametrize(
    "more",
    [
        "digest = '0'",
        "language = 'en'",
        "brought_by_id = brought_by_id + 1",
        "brought_at = ministry_now() + interval '1 hour'",
        "data = 'x'",
        "reading = '[]'",
        "doubts = '[1]'",
        "name = 'otro'",
    ],
)
def test_of_an_original_nothing_but_what_is_erased_changes(original, confirmed, more):
    run(NAME_FILE, confirmed.pk, original.pk, original.digest)
    column = more.partition(" =")[0]
    changes = [
        change
        for change in ("data = ''", "name = ''", "reading = '{}'", "doubts = '[]'")
        if not change.startswith(column)
    ]

    statement = f"UPDATE comunicados_sourcefile SET {', '.join([*changes, more])}"
    assert refused_by(statement) == "source_file_is_kept"


# Afterwards


@pytest.fixture
def erased(first, carmen, lucia):
    erase(first, carmen, lucia)
    return first


def test_words_do_not_come_back(erased):
    statement = "UPDATE comunicados_publication SET headline = %s WHERE id = %s"

    assert refused_by(statement, "Uno", erased.pk) == "publication_text_never_changes"


@pytest.mark.parametrize("change", ["data = 'x', name = 'x'", "digest = '0'", "reading = '[]'"])
def test_erased_original_never_changes(original, erased, change):
    assert refused_by(f"UPDATE comunicados_sourcefile SET {change}") == "source_file_is_kept"
    assert refused_by("DELETE FROM comunicados_sourcefile") == "source_file_is_kept"


def test_who_appeared_does_not_come_back(erased):
    statement = "UPDATE comunicados_appearance SET name = 'Alicia' WHERE publication_id = %s"

    assert refused_by(statement, erased.pk) == "appearance_is_append_only"


@pytest.mark.parametrize("change", ["document = '{}'", "note = 'x'", "made_by_id = made_by_id + 1", "ordinal = 77"])
def test_erased_revision_never_changes(erased, change):
    statement = f"UPDATE comunicados_revision SET {change} WHERE id = %s"

    assert refused_by(statement, erased.revision_id) == "revision_is_append_only"


def test_other_revision_is_not_erased(erased):
    latest = erased.communique.revisions.first()
    statement = "UPDATE comunicados_revision SET document = erased_document(document, 'es') WHERE id = %s"

    assert refused_by(statement, latest.pk) == "revision_is_append_only"


def test_other_language_of_an_erased_revision_is_not_erased(erased):
    statement = "UPDATE comunicados_revision SET document = erased_document(document, 'en') WHERE id = %s"

    assert refused_by(statement, erased.revision_id) == "revision_is_append_only"


@pytest.mark.parametrize("table", ["revision", "review", "appearance", "publication"])
def test_erased_row_is_not_deleted(erased, table):
    name = "publication_is_permanent" if table == "publication" else f"{table}_is_append_only"

    assert refused_by(f"DELETE FROM comunicados_{table}") == name


@pytest.mark.parametrize("table", ["erasure", "erasureanswer", "erasedtext"])
@pytest.mark.parametrize("statement", ["DELETE FROM comunicados_{}", "UPDATE comunicados_{} SET id = id"])
def test_record_of_the_erasure_is_append_only(erased, table, statement):
    assert refused_by(statement.format(table)) == f"{table}_is_append_only"


def test_nothing_is_added_to_an_erasure_later(erased, clock):
    clock.tick(hours=1)
    erasure = erased.version.erasures.get()
    run("UPDATE frozen_clock SET now = transaction_timestamp() + interval '1 hour'")

    assert refused_by(NAME, erasure.pk, erased.pk, erased.digest) == "erased_text_is_confirmed"


def test_erased_text_is_of_one_row(erased):
    statement = (
        "INSERT INTO comunicados_erasedtext (erasure_id, publication_id, revision_id, review_id, remark_id, digest)"
        " VALUES (%s, %s, %s, NULL, NULL, %s)"
    )
    erasure = erased.version.erasures.get()

    assert refused_by(statement, erasure.pk, erased.pk, erased.revision_id, erased.digest) == "erased_text_of_one_row"


def test_end_of_an_erased_notice_may_still_come(first, ana, bruno, carmen, lucia, clock):
    clock.tick()
    first.version.withdraw(by=carmen, reason="Error.")
    make.edit(first.communique, ana, headline_es="", body_es="", place_es="")
    ask(first, carmen, whole=True).confirm(by=lucia)
    clock.tick()
    make.edit(first.communique, ana, headline_es="Tres", body_es="<p>Tres.</p>", place_es="Puebla")
    again = make.published(first.communique, writer=ana, editor=bruno, publisher=carmen)

    assert Publication.objects.get(pk=again.predecessor_id).live_until == clock.now
