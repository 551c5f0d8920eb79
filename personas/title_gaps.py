"""Where the titles of a post leave its holders without one: sentences for the registrar."""

import datetime as dt
from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from personas.models import Position
from personas.timeline import titles_of


def title_gaps(position: Position) -> list[str]:
    return [*_before_the_first(position), *_in_one_language(position)]


def _before_the_first(position: Position) -> Iterator[str]:
    """Somebody held the post on days on which it had no title yet."""
    titles = titles_of(position)
    if not titles:
        yield _("The post has no title: texts are not filled with one.")
        return
    first = titles[0].title.starts_on
    if first is None:
        return
    for held in position.appointments.select_related("person").order_by("starts_on", "pk"):
        if held.starts_on is None or held.starts_on < first:
            words = {"holder": held.person, "day": date_format(first)}
            yield _("%(holder)s held the post before its first title begins, on %(day)s.") % words


def _in_one_language(position: Position) -> Iterator[str]:
    for entry in titles_of(position):
        title = entry.title
        since = date_format(title.starts_on) if title.starts_on else "?"
        if not title.title_en:
            yield _("From %(day)s on the post has no title in English.") % {"day": since}
        if not (title.masculine_es or title.feminine_es):
            yield _("From %(day)s on the post has no title in Spanish.") % {"day": since}


def title_on_each(position: Position, day: dt.date) -> dict[str, str]:
    """What the post was called on that day: in Spanish in both genders, in English."""
    forms = [position.title_on(day, "es", gender) for gender in ("feminine", "masculine")]
    return {"es": " / ".join(dict.fromkeys(filter(None, forms))), "en": position.title_on(day, "en")}
