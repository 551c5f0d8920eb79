"""The counts beside the choices that narrow a list: each is what its own link leads to."""

import datetime as dt
import re
from itertools import combinations

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.errors import QueryCanceled

from comunicados.public import facets, paging
from tests import factories as make
from tests.public.listed import listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(ana, publish, minister, guest):
    """Nine communiqués of three years, with two people, two kinds and two subjects in every mixture."""
    people = [[], [minister], [guest], [minister, guest]]
    topics = [make.topic(), make.topic("trade")]
    for place in range(9):
        kind = make.kind("note", is_numbered=False) if place % 3 else make.kind()
        date = dt.date(2022 + place % 3, 1 + place, 2)
        made = make.communique(
            ana, headline_es=f"Texto {place}", kind=kind, date=date, participants=people[place % 4]
        )
        made.topics.set(topics[: place % 3] if place % 2 else topics[1:])
        make.edit(made, ana)
        publish(made)


def offered(response) -> dict[str, list[facets.Choice]]:
    return {facet.name: [*facet.choices, *facet.rest] for facet in response.context["facets"]}


def told(client, address: str) -> dict[str, tuple[int, bool]]:
    """By the address of each choice on that page, what stands beside it."""
    choices = [choice for group in offered(client.get(address)).values() for choice in group]
    return {choice.address: (choice.count.number, choice.count.is_exact) for choice in choices if choice.count}


def held(client, address: str) -> tuple[int, bool]:
    count = client.get(address).context["count"]
    return count.number, count.is_exact


FILTERS = [
    ("q", ["texto", "delegaciones", "nadie"]),
    ("person", ["melanie-joly", "alicia-barcena-ibarra"]),
    ("party", ["canada", "mexico"]),
    ("kind", ["note", "communique"]),
    ("topic", ["migration", "trade"]),
    ("from", ["2022-01-01", "2023-01-01"]),
    ("to", ["2023-12-31", "2024-06-01"]),
]
queries = st.lists(st.sampled_from([f"{name}={value}" for name, values in FILTERS for value in values]), max_size=3)
few = settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@pytest.mark.parametrize(
    ("surveyed", "counted"), [(1000, 10_000), (2, 10_000), (2, 2)], ids=["small", "large", "uncountable"]
)
@few
@given(query=queries)
def test_each_count_is_that_of_the_list_its_link_leads_to(shelf, as_public_role, client, surveyed, counted, query):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facets, "SURVEYED", surveyed)
        patch.setattr(paging, "COUNTED", counted)
        choices = told(client, "/comunicados/?" + "&".join(query))

        assert choices == {address: held(client, address) for address in choices}


def test_choices_of_a_small_list_are_exact_and_in_order(shelf, as_public_role, client):
    """Nine are found; neither country has a part in all of them."""
    choices = offered(client.get("/comunicados/"))

    assert [(choice.what.slug, choice.count.number) for choice in choices["kind"]] == [("communique", 3), ("note", 6)]
    assert [(choice.what, choice.count.number) for choice in choices["year"]] == [(2024, 3), (2023, 3), (2022, 3)]
    assert [(choice.what.slug_es, choice.count.number) for choice in choices["party"]] == [
        ("canada", 4),
        ("mexico", 4),
    ]


def test_what_would_change_nothing_is_not_offered(agenda, as_public_role, client):
    assert offered(client.get("/comunicados/")) == {}


def test_chosen_person_is_a_chip_and_no_choice_any_more(shelf, client):
    response = client.get("/comunicados/?person=melanie-joly")

    assert [str(choice.what) for choice in offered(response)["person"]] == ["Alicia Bárcena Ibarra"]
    assert [str(chip.value) for chip in response.context["chips"]] == ["Mélanie Joly"]


def test_another_kind_or_year_takes_the_place_of_the_chosen(shelf, client):
    choices = offered(client.get("/comunicados/?kind=note&from=2022-01-01&to=2022-12-31"))

    assert [(choice.what.slug, choice.is_chosen) for choice in choices["kind"]] == [("communique", False)]
    assert [(choice.what, choice.is_chosen) for choice in choices["year"]] == [(2024, False), (2023, False)]


def test_rest_of_the_choices_stands_in_a_menu_of_the_form(shelf, client, monkeypatch):
    monkeypatch.setattr(facets, "SHOWN", 1)
    response = client.get("/comunicados/")
    [facet] = [facet for facet in response.context["facets"] if facet.name == "party"]

    assert [len(facet.choices), len(facet.rest)] == [1, 1]
    assert f'<option value="{facet.rest[0].what.slug_es}">' in response.content.decode()


def test_large_list_says_more_than_and_offers_every_subject(shelf, client, monkeypatch):
    monkeypatch.setattr(facets, "SURVEYED", 2)
    monkeypatch.setattr(paging, "COUNTED", 2)
    response = client.get("/comunicados/")

    assert not any(choice.count.is_exact for choice in offered(response)["kind"])
    assert re.search("more than 2|más de 2", response.content.decode())


