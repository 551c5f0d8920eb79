"""The canonical document of a communiqué: one JSON object that holds all that its pages say.

    {"format": 1,
     "es":    {"headline", "subheadline", "place", "body", "correction_note"},
     "en":    the same,
     "facts": {"kind": slug, "date": ISO, "held_on": ISO or null, "original": "es" | "en" | "both",
               "topics": [slug, …] sorted,
               and only where there is such a thing:
               "rule": that of the kind (rules.py),
               "courtesy_translation": true,
               "counterpart": {"url", "language"}, where the other side's own version is,
               "first_delegation": {"es" or "en": id}, whom that text names first},
     "participants": [{"person": id or null, "appointment": id or null, "delegation": id or null,
                       "role", "es": {"name", "title", "organization", "courtesy"}, "en": the same}, …],
     "files": [{"digest", "name", "role", "credit", "is_decorative",
                "es": {"caption", "alternative"}, "en": the same,
                and only where it is one: "portrait_of": the id of a participant's person}, …]}

Revisions hold such documents; sections and pages are parts of one, and a digest is the SHA-256 of such a part.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

from comunicados.enums import Language, Section
from comunicados.text import paragraphs

if TYPE_CHECKING:
    from comunicados.models import Attachment, Communique, Participation

FORMAT = 1
TEXT_FIELDS = ("headline", "subheadline", "place", "body", "correction_note")
WORDS = ("name", "title", "organization", "courtesy")
FILE_WORDS = ("caption", "alternative")

Document = dict[str, Any]


def build(communique: "Communique") -> Document:
    """The document of the working copy as it stands in memory, with its participants and files as stored."""
    return {
        "format": FORMAT,
        **{language: text_of(communique, language) for language in Language.values},
        "facts": facts_of(communique, [topic.slug for topic in communique.topics.all()]),
        "participants": [participation_of(row) for row in communique.participations.all()],
        "files": [file_of(row) for row in communique.attachments.select_related("file")],
    }


def text_of(communique: "Communique", language: str) -> Document:
    return {field: getattr(communique, f"{field}_{language}") for field in TEXT_FIELDS}


def facts_of(communique: "Communique", topics: list[str]) -> Document:
    kind = communique.kind if communique.kind_id else None
    return {
        "kind": kind.slug if kind else None,
        **({"rule": str(kind.rule)} if kind and kind.rule else {}),
        "date": _iso(communique.date),
        "held_on": _iso(communique.held_on),
        "original": communique.original,
        "topics": sorted(topics),
        **{key: value for key, value in _of_a_joint_text(communique).items() if value},
    }


def _of_a_joint_text(communique: "Communique") -> Document:
    """What most communiqués do not have, and then do not name: so nothing changes for those that never had it."""
    counterpart = {"url": communique.counterpart_url, "language": communique.counterpart_language}
    first = {language: getattr(communique, f"first_delegation_{language}_id") for language in Language.values}
    return {
        "courtesy_translation": communique.courtesy_translation,
        "counterpart": counterpart if communique.counterpart_url else None,
        "first_delegation": {language: pk for language, pk in first.items() if pk},
    }


def participation_of(row: "Participation") -> Document:
    return {
        "person": row.person_as_written_id or row.person_id,
        "appointment": row.appointment_id,
        "delegation": row.delegation_id,
        "role": row.role,
        **{lang: {word: getattr(row, f"{word}_{lang}") for word in WORDS} for lang in Language.values},
    }


def file_of(row: "Attachment") -> Document:
    return {
        "digest": row.file.digest,
        "name": row.name,
        "role": row.role,
        "credit": row.credit,
        "is_decorative": row.is_decorative,
        **({"portrait_of": row.portrait_of_id} if row.portrait_of_id else {}),
        **{lang: {word: getattr(row, f"{word}_{lang}") for word in FILE_WORDS} for lang in Language.values},
    }


def page(document: Document, language: str) -> Document:
    """The part of a document that the page of one language shows, and so what an approval is about.

    Number, hour and address are not in it. Who a participant *is* (person, post, delegation) is: it decides on
    whose page the communiqué is listed.
    """
    facts = {key: value for key, value in document["facts"].items() if key != "first_delegation"}
    if first := first_delegation(document, language):
        facts["first_delegation"] = first
    other = Language.EN if language == Language.ES else Language.ES
    return {
        "format": document["format"],
        "language": language,
        "text": document[language],
        "facts": facts | {"held_on": facts["held_on"] or facts["date"]},
        **{
            rows: [{key: value for key, value in row.items() if key != other} for row in document[rows]]
            for rows in ("participants", "files")
        },
    }


def first_delegation(document: Document, language: str) -> int | None:
    """Whom the text of that language names first; None for its own order, the ministry's State first."""
    first: int | None = document["facts"].get("first_delegation", {}).get(language)
    return first


_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def digest(part: Any) -> str:
    """SHA-256, in hexadecimal, of any part of a document: JSON with sorted keys, no spaces, UTF-8."""
    return hashlib.sha256(_canonical(part).encode()).hexdigest()


def changed_sections(before: Document | None, after: Document) -> list[str]:
    """The sections in which two documents differ; all of them when there was nothing before."""
    if before is None:
        return list(Section.values)
    return [section for section in Section.values if before[section] != after[section]]


class Paragraph(NamedTuple):
    """A paragraph of a text: the field that it stands in (a body has many) and its words, white space folded."""

    field: str
    text: str

    @property
    def digest(self) -> str:
        return digest(self.text)


def paragraphs_of(text: Document) -> list[Paragraph]:
    """What a translator translates, from the headline to the correction note; `text` is one language's section."""
    found = []
    for field in TEXT_FIELDS:
        blocks = paragraphs(text[field]) if field == "body" else [" ".join(text[field].split())]
        found += [Paragraph(field, block) for block in blocks if block]
    return found


def paragraph_digests(document: Document, language: str) -> list[str]:
    """What a text that was made from this one accounts for."""
    return [paragraph.digest for paragraph in paragraphs_of(document[language])]


def source_of(original: str, language: str) -> str:
    """The language whose text the one in `language` follows; "" for the original.

    Of two equally authentic texts each follows the other.
    """
    if original == language:
        return ""
    return Language.EN.value if language == Language.ES else Language.ES.value


def unaccounted(document: Document, language: str, accounts_for: Collection[str]) -> list[str]:
    """The digests in which the source differs from what a text accounts for: paragraphs that came, and that went.

    None for an original, nor for a text that accounts for nothing yet: that one was never finished.
    """
    source = source_of(document["facts"]["original"], language)
    if not (source and accounts_for):
        return []
    now = paragraph_digests(document, source)
    return [*(one for one in now if one not in accounts_for), *(one for one in accounts_for if one not in now)]


def _iso(day: dt.date | str | None) -> str | None:
    return day.isoformat() if isinstance(day, dt.date) else day or None
