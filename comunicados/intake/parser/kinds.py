"""The line that says what a text is: "Comunicado conjunto N.º 12", "Statement by the Minister on…"."""

import re
from dataclasses import dataclass

from comunicados.intake.parser import places
from comunicados.intake.parser.tokens import fold, words
from comunicados.intake.parser.vocabulary import KINDS

_NUMBER_WORD = r"(?:pr\s)?(?:n\.?[ºo°]s?\.?|num\.?|numero|n[uú]mero|number|#)[\s:]{0,3}"
_DIGITS = r"(?P<number>(?:[A-Z]{1,8}[-/])?\d[\w/.-]{0,15})"
_NUMBER = re.compile(rf"^[\W_]{{0,4}}(?:{_NUMBER_WORD})?{_DIGITS}[\s.]{{0,3}}(?P<rest>$|[\W_].*)", re.IGNORECASE)
ONLY_NUMBER = re.compile(rf"^{_NUMBER_WORD}{_DIGITS}$", re.IGNORECASE)
_AFTER_KIND = re.compile(r"\s*(?:n[.ºo°\s]*|num[.\s]*|#)?\d[\w/.-]*\W*$")
_EDGES = " \t.:-–—|·*"
_SMALL = words("de del la las el los y e a en para of the and for to in on")
_ABOUT = words("sobre tras con motivo ante acerca relativo on following after regarding about")


@dataclass(frozen=True, slots=True)
class KindLine:
    """`headline` is what of the line can serve as one, when the text has no other."""

    kind: str
    rest: str
    number: str | None
    headline: str | None


def read_kind(text: str, *, is_under_headline: bool) -> KindLine | None:
    """The kind with which a line begins or ends; None when the line is about something else."""
    folded = fold(text)
    kind = _kind_at_the_start(folded) or _kind_at_the_end(folded)
    if kind is None or len(text) > 220 or len(folded) != len(text):
        return None
    if (colon := folded.rfind(": ", 0, len(kind))) > 0 and folded.endswith(kind[colon + 2 :]):
        return KindLine(text[colon + 2 : len(kind)], "", None, text)  # "AUKMIN 2022: joint statement"
    rest = text[len(kind) :]
    match = _NUMBER.match(rest)
    if match:
        rest = match["rest"]
    words = rest.strip(_EDGES).split()
    tells = _has_plainwords(words)
    if (text.endswith(".") and len(words) > 12) or (is_under_headline and tells):
        return None
    headline = None
    if words:
        goes_on = rest[:1] == " " and fold(words[0]) == words[0]  # "Comunicado sobre…"
        headline = rest.strip(_EDGES) if tells and not goes_on else text
    return KindLine(text[: len(kind)], rest, match["number"].rstrip("./-") if match else None, headline)


def _kind_at_the_start(folded: str) -> str | None:
    kinds = (kind for kind in KINDS if folded.startswith(kind) and not folded[len(kind) :][:1].isalnum())
    return next(kinds, None)


def _kind_at_the_end(folded: str) -> str | None:
    """ "Ministerial media release 12": a kind with one or two words before it and at most a number after it."""
    bare = _AFTER_KIND.sub("", folded)
    found = any(bare.endswith(f" {kind}") and bare.count(" ") - kind.count(" ") <= 2 for kind in KINDS)
    return bare if found else None


def names_parties(text: str) -> bool:
    """ "CHILE – PERÚ" under the kind."""
    names = [part.strip() for part in re.split(r"\s?[-–—/]\s?|\s(?:y|e|and)\s", text.lower())]
    return len(names) > 1 and all(places.state(fold(name)) is not None for name in names)


def _has_plainwords(words: list[str]) -> bool:
    """Whether there is more than names: a small-letter word that is no article or preposition."""
    folded = [fold(word) for word in words]
    return any(word in _ABOUT for word in folded) or any(
        word[0].islower() and fold(word) not in _SMALL for word in words
    )
