"""The exact text that a verb is about: of a document, or of a publication, in one language."""

import datetime as dt
from dataclasses import dataclass
from typing import Self

from comunicados.document import WORDS, Document
from comunicados.enums import Role
from comunicados.models import Kind, Publication, Topic


@dataclass(frozen=True)
class Named:
    """A participant in the words of the text."""

    role: str
    name: str
    title: str
    organization: str
    courtesy: str


@dataclass(frozen=True)
class ExactText:
    headline: str
    subheadline: str
    place: str
    body: str
    note: str
    kind: str
    date: dt.date
    held_on: dt.date
    topics: list[str]
    participants: list[Named]

    @classmethod
    def of_document(cls, document: Document, language: str) -> Self:
        text, facts = document[language], document["facts"]
        return cls(
            headline=text["headline"],
            subheadline=text["subheadline"],
            place=text["place"],
            body=text["body"],
            note=text["correction_note"],
            kind=Kind.objects.get(slug=facts["kind"]).name_in(language),
            date=dt.date.fromisoformat(facts["date"]),
            held_on=dt.date.fromisoformat(facts["held_on"] or facts["date"]),
            topics=[str(topic) for topic in Topic.objects.filter(slug__in=facts["topics"])],
            participants=[
                Named(str(Role(row["role"]).label), *(row[language][word] for word in WORDS))
                for row in document["participants"]
            ],
        )

    @classmethod
    def of_publication(cls, publication: Publication) -> Self:
        return cls(
            headline=publication.headline,
            subheadline=publication.subheadline,
            place=publication.place,
            body=publication.body,
            note=publication.note,
            kind=publication.kind.name_in(publication.language),
            date=publication.date,
            held_on=publication.held_on,
            topics=[str(topic) for topic in publication.topics.all()],
            participants=[
                Named(row.get_role_display(), row.name, row.title, row.organization_words, row.courtesy)
                for row in publication.appearances.all()
            ],
        )
