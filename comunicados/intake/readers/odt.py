"""OpenDocument texts (.odt), as LibreOffice writes them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.readers.archive import Archive
from comunicados.intake.readers.builder import NOTE, Mark, Piece, Pieces, SourceBuilder, quote
from comunicados.intake.readers.failures import UnreadableFile
from comunicados.intake.readers.markup import children, first
from comunicados.intake.readers.odt_styles import DEEPEST, Changes, OdtStyles
from comunicados.intake.readers.source import BlockKind, Source
from comunicados.intake.readers.tables import Row, add_table

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_HIDDEN = frozenset({"text:hidden-text", "text:hidden-paragraph"})
_SIGNS = {"text:s": " ", "text:tab": " ", "text:line-break": "\n"}
_SKIPPED = frozenset({"text:tracked-changes", "text:sequence-decls", "text:variable-decls", "office:forms"})
_EDGES = {
    "style:header": BlockKind.HEADER,
    "style:header-left": BlockKind.HEADER,
    "style:footer": BlockKind.FOOTER,
    "style:footer-left": BlockKind.FOOTER,
    "style:footer-first": BlockKind.FOOTER,
}
_WIDEST = 63  # columns that a repeated cell may fill


def read_odt(archive: Archive, data: bytes) -> Source:
    if next(archive.xml_or_nothing("META-INF/manifest.xml").iter("manifest:encryption-data"), None) is not None:
        raise UnreadableFile("encrypted")
    content = archive.xml("content.xml")
    body = first(content, "office:body", "office:text")
    if body is None:
        raise UnreadableFile("broken")
    document = _Document(body, content, archive.xml_or_nothing("styles.xml"))
    document.read(body)
    if any(name.startswith("Basic/") for name in archive):
        document.builder.doubt(_("The document carries macros; they were not run."))
    pictures = any(name.startswith("Pictures/") for name in archive)
    return document.builder.finish(MEDIA_TYPE, data, when_empty="scanned" if pictures else "empty")


class _Document:
    def __init__(self, body: Element, content: Element, styles: Element) -> None:
        self.builder = SourceBuilder()
        self._pages = list(styles.iter("style:master-page"))
        self._styles = OdtStyles(styles, content)
        self._changes = Changes(body)
        self._insertions: list[str] = []  # those open at this point of the text
        self._pieces: Pieces = []
        self._notes: list[Element] = []
        self._comments: list[Element] = []
        self._boxes: list[Element] = []

    def read(self, body: Element) -> None:
        for page in self._pages:
            for letterhead in children(page, "style:header-first"):
                self._read_story(letterhead, "letterhead")
        self._read_story(body)
        for number, note in enumerate(self._notes, 1):
            if (inside := first(note, "text:note-body")) is not None and (text := _plain(inside)):
                kind = note.get("text:note-class", "footnote")
                self.builder.add(BlockKind.FOOTNOTE, text, f"{kind} {number}", label=f"[{number}]")
                self.builder.doubt(NOTE, place=f"{kind} {number}", words=quote(text))
        for page in self._pages:
            for edge in page:
                if edge.tag in _EDGES:
                    self.builder.add_furniture(_EDGES[edge.tag], _plain(edge), str(_EDGES[edge.tag]))

    def _read_story(self, story: Element, place: str = "") -> None:
        for element in story:
            if element.tag in _PARAGRAPHS:
                is_heading = element.tag == "text:h" or self._styles.is_title(element.get("text:style-name"))
                self._read_paragraph(element, BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH, place)
            elif element.tag == "text:list":
                self._read_list(element, element.get("text:style-name", ""), 1)
            elif element.tag == "table:table":
                add_table(self.builder, self._rows(element))
            elif element.tag.startswith("text:change"):
                self._turn_change(element)
                self.builder.add_changes(self._pieces, self.builder.next_place())
                self._pieces = []
            elif element.tag not in _SKIPPED:
                self._read_story(element, place)

    def _read_list(self, list_: Element, style: str, level: int) -> None:
        if level > DEEPEST:
            return
        goes_on = list_.get("text:continue-numbering") == "true" or list_.get("text:continue-list")
        if level == 1 and not goes_on:
            self._styles.restart(style, level)
        for item in list_:
            label = self._styles.label(style, level) if item.tag == "text:list-item" else ""
            for part in item:
                if part.tag in _PARAGRAPHS:
                    kind = BlockKind.HEADING if part.tag == "text:h" else BlockKind.LIST_ITEM
                    self._read_paragraph(part, kind, label=label)
                    label = ""
                elif part.tag == "text:list":
                    self._read_list(part, part.get("text:style-name", style), level + 1)

    def _read_paragraph(self, paragraph: Element, kind: BlockKind, place: str = "", *, label: str = "") -> None:
        where = place or self.builder.next_place()
        pieces = self._pieces_of(paragraph)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._read_story(box, f"text box at {where}")
            self.builder.doubt(
                _("A text box stands at %(place)s: check where in the order its words belong."), place=where
            )
        self.builder.add_pieces(kind, pieces, place, label=label)
        self._tell_comments(where)

    def _tell_comments(self, place: str) -> None:
        for comment in self._comments:
            creator = first(comment, "dc:creator")
            self.builder.add_comment(_plain(comment), "" if creator is None else creator.text or "", place)
        self._comments = []

    def _rows(self, table: Element) -> list[Row]:
        rows: list[Row] = []
        for row in _rows_in(table):
            cells: Row = []
            beside = 0  # cells that the one to their left covers; any other covered cell is covered from above
            for cell in row:
                if cell.tag != "table:covered-table-cell":
                    words = [self._pieces_of(p) for p in cell.iter() if p.tag in _PARAGRAPHS]
                    beside = _count(cell, "table:number-columns-spanned") - 1
                else:
                    above = rows[-1][len(cells)] if rows and len(cells) < len(rows[-1]) else []
                    words = [] if beside else above
                    beside = max(beside - 1, 0)
                cells += [words] * _count(cell, "table:number-columns-repeated")
            rows.append(cells)
        self._tell_comments(f"table {self.builder.tables + 1}")
        return rows

    def _pieces_of(self, paragraph: Element) -> Pieces:
        self._pieces = []
        self._walk(paragraph, hidden=self._styles.is_hidden(paragraph.get("text:style-name")))
        pieces, self._pieces = self._pieces, []
        return pieces

    def _walk(self, element: Element, *, hidden: bool) -> None:
        self._say(element.text, hidden=hidden)
        for child in element:
            self._read_inline(child, hidden=hidden)
            self._say(child.tail, hidden=hidden)

    def _say(self, text: str | None, *, hidden: bool) -> None:
        if not text:
            return
        if hidden:
            self._pieces.append(Piece(text, Mark.HIDDEN))
        elif self._insertions:
            self._pieces.append(Piece(text, Mark.INSERTED, self._changes.authors.get(self._insertions[-1], "")))
        else:
            self._pieces.append(Piece(text))

    def _read_inline(self, child: Element, *, hidden: bool) -> None:
        if child.tag in _SIGNS:
            self._say(_SIGNS[child.tag], hidden=hidden)
        elif child.tag.startswith("text:change"):
            self._turn_change(child)
        elif child.tag == "text:note":
            self._notes.append(child)
        elif child.tag == "office:annotation":
            self._comments.append(child)
        elif child.tag == "draw:text-box":
            self._boxes.append(child)
        else:
            hides = child.tag in _HIDDEN or self._styles.is_hidden(child.get("text:style-name"))
            self._walk(child, hidden=hidden or hides)

    def _turn_change(self, mark: Element) -> None:
        name = mark.get("text:change-id", "")
        if mark.tag == "text:change-start":
            self._insertions.append(name)
        elif mark.tag == "text:change-end" and name in self._insertions:
            self._insertions.remove(name)
        elif mark.tag == "text:change" and name in self._changes.deleted:
            deleted = self._changes.deleted[name]
            self._pieces.append(Piece(deleted, Mark.DELETED, self._changes.authors.get(name, "")))


def _count(cell: Element, attribute: str) -> int:
    count = cell.get(attribute, "1")
    return min(int(count), _WIDEST) if count.isdigit() else 1


def _rows_in(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "table:table-row":
            yield child
        elif child.tag in {"table:table-header-rows", "table:table-rows", "table:table-row-group"}:
            yield from _rows_in(child)


def _plain(story: Element) -> str:
    """The words of a note, a comment or an edge of the page."""
    return "\n".join("".join(p.itertext()) for p in story.iter() if p.tag in _PARAGRAPHS)
