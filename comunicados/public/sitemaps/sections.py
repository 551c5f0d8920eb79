"""What stands in which file: texts by the numbers of their communiqués, the registry by its ids.

So a file is read along an index, and a new text changes one of them, however many there are."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, ClassVar

from django.db import connections, router
from django.db.models import Case, F, Max, OuterRef, Q, Subquery, When
from django.http import Http404

from comunicados.addresses import SITEMAP_BLOCK
from comunicados.public.addresses import address
from comunicados.public.following import in_use
from comunicados.public.models import Organization, Person, Position, Publication, SitePage, Topic, Version
from comunicados.public.models.base import OTHER, Named

NEWS = dt.timedelta(days=1)  # before today's midnight: never more than the two days that news may be old
MOST_NEWS = 1000
Block = tuple[int, dt.datetime | None]  # its number, and its last change where that is known

# One look at an index for each block, and one for its last change.
BLOCKS = f"""
SELECT block, (SELECT v.live_from FROM published_version v WHERE v.communique_id / {SITEMAP_BLOCK} = block
               ORDER BY v.live_from DESC LIMIT 1)
FROM generate_series(0, (SELECT max(communique_id) FROM published_publication) / {SITEMAP_BLOCK}) block
WHERE (SELECT true FROM published_publication p
       WHERE p.communique_id / {SITEMAP_BLOCK} = block AND p.is_listed LIMIT 1)
"""  # noqa: S608 (a number of our own)

# Each day that holds anything is one step along the index of dates.
DAYS = """
WITH RECURSIVE days(day) AS (
    (SELECT date FROM published_publication WHERE language = %(language)s AND is_listed ORDER BY date DESC LIMIT 1)
    UNION ALL
    SELECT (SELECT p.date FROM published_publication p
            WHERE p.language = %(language)s AND p.is_listed AND p.date < days.day ORDER BY p.date DESC LIMIT 1)
    FROM days WHERE days.day IS NOT NULL
)
SELECT day FROM days WHERE day IS NOT NULL
"""


@dataclass(frozen=True)
class Entry:
    """One page: its path in each language in which there is one, and the hour of its last significant change."""

    paths: dict[str, str]
    changed: dt.datetime | None = None


@dataclass(frozen=True)
class News:
    path: str
    language: str
    headline: str
    published: dt.datetime


class Section:
    name: ClassVar[str]

    def blocks(self) -> Iterable[Block]:
        return [(0, None)]

    def entries(self, block: int) -> Iterable[Entry]:
        """Raises Http404 for a block that there never was."""
        raise NotImplementedError


class Texts(Section):
    name = "communiques"

    def blocks(self) -> Iterable[Block]:
        return _rows(BLOCKS)

    def entries(self, block: int) -> Iterator[Entry]:
        told = Q(predecessor_id=None) | ~Q(note="")  # other changes are none that readers are told of
        last_told = Version.objects.filter(told, version_id=OuterRef("version_id")).order_by("-ordinal")
        changed = Case(When(told, then=F("live_from")), default=Subquery(last_told.values("live_from")[:1]))
        listed = Publication.objects.listed().filter(communique_id__gte=block * SITEMAP_BLOCK)
        listed = listed.filter(communique_id__lt=(block + 1) * SITEMAP_BLOCK).order_by("communique_id", "-language")
        rows = listed.annotate(changed=changed).values_list("communique_id", "language", "path", "changed")
        for _, of_one in groupby(rows, key=itemgetter(0)):
            texts = list(of_one)
            paths = {language: path for _, language, path, _ in texts}
            yield from (Entry(_first(language, paths), changed) for _, language, _, changed in texts)


class Registry(Section):
    """The pages of the rows of one model, in both languages."""

    model: ClassVar[type[Named]]
    page: ClassVar[str]

    def blocks(self) -> Iterable[Block]:
        last = self.model._default_manager.aggregate(last=Max("pk"))["last"]
        return [(block, None) for block in range(last // SITEMAP_BLOCK + 1)] if last else []

    def entries(self, block: int) -> Iterator[Entry]:
        rows = self.model._default_manager.filter(pk__gte=block * SITEMAP_BLOCK, pk__lt=(block + 1) * SITEMAP_BLOCK)
        for row in rows.order_by("pk"):
            paths = {lang: address(self.page, lang, slug=row.slug_in(lang)) for lang in OTHER if row.slug_in(lang)}
            yield from _each(paths)


class People(Registry):
    name, page = "people", "person"
    model = Person


class Posts(Registry):
    name, page = "positions", "position"
    model = Position


class Parties(Registry):
    name, page = "parties", "party"
    model = Organization


class Lists(Section):
    """The pages by which a reader finds the others, a list for each topic among them, and those about the site."""

    name = "lists"
    pages: ClassVar[tuple[str, ...]] = ("latest", "people", "parties", "topics", "follow")

    def entries(self, block: int) -> Iterator[Entry]:
        for name in self.pages:
            yield from _each({language: address(name, language) for language in OTHER})
        for topic in in_use(Topic.objects.all(), "topics"):
            yield from _each({language: address("topic", language, slug=topic.slug) for language in OTHER})
        for name, of_one in groupby(SitePage.objects.defer("body").order_by("page", "language"), attrgetter("page")):
            texts = list(of_one)
            paths = {text.language: address(name, text.language) for text in texts}
            yield from (Entry(_first(text.language, paths), text.changed_at) for text in texts)


class Archive(Section):
    """Years, months and days that hold anything in either language: the page of the other says so."""

    name = "archive"

    def entries(self, block: int) -> Iterator[Entry]:
        days = {day for language in OTHER for (day,) in _rows(DAYS, language=language)}
        places = {(day.year, day.month, day.day)[:length] for day in days for length in (1, 2, 3)}
        for place in sorted(places, reverse=True):
            parts = dict(zip(("year", "month", "day"), place, strict=False))
            name = list(parts)[-1]
            yield from _each({language: address(name, language, **parts) for language in OTHER})


SECTIONS = {section.name: section for section in (Texts(), People(), Posts(), Parties(), Lists(), Archive())}


def entries_of(section: str, block: int) -> Iterable[Entry]:
    found = SECTIONS.get(section)
    if found is None or block not in (number for number, _ in found.blocks()):
        raise Http404("No such file.")
    return found.entries(block)


def news(midnight: dt.datetime) -> Iterator[News]:
    """What was new yesterday and today, the newest first."""
    listed = Publication.objects.listed().filter(is_archive=False, first_live_from__gte=midnight - NEWS)
    rows = [
        row
        for language in OTHER
        for row in listed.in_language(language)
        .order_by("-first_live_from", "-version_id")
        .values_list("first_live_from", "language", "path", "headline")[:MOST_NEWS]
    ]
    for published, language, path, headline in sorted(rows, reverse=True)[:MOST_NEWS]:
        yield News(path, language, headline, published)


def _each(paths: dict[str, str]) -> Iterator[Entry]:
    """An entry for each language of a page."""
    return (Entry(_first(language, paths)) for language in paths)


def _first(language: str, paths: dict[str, str]) -> dict[str, str]:
    """The same paths, that of the language at the head."""
    return {language: paths[language]} | paths


def _rows(query: str, **values: Any) -> list[Any]:
    connection = connections[router.db_for_read(Publication)]
    with connection.cursor() as cursor:
        cursor.execute(query, values or None)
        return cursor.fetchall()
