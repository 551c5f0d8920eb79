"""Who the registry says these people are, as of the day of the act. It proposes, and changes nothing.

As many questions to the database for sixty participants as for one.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Protocol

from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.parser.tokens import fold
from personas.likeness import Alike, organizations_called, people_like
from personas.models import Appointment, Organization, Person

LIKE_ENOUGH = 0.85  # of a whole name: an accent, a second surname missing
SPELT_ALIKE = 0.9  # of all letters: one of them off
PARENTS = "position__organization__parent__parent__parent__parent"

Posts = Mapping[int, list[Appointment]]  # those that each person holds that day, by the person's id


class Named(Protocol):
    """A participant in the words of the text."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def body(self) -> str | None: ...
    @property
    def side(self) -> str | None: ...


@dataclass
class Match:
    """What a named participant is taken for, and every doubt about it, for the desk.

    `people` are all who may be meant, the likeliest first, and `held` the posts that they hold that day; of `person`,
    who is one of them, `appointment` is the post that the text gives. `organization` is the body that the text names.
    """

    day: dt.date
    person: Person | None = None
    appointment: Appointment | None = None
    delegation: Organization | None = None
    organization: Organization | None = None
    people: list[Person] = field(default_factory=list)
    held: Posts = field(default_factory=dict)
    about_person: Doubt | None = None
    about_post: Doubt | None = None
    about_side: Doubt | None = None

    def called(self, post: Appointment, language: str) -> str:
        """What the registry calls the post that day."""
        return post.title_on(self.day, language) or post.position.name_in(language)

    @property
    def doubts(self) -> list[Doubt]:
        return [doubt for doubt in (self.about_person, self.about_post, self.about_side) if doubt]


def match_all(participants: Sequence[Named], day: dt.date) -> list[Match]:
    """A Match for each participant, in their order."""
    found = people_like([participant.name for participant in participants])
    sides, bodies = ([getattr(one, word) or "" for one in participants] for word in ("side", "body"))
    called = organizations_called([*sides, *bodies])
    held = posts_on(day, {alike.person.pk for people in found for alike in people})
    matches = []
    for at, (participant, alike) in enumerate(zip(participants, found, strict=True)):
        match = _match(participant, day, alike, held, _party(called[at]))
        match.organization = _body(called[len(participants) + at], match.delegation)
        matches.append(match)
    return matches


def posts_on(day: dt.date, people: set[int]) -> Posts:
    """The posts that each of these people holds that day, with all that their words are made of."""
    posts: dict[int, list[Appointment]] = {pk: [] for pk in people}
    held = Appointment.objects.on(day).filter(person__in=people).select_related("person", PARENTS)
    for appointment in held.prefetch_related("position__titles") if people else ():
        posts[appointment.person_id].append(appointment)
    return posts


def fitting(title: str, held: Sequence[Appointment], day: dt.date) -> Appointment | None:
    """The first of these posts that the title of a text may name."""
    return next((post for post in held if any(_fits(title, name) for name in _names_of(post, day))), None)


def _match(participant: Named, day: dt.date, alike: list[Alike], held: Posts, party: Organization | None) -> Match:
    people = [found.person for found in alike]
    match = Match(day, delegation=party, people=people, held={person.pk: held[person.pk] for person in people})
    match.person, match.about_person = _person(participant, day, alike, held)
    if match.person is not None:
        match.appointment, match.about_post = _post(match.person, participant.title, held[match.person.pk], day)
        if party is None and match.appointment is not None:
            match.delegation = match.appointment.position.organization.root()
    if participant.side and match.delegation is None:
        sentence = _("“%(side)s” is no State or organization of the registry.")
        match.about_side = Doubt(sentence, {"side": participant.side})
    return match


def _person(participant: Named, day: dt.date, alike: list[Alike], held: Posts) -> tuple[Person | None, Doubt | None]:
    """The one person of that name or spelling; else the one of a name so like it, with a doubt.

    Of several, the one who holds the post that the text gives.
    """
    name = participant.name
    exact = [found.person for found in alike if found.is_name or found.is_spelling]
    if exact:
        person = _only(exact, participant, day, held)
        several = _("The registry has several people called %(name)s.")
        return (person, None) if person else (None, Doubt(several, {"name": name}))
    like = [found.person for found in alike if " " in name.strip() and _is_like(name, found)]
    if person := _only(like, participant, day, held):
        sentence = _("%(name)s is taken for %(person)s of the registry.")
        return person, Doubt(sentence, {"name": name, "person": str(person)})
    if like:
        facts = {"name": name, "one": str(like[0]), "other": str(like[1])}
        return None, Doubt(_("%(name)s may be %(one)s or %(other)s."), facts)
    return None, Doubt(_("%(name)s is not in the registry."), {"name": name})


def _is_like(name: str, found: Alike) -> bool:
    if found.likeness >= LIKE_ENOUGH:
        return True
    spellings = (found.person.name_es, found.person.name_en, *found.person.spellings.splitlines())
    return any(SequenceMatcher(None, fold(name), fold(spelt)).ratio() >= SPELT_ALIKE for spelt in spellings)


def _only(people: list[Person], participant: Named, day: dt.date, held: Posts) -> Person | None:
    if len(people) > 1 and participant.title:
        title = participant.title
        people = [person for person in people if fitting(title, held[person.pk], day)]
    return people[0] if len(people) == 1 else None


def _post(
    person: Person, title: str | None, held: list[Appointment], day: dt.date
) -> tuple[Appointment | None, Doubt | None]:
    """The post held that day whose title the text gives; where the text gives another, none, and a doubt."""
    if not title:
        return held[0] if len(held) == 1 else None, None
    if post := fitting(title, held, day):
        return post, None
    facts = {"name": str(person), "title": title}
    if not held:
        return None, Doubt(_("%(name)s: the text says “%(title)s”, the registry knows no post on that day."), facts)
    facts["registered"] = " / ".join(post.title_on(day, "es") or post.title_on(day, "en") for post in held)
    sentence = _("%(name)s: the text says “%(title)s”, the registry “%(registered)s” on that day.")
    return None, Doubt(sentence, facts)


def _names_of(post: Appointment, day: dt.date) -> Iterator[str]:
    """All that the post may be called that day, in both languages and genders."""
    yield from filter(None, (post.title_es, post.title_en))
    for gender in ("feminine", "masculine"):
        yield post.position.title_on(day, "es", gender)
    yield post.position.title_on(day, "en")


def _fits(written: str, name: str) -> bool:
    """Whether one is the other, begins with it, or holds it where it is more than a word."""
    short, long = sorted((f" {' '.join(fold(text).split())} " for text in (written, name)), key=len)
    if not short.strip():
        return False
    return long.startswith(short) or (short in long and short.count(" ") > 2)


def _body(called: list[Organization], delegation: Organization | None) -> Organization | None:
    """The one of that name, of the delegation where it is known."""
    own = [found for found in called if delegation is None or found.root() == delegation]
    return own[0] if len(own) == 1 else None


def _party(called: list[Organization]) -> Organization | None:
    return next((found for found in called if found.kind in Organization.ROOTS), None)
