"""The PDF of a text at its address: while the text may be read, from its hour on, offered when it is there."""

import base64
import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.models import PublicationPdf

pytestmark = pytest.mark.django_db

PDF = "comunicado.pdf"


def keep(publication) -> PublicationPdf:
    """A PDF kept for it, as the job does; what is in it is not asked here."""
    made = PublicationPdf.objects.keep(publication, b"%PDF-1.7 " + publication.headline.encode())
    assert made is not None
    return made


@pytest.fixture
def live(publish):
    publication = publish()
    keep(publication)
    return publication


def test_pdf_is_answered_whole_to_be_read_in_the_browser(live, client):
    answer = client.get(f"{live.path}{PDF}")
    content = answer.getvalue()

    assert (answer.status_code, content) == (200, b"%PDF-1.7 " + live.headline.encode())
    assert (answer["Content-Type"], int(answer["Content-Length"])) == ("application/pdf", len(content))
    name = "2024-01-15-mexico-y-canada-acuerdan-una-agenda-comun.pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{name}"'
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "no-cache")
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer["Link"] == f'<http://testserver{live.path}>; rel="canonical"'


def test_pdf_carries_its_digest(live, client):
    """§10.4 of the standards: Repr-Digest, and no older Digest."""
    answer = client.get(f"{live.path}{PDF}")
    digest = hashlib.sha256(answer.getvalue()).digest()

    assert answer["Repr-Digest"] == f"sha-256=:{base64.b64encode(digest).decode()}:"
    assert (answer["ETag"], "Digest" in answer) == (f'"{digest.hex()}"', False)


def test_whoever_holds_the_pdf_is_told_so(live, clock, client):
    """§4.2 of the standards: 304 with an empty body and the same ETag; If-None-Match wins."""
    clock.tick()
    path = f"{live.path}{PDF}"
    held = client.get(path)
    again = client.get(path, HTTP_IF_NONE_MATCH=held["ETag"])
    since = client.get(path, HTTP_IF_MODIFIED_SINCE=held["Last-Modified"])
    other = client.get(path, HTTP_IF_NONE_MATCH='"x"', HTTP_IF_MODIFIED_SINCE=held["Last-Modified"])

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", held["ETag"])
    assert (since.status_code, other.status_code) == (304, 200)
    assert held["Last-Modified"] == "Mon, 15 Jan 2024 18:00:00 GMT"


def test_pdf_is_asked_of_the_database_in_two_queries(live, client):
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{live.path}{PDF}").getvalue()

    assert len(queries) == 2


def test_pdf_is_read_with_the_rights_of_the_public_role(live, client, as_public_role):
    assert client.get(f"{live.path}{PDF}").status_code == 200


def test_page_stands_in_where_no_pdf_is_made_yet(publish, client):
    publication = publish()
    answer = client.get(f"{publication.path}{PDF}")

    assert (answer.status_code, answer["Location"]) == (302, publication.path)
    assert PDF.encode() not in client.get(publication.path).content


def test_page_offers_the_pdf_when_it_is_there(live, client):
    page = client.get(live.path).content.decode()

    assert f'<a href="{live.path}{PDF}" rel="alternate" type="application/pdf">PDF</a>' in page
    assert client.get(f"{live.path}comunicado.json").json()["pdf"] == {
        "size": live.pdf.size,
        "sha256": live.pdf.digest,
    }


def test_each_version_has_its_own_pdf(live, correct, client):
    second = correct(live, headline_es="Otro titular")
    keep(second)
    found = [client.get(f"{live.path}{tail}{PDF}").getvalue() for tail in ("", "v/1/", "v/2/")]

    assert [b"Otro titular" in content for content in found] == [True, False, True]
    assert client.get(f"{live.path}v/1/{PDF}")["X-Robots-Tag"] == "noindex"


# Embargo


@pytest.fixture
def embargoed(publish, clock):
    publication = publish(at=clock.in_(hours=3), headline_es="Con embargo")
    keep(publication)
    return publication


def guesses(publication) -> list[str]:
    """Where somebody who knows the digest might look for it."""
    made = publication.pdf
    names = (f"{made.digest}.pdf", made.digest, PDF)
    return [
        f"{publication.path}{PDF}",
        f"{publication.path}v/1/{PDF}",
        *(f"/archivos/{made.digest}/{name}" for name in names),
        *(f"/{root}/{made.place}" for root in ("archivos", "files", "media", "static", "var/files")),
        f"/{made.place}",
    ]


def test_embargoed_pdf_is_nowhere(embargoed, client):
    assert {path: client.get(path).status_code for path in guesses(embargoed)} == dict.fromkeys(
        guesses(embargoed), 404
    )


def test_embargoed_pdf_is_in_no_view(embargoed, clock, as_public_role):
    def rows() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM published_whole WHERE around LIKE '%%\"size\"%%'")
            return cursor.fetchone()[0]

    before = rows()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    clock.tick(hours=3)

    assert (before, rows()) == (0, 1)


def test_pdf_is_there_at_the_hour_without_a_worker(embargoed, clock, client):
    clock.tick(hours=3)

    assert client.get(f"{embargoed.path}{PDF}").status_code == 200
    assert PDF.encode() in client.get(embargoed.path).content


def test_pdf_of_a_scheduled_correction_waits_for_its_hour(live, ana, publish, clock, client):
    from tests import factories as make

    make.edit(live.communique, ana, headline_es="Otro titular")
    second = publish(live.communique, at=clock.in_(hours=3))
    keep(second)

    assert b"Otro titular" not in client.get(f"{live.path}{PDF}").getvalue()
    assert client.get(f"{live.path}v/2/{PDF}").status_code == 404
    clock.tick(hours=3)
    assert b"Otro titular" in client.get(f"{live.path}{PDF}").getvalue()


# Gone


def test_pdf_of_a_concealed_text_is_gone_also_for_whoever_holds_it(live, carmen, client):
    held = client.get(f"{live.path}{PDF}")["ETag"]
    live.version.conceal(by=carmen, reason={"es": "Por orden judicial."})

    assert client.get(f"{live.path}{PDF}", HTTP_IF_NONE_MATCH=held).status_code == 410
    assert client.get(f"/archivos/{held.strip(chr(34))}/{PDF}").status_code == 404
