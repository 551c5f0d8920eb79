"""What a feed says of itself and of one text, whatever the form in which it says it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import Truncator

from comunicados.public.addresses import address
from comunicados.public.models import Publication
from comunicados.public.models.whole import Label, RegistryName, WholeFile, WholeText
from comunicados.public.participants import Participants

SUMMARY_WORDS = 60
LANGUAGE_TAGS = {"es": f"es-{settings.MINISTRY_REGION}", "en": "en"}
EMPTY_LINES = re.compile(r"\n\s*\n")
HREF = re.compile(r'(?<=href=")[^"]*')


@dataclass(frozen=True)
class Subject:
    """A word by which texts are sorted, and the address of the vocabulary that it is of."""

    vocabulary: str
    term: str
    word: str


@dataclass(frozen=True)
class Enclosure:
    address: str
    media_type: str
    size: int
    title: str


@dataclass(frozen=True)
class Item:
    """One text: addresses absolute, `content` HTML, `updated` the hour of its last correction or of its beginning."""

    id: str
    address: str
    language: str  # BCP 47
    title: str
    summary: str
    content: str
    author: str
    published: dt.datetime
    updated: dt.datetime
    correction: str  # its note; "" of a text that was not corrected
    subjects: tuple[Subject, ...]
    photograph: Enclosure | None
    annexes: tuple[Enclosure, ...]
    translation: str  # its address; "" where there is none
    translation_language: str
    facts: dict[str, Any]  # what the formats have no words for


@dataclass(frozen=True)
class Withdrawal:
    """A text that was withdrawn: only that, when and why; its address would say its headline."""

    id: str
    at: dt.datetime
    reason: str

    @classmethod
    def of(cls, text: Publication | WholeText) -> "Withdrawal":
        return cls(text.uid.urn, text.live_from, text.note)


@dataclass(frozen=True)
class Feed:
    """One document of a feed; `older` and `newer` are the addresses of those before and after it in the archive."""

    title: str
    description: str
    language: str
    author: str
    site: str
    page: str  # the list, for people
    address: str  # this document's own
    current: str  # of the document to which readers subscribe
    older: str
    newer: str
    is_archive: bool
    updated: dt.datetime
    is_empty: bool


def item_of(text: WholeText, site: str, changed: dt.datetime | None = None) -> Item:
    """`changed` is the hour of an earlier correction, of a text whose last change was none worth telling."""
    link, language = site + text.path, text.language
    participants = Participants.of(text.appearances)
    content = render_to_string("public/feed_item.html", {"text": text, "participants": participants})
    summary = Truncator(strip_tags(text.body.replace("><", "> <"))).words(SUMMARY_WORDS)
    files = [(file.is_photograph, _enclosure(file, site)) for file in text.files]
    other = text.translation if text.translation and not text.translation.is_withdrawn else None
    return Item(
        id=text.uid.urn,
        address=link,
        language=LANGUAGE_TAGS[language],
        title=text.headline,
        summary=text.subheadline or summary,
        content=EMPTY_LINES.sub("\n", HREF.sub(lambda href: urljoin(link, href[0]), content)).strip(),
        author=settings.MINISTRY_NAME[language],
        published=_published(text),
        updated=text.live_from if text.is_correction else changed or text.first_live_from,
        correction=text.note if text.is_correction else "",
        subjects=tuple(_subjects(text, participants, site)),
        photograph=next((enclosure for is_photograph, enclosure in files if is_photograph), None),
        annexes=tuple(enclosure for is_photograph, enclosure in files if not is_photograph),
        translation=site + other.path if other else "",
        translation_language=LANGUAGE_TAGS[other.language] if other else "",
        facts=_facts(text, language),
    )


def _published(text: WholeText) -> dt.datetime:
    """What was entered as archive was published on its own day, not when it was entered."""
    if not text.is_archive:
        return text.first_live_from
    return timezone.make_aware(dt.datetime.combine(text.date, dt.time()))


def _enclosure(file: WholeFile, site: str) -> Enclosure:
    return Enclosure(site + file.path, file.media_type, file.size, str(file))


def _subjects(text: WholeText, participants: Participants, site: str) -> Iterator[Subject]:
    """The kind by the filter that offers it, topics and countries by the lists of them."""
    latest, topics, parties = (site + address(name, text.language) for name in ("latest", "topics", "parties"))
    yield _subject(f"{latest}#id_kind", text.kind, text.language)
    for topic in text.topics:
        yield _subject(topics, topic, text.language)
    for delegation in participants.delegations:
        if delegation.party:
            yield _subject(parties, delegation.party, text.language)


def _subject(vocabulary: str, row: Label | RegistryName | Any, language: str) -> Subject:
    return Subject(vocabulary, row.slug_in(language), row.name_in(language))


def _facts(text: WholeText, language: str) -> dict[str, Any]:
    return {
        "kind": text.kind.name_in(language),
        "number": text.number,
        "date": text.date.isoformat(),
        "held_on": text.held_on.isoformat(),
        "place": text.place,
        "version": text.ordinal,
        "is_archive": text.is_archive,
        "participants": [
            {
                "name": row.name,
                "title": row.title,
                "organization": row.organization_words,
                "delegation": row.delegation.name_in(language) if row.delegation else "",
                "role": row.role,
            }
            for row in text.appearances
        ],
    }
