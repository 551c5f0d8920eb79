"""Files as the world reads them: at the address of their digest, while a visible text lists them."""

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests import jobs, uploads

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(ana, clock):
    """A text with a photograph of which sizes are made, and an annex."""
    made = make.communique(ana)
    make.attach(made, ana, uploads.jpeg((1000, 500)))
    make.annex(made, ana)
    jobs.work()
    return made


@pytest.fixture
def live(draft, publish):
    return publish(draft)


def address(draft, order: int = 1, size: str = "") -> str:
    attachment = draft.attachments.get(order=order)
    return f"/archivos/{attachment.file.digest}/{size}{attachment.name}"


def guesses(draft) -> list[str]:
    """Where somebody who knows the digest might look for the photograph."""
    digest = draft.attachments.get(order=1).file.digest
    names = ("delegaciones.jpg", "foto.jpg", digest)
    stored = f"{digest[:2]}/{digest}"
    return [
        *(f"/archivos/{digest}/{name}" for name in names),
        *(f"/archivos/{digest}/{width}/{name}" for width in (480, 960, 1600) for name in names),
        *(f"/{place}/{stored}" for place in ("archivos", "files", "media", "static", "var/files")),
        f"/en/archivos/{digest}/delegaciones.jpg",
    ]


# Who may have them


def leave(draft, **cast):
    """Nothing happens to the draft."""


def submit(draft, ana, **cast):
    draft.versions.get(language="es").submit(by=ana)


def approve(draft, ana, bruno, **cast):
    make.approved(draft, writer=ana, editor=bruno)


def schedule(draft, ana, bruno, carmen, clock):
    make.published(draft, writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=1))


def cancel(draft, ana, bruno, carmen, clock):
    schedule(draft, ana, bruno, carmen, clock)
    draft.versions.get(language="es").cancel(by=carmen)
    clock.tick(hours=2)


def discard(draft, ana, **cast):
    draft.discard(by=ana, reason="Ya no.")


@pytest.fixture
def cast(ana, bruno, carmen, clock):
    return {"ana": ana, "bruno": bruno, "carmen": carmen, "clock": clock}


@pytest.mark.parametrize("who", ["nobody", "diego", "ana", "carmen"])
@pytest.mark.parametrize("happens", [leave, submit, approve, schedule, cancel, discard])
def test_file_of_what_is_not_public_is_nowhere(draft, cast, happens, who, request):
    happens(draft, **cast)
    client = Client()
    if who != "nobody":
        client.force_login(request.getfixturevalue(who))
    found = {path: client.get(path).status_code for path in guesses(draft)}

    assert found == dict.fromkeys(guesses(draft), 404)


def test_file_is_there_from_the_hour_of_its_text(draft, cast, client, clock):
    schedule(draft, **cast)
    before = client.get(address(draft)).status_code
    clock.tick(hours=1)

    assert [before, *(client.get(address(draft, order)).status_code for order in (1, 2))] == [404, 200, 200]


def test_file_that_a_correction_left_out_stays_with_the_version_that_lists_it(live, correct, client):
    path = address(live.communique)
    live.communique.attachments.all().delete()
    correct(live, headline_es="Otro titular")

    assert (client.get(path).status_code, b"<figure>" in client.get(f"{live.path}v/1/").content) == (200, True)
    assert b"<figure>" not in client.get(live.path).content


@pytest.mark.parametrize("size", ["", "480/", "960/"])
def test_file_of_a_concealed_text_is_gone_with_the_reason(live, carmen, client, size):
    live.version.conceal(by=carmen, reason={"es": "Por orden judicial."})
    gone = client.get(address(live.communique, size=size))

    assert (gone.status_code, "Por orden judicial." in gone.content.decode()) == (410, True)


def test_file_that_another_visible_text_lists_is_not_gone(live, publish, ana, carmen, client):
    other = make.communique(ana, headline_es="Otro titular")
    make.attach(other, ana, uploads.jpeg((1000, 500)))
    publish(other)
    live.version.conceal(by=carmen, reason={"es": "Por orden judicial."})

    assert client.get(address(other)).status_code == 200


def test_file_of_a_withdrawn_text_goes_with_the_text(live, carmen, client, clock):
    clock.tick()
    live.version.withdraw(by=carmen, reason="Error.", keep_text=False)

    assert client.get(address(live.communique)).status_code == 410
    assert b"<figure>" not in client.get(live.path).content


