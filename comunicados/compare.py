"""Two texts side by side: which fields, paragraphs and words differ. Pure: strings in, marks out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import accumulate, groupby
from typing import Any, NamedTuple

_WORDS = re.compile(r"\s+|\w+(?:[.,:/’'-]\w+)*|[^\w\s]")
ALIKE = 0.4  # two paragraphs that share fewer of their words are no versions of one another
MAX_FACING = 2_500  # pairs of rewritten paragraphs whose likeness is looked at
MAX_PAIRS = 100_000  # equal words that could face each other: what is spent on a comparison, however long the texts


class Mark(StrEnum):
    """What happened to a stretch of text, or to a whole block."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Line(NamedTuple):
    """A paragraph or the one line of a short field; `form` says in words what its text does not (bold, a link …)."""

    text: str
    form: str = ""


Fields = Mapping[str, Sequence[Line]]


@dataclass(frozen=True)
class Stretch:
    """A run of words with one mark (never CHANGED). The SAME and REMOVED ones are the old text, the SAME and ADDED
    ones the new."""

    mark: Mark
    text: str


@dataclass(frozen=True)
class Block:
    """A line. `forms` holds the old and the new form where a changed line has two."""

    mark: Mark
    stretches: tuple[Stretch, ...]
    forms: tuple[str, str] | None = None


@dataclass(frozen=True)
class Run:
    """Neighbouring blocks that are all unchanged, or all not."""

    is_same: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Change:
    """A field that differs."""

    field: str
    blocks: tuple[Block, ...]

    @property
    def runs(self) -> list[Run]:
        """The blocks, in such a way that what is unchanged can be folded."""
        return [Run(same, tuple(run)) for same, run in groupby(self.blocks, lambda block: block.mark is Mark.SAME)]


def compare(old: Fields, new: Fields) -> list[Change]:
    """What differs, field by field in the order of `old`. Both have the same fields."""
    return [Change(field, tuple(align(old[field], new[field]))) for field in old if old[field] != new[field]]


def compare_words(old: str, new: str, pairs: int = MAX_PAIRS) -> tuple[Stretch, ...]:
    """Two texts word by word; `pairs` says how much may be spent on it."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    stretches = []
    for is_same, i1, i2, j1, j2 in _steps(before, after, pairs):
        if is_same:
            stretches.append(Stretch(Mark.SAME, "".join(before[i1:i2])))
            continue
        if i1 < i2:
            stretches.append(Stretch(Mark.REMOVED, "".join(before[i1:i2])))
        if j1 < j2:
            stretches.append(Stretch(Mark.ADDED, "".join(after[j1:j2])))
    return tuple(stretches)


def align(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Block]:
    """All lines of two texts in their order: what stayed, what was rewritten, what came and went."""
    steps = list(_steps(old, new, MAX_PAIRS))
    rewritten = sum(min(i2 - i1, j2 - j1) for is_same, i1, i2, j1, j2 in steps if not is_same)
    for is_same, i1, i2, j1, j2 in steps:
        if is_same:
            yield from _whole(Mark.SAME, old[i1:i2])
        else:
            yield from _rewritten(old[i1:i2], new[j1:j2], MAX_PAIRS // max(1, rewritten))


def _rewritten(old: Sequence[Line], new: Sequence[Line], pairs: int) -> Iterator[Block]:
    """Lines of which none stayed as it was: those that are alike face each other, the others came or went."""
    i = j = 0
    for facing_i, facing_j in _facing([line.text for line in old], [line.text for line in new]):
        yield from _whole(Mark.REMOVED, old[i:facing_i])
        yield from _whole(Mark.ADDED, new[j:facing_j])
        yield _changed(old[facing_i], new[facing_j], pairs)
        i, j = facing_i + 1, facing_j + 1
    yield from _whole(Mark.REMOVED, old[i:])
    yield from _whole(Mark.ADDED, new[j:])


def _whole(mark: Mark, lines: Iterable[Line]) -> Iterator[Block]:
    return (Block(mark, (Stretch(mark, line.text),)) for line in lines)


def _changed(old: Line, new: Line, pairs: int) -> Block:
    forms = (old.form, new.form) if old.form != new.form else None
    return Block(Mark.CHANGED, compare_words(old.text, new.text, pairs), forms)


def _facing(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of alike texts, in order, that together share the most; of very many, those in the same place."""
    bags_old, bags_new = ([Counter(_WORDS.findall(text)) for text in texts] for texts in (old, new))
    if len(old) * len(new) > MAX_FACING:
        places = range(min(len(old), len(new)))
        return [(place, place) for place in places if _likeness(bags_old[place], bags_new[place]) >= ALIKE]
    likeness = [[_likeness(one, other) for other in bags_new] for one in bags_old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]  # what the rest from (i, j) can share
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            facing = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= ALIKE else 0.0
            best[i][j] = max(facing, best[i + 1][j], best[i][j + 1])
    return list(_walk(best))


def _walk(best: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while best[i][j] > 0:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """How many of their words two texts share, from 0 to 1."""
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0


def _steps(old: Sequence[Any], new: Sequence[Any], pairs: int) -> Iterator[tuple[bool, int, int, int, int]]:
    """(is it the same?, old[i1:i2], new[j1:j2]) from beginning to end, in a time that no text can stretch."""
    left = _common(zip(old, new, strict=False))
    right = _common(zip(reversed(old[left:]), reversed(new[left:]), strict=False))
    end_old, end_new = len(old) - right, len(new) - right
    if left:
        yield True, 0, left, 0, left
    if left < end_old or left < end_new:
        middle_old, middle_new = old[left:end_old], new[left:end_new]
        telling = _telling(middle_old, middle_new, pairs)
        matcher = SequenceMatcher(lambda word: word not in telling, middle_old, middle_new, autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            yield tag == "equal", left + i1, left + i2, left + j1, left + j2
    if right:
        yield True, end_old, len(old), end_new, len(new)


def _telling(old: Sequence[Any], new: Sequence[Any], pairs: int) -> set[Any]:
    """What two texts are aligned by: no blanks, and the rarest words first, as far as `pairs` of them go."""
    count, there = Counter(old), Counter(new)
    cost = sorted((count[word] * there[word], word) for word in count if word in there and word != " ")
    spent = accumulate(price for price, _word in cost)
    return {word for (_price, word), total in zip(cost, spent, strict=True) if total <= pairs}


def _common(pairs: Iterable[tuple[Any, Any]]) -> int:
    """How many pairs from the beginning are of two equal things."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
