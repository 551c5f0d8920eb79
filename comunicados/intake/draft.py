"""From a parsed text to a draft in the desk, with every doubt told."""

import datetime as dt
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Value

from comunicados.enums import Role
from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.matching import Match, match
from comunicados.intake.parsed import ParsedCommunique, ParsedParticipant
from comunicados.models import Communique, Kind, Participation, Revision
from comunicados.text import from_paragraphs
from personas.clock import ministry_today
from personas.models import Person
from personas.querysets import Fold


@dataclass
class Draft:
    communique: Communique
    doubts: list[Doubt]


@transaction.atomic
def make_draft(parsed: ParsedCommunique, *, by: User, add_people: bool = False) -> Draft:
    """Save the parsed text as a communiqué with its participants and first revision, and report the doubts.

    The registry is only read; with `add_people`, those whom it does not know are entered by name. What the text
    does not say stays empty, but a working copy needs a date: without a dateline it is today's, with a doubt.
    """
    doubts = list(parsed.doubts)
    language = parsed.language
    day = dt.date.fromisoformat(parsed.date) if parsed.date else ministry_today()
    communique = Communique.objects.create(
        kind=_kind(parsed.kind, doubts),
        date=day,
        original=language,
        created_by=by,
        **{
            f"headline_{language}": (parsed.title or "")[:250],
            f"subheadline_{language}": (parsed.subheadline or "")[:400],
            f"place_{language}": (parsed.place or "")[:120],
            f"body_{language}": from_paragraphs(list(parsed.body)),
        },
    )
    for order, participant in enumerate(parsed.participants):
        found = match(participant, day)
        doubts += (replace(doubt, about=f"participants.{order}") for doubt in found.doubts)
        if found.person is None and add_people:
            found.person = _new_person(participant.name)
        _participation(communique, order, participant, found).save()
    Revision.record(communique, by=by, source=Revision.Source.IMPORTED)
    return Draft(communique, doubts)


def _participation(communique: Communique, order: int, participant: ParsedParticipant, found: Match) -> Participation:
    """The row with the words of the text; the other language's come from the registry, where it knows the post."""
    words = {
        "name": participant.name,
        "title": participant.title or "",
        "organization": participant.body or "",
        "courtesy": " ".join(part for part in (participant.courtesy, participant.rank) if part),
    }
    if participant.body and participant.title and participant.body in participant.title:
        words["organization"] = ""  # the title says it
    row = Participation(
        communique=communique,
        order=order,
        role=Role(participant.relation),
        person=found.person,
        appointment=found.appointment,
        delegation=found.delegation,
        **{f"{word}_{communique.original}": text for word, text in words.items()},
    )
    row.fill_from_registry()
    return row


def _kind(written: str | None, doubts: list[Doubt]) -> Kind:
    """The kind of that name in either language; else the first of the desk's list, with a doubt."""
    if written:
        folded = Fold(Value(written))
        kinds = Kind.objects.alias(es=Fold("name_es"), en=Fold("name_en"))
        if kind := kinds.filter(es=folded).first() or kinds.filter(en=folded).first():
            return kind
    first = Kind.objects.order_by("order", "slug").first()
    if first is None:
        raise LookupError("There are no kinds yet: run `manage.py load_basics`.")
    if written:
        doubts.append(Doubt(_("The kind “%(kind)s” is unknown."), {"kind": written}, "kind"))
    else:
        doubts.append(Doubt(_("The text names no kind."), about="kind"))
    return first


def _new_person(name: str) -> Person:
    given, _, surnames = name.partition(" ")
    return Person.objects.create(name_es=name, sort_name=f"{surnames}, {given}" if surnames else name)
