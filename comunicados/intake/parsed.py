"""What the parser makes of a text."""

from dataclasses import asdict, dataclass
from typing import Any


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
class ParsedCommunique:
    """The facts of one text. What it does not say is None; `doubts` are sentences for the desk."""

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
    doubts: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain lists, dictionaries, strings and None, ready for `json.dumps`."""
        facts = asdict(self)
        facts["body"] = list(self.body)
        facts["participants"] = [asdict(participant) for participant in self.participants]
        facts["doubts"] = list(self.doubts)
        return facts
