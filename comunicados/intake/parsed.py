"""What the parser makes of a text."""

from dataclasses import asdict, dataclass
from typing import Any

from comunicados.intake.doubts import Doubt


@dataclass(frozen=True, slots=True)
class ParsedParticipant:
    """A person as the text names them, `relation` head, member or mentioned, `paragraph` counted from 0."""

    name: str
    title: str | None
    body: str | None
    side: str | None
    relation: str
    courtesy: str | None = None
    rank: str | None = None
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """Where in the source something was found: characters `start` to `end` of a paragraph of it, from 0.

    `kind` is "name" or "title" (of a participant, by its number), "headline", "subheadline", "dateline", "kind",
    "number", "place" (in a line of its own) or "embargo".
    """

    kind: str
    paragraph: int
    start: int
    end: int
    participant: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedCommunique:
    """The facts of one text. What it does not say is None; `doubts` are for the desk.

    `source` is the text as it was read: a string for each line of the opening and each paragraph of the body, lines
    joined and page breaks healed. The marks and the doubts count its paragraphs.
    """

    language: str
    kind: str | None
    number: str | None
    date: str | None
    place: str | None
    title: str | None
    subheadline: str | None
    embargo: str | None
    body: tuple[str, ...]
    participants: tuple[ParsedParticipant, ...]
    doubts: tuple[Doubt, ...]
    source: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    form: str = "communique"  # or "erratum", "appointments"
    held_on: str | None = None  # the day of the act, where the text says "yesterday" of it
    translation: "ParsedCommunique | None" = None  # the other language of a text in two; see `parser.languages`

    def as_json(self) -> dict[str, Any]:
        """What the text says in plain lists, dictionaries, strings and None: a format that programs rely on."""
        facts = asdict(self)
        for name in ("source", "marks", "form", "held_on", "translation"):
            del facts[name]
        if self.translation:
            other = self.translation
            facts["translation"] = {"language": other.language, "title": other.title, "body": list(other.body)}
        facts["body"] = list(self.body)
        facts["participants"] = [asdict(participant) for participant in self.participants]
        facts["doubts"] = [str(doubt) for doubt in self.doubts]
        return facts
