"""Rows for tests, each complete enough to pass the path, each with one line to make it."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import File

from comunicados.models import (
    Appearance,
    Attachment,
    Communique,
    Kind,
    LanguageVersion,
    Participation,
    Publication,
    Revision,
    SitePageText,
    StoredFile,
    Topic,
)
from personas.models import Appointment, Organization, Person, Position
from tests import uploads

# The registry


def state(iso: str = "MX", es: str = "México", en: str = "Mexico") -> Organization:
    found = Organization.objects.filter(iso_code=iso).first()
    return found or Organization.objects.create(kind="state", iso_code=iso, name_es=es, name_en=en)


def body(es: str = "Secretaría de Relaciones Exteriores", parent: Organization | None = None) -> Organization:
    return Organization.objects.create(kind="body", parent=parent or state(), name_es=es, name_en=f"{es} (en)")


def position(
    masculine: str = "secretario de Relaciones Exteriores",
    feminine: str = "secretaria de Relaciones Exteriores",
    en: str = "Secretary of Foreign Affairs",
    organization: Organization | None = None,
) -> Position:
    post = Position.objects.create(
        organization=organization or body(), name_es=masculine.capitalize(), name_en=en, rank=10
    )
    post.titles.create(masculine_es=masculine, feminine_es=feminine, title_en=en)
    return post


def person(name: str = "Alicia Bárcena Ibarra", gender: str = "feminine", sort_name: str = "") -> Person:
    given, _, surnames = name.partition(" ")
    return Person.objects.create(name_es=name, sort_name=sort_name or f"{surnames}, {given}", gender=gender)


def appointment(holder: Person | None = None, post: Position | None = None, **period: Any) -> Appointment:
    return Appointment.objects.create(person=holder or person(), position=post or position(), **period)


# The path


def kind(slug: str = "communique", is_numbered: bool = True) -> Kind:
    found = Kind.objects.filter(slug=slug).first()
    return found or Kind.objects.create(
        slug=slug, name_es="Comunicado", name_en="Communiqué", is_numbered=is_numbered
    )


def topic(slug: str = "migration") -> Topic:
    return Topic.objects.get_or_create(slug=slug, defaults={"name_es": "Migración", "name_en": "Migration"})[0]


def communique(by: User, *, participants: list[Appointment] | None = None, **fields: Any) -> Communique:
    """A complete draft in both languages, with its first revision; English can be emptied by `headline_en=""`…"""
    defaults = {
        "kind": fields.pop("kind", None) or kind(),
        "date": dt.date(2024, 1, 15),
        "headline_es": "México y Canadá acuerdan una agenda común",
        "headline_en": "Mexico and Canada agree on a common agenda",
        "place_es": "Ciudad de México",
        "place_en": "Mexico City",
        "body_es": "<p>Las dos delegaciones se reunieron hoy.</p>",
        "body_en": "<p>The two delegations met today.</p>",
        "created_by": by,
    }
    made = Communique.objects.create(**defaults | fields)
    for order, post in enumerate(participants or []):
        participate(made, post, order=order)
    Revision.record(made, by=by)
    return made


def participate(made: Communique, post: Appointment, **fields: Any) -> Participation:
    row = Participation(communique=made, person=post.person, appointment=post, **{"role": "head"} | fields)
    row.fill_from_registry()
    row.save()
    return row


def attach(made: Communique, by: User, upload: File | None = None, **fields: Any) -> Attachment:
    """A photograph with its words in both languages, or what `upload` and the fields say; saved as a revision."""
    words = {
        "caption_es": "Las dos delegaciones",
        "caption_en": "The two delegations",
        "alternative_es": "Doce personas a una mesa.",
        "alternative_en": "Twelve people at a table.",
        "name": "delegaciones.jpg",
        "credit": "SRE",
    }
    file = StoredFile.keep(upload or uploads.jpeg(), by=by)
    order = made.attachments.count() + 1
    attachment = Attachment.objects.create(communique=made, file=file, order=order, **words | fields)
    Revision.record(made, by=by)
    return attachment


def annex(made: Communique, by: User, upload: File | None = None, **fields: Any) -> Attachment:
    words = {"role": "annex", "caption_es": "Acta", "caption_en": "Minutes", "name": "acta.pdf", "credit": ""}
    return attach(made, by, upload or uploads.pdf(), **words | fields)


def edit(made: Communique, by: User, **fields: Any) -> Revision:
    Communique.objects.filter(pk=made.pk).update(**fields)
    made.refresh_from_db()
    return Revision.record(made, by=by)


def approved(made: Communique, language: str = "es", *, writer: User, editor: User) -> LanguageVersion:
    version = made.versions.get(language=language)
    version.submit(by=writer)
    version.approve(by=editor)
    return version


def published(
    made: Communique,
    language: str = "es",
    *,
    writer: User,
    editor: User,
    publisher: User,
    at: dt.datetime | None = None,
) -> Publication:
    return approved(made, language, writer=writer, editor=editor).publish(by=publisher, at=at)


def published_and_corrected(
    made: Communique, clock: Any, *, writer: User, editor: User, publisher: User, **fields: Any
) -> Publication:
    """The first version of a Spanish text, a minute after the second, with other `fields`, took its place."""
    first = published(made, writer=writer, editor=editor, publisher=publisher)
    clock.tick()
    edit(made, writer, **fields)
    published(made, writer=writer, editor=editor, publisher=publisher)
    clock.tick()
    return first


def appearance(publication: Publication, post: Appointment | None = None) -> Appearance:
    """A participant of a publication, past the working copy: for tests of what stands there."""
    post = post or appointment()
    return Appearance.objects.create(
        publication=publication,
        order=90,
        role="head",
        person=post.person,
        appointment=post,
        position=post.position,
        delegation=post.position.organization.root(),
        name=post.person.name_es,
        title=post.title_on(publication.held_on, publication.language),
    )


# The pages of the site


def site_page(page: str = "about", language: str = "es", *, writer: User, editor: User, **words: str) -> SitePageText:
    """A text of a page that one wrote and another approved, upon what is there already."""
    latest = SitePageText.objects.of(page, language).first()
    words = {"title": f"{page} {language}", "body": "<p>Lo que dice la página.</p>"} | words
    text = SitePageText.write(page, language, by=writer, after=latest.ordinal if latest else 0, **words)
    text.approve(by=editor)
    return text
