"""What the registry lacks to know a participant: a person, a post. Proposed here, entered when accepted."""

from dataclasses import dataclass

from django.db.models import Q, Value

from comunicados.enums import Language
from comunicados.intake.genders import FEMININE, MASCULINE, gender_of, in_gender
from comunicados.intake.matching import Match
from comunicados.intake.parsed import ParsedParticipant
from personas.models import Appointment, Organization, Person, Position
from personas.querysets import Fold
from personas.sorting import guess_sort_name


@dataclass(frozen=True)
class NewPerson:
    """A person whom the text names and the registry does not know."""

    name: str
    sort_name: str
    gender: str = ""

    def enter(self) -> Person:
        return Person.objects.create(name_es=self.name, sort_name=self.sort_name, gender=self.gender)


@dataclass(frozen=True)
class NewPost:
    """A post as the text calls it, in both genders where it is Spanish; `organization` or a new body below has it."""

    organization: Organization
    body: str = ""  # the name of the new body
    masculine_es: str = ""
    feminine_es: str = ""
    title_en: str = ""

    @property
    def body_name(self) -> str:
        return self.body or str(self.organization)

    def enter(self, person: Person, language: str) -> Appointment:
        """Appoint `person` to it, since nobody knows when; to the post of that title where the registry has one."""
        organization = self._body(f"name_{language}") if self.body else self.organization
        position = self._known(organization) or self._new(organization)
        return Appointment.objects.create(person=person, position=position)

    def _body(self, column: str) -> Organization:
        """The body of that name: two colleagues may come from the same new one."""
        bodies = Organization.objects.current().filter(parent=self.organization)
        known = bodies.alias(folded=Fold(column)).filter(folded=Fold(Value(self.body))).first()
        new = {"kind": Organization.Kind.BODY, "parent": self.organization, column: self.body}
        return known or Organization.objects.create(**new)

    def _known(self, organization: Organization) -> Position | None:
        posts = Position.objects.current().filter(organization=organization)
        columns = {"masculine_es": self.masculine_es, "feminine_es": self.feminine_es, "title_en": self.title_en}
        called = Q()
        for column, title in columns.items():
            if title:
                posts = posts.alias(**{f"folded_{column}": Fold(f"titles__{column}")})
                called |= Q(**{f"folded_{column}": Fold(Value(title))})
        return posts.filter(called).order_by("pk").first()

    def _new(self, organization: Organization) -> Position:
        position = Position.objects.create(
            organization=organization, name_es=_capital(self.masculine_es), name_en=_capital(self.title_en)
        )
        position.titles.create(masculine_es=self.masculine_es, feminine_es=self.feminine_es, title_en=self.title_en)
        return position


def new_person(participant: ParsedParticipant, language: str, before: str = "") -> NewPerson:
    """`before` is the text before the title, whose last word may be an article."""
    spanish = language == Language.ES
    title = (participant.title or "") if spanish else ""
    gender = gender_of(title, participant.courtesy or "", before if spanish else "")
    return NewPerson(participant.name, guess_sort_name(participant.name), gender)


def new_post(participant: ParsedParticipant, language: str, match: Match) -> NewPost | None:
    """None where the text gives no post, or nothing says whose post it is."""
    title, organization = participant.title, match.organization or match.delegation
    if not title or organization is None:
        return None
    body = "" if match.organization else participant.body or ""
    if language == Language.EN:
        return NewPost(organization, body, title_en=title)
    return NewPost(organization, body, in_gender(title, MASCULINE), in_gender(title, FEMININE))


def before_title(participant: ParsedParticipant, body: tuple[str, ...]) -> str:
    """What stands before the title in its paragraph."""
    paragraph = body[participant.paragraph] if participant.paragraph < len(body) else ""
    return paragraph.partition(participant.title)[0] if participant.title else ""


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
