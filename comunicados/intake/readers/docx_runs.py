"""The runs of one paragraph in Word: its words with their marks, and what is anchored among them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from comunicados.intake.readers.builder import Mark, Piece, Pieces
from comunicados.intake.readers.docx_styles import Styles, is_on
from comunicados.intake.readers.markup import children, first, value

_WRAPPERS = frozenset("w:hyperlink w:smartTag w:sdt w:sdtContent w:fldSimple w:bdo w:dir w:customXml".split())
_DRAWN = frozenset("w:drawing w:pict w:object mc:AlternateContent".split())
_SIGNS = {"w:tab": " ", "w:ptab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_CHANGES = {
    "w:ins": Mark.INSERTED,
    "w:moveTo": Mark.INSERTED,
    "w:del": Mark.DELETED,
    "w:moveFrom": Mark.DELETED,
}


class Runs:
    """`notes` and `comments` are identifiers, `boxes` the text boxes anchored here."""

    def __init__(self, paragraph: Element, styles: Styles) -> None:
        self.pieces: Pieces = []
        self.notes: list[tuple[str, str]] = []
        self.comments: list[str] = []
        self.boxes: list[Element] = []
        self._styles = styles
        self._fields: list[bool] = []  # of each open field: whether its instruction is still being read
        properties = first(paragraph, "w:pPr")
        self._style_hides = properties is not None and styles.is_hidden(value(properties, "w:pStyle"))
        self._walk(paragraph, Mark.PLAIN, "")

    def _walk(self, parent: Element, mark: Mark, author: str) -> None:
        for child in parent:
            if child.tag == "w:r":
                self._read_run(child, mark, author)
            elif child.tag in _CHANGES and mark is not Mark.DELETED:
                self._walk(child, _CHANGES[child.tag], child.get("w:author", ""))
            elif child.tag in _WRAPPERS or child.tag in _CHANGES:
                self._walk(child, mark, author)

    def _read_run(self, run: Element, mark: Mark, author: str) -> None:
        mark = self._mark_of(first(run, "w:rPr"), mark)
        for part in run:
            if part.tag in _DRAWN:
                self.boxes += _boxes_in(part)
            elif part.tag == "w:fldChar":
                self._turn_field(part.get("w:fldCharType"))
            elif part.tag in {"w:footnoteReference", "w:endnoteReference"}:
                self.notes.append((part.tag[2:-9], part.get("w:id", "")))
            elif part.tag == "w:commentReference":
                self.comments.append(part.get("w:id", ""))
            elif not any(self._fields) and (text := _words_of(part)):
                self.pieces.append(Piece(text, mark, author if mark in _CHANGES.values() else ""))

    def _mark_of(self, properties: Element | None, mark: Mark) -> Mark:
        if mark is Mark.DELETED:
            return mark
        style = None if properties is None else value(properties, "w:rStyle")
        if is_on(properties, "w:vanish") or self._style_hides or self._styles.is_hidden(style):
            return Mark.HIDDEN
        return Mark.STRUCK if mark is Mark.PLAIN and is_on(properties, "w:strike", "w:dstrike") else mark

    def _turn_field(self, turn: str | None) -> None:
        """A field is its instruction, which is not text, and its result, which is."""
        if turn == "begin":
            self._fields.append(True)
        elif self._fields and turn == "separate":
            self._fields[-1] = False
        elif self._fields and turn == "end":
            self._fields.pop()


def _words_of(part: Element) -> str:
    if part.tag in {"w:t", "w:delText"}:
        return part.text or ""
    return _SIGNS.get(part.tag, "")


def _boxes_in(drawn: Element) -> list[Element]:
    """The text boxes of a drawing, which is often told twice, for new programs and for old ones."""
    if drawn.tag == "mc:AlternateContent":
        told = [list(branch.iter("w:txbxContent")) for branch in drawn]
        return next((boxes for boxes in told if boxes), [])
    for alternative in drawn.iter("mc:AlternateContent"):
        return _boxes_in(alternative)
    return list(drawn.iter("w:txbxContent"))


def break_is_deleted(paragraph: Element) -> bool:
    """Whether a tracked change deletes the end of the paragraph, which joins it to the next."""
    mark = first(paragraph, "w:pPr", "w:rPr")
    return mark is not None and any(True for tag in ("w:del", "w:moveFrom") for _ in children(mark, tag))


def paragraphs_in(story: Element) -> Iterator[Element]:
    """Every paragraph, also in tables and text boxes, but not what is told a second time for old programs."""
    for child in story:
        if child.tag == "w:p":
            yield child
        if child.tag != "mc:Fallback":
            yield from paragraphs_in(child)
