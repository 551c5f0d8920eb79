"""What became of a file, for whoever reads it on a terminal, or for a program."""

import json
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from comunicados.intake.run import Outcome, Result
from comunicados.intake.sentences import in_words

FACTS = ("language", "kind", "number", "date", "place", "title")
Tell = Callable[[Outcome], Iterator[str]]


def in_full(outcome: Outcome) -> Iterator[str]:
    """One file, alone: what was found, or where the desk has what was made of it; and every doubt."""
    if outcome.parsed and outcome.result is Result.FOUND:
        for name in FACTS:
            yield f"{name:<10} {getattr(outcome.parsed, name) or '–'}"
        for person in outcome.parsed.participants:
            yield "  ".join(fact or "–" for fact in (person.relation, person.name, person.title, person.side))
    if outcome.result is not Result.FAILED:
        yield from (f"? {in_words(doubt)}" for doubt in outcome.doubts)
    if outcome.result is Result.SKIPPED:
        yield outcome.why
    if outcome.communique:
        yield outcome.address


def in_lines(outcome: Outcome) -> Iterator[str]:
    """One file of many: what became of it, then a line for each doubt, with its place."""
    told = f"{outcome.file}: {name_of(outcome.result)}"
    yield f"{told}: {outcome.why}" if outcome.why else told
    for doubt in outcome.doubts:
        words = {"file": outcome.file, "number": outcome.place_of(doubt)}
        where = _("%(file)s, paragraph %(number)s") % words if words["number"] else outcome.file
        yield f"? {where}: {in_words(doubt)}"


def as_object(outcome: Outcome) -> Iterator[str]:
    """The format that programs rely on (see ParsedCommunique.as_json)."""
    if outcome.parsed:
        yield json.dumps(outcome.parsed.as_json(), ensure_ascii=False, indent=2)


def as_line(outcome: Outcome) -> Iterator[str]:
    """A line of JSON: the file, what became of it, and the same facts."""
    facts = outcome.parsed.as_json() if outcome.parsed else {}
    told = {"file": str(outcome.file), "result": outcome.result, "why": outcome.why}
    yield json.dumps(told | facts, ensure_ascii=False)


def name_of(result: Result) -> str:
    return {
        Result.FOUND: _("found"),
        Result.ENTERED: _("entered"),
        Result.SKIPPED: _("skipped"),
        Result.FAILED: _("failed"),
    }[result]
