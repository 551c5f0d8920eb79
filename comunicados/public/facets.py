"""The choices that narrow a list, each with how many communiqués the list would hold if it were made.

One query counts all the choices of a list of up to SURVEYED communiqués. Of a larger one it sees the newest only:
they say which are offered, and each is then counted in the whole list, up to COUNTED, in one query for each facet.
"""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import OperationalError, connections, router
from django.utils.translation import gettext as _
from psycopg.errors import QueryCanceled

from comunicados.public import paging
from comunicados.public.chips import Address, whole_year
from comunicados.public.filters import CommuniqueFilters, Values, of_year
from comunicados.public.models import Appearance, Kind, Organization, Person, Publication, Topic
from comunicados.public.models.base import Named
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.paging import Count

SURVEYED = 1000
SHOWN = 8  # choices of a kind that are links; the rest of the parties and subjects stand in a menu
YEARS = 12

MODELS: dict[str, type[Named]] = {"kind": Kind, "topic": Topic, "party": Organization, "person": Person}

# A person, party or subject that all of them have would narrow nothing, those that were chosen among them.
COUNTS = """
WITH found AS MATERIALIZED ({found}), of_any_kind AS MATERIALIZED ({of_any_kind}),
     of_any_day AS MATERIALIZED ({of_any_day}), size AS (SELECT count(*) AS n FROM found)
SELECT 'found', n, NULL::jsonb FROM size
UNION ALL SELECT 'of_any_kind', count(*), NULL FROM of_any_kind
UNION ALL SELECT 'of_any_day', count(*), NULL FROM of_any_day
UNION ALL SELECT 'year', count(*), to_jsonb(extract(year FROM date)::int) FROM of_any_day GROUP BY 3
UNION ALL SELECT 'kind', c.n, to_jsonb(k)
    FROM (SELECT kind_id, count(*) AS n FROM of_any_kind GROUP BY kind_id) c
    JOIN published_kind k ON k.id = c.kind_id
UNION ALL SELECT 'topic', c.n, to_jsonb(t)
    FROM (SELECT topic_id, count(*) AS n FROM found JOIN published_publication_topic p ON p.publication_id = found.id
          GROUP BY topic_id HAVING count(*) < (SELECT n FROM size)) c
    JOIN published_topic t ON t.id = c.topic_id
UNION ALL SELECT 'party', c.n, to_jsonb(o)
    FROM (SELECT v.id, count(DISTINCT found.id) AS n FROM found
          JOIN published_appearance a ON a.publication_id = found.id,
          LATERAL (VALUES (a.delegation_id), (a.organization_id)) v(id)
          GROUP BY v.id HAVING count(DISTINCT found.id) < (SELECT n FROM size)) c
    JOIN published_organization o ON o.id = c.id AND o.parent_id IS NULL
UNION ALL SELECT 'person', c.n, to_jsonb(p)
    FROM (SELECT a.current_person_id AS id, count(DISTINCT found.id) AS n FROM found
          JOIN published_appearance a ON a.publication_id = found.id
          GROUP BY 1 HAVING count(DISTINCT found.id) < (SELECT n FROM size) ORDER BY 2 DESC, 1 LIMIT {shown}) c
    JOIN published_person p ON p.id = c.id
"""


@dataclass(frozen=True)
class Choice:
    what: Any  # a row that bears a name, or a year
    address: str
    count: Count | None = None
    is_chosen: bool = False


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]  # as links, the most frequent first; years newest first
    rest: list[Choice] = field(default_factory=list)  # by name; uncounted where the list is too large

    def __bool__(self) -> bool:
        return bool(self.choices)


