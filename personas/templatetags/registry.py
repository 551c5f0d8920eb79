"""What the registry's pages say of its rows."""

import datetime as dt
from typing import Any

from django import template
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import get_language

from personas.clock import ministry_today
from personas.models import Appointment

register = template.Library()


@register.simple_tag
def in_full(row: Model) -> str:
    """The row in words that tell it from others of its table, where it has such."""
    told: Any = getattr(row, "in_full", row.__str__)
    return str(told())


@register.simple_tag
def label_of(row: Model, column: str) -> str:
    return str(capfirst(row._meta.get_field(column).verbose_name))  # type: ignore[union-attr]


@register.simple_tag
def title_in(appointment: Appointment, day: dt.date | None = None) -> str:
    """The holder's title on that day, or on the first or last that is known; in the language of the page."""
    day = day or appointment.starts_on or appointment.last_day or ministry_today()
    language = (get_language() or "es")[:2]
    other = "es" if language == "en" else "en"
    return appointment.title_on(day, language) or appointment.title_on(day, other) or str(appointment.position)
