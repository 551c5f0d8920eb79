"""From the lines of a column to paragraphs: lines joined, divided words made whole, headings told apart."""

import re
import statistics
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from comunicados.intake.readers.pdf_columns import LABEL
from comunicados.intake.readers.pdf_lines import Line
from comunicados.intake.readers.source import BlockKind

_STOP = re.compile(r"[.:;!?…][\"”»’')\]]*$")
_ITEM = re.compile(r"^(?P<label>\S{1,6})\s+(?P<text>\W*\w.*)$", re.DOTALL)
_DIVIDED = re.compile(r"[^\W\d_][-‐\u00ad]$")
USUAL = 0.95  # of the lines end before the right edge of the text; the others overrun it
EDGE = 2.0  # points by which two lines that begin together may differ
INDENT = 5  # times the size: what begins further to the right begins no ordinary paragraph
RAGGED = 0.75  # of the width: a line so long, without a stop, was not ended on purpose
HEADING = 300  # characters of the longest


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`goes_on` says that its last line is full and has no stop: what follows in the next column may belong to it."""

    text: str
    kind: BlockKind
    place: str
    label: str = ""
    goes_on: bool = False


@dataclass
class Typesetting:
    """What is usual in this document: the size of its letters, the distance of its lines, its compound words."""

    size: float
    leading: float
    right: float
    whole: str

    @classmethod
    def of(cls, lines: list[Line]) -> "Typesetting":
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        gaps = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 60]
        size = sizes.most_common(1)[0][0] if sizes else 12.0
        leading = statistics.quantiles(gaps, n=4)[0] if len(gaps) > 1 else 1.2 * size
        ends = sorted(line.right for line in lines)
        right = ends[int(len(ends) * USUAL)] if ends else 0.0
        return cls(size, leading, right, "\n".join(line.text for line in lines))


class Joiner:
    """Joins what a line, a column or a page has divided; `joined` are the words that lost a hyphen."""

    def __init__(self, typesetting: Typesetting) -> None:
        self._usual = typesetting
        self.joined: list[str] = []

    def paragraphs(self, lines: list[Line], place: str, right: float | None = None) -> list[Paragraph]:
        """The paragraphs of one column, which ends at `right` or with its longest line; `place` names its page."""
        right = right or max((line.right for line in lines), default=0.0)
        left = min((line.left for line in lines), default=0.0)
        found: list[Paragraph] = []
        part: list[Line] = []
        for line in lines:
            if part and self._begins(part, line, left, right):
                found.append(self._paragraph(part, place, left, right))
                part = []
            part.append(line)
        if part:
            found.append(self._paragraph(part, place, left, right))
        return found

    def _begins(self, part: list[Line], line: Line, left: float, right: float) -> bool:
        """Whether a line begins a paragraph."""
        last = part[-1]
        stopped = bool(_STOP.search(last.text))
        if abs(line.size - last.size) > 0.1 * last.size or last.bottom - line.bottom > 1.35 * self._usual.leading:
            return True
        if _label_of(line.text):
            return True
        if not stopped and line.text[0].islower():
            return False
        if line.is_bold != last.is_bold:
            return True
        indented = line.left - left > 0.8 * line.size and last.left - left < 0.5 * line.size
        return (indented and not _is_item(part)) or (stopped and _fits(line, last, left, right))

    def _paragraph(self, lines: list[Line], place: str, left: float, right: float) -> Paragraph:
        kind = BlockKind.HEADING if self._is_heading(lines) else BlockKind.PARAGRAPH
        text = lines[0].text
        for before, line in pairwise(lines):
            is_ragged = before.right - left > RAGGED * (right - left) and not _STOP.search(before.text)
            may_end = kind is not BlockKind.HEADING and not is_ragged and not line.text[0].islower()
            ends = may_end and _fits(line, before, left, right)
            text = f"{text}\n{line.text}" if ends else self._join(text, line.text)
        last = lines[-1].text
        is_full = right - lines[-1].right < 0.15 * right or bool(_DIVIDED.search(last))
        goes_on = is_full and not _STOP.search(last)
        if label := _label_of(text):
            return Paragraph(text[len(label) :].strip(), BlockKind.LIST_ITEM, place, label, goes_on)
        return Paragraph(text, kind, place, "", goes_on)

    def _is_heading(self, lines: list[Line]) -> bool:
        if sum(len(line.text) for line in lines) > HEADING:
            return False
        return all(line.is_bold for line in lines) or all(line.size > 1.15 * self._usual.size for line in lines)

    def heal(self, before: Paragraph, after: Paragraph) -> Paragraph | None:
        """Two halves of what the end of a page or column divided, or None when they are two."""
        if after.label or BlockKind.HEADING in {before.kind, after.kind} or _STOP.search(before.text):
            return None
        if not (before.goes_on or after.text[0].islower()):
            return None
        return replace(before, text=self._join(before.text, after.text), goes_on=after.goes_on)

    def _join(self, first: str, second: str) -> str:
        """One text. A hyphen at the cut goes, unless a capital follows or the document has the compound elsewhere."""
        if not _DIVIDED.search(first):
            return f"{first} {second}"
        if not second[0].islower():
            return first + second
        head, tail = first.split()[-1], re.split(r"[\s.,;:)]", second, maxsplit=1)[0]
        if first[-1] != "\u00ad" and head + tail in self._usual.whole:
            return first + second
        self.joined.append(head[:-1] + tail)
        return first[:-1] + second


def _fits(line: Line, last: Line, left: float, right: float) -> bool:
    """Whether the first word of a line would have fitted on the one before it, which so was ended on purpose."""
    if _DIVIDED.search(last.text):
        return False
    word = 1.2 * line.width * (len(line.text.split(" ", 1)[0]) + 1) / len(line.text)
    is_centred = abs(line.left + line.right - last.left - last.right) < 2 * EDGE
    is_set_right = abs(line.right - last.right) < EDGE and last.left - left > INDENT * last.size
    if abs(line.left - last.left) > EDGE and (is_centred or is_set_right):
        return last.width + word < right - left
    return last.right + word < right


def _is_item(part: list[Line]) -> bool:
    return bool(_label_of(part[0].text))


def _label_of(text: str) -> str:
    """The bullet or number with which a text begins; "A. Pérez" begins with an initial and has none."""
    match = _ITEM.match(text)
    if match is None or not LABEL.match(match["label"]):
        return ""
    label = match["label"]
    return "" if len(label) == 2 and label[0].isupper() and label[1] == "." else label
