"""A frozen copy as the public page takes a text: what publishing it would write, in rows of the public side, unsaved.

They have no slug and no path, so no name on the page is a link: the page behind it may not be public yet.
"""

from typing import Any

from comunicados import models
from comunicados.document import Document
from comunicados.public.models import Appearance, Kind, Organization, Publication, Topic
from personas.models import Organization as Registered


def text_of(document: Document, language: str, *, is_first: bool) -> Publication:
    """The text; number, hour and address are given when it is published."""
    fields = models.Publication.fields_of(document, language, is_first=is_first)
    kind = fields.pop("kind")
    return Publication(language=language, kind=Kind(slug=kind.slug, **_names(kind)), **fields)


def appearances_of(document: Document, language: str) -> list[Appearance]:
    rows = models.Publication(language=language).appearances_of(document)
    registered = Registered.objects.in_bulk({row.delegation_id for row in rows if row.delegation_id})
    delegations = {
        pk: Organization(pk=pk, iso_code=party.iso_code, **_names(party)) for pk, party in registered.items()
    }
    return [
        Appearance(
            order=row.order,
            role=row.role,
            delegation=delegations.get(row.delegation_id or 0),
            name=row.name,
            title=row.title,
            organization_words=row.organization_words,
            courtesy=row.courtesy,
            is_of_the_first=row.is_of_the_first,
        )
        for row in rows
    ]


def topics_of(document: Document) -> list[Topic]:
    topics = models.Topic.objects.filter(slug__in=document["facts"]["topics"]).order_by("slug")
    return [Topic(slug=topic.slug, **_names(topic)) for topic in topics]


def _names(row: Any) -> dict[str, str]:
    return {"name_es": row.name_es, "name_en": row.name_en}
