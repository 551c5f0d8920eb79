"""Who the registry says these people are, as of the day of the act. It proposes, and changes nothing."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q, Value

from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.parsed import ParsedParticipant
from personas.models import Appointment, Organization, Person
from personas.querysets import Fold, Likeness

LIKE_ENOUGH = 0.85  # of a whole name: one letter off, an accent, a second surname missing


@dataclass
class Match:
    """What a named participant is taken for, and every doubt about it, for the desk."""

    person: Person | None = None
    appointment: Appointment | None = None
    delegation: Organization | None = None
    doubts: list[Doubt] = field(default_factory=list)


def match(participant: ParsedParticipant, day: dt.date) -> Match:
    found = Match(delegation=_party(participant.side))
    found.person = _person(participant.name, found.doubts)
    if found.person is not None:
        found.appointment = _appointment(found.person, participant, day, found.doubts)
        if found.delegation is None and found.appointment is not None:
            found.delegation = found.appointment.position.organization.root()
    if participant.side and found.delegation is None:
        sentence = _("“%(side)s” is no State or organization of the registry.")
        found.doubts.append(Doubt(sentence, {"side": participant.side}))
    return found


def _person(name: str, doubts: list[Doubt]) -> Person | None:
    """The one person of that name or spelling; else the one of a name so like it, with a doubt."""
    folded = Fold(Value(name))
    people = Person.objects.current()
    spelled = people.alias(es=Fold("name_es"), en=Fold("name_en")).filter(Q(es=folded) | Q(en=folded))
    also = people.filter(spellings__iregex=rf"(^|\n)\s*{_escaped(name)}\s*(\n|$)")
    exact = list(spelled.union(also)[:2])
    if len(exact) == 1:
        return exact[0]
    if exact:
        doubts.append(Doubt(_("The registry has several people called %(name)s."), {"name": name}))
        return None
    like = people.alias(likeness=Likeness(folded, "search_text")).filter(likeness__gte=LIKE_ENOUGH)
    alike = list(like.order_by("-likeness", "pk")[:2])
    if len(alike) == 1:
        facts = {"name": name, "person": str(alike[0])}
        doubts.append(Doubt(_("%(name)s is taken for %(person)s of the registry."), facts))
        return alike[0]
    if alike:
        facts = {"name": name, "one": str(alike[0]), "other": str(alike[1])}
        doubts.append(Doubt(_("%(name)s may be %(one)s or %(other)s."), facts))
    else:
        doubts.append(Doubt(_("%(name)s is not in the registry."), {"name": name}))
    return None


def _appointment(
    person: Person, participant: ParsedParticipant, day: dt.date, doubts: list[Doubt]
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
    facts = {"name": str(person), "title": participant.title}
    if held:
        facts["registered"] = " / ".join(appointment.title_on(day, "es") for appointment in held)
        sentence = _("%(name)s: the text says “%(title)s”, the registry “%(registered)s” on that day.")
    else:
        sentence = _("%(name)s: the text says “%(title)s”, the registry knows no post on that day.")
    doubts.append(Doubt(sentence, facts))
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
