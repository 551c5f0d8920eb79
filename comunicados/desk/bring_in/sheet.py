"""One text that was brought in, on its way to a draft: what it says, what of that is doubtful, what was answered."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Media
from django.forms.boundfield import BoundField
from django.utils.translation import get_language

from comunicados.desk.bring_in.cards import Card, boxes
from comunicados.desk.bring_in.forms import OTHER, DraftForm, ParticipantForm
from comunicados.desk.bring_in.marks import anchor_of, marked
from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.draft import FIELD_OF, day_of, held_on_of, kind_of, role_of, words_of
from comunicados.intake.known import namesakes
from comunicados.intake.matching import Match, match_all
from comunicados.intake.parsed import ParsedCommunique, ParsedParticipant
from comunicados.intake.parser import parse
from comunicados.intake.proposals import NewPerson, NewPost, before_title, new_person, new_post
from comunicados.intake.readers import Source
from comunicados.intake.run import NAMESAKE
from comunicados.models import SourceFile
from comunicados.permissions import User
from personas.models import Organization, Person

ENTER_PEOPLE = ("personas.add_person",)
ENTER_POSTS = ("personas.add_position", "personas.add_positiontitle", "personas.add_appointment")


@dataclass(frozen=True)
class Row:
    """A participant on the page: a form, and a card for each doubt about them."""

    number: int
    form: ParticipantForm
    cards: list[Card]

    @property
    def mark(self) -> str:
        return anchor_of("name", self.number - 1)

    @property
    def known(self) -> str:
        """Who the registry says it is, where that is beyond doubt."""
        match = self.form.match
        if match.person is None or match.about_person:
            return ""
        post = match.called(match.appointment, get_language() or "es") if match.appointment else ""
        return " · ".join(filter(None, (str(match.person), post)))

    @property
    def fields(self) -> list[BoundField]:
        """All but what the cards ask."""
        asked = {bound.name for card in self.cards for bound in (card.answers, *card.asks)}
        return [bound for bound in self.form if bound.name not in asked]


class Sheet:
    """The page's model. `data` is what was typed and answered; without it everything is as the text says."""

    def __init__(self, file: SourceFile, user: User, data: Mapping[str, Any] | None = None) -> None:
        self.file, self.user, self.data = file, user, data
        self.source = Source.from_json(file.reading)
        self.parsed: ParsedCommunique = parse(self.source.text())
        self._anchors = {anchor_of(mark.kind, mark.participant) for mark in self.parsed.marks}
        self.kind = kind_of(self.parsed)
        self.other = self.parsed.translation
        is_in_both = self.other is not None
        self.form = DraftForm(
            data, initial=self._initial(), is_kind_known=self.kind is not None, is_in_both=is_in_both
        )
        doubts = [*self.source.doubts, *self.parsed.doubts, *self._known()]
        self.boxes = boxes(self.form, doubts, self._anchors)
        self.rows = self._rows()

    @cached_property
    def paragraphs(self) -> Any:
        return marked(self.parsed)

    @property
    def day(self) -> dt.date:
        """The day of the act: as it was typed, where it was."""
        typed = self.form["held_on"].value() or self.form["date"].value()
        try:
            day: dt.date | None = self.form.fields["held_on"].clean(typed)
        except ValidationError:
            day = None
        return day or day_of(self.parsed)

    @property
    def other_fields(self) -> list[BoundField]:
        """The text in its other language, where it is in both."""
        return [bound for bound in self.form if bound.name.startswith(OTHER)]

    @property
    def dateline(self) -> list[BoundField]:
        return [self.form["date"], self.form["place"]]

    @property
    def kind_card(self) -> Card | None:
        """Where the text does not say which kind it is: the kinds to choose from."""
        if self.kind is not None:
            return None
        if self.parsed.kind:
            doubt = Doubt(_("The kind “%(kind)s” is unknown."), {"kind": self.parsed.kind}, "kind")
        else:
            doubt = Doubt(_("The text names no kind."), about="kind")
        return Card([doubt], self.form["kind"], mark=self._mark("kind"))

    @property
    def cards(self) -> list[Card]:
        """All of them, in the order of the page."""
        kind, of_rows = self.kind_card, [card for row in self.rows for card in row.cards]
        own = [card for part, card in self.boxes.items() if not part.startswith("p")]
        return [*([kind] if kind else []), *own, *of_rows]

    @property
    def unsettled(self) -> list[Card]:
        return [card for card in self.cards if not card.is_settled]

    @property
    def media(self) -> Media:
        return self.form.media + (self.rows[0].form.media if self.rows else Media())

    def is_valid(self) -> bool:
        forms = [self.form, *(row.form for row in self.rows)]
        return not [form for form in forms if not form.is_valid()]  # all of them, so that each says what is wrong

    # As the text says

    def _initial(self) -> dict[str, Any]:
        parsed, other = self.parsed, self.other
        translated = {field: getattr(other, name) or "" for name, field in FIELD_OF.items()} if other else {}
        return {
            **{f"{OTHER}{field}": text for field, text in translated.items()},
            f"{OTHER}body": "\n\n".join(other.body) if other else "",
            "kind": self.kind,
            "date": parsed.date and dt.date.fromisoformat(parsed.date),
            "held_on": held_on_of(parsed),
            "language": parsed.language,
            "body": "\n\n".join(parsed.body),
            **{field: getattr(parsed, name) or "" for name, field in FIELD_OF.items()},
        }

    def _known(self) -> Iterator[Doubt]:
        """What is there already of this text."""
        for file in SourceFile.objects.filter(digest=self.file.digest, communique__isnull=False).only("communique"):
            yield Doubt(
                _("This very file was brought in before: communiqué %(pk)s."), {"pk": str(file.communique_id)}
            )
        for communique in namesakes(self.parsed):
            yield Doubt(NAMESAKE, {"pk": str(communique.pk)}, about="title")

    def _rows(self) -> list[Row]:
        participants = [self._typed(number, one) for number, one in enumerate(self.parsed.participants)]
        matches = match_all(participants, self.day)
        rows = [self._row(*both) for both in zip(range(len(matches)), participants, matches, strict=True)]
        _look_up([row.form for row in rows])
        return rows

    def _typed(self, number: int, participant: ParsedParticipant) -> ParsedParticipant:
        """The participant as they were typed: who that is is asked anew."""
        if self.data is None:
            return participant
        typed = {word: self.data.get(f"p{number}-{word}", "") for word in ("name", "title")}
        return replace(participant, name=typed["name"], title=typed["title"] or None)

    def _row(self, number: int, participant: ParsedParticipant, match: Match) -> Row:
        person, post = self._proposals(participant, match)
        initial = {
            **words_of(self.parsed.participants[number]),
            "role": role_of(participant, self.parsed),
            "delegation": match.delegation and match.delegation.pk,
            "person": None if match.about_person else match.person and str(match.person.pk),
            "post": None if match.about_post else str(match.appointment.pk) if match.appointment else "text",
            **(asdict(person) if person else {}),
            **({"masculine_es": post.masculine_es, "feminine_es": post.feminine_es} if post else {}),
            **({"title_en": post.title_en} if post else {}),
        }
        initial["name"] = participant.name
        form = ParticipantForm(
            self.data, prefix=f"p{number}", initial=initial, match=match, new_person=person, new_post=post
        )
        return Row(number + 1, form, list(self._cards(number, form)))

    def _proposals(self, participant: ParsedParticipant, match: Match) -> tuple[NewPerson | None, NewPost | None]:
        """What may be entered: a person that is not known for sure, a post that the registry has not for them."""
        language = (self.data or {}).get("language", self.parsed.language)
        person = post = None
        if (match.person is None or match.about_person) and self.user.has_perms(ENTER_PEOPLE):
            person = new_person(participant, language, before_title(participant, self.parsed.body))
        if match.appointment is None and self.user.has_perms(ENTER_POSTS):
            post = new_post(participant, language, match)
        return person, post

    def _cards(self, number: int, form: ParticipantForm) -> Iterator[Card]:
        match, fields = form.match, form.fields
        if match.about_person:
            asks = [form[name] for name in ("another", "sort_name", "gender") if name in fields]
            yield Card([match.about_person], form["person"], asks, self._mark("name", number))
        if match.about_post or (match.person is None and form.new_post):
            asks = [form[name] for name in ("masculine_es", "feminine_es", "title_en") if name in fields]
            about = [match.about_post or Doubt(_("The post of somebody whom the registry does not know."))]
            yield Card(about, form["post"], asks, self._mark("title", number))
        if box := self.boxes.get(f"p{number}"):
            yield box

    def _mark(self, kind: str, participant: int | None = None) -> str:
        """The anchor of the words in the source, where they are marked."""
        anchor = anchor_of(kind, participant)
        return anchor if anchor in self._anchors else ""


def _look_up(forms: list[ParticipantForm]) -> None:
    """The rows of the registry that the forms name: two questions for all of them."""
    asked = {
        name: {number for form in forms if (number := _number(form[name].value()))}
        for name in ("another", "delegation")
    }
    people = Person.objects.current().in_bulk(asked["another"]) if asked["another"] else {}
    roots = Organization.objects.current().filter(kind__in=Organization.ROOTS)
    parties = roots.in_bulk(asked["delegation"]) if asked["delegation"] else {}
    for form in forms:
        form.know({"another": people, "delegation": parties})


def _number(value: Any) -> int:
    text = str(value or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else 0