class Facets:
    def __init__(
        self,
        filters: CommuniqueFilters,
        matches: PublishedQuerySet,
        found: PublishedQuerySet,
        language: str,
        address: Address,
    ) -> None:
        """`found` is what all the filters leave of the `matches` of the words."""
        self.filters, self.found, self.language, self.address = filters, found, language, address
        self.of_any_kind = filters.narrow_matches(matches, but="kind") if "kind" in filters.chosen else None
        has_days = filters.chosen.keys() & {"from", "to"}
        self.of_any_day = filters.narrow_matches(matches, but="from to") if has_days else None

    def offered(self) -> list[Facet]:
        """Those with anything to choose; none when no text holds the words, which needs no query.

        None either where the survey takes longer than a visitor may wait: the list is worth more than its choices.
        """
        try:
            more = [self._facet(name) for name in ("topic", "party", "person")]
            return [facet for facet in (self._kinds(), *more, self._years()) if facet]
        except EmptyResultSet:
            return []
        except OperationalError as error:
            if not _took_too_long(error):
                raise
            return []

    def _kinds(self) -> Facet:
        chosen = self.filters.chosen.get("kind")
        counted, is_large = self._counted["kind"], self._is_large("of_any_kind")
        if is_large:
            counted = self._recounted([kind for kind, _count in counted])
        size = self._counted["of_any_kind"][0][1]
        choices = [
            self._choice("kind", kind, count, is_chosen=kind == chosen)
            for kind, count in sorted(counted, key=lambda each: (each[0].order, each[0].slug))
            if count != 0 and (chosen or is_large or count < size)
        ]
        return Facet("kind", _("Kind"), choices)

    def _years(self) -> Facet:
        chosen = whole_year(self.filters.chosen.get("from"), self.filters.chosen.get("to"))
        counted, is_large = sorted(self._counted["year"], reverse=True), self._is_large("of_any_day")
        if is_large:
            base = self.of_any_day if self.of_any_day is not None else self.found
            oldest = base.newest_first().reverse().values_list("date", flat=True)[0]
            years = range(counted[0][0], oldest.year - 1, -1)
            counted = self._recounted(list(years[:YEARS]))
        size = self._counted["of_any_day"][0][1]
        choices = [
            self._choice("year", year, count, is_chosen=year == chosen)
            for year, count in counted[:YEARS]
            if count != 0 and (self.of_any_day is not None or is_large or count < size)
        ]
        return Facet("year", _("Period"), choices)

    def _facet(self, name: str) -> Facet:
        """Of what may be chosen together: each choice is made in addition to those that were made."""
        most_first = sorted(self._counted[name], key=lambda each: (-each[1], each[0].slug_in(self.language)))
        shown = most_first[:SHOWN]
        rest = [self._choice(name, row, count) for row, count in most_first[SHOWN:]]
        if self._is_large("found"):
            shown = self._recounted([row for row, _count in shown])
            rest = self._uncounted(name, {row.pk for row, _count in shown})
        choices = [self._choice(name, row, count) for row, count in shown]
        labels = {"topic": _("Subject"), "party": _("Country or organization"), "person": _("People")}
        rest = sorted(rest, key=lambda choice: getattr(choice.what, f"sort_key_{self.language}", str(choice.what)))
        return Facet(name, labels[name], choices, rest if name != "person" else [])

    def _uncounted(self, name: str, shown: set[int]) -> list[Choice]:
        """All that there are, where the list is too large to say which of them it holds."""
        rows: Iterable[Named] = {"topic": Topic.objects.all(), "party": Organization.objects.parties()}.get(name, [])
        chosen = {row.pk for row in self.filters.chosen.get(name, ())}
        return [self._choice(name, row, None) for row in rows if row.pk not in shown | chosen]

    def _choice(self, name: str, what: Any, count: int | None, *, is_chosen: bool = False) -> Choice:
        counted = Count.up_to(count) if count is not None else None
        return Choice(what, self.address(self._changes(name, what)), counted, is_chosen)

    def _changes(self, name: str, what: Any) -> Values:
        if name == "year":
            return of_year(what)
        if name == "kind":
            return {"kind": [what.slug]}
        made = [*self.filters.chosen.get(name, ()), what]
        return {name: [row.slug_in(self.language) for row in sorted(made, key=lambda row: row.slug_in("es"))]}

    @cached_property
    def _counted(self) -> dict[str, list[tuple[Any, int]]]:
        """By facet, its rows (or years) and in how many of the found each is; how many those are, by their names."""
        parts, params = {}, []
        for name in ("found", "of_any_kind", "of_any_day"):
            publications = getattr(self, name)
            parts[name] = "SELECT * FROM found"
            if publications is not None:
                newest = publications.newest_first().values("id", "kind_id", "date")[: SURVEYED + 1]
                parts[name], more = newest.query.sql_with_params()
                params += more
        counted: dict[str, list[tuple[Any, int]]] = {name: [] for name in ("year", *MODELS)}
        for name, count, row in _rows(COUNTS.format(**parts, shown=SHOWN), params):
            value = row and json.loads(row)
            counted.setdefault(name, []).append((_row(MODELS[name], value) if name in MODELS else value, count))
        return counted

    def _is_large(self, base: str) -> bool:
        return self._counted[base][0][1] > SURVEYED

    def _recounted(self, choices: list[Any]) -> list[tuple[Any, Any]]:
        """Each of these counted by itself in the whole list; None where that takes longer than a visitor may wait."""
        bounded = [self._with(what)[: paging.COUNTED + 1].query.sql_with_params() for what in choices]
        if not bounded:
            return []
        counts = ", ".join(f"(SELECT count(*) FROM ({sql}) c)" for sql, _params in bounded)  # noqa: S608  (Django's own)
        try:
            [row] = _rows(f"SELECT {counts}", [value for _sql, params in bounded for value in params])
        except OperationalError as error:
            if not _took_too_long(error):
                raise
            return [(what, None) for what in choices]
        return list(zip(choices, row, strict=True))

    def _with(self, what: Any) -> Any:
        """What the list would hold with that choice made."""
        of_any_kind = self.found if self.of_any_kind is None else self.of_any_kind
        of_any_day = self.found if self.of_any_day is None else self.of_any_day
        if isinstance(what, int):
            narrowed = of_any_day.filter(date__range=(dt.date(what, 1, 1), dt.date(what, 12, 31)))
        elif isinstance(what, Kind):
            narrowed = of_any_kind.filter(kind=what)
        elif isinstance(what, Topic):
            narrowed = self.found.about(what)
        elif isinstance(what, Person):
            narrowed = self.found.featuring(Appearance.objects.of_person(what))
        else:
            narrowed = self.found.featuring(Appearance.objects.of_party(what))
        return narrowed.order_by().values("pk")


def _took_too_long(error: OperationalError) -> bool:
    """Whether the limit of a statement ended it."""
    return isinstance(error.__cause__, QueryCanceled)


def _rows(sql: str, params: Iterable[Any]) -> list[tuple[Any, ...]]:
    with connections[router.db_for_read(Publication)].cursor() as cursor:
        cursor.execute(sql, list(params))
        return list(cursor.fetchall())


def _row(model: type[Named], columns: dict[str, Any]) -> Named:
    return model(**{each.attname: columns[str(each.column)] for each in model._meta.concrete_fields})
