"""Who the registry says these people are, as of the day of the act. It proposes, and changes nothing."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q, Value

from comunicados.intake.parsed import ParsedParticipant
from personas.models import Appointment, Organization, Person
from personas.querysets import Fold, Likeness

LIKE_ENOUGH = 0.85  # of a whole name: one letter off, an accent, a second surname missing


@dataclass
class Match:
    """What a named participant is taken for, and every doubt about it, as sentences for the desk."""

    person: Person | None = None
    appointment: Appointment | None = None
    delegation: Organization | None = None
    doubts: list[str] = field(default_factory=list)


def match(participant: ParsedParticipant, day: dt.date) -> Match:
    found = Match(delegation=_party(participant.side))
    found.person = _person(participant.name, found.doubts)
    if found.person is not None:
        found.appointment = _appointment(found.person, participant, day, found.doubts)
        if found.delegation is None and found.appointment is not None:
            found.delegation = found.appointment.position.organization.root()
    if participant.side and found.delegation is None:
        found.doubts.append(f"“{participant.side}” is no State or organization of the registry.")
    return found


def _person(name: str, doubts: list[str]) -> Person | None:
    """The one person of that name or spelling; else the one of a name so like it, with a doubt."""
    folded = Fold(Value(name))
    people = Person.objects.current()
    spelled = people.alias(es=Fold("name_es"), en=Fold("name_en")).filter(Q(es=folded) | Q(en=folded))
    also = people.filter(spellings__iregex=rf"(^|\n)\s*{_escaped(name)}\s*(\n|$)")
    exact = list(spelled.union(also)[:2])
    if len(exact) == 1:
        return exact[0]
    if exact:
        doubts.append(f"The registry has several people called {name}.")
        return None
    like = people.alias(likeness=Likeness(folded, "search_text")).filter(likeness__gte=LIKE_ENOUGH)
    alike = list(like.order_by("-likeness", "pk")[:2])
    if len(alike) == 1:
        doubts.append(f"{name} is taken for {alike[0]} of the registry.")
        return alike[0]
    doubts.append(f"{name} is not in the registry." if not alike else f"{name} may be {alike[0]} or {alike[1]}.")
    return None


def _appointment(
    person: Person, participant: ParsedParticipant, day: dt.date, doubts: list[str]
) -> Appointment | None:
    """The post held that day whose title the text gives; where the text gives another, none, and a doubt."""
    held = list(Appointment.objects.on(day).filter(person=person).select_related("position", "person"))
    if not participant.title:
        return held[0] if len(held) == 1 else None
    written = _plain(participant.title)
    for appointment in held:
        titles = {_plain(appointment.title_on(day, language)) for language in ("es", "en")} - {""}
        if any(title in written or written in title for title in titles):
            return appointment
    registered = " / ".join(appointment.title_on(day, "es") for appointment in held) or "no post"
    doubts.append(f"{person}: the text says “{participant.title}”, the registry “{registered}” on that day.")
    return None


def _party(side: str | None) -> Organization | None:
    """The State or international organization of that name or acronym."""
    if not side:
        return None
    folded = Fold(Value(side))
    roots = Organization.objects.current().filter(kind__in=Organization.ROOTS)
    names = ("name_es", "name_en", "acronym_es", "acronym_en")
    named = Q()
    for name in names:
        named |= Q(**{f"folded_{name}": folded})
    return roots.alias(**{f"folded_{name}": Fold(name) for name in names}).filter(named).first()


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _escaped(name: str) -> str:
    """The name for PostgreSQL's regular expressions."""
    return "".join(letter if letter.isalnum() else f"\\{letter}" if letter != " " else r"\s+" for letter in name)
