"""Turning the pages of a list by what stands at the page's edge, so that none slips when a new one comes."""

import base64
import datetime as dt
import struct
from dataclasses import dataclass
from typing import Self

from django.db.models import Q
from django.http import Http404, QueryDict

from comunicados.public.models import Publication
from comunicados.public.models.publication import PublishedQuerySet

PAGE_SIZE = 20
COUNTED = 10_000  # counts are exact up to here

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)
LAYOUT = struct.Struct(">iqq")  # day, microseconds since the epoch, id


@dataclass(frozen=True)
class Cursor:
    """The place of one publication in a list."""

    date: dt.date
    first_live_from: dt.datetime
    pk: int

    @classmethod
    def of(cls, publication: Publication) -> Self:
        return cls(publication.date, publication.first_live_from, publication.pk)

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises Http404 when `text` is not what `str(cursor)` writes."""
        try:
            packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            day, microseconds, pk = LAYOUT.unpack(packed)
            return cls(dt.date.fromordinal(day), EPOCH + microseconds * MICROSECOND, pk)
        except (ValueError, OverflowError, struct.error) as error:
            raise Http404("Not a place in a list.") from error

    def __str__(self) -> str:
        microseconds = (self.first_live_from - EPOCH) // MICROSECOND
        packed = LAYOUT.pack(self.date.toordinal(), microseconds, self.pk)
        return base64.urlsafe_b64encode(packed).decode().rstrip("=")

    def beyond(self, side: str) -> Q:
        """What comes after this place in the list ("lt": older) or before it ("gt": newer)."""
        same_day = Q(date=self.date) & (
            Q(**{f"first_live_from__{side}": self.first_live_from})
            | Q(**{"first_live_from": self.first_live_from, f"pk__{side}": self.pk})
        )
        return Q(**{f"date__{side}e": self.date}) & (Q(**{f"date__{side}": self.date}) | same_day)


class Turn:
    """One page of a list, asked for by `before` or `after` a place in it.

    `place` is what was asked, `places` says where "newer" and "older" lead, each only if there is anything.
    """

    def __init__(self, publications: PublishedQuerySet, asked: QueryDict) -> None:
        self.place = {side: str(asked[side]) for side in ("before", "after") if asked.get(side)}
        if "before" in self.place:
            self._read(publications.filter(Cursor.read(self.place["before"]).beyond("lt")), has_newer=True)
        elif "after" in self.place:
            self._read_backwards(publications.filter(Cursor.read(self.place["after"]).beyond("gt")))
        else:
            self._read(publications, has_newer=False)

    def _read(self, publications: PublishedQuerySet, *, has_newer: bool) -> None:
        found = list(publications.newest_first()[: PAGE_SIZE + 1])
        self._set(found[:PAGE_SIZE], has_newer=has_newer, has_older=len(found) > PAGE_SIZE)

    def _read_backwards(self, publications: PublishedQuerySet) -> None:
        found = list(publications.newest_first().reverse()[: PAGE_SIZE + 1])
        self._set(found[:PAGE_SIZE][::-1], has_newer=len(found) > PAGE_SIZE, has_older=True)

    def _set(self, items: list[Publication], *, has_newer: bool, has_older: bool) -> None:
        self.items = items
        self.places: dict[str, dict[str, str]] = {}
        if items and has_newer:
            self.places["newer"] = {"after": str(Cursor.of(items[0]))}
        if items and has_older:
            self.places["older"] = {"before": str(Cursor.of(items[-1]))}


@dataclass(frozen=True)
class Count:
    """How many there are, and whether there are more than anybody counts."""

    number: int
    is_exact: bool

    @classmethod
    def of(cls, publications: PublishedQuerySet) -> Self:
        counted = publications.order_by()[: COUNTED + 1].count()
        return cls(min(counted, COUNTED), counted <= COUNTED)
