"""Headline and subheadline, and where the body begins under them."""

import re

from comunicados.intake.parser.above import Opening
from comunicados.intake.parser.dateline import read_dateline
from comunicados.intake.parser.furniture import LABEL, LONGEST_LABEL
from comunicados.intake.parser.layout import LONG, UNFINISHED, Line, bare, join

HEADLINE = 300  # characters
POINTS = 4  # items that may stand under a headline
_NEXT_SENTENCE = re.compile(r"\w{4,}\W?\. ")  # no abbreviation
_TITLED = re.compile(r"^(?:asunto|subject|t[ií]tulo|title|headline|titular)\s?:\s+(?=\S)", re.IGNORECASE)


def is_body(opening: Opening, rest: list[Line]) -> bool:
    line, text = rest[0], rest[0].text
    if opening.headline is None:
        is_sentence = text.endswith(".") and (
            len(text) > 160 or bool(_NEXT_SENTENCE.search(text)) or (bool(opening.kind) and len(rest) == 1)
        )
        has_other = bool(opening.spare) or opening.place_of("sender") is not None
        return len(text) > HEADLINE or is_sentence or (has_other and text.endswith("."))
    if _opening_goes_on(opening, rest):
        return False
    if text.endswith((":", ";", ",")) or len(text) > 2 * LONG:
        return True
    if line.is_item:
        return (opening.subheadline is not None and not opening.has_points) or not _points_precede(rest)
    if not line.after_blank:
        return text.endswith(".") and len(text) > LONG
    is_last_of_block = len(rest) > 1 and rest[1].after_blank
    return text.endswith(".") or not is_last_of_block


def _points_precede(rest: list[Line]) -> bool:
    """Whether the items that begin here are few, short and above the text itself: points under a headline."""
    count = next((number for number, line in enumerate(rest) if not line.is_item), len(rest))
    if not 0 < count <= POINTS or count == len(rest) or any(line.text[-1] in ";:," for line in rest[:count]):
        return False
    following = read_dateline(rest[count].text)
    return following is not None or len(rest[count].text) > LONG


def _opening_goes_on(opening: Opening, rest: list[Line]) -> bool:
    """Whether a dateline or a label ("From: …") stands under a line, which then is no body yet."""
    if opening.subheadline or len(rest) < 2 or len(rest[0].text) > HEADLINE:
        return False
    following = rest[1].text
    if opening.dateline is None and (found := read_dateline(following)) and found.end == len(following):
        return True
    return bool(LABEL.match(following)) and len(following) < LONGEST_LABEL


def take_headline(
    opening: Opening, line: Line, may_wrap: bool, compounds: frozenset[str], *, is_wrapped: bool
) -> str | None:
    """Takes a line as headline or subheadline, or as the continuation of one; None when it is neither."""
    if opening.headline is None:
        opening.headline = _TITLED.sub("", line.text)
        return "headline"
    may_wrap = may_wrap and not line.after_blank
    if may_wrap and opening.subheadline is None and _wraps(opening.headline, line.text, is_wrapped=is_wrapped):
        opening.headline = join(opening.headline, line.text, compounds)
        return "headline"
    if opening.subheadline is None:
        opening.subheadline, opening.has_points = bare(line.text), line.is_item
        return "subheadline"
    if opening.has_points and line.is_item:
        opening.subheadline += f" {bare(line.text)}"
        return "subheadline"
    if may_wrap and len(opening.subheadline) + len(line.text) <= HEADLINE:
        opening.subheadline = join(opening.subheadline, line.text, compounds)
        return "subheadline"
    return None


def _wraps(headline: str, text: str, *, is_wrapped: bool) -> bool:
    if len(headline) + len(text) > HEADLINE:
        return False
    is_upper = headline.isupper()
    is_alike = is_upper == text.isupper() and (is_upper or (is_wrapped and len(headline) >= 45))
    return text[0].islower() or is_alike or bool(UNFINISHED.search(headline[-12:]))
