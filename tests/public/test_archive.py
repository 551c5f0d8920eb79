"""The archive: how much lies in which year, month and day, and what stands beside."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.public.listed import listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def days(publish):
    """Two texts of one day, one of another, one of another month, one of another year."""
    dates = [
        dt.date(2024, 1, 15),
        dt.date(2024, 1, 15),
        dt.date(2024, 1, 3),
        dt.date(2023, 11, 9),
        dt.date(2021, 5, 2),
    ]
    return [publish(headline_es=f"Comunicado {place}", date=date) for place, date in enumerate(dates)]


def neighbours(client, address: str) -> dict[str, str]:
    return {side: href for side, (_, href) in client.get(address).context["neighbours"].items()}


def numbers(weeks) -> dict[int, int]:
    return {place.date.day: place.number for week in weeks for place in week if place.number}


def test_front_page_links_each_year_with_how_many_it_holds(days, as_public_role, client):
    years = client.get("/comunicados/").context["years"]

    assert [(year.label, year.number, year.href) for year in years] == [
        ("2024", 3, "/comunicados/2024/"),
        ("2023", 1, "/comunicados/2023/"),
        ("2021", 1, "/comunicados/2021/"),
    ]
    assert list(client.get("/en/communiques/").context["years"]) == []


def test_years_are_counted_as_far_as_anybody_counts(days, client, monkeypatch):
    monkeypatch.setattr("comunicados.public.archive.BESIDE", 1)

    assert [year.number for year in client.get("/comunicados/").context["years"]] == [2, 1, 1]


def test_year_says_how_many_each_month_holds(days, as_public_role, client):
    months = client.get("/comunicados/2024/").context["months"]

    assert [month.number for month in months] == [3] + [0] * 11
    assert [month.href for month in months][:2] == ["/comunicados/2024/01/", ""]
    assert [(bar.figure.label, bar.figure.number) for bar in months[0].days.bars] == [("3", 1), ("15", 2)]


def test_month_is_a_calendar_of_the_days_that_hold_something(days, as_public_role, client):
    response = client.get("/comunicados/2024/01/")
    weeks = response.context["weeks"]

    assert numbers(weeks) == {3: 1, 15: 2}
    assert response.content.decode().count('<th scope="col">') == 7
    assert [place.date.day for week in weeks for place in week if place.date] == list(range(1, 32))
    assert response.content.decode().count('href="/comunicados/2024/01/15/"') == 1


@pytest.mark.parametrize(("address", "first"), [("/comunicados/2024/01/", 0), ("/en/communiques/2024/01/", 6)])
def test_week_begins_as_readers_of_the_language_are_used_to(agenda, client, address, first):
    """1 January 2024 was a Monday."""
    response = client.get(address)
    week = response.context["weeks"][0]

    assert next(place for place in week if place.date).date == dt.date(2024, 1, 1)
    assert [bool(place.date) for place in week].index(True) == (0 if first == 0 else 1)
    assert len(response.context["weekdays"]) == len(week) == 7


@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        ("/comunicados/2024/01/15/", "/comunicados/2024/01/03/", None),
        ("/comunicados/2024/01/03/", "/comunicados/2023/11/09/", "/comunicados/2024/01/15/"),
        ("/comunicados/2024/01/", "/comunicados/2023/11/", None),
        ("/comunicados/2023/11/", "/comunicados/2021/05/", "/comunicados/2024/01/"),
        ("/comunicados/2023/", "/comunicados/2021/", "/comunicados/2024/"),
        ("/comunicados/2021/", None, "/comunicados/2023/"),
    ],
)
def test_neighbours_are_the_nearest_that_hold_something(days, as_public_role, client, address, before, after):
    found = neighbours(client, address)

    assert (found.get("before"), found.get("after")) == (before, after)
    for href in found.values():
        assert listed(client.get(href))


def test_archive_knows_nothing_of_what_is_not_listed(days, publish, clock, carmen, client):
    publish(headline_es="Mañana", date=dt.date(2024, 1, 20), at=clock.in_(days=1))
    clock.tick()
    days[2].version.withdraw(by=carmen, reason="Contenía un error de hecho.")

    assert numbers(client.get("/comunicados/2024/01/").context["weeks"]) == {15: 2}
    assert client.get("/comunicados/").context["years"][0].number == 2
    assert neighbours(client, "/comunicados/2024/01/15/") == {"before": "/comunicados/2023/11/09/"}


def test_archive_counts_the_language_of_its_page(days, agenda, client):
    assert numbers(client.get("/en/communiques/2024/01/").context["weeks"]) == {15: 1}
    assert numbers(client.get("/comunicados/2024/01/").context["weeks"]) == {3: 1, 15: 3}


def test_last_month_of_all_years_has_a_calendar(publish, client):
    publish(date=dt.date(9999, 12, 31))

    assert numbers(client.get("/comunicados/9999/12/").context["weeks"]) == {31: 1}
    assert client.get("/comunicados/9999/").status_code == 200


def test_period_that_was_narrowed_has_no_calendar(days, client):
    assert b'<table class="calendar">' in client.get("/comunicados/2024/01/").content
    assert b'<table class="calendar">' not in client.get("/comunicados/2024/01/?q=zzz").content


@pytest.mark.parametrize("address", ["/comunicados/", "/comunicados/2024/", "/comunicados/2024/01/"])
def test_archive_asks_as_often_for_many_days_as_for_one(publish, client, address):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    publish()
    one = asked()
    for day in (3, 4, 5):
        publish(headline_es=f"Comunicado {day}", date=dt.date(2024, 1, day))

    assert asked() == one
