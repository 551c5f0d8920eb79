"""What stands above the body of a text, as far as it has been read."""

from dataclasses import dataclass, field

from comunicados.intake.parser.dateline import Dateline


@dataclass(frozen=True, slots=True)
class Taken:
    """A line outside the body and what it is taken for: a field of the Opening, "release" or "letterhead"."""

    role: str
    text: str


@dataclass(slots=True)
class Opening:
    kind: str | None = None
    kind_line: str = ""
    number: str | None = None
    dateline: Dateline | None = None
    dateline_text: str = ""
    other_datelines: list[str] = field(default_factory=list)
    headline: str | None = None
    subheadline: str | None = None
    embargo: str | None = None
    letterhead: list[str] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)  # what stands above the body, in the order of the text
    below: list[Taken] = field(default_factory=list)  # a dateline under the body
    place: str | None = None  # that no dateline names
    has_points: bool = False  # whether the subheadline is made of items
    spare: str | None = None  # a kind line that can serve as the headline when there is no other

    def place_of(self, role: str) -> int | None:
        """Which of the lines above the body has that role."""
        return next((place for place, taken in enumerate(self.taken) if taken.role == role), None)
