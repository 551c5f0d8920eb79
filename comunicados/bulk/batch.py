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
from comunicados.bulk.cast import Member
from comunicados.bulk.copy import COLUMNS, NUMBERED, Row, copy, for_many_rows, reserve_ids
from comunicados.bulk.registry import Record, Registry
from comunicados.document import FORMAT, Document, changed_sections, digest, page, paragraph_digests
from comunicados.enums import Decision, Language, Role, Status
from comunicados.models import Kind
from comunicados.rules import listed_until
from comunicados.text import from_paragraphs
from personas.clock import ministry_now

LANGUAGES = tuple(Language.values)  # an enumeration makes its values anew each time
CHANGED = json.dumps(changed_sections(None, {}))


class Batch:
    """The rows of some communiqués, table by table."""

    def __init__(self, registry: Registry, *, written: User, read: User) -> None:
        self.registry, self.written, self.read = registry, written, read
        self.rows: dict[type[Model], list[dict[str, Any]]] = {model: [] for model in COLUMNS}

    @transaction.atomic
    def enter(self, records: list[Record]) -> None:
        for_many_rows()
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
        cast = [
            self.registry.member(participant["person"], day, Role.MEMBER if place else Role.HEAD)
            for place, participant in enumerate(record["participants"])
        ]
        document = self._document(record, kind, cast)
        pk = self._id(models.Communique)
        self.rows[models.Communique].append(
            {
                "id": pk,
                "kind_id": kind.pk,
                "date": day,
                "original": "es",
                "is_archive": True,
                "words_are_published": True,
                "created_by_id": self.written.pk,
                "created_at": self.now,
                **{f"slug_{language}": record[f"slug_{language}"] for language in LANGUAGES},
                **{f"{field}_{lang}": text for lang in LANGUAGES for field, text in document[lang].items()},
            }
        )
        self.rows[models.Participation] += (
            {"communique_id": pk, "order": order, **member.participation} for order, member in enumerate(cast)
        )
        revision = self._id(models.Revision)
        self.rows[models.Revision].append(
            {
                "id": revision,
                "communique_id": pk,
                "ordinal": 1,
                "document": json.dumps(document, ensure_ascii=False),
                "changed": CHANGED,
                "source": models.Revision.Source.IMPORTED,
                **self._signed(self.written),
            }
        )
        for language in LANGUAGES:
            self._language(language, record, pk, revision, document, cast)

    def _language(
        self,
        language: str,
        record: Record,
        communique: int,
        revision: int,
        document: Document,
        cast: list[Member],
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
        self.rows[models.Appearance] += (
            {"publication_id": publication, "order": order, **member.appearances[language]}
            for order, member in enumerate(cast)
        )

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

    def _document(self, record: Record, kind: Kind, cast: list[Member]) -> Document:
        rule = {"rule": kind.rule} if kind.rule else {}
        facts = {"kind": kind.slug, "date": record["date"], "held_on": None, "original": "es", "topics": []}
        return {
            "format": FORMAT,
            **{language: _text(record, language) for language in LANGUAGES},
            "facts": facts | rule,
            "participants": [member.participant for member in cast],
            "files": [],
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
