"""What stands above the body: kind, number, dateline, headline, embargo, letterhead, in whatever order."""

import re
from dataclasses import dataclass, field

from comunicados.intake.parser import places
from comunicados.intake.parser.dateline import Dateline, dateline_within, read_dateline
from comunicados.intake.parser.layout import LONG, UNFINISHED, Line, compounds_of, join
from comunicados.intake.parser.tokens import fold, words
from comunicados.intake.parser.topics import INSTITUTIONS, is_subject
from comunicados.intake.parser.vocabulary import KINDS

LINES = 16  # an opening is not longer
HEADLINE = 300  # characters
CLOSING = 6  # lines at the end among which a closing dateline is looked for
_NUMBER_WORD = r"(?:n\.?[ºo°]s?\.?|num\.?|numero|n[uú]mero|number|#)[\s:]{0,3}"
_DIGITS = r"(?P<number>(?:[A-Z]{1,8}[-/])?\d[\w/.-]{0,15})"
_NUMBER = re.compile(rf"^[\W_]{{0,4}}(?:{_NUMBER_WORD})?{_DIGITS}[\s.]{{0,3}}(?P<rest>$|[\W_].*)", re.IGNORECASE)
_ONLY_NUMBER = re.compile(rf"^{_NUMBER_WORD}{_DIGITS}$", re.IGNORECASE)
_EMBARGO = re.compile(
    r"^\W{0,3}(?:embargo|embargad[oa]|bajo embargo|not for release before|no difundir antes)", re.IGNORECASE
)
_RELEASE = re.compile(
    r"^\W{0,3}(?:for (?:immediate )?release|(?:para|para su|de) (?:publicaci|difusi)[oó]n inmediata)\W{0,3}$",
    re.IGNORECASE,
)
_EDGES = " \t.:-–—|·*"
_SMALL = words("de del la las el los y e a en para of the and for to in on")
_EVENTS = words(
    "acuerdo tratado convenio convencion protocolo carta declaracion treaty agreement convention charter "
    "cumbre summit "
    "conferencia conference iniciativa initiative plan premio prize programa program programme reunion meeting"
)  # what a headline may begin with
_ABOUT = words("sobre tras con motivo ante acerca relativo on following after regarding about")


@dataclass(frozen=True, slots=True)
class Taken:
    """A line outside the body and what it is taken for: a field of the Opening, "release" or "letterhead"."""

    role: str
    text: str


@dataclass(slots=True)
class Opening:
    kind: str | None = None
    kind_line: str = ""
    number: str | None = None
    dateline: Dateline | None = None
    dateline_text: str = ""
    other_datelines: list[str] = field(default_factory=list)
    headline: str | None = None
    subheadline: str | None = None
    embargo: str | None = None
    letterhead: list[str] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)  # what stands above the body, in the order of the text
    below: list[Taken] = field(default_factory=list)  # a dateline under the body
    spare: str | None = None  # a kind line that can serve as the headline when there is no other

    def place_of(self, role: str) -> int | None:
        """Which of the lines above the body has that role."""
        return next((place for place, taken in enumerate(self.taken) if taken.role == role), None)


def read_opening(lines: list[Line], whole: str) -> tuple[Opening, list[Line]]:
    """The opening and the lines of the body. A dateline that runs into a paragraph is cut off from it."""
    opening, rest = Opening(), list(lines[:LINES])
    compounds = compounds_of(whole)
    may_wrap = False  # the line before was headline or subheadline
    while rest:
        if role := _furniture(opening, rest[0].text):
            may_wrap = False
        elif _cuts_dateline(opening, rest) or _is_body(opening, rest):
            break
        elif role := _headline(opening, rest[0], may_wrap, compounds):
            may_wrap = True
        else:
            break
        opening.taken.append(Taken(role, rest.pop(0).text))
    rest += lines[LINES:]
    if opening.headline is None:
        opening.headline = opening.spare
    if opening.dateline is None:
        _find_dateline_elsewhere(opening, rest)
    return opening, rest


def _furniture(opening: Opening, text: str) -> str | None:
    """Notes a line that is one of those that stand around the headline, and says which."""
    if _RELEASE.match(text) or (text[0] == "(" and text[-1] == ")"):
        return "release"
    if len(text) < 200 and _EMBARGO.match(text) and opening.embargo is None:
        opening.embargo = text
        return "embargo"
    if (found := read_dateline(text)) and found.end == len(text):
        if opening.dateline is None:
            opening.dateline, opening.dateline_text = found, text
        else:
            opening.other_datelines.append(text)
        return "dateline"
    if opening.number is None and (match := _ONLY_NUMBER.match(text)):
        opening.number = match["number"].rstrip(".")
        return "number"
    if opening.kind is None and _takes_kind(opening, text):
        return "kind"
    if opening.headline is None and opening.kind and _names_parties(text):
        opening.kind_line += f" {text}"
        return "parties"
    if opening.headline is None and _is_letterhead(text):
        opening.letterhead.append(text)
        return "letterhead"
    return None


