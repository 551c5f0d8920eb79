"""What a registrar should look at before two rows are merged: sentences, none of which forbids it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from personas.models import Appointment, Person, Position
from personas.timeline import overlapping


def doubts(merged: Any, survivor: Any) -> list[str]:
    if isinstance(survivor, Person):
        return [*_other_words(merged, survivor), *_other_gender(merged, survivor), *_two_of_one(merged, survivor)]
    return [*_other_words(merged, survivor), *_other_place(merged, survivor), *_two_of_one(merged, survivor)]


def _other_words(merged: Any, survivor: Any) -> Iterator[str]:
    if merged.name_es.casefold() != survivor.name_es.casefold():
        words = {"merged": merged.name_in("es"), "survivor": survivor.name_in("es")}
        yield _("The names differ: “%(merged)s” and “%(survivor)s”.") % words


def _other_gender(merged: Person, survivor: Person) -> Iterator[str]:
    if merged.gender and survivor.gender and merged.gender != survivor.gender:
        yield _("The grammatical gender differs.")


def _other_place(merged: Position, survivor: Position) -> Iterator[str]:
    if merged.organization_id != survivor.organization_id:
        words = {"merged": merged.organization, "survivor": survivor.organization}
        yield _("The posts belong to different organizations: %(merged)s, %(survivor)s.") % words


def _two_of_one(merged: Any, survivor: Any) -> Iterator[str]:
    """Of a person to one post, or of two people to what will be one post; only pairs that the merger makes."""
    link, other = ("person", "position") if isinstance(survivor, Person) else ("position", "person")
    held = Appointment.objects.filter(**{f"{link}__in": [merged, survivor]}).select_related("person", "position")
    for one, two in overlapping(held.order_by("starts_on", "pk")):
        is_new = getattr(one, f"{link}_id") != getattr(two, f"{link}_id")
        if is_new and (link == "position" or getattr(one, f"{other}_id") == getattr(two, f"{other}_id")):
            words = {"one": one.in_full(), "two": two.in_full()}
            yield _("Two appointments to one post overlap: %(one)s, %(two)s.") % words
