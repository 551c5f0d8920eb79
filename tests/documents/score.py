"""`make intake-score`: how much of what the documents say the readers and the parser find, and what they invent.

Each document has its expected result beside it, in the words of `import_communique --json`. Where a press officer may
write a value in more than one way, it is a list of all of them, the best first; null among them means that it may be
left out. What both leave out is not counted, except for the facts that every document is asked for.
"""

import argparse
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from comunicados.intake.parser import parse
from comunicados.intake.readers import read
from tests.documents.invented import inventions

HERE = Path(__file__).parent
HALVES = ("held_out", "tuned")
SUFFIX = ".expected.json"
FOUND, RIGHT = "people: found of those named", "people: right of those found"
OF_PEOPLE = {
    "title": "posts",
    "relation": "relation",
    "side": "side",
    "body": "organization",
    "courtesy": "courtesy",
    "rank": "rank",
}
OF_DOCUMENTS = {
    "date": "dates",
    "place": "places",
    "title": "headlines",
    "kind": "kinds",
    "language": "languages",
    "number": "numbers",
    "subheadline": "subheadlines",
    "embargo": "embargoes",
}
ALWAYS = {"relation", "date", "place", "kind", "language"}  # and every headline; asked even where there is none
AS_TYPED = {"kind", "place", "embargo"}  # read without regard to capitals
OTHER = "other language"
ROWS = (FOUND, RIGHT, *OF_PEOPLE.values(), *OF_DOCUMENTS.values(), OTHER)

Facts = dict[str, Any]


@dataclass
class Tally:
    """For each row of the table how many were right of how many, and every value that is not in the text."""

    counts: dict[str, list[int]] = field(default_factory=lambda: {row: [0, 0] for row in ROWS})
    invented: list[str] = field(default_factory=list)

    def count(self, row: str, right: bool) -> None:
        self.counts[row][0] += right
        self.counts[row][1] += 1

    def add(self, other: "Tally") -> None:
        for row, (right, of) in other.counts.items():
            self.counts[row][0] += right
            self.counts[row][1] += of
        self.invented += other.invented

    def share(self, row: str) -> float:
        right, of = self.counts[row]
        return right / of if of else 1.0

    @property
    def asked(self) -> tuple[int, int]:
        """Of all rows together, how many were right of how many."""
        return sum(right for right, _ in self.counts.values()), sum(of for _, of in self.counts.values())

    @property
    def overall(self) -> float:
        right, of = self.asked
        return right / of if of else 1.0


@dataclass(frozen=True)
class Document:
    path: Path

    @property
    def expected(self) -> Facts:
        return dict(json.loads(self.path.with_name(self.path.stem + SUFFIX).read_text("utf-8")))

    def text(self) -> str:
        return read(self.path.name, self.path.read_bytes()).text()

    def found(self) -> Facts:
        return parse(self.text()).as_json()

    def tally(self) -> Tally:
        found, tally = self.found(), Tally()
        judge(self.expected, found, tally)
        tally.invented = [f"{self.path.stem}: {value}" for value in inventions(found, self.text())]
        return tally


def documents(half: str) -> list[Document]:
    """Every file of a half that has an expected result beside it."""
    stems = {path.name.removesuffix(SUFFIX) for path in (HERE / half).glob(f"*{SUFFIX}")}
    files = (path for path in sorted((HERE / half).iterdir()) if not path.name.endswith(SUFFIX))
    return [Document(path) for path in files if path.stem in stems]


def tally_of(half: str) -> Tally:
    whole = Tally()
    for document in documents(half):
        whole.add(document.tally())
    return whole


def accepted(value: Any) -> list[str | None]:
    return value if isinstance(value, list) else [value]


def judge(expected: Facts, found: Facts, tally: Tally) -> None:
    _judge_document(expected, found, tally)
    _judge_people(expected["participants"], found["participants"], tally)


def _judge_document(expected: Facts, found: Facts, tally: Tally) -> None:
    for fact, row in OF_DOCUMENTS.items():
        always = fact in ALWAYS or fact == "title"
        _count(fact, row, expected.get(fact), found.get(fact), tally, always=always)
    if other := expected.get("translation"):
        tally.count(OTHER, other.items() <= (found.get("translation") or {}).items())


