"""What the production server's door gives by itself, and what it leaves to Django."""

import pytest
from django.core.cache import caches
from django.db import OperationalError, connections
from django.test.utils import CaptureQueriesContext

from comunicados.public import clock as content_clock
from comunicados.public import kept
from tests import factories as make
from tests.production import ProductionClient

# the clock ticks when a transaction commits, so these commit
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "public"])

LIST = "/comunicados/"


@pytest.fixture
def client() -> ProductionClient:
    return ProductionClient()


@pytest.fixture
def live(clock, publish, ana):
    publication = publish(make.communique(ana, participants=[make.appointment()]))
    clock.tick()  # past the second in which dates in headers would say nothing
    return publication


def asked(client, address: str, **headers: str):
    """The answer, and how many queries of the public face it took."""
    with CaptureQueriesContext(connections["public"]) as queries:
        answer = client.get(address, **headers)
    return answer, len(queries)


def test_kept_answer_is_the_one_that_was_made(live, client):
    made = client.get(live.path)
    again, queries = asked(client, live.path)

    assert queries == 1
    assert (again.status_code, again.content, again.headers) == (200, made.content, made.headers)
    assert "default-src 'none'" in again["Content-Security-Policy"]
    assert (again["X-Content-Type-Options"], again["X-Frame-Options"]) == ("nosniff", "DENY")


def test_kept_answer_is_told_by_its_date_alone(live, client):
    made = client.get(LIST)
    again, queries = asked(client, LIST, HTTP_IF_MODIFIED_SINCE=made["Last-Modified"])

    assert (again.status_code, again.content, queries) == (304, b"", 1)
    assert (again["ETag"], again["Cache-Control"]) == (made["ETag"], "no-cache")


def test_date_says_nothing_beside_an_etag_that_is_not_held(live, client):
    made = client.get(LIST)
    headers = {"HTTP_IF_MODIFIED_SINCE": made["Last-Modified"], "HTTP_IF_NONE_MATCH": '"another"'}

    assert client.get(LIST, **headers).status_code == 200


def test_head_of_a_kept_answer_has_no_body(live, client):
    made = client.get(LIST)
    head = client.head(LIST)

    assert (head.status_code, head.content, head["Content-Length"]) == (200, b"", str(len(made.content)))


def test_what_was_kept_for_one_host_is_given_to_no_other(live, client):
    client.get(LIST)

    assert client.get(LIST, HTTP_HOST="evil.example").status_code == 400


@pytest.mark.parametrize("address", ["/comunicados/%3Fkind=communique", "/nada/", "/comunicados/?from=ayer"])
def test_an_address_is_told_from_one_that_looks_like_it(live, client, address):
    """A question mark of the path is none of the query; what is not found is not kept."""
    client.get("/comunicados/?kind=communique")
    first, second = client.get(address), client.get(address)

    assert first.status_code == second.status_code == (200 if "ayer" in address else 404)


def test_large_answers_are_made_each_time(live, client, monkeypatch):
    monkeypatch.setattr(kept, "MOST_BYTES", 10)
    client.get(LIST)
    again, queries = asked(client, LIST)

    assert again.status_code == 200
    assert queries > 1


def test_desk_asks_for_no_clock(live, client):
    _, queries = asked(client, "/admin/login/")

    assert queries == 0


def test_database_that_does_not_answer_is_told_by_the_view(live, client, monkeypatch):
    """And the answer of the moment before is not given in its place."""
    client.get(LIST)

    def read():
        raise OperationalError("the database is not there")

    monkeypatch.setattr(content_clock, "read", read)
    client.raise_request_exception = False

    assert client.get(LIST).status_code == 500


def test_clock_that_was_put_back_is_read_whole(live, clock):
    """Computers' clocks are put right now and then."""
    before = content_clock.read()
    clock.tick(minutes=5)
    assert content_clock.read() is before

    clock.set(before.last_change - (before.now - before.last_change))
    assert content_clock.read() is not before


def test_parts_of_pages_are_not_given_for_another_clock(live, client, clock, publish, ana):
    before = client.get(LIST).content
    caches["pages"].clear()
    publish(headline_es="Otro asunto")
    after = client.get(LIST).content.decode()

    assert "Otro asunto" in after
    assert "Otro asunto" not in before.decode()


def test_parts_of_pages_name_their_feeds_at_the_host_that_was_asked(live, client, settings):
    settings.ALLOWED_HOSTS = ["testserver", "localhost"]
    client.get(LIST)
    page = client.get(LIST, HTTP_HOST="localhost").content.decode()

    assert 'href="http://localhost/comunicados/feed.rss"' in page
    assert "testserver" not in page
