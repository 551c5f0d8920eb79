"""The geometry of the site's charts: along in per cent of the width, so that they are drawn at any; upward in pixels.

What a chart shows is said in words or in a table beside it; a drawing holds no link and no figure of its own.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

PLOT = 96  # pixels: the height of the tallest bar
LEAST = 2  # pixels: what is there is seen
FILLED = 0.8  # of its place along the width, that a bar fills
PLACES = 8  # few bars are not drawn wider than if there were so many
LABELS = 6  # as many years stand beside one another on a phone
HALF_A_YEAR = 5.5  # per cent: what half of its four digits takes there
SHORTEST = 0.8  # per cent: a day in a post is seen, too


def percent(share: float) -> str:
    """For an attribute, whatever the language of the page."""
    return f"{share:.2f}%"


@dataclass(frozen=True)
class Figure:
    """A row of the table: what was counted, how many, and where they are listed ("" for nowhere)."""

    label: str
    number: int
    href: str = ""


@dataclass(frozen=True)
class Label:
    """Words below the drawing, that stay within it at both its ends."""

    text: str
    at: float

    @property
    def x(self) -> str:
        return percent(self.at)

    @property
    def anchor(self) -> str:
        if self.at < HALF_A_YEAR:
            return "start"
        return "end" if self.at > 100 - HALF_A_YEAR else "middle"


@dataclass(frozen=True)
class Stretch:
    """Of the width of the drawing, in per cent."""

    start: float
    extent: float

    @property
    def x(self) -> str:
        return percent(self.start)

    @property
    def width(self) -> str:
        return percent(self.extent)


@dataclass(frozen=True)
class Bar(Stretch):
    figure: Figure
    height: float

    @property
    def y(self) -> str:
        return f"{PLOT - self.height:.2f}"

    @property
    def tall(self) -> str:
        return f"{self.height:.2f}"


class BarChart:
    """One bar for each figure, in their order; charts that are compared share the `most` of the tallest bar."""

    def __init__(self, figures: Sequence[Figure], most: int = 0) -> None:
        self.figures = figures
        self.most = most or max((figure.number for figure in figures), default=0)
        self.place = 100 / max(len(figures), PLACES)
        self.bars = [self._bar(order, figure) for order, figure in enumerate(figures) if figure.number]

    def _bar(self, order: int, figure: Figure) -> Bar:
        start = (order + (1 - FILLED) / 2) * self.place
        height = max(PLOT * figure.number / self.most, LEAST)
        return Bar(start, FILLED * self.place, figure, height)

    @property
    def total(self) -> int:
        return sum(figure.number for figure in self.figures)

    @property
    def tallest(self) -> Figure:
        return max(self.figures, key=lambda figure: figure.number)

    @property
    def last(self) -> Figure:
        return self.figures[-1]

    @property
    def labels(self) -> list[Label]:
        """Of so many bars, counted from the last, that they do not run into one another."""
        every = max(-(-len(self.figures) // LABELS), 1)
        shown = range(len(self.figures) - 1, -1, -every)
        return [Label(self.figures[order].label, (order + 0.5) * self.place) for order in reversed(shown)]


@dataclass(frozen=True)
class Track(Stretch):
    """A period in its row; an end that is open is not known, or has not come."""

    opens_before: bool
    opens_after: bool

    @property
    def end(self) -> str:
        return percent(self.start + self.extent)


class Period(Protocol):
    """From the first day until before the second; either may be unknown."""

    @property
    def starts_on(self) -> dt.date | None: ...
    @property
    def ends_on(self) -> dt.date | None: ...


class Timeline:
    """Periods below one another on one scale of whole years, which reaches beyond today where an end is open."""

    def __init__(self, rows: Iterable[Period], today: dt.date) -> None:
        periods = list(rows)
        known = [day for period in periods for day in (period.starts_on, period.ends_on) if day]
        begins_anywhere = any(period.starts_on is None for period in periods)
        ends_anywhere = any(period.ends_on is None for period in periods)
        self.is_drawn = bool(known)
        edges = [*known, *([today] if ends_anywhere or not known else [])]
        self.last_year = min(max(edges).year + 1, dt.MAXYEAR)  # the scale ends with its first day
        self.first_year = max(min(min(edges).year, self.last_year - 1) - begins_anywhere, dt.MINYEAR)
        self.tracks = [self._track(period.starts_on, period.ends_on) for period in periods]
        self.rows = list(zip(periods, self.tracks, strict=True))

    def _at(self, day: dt.date) -> float:
        first, last = dt.date(self.first_year, 1, 1), dt.date(self.last_year, 1, 1)
        return min(100 * (day - first).days / (last - first).days, 100.0)

    def _track(self, start: dt.date | None, end: dt.date | None) -> Track:
        begins, ends = self._at(start) if start else 0.0, self._at(end) if end else 100.0
        extent = max(ends - begins, SHORTEST)
        return Track(min(begins, 100 - extent), extent, start is None, end is None)

    @property
    def labels(self) -> list[Label]:
        """The years at whose first days lines are drawn."""
        every = -(-(self.last_year - self.first_year) // LABELS)
        years = range(self.first_year, self.last_year, every)
        return [Label(str(year), self._at(dt.date(year, 1, 1))) for year in years]

    @property
    def has_open_ends(self) -> bool:
        return any(track.opens_before or track.opens_after for track in self.tracks)


def every_year(numbers: dict[int, int]) -> list[tuple[int, int]]:
    """The years from the first to the last of these, with 0 for one that has none."""
    if not numbers:
        return []
    return [(year, numbers.get(year, 0)) for year in range(min(numbers), max(numbers) + 1)]
