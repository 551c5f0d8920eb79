"""Whatever is typed into an address or a query string, the answer is a page, never a failure."""

import string
from urllib.parse import quote, quote_from_bytes

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.django_db

LISTS = ["/comunicados/", "/comunicados/feed.rss", "/en/communiques/2024/", "/personas/", "/en/parties/canada/"]
NAMES = ["q", "person", "party", "kind", "topic", "from", "to", "before", "after", "letter", "nonsense"]
TRICKS = [
    "\x00", "\x0b", "\ufffe", "'", '"', "%", "\\", "0001-01-01", "9999-12-31", "99999-01-01", "-1", "2024-02-30",
    "a" * 5000, "((", "a & !", "☃", "9" * 40, "AAAAAAAAAAAAAAAAAAAAAAAAAAA", "_" * 27, "١٢٣٤-٠١-٠١", "null",
]  # fmt: skip

values = st.one_of(
    st.sampled_from(TRICKS).map(lambda text: quote(text, safe="")),
    st.text(max_size=40).map(lambda text: quote(text.encode("utf-8", "surrogatepass"))),
    st.binary(max_size=20).map(quote_from_bytes),
)
queries = st.lists(st.tuples(st.sampled_from(NAMES), values), max_size=5).map(
    lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
)
pieces = st.one_of(
    st.sampled_from(
        ["2024", "01", "15", "v", "1", "0000", "9999", "99999999999999999999", "feed.rss", "canada", ".."]
    ),
    st.text(string.ascii_lowercase + string.digits + "-_.%áñ\x00\x0b", min_size=1, max_size=12).map(quote),
    st.binary(min_size=1, max_size=8).map(quote_from_bytes),
)
roots = st.sampled_from(["comunicados", "en/communiques", "personas", "cargos", "paises", "en/people", "en"])
few = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@few
@given(place=st.sampled_from(LISTS), query=queries)
def test_any_query_is_answered(agenda, as_public_role, client, place, query):
    assert client.get(f"{place}?{query}").status_code in {200, 301, 400, 404}


@few
@given(root=roots, parts=st.lists(pieces, max_size=6), slash=st.sampled_from(["", "/"]))
def test_any_path_is_answered(agenda, as_public_role, client, root, parts, slash):
    assert client.get("/" + "/".join([root, *parts]) + slash).status_code in {200, 301, 302, 400, 404}


@few
@given(tag=st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=40))
def test_door_opens_whatever_is_preferred(client, tag):
    assert client.get("/", headers={"accept-language": tag}).status_code == 302