def _judge_people(expected: list[Facts], found: list[Facts], tally: Tally) -> None:
    by_name = {person["name"]: person for person in found}
    named = {name for person in expected for name in accepted(person["name"])}
    for person in expected:
        match = next((by_name[name] for name in accepted(person["name"]) if name in by_name), None)
        tally.count(FOUND, match is not None)
        for fact, row in OF_PEOPLE.items():
            if match:
                _count(fact, row, person.get(fact), match.get(fact), tally, always=fact in ALWAYS)
    for person in found:
        tally.count(RIGHT, person["name"] in named)


def _count(fact: str, row: str, expected: Any, found: str | None, tally: Tally, *, always: bool) -> None:
    values = accepted(expected)
    if found is not None or None not in values or always:
        tally.count(row, _plain(fact, found) in [_plain(fact, value) for value in values])


def _plain(fact: str, value: str | None) -> str | None:
    """The value without differences that no reader sees: spaces, composed letters, the form of quotation marks."""
    if value is None:
        return None
    value = unicodedata.normalize("NFC", " ".join(value.split())).translate(str.maketrans("’‘“”", "''\"\""))
    return value.casefold() if fact in AS_TYPED else value


def table() -> Iterator[str]:
    """The lines of the table: a column for each half and one for both."""
    tallies = {half: tally_of(half) for half in HALVES}
    tallies["both"] = Tally()
    for half in HALVES:
        tallies["both"].add(tallies[half])
    numbers = {half: str(len(documents(half))) for half in HALVES}
    yield "| " + " | ".join(["", *tallies]) + " |"
    yield "|---" * (len(tallies) + 1) + "|"
    yield "| documents | " + " | ".join([*numbers.values(), str(sum(map(int, numbers.values())))]) + " |"
    for row in ROWS:
        yield f"| {row} | " + " | ".join(_cell(*tally.counts[row]) for tally in tallies.values()) + " |"
    yield "| **overall** | " + " | ".join(_cell(*tally.asked) for tally in tallies.values()) + " |"
    yield "| **invented** | " + " | ".join(str(len(tally.invented)) for tally in tallies.values()) + " |"
    yield from (f"invented in {value}" for value in tallies["both"].invented)


def _cell(right: int, of: int) -> str:
    return f"{right / of:.3f} ({right} of {of})" if of else "–"


def compared(document: Document) -> Iterator[str]:
    """What was expected of one document against what was found, only where they differ."""
    expected, found = document.expected, document.found()
    for fact in (*OF_DOCUMENTS, "translation"):
        yield from _difference(fact, expected.get(fact), found.get(fact))
    by_name = {person["name"]: person for person in found["participants"]}
    for person in expected["participants"]:
        match = next((by_name.pop(name) for name in accepted(person["name"]) if name in by_name), None)
        if match is None:
            yield f"missed    {accepted(person['name'])[0]}: {person}"
            continue
        for fact in OF_PEOPLE:
            yield from _difference(f"{person['name']}, {fact}", person.get(fact), match.get(fact))
    yield from (f"too many  {name}: {person}" for name, person in by_name.items())
    yield from (f"invented  {value}" for value in inventions(found, document.text()))


def _difference(what: str, expected: Any, found: Any) -> Iterator[str]:
    fact = what.rpartition(" ")[2]
    if fact == "translation":
        same = not expected or expected.items() <= (found or {}).items()
    else:
        same = _plain(fact, found) in [_plain(fact, value) for value in accepted(expected)]
    if not same:
        yield f"{what}\n    expected {expected!r}\n    found    {found!r}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    arguments.add_argument("--document", metavar="NAME", help="show what was expected of one, against what was found")
    name = arguments.parse_args().document
    if name is None:
        lines = table()
    else:
        chosen = [
            document for half in HALVES for document in documents(half) if document.path.stem == Path(name).stem
        ]
        if not chosen:
            arguments.error(f"there is no document {name!r}")
        lines = compared(chosen[0])
    for line in lines:
        print(line)


if __name__ == "__main__":
    main()
