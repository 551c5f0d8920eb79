"""The filters that are set, each as a word that takes it away again."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from comunicados.public.dates import day
from comunicados.public.filters import CommuniqueFilters, Values
from comunicados.public.models.base import Named

Address = Callable[[Values], str]  # of the same list with these filters changed


@dataclass(frozen=True)
class Chip:
    label: str
    value: Any  # a text, or a row that bears a name
    without: str  # the address of the list without it

    @property
    def is_named(self) -> bool:
        return isinstance(self.value, Named)


def chips(filters: CommuniqueFilters, language: str, address: Address) -> list[Chip]:
    """In the order of the filters; a whole calendar year is one chip."""
    return [Chip(label, value, address(changes)) for label, value, changes in _set(filters, filters.values(language))]


def _set(
    filters: CommuniqueFilters, written: dict[str, list[str]]
) -> Iterator[tuple[str, Any, dict[str, list[str]]]]:
    chosen = filters.chosen
    for name, value in chosen.items():
        if name in {"from", "to"}:
            continue
        label = _("Words") if name == "q" else str(filters.form[name].label)
        if isinstance(value, list):
            for row, slug in zip(value, written[name], strict=True):
                yield label, row, {name: [other for other in written[name] if other != slug]}
        else:
            yield label, value, {name: []}
    first, last = chosen.get("from"), chosen.get("to")
    if year := whole_year(first, last):
        yield _("Year"), str(year), {"from": [], "to": []}
        return
    if first:
        yield _("From"), day(first), {"from": []}
    if last:
        yield _("To"), day(last), {"to": []}


def whole_year(first: dt.date | None, last: dt.date | None) -> int | None:
    """The calendar year from its first to its last day."""
    if first and last and (first, last) == (dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)):
        return first.year
    return None
