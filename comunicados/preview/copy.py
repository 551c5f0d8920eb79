"""A frozen copy as the public page takes a text: the public side's own rows, that nobody has published, unsaved."""

import datetime as dt
from typing import Any

from comunicados import document, models
from comunicados.public.models import Appearance, Kind, Organization, Publication, Topic
from personas.models import Organization as Registered


def text_of(page: document.Document) -> Publication:
    """The text; without a number, an address or an hour, which are none of its words."""
    text, facts = page["text"], page["facts"]
    date = dt.date.fromisoformat(facts["date"])
    return Publication(
        language=page["language"],
        headline=text["headline"],
        subheadline=text["subheadline"],
        place=text["place"],
        body=text["body"],
        note=text["correction_note"],
        date=date,
        held_on=dt.date.fromisoformat(facts["held_on"]),
        original=facts["original"],
        kind=_kind(facts["kind"]),
    )


def appearances_of(page: document.Document) -> list[Appearance]:
    """Who takes part, in the words of the copy; without links to pages, which may not be public yet."""
    rows = page["participants"]
    delegations = _organizations(row["delegation"] for row in rows if row["delegation"])
    return [
        Appearance(
            order=order,
            role=row["role"],
            delegation=delegations.get(row["delegation"]),
            name=(words := row[page["language"]])["name"],
            title=words["title"],
            organization_words=words["organization"],
            courtesy=words["courtesy"],
        )
        for order, row in enumerate(rows)
    ]


def topics_of(page: document.Document) -> list[Topic]:
    rows = models.Topic.objects.filter(slug__in=page["facts"]["topics"]).order_by("slug")
    return [Topic(slug=row.slug, **_names(row)) for row in rows]


def _kind(slug: str) -> Kind:
    row = models.Kind.objects.filter(slug=slug).first()
    return Kind(slug=slug, **(_names(row) if row else {"name_es": slug, "name_en": slug}))


def _organizations(keys: Any) -> dict[int, Organization]:
    """Without their slugs, so that their names are no links."""
    return {
        key: Organization(pk=key, iso_code=row.iso_code, **_names(row))
        for key, row in Registered.objects.in_bulk(list(keys)).items()
    }


def _names(row: Any) -> dict[str, str]:
    return {"name_es": row.name_es, "name_en": row.name_en}
