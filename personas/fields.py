"""Columns that the registry's tables share."""

from collections.abc import Sequence
from itertools import chain, count
from typing import Any

from django.db import models
from django.db.models import F, Func, TextField
from django.db.models.expressions import Value
from django.db.models.functions import Concat
from django.utils.text import slugify

from personas.locks import take_turn


class PermanentSlugField(models.SlugField):
    """The last part of a public address: made from a name at the first save, and the row's for ever.

    A trigger refuses to change it. Two rows of one name are told apart by a number.
    """

    def __init__(self, *args: Any, from_field: str = "", **kwargs: Any) -> None:
        self.from_field = from_field
        super().__init__(*args, **{"max_length": 120, "unique": True, "editable": False} | kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), kwargs | {"from_field": self.from_field}

    def pre_save(self, instance: models.Model, add: bool) -> str:
        slug: str = getattr(instance, self.attname)
        if not slug:
            slug = self._free_slug(instance)
            setattr(instance, self.attname, slug)
        return slug

    def fill(self, instances: Sequence[models.Model]) -> None:
        """Give slugs to rows of one model that are about to be entered together, as if each came after the other."""
        take_turn(instances[0]._meta.db_table)
        taken = set(type(instances[0])._base_manager.values_list(self.attname, flat=True))
        for instance in instances:
            slug = getattr(instance, self.attname)
            if not slug or slug in taken:
                slug = _first_free(self._stem(instance), taken)
                setattr(instance, self.attname, slug)
            taken.add(slug)

    def _free_slug(self, instance: models.Model) -> str:
        take_turn(instance._meta.db_table)  # of two savers of one name
        stem = self._stem(instance)
        alike = type(instance)._base_manager.filter(**{f"{self.attname}__startswith": stem})
        return _first_free(stem, set(alike.values_list(self.attname, flat=True)))

    def _stem(self, instance: models.Model) -> str:
        return slugify(getattr(instance, self.from_field))[:100].strip("-") or instance._meta.model_name or "x"


def _first_free(stem: str, taken: set[str]) -> str:
    return next(slug for slug in chain([stem], (f"{stem}-{number}" for number in count(2))) if slug not in taken)


def sort_key_of(column: str) -> models.GeneratedField:
    """The alphabetical place of a name in Spanish: accents folded, ñ after n, the comma before all letters."""
    return models.GeneratedField(
        expression=Func(F(column), function="sort_key"),
        output_field=TextField(db_collation="C"),
        db_persist=True,
    )


def search_text_of(*columns: str) -> models.GeneratedField:
    """All the spellings of a row in one folded text, for `.search()`."""
    parts: list[Any] = []
    for column in columns:
        parts += [F(column), Value(" ")]
    return models.GeneratedField(
        expression=Func(Concat(*parts[:-1], output_field=TextField()), function="fold"),
        output_field=TextField(),
        db_persist=True,
    )
