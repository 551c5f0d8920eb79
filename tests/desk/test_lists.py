"""The list of communiqués: what it shows, finds, filters, and how often it asks."""

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db
LIST = "/admin/comunicados/communique/"


def shown(response):
    return [communique.pk for communique in response.context["cl"].result_list]


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_depend_on_the_rows(desk, ana, clock, rows, django_assert_num_queries):
    for row in range(rows):
        make.communique(ana, kind=make.kind(f"kind-{row}"))
    client = desk(ana)

    with django_assert_num_queries(12):
        client.get(LIST)


def test_row_says_the_state_of_each_language(desk, draft, live, ana):
    page = desk(ana).get(LIST).content.decode()

    assert '<span class="state state-live">live</span>' in page
    assert '<span class="state state-draft">draft</span>' in page
    assert "1/2024" in page


def test_language_that_nobody_wrote_is_called_so(desk, clock, ana):
    make.communique(ana, headline_en="", body_en="")

    assert '<span class="state state-empty">not written</span>' in desk(ana).get(LIST).content.decode()


@pytest.mark.parametrize("text", ["mexico acuerdan", "COMMON agenda", "México Mexico"])
def test_search_finds_the_headline_of_either_language(desk, draft, ana, text):
    make.communique(ana, headline_es="Otro", headline_en="Other")

    assert shown(desk(ana).get(LIST, {"q": text})) == [draft.pk]


@pytest.mark.parametrize(("query", "found"), [("es=live", True), ("en=live", False), ("en=draft", True)])
def test_filter_by_the_state_of_a_language(desk, draft, live, ana, query, found):
    assert shown(desk(ana).get(f"{LIST}?{query}")) == ([draft.pk] if found else [])


def test_filter_by_kind(desk, draft, ana):
    assert shown(desk(ana).get(LIST, {"kind": draft.kind.slug})) == [draft.pk]
    assert shown(desk(ana).get(LIST, {"kind": "other"})) == []


@pytest.mark.parametrize(
    "query",
    [
        "es=x",
        "kind=%27",
        "date__year=99999",
        "date__year=9999",
        "date__year=x",
        "p=x",
        "p=9999999999",
        "o=99",
        "q=%25",
    ],
)
def test_wild_parameters_are_no_error(desk, draft, ana, query):
    assert desk(ana).get(f"{LIST}?{query}").status_code in (200, 302)
