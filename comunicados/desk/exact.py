"""The exact text that a verb is about: of a document, or of a publication, in one language."""

import datetime as dt
from dataclasses import dataclass
from typing import Self

from django.utils import translation
from django.utils.translation import gettext as _

from comunicados import rules
from comunicados.desk import languages
from comunicados.document import WORDS, Document, first_delegation
from comunicados.enums import FileRole, Original, Role, Rule
from comunicados.models import Kind, Publication, Topic
from comunicados.public.dates import day


@dataclass(frozen=True)
class Named:
    """A participant in the words of the text."""

    role: str
    name: str
    title: str
    organization: str
    courtesy: str


@dataclass(frozen=True)
class Shown:
    """A file in the words of the text."""

    digest: str
    name: str
    role: str
    caption: str
    alternative: str
    credit: str
    portrait_of: str = ""  # the name that the text gives that participant

    @property
    def is_photograph(self) -> bool:
        return self.role == FileRole.PHOTOGRAPH


@dataclass(frozen=True)
class ExactText:
    headline: str
    subheadline: str
    place: str
    body: str
    note: str
    kind: str
    line: str  # what the rule of the kind has it print
    date: dt.date
    held_on: dt.date
    topics: list[str]
    participants: list[Named]
    joint: list[str]  # what only joint texts say, in the language of the desk
    files: list[Shown]

    @classmethod
    def of_document(cls, document: Document, language: str) -> Self:
        text, facts = document[language], document["facts"]
        held_on = dt.date.fromisoformat(facts["held_on"] or facts["date"])
        return cls(
            headline=text["headline"],
            subheadline=text["subheadline"],
            place=text["place"],
            body=text["body"],
            note=text["correction_note"],
            kind=Kind.objects.get(slug=facts["kind"]).name_in(language),
            date=dt.date.fromisoformat(facts["date"]),
            line=_line(facts.get("rule", Rule.NONE), held_on, language),
            held_on=held_on,
            topics=[str(topic) for topic in Topic.objects.filter(slug__in=facts["topics"])],
            joint=_joint(facts["original"], facts.get("courtesy_translation", False), facts.get("counterpart")),
            participants=[
                Named(str(Role(row["role"]).label), *(row[language][word] for word in WORDS))
                for row in _in_order(document, language)
            ],
            files=files_of(document, language),
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
            line=_line(publication.rule, publication.held_on, publication.language),
            held_on=publication.held_on,
            topics=[str(topic) for topic in publication.topics.all()],
            joint=_joint(
                publication.original,
                publication.courtesy_translation,
                {"url": publication.counterpart_url, "language": publication.counterpart_language},
            ),
            participants=[
                Named(row.get_role_display(), row.name, row.title, row.organization_words, row.courtesy)
                for row in publication.appearances.all()
            ],
            files=_files_of_publication(publication),
        )


def _in_order(document: Document, language: str) -> list[Document]:
    first = first_delegation(document, language)
    return sorted(document["participants"], key=lambda row: not (first and row["delegation"] == first))


def _joint(original: str, is_courtesy: bool, counterpart: Document | None) -> list[str]:
    said = []
    if original == Original.BOTH:
        said.append(_("Both texts are equally authentic."))
    elif is_courtesy:
        said.append(_("Courtesy translation: the original alone is authentic."))
    if counterpart and counterpart["url"]:
        language = languages.name(counterpart["language"])
        said.append(_("The counterpart's version: %(url)s (%(language)s)") % {**counterpart, "language": language})
    return said


def _files_of_publication(publication: Publication) -> list[Shown]:
    names: dict[int | None, str] = {row.person_id: row.name for row in publication.appearances.all() if row.person_id}
    return [
        Shown(
            row.file.digest,
            row.name,
            row.role,
            row.caption,
            row.alternative,
            row.credit,
            names.get(row.portrait_of_id, ""),
        )
        for row in publication.files.select_related("file")
    ]


def files_of(document: Document, language: str) -> list[Shown]:
    names = {row["person"]: row[language]["name"] for row in document["participants"] if row["person"]}
    return [
        Shown(
            row["digest"],
            row["name"],
            row["role"],
            row[language]["caption"],
            "" if row["is_decorative"] else row[language]["alternative"],
            row["credit"],
            names.get(row.get("portrait_of"), ""),
        )
        for row in document["files"]
    ]


def _line(rule: str, held_on: dt.date, language: str) -> str:
    with translation.override(language):
        return rules.line(rule, day=day(held_on))
