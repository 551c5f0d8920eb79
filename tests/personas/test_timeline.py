"""Timelines: gaps and overlaps are told and never refused, and a day has its holders."""

import datetime as dt

import pytest

from personas.models import Person
from personas.timeline import Timeline, holders_on, titles_of
from personas.title_gaps import title_gaps, title_on_each
from tests import factories as make

pytestmark = pytest.mark.django_db

TODAY = dt.date(2024, 1, 15)


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def of_post(*periods: tuple[str, str], acting: int = -1) -> Timeline:
    post = make.position()
    for number, (start, end) in enumerate(periods):
        holder = make.person(f"Persona {number}")
        make.appointment(holder, post, starts_on=day(start), ends_on=day(end), is_acting=number == acting)
    return Timeline.of_post(post, TODAY)


@pytest.mark.parametrize(
    ("periods", "gaps"),
    [
        ([("2020-01-01", "2021-01-01"), ("2021-01-01", "")], [None, None]),
        ([("2020-01-01", "2021-01-01"), ("2021-02-01", "")], [None, ("2021-01-01", "2021-01-31")]),
        ([("2020-01-01", ""), ("2021-02-01", "")], [None, None]),
        # the second lies within the first: the gap begins where the longer one ends
        (
            [("2020-01-01", "2022-01-01"), ("2020-02-01", "2020-03-01"), ("2023-01-01", "")],
            [None, None, ("2022-01-01", "2022-12-31")],
        ),
        ([("", "2021-01-01"), ("2022-01-01", "")], [None, ("2021-01-01", "2021-12-31")]),
    ],
)
def test_gaps_of_a_post(clock, periods, gaps):
    told = [entry.gap and tuple(map(str, entry.gap)) for entry in of_post(*periods).entries]

    assert told == gaps


def test_overlap_is_told_of_both_and_explained_by_an_acting_holder(clock):
    periods = [("2020-01-01", "2021-01-01"), ("2020-06-01", "")]

    assert [len(entry.unexplained) for entry in of_post(*periods).entries] == [1, 1]
    acting = of_post(*periods, acting=1).entries
    assert [(len(entry.others), len(entry.unexplained)) for entry in acting] == [(1, 0), (1, 0)]


def test_two_posts_of_a_person_at_once_are_no_overlap(clock):
    alicia = make.person()
    for _ in range(2):
        make.appointment(alicia, make.position(), starts_on=TODAY)

    assert [entry.others for entry in Timeline.of_person(alicia, TODAY).entries] == [[], []]


def test_bars_stay_within_the_drawing(clock):
    bars = [entry.bar for entry in of_post(("", "2000-01-01"), ("2000-01-01", "2000-01-02"), ("", "")).entries]

    assert all(bar.start >= 0 and bar.width > 0 and bar.start + bar.width <= 1000 + 6 for bar in bars)


def test_day_has_the_holders_of_all_posts_below(clock, django_assert_num_queries):
    ministry = make.body()
    office = make.body("Subsecretaría", parent=ministry)
    minister, below = make.position(organization=ministry), make.position(organization=office)
    alicia = make.appointment(post=minister, ends_on=dt.date(2024, 10, 1))
    juan = make.appointment(Person.objects.create(name_es="Juan"), minister, starts_on=dt.date(2024, 10, 1))

    told = {date: holders_on(ministry, day(date)) for date in ("2024-09-30", "2024-10-01")}
    assert [[post.holders for post in posts] for posts in told.values()] == [[[alicia], []], [[juan], []]]
    assert {post.position for post in told["2024-10-01"]} == {minister, below}


def test_titles_end_the_day_before_the_next_begins(clock):
    post = make.position()
    post.titles.create(starts_on=dt.date(2018, 12, 1), feminine_es="canciller", masculine_es="canciller")

    assert [entry.until for entry in titles_of(post)] == [dt.date(2018, 11, 30), None]
    assert title_on_each(post, dt.date(2018, 12, 1)) == {"es": "canciller", "en": ""}


def test_gap_of_the_titles_is_told(clock):
    post = make.position()
    post.titles.update(starts_on=dt.date(2018, 12, 1))
    make.appointment(post=post, starts_on=dt.date(2018, 1, 1))
    post.titles.create(starts_on=dt.date(2019, 12, 1), masculine_es="canciller")

    assert len(title_gaps(post)) == 2
    assert "Alicia Bárcena Ibarra" in title_gaps(post)[0]
