"""The registry of an archive, entered row by row: it is small whatever the archive's size.

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
from itertools import groupby
from typing import Any

from django.db import transaction

from comunicados.models import Kind
from personas.models import Appointment, Organization, Person, Position

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

    def communiques(self, records: Iterable[Record]) -> Iterator[Record]:
        """Enter what is not a communiqué as it comes; yield the communiqués."""
        enter = {
            "country": self._country,
            "organisation": self._organization,
            "position": self._position,
            "person": self._person,
            "kind": self._kind,
        }
        for are_communiques, run in groupby(records, lambda record: record["t"] == "communique"):
            if are_communiques:
                yield from run
            else:
                with transaction.atomic():  # one commit for all of them, not one for each
                    for record in run:
                        enter.get(record["t"], _skip)(record)

    def _country(self, record: Record) -> None:
        state, _ = Organization.objects.get_or_create(
            iso_code=record["iso"],
            kind=Organization.Kind.STATE,
            defaults={"name_es": record["es"], "name_en": record["en"]},
        )
        self.organizations["country", record["id"]] = state

    def _organization(self, record: Record) -> None:
        parent = self.organizations["country", record["country"]] if record["country"] else None
        self.organizations["organisation", record["id"]] = Organization.objects.create(
            kind=Organization.Kind.BODY if parent else Organization.Kind.INTERNATIONAL,
            parent=parent,
            name_es=record["es"],
            name_en=record["en"],
        )

    def _position(self, record: Record) -> None:
        organization = self.organizations["organisation", record["organisation"]]
        position = Position.objects.create(organization=organization, name_es=record["es"], name_en=record["en"])
        title = record["es"][:1].lower() + record["es"][1:]
        position.titles.create(masculine_es=title, title_en=record["en"])
        self.positions[record["id"]] = position
        self.titles[position.pk] = {"es": title, "en": record["en"]}
        self.roots[position.pk] = organization.root().pk

    def _person(self, record: Record) -> None:
        given, _, surnames = record["name"].partition(" ")
        person = Person.objects.create(
            name_es=record["name"], sort_name=f"{surnames}, {given}", slug=_free_slug(record["slug"])
        )
        self.people[record["id"]] = person
        starts = [dt.date.fromisoformat(tenure["from"]) for tenure in record["tenures"]]
        self.tenures[record["id"]] = [
            Appointment.objects.create(
                person=person, position=self.positions[tenure["position"]], starts_on=start, ends_on=end
            )
            for tenure, start, end in zip(record["tenures"], starts, [*starts[1:], None], strict=True)
        ]

    def _kind(self, record: Record) -> None:
        self.kinds[record["slug"]], _ = Kind.objects.get_or_create(
            slug=record["slug"], defaults={"name_es": record["es"], "name_en": record["en"]}
        )

    def appointment(self, person: int, day: dt.date) -> Appointment:
        """The tenure of that day; the first one for a day before all."""
        tenures = self.tenures[person]
        place = bisect_right(tenures, day, key=lambda tenure: tenure.starts_on or dt.date.min)
        return tenures[max(place - 1, 0)]


def _skip(record: Record) -> None:
    """What an archive tells besides, such as the length of the list, is none of the registry's."""


def _free_slug(slug: str) -> str:
    """The slug of the record, or none, so that a fresh one is made, where somebody in the registry has it."""
    return "" if Person.objects.filter(slug=slug).exists() else slug
