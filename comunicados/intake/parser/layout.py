"""From lines to paragraphs: wrapped lines are joined, what a page break or a hyphen has cut is healed."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from comunicados.intake.parser.columns import unfold_columns

_BULLET = re.compile(r"^\s*(?:[•●▪◦■□‣∙·*►➢✓]|[-–—−](?=\s))\s*")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z]\)|\([a-z0-9]{1,3}\))\s+")
_PAGE_NUMBER = re.compile(
    r"^\W{0,6}(?:(?:p[aá]gina|page|p[aá]g\.?|p\.)\s{0,3})?\d{1,3}(?:\s{0,3}(?:de|of|/)\s{0,3}\d{1,3})?\W{0,6}$",
    re.IGNORECASE,
)
_END_MARK = re.compile(
    r"^[\W_]*(?:0{2,4}|o0o|30|ends?|fin|fin del comunicado|end of (?:text|statement))?[\W_]*$", re.IGNORECASE
)
UNFINISHED = re.compile(
    r"(?:,|[^\W\d_][-‐]|\b(?:de|del|la|el|los|las|y|e|en|a|por|con|para|of|the|and|to|in|for|by|with))$", re.I
)
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,40}-[^\W\d_]+")  # bounded: a text may have no spaces
_TERMINAL = '.:;!?…"”»)]'
CELL = " | "  # between the cells of a row of a table
LONG = 100  # characters: a shorter line without a final stop may be a heading or a name


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    after_blank: bool

    @property
    def is_item(self) -> bool:
        return bool(_BULLET.match(self.text) or _NUMBERED.match(self.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    is_item: bool


def lines_of(text: str) -> list[Line]:
    """The lines that carry text. Page numbers, rules and marks of the end are left out."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
    text = re.sub(r"[\u00a0\u2000-\u200a\u202f\u3000]", " ", text)
    lines: list[Line] = []
    blank = True
    for raw in unfold_columns(re.split(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text)):
        stripped = raw.strip()
        if not stripped or _PAGE_NUMBER.match(stripped) or (lines and _END_MARK.match(stripped)):
            blank = True
            continue
        lines.append(Line(" ".join(stripped.split()), blank))
        blank = False
    return lines


def paragraphs(lines: list[Line], whole: str) -> list[Paragraph]:
    """The paragraphs of a body. `whole` is the text in which a compound may stand unbroken elsewhere."""
    width = _wrap_width(lines)
    compounds = compounds_of(whole)
    result: list[_Growing] = []
    for line in lines:
        text = bare(line.text)
        if not text:
            continue
        if result and not line.is_item and _continues(result[-1], line, width):
            result[-1].add(text, compounds)
        else:
            result.append(_Growing(text, line))
    return [Paragraph("".join(growing.pieces), growing.is_item) for growing in result]


def bare(text: str) -> str:
    """An item without its bullet."""
    return _BULLET.sub("", text, count=1)


class _Growing:
    """A paragraph to which lines are added; its pieces are put together once."""

    def __init__(self, text: str, line: Line) -> None:
        self.pieces = [text]
        self.length = len(text)
        self.last = line.text
        self.is_item = line.is_item

    def add(self, text: str, compounds: frozenset[str]) -> None:
        self.pieces[-1:] = [seam(self.pieces[-1], text, compounds), text]
        self.length += len(text)
        self.last = text


def _wrap_width(lines: list[Line]) -> int:
    """The column at which the text was wrapped by hand, or 0 when each line is a paragraph of its own."""
    full = sorted(len(line.text) for line, after in pairwise(lines) if not after.after_blank)
    if len(full) < 3:
        return 0
    width = full[int(len(full) * 0.9)]
    near = sum(1 for length in full if width - 15 <= length <= width + 10)
    return width if 40 <= width <= 130 and near * 2 >= len(full) else 0


def _continues(paragraph: _Growing, line: Line, width: int) -> bool:
    starts_small = line.text[0].islower()
    if line.after_blank:
        return _was_cut(paragraph, line.text, starts_small)
    if starts_small or UNFINISHED.search(paragraph.last[-12:]):
        return True
    if paragraph.length >= LONG and paragraph.last[-1] not in _TERMINAL and line.text[-1] in ".;":
        return True
    first_word = line.text.split(" ", 1)[0]
    return bool(width) and len(paragraph.last) + 1 + len(first_word) > width


def _was_cut(paragraph: _Growing, following: str, starts_small: bool) -> bool:
    """Whether a blank line fell into the middle of a sentence, as at the foot of a page."""
    if paragraph.is_item and CELL in paragraph.last:
        return False
    if paragraph.last[-1] in _TERMINAL:
        return paragraph.last[-1] == ";" and starts_small and paragraph.length >= LONG
    if starts_small:
        return True
    if paragraph.length < LONG:
        return False
    return bool(UNFINISHED.search(paragraph.last[-12:])) or any(sign in following for sign in ".;,")


def compounds_of(text: str) -> frozenset[str]:
    """The words that a text writes with a hyphen, in small letters."""
    return frozenset(match.group().lower() for match in _COMPOUND.finditer(text))


def join(first: str, second: str, compounds: frozenset[str]) -> str:
    """Two halves as one. A hyphen at the cut goes, unless a capital follows or the compound is known."""
    return seam(first, second, compounds) + second


def seam(first: str, second: str, compounds: frozenset[str]) -> str:
    """The first half, made ready for the second to be set after it."""
    if len(first) < 2 or first[-1] not in "-‐" or not first[-2].isalpha():
        return first + " "
    compound = first.rsplit(" ", 1)[-1] + second.split(" ", 1)[0].rstrip(".,;:)")
    keeps_hyphen = not second[0].islower() or compound.lower() in compounds
    return first if keeps_hyphen else first[:-1]
