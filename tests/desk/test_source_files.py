"""The original that a communiqué was brought in from: kept as it came, for the desk alone."""

import hashlib

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from comunicados.models import SourceFile
from personas.clock import ministry_now
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(draft, ana):
    return attach(draft, ana)


def keep(by, name="nota.docx", data=b"<script>alert(1)</script>"):
    return SourceFile.keep(name, data, {"blocks": [], "doubts": [], "media_type": "", "digest": ""}, by=by)


def attach(communique, by, **given):
    file = keep(by, **given)
    file.belong_to(communique, "es", [])
    return file


def refused_by(sql):
    with connection.cursor() as cursor, pytest.raises(DatabaseError) as refusal, transaction.atomic():
        cursor.execute(sql)
    return refusal.value.__cause__.diag.constraint_name


def url(file):
    return f"/admin/comunicados/communique/{file.communique_id}/original/{file.pk}/"


def test_digest_is_that_of_the_bytes(kept):
    digest = hashlib.sha256(kept.data).hexdigest()

    assert [kept.digest, SourceFile.objects.get().digest] == [digest, digest]


def test_digest_that_is_given_is_not_believed(ana):
    file = SourceFile(name="x", data=b"x", reading={}, brought_by=ana, brought_at=ministry_now(), digest="0" * 64)
    file.save()

    assert SourceFile.objects.get().digest == hashlib.sha256(b"x").hexdigest()


@pytest.mark.parametrize("given", [{"name": ""}, {"data": b""}])
def test_name_without_bytes_and_bytes_without_name_are_refused(ana, given):
    with pytest.raises(IntegrityError, match="source_file_has_a_name_or_no_bytes"), transaction.atomic():
        keep(ana, **given)


@pytest.mark.parametrize(
    "change",
    [
        "data = 'x'",
        "name = 'x'",
        "reading = '{}'",
        "doubts = '[1]'",
        "digest = '0'",
        "communique_id = NULL, language = ''",
        "data = '', name = '', reading = '{}', doubts = '[]'",
    ],
)
def test_original_of_a_communique_never_changes(kept, change):
    assert refused_by(f"UPDATE comunicados_sourcefile SET {change}") == "source_file_is_kept"


def test_original_of_a_communique_is_never_deleted(kept):
    assert refused_by("DELETE FROM comunicados_sourcefile") == "source_file_is_kept"


@pytest.mark.parametrize("change", ["data = 'x'", "name = 'x'", "reading = '{}'", "digest = '0'"])
def test_file_that_waits_is_kept_as_it_came(ana, change):
    keep(ana)

    assert refused_by(f"UPDATE comunicados_sourcefile SET {change}") == "source_file_is_kept"


def test_language_needs_a_communique(ana):
    keep(ana)

    assert (
        refused_by("UPDATE comunicados_sourcefile SET language = 'es'") == "source_file_of_a_language_of_a_communique"
    )


def test_what_nobody_finished_goes_after_a_day(kept, ana, clock):
    keep(ana, name="ayer.txt")
    clock.tick(hours=23)
    keep(ana, name="hoy.txt")
    clock.tick(hours=1)
    keep(ana, name="ahora.txt")

    assert [file.name for file in SourceFile.objects.all()] == ["nota.docx", "hoy.txt", "ahora.txt"]


def test_public_role_reads_no_original(kept, as_public_role):
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        cursor.execute("SELECT data FROM comunicados_sourcefile")


def test_original_is_saved_and_never_opened_in_the_desk(desk, kept, diego):
    answer = desk(diego).get(url(kept))

    assert (answer.content, answer.headers["Content-Disposition"]) == (
        b"<script>alert(1)</script>",
        'attachment; filename="nota.docx"',
    )
    assert {name: answer.headers[name] for name in ("Content-Type", "X-Content-Type-Options")} == {
        "Content-Type": "application/octet-stream",
        "X-Content-Type-Options": "nosniff",
    }


def test_name_of_an_original_cannot_write_headers(desk, draft, ana):
    file = attach(draft, ana, name='a"\r\nX-Evil: 1 ñ.docx')
    answer = desk(ana).get(url(file))

    assert "X-Evil" not in answer.headers
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''a%22")


def test_original_is_read_by_whoever_reads_communiques(desk, kept, client, user):
    nobody = user("nobody")

    assert [client.get(url(kept)).status_code, desk(nobody).get(url(kept)).status_code] == [302, 403]
    assert desk(nobody).post(url(kept)).status_code == 405


def test_file_of_no_communique_or_of_another_is_no_page(desk, draft, kept, ana, bruno):
    other = make.communique(bruno)
    kept.communique_id = other.pk

    assert desk(ana).get(url(kept)).status_code == 404


def test_writing_screen_tells_where_the_text_came_from(desk, kept, ana):
    page = desk(ana).get(f"/admin/comunicados/communique/{kept.communique_id}/change/").content.decode()
    kept.refresh_from_db()

    assert f'<a href="{url(kept)}">nota.docx</a>' in page
    assert kept.digest in page
