"""The history of a communiqué, newest first, a page at a time: a short query for each source, however long it is."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Self

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from comunicados.desk.events import SOURCES
from comunicados.desk.in_words import who
from comunicados.desk.told import Source, Told, sections_in_words
from comunicados.enums import Language
from comunicados.models import Communique, Revision

PAGE_SIZE = 50
IN_A_ROW = dt.timedelta(minutes=10)  # saves of one person that follow each other so closely are told in one line

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)


@dataclass(frozen=True, order=True)
class Place:
    """Where an event stands in the history: its moment, then the place of its source, then its row."""

    at: dt.datetime
    rank: int
    pk: int

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises ValueError when `text` is not what `str(place)` writes."""
        found = re.fullmatch(r"([0-9]{1,16})-([0-9]{1,2})-([0-9]{1,18})", text)
        if found is None:
            raise ValueError(text)
        microseconds, rank, pk = map(int, found.groups())
        return cls(EPOCH + microseconds * MICROSECOND, rank, pk)

    def __str__(self) -> str:
        return f"{(self.at - EPOCH) // MICROSECOND}-{self.rank}-{self.pk}"

    def older(self, source: Source, rank: int) -> Q:
        """Those rows of a source that stand before this place."""
        earlier, same = Q(**{f"{source.at}__lt": self.at}), Q(**{source.at: self.at})
        if rank == self.rank:
            return earlier | (same & Q(pk__lt=self.pk))
        return earlier | same if rank < self.rank else earlier


@dataclass(frozen=True)
class Entry:
    """One event as a line of the history; `revision` where it is one."""

    place: Place
    by: User
    told: Told
    revision: Revision | None

    @property
    def sentence(self) -> str:
        return self.told.by(who(self.by))

    @property
    def language_name(self) -> str:
        return str(Language(self.told.language).label) if self.told.language else ""

    @property
    def before(self) -> int:
        """The ordinal of the revision before this one."""
        return self.revision.ordinal - 1 if self.revision else 0

    def continues(self, newer: "Entry") -> bool:
        """Whether both are plain saves of one person, shortly after each other."""
        return (
            all(_is_plain_save(entry.revision) for entry in (self, newer))
            and self.by == newer.by
            and newer.place.at - self.place.at <= IN_A_ROW
        )


@dataclass(frozen=True)
class Row:
    """What the page tells in one row: one entry, or several saves in a row, newest first."""

    entries: list[Entry]

    @property
    def newest(self) -> Entry:
        return self.entries[0]

    @property
    def folded(self) -> list[Entry]:
        return self.entries[1:]

    @property
    def before(self) -> int:
        return self.entries[-1].before

    @property
    def sentence(self) -> str:
        if not self.folded:
            return self.newest.sentence
        changed = [section for entry in self.entries if entry.revision for section in entry.revision.changed]
        return _("%(who)s saved %(count)s times: %(sections)s.") % {
            "who": who(self.newest.by),
            "count": len(self.entries),
            "sections": sections_in_words(changed),
        }


@dataclass(frozen=True)
class Day:
    date: dt.date
    rows: list[Row]


@dataclass(frozen=True)
class Timeline:
    """One page of the history."""

    days: list[Day]
    older: str  # where the next page begins; "" when there is none

    @property
    def to_compare(self) -> tuple[int, int] | None:
        """The two revisions that are chosen beforehand, by ordinal: those of the two newest rows that have one."""
        rows = [row for day in self.days for row in day.rows if row.newest.revision]
        newest = [row.newest.revision.ordinal for row in rows if row.newest.revision]
        every = [entry.revision.ordinal for row in rows for entry in row.entries if entry.revision]
        others = newest[1:] or every[1:]
        return (others[0], every[0]) if others else None

    @classmethod
    def of(cls, communique: Communique, before: Place | None = None) -> Self:
        found = sorted(_entries(communique, before), key=lambda entry: entry.place, reverse=True)
        entries = found[:PAGE_SIZE]
        return cls(
            days=[Day(date, list(_fold(day))) for date, day in groupby(entries, _date)],
            older=str(entries[-1].place) if len(found) > PAGE_SIZE else "",
        )


def _entries(communique: Communique, before: Place | None) -> Iterator[Entry]:
    """Of each source the newest rows, as many as a page can need."""
    for rank, source in enumerate(SOURCES):
        rows = source.rows(communique).select_related(source.by)
        if before is not None:
            rows = rows.filter(before.older(source, rank))
        for row in rows.order_by(f"-{source.at}", "-pk")[: PAGE_SIZE + 1]:
            yield _entry(row, source, rank)


def _entry(row: Any, source: Source, rank: int) -> Entry:
    return Entry(
        place=Place(getattr(row, source.at), rank, row.pk),
        by=getattr(row, source.by),
        told=source.tell(row),
        revision=row if isinstance(row, Revision) else None,
    )


def _fold(entries: Iterable[Entry]) -> Iterator[Row]:
    in_a_row: list[Entry] = []
    for entry in entries:
        if in_a_row and not entry.continues(in_a_row[-1]):
            yield Row(in_a_row)
            in_a_row = []
        in_a_row.append(entry)
    if in_a_row:
        yield Row(in_a_row)


def _is_plain_save(revision: Revision | None) -> bool:
    return revision is not None and revision.ordinal > 1 and revision.source == Revision.Source.SAVED


def _date(entry: Entry) -> dt.date:
    return timezone.localtime(entry.place.at).date()
