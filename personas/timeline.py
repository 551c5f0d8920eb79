"""Who was in which post when: the appointments of a post or of a person in their order, with gaps and overlaps."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from personas.models import Appointment


def overlapping(appointments: Iterable[Appointment]) -> Iterator[tuple[Appointment, Appointment]]:
    """Every two whose periods share a day, as far as is known; acting and joint holders among them."""
    for one, other in combinations(appointments, 2):
        if _begins_before_end(one, other) and _begins_before_end(other, one):
            yield one, other


def _begins_before_end(one: Appointment, other: Appointment) -> bool:
    return one.starts_on is None or other.ends_on is None or one.starts_on < other.ends_on
