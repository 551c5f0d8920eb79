"""From a PDF to the lines on its pages, each with its place and the size of its letters."""

import io
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTContainer, LTCurve, LTImage, LTItem, LTTextLineHorizontal
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from comunicados.intake.readers.failures import UnreadableFile

PAGES = 300
NO_LETTER = re.compile(r"\(cid:\d+\)")  # a sign of a font that does not say which letter it is
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
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
    """Lines from top to bottom; `rules` are the heights at which horizontal rules are drawn, with their ends."""

    number: int
    height: float
    lines: list[Line] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
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
        _collect(layout, page)
        page.lines.sort(key=lambda line: (-line.top, line.left))
        yield page


def _collect(item: LTItem, page: Page) -> None:
    if isinstance(item, LTTextLineHorizontal):
        if line := _line(item):
            page.lines.append(line)
    elif isinstance(item, LTContainer):
        for inner in item:
            _collect(inner, page)
    elif isinstance(item, LTImage):
        page.has_pictures = True
    elif isinstance(item, LTCurve) and item.width > 20:
        page.rules += [(height, item.x0, item.x1) for height in {round(item.y0), round(item.y1)}]


def _line(item: LTTextLineHorizontal) -> Line | None:
    letters = [letter for letter in item if isinstance(letter, LTChar) and letter.get_text().strip()]
    text = "".join(_LIGATURES.get(letter, letter) for letter in item.get_text()).strip()
    if not letters or not text:
        return None
    size = statistics.median(letter.size for letter in letters)
    bold = sum("bold" in letter.fontname.lower() or "black" in letter.fontname.lower() for letter in letters)
    return Line(
        text=text,
        left=min(letter.x0 for letter in letters),
        right=max(letter.x1 for letter in letters),
        bottom=item.y0,
        top=item.y1,
        size=size,
        is_bold=bold == len(letters),
    )


def _comments(page: PDFPage) -> Iterator[Comment]:
    for reference in resolve1(page.annots) or []:
        annotation = resolve1(reference)
        if not isinstance(annotation, dict) or getattr(annotation.get("Subtype"), "name", "") in _NO_COMMENTS:
            continue
        text, author = (resolve1(annotation.get(key)) or b"" for key in ("Contents", "T"))
        if isinstance(text, bytes) and text:
            yield Comment(decode_text(text), decode_text(author) if isinstance(author, bytes) else "")
