"""Files brought in one after the other, each by itself: what one trips over, the next does not feel."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import activate, get_language
from django.utils.translation import gettext as _

from comunicados.exceptions import Refusal
from comunicados.intake.doubts import Doubt, gettext_noop
from comunicados.intake.draft import Draft
from comunicados.intake.known import is_text_of, known_files, namesakes
from comunicados.intake.parsed import ParsedCommunique
from comunicados.intake.parser import parse
from comunicados.intake.readers import Source, UnreadableFile, read_safely
from comunicados.intake.readers.choice import LARGEST
from comunicados.intake.readers.many import Readers
from comunicados.intake.readers.source import digest_of
from comunicados.intake.sentences import refusal_in_words
from comunicados.models import Communique, SourceFile
from personas.clock import ministry_now
from personas.locks import take_turn

BROUGHT = gettext_noop("This file was brought in before: communiqué %(pk)s.")
SAME_TEXT = gettext_noop("The same text is there already: communiqué %(pk)s.")
NAMESAKE = gettext_noop("Another text of that day bears the same headline: communiqué %(pk)s.")
AHEAD = 8  # files that are read while others are entered


class Result(StrEnum):
    FOUND = "found"  # only shown
    ENTERED = "entered"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass
class Outcome:
    """What became of one file; `why` is a sentence when it was skipped or failed."""

    file: Path
    result: Result = Result.FOUND
    why: str = ""
    parsed: ParsedCommunique | None = None
    communique: int | None = None
    source: Source | None = None
    data: bytes = b""
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where the desk has what was made of it."""
        return f"/admin/comunicados/communique/{self.communique}/change/" if self.communique else ""

    def place_of(self, doubt: Doubt) -> int | None:
        """The paragraph of the text that a doubt is about, counted from 1; None when it is about none."""
        paragraph = doubt.paragraph
        if paragraph is None and self.parsed and doubt.about:
            name, _, number = doubt.about.partition(".")
            marks = (
                mark.paragraph
                for mark in self.parsed.marks
                if (str(mark.participant) == number if number else _MARKS.get(name, name) == mark.kind)
            )
            paragraph = next(marks, None)
        return None if paragraph is None else paragraph + 1


_MARKS = {"title": "headline", "date": "dateline", "place": "dateline"}
Enter = Callable[[ParsedCommunique], Draft]
Item = TypeVar("Item")


def run(files: Iterable[Path], enter: Enter | None, writers: int = 1) -> Iterator[Outcome]:
    """The outcome of each file, in order; without `enter`, what was found in it. `enter` is all or nothing.

    A file that was brought in before, whatever its name was, is known by its digest and not read again. So many
    `writers` enter at once, each on a connection of its own; a single one is the caller, on the caller's connection.
    """
    ask, known = Readers(), known_files() if enter else {}
    write = partial(_enter, enter=enter)
    with (
        ask,
        closing(_ahead(partial(_read, ask=ask, known=known), files)) as read,
        closing(_ahead(write, read, writers) if writers > 1 else (write(outcome) for outcome in read)) as outcomes,
    ):
        for outcome in outcomes:
            if outcome.communique and outcome.source:
                known[outcome.source.digest] = outcome.communique
            outcome.data = b""
            yield outcome


def _read(file: Path, ask: Readers, known: Mapping[str, int]) -> Outcome:
    try:
        if file.stat().st_size > LARGEST:
            raise UnreadableFile("too_large")
        data = file.read_bytes()
        if communique := known.get(digest_of(data)):
            return Outcome(file, Result.SKIPPED, _(BROUGHT) % {"pk": communique}, communique=communique)
        source = read_safely(file.name, data, ask=ask)
    except UnreadableFile as error:
        return Outcome(file, Result.FAILED, refusal_in_words(error))
    except OSError as error:
        return Outcome(file, Result.FAILED, error.strerror or str(error))
    parsed = parse(source.text())
    parsed = replace(parsed, doubts=(*source.doubts, *parsed.doubts))
    return Outcome(file, parsed=parsed, source=source, data=data, doubts=list(parsed.doubts))


def _enter(outcome: Outcome, enter: Enter | None) -> Outcome:
    """The same outcome, and what became of it where there was anything to enter."""
    if enter and outcome.result is Result.FOUND:
        _try_to_enter(outcome, enter)
    return outcome


def _try_to_enter(outcome: Outcome, enter: Enter) -> None:
    try:
        _enter_once(outcome, enter)
    except (InterfaceError, OperationalError):
        raise  # the database is gone: it would be so for every file
    except Refusal as refusal:
        outcome.result, outcome.why = Result.FAILED, str(refusal)
    except Exception as error:  # whatever one text trips over, the others go on
        outcome.result, outcome.why = Result.FAILED, f"{type(error).__name__}: {error}".strip()


@transaction.atomic
def _enter_once(outcome: Outcome, enter: Enter) -> None:
    assert outcome.parsed is not None  # noqa: S101 - it was found
    if outcome.parsed.date:
        take_turn(f"texts of {outcome.parsed.date}")  # of two writers of the same text
    alike = namesakes(outcome.parsed)
    if known := next((one for one in alike if is_text_of(one, outcome.parsed)), None):
        outcome.result, outcome.communique, outcome.doubts = Result.SKIPPED, known.pk, []  # they were told before
        outcome.why = _(SAME_TEXT) % {"pk": known.pk}
        return
    draft = enter(outcome.parsed)
    doubts = [Doubt(NAMESAKE, {"pk": str(one.pk)}, about="title") for one in alike]
    outcome.doubts = [*doubts, *draft.doubts]
    _keep(outcome, draft.communique)
    outcome.result, outcome.communique = Result.ENTERED, draft.communique.pk


def _keep(outcome: Outcome, communique: Communique) -> None:
    """The file stays with what was made of it."""
    assert outcome.parsed is not None and outcome.source is not None  # noqa: PT018, S101 - it was found
    SourceFile.objects.create(
        data=outcome.data,
        name=outcome.file.name[-255:],
        reading=outcome.source.as_json(),
        brought_by=communique.created_by,
        brought_at=ministry_now(),
        communique=communique,
        language=outcome.parsed.language,
        doubts=[asdict(doubt) for doubt in outcome.doubts],
    )


def _ahead(do: Callable[[Item], Outcome], items: Iterable[Item], threads: int = 1) -> Generator[Outcome, None, None]:
    """`map`, the next few done meanwhile by threads that speak the caller's language."""
    waiting: deque[Future[Outcome]] = deque()
    used: list[BaseDatabaseWrapper] = []

    def begin(language: str) -> None:
        activate(language)
        connections["default"].inc_thread_sharing()  # to be closed by this thread, when all are done
        used.append(connections["default"])

    pool = ThreadPoolExecutor(threads, initializer=begin, initargs=(get_language() or settings.LANGUAGE_CODE,))
    try:
        for item in items:
            waiting.append(pool.submit(do, item))
            if len(waiting) > AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
        for connection in used:
            connection.close()
