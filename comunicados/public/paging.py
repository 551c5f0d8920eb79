"""Turning the pages of a list by what stands at the page's edge, so that none slips when a new one comes."""

import base64
import datetime as dt
import struct
from dataclasses import astuple, dataclass, fields
from typing import Any, ClassVar, Self

from django.db.models import Q
from django.http import Http404, QueryDict

from comunicados.public.models.publication import NEWEST_FIRST, PublishedQuerySet

PAGE_SIZE = 20
COUNTED = 10_000  # counts are exact up to here

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)


def packed(layout: struct.Struct, *values: Any) -> str:
    """As a word of an address."""
    return base64.urlsafe_b64encode(layout.pack(*values)).decode().rstrip("=")


def unpacked(layout: struct.Struct, word: str) -> tuple[Any, ...]:
    """The values of a word that `packed` made. Raises ValueError or struct.error for another."""
    return layout.unpack(base64.b64decode(word + "=" * (-len(word) % 4), altchars=b"-_", validate=True))


@dataclass(frozen=True)
class Cursor:
    """The place of one publication in a list, newest first."""

    date: dt.date
    first_live_from: dt.datetime
    pk: int

    LAYOUT: ClassVar = struct.Struct(">iqq")  # day, microseconds since the epoch, id
    ORDER: ClassVar[tuple[str, ...]] = NEWEST_FIRST

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises Http404 when `text` is not what `str(cursor)` writes."""
        try:
            day, microseconds, *others = unpacked(cls.LAYOUT, text)
            return cls(dt.date.fromordinal(day), EPOCH + microseconds * MICROSECOND, *others)
        except (ValueError, OverflowError, struct.error) as error:
            raise Http404("Not a place in a list.") from error

    def __str__(self) -> str:
        day, moment, *others = astuple(self)
        return packed(self.LAYOUT, day.toordinal(), (moment - EPOCH) // MICROSECOND, *others)

    def beyond(self, side: str) -> Q:
        """What comes after this place in the list ("lt": older) or before it ("gt": newer)."""
        same_day = Q(date=self.date) & (
            Q(**{f"first_live_from__{side}": self.first_live_from})
            | Q(**{"first_live_from": self.first_live_from, f"pk__{side}": self.pk})
        )
        return Q(**{f"date__{side}e": self.date}) & (Q(**{f"date__{side}": self.date}) | same_day)


@dataclass(frozen=True)
class RankedCursor(Cursor):
    """The place of one among the matches of a search, the most relevant first; of equal ones the newest."""

    relevance: int

    LAYOUT: ClassVar = struct.Struct(">iqqi")
    ORDER: ClassVar[tuple[str, ...]] = ("-relevance", *NEWEST_FIRST)

    def beyond(self, side: str) -> Q:
        return Q(**{f"relevance__{side}": self.relevance}) | Q(relevance=self.relevance) & super().beyond(side)


class Turn:
    """One page of a list, asked for by `before` or `after` a place in it: the places of its items, which read no more
    of them than an index holds.

    `place` is what was asked, `places` says where "newer" and "older" lead, each only if there is anything.
    """

    def __init__(self, publications: PublishedQuerySet, asked: QueryDict, cursor: type[Cursor] = Cursor) -> None:
        self.place = {side: str(asked[side]) for side in ("before", "after") if asked.get(side)}
        self.cursor = cursor
        publications = publications.order_by(*cursor.ORDER)
        if "before" in self.place:
            self._read(publications.filter(cursor.read(self.place["before"]).beyond("lt")), has_newer=True)
        elif "after" in self.place:
            self._read_backwards(publications.filter(cursor.read(self.place["after"]).beyond("gt")))
        else:
            self._read(publications, has_newer=False)

    def _read(self, publications: PublishedQuerySet, *, has_newer: bool) -> None:
        found = self._places(publications)
        self._set(found[:PAGE_SIZE], has_newer=has_newer, has_older=len(found) > PAGE_SIZE)

    def _read_backwards(self, publications: PublishedQuerySet) -> None:
        found = self._places(publications.reverse())
        self._set(found[:PAGE_SIZE][::-1], has_newer=len(found) > PAGE_SIZE, has_older=True)

    def _places(self, publications: PublishedQuerySet) -> list[Cursor]:
        names = [part.name for part in fields(self.cursor)]
        return [self.cursor(*row) for row in publications.values_list(*names)[: PAGE_SIZE + 1]]

    def _set(self, items: list[Cursor], *, has_newer: bool, has_older: bool) -> None:
        self.items = items
        self.places: dict[str, dict[str, str]] = {}
        if items and has_newer:
            self.places["newer"] = {"after": str(items[0])}
        if items and has_older:
            self.places["older"] = {"before": str(items[-1])}


@dataclass(frozen=True)
class Count:
    """How many there are, and whether there are more than anybody counts."""

    number: int
    is_exact: bool

    @classmethod
    def of(cls, publications: PublishedQuerySet) -> Self:
        return cls.up_to(publications.order_by()[: COUNTED + 1].count())

    @classmethod
    def up_to(cls, counted: int) -> Self:
        """From what was counted up to one more than anybody counts."""
        return cls(min(counted, COUNTED), counted <= COUNTED)
