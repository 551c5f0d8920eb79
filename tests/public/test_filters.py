"""The filters of lists and feeds, and the counts beside them."""

import datetime as dt

import pytest

from comunicados.public import paging
from tests import factories as make
from tests.public.listed import listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(agenda, publish):
    """The agenda of 15 January, a note of 2022 about fishing, a statement of 2023."""
    publish(headline_es="Nota sobre la pesca en alta mar", kind=make.kind("note"), date=dt.date(2022, 5, 1))
    publish(headline_es="Declaración de fin de año", date=dt.date(2023, 12, 31))


def headlines(response) -> list[str]:
    return [text.headline for text in listed(response)]


AGENDA, FISHING, YEAR = (
    "México y Canadá acuerdan una agenda común",
    "Nota sobre la pesca en alta mar",
    "Declaración de fin de año",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [AGENDA, YEAR, FISHING]),
        ("?q=pesca", [FISHING]),
        ("?q=MEXICO+canada", [AGENDA]),
        ("?q=nota+OR+agenda", [AGENDA, FISHING]),
        ("?q=delegaciones+-agenda", [YEAR, FISHING]),
        ("?person=melanie-joly", [AGENDA]),
        ("?party=canada", [AGENDA]),
        ("?party=secretaria-de-relaciones-exteriores", [AGENDA]),
        ("?kind=note", [FISHING]),
        ("?topic=migration", [AGENDA]),
        ("?from=2023-12-31", [AGENDA, YEAR]),
        ("?to=2023-12-31", [YEAR, FISHING]),
        ("?from=2023-01-01&to=2023-12-31", [YEAR]),
        ("?from=2024-01-01&to=2023-01-01", []),
        ("?utm_source=elsewhere", [AGENDA, YEAR, FISHING]),
    ],
)
def test_filter_finds(shelf, as_public_role, client, query, found):
    response = client.get(f"/comunicados/{query}")

    assert headlines(response) == found
    assert response.context["count"].number == len(found)


@pytest.mark.parametrize("query", ["person=nadie", "party=atlantida", "party=canada-en", "kind=x", "topic=x"])
@pytest.mark.parametrize("place", ["/comunicados/", "/comunicados/feed.rss", "/personas/melanie-joly/"])
def test_unknown_name_is_not_found(agenda, as_public_role, client, place, query):
    assert client.get(f"{place}?{query}").status_code == 404


def test_unreadable_date_is_named_and_nothing_typed_is_lost(agenda, client):
    response = client.get("/en/communiques/?q=agenda&from=2024-13-01")
    page = response.content.decode()

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["from"]
    assert 'value="2024-13-01"' in page
    assert 'value="agenda"' in page
    assert headlines(response) == ["Mexico and Canada agree on a common agenda"]


def test_unreadable_date_of_a_feed_is_a_bad_request(agenda, client):
    response = client.get("/en/communiques/feed.rss?to=yesterday")

    assert response.status_code == 400
    assert response.content.decode().startswith("To: ")


def test_switch_carries_the_filter_into_the_other_language(agenda, client):
    response = client.get("/comunicados/?to=2024-12-31&party=canada&q=agenda&noise=1")

    assert response.context["switch"] == "/en/communiques/?q=agenda&party=canada&to=2024-12-31"


def test_party_is_named_in_the_language_of_the_page(agenda, publish, client):
    assert client.get("/en/communiques/?party=mexico").status_code == 200
    assert client.get("/comunicados/?party=canada").context["switch"] == "/en/communiques/?party=canada"


def test_count_stops_where_nobody_counts(shelf, client, monkeypatch):
    monkeypatch.setattr(paging, "COUNTED", 2)
    count = client.get("/comunicados/").context["count"]

    assert (count.number, count.is_exact) == (2, False)


def test_rare_and_common_words_find_alike(shelf, client, monkeypatch):
    monkeypatch.setattr("comunicados.public.models.publication.FEW", 0)

    assert headlines(client.get("/comunicados/?q=pesca")) == [FISHING]
