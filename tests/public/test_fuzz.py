"""Whatever is typed into an address or a query string, the answer is a page, never a failure.

`make fuzz` asks thousands, by the chance of its SEED; the suite asks the same few each time. What was once found to
fail stands in FOUND.
"""

import os
import re
import string
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, quote_from_bytes, urlsplit

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.public.crawl import Crawl

pytestmark = pytest.mark.django_db

CASES = int(os.environ.get("FUZZ", "0"))
FOUND = ["/comunicados/?q=%00", "/personas/?letter=%EF%BF%BE", "/comunicados/0000/", "/comunicados/?before=____"]
ANSWERED = {200, 301, 302, 400, 404, 410}
TRICKS = [
    "\x00", "\x0b", "\ufffe", "'", '"', "%", "\\", "0001-01-01", "9999-12-31", "99999-01-01", "-1", "2024-02-30",
    "a" * 5000, "((", "a & !", "☃", "9" * 40, "AAAAAAAAAAAAAAAAAAAAAAAAAAA", "_" * 27, "١٢٣٤-٠١-٠١", "null",
    "Comunicado 99999999999999999999", "n.º 1/0000", "relevance", "agenda" * 40, "<script>", "a:*", "..",
]  # fmt: skip
GOOD = ["2024", "01", "15", "1", "canada", "mexico", "communique", "alicia-barcena-ibarra", "migration", "agenda"]

values = st.one_of(
    st.sampled_from(TRICKS + GOOD).map(lambda text: quote(text, safe="")),
    st.text(max_size=40).map(lambda text: quote(text.encode("utf-8", "surrogatepass"))),
    st.binary(max_size=20).map(quote_from_bytes),
)
pieces = st.one_of(
    st.sampled_from([*GOOD, "v", "0000", "9999", "99999999999999999999", "feed.rss", "feed.atom", "a" * 64, ".."]),
    st.text(string.ascii_lowercase + string.digits + "-_.%áñ\x00\x0b", min_size=1, max_size=12).map(quote),
    st.binary(min_size=1, max_size=8).map(quote_from_bytes),
)
asked = settings(
    max_examples=CASES or 60,
    derandomize=not CASES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Each pattern of the public face, in the words of the URL conf."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route


ROUTES = sorted(set(routes(get_resolver("comunicados.public.urls"))))


@pytest.fixture
def site(agenda, as_public_role, client) -> tuple[list[str], list[str]]:
    """The addresses that a reader finds, without their queries, and every name that a query or form of theirs has."""
    crawl = Crawl(client)
    pages = [answer.content.decode("utf-8", "ignore") for answer in crawl.answers.values()]
    names = {name for page in pages for name in re.findall(r'<(?:input|select)[^>]* name="([^"]+)"', page)}
    names |= {name for address in crawl.answers for name, _ in parse_qsl(urlsplit(address).query)}
    return sorted({urlsplit(address).path for address in crawl.answers}), sorted({*names, "before", "after", "none"})


@asked
@given(data=st.data())
def test_any_query_is_answered(site, client, data):
    places, names = site
    place = data.draw(st.sampled_from(places))
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(names), values), max_size=5))
    query = "&".join(f"{name}={value}" for name, value in pairs)
    assert client.get(f"{place}?{query}").status_code in ANSWERED


@asked
@given(data=st.data())
def test_any_value_in_a_pattern_is_answered(agenda, as_public_role, client, data):
    route = data.draw(st.sampled_from(ROUTES))
    path = re.sub(r"<[^>]+>", lambda part: data.draw(pieces, label=part[0]), route)
    assert client.get(f"/{path}").status_code in ANSWERED


@asked
@given(
    root=st.sampled_from(sorted({"/".join(route.split("/")[:2]) for route in ROUTES})),
    parts=st.lists(pieces, max_size=6),
    slash=st.sampled_from(["", "/"]),
)
def test_any_path_is_answered(agenda, as_public_role, client, root, parts, slash):
    path = "/".join([re.sub(r"<[^>]+>", "2024", root), *parts])
    assert client.get(f"/{path}{slash}").status_code in ANSWERED


@asked
@given(
    name=st.sampled_from(["if-none-match", "if-modified-since", "accept-encoding", "accept", "range", "host"]),
    value=st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=40),
    place=st.sampled_from(["/comunicados/", "/comunicados/feed.rss", "/en/people/"]),
)
def test_any_header_is_answered(agenda, as_public_role, client, name, value, place):
    assert client.get(place, headers={name: value}).status_code in ANSWERED | {304}


@asked
@given(tag=st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=40))
def test_door_opens_whatever_is_preferred(client, tag):
    assert client.get("/", headers={"accept-language": tag}).status_code == 302


@pytest.mark.parametrize("address", FOUND)
def test_what_once_failed_is_answered(agenda, as_public_role, client, address):
    assert client.get(address).status_code in ANSWERED
