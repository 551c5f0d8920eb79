"""The words of a search, marked where a list shows them: in the headline, and in a passage of the body.

A word is marked if the database reads it as one of those that were typed: it alone knows the stems, and that accents
do not matter.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from html import unescape
from typing import Any

from django.db import connections, router
from django.utils.html import conditional_escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from comunicados.public.models import Publication
from comunicados.public.models.publication import CONFIGURATIONS
from comunicados.public.words import WORD, fold, typed_words

PASSAGE = 36  # words
BEFORE = 8  # of these stand before the first that was found

ALIKE = """
SELECT word FROM unnest(%(words)s::text[]) word
WHERE to_tsvector(%(configuration)s::regconfig, public.search_words(%(language)s, word))
    @@ websearch_to_tsquery(%(configuration)s::regconfig, public.search_words(%(language)s, %(typed)s))
"""


class Marks:
    """Of the communiqués that one page shows. Asks nothing until something is to be marked, then twice."""

    def __init__(self, text: str, language: str, shown: Iterable[Publication]) -> None:
        self.typed, self.language, self.shown = typed_words(text), language, list(shown)

    def marked(self, words: str) -> SafeString:
        return mark_safe("".join(self._pieces(words, 0, len(words))))  # noqa: S308  (each piece is escaped)

    def passage(self, publication: Publication) -> SafeString:
        """Where the body says most of what was typed; "" where it says none of it."""
        body = self._bodies.get(publication.pk, "")
        words = list(WORD.finditer(body))
        found = [place for place, word in enumerate(words) if fold(word[0]) in self._found]
        if not found:
            return SafeString("")
        said = {place: fold(words[place][0]) for place in found}
        spans = {place: {said[other] for other in found if 0 <= other - place < PASSAGE - BEFORE} for place in found}
        start = max(max(found, key=lambda place: (len(spans[place]), -place)) - BEFORE, 0)
        end = min(start + PASSAGE, len(words)) - 1
        begins = words[start].start() if start else 0
        ends = words[end].end() if end + 1 < len(words) else len(body)
        return format_html(
            "{}{}{}",
            "…\N{NO-BREAK SPACE}" if start else "",
            mark_safe("".join(self._pieces(body, begins, ends))),  # noqa: S308  (each piece is escaped)
            "\N{NO-BREAK SPACE}…" if end + 1 < len(words) else "",
        )

    def _pieces(self, text: str, begins: int, ends: int) -> Iterator[str]:
        for word in WORD.finditer(text, begins, ends):
            if fold(word[0]) in self._found:
                yield conditional_escape(text[begins : word.start()])
                yield format_html("<mark>{}</mark>", word[0])
                begins = word.end()
        yield conditional_escape(text[begins:ends])

    @cached_property
    def _bodies(self) -> dict[int, str]:
        shown = Publication.objects.filter(pk__in=[publication.pk for publication in self.shown])
        bodies = shown.values_list("pk", "body")
        return {pk: " ".join(unescape(strip_tags(body.replace("><", "> <"))).split()) for pk, body in bodies}

    @cached_property
    def _found(self) -> set[str]:
        """Of the words that are shown, folded, those that were asked for. Two that are alike begin alike."""
        texts = [text for publication in self.shown for text in (publication.headline, publication.subheadline)]
        initials = {fold(word)[0] for word in self.typed}
        words = {word.lower() for text in (*texts, *self._bodies.values()) for word in WORD.findall(text)}
        words = {word for word in words if fold(word)[0] in initials}
        if not words:
            return set()
        asked: dict[str, Any] = {
            "words": sorted(words),
            "configuration": CONFIGURATIONS[self.language],
            "language": self.language,
            "typed": " or ".join(self.typed),
        }
        with connections[router.db_for_read(Publication)].cursor() as cursor:
            cursor.execute(ALIKE, asked)
            return {fold(word) for (word,) in cursor.fetchall()}
