"""Who takes part in a communiqué, as its page sets them: by delegation, the host's first unless the text says so."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from comunicados.enums import Role
from comunicados.public.models import Appearance, Organization, WholeAppearance
from comunicados.public.models.whole import RegistryName

Person = Appearance | WholeAppearance


@dataclass
class Delegation:
    """Those who act for one State or organization; for none that is public, without a `party`."""

    party: Organization | RegistryName | None
    people: list[Person] = field(default_factory=list)


@dataclass(frozen=True)
class Participants:
    delegations: list[Delegation]
    appointed: list[Person]
    mentioned: list[Person]
    absent: list[Person]

    @classmethod
    def of(cls, appearances: Iterable[Person]) -> Self:
        """From the appearances of one text in their order, with their `delegation` at hand."""
        rows = list(appearances)
        delegations: dict[int | None, Delegation] = {}
        for row in sorted((row for row in rows if row.took_part), key=_place):
            delegations.setdefault(row.delegation_id, Delegation(row.delegation)).people.append(row)
        return cls(
            list(delegations.values()),
            [row for row in rows if row.role == Role.APPOINTED],
            [row for row in rows if row.role == Role.MENTIONED],
            [row for row in rows if row.role == Role.ABSENT],
        )


def _place(row: Person) -> tuple[bool, bool]:
    return (not row.is_of_the_first, not row.is_of_the_host)
