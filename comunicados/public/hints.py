"""What a search may have meant besides words: the number of a communiqué, a person, a country."""

import re
from dataclasses import dataclass
from functools import cached_property

from comunicados.public.models import Kind, Organization, Person, Publication
from comunicados.public.models.base import Named
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.words import WORD, fold, typed_words

OFFERED = 5
LONGEST_NAME = 6  # words typed; who types more does not look for a name
READ = 20  # names alike that are looked at

# Comunicado 12 · Communiqué No. 12 · 12/2024 · Nota n.º 12 de 2024, folded.
NUMBER = re.compile(
    r"(?P<kind>[^\d#]*?)\s*(?:(?:\bn(?:o|um|umero|umber)?\b\.?\s?o?|#)\s*)?(?P<number>\d{1,6})"
    r"(?:\s*(?:/|-|,?\s(?:de|of)\s)\s*(?P<year>[12]\d{3}))?"
)


@dataclass
class Hints:
    """Of the words typed to a list of `publications`; each is asked for when it is shown."""

    text: str
    language: str
    publications: PublishedQuerySet

    @cached_property
    def numbered(self) -> list[Publication]:
        """Those of the number that was typed, whatever else the list is narrowed to; the newest first."""
        read = NUMBER.fullmatch(" ".join(fold(self.text).split()))
        if not read:
            return []
        found = self.publications.filter(number=int(read["number"]))
        if read["kind"]:
            found = found.filter(kind__in=[kind.pk for kind in Kind.objects.all() if _is_called(kind, read["kind"])])
        if read["year"]:
            found = found.filter(date__year=int(read["year"]))
        return list(found.select_related("kind").newest_first().defer("body", "note", "search")[:OFFERED])

    @property
    def exact(self) -> list[Named]:
        words = [fold(word) for word in self._words]
        return [row for row in self._alike if words in _names(row)]

    @property
    def named(self) -> list[Named]:
        """Whose name has every word that was typed, if they are few."""
        words = {fold(word) for word in self._words}
        found = [row for row in self._alike if any(words <= set(name) for name in _names(row))]
        return found if len(found) <= OFFERED else []

    @property
    def similar(self) -> list[Named]:
        """For a search that finds nothing: whose name is like what was typed, and was not typed."""
        known, words = self.named, {fold(word) for word in self._words}
        found = [row for row in self._alike if not any(set(name) <= words for name in _names(row))]
        return [row for row in found if row not in known][:OFFERED]

    @cached_property
    def _words(self) -> list[str]:
        return typed_words(self.text)

    @cached_property
    def _alike(self) -> list[Named]:
        if not 0 < len(self._words) <= LONGEST_NAME:
            return []
        text = " ".join(self._words)
        people: list[Named] = list(Person.objects.search(text)[:READ])
        return [*people, *Organization.objects.resembling(text)[:OFFERED]]


def _is_called(kind: Kind, words: str) -> bool:
    return any(words in {name, f"{name}s", f"{name}es"} for name in map(fold, (kind.name_es, kind.name_en)) if name)


def _names(row: Named) -> list[list[str]]:
    """The words of each of its names, folded."""
    columns = ("name_es", "name_en", "acronym_es", "acronym_en")
    names = (getattr(row, column, "") for column in columns)
    return [[fold(word) for word in WORD.findall(name)] for name in names if name]
