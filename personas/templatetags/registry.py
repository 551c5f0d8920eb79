"""What the registry's pages say of its rows."""

from typing import Any

from django import template
from django.db.models import Model
from django.utils.text import capfirst

register = template.Library()


@register.simple_tag
def in_full(row: Model) -> str:
    """The row in words that tell it from others of its table, where it has such."""
    told: Any = getattr(row, "in_full", row.__str__)
    return str(told())


@register.simple_tag
def label_of(row: Model, column: str) -> str:
    return str(capfirst(row._meta.get_field(column).verbose_name))  # type: ignore[union-attr]
