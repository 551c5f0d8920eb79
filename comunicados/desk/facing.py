"""A text beside the one that it follows: what stands beside what, and what changed since it was accounted for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from comunicados.alignment import facing
from comunicados.compare import Block, Line, Mark, align, compare_words
from comunicados.desk import in_words
from comunicados.document import TEXT_FIELDS, Paragraph, digest, paragraphs_of
from comunicados.models import Communique, LanguageVersion

Texts = dict[str, list[str]]  # by field, what stands in it


@dataclass(frozen=True)
class Row:
    """A paragraph of the source: what became of it since, and what stands beside it in the other text."""

    field: str
    block: Block
    facing: str = ""
    place: int = 0  # of what stands beside it, among the paragraphs of its field; from 1, or 0 for none
    at: int = 0  # where one writes what should stand there: its place, or that of what stands before
    settles: tuple[str, ...] = ()  # what "nothing to change" here would account for

    @property
    def label(self) -> str:
        return "" if self.field == "body" else in_words.label(self.field)

    @property
    def is_gone(self) -> bool:
        return self.block.mark is Mark.REMOVED


@dataclass(frozen=True)
class Facing:
    """The whole: rows in the order of the page."""

    rows: list[Row]
    unaccounted: list[str]
    is_guess: bool  # the bodies differ in how many paragraphs they have

    @property
    def changed(self) -> list[Row]:
        return [row for row in self.rows if row.settles]

    @property
    def is_settled_together(self) -> bool:
        """Whether there is more to account for than one row can."""
        return any(set(self.unaccounted) - set(row.settles) for row in self.changed) or (
            bool(self.unaccounted) and not self.changed
        )

    @classmethod
    def of(cls, version: LanguageVersion) -> Self:
        """Two queries more than the version itself, however many paragraphs there are."""
        document, unaccounted = version.document, version.unaccounted()
        source, target = document[version.source], _texts(paragraphs_of(document[version.language]))
        now = paragraphs_of(source)
        before = _before(version.communique, version.source, now, set(unaccounted))
        body = {len(_texts(text)["body"]) for text in (before, now)}
        rows = [row for field in TEXT_FIELDS for row in _rows(field, _texts(before), _texts(now), target)]
        return cls(
            [row for row in (_settling(row, set(unaccounted)) for row in rows) if row.settles or not row.is_gone],
            unaccounted,
            len(target["body"]) not in (0, *body),
        )


def _before(communique: Communique, source: str, now: list[Paragraph], unaccounted: set[str]) -> list[Paragraph]:
    """The source as it was when it was accounted for: the newest text of it that has most of what went since."""
    gone = unaccounted - {paragraph.digest for paragraph in now}
    best, most = now, 0
    if not gone:
        return [paragraph for paragraph in now if paragraph.digest not in unaccounted]
    earlier = communique.revisions.filter(changed__contains=[source]).values_list(f"document__{source}", flat=True)
    for text in earlier.iterator(chunk_size=20):
        paragraphs = paragraphs_of(text)
        found = len(gone & {paragraph.digest for paragraph in paragraphs})
        if found > most:
            best, most = paragraphs, found
        if most == len(gone):
            break
    return best


def _rows(field: str, before: Texts, now: Texts, target: Texts) -> Iterator[Row]:
    """The rows of a field. What stands beside them is found through the text that has as many paragraphs."""
    old, new, other = before[field], now[field], target[field]
    is_as_before = len(other) == len(old) != len(new)
    beside = facing(old if is_as_before else new, other)
    i = j = at = 0
    for block in _blocks(field, old, new):
        place = None
        if is_as_before and block.mark is not Mark.ADDED:
            place = beside.get(i)
        elif not is_as_before and block.mark is not Mark.REMOVED:
            place = beside.get(j)
        i += block.mark is not Mark.ADDED
        j += block.mark is not Mark.REMOVED
        at = at if place is None else place + 1
        yield Row(field, block, *(("", 0) if place is None else (other[place], at)), at=at)


def _blocks(field: str, old: Sequence[str], new: Sequence[str]) -> Sequence[Block]:
    """A field of one line is the same field however much it changed."""
    if field != "body" and old and new and old != new:
        return [Block(Mark.CHANGED, compare_words(old[0], new[0]))]
    return list(align([Line(text) for text in old], [Line(text) for text in new]))


def _settling(row: Row, unaccounted: set[str]) -> Row:
    """The row with what it leaves to account for. A change that was accounted for is none any more."""
    stretches = row.block.stretches
    old = "".join(stretch.text for stretch in stretches if stretch.mark is not Mark.ADDED)
    new = "".join(stretch.text for stretch in stretches if stretch.mark is not Mark.REMOVED)
    settles = tuple({digest(text) for text in (old, new) if text} & unaccounted)
    if settles or row.is_gone:
        return replace(row, settles=tuple(sorted(settles)))
    return replace(row, block=Block(Mark.SAME, compare_words(new, new)))


def _texts(paragraphs: Sequence[Paragraph]) -> Texts:
    texts: Texts = {field: [] for field in TEXT_FIELDS}
    for paragraph in paragraphs:
        texts[paragraph.field].append(paragraph.text)
    return texts
