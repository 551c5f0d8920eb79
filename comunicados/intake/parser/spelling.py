"""All-capital names in their usual spelling."""

import re

from comunicados.intake.parser.vocabulary import PARTICLES

_ROMAN = re.compile(r"^[IVX]+$")


def usual_capitals(name: str) -> str:
    """An all-capital word of a name as it is usually written: "BÁRCENA DE LA O'HIGGINS" is "Bárcena de la
    O'Higgins".
    """
    words = name.split()
    return " ".join(
        _usual(word, first=not index or _is_surname(word, words[index - 1])) for index, word in enumerate(words)
    )


def _is_surname(word: str, before: str) -> bool:
    """ "LA ROSA", unlike "DE LA ROSA"."""
    return word.lower() in {"la", "le", "el"} and before.lower() not in PARTICLES


def _usual(word: str, *, first: bool) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    if (
        len(letters) < 2
        or "." in word
        or not all(letter.isupper() for letter in letters)
        or (not first and _ROMAN.match(word))
    ):
        return word
    if not first and word.lower() in PARTICLES:
        return word.lower()
    result, capital = [], True
    for letter in word:
        result.append(letter if capital else letter.lower())
        capital = not letter.isalnum() and letter in "-‐'’·"
    return "".join(result)
