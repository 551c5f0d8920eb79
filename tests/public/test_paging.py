"""Lists are turned by what stands at the page's edge."""

import datetime as dt

import pytest

from comunicados.public import paging
from tests.public.listed import listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def seven(publish, clock, ana, monkeypatch):
    """Seven communiqués, several of one day and of one moment, three on a page."""
    monkeypatch.setattr(paging, "PAGE_SIZE", 3)
    days = [15, 14, 14, 14, 14, 13, 12]
    return [publish(headline_es=f"Comunicado {place}", date=dt.date(2024, 1, day)) for place, day in enumerate(days)]


def walk(client, address: str, side: str) -> list[list[str]]:
    pages = []
    while address:
        response = client.get(address)
        pages.append([text.headline for text in listed(response)])
        address = response.context["turned_to"].get(side)
    return pages


def test_walk_to_the_oldest_visits_each_once(seven, as_public_role, client):
    pages = walk(client, "/comunicados/", "older")
    visited = [headline for page in pages for headline in page]

    assert [len(page) for page in pages] == [3, 3, 1]
    assert sorted(visited) == [f"Comunicado {place}" for place in range(7)]


def test_walk_back_finds_the_same_pages(seven, as_public_role, client):
    forth = walk(client, "/comunicados/", "older")
    middle = client.get(client.get("/comunicados/").context["turned_to"]["older"])
    last = middle.context["turned_to"]["older"]

    assert walk(client, last, "newer") == forth[::-1]


def test_newcomer_does_not_shift_the_next_page(seven, publish, client):
    older = client.get("/comunicados/").context["turned_to"]["older"]
    before = [text.pk for text in listed(client.get(older))]
    publish(headline_es="Nuevo", date=dt.date(2024, 1, 15))

    assert [text.pk for text in listed(client.get(older))] == before


def test_correction_keeps_its_place(seven, correct, client):
    correct(seven[3], headline_es="Corregido")
    visited = [headline for page in walk(client, "/comunicados/", "older") for headline in page]

    assert visited.index("Corregido") in range(1, 5)
    assert len(visited) == 7


def test_page_keeps_the_filter(seven, client):
    assert (
        client.get("/comunicados/?q=comunicado")
        .context["turned_to"]["older"]
        .startswith("/comunicados/?q=comunicado&before=")
    )


@pytest.mark.parametrize("cursor", ["x", "AAAA", "á", "=" * 27, "A" * 28, "_" * 27, "A" * 27])
@pytest.mark.parametrize("side", ["before", "after"])
def test_cursor_that_nobody_wrote_is_not_found(client, db, side, cursor):
    assert client.get("/comunicados/", {side: cursor}).status_code == 404


def test_cursor_reads_what_it_writes(publish):
    publication = publish()
    publication.refresh_from_db()
    cursor = paging.Cursor(publication.date, publication.first_live_from, publication.pk)

    assert paging.Cursor.read(str(cursor)) == cursor


def test_single_page_turns_nowhere(publish, client):
    publish()

    assert client.get("/comunicados/").context["turned_to"] == {}