def _takes_kind(opening: Opening, text: str) -> bool:
    folded = fold(text)
    kind = next((kind for kind in KINDS if folded.startswith(kind)), None)
    if kind is None or len(text) > 220 or len(folded) != len(text) or folded[len(kind) :][:1].isalnum():
        return False
    rest = text[len(kind) :]
    match = _NUMBER.match(rest)
    if match:
        rest = match["rest"]
    words = rest.strip(_EDGES).split()
    tells = _has_plainwords(words)
    if (text.endswith(".") and len(words) > 12) or (opening.headline is not None and tells):
        return False
    if match:
        opening.number = opening.number or match["number"].rstrip("./-")
    opening.kind, opening.kind_line = text[: len(kind)], f"{text[: len(kind)]} {rest}"
    if words:
        goes_on = rest[:1] == " " and fold(words[0]) == words[0]  # "Comunicado sobre…"
        opening.spare = rest.strip(_EDGES) if tells and not goes_on else text
    return True


def _names_parties(text: str) -> bool:
    """ "CHILE – PERÚ" under the kind."""
    names = [part.strip() for part in re.split(r"\s?[-–—/]\s?|\s(?:y|e|and)\s", text.lower())]
    return len(names) > 1 and all(places.state(fold(name)) is not None for name in names)


def _has_plainwords(words: list[str]) -> bool:
    """Whether there is more than names: a small-letter word that is no article or preposition."""
    folded = [fold(word) for word in words]
    return any(word in _ABOUT for word in folded) or any(
        word[0].islower() and fold(word) not in _SMALL for word in words
    )


def _is_letterhead(text: str) -> bool:
    """ "Secretaría de Relaciones Exteriores": an institution's name and no sentence."""
    words = text.split()
    if _is_english_institution(text):
        return True
    first = fold(words[0].strip(_EDGES))
    if first in {"u.s", "us", "the"} and len(words) > 1:
        first = fold(words[1])
    return (
        len(words) <= (7 if text.isupper() else 12)
        and (first in INSTITUTIONS - _EVENTS or first in {"direccion", "gobierno", "directorate"})
        and not any(word[0].islower() and fold(word) not in _SMALL for word in words)
        and text[-1] not in ".:;"
    )


def _is_english_institution(text: str) -> bool:
    """ "European External Action Service": the noun comes last, and nothing but matters before it."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", text)]
    if not 1 < len(words) <= 8 or words[-1] not in INSTITUTIONS or text[-1] in ".:;":
        return False
    return all(word in _SMALL or is_subject(word) or places.of_adjective(word) is not None for word in words)


def _cuts_dateline(opening: Opening, rest: list[Line]) -> bool:
    """A dateline that runs into the first paragraph ends the opening; the paragraph stays without it."""
    if opening.dateline is not None:
        return False
    text = rest[0].text
    wrapped = len(rest) > 1 and not rest[1].after_blank
    for candidate in (text, f"{text} {rest[1].text}") if wrapped else (text,):
        found = read_dateline(candidate)
        if found and found.end < len(candidate):
            opening.dateline, opening.dateline_text = found, candidate[: found.end]
            opening.taken.append(Taken("dateline", opening.dateline_text.rstrip()))
            left = found.end
            if left > len(text):
                left -= len(rest.pop(0).text) + 1
            rest[0] = Line(rest[0].text[max(left, 0) :].lstrip() or rest[0].text, True)
            return True
    return False


def _is_body(opening: Opening, rest: list[Line]) -> bool:
    line, text = rest[0], rest[0].text
    if opening.headline is None:
        is_sentence = text.endswith(".") and (len(text) > 160 or ". " in text)
        return len(text) > HEADLINE or is_sentence or (bool(opening.spare) and text.endswith("."))
    if _dateline_follows(opening, rest):
        return False
    if line.is_item or text.endswith((":", ";", ",")) or len(text) > 2 * LONG:
        return True
    if not line.after_blank:
        return text.endswith(".") and len(text) > LONG
    is_last_of_block = len(rest) > 1 and rest[1].after_blank
    return text.endswith(".") or not is_last_of_block


def _dateline_follows(opening: Opening, rest: list[Line]) -> bool:
    """Whether a dateline stands under a line, which then is no body yet."""
    if opening.dateline or opening.subheadline or len(rest) < 2 or len(rest[0].text) > HEADLINE:
        return False
    found = read_dateline(rest[1].text)
    return found is not None and found.end == len(rest[1].text)


def _headline(opening: Opening, line: Line, may_wrap: bool, compounds: frozenset[str]) -> str | None:
    """Takes a line as headline or subheadline, or as the continuation of one; None when it is neither."""
    if opening.headline is None:
        opening.headline = line.text
        return "headline"
    may_wrap = may_wrap and not line.after_blank
    if may_wrap and opening.subheadline is None and _wraps(opening.headline, line.text):
        opening.headline = join(opening.headline, line.text, compounds)
        return "headline"
    if opening.subheadline is None:
        opening.subheadline = line.text
        return "subheadline"
    if may_wrap and len(opening.subheadline) + len(line.text) <= HEADLINE:
        opening.subheadline = join(opening.subheadline, line.text, compounds)
        return "subheadline"
    return None


def _wraps(headline: str, text: str) -> bool:
    if len(headline) + len(text) > HEADLINE:
        return False
    is_upper = headline.isupper()
    is_alike = is_upper == text.isupper() and (is_upper or len(headline) >= 45)
    return text[0].islower() or is_alike or bool(UNFINISHED.search(headline[-12:]))


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
