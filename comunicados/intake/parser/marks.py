"""Where in the source each fact was found."""

from collections.abc import Iterator

from comunicados.intake.parsed import Mark
from comunicados.intake.parser.above import Opening, Taken
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.persons import Person
from comunicados.intake.parser.tokens import Passage, Span

_MARKED = frozenset(["dateline", "headline", "subheadline", "kind", "number", "embargo", "place"])


def find_marks(opening: Opening, body: list[str], persons: list[Person]) -> tuple[Mark, ...]:
    """Of the opening first, then of each person in the order of the text."""
    marks = [mark for place, taken in enumerate(opening.taken) for mark in _of_line(opening, taken, place)]
    above = len(opening.taken)
    if opening.dateline and not any(mark.kind == "dateline" for mark in marks):
        marks.append(_of_late_dateline(opening, body, above))
    for number, person in enumerate(persons):
        marks += dict.fromkeys(mark for mention in person.mentions for mark in _of_mention(mention, number, above))
    return tuple(marks)


def _of_line(opening: Opening, taken: Taken, place: int) -> Iterator[Mark]:
    text = taken.text
    end = len(opening.kind or "") if taken.role == "kind" else len(text)
    if taken.role in _MARKED:
        yield Mark(taken.role, place, 0, end)
    if taken.role == "kind" and opening.number and (start := text.find(opening.number, end)) >= 0:
        yield Mark("number", place, start, start + len(opening.number))


def _of_late_dateline(opening: Opening, body: list[str], above: int) -> Mark:
    """Under the body, or in its first sentence."""
    if opening.below:
        return Mark("dateline", above + len(body), 0, len(opening.dateline_text))
    return Mark("dateline", above, 0, len(opening.dateline_text))


def _of_mention(mention: Mention, number: int, above: int) -> Iterator[Mark]:
    yield _mark("name", mention.passage, mention.name, number, above)
    if mention.title and mention.title[1] > mention.title[0]:
        yield _mark("title", mention.titled_in, mention.title, number, above)


def _mark(kind: str, passage: Passage, span: Span, number: int, above: int) -> Mark:
    tokens = passage.tokens
    return Mark(kind, above + passage.number, tokens[span[0]].start, tokens[span[1] - 1].end, number)
