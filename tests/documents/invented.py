"""Which names, posts, places and dates of a result are not in its text."""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?:[oae]?s|[oae])$")
_MONTHS = "enero|january febrero|february marzo|march abril|april mayo|may junio|june julio|july agosto|august "
_MONTHS += "septiembre|setiembre|september octubre|october noviembre|november diciembre|december"
_DAYS = (
    "uno|primero|first dos|second tres|third cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
)
_DAYS += "dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro "
_DAYS += "veinticinco veintiseis veintisiete veintiocho veintinueve treinta treinta_y_uno"
_YEARS = "veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho".split()


def inventions(found: dict[str, Any], text: str) -> Iterator[str]:
    """What each is and how it reads."""
    words = words_of(text)
    run = f" {' '.join(words)} "
    stems = {_stem(word) for word in words}
    if found["place"] and not _stands(found["place"], run):
        yield f"place {found['place']}"
    if found["date"] and not date_stands(found["date"], words):
        yield f"date {found['date']}"
    for person in found["participants"]:
        if not _stands(person["name"], run):
            yield f"name {person['name']}"
        if person["title"] and not {_stem(word) for word in words_of(person["title"])} <= stems:
            yield f"post {person['title']}"


def date_stands(iso: str, words: list[str]) -> bool:
    """Whether day, month and year are each in the text, in figures or in words."""
    date = datetime.date.fromisoformat(iso)
    return bool(
        _forms(date.day, _DAYS) & set(words)
        and _forms(date.month, _MONTHS) & set(words)
        and ({str(date.year), f"{date.year % 100:02}"} & set(words) or _inwords_of(date.year, words))
    )


def _forms(number: int, names: str) -> set[str]:
    """A day or month in every spelling: 3, 03, 3rd, marzo, March, mar."""
    named = set(names.split()[number - 1].split("|"))
    endings = ("", "st", "nd", "rd", "th", "º", "o", "er")
    return {f"{number}{ending}" for ending in endings} | {f"{number:02}"} | named | {name[:3] for name in named}


def _inwords_of(year: int, words: list[str]) -> bool:
    return year // 100 == 20 and 20 <= year % 100 <= 28 and _YEARS[year % 100 - 20] in words and "mil" in words


def _stands(value: str, run: str) -> bool:
    """Whether the words of the value follow one another somewhere in the text."""
    return f" {' '.join(words_of(value))} " in run


def words_of(text: str) -> list[str]:
    """The words in small letters without accents, so that a name in capitals is the same name."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return _WORD.findall("".join(letter for letter in bare if not unicodedata.combining(letter)))


def _stem(word: str) -> str:
    """A word without its gender and number: of «los ministros de A y de B» each is ministro or ministra."""
    return _ENDING.sub("", word.removesuffix("y") + "i" if word.endswith("y") else word)
