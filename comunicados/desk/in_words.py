"""A document as the desk reads it: names instead of codes, dates written out, each participant in a line."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from comunicados import blocks
from comunicados.compare import Fields, Line
from comunicados.desk import languages
from comunicados.document import TEXT_FIELDS, Document
from comunicados.enums import FileRole, Language, Original, Role, Rule, Section
from comunicados.models import Communique, Kind, Topic
from personas.models import Appointment, Organization, Person

LINKS = ("person", "appointment", "delegation")


def who(user: User) -> str:
    return user.get_full_name() or user.get_username()


def label(field: str) -> str:
    """What the writing screen calls a field of the document."""
    if field in (Section.PARTICIPANTS, Section.FILES):
        return capfirst(str(Section(field).label))
    if field == "rule":
        return capfirst(_("rule of the kind"))
    field = {"counterpart": "counterpart_url"}.get(field, field)
    return capfirst(str(Communique._meta.get_field(field).verbose_name))  # type: ignore[union-attr]


@dataclass(frozen=True)
class Names:
    """What the codes and links of some documents are called in the language of the desk."""

    kinds: dict[str, str]
    topics: dict[str, str]
    rows: dict[str, dict[int, Any]]  # by kind of link

    @classmethod
    def of(cls, *documents: Document) -> Self:
        """Five queries, however many participants there are."""
        language = get_language() or "es"
        slugs = {slug for document in documents for slug in document["facts"]["topics"]}
        participants = [row for document in documents for row in document["participants"]]
        portraits = [{"person": row.get("portrait_of")} for document in documents for row in document["files"]]
        firsts = [{"delegation": pk} for document in documents for pk in _first_delegations(document).values()]
        registry: dict[str, QuerySet[Any]] = {
            "person": Person.objects.all(),
            "appointment": Appointment.objects.select_related("position"),
            "delegation": Organization.objects.all(),
        }
        return cls(
            kinds={kind.slug: kind.name_in(language) for kind in Kind.objects.all()},
            topics={topic.slug: _topic(topic, language) for topic in Topic.objects.filter(slug__in=slugs)},
            rows={
                link: rows.in_bulk({row[link] for row in (*participants, *portraits, *firsts) if row.get(link)})
                for link, rows in registry.items()
            },
        )

    def link(self, link: str, pk: int) -> str:
        row = self.rows[link].get(pk)
        if row is None:
            return _("no longer in the registry")
        named = row.position if link == "appointment" else row
        return str(named.name_in(get_language() or "es"))


def facts(document: Document, names: Names) -> dict[str, list[str]]:
    """The facts by their fields, each with as many values as it has."""
    given, first = document["facts"], _first_delegations(document)
    rule = [str(Rule(given["rule"]).label)] if given.get("rule") else []
    return {
        "kind": [names.kinds.get(given["kind"], given["kind"])] if given["kind"] else [],
        "rule": rule,
        "date": _day(given["date"]),
        "held_on": _day(given["held_on"]),
        "original": [str(Original(given["original"]).label)],
        "topics": [names.topics.get(slug, slug) for slug in given["topics"]],
        "courtesy_translation": [_("yes")] if given.get("courtesy_translation") else [],
        "counterpart": _counterpart(given.get("counterpart")),
        **{
            f"first_delegation_{language}": [names.link("delegation", first[language])] if language in first else []
            for language in Language.values
        },
    }


def _first_delegations(document: Document) -> dict[str, int]:
    found: dict[str, int] = document["facts"].get("first_delegation", {})
    return found


def _counterpart(given: Document | None) -> list[str]:
    return [f"{given['url']} ({languages.name(given['language'])})"] if given else []


def participants(document: Document, language: str, names: Names) -> list[Line]:
    """Each in the words of the language; the form says to whom of the registry it is linked."""
    return [
        Line(_participant(row, language), " · ".join(_links(row, names))) for row in document[Section.PARTICIPANTS]
    ]


def fields(document: Document, language: str, names: Names) -> Fields:
    """All that the document says for one language, ready to be compared."""
    text = document[language]
    return {
        **{field: _one_line(text[field]) for field in TEXT_FIELDS if field != "body"},
        "body": blocks.lines(text["body"]),
        **_facts_of(document, language, names),
        "participants": participants(document, language, names),
        "files": [_file(row, language, names) for row in document[Section.FILES]],
    }


def _facts_of(document: Document, language: str, names: Names) -> dict[str, list[Line]]:
    """Without whom the text of the other language names first."""
    others = [f"first_delegation_{other}" for other in Language.values if other != language]
    given = facts(document, names).items()
    return {field: [Line(value) for value in values] for field, values in given if field not in others}


def _one_line(text: str) -> list[Line]:
    return [Line(" ".join(line.split())) for line in text.splitlines() if line.strip()]


def _day(iso: str | None) -> list[str]:
    return [date_format(dt.date.fromisoformat(iso))] if iso else []


def _topic(topic: Topic, language: str) -> str:
    return (topic.name_en or topic.name_es) if language == "en" else (topic.name_es or topic.name_en)


def _participant(row: Document, language: str) -> str:
    words = row[language]
    name = " ".join(filter(None, (words["courtesy"], words["name"])))
    described = ", ".join(filter(None, (name, words["title"], words["organization"])))
    return f"{described or '—'} ({Role(row['role']).label})"


def _file(row: Document, language: str, names: Names) -> Line:
    """Its words; the form says the rest, and which bytes it is, for a file may be changed for another of its name."""
    words = row[language]
    parts = {
        _("alternative text"): _("decorative") if row["is_decorative"] else words["alternative"],
        _("credit"): row["credit"],
        _("portrait of"): names.link("person", row["portrait_of"]) if "portrait_of" in row else "",
        _("file"): f"{row['name']} ({row['digest'][:8]})",
    }
    form = " · ".join(f"{title}: {part}" for title, part in parts.items() if part)
    return Line(f"{words['caption'] or row['name']} ({FileRole(row['role']).label})", form)


def _links(row: Document, names: Names) -> Iterator[str]:
    titles = {"person": _("person"), "appointment": _("post"), "delegation": _("delegation")}
    for link, title in titles.items():
        if row[link]:
            yield f"{title}: {names.link(link, row[link])}"
