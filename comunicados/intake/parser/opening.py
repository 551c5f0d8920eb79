"""What stands above the body: kind, number, dateline, headline, embargo, letterhead, in whatever order."""

import re

from comunicados.intake.parser import places
from comunicados.intake.parser.above import Opening, Taken
from comunicados.intake.parser.dateline import (
    Dateline,
    dateline_within,
    is_place,
    leading_place,
    place_of,
    read_dateline,
)
from comunicados.intake.parser.furniture import (
    LABEL,
    LONGEST_LABEL,
    is_code,
    is_letterhead,
    is_motto,
    is_path,
    is_release,
    is_section,
    is_sender,
    is_share,
)
from comunicados.intake.parser.headlines import is_body, take_headline
from comunicados.intake.parser.kinds import ONLY_NUMBER, names_parties, read_kind
from comunicados.intake.parser.layout import Line, compounds_of
from comunicados.intake.parser.tokens import fold
from comunicados.intake.parser.vocabulary import KINDS

WIDEST = 130  # characters of a line in a text whose lines are broken by hand
LINES = 24  # an opening is not longer
CLOSING = 6  # lines at the end among which a closing dateline is looked for
_EMBARGO = re.compile(
    r"^\W{0,3}(?:strictly |sujeto a |sujeta a |bajo |under )?(?:embargo|embargad[oa])"
    r"|^\W{0,3}(?:not for (?:release|publication|broadcast)|no (?:difundir|publicar) (?:antes|hasta))",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s[|–—-]\s")  # parts the pieces of a line of furniture
_KIND_WITHIN = re.compile(
    r"\b(?:joint statement|statement|readout|speech|remarks|declaraci[oó]n conjunta|"
    r"comunicado conjunto|comunicado|discurso)\b",
    re.IGNORECASE,
)


def read_opening(lines: list[Line], whole: str) -> tuple[Opening, list[Line]]:
    """The opening and the lines of the body. A dateline that runs into a paragraph is cut off from it."""
    opening, rest = Opening(), list(lines[:LINES])
    compounds = compounds_of(whole)
    may_wrap = False  # the line before was headline or subheadline
    is_wrapped = all(len(line.text) <= WIDEST for line in lines)
    while rest:
        if _takes_two_lines(opening, rest):
            may_wrap = False
            continue
        if role := _furniture(opening, rest[0].text):
            may_wrap = False
        elif _cuts_dateline(opening, rest) or is_body(opening, rest):
            break
        elif role := take_headline(opening, rest[0], may_wrap, compounds, is_wrapped=is_wrapped):
            may_wrap = True
        else:
            break
        opening.taken.append(Taken(role, rest.pop(0).text))
    rest += lines[LINES:]
    if opening.headline is None:
        opening.headline = opening.spare or next((t.text for t in opening.taken[::-1] if t.role == "sender"), None)
    if opening.kind is None and opening.headline:
        opening.kind = _kind_within(opening.headline)
    if opening.dateline is None:
        _find_dateline_elsewhere(opening, rest)
    if opening.place is None and (opening.dateline is None or opening.dateline.place is None):
        _cut_place(opening, rest)
    return opening, rest


def _kind_within(headline: str) -> str | None:
    """ "Press Statement" of "MFA Press Statement: Visit of …", or "Joint Statement" anywhere."""
    head, colon, _rest = headline.partition(":")
    folded = fold(head)
    if colon and len(folded) == len(head):
        for kind in KINDS:
            if folded.endswith(f" {kind}"):
                return head[-len(kind) :]
    match = _KIND_WITHIN.search(headline)
    return match.group() if match else None


def _takes_two_lines(opening: Opening, rest: list[Line]) -> bool:
    """Place and date in two lines, in either order; a place alone only when it can be nothing else."""
    if opening.dateline is not None or len(rest) < 2 or rest[1].after_blank:
        return False
    first, second = rest[0].text, rest[1].text
    for place, day in ((first, second), (second, first)):
        found = read_dateline(day)
        if found is None or found.place or found.end != len(day) or not _is_only_place(place) or fold(place) in KINDS:
            continue
        if place is second or opening.headline or places.of_capital(fold(place).split(",")[0]) is not None:
            opening.dateline, opening.dateline_text = Dateline(found.found, place_of(place), found.end), day
            roles = ("place", "dateline") if place is first else ("dateline", "place")
            opening.taken += [Taken(role, rest.pop(0).text) for role in roles]
            return True
    return False


def _is_only_place(text: str) -> bool:
    if is_letterhead(text) or len(text) > 60 or len(text.split()) > 6:
        return False
    return text[-1] not in ".:;!?" and is_place(text)


def _cut_place(opening: Opening, rest: list[Line]) -> None:
    """ "OSLO — Norway signed": a place before a dash opens the body without a date."""
    if rest and (found := leading_place(rest[0].text)):
        place, begin = found
        opening.place = place_of(place)
        opening.taken.append(Taken("place", rest[0].text[:begin].rstrip()))
        rest[0] = Line(rest[0].text[begin:], True)


def _furniture(opening: Opening, text: str) -> str | None:
    """Notes a line that is one of those that stand around the headline, and says which."""
    if is_release(text) and not _is_dated(text):
        return "release"
    if is_share(text):
        return "label"
    if _BESIDE.search(text) and _reads_parts(opening, text):
        return "parts"
    if len(text) < 200 and _EMBARGO.match(text) and opening.embargo is None:
        opening.embargo = text
        return "embargo"
    if (found := read_dateline(text)) and found.end == len(text):
        if opening.dateline is None:
            opening.dateline, opening.dateline_text = found, text
        else:
            opening.other_datelines.append(text)
        return "dateline"
    if opening.number is None and (match := ONLY_NUMBER.match(text)):
        opening.number = match["number"].rstrip(".")
        return "number"
    if opening.kind is None and (line := read_kind(text, is_under_headline=opening.headline is not None)):
        opening.kind, opening.kind_line = line.kind, f"{line.kind} {line.rest}"
        opening.number, opening.spare = opening.number or line.number, line.headline
        return "kind"
    if opening.kind and fold(text) in KINDS:
        return "label"  # the kind again
    if opening.headline is None and opening.kind and names_parties(text):
        opening.kind_line += f" {text}"
        return "parties"
    if opening.headline is None and is_letterhead(text):
        opening.letterhead.append(text)
        return "letterhead"
    return _oddment(opening, text)


def _is_dated(text: str) -> bool:
    """ "(Montevideo, 3 de mayo de 2024)"."""
    found = read_dateline(text)
    return found is not None and found.end == len(text)


def _reads_parts(opening: Opening, text: str) -> bool:
    """ "Secretaría de Relaciones Exteriores | 25 de enero de 2026 | Comunicado": furniture side by side."""
    parts = [part.strip() for part in _BESIDE.split(text) if part.strip()]
    dated = [found for part in parts if (found := read_dateline(part)) and found.end == len(part)]
    kinds = [line for part in parts if (line := read_kind(part, is_under_headline=True))]
    others = sum(is_letterhead(part) or is_section(part) for part in parts)
    has_either = (dated or kinds) if " | " in text else (dated and kinds)
    if len(parts) < 2 or not has_either or len(dated) + len(kinds) + others < len(parts):
        return False
    if dated and opening.dateline is None:
        opening.dateline, opening.dateline_text = dated[0], text
    if kinds and opening.kind is None:
        opening.kind, opening.kind_line = kinds[0].kind, kinds[0].kind
        opening.number = opening.number or kinds[0].number
    opening.letterhead += [part for part in parts if is_letterhead(part)]
    return True


def _oddment(opening: Opening, text: str) -> str | None:
    """What a site, a registry or a letterhead puts beside the headline."""
    if (match := LABEL.match(text)) and len(text) < LONGEST_LABEL:
        if match["place"] and is_place(match["place"]):
            opening.place = opening.place or place_of(match["place"])
        return "label"
    if opening.headline and is_letterhead(text):
        opening.letterhead.append(text)
        return "letterhead"
    if opening.headline and opening.place is None and places.of_capital(fold(text).split(",")[0]) is not None:
        opening.place = place_of(text) if _is_only_place(text) else None
        return "place" if opening.place else None
    if is_code(text):
        return "code"
    if is_section(text) and opening.headline is None:
        return "motto"
    if opening.headline is None and (is_path(text) or is_motto(text)):
        return "motto"
    return "sender" if opening.headline is None and is_sender(text) else None


def _cuts_dateline(opening: Opening, rest: list[Line]) -> bool:
    """A dateline that runs into the first paragraph ends the opening; the paragraph stays without it."""
    if opening.dateline is not None and (opening.dateline.place or opening.headline is None):
        return False
    text = rest[0].text
    wrapped = len(rest) > 1 and not rest[1].after_blank
    for candidate in (text, f"{text} {rest[1].text}") if wrapped else (text,):
        found = read_dateline(candidate)
        if opening.dateline and found and (found.place is None or found.found.day != opening.dateline.found.day):
            return False
        if found and found.end < len(candidate):
            opening.dateline, opening.dateline_text = found, candidate[: found.end]
            opening.taken.append(Taken("dateline", opening.dateline_text.rstrip()))
            left = found.end
            if left > len(text):
                left -= len(rest.pop(0).text) + 1
            rest[0] = Line(rest[0].text[max(left, 0) :].lstrip() or rest[0].text, True)
            return True
    return False


def _find_dateline_elsewhere(opening: Opening, rest: list[Line]) -> None:
    """At the end of the text, or within its first sentence, where it stays."""
    for index in range(len(rest) - 1, max(len(rest) - 1 - CLOSING, -1), -1):
        found = read_dateline(rest[index].text)
        if found and found.end == len(rest[index].text):
            opening.dateline, opening.dateline_text = found, rest.pop(index).text
            opening.below.append(Taken("dateline", opening.dateline_text))
            return
    if rest and (found := dateline_within(rest[0].text)):
        opening.dateline, opening.dateline_text = found, rest[0].text[: found.end]
