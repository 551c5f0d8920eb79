"""Which words a text holds, whatever their inflection, accents and markup; stop words aside. The database reads it.

Words are what its text search makes of them (the SQL function `telling_words`): to be compared, not to be shown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection

from comunicados.document import FILE_WORDS, TEXT_FIELDS, WORDS, Document
from comunicados.enums import Status
from comunicados.models.publication import Publication
from comunicados.models.source_file import SourceFile

SHOWN = 12


def words_of(language: str, texts: Iterable[str]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT unnest(telling_words(%s, text)) FROM unnest(%s::text[]) AS text", [language, list(texts)]
        )
        return {word for (word,) in cursor.fetchall()}


def holding(language: str, texts: Sequence[str], words: Iterable[str]) -> list[bool]:
    """For each text, whether it holds one of the words."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT telling_words(%s, text) && %s::text[] FROM unnest(%s::text[]) WITH ORDINALITY AS t(text, place)"
            " ORDER BY place",
            [language, list(words), list(texts)],
        )
        return [holds for (holds,) in cursor.fetchall()]


def as_written(language: str, text: str, words: Iterable[str]) -> list[str]:
    """Those of the words, as that text writes them, to be shown: the first in the alphabet."""
    with connection.cursor() as cursor:
        cursor.execute(
            r"SELECT DISTINCT written FROM regexp_split_to_table(%s, '\W+') AS written"
            " WHERE telling_words(%s, written) && %s::text[] ORDER BY written LIMIT %s",
            [text, language, list(words), SHOWN],
        )
        return [written for (written,) in cursor.fetchall()]


def text_of_document(document: Document, language: str) -> str:
    """All that a document says in one language, participants and files included."""
    rows = [row[language][word] for row in document["participants"] for word in WORDS]
    rows += [words for row in document["files"] for words in (*(row[language][w] for w in FILE_WORDS), row["credit"])]
    return "\n".join([*(document[language][field] for field in TEXT_FIELDS), *rows])


def text_of_publication(publication: Publication) -> str:
    """All that it says; the reason of a withdrawal is no part of the text."""
    note = publication.note if publication.status == Status.PUBLISHED else ""
    texts = [publication.headline, publication.subheadline, publication.place, publication.body, note]
    for row in publication.appearances.all():
        texts += [row.name, row.title, row.organization_words, row.courtesy]
    for file in publication.files.all():
        texts += [file.caption, file.alternative, file.credit]
    return "\n".join(texts)


def text_of_source_file(file: SourceFile) -> str:
    """All that was read of it, what stands aside included; what was in doubt; the words of its name."""
    return "\n".join([re.sub(r"[\W_]+", " ", file.name), *_strings(file.reading), *_strings(file.doubts)])


def _strings(value: Any) -> Iterator[str]:
    """Every text in a JSON value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
