"""The source as it was read, with what was recognized marked in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comunicados.intake.parsed import Mark, ParsedCommunique

WORDS: dict[str, str | Promise] = {
    "name": _("person"),
    "title": _("post"),
    "headline": _("headline"),
    "subheadline": _("subheadline"),
    "dateline": _("dateline"),
    "kind": _("kind"),
    "number": _("number"),
    "embargo": _("embargo"),
}


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph; with a mark, what it was recognized as."""

    text: str
    mark: Mark | None = None
    anchor: str = ""  # of the first mark of its kind and participant

    @property
    def kind(self) -> str:
        return self.mark.kind if self.mark else ""

    @property
    def number(self) -> int | None:
        """The participant's, as people count."""
        return self.mark.participant + 1 if self.mark and self.mark.participant is not None else None

    @property
    def word(self) -> str:
        return str(WORDS.get(self.kind, self.kind))


def marked(parsed: ParsedCommunique) -> list[list[Piece]]:
    """Each paragraph of the source in pieces. Of two marks that overlap the earlier counts."""
    by_paragraph = {
        paragraph: list(marks)
        for paragraph, marks in groupby(sorted(parsed.marks, key=_place), key=lambda mark: mark.paragraph)
    }
    seen: set[str] = set()
    return [list(_pieces(text, by_paragraph.get(number, []), seen)) for number, text in enumerate(parsed.source)]


def anchor_of(kind: str, participant: int | None) -> str:
    return f"mark-{kind}" if participant is None else f"mark-{kind}-{participant}"


def _place(mark: Mark) -> tuple[int, int, int]:
    return mark.paragraph, mark.start, -mark.end


def _pieces(text: str, marks: list[Mark], seen: set[str]) -> Iterator[Piece]:
    at = 0
    for mark in marks:
        if mark.start < at or mark.end <= mark.start:
            continue
        if mark.start > at:
            yield Piece(text[at : mark.start])
        anchor = anchor_of(mark.kind, mark.participant)
        yield Piece(text[mark.start : mark.end], mark, "" if anchor in seen else anchor)
        seen.add(anchor)
        at = mark.end
    if at < len(text):
        yield Piece(text[at:])
