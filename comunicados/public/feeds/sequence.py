"""The order in which feeds tell of texts, and how it falls into documents (RFC 5005).

By the hour in which each was first live, the newest first; then, likewise, what was entered as archive, which is no
news. A text keeps its place for ever, also when it is corrected, withdrawn or not listed for a time, so that what a
document of the archive holds is settled the moment it can be asked for.
"""

import datetime as dt
import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from django.db.models import F, Q
from django.http import Http404

from comunicados.enums import Status
from comunicados.public.models import Publication
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.models.whole import WholeText
from comunicados.public.paging import EPOCH, MICROSECOND, packed, unpacked

LENGTH = 20  # of the document to which readers subscribe
TELLING = dt.timedelta(days=14)  # so long that document tells of a correction or withdrawal of an older text
EDGE = 50  # a document of the archive ends with a text whose communiqué's number is a multiple: on average so long
MOST = 20 * EDGE  # at the longest, once in a thousand million documents
Text = Publication | WholeText
PLACED = "is_archive first_live_from version_id communique_id".split()
LIGHT = [*PLACED, *"uid status note predecessor_id live_from listed_until".split()]
Read = Callable[[PublishedQuerySet], Sequence[Text]]
LAYOUT = struct.Struct(">?qqq")


@dataclass(frozen=True)
class Place:
    """The place of one text in the order: the documents after it hold what comes later in the order."""

    is_archive: bool
    first_live_from: dt.datetime
    version_id: int
    communique_id: int

    @classmethod
    def of(cls, text: Text) -> Self:
        return cls(text.is_archive, text.first_live_from, text.version_id, text.communique_id)

    @classmethod
    def before(cls, text: Text) -> Self:
        return cls(text.is_archive, text.first_live_from, text.version_id + 1, EDGE + 1)

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises Http404 when `text` is not what `str(place)` writes."""
        try:
            is_archive, microseconds, version_id, communique_id = unpacked(LAYOUT, text)
            place = cls(is_archive, EPOCH + microseconds * MICROSECOND, version_id, communique_id)
        except (ValueError, OverflowError, struct.error) as error:
            raise Http404("Not a place in a feed.") from error
        if str(place) != text:
            raise Http404("Not a place in a feed, as it is written.")
        return place

    def __str__(self) -> str:
        microseconds = (self.first_live_from - EPOCH) // MICROSECOND
        return packed(LAYOUT, self.is_archive, microseconds, self.version_id, self.communique_id)

    @property
    def is_edge(self) -> bool:
        return self.communique_id % EDGE == 0

    def beyond(self, side: str) -> Q:
        """What comes after this place ("lt": older) or before it ("gt"), of its part of the order."""
        same_hour = Q(**{"first_live_from": self.first_live_from, f"version_id__{side}": self.version_id})
        further = Q(**{f"first_live_from__{side}": self.first_live_from})
        bound = Q(**{f"first_live_from__{side}e": self.first_live_from})  # by which an index is entered
        return Q(is_archive=self.is_archive) & bound & (further | same_hour)


@dataclass(frozen=True)
class Document:
    """Texts in their order; what comes before and after them stands in documents that begin at `newer` and `older`.

    `place`, at which this one begins, is known of those of the archive.
    """

    texts: list[Text]
    withdrawn: list[Text]
    older: Place | None
    newer: Place | None = None
    place: Place | None = None


def light(texts: PublishedQuerySet) -> Sequence[Text]:
    """Only what places a text in its document."""
    return list(texts.only(*LIGHT))


def whole(texts: PublishedQuerySet) -> Sequence[Text]:
    """All that feeds say of texts."""
    return texts.whole()


def newest(standing: PublishedQuerySet, today: dt.datetime, read: Read) -> Document:
    """The document to which readers subscribe: the newest, the older ones that were corrected of late, and what was
    withdrawn of late. One query."""
    listed, since = standing.listed(), today - TELLING
    changed = told(standing).filter(is_archive=False, predecessor_id__isnull=False, live_from__gte=since)
    found = _all_of(
        read,
        in_order(listed, is_archive=False)[: LENGTH + 1],
        in_order(listed, is_archive=True)[:1],  # where the archive goes on after the last of the news
        changed.exclude(note="").order_by("-live_from", "-pk")[:LENGTH],
    )
    shown = [text for text in found if not text.is_withdrawn]
    news = [text for text in shown if not text.is_archive]
    late = [text for text in news[LENGTH:] if text.is_correction and text.live_from >= since]
    return Document(
        news[:LENGTH] + late,
        [text for text in found if text.is_withdrawn],
        older=_after(news[:LENGTH], has_more=len(news) > LENGTH, archive=[text for text in shown if text.is_archive]),
    )


def archived(standing: PublishedQuerySet, place: Place, read: Read) -> Document:
    """The document of the archive that begins after a place, and ends with the first edge."""
    rows = in_order(standing.filter(place.beyond("lt")), is_archive=place.is_archive)
    places = list(rows.only(*PLACED)[: MOST + 1])
    length = next((at for at, row in enumerate(places[:MOST], 1) if Place.of(row).is_edge), MOST)
    goes_over = len(places) <= length and not place.is_archive
    texts = _all_of(read, told(standing.filter(pk__in=[row.pk for row in places[:length]])))
    return Document(
        [text for text in texts if not text.is_withdrawn],
        [text for text in texts if text.is_withdrawn],
        older=_after(
            places[:length],
            has_more=len(places) > length,
            archive=in_order(standing, is_archive=True)[:1] if goes_over else [],
        ),
        newer=_edge_before(standing, place) if place.is_edge else None,
        place=place,
    )


def in_order(publications: PublishedQuerySet, *, is_archive: bool) -> PublishedQuerySet:
    """One part of the order: along its index."""
    return publications.filter(is_archive=is_archive).order_by("-first_live_from", "-version_id")


def told(standing: PublishedQuerySet) -> PublishedQuerySet:
    """What is listed, and what feeds say of that it was withdrawn."""
    return standing.filter(Q(is_listed=True) | Q(status=Status.WITHDRAWN))


def _all_of(read: Read, *found: PublishedQuerySet) -> Sequence[Text]:
    """The texts found, in their order."""
    first, *others = (publications.values("pk") for publications in found)
    texts = Publication.objects.filter(pk__in=first.union(*others, all=True) if others else first)
    return read(texts.order_by("is_archive", "-first_live_from", "-version_id"))


def _after(texts: Sequence[Text], *, has_more: bool, archive: Iterable[Text]) -> Place | None:
    """Where the next document begins; what was entered as archive comes after the last of the news."""
    if has_more:
        return Place.of(texts[-1])
    return next((Place.before(text) for text in archive), None)


def _edge_before(standing: PublishedQuerySet, place: Place) -> Place | None:
    newer = in_order(standing.filter(place.beyond("gt")), is_archive=place.is_archive).reverse()
    edge = newer.alias(beyond_edge=F("communique_id") % EDGE).filter(beyond_edge=0).first()
    return Place.of(edge) if edge else None
