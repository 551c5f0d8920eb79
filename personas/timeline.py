"""Who was in which post when: the appointments of a post or of a person in their order, with gaps and overlaps."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Self

from personas.models import Appointment, Organization, Person, Position, PositionTitle

WIDTH = 1000  # of the drawing, in its own units
LEAST = 6  # so that one day can be seen
MARGIN = dt.timedelta(days=183)  # beyond the known days, for ends that are open or unknown


@dataclass(frozen=True)
class Bar:
    """An appointment in the drawing; an end that is open or unknown reaches its edge."""

    start: int
    width: int


@dataclass(frozen=True)
class Entry:
    appointment: Appointment
    bar: Bar
    gap: tuple[dt.date, dt.date] | None  # the days before it, the first and the last, on which nobody is known
    others: list[Appointment]  # to the same post, with a day in common

    @property
    def unexplained(self) -> list[Appointment]:
        """The others, but for an acting holder beside the one whom they stand in for."""
        return [other for other in self.others if not (other.is_acting or self.appointment.is_acting)]


@dataclass(frozen=True)
class Timeline:
    """The oldest first."""

    entries: list[Entry]

    @classmethod
    def of_post(cls, position: Position, today: dt.date) -> Self:
        held = Appointment.objects.filter(position=position).select_related("person", "position")
        return cls._of(held.prefetch_related("position__titles"), today, has_gaps=True)

    @classmethod
    def of_person(cls, person: Person, today: dt.date) -> Self:
        """A person may hold two posts at once, or none: no gaps, and only two appointments to one post overlap."""
        held = Appointment.objects.filter(person=person).select_related("person", "position__organization")
        return cls._of(held.prefetch_related("position__titles"), today, has_gaps=False)

    @classmethod
    def _of(cls, held: Iterable[Appointment], today: dt.date, *, has_gaps: bool) -> Self:
        rows = sorted(held, key=lambda row: (row.starts_on or dt.date.min, row.ends_on or dt.date.max, row.pk))
        pairs = list(overlapping(rows))
        draw = _scale(rows, today)
        return cls(
            [
                Entry(
                    row,
                    draw(row),
                    _gap(rows[:place], row) if has_gaps else None,
                    [b if a is row else a for a, b in pairs if row in (a, b) and a.position_id == b.position_id],
                )
                for place, row in enumerate(rows)
            ]
        )


def overlapping(appointments: Iterable[Appointment]) -> Iterator[tuple[Appointment, Appointment]]:
    """Every two whose periods share a day, as far as is known; acting and joint holders among them."""
    for one, other in combinations(appointments, 2):
        if _begins_before_end(one, other) and _begins_before_end(other, one):
            yield one, other


def _begins_before_end(one: Appointment, other: Appointment) -> bool:
    return one.starts_on is None or other.ends_on is None or one.starts_on < other.ends_on


def _gap(before: list[Appointment], row: Appointment) -> tuple[dt.date, dt.date] | None:
    """None where somebody before has no known end, or this one no known beginning: then nobody can say."""
    if not before or row.starts_on is None or any(earlier.ends_on is None for earlier in before):
        return None
    ended = max(earlier.ends_on for earlier in before if earlier.ends_on)
    return (ended, row.starts_on - dt.timedelta(days=1)) if ended < row.starts_on else None


def _scale(rows: list[Appointment], today: dt.date) -> Callable[[Appointment], Bar]:
    known = [day for row in rows for day in (row.starts_on, row.ends_on) if day] + [today]
    first, last = min(known) - MARGIN, max(known) + MARGIN
    days = (last - first).days

    def draw(row: Appointment) -> Bar:
        start = ((row.starts_on or first) - first).days * WIDTH // days
        end = ((row.ends_on or last) - first).days * WIDTH // days
        return Bar(start, max(end - start, LEAST))

    return draw


@dataclass(frozen=True)
class Holding:
    """A post on a day: its title in each language, and whoever held it."""

    position: Position
    holders: list[Appointment]


def holders_on(organization: Organization, day: dt.date) -> list[Holding]:
    """All posts of an organization and of the bodies below it, the highest in protocol first."""
    positions = Position.objects.current().filter(organization__in=_with_bodies(organization))
    positions = positions.select_related("organization").order_by("rank", "name_es", "pk")
    held: dict[int, list[Appointment]] = {}
    for row in (
        Appointment.objects.on(day)
        .filter(position__in=positions.order_by())
        .select_related("person", "position")
        .prefetch_related("position__titles")
    ):
        held.setdefault(row.position_id, []).append(row)
    return [Holding(position, held.get(position.pk, [])) for position in positions]


def _with_bodies(organization: Organization) -> list[int]:
    """It and all below it, a level at a time."""
    found = level = [organization.pk]
    while level:
        level = list(Organization.objects.filter(parent__in=level).values_list("pk", flat=True))
        found = found + level
    return found


@dataclass(frozen=True)
class TitleOverTime:
    """A title of a post with its days; `until` is the last, None while no other has begun."""

    title: PositionTitle
    until: dt.date | None


def titles_of(position: Position) -> list[TitleOverTime]:
    titles = sorted(position.titles.all(), key=lambda title: title.starts_on or dt.date.min)
    ends = [title.starts_on - dt.timedelta(days=1) for title in titles[1:] if title.starts_on]
    return [TitleOverTime(title, until) for title, until in zip(titles, [*ends, None], strict=True)]
