"""The files: a table each, with columns whose names and order stay as they are (`docs/operations.md`)."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import QuerySet

from personas.models import Appointment, Organization, Person, Position, PositionTitle

YES, NO = "yes", "no"


@dataclass(frozen=True)
class Table:
    """`id` and the slugs say which row a line is about; the others can be written."""

    name: str
    model: type[models.Model]
    slugs: tuple[str, ...]
    columns: tuple[str, ...]
    links: dict[str, type[models.Model]] = field(default_factory=dict)  # written as the slug of the row
    fixed: tuple[str, ...] = ()  # written once

    @property
    def header(self) -> tuple[str, ...]:
        return ("id", *self.slugs, *self.columns)

    @property
    def permissions(self) -> list[str]:
        return [f"personas.{action}_{self.model._meta.model_name}" for action in ("add", "change")]

    def rows(self) -> QuerySet[Any]:
        """All but the merged ones, in an order that stays."""
        rows = self.model._default_manager.select_related(*self.links).order_by("pk")
        return rows.filter(merged_into=None) if hasattr(self.model, "merged_into") else rows

    def cell(self, row: Any, column: str) -> str:
        value = getattr(row, column)
        if column in self.links:
            return str(getattr(value, slug_of(self.links[column]))) if value else ""
        if isinstance(value, bool):
            return YES if value else NO
        if isinstance(value, dt.date):  # a moment is one, too
            return value.isoformat()
        return "" if value is None else str(value)

    def cells(self, row: Any) -> dict[str, str]:
        return {column: self.cell(row, column) for column in self.header}


def slug_of(model: type[models.Model]) -> str:
    return "slug" if model is Person else "slug_es"


PEOPLE = Table(
    "people",
    Person,
    ("slug",),
    ("name_es", "name_en", "sort_name", "gender", "spellings", "shown_from"),
)
POSITIONS = Table(
    "positions",
    Position,
    ("slug_es", "slug_en"),
    ("organization", "name_es", "name_en", "rank", "shown_from"),
    {"organization": Organization},
)
TITLES = Table(
    "titles",
    PositionTitle,
    (),
    ("position", "starts_on", "masculine_es", "feminine_es", "title_en"),
    {"position": Position},
    ("position",),
)
APPOINTMENTS = Table(
    "appointments",
    Appointment,
    (),
    ("person", "position", "starts_on", "ends_on", "is_acting", "title_es", "title_en", "shown_from"),
    {"person": Person, "position": Position},
    ("person",),  # who it is stands in every text that names it
)
TABLES = (PEOPLE, POSITIONS, TITLES, APPOINTMENTS)
