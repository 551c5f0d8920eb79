"""No visitor makes the database work for long: what takes more than a second is answered by a page that says so."""

import pytest
from django.db import OperationalError, connections
from psycopg_pool import PoolTimeout

from comunicados.public import clock as content_clock
from comunicados.public.models import Silence

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "public"])


@pytest.fixture
def slow(monkeypatch):
    """The list's sentence about silences takes as long as it may."""

    def told():
        with connections["public"].cursor() as cursor:
            cursor.execute("SET statement_timeout = 20")
            try:
                cursor.execute("SELECT pg_sleep(30)")
            finally:
                cursor.execute("RESET statement_timeout")

    monkeypatch.setattr(Silence.objects, "told", told)


def test_statement_of_the_public_face_ends_after_a_second(db):
    with connections["public"].cursor() as cursor:
        cursor.execute("SHOW statement_timeout")

        assert cursor.fetchone() == ("1s",)


@pytest.mark.parametrize(
    ("address", "language"), [("/comunicados/feed.rss", "es"), ("/en/communiques/feed.rss", "en")]
)
def test_answer_that_takes_too_long_says_so_and_when_to_try_again(slow, client, address, language):
    response = client.get(address)

    assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (503, "10", "no-cache")
    assert f'<html lang="{language}">' in response.content.decode()


def test_answer_that_takes_too_long_is_not_kept(slow, client, monkeypatch):
    client.get("/comunicados/feed.rss")
    monkeypatch.undo()

    assert client.get("/comunicados/feed.rss").status_code == 200


def test_wait_for_a_connection_is_too_long_as_well(client, db, monkeypatch):
    def read():
        try:
            raise PoolTimeout("couldn't get a connection after 30.00 sec")
        except PoolTimeout as error:
            raise OperationalError(str(error)) from error

    monkeypatch.setattr(content_clock, "read", read)

    assert client.get("/comunicados/").status_code == 503


def test_other_fault_of_the_database_is_no_overload(client, db, monkeypatch):
    def read():
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(content_clock, "read", read)
    client.raise_request_exception = False

    assert client.get("/comunicados/").status_code == 500
