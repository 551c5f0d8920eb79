"""Communiqués of an archive, a batch at a time.

A record: date (ISO), kind (slug), slug_es/en, headline_es/en, place_es/en, body_es/en (plain, paragraphs parted by an
empty line), participants: [{person, position}]. Each becomes an archive entry, public in both languages: its date is
its own, its `live_from` the moment of entry; one user signs as its author, another as the one who approved it.
"""

import datetime as dt
import json
import uuid
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model

from comunicados import models
from comunicados.addresses import communique_path
from comunicados.bulk.copy import COLUMNS, NUMBERED, Row, copy, reserve_ids
from comunicados.bulk.registry import Record, Registry
from comunicados.document import FORMAT, WORDS, Document, digest, page, paragraph_digests
from comunicados.enums import Decision, Language, Role, Status
from comunicados.models import Kind
from comunicados.rules import listed_until
from comunicados.text import from_paragraphs
from personas.clock import ministry_now
from personas.models import Appointment


class Batch:
    """The rows of some communiqués, table by table."""

    def __init__(self, registry: Registry, *, written: User, read: User) -> None:
        self.registry, self.written, self.read = registry, written, read
        self.rows: dict[type[Model], list[dict[str, Any]]] = {model: [] for model in COLUMNS}

    @transaction.atomic
    def enter(self, records: list[Record]) -> None:
        self.now = ministry_now()
        self.ids = {model: reserve_ids(model, 2 * len(records)) for model in NUMBERED}
        for record in records:
            self._communique(record)
        for model, rows in self.rows.items():
            copy(model, rows)

    def _id(self, model: type[Model]) -> int:
        return next(self.ids[model])

    def _communique(self, record: Record) -> None:
        day = dt.date.fromisoformat(record["date"])
        kind = self.registry.kinds[record["kind"]]
        posts = [self.registry.appointment(participant["person"], day) for participant in record["participants"]]
        document = self._document(record, kind, posts)
        pk = self._id(models.Communique)
        self.rows[models.Communique].append(
            {
                "id": pk,
                "kind_id": kind.pk,
                "date": day,
                "original": "es",
                "is_archive": True,
                "created_by_id": self.written.pk,
                "created_at": self.now,
                **{f"slug_{language}": record[f"slug_{language}"] for language in Language.values},
                **{f"{field}_{lang}": text for lang in Language.values for field, text in document[lang].items()},
            }
        )
        for order, row in enumerate(document["participants"]):
            words = {f"{word}_{language}": row[language][word] for language in Language.values for word in WORDS}
            self.rows[models.Participation].append({"communique_id": pk, "order": order, **_links(row), **words})
        revision = self._id(models.Revision)
        self.rows[models.Revision].append(
            {
                "id": revision,
                "communique_id": pk,
                "ordinal": 1,
                "document": json.dumps(document, ensure_ascii=False),
                "changed": json.dumps(["es", "en", "facts", "participants"]),
                "source": models.Revision.Source.IMPORTED,
                **self._signed(self.written),
            }
        )
        for language in Language.values:
            self._language(language, record, pk, revision, document, posts)

    def _language(
        self,
        language: str,
        record: Record,
        communique: int,
        revision: int,
        document: Document,
        posts: list[Appointment],
    ) -> None:
        """One language version: its text, approved by the second person, published, with its appearances."""
        day, kind = dt.date.fromisoformat(record["date"]), self.registry.kinds[record["kind"]]
        version, fingerprint = self._id(models.LanguageVersion), digest(page(document, language))
        of_version = {"communique_id": communique, "language": language, "uid": uuid.uuid4()}
        about = {"version_id": version, "digest": fingerprint, "revision_id": revision, **self._signed(self.read)}
        self.rows[models.LanguageVersion].append(
            {
                **of_version,
                "id": version,
                "digest": fingerprint,
                "written_in_id": revision,
                "paragraphs": paragraph_digests(document, language),
                "accounts_for": [],
            }
        )
        approval = self._id(models.Review)
        self.rows[models.Review].append({**about, "id": approval, "decision": Decision.APPROVE})
        path = communique_path(language, day, record[f"slug_{language}"])
        facts = {
            "kind_id": kind.pk,
            "rule": kind.rule,
            "listed_until": listed_until(kind.rule, day),
            "date": day,
            "held_on": day,
            "path": path,
            "approval_id": approval,
        }
        publication = self._publication(document[language], {**about, **of_version, **facts})
        self._appearances(publication, language, document, posts)

    def _publication(self, text: Document, given: Row) -> int:
        """The archive entry of one language, standing from the moment of entry; `given` is what is its own."""
        publication = self._id(models.Publication)
        self.rows[models.Publication].append(
            {
                **given,
                **text,
                "id": publication,
                "ordinal": 1,
                "status": Status.PUBLISHED,
                "original": "es",
                "number": None,
                "is_archive": True,
                "live_from": self.now,
                "first_live_from": self.now,
            }
        )
        return publication

    def _appearances(self, publication: int, language: str, document: Document, posts: list[Appointment]) -> None:
        for order, (row, post) in enumerate(zip(document["participants"], posts, strict=True)):
            words = row[language]
            self.rows[models.Appearance].append(
                {
                    "publication_id": publication,
                    "order": order,
                    "position_id": post.position_id,
                    "organization_id": post.position.organization_id,
                    "organization_words": words["organization"],
                    **_links(row),
                    **words,
                }
            )

    def _document(self, record: Record, kind: Kind, posts: list[Appointment]) -> Document:
        rule = {"rule": kind.rule} if kind.rule else {}
        facts = {"kind": kind.slug, "date": record["date"], "held_on": None, "original": "es", "topics": []}
        return {
            "format": FORMAT,
            **{language: _text(record, language) for language in Language.values},
            "facts": facts | rule,
            "participants": [self._participant(post, is_first=not place) for place, post in enumerate(posts)],
            "files": [],
        }

    def _participant(self, post: Appointment, *, is_first: bool) -> Document:
        titles = self.registry.titles[post.position_id]
        words = {"name": post.person.name_es, "organization": "", "courtesy": ""}
        return {
            "person": post.person_id,
            "appointment": post.pk,
            "delegation": self.registry.roots[post.position_id],
            "role": Role.HEAD if is_first else Role.MEMBER,
            **{language: {**words, "title": titles[language]} for language in Language.values},
        }

    def _signed(self, by: User) -> dict[str, Any]:
        return {"made_by_id": by.pk, "made_at": self.now, "note": ""}


def _text(record: Record, language: str) -> Document:
    return {
        "headline": record[f"headline_{language}"],
        "subheadline": "",
        "place": record[f"place_{language}"],
        "body": from_paragraphs(record[f"body_{language}"].split("\n\n")),
        "correction_note": "",
    }


def _links(participant: Document) -> Row:
    return {
        "role": participant["role"],
        **{f"{link}_id": participant[link] for link in ("person", "appointment", "delegation")},
    }