def test_choices_that_take_too_long_to_count_are_offered_uncounted(shelf, client, monkeypatch):
    rows = facets._rows

    def impatient(sql, params):
        if not sql.lstrip().startswith("WITH"):
            raise OperationalError from QueryCanceled()
        return rows(sql, params)

    monkeypatch.setattr(facets, "SURVEYED", 2)
    monkeypatch.setattr(facets, "_rows", impatient)
    choices = offered(client.get("/comunicados/"))

    assert [(choice.what.slug, choice.count) for choice in choices["kind"]] == [("note", None)]


def test_choice_of_a_withdrawn_text_is_not_offered(shelf, publish, carmen, clock, client):
    secret = publish(headline_es="Retirado", kind=make.kind("secret", is_numbered=False))
    assert "secret" in [choice.what.slug for choice in offered(client.get("/comunicados/"))["kind"]]
    clock.tick()
    secret.version.withdraw(by=carmen, reason="Error.")

    assert "secret" not in [choice.what.slug for choice in offered(client.get("/comunicados/"))["kind"]]


def test_name_of_the_future_is_no_choice(shelf, publish, clock, client):
    publish(headline_es="Mañana", kind=make.kind("tomorrow", is_numbered=False), at=clock.in_(days=1))

    assert "tomorrow" not in client.get("/comunicados/").content.decode()


def test_choices_cost_as_many_queries_for_one_as_for_many(publish, shelf, client):
    def queries(address: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    one, many = "/comunicados/?from=2022-01-01&to=2022-01-31", "/comunicados/?from=2022-01-01&to=2024-12-31"

    assert [client.get(address).context["count"].number for address in (one, many)] == [1, 9]
    assert queries(one) == queries(many)


def test_people_together_are_in_the_same_communique(shelf, as_public_role, client):
    both = client.get("/comunicados/?person=melanie-joly&person=alicia-barcena-ibarra")
    each = [client.get(f"/comunicados/?person={slug}") for slug in ("melanie-joly", "alicia-barcena-ibarra")]
    found, *ones = ({text.pk for text in listed(page)} for page in (both, *each))

    assert found == ones[0] & ones[1]
    assert 0 < len(found) < min(map(len, ones))
    assert len(both.context["chips"]) == 2


@pytest.mark.parametrize("name", ["person", "party", "topic"])
def test_order_of_those_together_makes_no_other_address(shelf, client, name):
    slugs = dict(FILTERS)[name]
    pages = [client.get(f"/comunicados/?{name}={one}&{name}={other}") for one, other in (slugs, slugs[::-1])]

    assert pages[0].context["head"]["canonical"] == pages[1].context["head"]["canonical"]
    assert all(f"{name}={slug}" in pages[0].context["head"]["canonical"] for slug in slugs)


def test_feed_of_people_together_holds_them(shelf, as_public_role, client):
    query = "?person=alicia-barcena-ibarra&person=melanie-joly"
    page = client.get(f"/comunicados/{query}")
    feed = client.get(f"/comunicados/feed.rss{query}").content.decode()

    rss, *_others = [address for _form, address in page.context["feeds"]]
    assert rss.endswith("/comunicados/feed.rss" + query)
    assert feed.count("<item>") == len(listed(page))


def test_more_together_than_anybody_needs_is_named_as_an_error(shelf, client):
    query = "&".join(f"topic=none-{place}" for place in range(20))
    response = client.get(f"/comunicados/?{query}")

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["topic"]


def test_chips_take_each_filter_away(shelf, client):
    query = "q=texto&person=melanie-joly&kind=note&topic=trade&from=2022-01-01&to=2023-05-01"
    response = client.get(f"/comunicados/?{query}")
    chips = response.context["chips"]

    assert len(chips) == 6
    kept = [set(chip.without.partition("?")[2].split("&")) for chip in chips]
    assert all(len(parts) == 5 and parts < set(query.split("&")) for parts in kept)
    assert all(one | other == set(query.split("&")) for one, other in combinations(kept, 2))


def test_whole_year_is_one_chip(shelf, client):
    [chip] = client.get("/comunicados/?from=2022-01-01&to=2022-12-31").context["chips"]

    assert (chip.value, chip.without) == ("2022", "/comunicados/")


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ("?q=&person=&from=&to=", "/comunicados/"),
        ("?topic=trade&q=texto&kind=", "/comunicados/?q=texto&topic=trade"),
        ("?q=texto&order=relevance&kind=", "/comunicados/?q=texto&order=relevance"),
        ("?from=yesterday&to=", "/comunicados/?from=yesterday"),
        ("?party=canada&party=", "/comunicados/?party=canada"),
    ],
)
def test_form_not_filled_in_everywhere_leads_to_the_short_address(shelf, client, given, short):
    response = client.get(f"/comunicados/{given}")

    assert (response.status_code, response["Location"]) == (301, short)
    assert client.get(short).status_code == 200


def test_search_form_keeps_what_the_list_is_narrowed_to(shelf, client):
    page = client.get("/comunicados/?person=melanie-joly&kind=note").content.decode()

    assert '<input type="hidden" name="person" value="melanie-joly">' in page
    assert '<input type="hidden" name="kind" value="note">' in page