def test_whoever_holds_a_file_is_told_that_it_is_gone(live, carmen, client):
    held = client.get(address(live.communique))["ETag"]
    live.version.conceal(by=carmen, reason={"es": "Por orden judicial."})

    assert client.get(address(live.communique), HTTP_IF_NONE_MATCH=held).status_code == 410


def test_sizes_are_those_that_are_made(live, client):
    sizes = {
        width: client.get(address(live.communique, size=f"{width}/")).status_code for width in (480, 960, 1600, 1)
    }

    assert sizes == {480: 200, 960: 200, 1600: 404, 1: 404}


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_files_are_only_read(live, client, method):
    assert getattr(client, method)(address(live.communique)).status_code == 405


# How they are answered


@pytest.mark.parametrize(
    ("order", "size", "kind", "disposition"),
    [
        (1, "", "image/jpeg", 'inline; filename="delegaciones.jpg"'),
        (1, "480/", "image/webp", 'inline; filename="delegaciones.webp"'),
        (2, "", "application/pdf", 'attachment; filename="acta.pdf"'),
    ],
)
def test_file_is_of_its_kind_and_of_no_other(live, client, order, size, kind, disposition):
    answer = client.get(address(live.communique, order, size))

    assert (answer["Content-Type"], answer["Content-Disposition"]) == (kind, disposition)
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "no-cache")
    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert len(answer.getvalue()) == int(answer["Content-Length"])


def test_whoever_holds_a_file_is_told_so_for_one_query(live, client):
    path = address(live.communique)
    held = client.get(path)["ETag"]
    with CaptureQueriesContext(connection) as queries:
        again = client.get(path, HTTP_IF_NONE_MATCH=held)

    assert (again.status_code, again.content, len(queries)) == (304, b"", 1)
    assert again["Content-Security-Policy"].endswith("sandbox")


def test_head_of_a_file_has_no_body(live, client):
    answer = client.head(address(live.communique))

    assert (answer.status_code, answer.getvalue()) == (200, b"")


# The page


def test_page_shows_the_photograph_in_its_sizes(live, client):
    page = client.get(live.path).content.decode()
    path, smaller = (address(live.communique, size=size) for size in ("", "{}/"))
    sources = f"{smaller.format(480)} 480w, {smaller.format(960)} 960w, {path} 1000w"

    assert f'<img src="{path}" srcset="{sources}"' in page
    assert 'width="1000" height="500" alt="Doce personas a una mesa."' in page


def test_page_shows_the_original_until_sizes_are_made(ana, publish, client):
    made = make.communique(ana)
    make.attach(made, ana, uploads.jpeg((1000, 500)))
    page = client.get(publish(made).path).content.decode()

    assert f'srcset="{address(made)} 1000w"' in page


def test_page_in_english_has_the_words_in_english(draft, publish, client):
    page = client.get(publish(draft, "en").path).content.decode()

    assert 'alt="Twelve people at a table."' in page
    assert "The two delegations" in page
    assert "delegaciones</" not in page


def test_decorative_photograph_is_silent(ana, publish, client):
    made = make.communique(ana)
    make.attach(made, ana, is_decorative=True)

    assert 'alt=""' in client.get(publish(made).path).content.decode()


def test_page_lists_the_annexes_with_kind_and_size(live, client):
    page = " ".join(client.get(live.path).content.decode().split())

    assert f'<a href="{address(live.communique, 2)}">Acta</a> <span class="quiet">PDF, ' in page


def test_feed_encloses_the_first_photograph(live, client):
    feed = feedparser.parse(client.get("/comunicados/feed.rss").content)
    file = live.files.get(order=1).file
    enclosed = {key: feed.entries[0].enclosures[0][key] for key in ("href", "length", "type")}

    assert enclosed == {
        "href": f"http://testserver{address(live.communique)}",
        "length": str(file.size),
        "type": "image/jpeg",
    }


def test_page_and_files_are_read_with_the_rights_of_the_public_role(live, client):
    paths = [live.path, address(live.communique), address(live.communique, size="480/"), address(live.communique, 2)]
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE voceria_public")
        found = [client.get(path).status_code for path in paths]
        cursor.execute("RESET ROLE")

    assert found == [200] * 4
