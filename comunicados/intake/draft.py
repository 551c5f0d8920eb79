"""From a parsed text to a draft in the desk, with every doubt told."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model, Value

from comunicados.enums import Role, Rule
from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.matching import Match, match_all
from comunicados.intake.parsed import ParsedCommunique, ParsedParticipant
from comunicados.intake.parser.forms import APPOINTMENTS
from comunicados.intake.parser.languages import counterparts
from comunicados.intake.proposals import before_title, new_person
from comunicados.models import Communique, Kind, Participation, Revision
from comunicados.text import from_paragraphs
from personas.clock import ministry_today
from personas.locks import take_turn
from personas.models import Person
from personas.querysets import Fold

FIELD_OF = {"title": "headline", "subheadline": "subheadline", "place": "place"}  # what the parser calls each text


@dataclass
class Draft:
    communique: Communique
    doubts: list[Doubt]


@transaction.atomic
def make_draft(parsed: ParsedCommunique, *, by: User, add_people: bool = False, is_archive: bool = False) -> Draft:
    """Save the parsed text as a communiqué with its participants and first revision, and report the doubts.

    The registry is only read; with `add_people`, those whom it does not know are entered. What the text does not
    say stays empty, but a working copy needs a date: without a dateline it is today's, with a doubt.
    """
    doubts = list(parsed.doubts)
    language, day, held_on = parsed.language, day_of(parsed), held_on_of(parsed)
    communique = Communique(
        kind=_kind(parsed, doubts),
        date=day,
        held_on=held_on,
        original=language,
        is_archive=is_archive,
        **{f"{field}_{language}": _cut(parsed, name, field, doubts) for name, field in FIELD_OF.items()},
        **{f"body_{language}": from_paragraphs(list(parsed.body))},
        **_texts(parsed.translation, doubts),
    )
    matches = match_all(parsed.participants, held_on or day)
    if add_people and any(match.person is None for match in matches):
        take_turn(Person._meta.db_table)  # whom another text has just entered is known now
        matches = match_all(parsed.participants, held_on or day)
    rows = []
    for order, (participant, match) in enumerate(zip(parsed.participants, matches, strict=True)):
        doubts += (replace(doubt, about=f"participants.{order}") for doubt in match.doubts)
        if match.person is None and add_people:
            match.person = new_person(participant, language, before_title(participant, parsed.body)).enter()
        rows.append(_participation(participant, match, language, role_of(participant, parsed)))
    _add_translated(rows, parsed)
    return Draft(write_draft(communique, rows, by=by), doubts)


@transaction.atomic
def write_draft(communique: Communique, rows: Sequence[Participation], *, by: User) -> Communique:
    """Save a communiqué that was brought in, its participants and its first revision; none of it was saved before.

    The words that a text does not give come from the registry, where it knows the person or the post.
    """
    communique.created_by = by
    communique.save()
    for order, row in enumerate(rows):
        row.communique, row.order = communique, order
        row.fill_words()
    Participation.objects.bulk_create(rows)
    Revision.record(communique, by=by, source=Revision.Source.IMPORTED)
    return communique


def day_of(parsed: ParsedCommunique) -> dt.date:
    """The day of the dateline; today where there is none."""
    return dt.date.fromisoformat(parsed.date) if parsed.date else ministry_today()


def held_on_of(parsed: ParsedCommunique) -> dt.date | None:
    """The day of the act where it is another than that of the dateline."""
    return dt.date.fromisoformat(parsed.held_on) if parsed.held_on else None


def kind_of(parsed: ParsedCommunique) -> Kind | None:
    """The kind that the text names; for a list of appointments, the first kind that is for them."""
    if (named := kind_called(parsed.kind)) or parsed.form != APPOINTMENTS:
        return named
    return Kind.objects.filter(rule=Rule.APPOINTMENT).order_by("order", "slug").first()


def role_of(participant: ParsedParticipant, parsed: ParsedCommunique) -> Role:
    """What somebody did. Whom a list of appointments only names is appointed by it."""
    is_appointed = parsed.form == APPOINTMENTS and participant.relation == Role.MENTIONED
    return Role.APPOINTED if is_appointed else Role(participant.relation)


def kind_called(name: str | None) -> Kind | None:
    """The kind of that name in either language."""
    if not name:
        return None
    folded = Fold(Value(name))
    kinds = Kind.objects.alias(es=Fold("name_es"), en=Fold("name_en"))
    return kinds.filter(es=folded).first() or kinds.filter(en=folded).first()


def words_of(participant: ParsedParticipant) -> dict[str, str]:
    """The words of a participation as the text gives them."""
    title, organization = participant.title or "", participant.body or ""
    return {
        "name": participant.name,
        "title": title,
        "organization": "" if organization in title else organization,  # the title says it
        "courtesy": " ".join(part for part in (participant.courtesy, participant.rank) if part),
    }


def _participation(participant: ParsedParticipant, match: Match, language: str, role: Role) -> Participation:
    return Participation(
        role=role,
        person=match.person,
        appointment=match.appointment,
        delegation=match.delegation,
        **{
            f"{word}_{language}": text[: length_of(Participation, word)]
            for word, text in words_of(participant).items()
        },
    )


def _texts(other: ParsedCommunique | None, doubts: list[Doubt]) -> dict[str, str]:
    """What a text in two languages says in the other one."""
    if other is None:
        return {}
    texts = {f"{field}_{other.language}": _cut(other, name, field, doubts) for name, field in FIELD_OF.items()}
    return texts | {f"body_{other.language}": from_paragraphs(list(other.body))}


def _add_translated(rows: list[Participation], parsed: ParsedCommunique) -> None:
    """The words about each participant in the other language, where the text has them."""
    if parsed.translation is None:
        return
    for row, other in zip(rows, counterparts(parsed), strict=True):
        for word, text in words_of(other).items() if other else ():
            setattr(row, f"{word}_{parsed.translation.language}", text[: length_of(Participation, word)])


def _cut(parsed: ParsedCommunique, name: str, field: str, doubts: list[Doubt]) -> str:
    """A text of one line, no longer than its column; what is cut is a doubt."""
    text: str = getattr(parsed, name) or ""
    most = length_of(Communique, field)
    if len(text) > most:
        doubts.append(Doubt(_("“%(words)s” is too long and was cut."), {"words": text}, name))
    return text[:most]


def length_of(model: type[Model], field: str) -> int:
    """How long a text of that column may be."""
    column: Any = model._meta.get_field(field)
    return column.max_length or 0


def _kind(parsed: ParsedCommunique, doubts: list[Doubt]) -> Kind:
    """The kind of the text; else the first of the desk's list, with a doubt."""
    if kind := kind_of(parsed):
        return kind
    first = Kind.objects.order_by("order", "slug").first()
    if first is None:
        raise LookupError("There are no kinds yet: run `manage.py load_basics`.")
    if parsed.kind:
        doubts.append(Doubt(_("The kind “%(kind)s” is unknown."), {"kind": parsed.kind}, "kind"))
    else:
        doubts.append(Doubt(_("The text names no kind."), about="kind"))
    return first
