"""From a PDF to the lines on its pages, each with its place and the size of its letters."""

import io
import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import (
    LAParams,
    LTChar,
    LTContainer,
    LTCurve,
    LTImage,
    LTItem,
    LTPage,
    LTText,
    LTTextLineHorizontal,
)
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from comunicados.intake.readers.failures import UnreadableFile

PAGES = 300
NO_LETTER = re.compile(r"\(cid:\d+\)")  # a sign of a font that does not say which letter it is
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
RULE = 15  # points: what is drawn shorter is part of a letter or a bullet

Rule = tuple[float, float, float]  # where it stands across its direction, where it begins, where it ends
_NO_COMMENTS = frozenset({"Link", "Widget", "Popup"})


@dataclass(frozen=True, slots=True)
class Line:
    """Points from the lower left corner of the page, as PDF counts."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    is_bold: bool

    @property
    def width(self) -> float:
        return self.right - self.left

    def shares_row(self, other: "Line") -> bool:
        overlap = min(self.top, other.top) - max(self.bottom, other.bottom)
        return overlap > 0.5 * min(self.top - self.bottom, other.top - other.bottom)

    def joined(self, other: "Line") -> "Line":
        """This line with another that goes on to its right."""
        return replace(self, text=f"{self.text} {other.text}", right=other.right)


@dataclass(frozen=True, slots=True)
class Comment:
    text: str
    author: str


@dataclass
class Page:
    """Lines from top to bottom; `rules` lie flat, at a height, and `walls` stand upright."""

    number: int
    height: float
    lines: list[Line] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    walls: list[Rule] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    has_pictures: bool = False


def read_pages(data: bytes) -> Iterator[Page]:
    """The pages one by one. A document that only its owner may change is readable; one with a password is not."""
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise UnreadableFile("encrypted") from error
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams(boxes_flow=None, all_texts=True))
    interpreter = PDFPageInterpreter(resources, device)
    for number, drawn in enumerate(PDFPage.create_pages(document), 1):
        if number > PAGES:
            raise UnreadableFile("too_large")
        interpreter.process_page(drawn)
        layout = device.get_result()
        page = Page(number, layout.height, comments=list(_comments(drawn)))
        _fill(page, layout)
        yield page


def _fill(page: Page, layout: LTPage) -> None:
    """Put what is drawn on the page: rules first, because a line of text ends where one stands across it."""
    written: list[LTTextLineHorizontal] = []
    for item in _items(layout):
        if isinstance(item, LTTextLineHorizontal):
            written.append(item)
        elif isinstance(item, LTImage):
            page.has_pictures = True
        elif isinstance(item, LTCurve):
            if item.width > RULE:
                page.rules += [(height, item.x0, item.x1) for height in {round(item.y0), round(item.y1)}]
            if item.height > RULE:
                page.walls += [(at, item.y0, item.y1) for at in {round(item.x0), round(item.x1)}]
    for item in written:
        page.lines += filter(None, (_line(part, item) for part in _between_walls(item, page.walls)))
    page.lines.sort(key=lambda line: (-line.top, line.left))


def _items(container: Iterable[LTItem]) -> Iterator[LTItem]:
    for item in container:
        if isinstance(item, LTContainer) and not isinstance(item, LTTextLineHorizontal):
            yield from _items(item)
        else:
            yield item


def _between_walls(item: LTTextLineHorizontal, walls: list[Rule]) -> Iterator[list[LTText]]:
    """The letters and spaces of a line, divided where the upright rule between two cells of a table stands."""
    middle = (item.y0 + item.y1) / 2
    across = sorted(at for at, bottom, top in walls if bottom <= middle <= top and item.x0 < at < item.x1)
    part: list[LTText] = []
    last = item.x0
    for letter in item:
        if isinstance(letter, LTChar):
            if part and any(last - 1 <= at <= letter.x0 + 1 for at in across):
                yield part
                part = []
            last = letter.x1
        part.append(letter)
    yield part


def _line(part: list[LTText], whole: LTTextLineHorizontal) -> Line | None:
    letters = [letter for letter in part if isinstance(letter, LTChar) and letter.get_text().strip()]
    text = "".join(letter.get_text() for letter in part).translate(_LIGATURES).strip()
    if not letters or not text:
        return None
    fonts = [letter.fontname.lower() for letter in letters]
    return Line(
        text=text,
        left=min(letter.x0 for letter in letters),
        right=max(letter.x1 for letter in letters),
        bottom=whole.y0,
        top=whole.y1,
        size=statistics.median(letter.size for letter in letters),
        is_bold=all("bold" in font or "black" in font for font in fonts),
    )


def _comments(page: PDFPage) -> Iterator[Comment]:
    for reference in resolve1(page.annots) or []:
        annotation = resolve1(reference)
        if not isinstance(annotation, dict) or getattr(annotation.get("Subtype"), "name", "") in _NO_COMMENTS:
            continue
        text, author = (resolve1(annotation.get(key)) or b"" for key in ("Contents", "T"))
        if isinstance(text, bytes) and text:
            yield Comment(decode_text(text), decode_text(author) if isinstance(author, bytes) else "")
