"""The doubts about a text as cards: what is doubtful, and the answers that settle it."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from comunicados.desk.bring_in.marks import anchor_of
from comunicados.intake.doubts import Doubt
from comunicados.intake.sentences import in_words

FIELDS = {"date": "date", "place": "date", "title": "headline", "kind": "kind"}  # where a doubt about each is shown
MARKS = {"date": "dateline", "headline": "headline", "kind": "kind"}
RIGHT = _("I have looked: it is right as it stands here")


@dataclass(frozen=True)
class Card:
    """Doubts that one answer settles: `answers` are radio buttons, or one box that says that it is right so."""

    doubts: list[Doubt]
    answers: BoundField
    asks: list[BoundField] = field(default_factory=list)  # what some of the answers ask for
    mark: str = ""  # the anchor of the words in question

    @property
    def sentences(self) -> list[str]:
        return [in_words(doubt) for doubt in self.doubts]

    @property
    def is_box(self) -> bool:
        return isinstance(self.answers.field, forms.BooleanField)

    @property
    def is_settled(self) -> bool:
        return bool(self.answers.value())


def where(doubt: Doubt) -> str:
    """The part of the page that a doubt belongs to: "top", a field's name, or "p3" for a participant."""
    about = doubt.about or ""
    if about.startswith("participants."):
        return f"p{about.removeprefix('participants.')}"
    return FIELDS.get(about, "top")


def boxes(form: forms.Form, doubts: Iterable[Doubt], anchors: Container[str]) -> dict[str, Card]:
    """A card for each part of the page that has doubts, its box made a field of the form."""
    by_part: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        by_part.setdefault(where(doubt), []).append(doubt)
    cards = {}
    for part, about_it in by_part.items():
        name = f"right-{part}"
        form.fields[name] = forms.BooleanField(label=RIGHT, required=False)
        mark = anchor_of("name", int(part[1:])) if part[1:].isdecimal() else anchor_of(MARKS.get(part, ""), None)
        cards[part] = Card(about_it, form[name], mark=mark if mark in anchors else "")
    return cards
