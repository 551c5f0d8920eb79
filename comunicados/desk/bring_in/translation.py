"""A text that was brought in as the other language of a communiqué, beside the original, then saved as if typed."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import count, takewhile
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import modelform_factory
from django.forms.boundfield import BoundField

from comunicados.alignment import facing
from comunicados.desk.bring_in.forms import ParticipantWordsForm, TidyForm, words_field
from comunicados.desk.bring_in.making import paragraphs_of
from comunicados.desk.forms import CHANGED_MEANWHILE, FIELDS_OF, OPENED_WITH, CommuniqueForm
from comunicados.desk.locks import locks
from comunicados.desk.merge import Guard, Outcome
from comunicados.desk.screen import Theirs
from comunicados.document import WORDS, participation_of
from comunicados.enums import Language, Section
from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.draft import FIELD_OF
from comunicados.intake.facing import participants_of
from comunicados.intake.parser import parse
from comunicados.intake.readers import Source
from comunicados.intake.sentences import in_words
from comunicados.models import Communique, Participation, Revision, SourceFile
from comunicados.permissions import User
from comunicados.text import from_paragraphs, paragraphs

PARTICIPANTS = Section.PARTICIPANTS.value


class LinesForm(TidyForm):
    headline = words_field(Communique, "headline", rows=2)
    subheadline = words_field(Communique, "subheadline", rows=2)
    place = words_field(Communique, "place")


@dataclass(frozen=True)
class Pair:
    """A paragraph of the original, or none, and what stands beside it, or nothing."""

    original: str
    text: str

    @property
    def is_lonely(self) -> bool:
        return not (self.original and self.text)


@dataclass(frozen=True)
class Named:
    """A participant as the communiqué names them, and the words that the text has for them."""

    row: Participation
    form: ParticipantWordsForm
    is_found: bool


class TranslationSheet:
    """The page's model. `data` is what was typed; without it everything is as the file says."""

    def __init__(
        self,
        communique: Communique,
        language: str,
        file: SourceFile,
        user: User,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.communique, self.language, self.file, self.user, self.data = communique, language, file, user, data
        self.source = Source.from_json(file.reading)
        self.parsed = parse(self.source.text())
        if self.parsed.translation and self.parsed.translation.language == language:
            self.parsed = self.parsed.translation  # the file is in both languages
        self.locks = locks(communique, user)
        self.other = Language.EN.value if language == Language.ES else Language.ES.value
        self.originals = paragraphs(getattr(communique, f"body_{self.other}"))
        self.pairs = [Pair(*both) for both in _beside(self.originals, _boxes(data) if data else self.parsed.body)]
        self.form = LinesForm(data, initial=self._initial())
        self.participants = self._participants() if PARTICIPANTS not in self.locks else []
        self.writing = self._writing()
        self.guard = Guard({PARTICIPANTS: self._rows()}, None if data is None else data.get(OPENED_WITH, ""))
        self.theirs: Theirs | None = None

    @property
    def lines(self) -> list[tuple[str, BoundField]]:
        """What the original says in each line, and the field for it."""
        return [(getattr(self.communique, f"{field}_{self.other}"), self.form[field]) for field in FIELD_OF.values()]

    @property
    def is_uneven(self) -> bool:
        return len(self.originals) != len(self.parsed.body)

    @property
    def is_written(self) -> bool:
        """Whether there is a text already, which this one would replace."""
        return any(getattr(self.communique, f"{field}_{self.language}") for field in ("headline", "body"))

    @property
    def doubts(self) -> list[Doubt]:
        """Of the text itself; who its people are, the communiqué knows."""
        found = [*self.source.doubts, *(doubt for doubt in self.parsed.doubts if doubt.about in ("title", "source"))]
        if self.parsed.language != self.language:
            found.append(Doubt(_("The text does not seem to be in this language."), about="source"))
        found += (
            Doubt(_("%(name)s was not found in the text."), {"name": str(named.row)})
            for named in self.participants
            if not named.is_found
        )
        return found

    @property
    def sentences(self) -> list[str]:
        return [in_words(doubt) for doubt in self.doubts]

    @property
    def carried(self) -> dict[str, str]:
        return self.writing.guard.to_carry() | self.guard.to_carry()

    @transaction.atomic
    def save(self) -> bool:
        """Through the writing screen's own form: its guard, its locks. False when something was refused.

        Only for a communiqué that its caller has locked.
        """
        if not all([self.form.is_valid(), *(named.form.is_valid() for named in self.participants)]):
            return False
        outcome = self._take_words()
        if not self.writing.is_valid() or outcome is Outcome.CONFLICT:
            self._tell(outcome)
            return False
        saved = self.writing.save()
        if outcome is Outcome.WRITE:
            for named in self.participants:
                named.row.save()
        Revision.record(saved, by=self.user, source=Revision.Source.IMPORTED)
        self.file.belong_to(saved, self.language, [asdict(doubt) for doubt in self.doubts])
        return True

    # Made from what was typed

    def _writing(self) -> CommuniqueForm:
        """The writing screen's form, of this one section."""
        fields = FIELDS_OF[self.language]
        form_class: Any = modelform_factory(Communique, form=CommuniqueForm, fields=fields)
        form_class.locks = self.locks
        stored = Communique.objects.get(pk=self.communique.pk)
        if self.data is None:
            return form_class(instance=stored)
        typed = {f"{field}_{self.language}": self.data.get(field, "") for field in FIELD_OF.values()}
        typed[f"body_{self.language}"] = from_paragraphs([p for box in _boxes(self.data) for p in paragraphs_of(box)])
        typed[f"correction_note_{self.language}"] = getattr(stored, f"correction_note_{self.language}")
        return form_class({**typed, OPENED_WITH: self.data.get(OPENED_WITH, "")}, instance=stored)

    def _initial(self) -> dict[str, str]:
        return {field: getattr(self.parsed, name) or "" for name, field in FIELD_OF.items()}

    def _participants(self) -> list[Named]:
        rows = list(self.communique.participations.select_related("person", "appointment", "delegation"))
        found = participants_of(rows, self.parsed.participants, self.communique.day_of_the_act)
        return [self._named(number, row, words) for number, (row, words) in enumerate(zip(rows, found, strict=True))]

    def _named(self, number: int, row: Participation, words: dict[str, str]) -> Named:
        stored = {word: getattr(row, f"{word}_{self.language}") for word in WORDS}
        initial = stored | {word: text for word, text in words.items() if text}
        return Named(row, ParticipantWordsForm(self.data, prefix=f"w{number}", initial=initial), bool(words))

    def _rows(self) -> list[Any]:
        return [participation_of(row) for row in self.communique.participations.all()]

    def _take_words(self) -> Outcome:
        """Put the typed words into the rows, and judge the list."""
        if not self.participants:
            return Outcome.KEEP
        for named in self.participants:
            for word in WORDS:
                setattr(named.row, f"{word}_{self.language}", named.form.cleaned_data[word])
        return self.guard.judge(PARTICIPANTS, [participation_of(named.row) for named in self.participants])

    def _tell(self, outcome: Outcome) -> None:
        """Say on the page's form what the writing screen's refused, and show what is stored instead."""
        for field, errors in self.writing.errors.items():
            name = field.removesuffix(f"_{self.language}")
            self.form.add_error(name if name in self.form.fields else None, list(errors))
        section = self.language
        if outcome is Outcome.CONFLICT:
            section = PARTICIPANTS
            words = {"section": Section.PARTICIPANTS.label}
            self.form.add_error(None, ValidationError(CHANGED_MEANWHILE, "conflict", words))
        if outcome is Outcome.CONFLICT or self.writing.guard.conflicts:
            self.theirs = Theirs.of(self.communique, section)


def _boxes(data: Mapping[str, Any]) -> tuple[str, ...]:
    """What was typed into the boxes p0, p1 … of the paragraphs, without the empty ones."""
    boxes = takewhile(lambda box: box is not None, (data.get(f"p{number}") for number in count()))
    return tuple(box for box in boxes if box and box.strip())


def _beside(originals: list[str], brought: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each paragraph of either text once, in order; "" beside one that has no counterpart."""
    pairs, after = facing(originals, brought), 0
    for place, original in enumerate(originals):
        facing_it = pairs.get(place)
        if facing_it is None:
            yield original, ""
            continue
        yield from (("", text) for text in brought[after:facing_it])
        yield original, brought[facing_it]
        after = facing_it + 1
    yield from (("", text) for text in brought[after:])
