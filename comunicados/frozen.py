"""Rows of the working side as the public site's templates take them: rows of the public side, unsaved.

They have no slug, so no name on a page that is made of them is a link: the page behind it may not be public yet.
"""

from collections.abc import Iterable
from typing import Any

from comunicados import models
from comunicados.public.models import Appearance, Kind, Organization, Topic
from personas.models import Organization as Registered


def kind(row: models.Kind) -> Kind:
    return Kind(slug=row.slug, **_names(row))


def appearances(rows: Iterable[models.Appearance]) -> list[Appearance]:
    rows = list(rows)
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


def topics(rows: Iterable[models.Topic]) -> list[Topic]:
    return [Topic(slug=row.slug, **_names(row)) for row in rows]


def _names(row: Any) -> dict[str, str]:
    return {"name_es": row.name_es, "name_en": row.name_en}
