"""How much of the archive lies where: its years, the months of a year, the days of a month as a calendar."""

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connections, router
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import get_format

from comunicados.public.addresses import address
from comunicados.public.charts import BarChart, Figure
from comunicados.public.models import Publication

BESIDE = 1_000  # what stands beside a link is exact up to here: a page has many of them

# From year to year along the index of dates, each counted as far as that.
YEARS = """
WITH RECURSIVE listed AS NOT MATERIALIZED (
    SELECT date FROM published_publication WHERE is_listed AND language = %(language)s
), newest (day) AS (
    (SELECT date FROM listed ORDER BY date DESC LIMIT 1)
    UNION ALL
    SELECT (SELECT date FROM listed WHERE date < date_trunc('year', newest.day)::date ORDER BY date DESC LIMIT 1)
    FROM newest WHERE newest.day IS NOT NULL
)
SELECT extract(year FROM day)::integer, (
    SELECT count(*) FROM (
        SELECT FROM listed WHERE date BETWEEN date_trunc('year', day)::date AND day LIMIT %(counted)s
    ) AS of_the_year)
FROM newest WHERE day IS NOT NULL ORDER BY day DESC
"""


def years(language: str) -> list[Figure]:
    """Those that hold texts in that language, the newest first."""
    with connections[router.db_for_read(Publication)].cursor() as cursor:
        cursor.execute(YEARS, {"language": language, "counted": BESIDE + 1})
        return [Figure(str(year), number, address("year", year=year)) for year, number in cursor]


@dataclass(frozen=True)
class Month:
    first: dt.date
    days: BarChart
    number: int
    href: str


@dataclass(frozen=True)
class Day:
    """A place of the calendar; without a `date` it lies in the month before or after."""

    date: dt.date | None
    number: int = 0
    href: str = ""


def months(year: int, numbers: Mapping[dt.date, int]) -> list[Month]:
    """The twelve of a year, with their days to one scale."""
    most = max(numbers.values(), default=0)
    return [_month(year, month, numbers, most) for month in range(1, 13)]


def _month(year: int, month: int, numbers: Mapping[dt.date, int], most: int) -> Month:
    first = dt.date(year, month, 1)
    days = [first.replace(day=day + 1) for day in range(calendar.monthrange(year, month)[1])]
    chart = BarChart([Figure(str(day.day), numbers.get(day, 0)) for day in days], most)
    number = sum(numbers.get(day, 0) for day in days)
    return Month(first, chart, number, address("month", year=year, month=month) if number else "")


def weeks(first: dt.date, numbers: Mapping[dt.date, int]) -> list[list[Day]]:
    """The month that begins on that day, from the first weekday of the page's language on."""

    def place(day: int) -> Day:
        if not day:
            return Day(None)
        date = first.replace(day=day)
        number = numbers.get(date, 0)
        return Day(date, number, address("day", year=date.year, month=date.month, day=day) if number else "")

    rows = calendar.Calendar(_first_weekday()).monthdayscalendar(first.year, first.month)
    return [[place(day) for day in row] for row in rows]


def weekdays() -> list[tuple[str, str]]:
    """Their short and their whole names, in the order of the calendar."""
    order = calendar.Calendar(_first_weekday()).iterweekdays()
    return [(str(WEEKDAYS_ABBR[day]), str(WEEKDAYS[day])) for day in order]


def _first_weekday() -> int:
    """Of the page's language, counted as Python does: Django counts from Sunday, Python from Monday."""
    return (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7
