"""Which language a text is in, and where a document in both goes from one to the other."""

import re
from itertools import accumulate

from comunicados.intake.parsed import ParsedCommunique, ParsedParticipant
from comunicados.intake.parser.dateline import read_dateline
from comunicados.intake.parser.kinds import read_kind
from comunicados.intake.parser.layout import CELL, Line
from comunicados.intake.parser.tokens import fold, words

_SPANISH = words("el la los las de del que y en por para con una su se al como fue")
_ENGLISH = words("the of and to in for with on by a his her their was as that at from")
ENOUGH = 8  # words of one language more than of the other, in each half of a document in both
PURE = 4  # times as many of the one as of the other
_VERSION = re.compile(
    r"^\W{0,3}(?:(?:unofficial|courtesy|traducci[oó]n)?\s?(?:english|spanish)\b.{0,24}|"
    r"versi[oó]n (?:en|original)\b.{0,24}|"
    r"texto en (?:espa[nñ]ol|ingl[eé]s)|(?:in )?(?:english|spanish)|(?:en )?(?:espa[nñ]ol|ingl[eé]s)|"
    r"(?:unofficial|courtesy) translation|traducci[oó]n(?: no oficial| de cortes[ií]a)?)\W{0,3}$",
    re.IGNORECASE,
)


def language_of(text: str) -> str:
    return "en" if _weight(text) < 0 else "es"


def _weight(text: str) -> int:
    """Spanish words less English ones, of those that only sentences have."""
    written = re.findall(r"\w+", text.lower())
    return sum(word in _SPANISH for word in written) - sum(word in _ENGLISH for word in written)


def split_languages(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the language that comes first, and those of the other one; none, when there is but one.

    The two stand one after the other, or side by side in the rows of a table.
    """
    if (columns := _columns(lines)) is not None:
        return columns
    weights = [_weight(line.text) for line in lines]
    total = sum(weights)
    before = [0, *accumulate(weights)]
    at = max(range(len(before)), key=lambda at: abs(before[at]) + abs(total - before[at]))
    if not _are_two(weights[:at], weights[at:]):
        return lines, []
    at = _first_line(lines, weights, at)
    return _without_labels(lines[:at]), _without_labels(lines[at:])


def _are_two(first: list[int], second: list[int]) -> bool:
    """Whether each half is in one language, and not in the same."""
    one, other = sum(first), sum(second)
    if one * other >= 0 or min(abs(one), abs(other)) < ENOUGH:
        return False
    return all(_is_pure(half) for half in (first, second))


def _is_pure(weights: list[int]) -> bool:
    spanish = sum(weight for weight in weights if weight > 0)
    english = -sum(weight for weight in weights if weight < 0)
    return max(spanish, english) >= PURE * min(spanish, english)


def _first_line(lines: list[Line], weights: list[int], at: int) -> int:
    """Where the second text begins: with its kind or dateline, of the lines of no language before it."""
    second = next((place for place in range(at, len(lines)) if weights[place]), at)
    first = at
    while first and not weights[first - 1]:
        first -= 1
    for place in range(first, second):
        text = lines[place].text
        if _VERSION.match(text) or read_kind(text, is_under_headline=False) is not None:
            return place
    for place in range(first, second):
        found = read_dateline(lines[place].text)
        if found is not None and found.end == len(lines[place].text) and place + 1 == second:
            return place
    return second


def _without_labels(lines: list[Line]) -> list[Line]:
    """Without "English version" and the like."""
    return [line for line in lines if not _VERSION.match(line.text)]


def _columns(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    rows = [line for line in lines if line.is_item and line.text.count(CELL.strip()) == 1]
    if len(rows) < 2 or 3 * len(rows) < 2 * len(lines):
        return None
    pairs = [line.text.lstrip("-•* ").split(CELL.strip()) for line in rows]
    left, right = ([pair[side].strip() for pair in pairs] for side in (0, 1))
    if not _are_two([_weight(text) for text in left], [_weight(text) for text in right]):
        return None
    first, second = ([Line(text, True) for text in column if text] for column in (left, right))
    return _without_labels(first), _without_labels(second)


def counterparts(parsed: ParsedCommunique) -> list[ParsedParticipant | None]:
    """For each participant the same person in the other language: of that name or, if all are as many, that place."""
    others = list(parsed.translation.participants) if parsed.translation else []
    by_name = {_key(other.name): other for other in others}
    found = [by_name.get(_key(participant.name)) for participant in parsed.participants]
    if len(others) == len(found):
        left = [other for other in others if other not in found]
        found = [other or (left.pop(0) if left else None) for other in found]
    return found


def _key(name: str) -> str:
    return fold(name).replace("-", " ")
