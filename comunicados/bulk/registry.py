"""The registry of an archive, entered a kind of row at a time.

Records are dictionaries with a type under "t", each referring only to records before it:

    country      id, iso, es, en
    organisation id, country (or null), es, en
    position     id, organisation, es, en
    person       id, name, slug, country, tenures: [{position, from}] ascending
    kind         id, slug, es, en
    communique   see batch.py
"""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, TypeVar

from django.db import transaction

from comunicados.bulk.cast import Member
from comunicados.enums import Role
from comunicados.models import Kind
from personas.fields import PermanentSlugField
from personas.models import Appointment, Organization, Person, Position, PositionTitle

Record = dict[str, Any]


class Registry:
    """The people, posts and kinds of the records, by the ids that these give them."""

    def __init__(self) -> None:
        self.organizations: dict[tuple[str, int], Organization] = {}
        self.positions: dict[int, Position] = {}
        self.titles: dict[int, dict[str, str]] = {}  # by the position's own id
        self.roots: dict[int, int] = {}  # the State or international organization of a position
        self.people: dict[int, Person] = {}
        self.tenures: dict[int, list[Appointment]] = defaultdict(list)
        self.kinds: dict[str, Kind] = {}
        self.cast: dict[tuple[int, int, Role], Member] = {}

    def communiques(self, records: Iterable[Record]) -> Iterator[Record]:
        """Enter what is not a communiqué as it comes, all of one type together; yield the communiqués."""
        enter = {
            "country": self._countries,
            "organisation": self._organizations,
            "position": self._positions,
            "person": self._people,
            "kind": self._kinds,
        }
        for kind, run in groupby(records, itemgetter("t")):
            if kind == "communique":
                yield from run
            elif kind in enter:  # what an archive tells besides, such as the length of the list, is no row
                with transaction.atomic():
                    enter[kind](list(run))

    def _countries(self, records: list[Record]) -> None:
        """A State that the registry has already stays as it is."""
        states = {state.iso_code: state for state in Organization.objects.filter(kind=Organization.Kind.STATE)}
        new = [
            Organization(
                kind=Organization.Kind.STATE, iso_code=record["iso"], name_es=record["es"], name_en=record["en"]
            )
            for record in records
            if record["iso"] not in states
        ]
        states |= {state.iso_code: state for state in _enter(new)}
        for record in records:
            self.organizations["country", record["id"]] = states[record["iso"]]

    def _organizations(self, records: list[Record]) -> None:
        rows = []
        for record in records:
            parent = self.organizations["country", record["country"]] if record["country"] else None
            kind = Organization.Kind.BODY if parent else Organization.Kind.INTERNATIONAL
            rows.append(Organization(kind=kind, parent=parent, name_es=record["es"], name_en=record["en"]))
        for record, row in zip(records, _enter(rows), strict=True):
            self.organizations["organisation", record["id"]] = row

    def _positions(self, records: list[Record]) -> None:
        rows = [
            Position(
                organization=self.organizations["organisation", record["organisation"]],
                name_es=record["es"],
                name_en=record["en"],
            )
            for record in records
        ]
        for record, row in zip(records, _enter(rows), strict=True):
            self.positions[record["id"]] = row
            self.titles[row.pk] = {"es": record["es"][:1].lower() + record["es"][1:], "en": record["en"]}
            self.roots[row.pk] = row.organization.root().pk
        PositionTitle.objects.bulk_create(
            PositionTitle(position=row, masculine_es=self.titles[row.pk]["es"], title_en=self.titles[row.pk]["en"])
            for row in rows
        )

    def _people(self, records: list[Record]) -> None:
        rows = []
        for record in records:
            given, _, surnames = record["name"].partition(" ")
            name = {"name_es": record["name"], "sort_name": f"{surnames}, {given}"}
            rows.append(Person(slug=record["slug"], **name))
        for record, row in zip(records, _enter(rows), strict=True):
            self.people[record["id"]] = row
            self.tenures[record["id"]] = list(self._tenures(record, row))
        Appointment.objects.bulk_create(chain.from_iterable(self.tenures[record["id"]] for record in records))

    def _tenures(self, record: Record, person: Person) -> Iterator[Appointment]:
        starts = [dt.date.fromisoformat(tenure["from"]) for tenure in record["tenures"]]
        for tenure, start, end in zip(record["tenures"], starts, [*starts[1:], None], strict=True):
            post = self.positions[tenure["position"]]
            yield Appointment(person=person, position=post, starts_on=start, ends_on=end)

    def _kinds(self, records: list[Record]) -> None:
        for record in records:
            self.kinds[record["slug"]], _ = Kind.objects.get_or_create(
                slug=record["slug"], defaults={"name_es": record["es"], "name_en": record["en"]}
            )

    def member(self, person: int, day: dt.date, role: Role) -> Member:
        """That person in the post of that day: in the first one for a day before all."""
        tenures = self.tenures[person]
        place = max(bisect_right(tenures, day, key=lambda tenure: tenure.starts_on or dt.date.min) - 1, 0)
        member = self.cast.get((person, place, role))
        if member is None:
            position = tenures[place].position_id
            member = Member(tenures[place], role, self.titles[position], self.roots[position])
            self.cast[person, place, role] = member
        return member


Row = TypeVar("Row", Organization, Position, Person)


def _enter(rows: list[Row]) -> list[Row]:
    """Enter rows of one model; each gets its address as if it came after the others, another where one has it."""
    if rows:
        for field in rows[0]._meta.fields:
            if isinstance(field, PermanentSlugField):
                field.fill(rows)
        type(rows[0])._default_manager.bulk_create(rows)
    return rows
