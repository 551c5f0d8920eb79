"""The geometry of charts: nothing leaves the drawing, lengths are as the figures are, open ends are open."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from comunicados.public.charts import LEAST, PLOT, BarChart, Figure, Timeline, every_year

numbers = st.lists(st.integers(0, 20_000), max_size=200)
days = st.none() | st.dates()


@dataclass(frozen=True)
class Period:
    starts_on: dt.date | None
    ends_on: dt.date | None


@st.composite
def periods(draw) -> Period:
    first, second = draw(days), draw(days)
    return Period(min(first, second), max(first, second)) if first and second else Period(first, second)


def chart(of: list[int]) -> BarChart:
    return BarChart([Figure(str(place), number) for place, number in enumerate(of)])


@given(of=numbers)
def test_bars_stand_side_by_side_within_the_drawing(of):
    bars = chart(of).bars

    assert [bar.figure.number for bar in bars] == [number for number in of if number]
    assert all(bar.start >= 0 and bar.start + bar.extent <= 100.001 for bar in bars)
    assert all(left.start + left.extent < right.start for left, right in pairwise(bars))


@given(of=numbers.filter(any))
def test_bars_are_as_tall_as_their_figures(of):
    for bar in chart(of).bars:
        assert bar.height == max(PLOT * bar.figure.number / max(of), LEAST)
        assert LEAST <= bar.height <= PLOT
        assert abs(float(bar.y) + float(bar.tall) - PLOT) < 0.02


def test_charts_with_one_scale_are_compared_by_height():
    small, large = (BarChart([Figure("", number)], most=10) for number in (5, 10))

    assert (small.bars[0].height, large.bars[0].height) == (PLOT / 2, PLOT)


@given(of=numbers)
def test_labels_are_few_apart_and_end_with_the_last(of):
    labels = chart(of).labels

    assert len(labels) <= 6
    assert [label.text for label in labels[-1:]] == [str(len(of) - 1)][: len(of)]
    assert all(right.at - left.at > 10 for left, right in pairwise(labels))


@given(of=st.lists(periods(), min_size=1, max_size=20), today=st.dates())
def test_tracks_stay_within_the_scale_in_the_order_of_their_days(of, today):
    timeline = Timeline(of, today)

    for period, track in timeline.rows:
        assert track.start >= 0
        assert track.extent > 0
        assert track.start + track.extent <= 100.001
        assert track.opens_before == (period.starts_on is None)
        assert track.opens_after == (period.ends_on is None)
    begun = sorted((row for row in timeline.rows if row[0].starts_on), key=lambda row: row[0].starts_on)
    assert all(one[1].start <= other[1].start + 1 for one, other in pairwise(begun))


@given(of=st.lists(periods(), min_size=1, max_size=20), today=st.dates())
def test_years_of_a_scale_are_few_and_hold_every_day(of, today):
    timeline = Timeline(of, today)
    known = [day.year for period in of for day in (period.starts_on, period.ends_on) if day]

    assert 1 <= len(timeline.labels) <= 6
    assert all(timeline.first_year <= year <= timeline.last_year for year in known)
    assert timeline.is_drawn == bool(known)


def test_unknown_beginning_lies_before_every_known_day():
    since, until = dt.date(2020, 3, 1), dt.date(2022, 3, 1)
    timeline = Timeline([Period(None, until), Period(since, until)], dt.date(2024, 1, 15))
    open_one, whole = timeline.tracks

    assert open_one.start == 0 < whole.start
    assert open_one.start + open_one.extent == whole.start + whole.extent < 100
    assert timeline.has_open_ends


def test_open_end_reaches_beyond_today():
    timeline = Timeline([Period(dt.date(2020, 3, 1), None)], dt.date(2024, 1, 15))

    assert timeline.last_year == 2025
    assert timeline.tracks[0].end == "100.00%"


def test_years_without_any_have_their_place():
    assert every_year({2021: 3, 2024: 1}) == [(2021, 3), (2022, 0), (2023, 0), (2024, 1)]
    assert every_year({}) == []
