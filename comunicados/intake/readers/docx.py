"""Word documents (.docx, .docm, .dotx), their XML read without Word's own reading of it."""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.readers.archive import Archive
from comunicados.intake.readers.builder import NOTE, Pieces, SourceBuilder, accepted, quote
from comunicados.intake.readers.docx_runs import Runs, break_is_deleted, paragraphs_in
from comunicados.intake.readers.docx_styles import Numbering, Styles
from comunicados.intake.readers.failures import UnreadableFile
from comunicados.intake.readers.markup import children, first, value
from comunicados.intake.readers.source import BlockKind, Source
from comunicados.intake.readers.tables import Cell, Row, add_table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml", "macroEnabledTemplate.main+xml")
_MAIN_WITH_MACROS = "ms-word.document.macroEnabled.main+xml"
_WRAPPERS = frozenset("w:sdt w:sdtContent w:customXml w:ins w:moveTo".split())


def main_part(archive: Archive) -> str | None:
    """The name of the part with the text, or None when the archive is no Word document."""
    if "[Content_Types].xml" not in archive:
        return None
    for part in children(archive.xml("[Content_Types].xml"), "types:Override"):
        if part.get("ContentType", "").endswith((*_MAIN, _MAIN_WITH_MACROS)):
            return part.get("PartName", "").lstrip("/")
    return None


def read_docx(archive: Archive, data: bytes) -> Source:
    main = main_part(archive)
    body = None if main is None else first(archive.xml(main), "w:body")
    if main is None or body is None:
        raise UnreadableFile("broken")
    document = _Document(archive, main)
    document.read(body)
    pictures = any("/media/" in name for name in archive)
    return document.builder.finish(MEDIA_TYPE, data, when_empty="scanned" if pictures else "empty")


class _Document:
    def __init__(self, archive: Archive, main: str) -> None:
        self.builder = SourceBuilder()
        self._archive = archive
        self._folder = posixpath.dirname(main)
        self._relations = self._read_relations(main)
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"))
        self._comments = {comment.get("w:id"): comment for comment in self._part("comments")}
        self._notes = {
            (kind, note.get("w:id")): note for kind in ("footnote", "endnote") for note in self._part(f"{kind}s")
        }
        self._cited: list[tuple[str, str]] = []
        self._waiting: Pieces = []  # of a paragraph whose end a tracked change deletes

    def _read_relations(self, main: str) -> list[Element]:
        folder, name = posixpath.split(main)
        return list(self._archive.xml_or_nothing(posixpath.join(folder, "_rels", f"{name}.rels")))

    def _target(self, relation: Element) -> str:
        target = relation.get("Target", "")
        return posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")

    def _part(self, kind: str) -> Element:
        """The part of that kind, or an empty element when the document has none."""
        for relation in self._relations:
            if relation.get("Type", "").endswith(f"/{kind}"):
                return self._archive.xml_or_nothing(self._target(relation))
        return Element("nothing")

    def read(self, body: Element) -> None:
        sections = list(body.iter("w:sectPr"))
        if sections and first(sections[0], "w:titlePg") is not None:
            self._read_edges(sections[0], "w:headerReference", only_first=True)
        self._read_story(body)
        if self._waiting:
            self._add(BlockKind.PARAGRAPH, [])
        self._read_notes()
        for section in sections:
            self._read_edges(section, "w:headerReference")
            self._read_edges(section, "w:footerReference")
        if any(name.endswith("vbaProject.bin") for name in self._archive):
            self.builder.doubt(_("The document carries macros; they were not run."))

    def _read_story(self, story: Element, place: str = "") -> None:
        for element in story:
            if element.tag == "w:p":
                self._read_paragraph(element, place)
            elif element.tag == "w:tbl":
                add_table(self.builder, self._rows(element))
            elif element.tag in _WRAPPERS:
                self._read_story(element, place)
            elif element.tag == "w:altChunk":
                self.builder.doubt(
                    _("A document within the document, before %(place)s, was left out."),
                    place=self.builder.next_place(),
                )

    def _read_paragraph(self, paragraph: Element, place: str) -> None:
        runs = Runs(paragraph, self._styles)
        where = place or self.builder.next_place()
        for box in runs.boxes:
            self._read_story(box, f"text box at {where}")
            self.builder.doubt(
                _("A text box stands at %(place)s: check where in the order its words belong."), place=where
            )
        properties = first(paragraph, "w:pPr")
        kind, label = BlockKind.PARAGRAPH, ""
        if properties is not None and accepted(runs.pieces):
            kind, label = self._kind_and_label(properties)
        self._cited += runs.notes
        if break_is_deleted(paragraph):
            self._waiting += runs.pieces
            sentence = _("Tracked change in %(place)s: its end was deleted; it is joined to the next paragraph.")
            self.builder.doubt(sentence, place=where)
        else:
            self._add(kind, runs.pieces, place, label)
        for comment in runs.comments:
            self._add_comment(comment, where)

    def _add(self, kind: BlockKind, pieces: Pieces, place: str = "", label: str = "") -> None:
        pieces, self._waiting = self._waiting + pieces, []
        self.builder.add_pieces(kind, pieces, place, label=label)

    def _kind_and_label(self, properties: Element) -> tuple[BlockKind, str]:
        numbering = self._styles.numbering(properties)
        label = self._numbering.label(*numbering) if numbering else ""
        if self._styles.is_heading(properties):
            return BlockKind.HEADING, label
        return (BlockKind.LIST_ITEM if numbering else BlockKind.PARAGRAPH), label

    def _add_comment(self, comment_id: str, place: str) -> None:
        comment = self._comments.get(comment_id)
        if comment is not None:
            self.builder.add_comment(self._plain(comment), comment.get("w:author", ""), place)

    def _plain(self, story: Element) -> str:
        return "\n".join(accepted(Runs(paragraph, self._styles).pieces) for paragraph in paragraphs_in(story))

    def _rows(self, table: Element) -> list[Row]:
        """The rows, a cell that was merged with the one above it repeating its words."""
        rows: list[Row] = []
        for row in _direct(table, "w:tr"):
            cells: Row = []
            for cell in _direct(row, "w:tc"):
                merge = first(cell, "w:tcPr", "w:vMerge")
                goes_on = merge is not None and merge.get("w:val", "continue") == "continue"
                column = len(cells)
                above = rows[-1][column] if goes_on and rows and column < len(rows[-1]) else None
                cells.append(self._cell(cell) if above is None else above)
                cells += [[] for _ in range(_span(cell) - 1)]
            rows.append(cells)
        return rows

    def _cell(self, cell: Element) -> Cell:
        place = f"table {self.builder.tables + 1}"
        paragraphs: Cell = []
        for paragraph in paragraphs_in(cell):
            runs = Runs(paragraph, self._styles)
            paragraphs.append(runs.pieces)
            self._cited += runs.notes
            for comment in runs.comments:
                self._add_comment(comment, place)
        return paragraphs

    def _read_notes(self) -> None:
        for number, (kind, note_id) in enumerate(self._cited, 1):
            note = self._notes.get((kind, note_id))
            if note is not None and (text := self._plain(note)):
                self.builder.add(BlockKind.FOOTNOTE, text, f"{kind} {number}", label=f"[{number}]")
                self.builder.doubt(NOTE, place=f"{kind} {number}", words=quote(text))

    def _read_edges(self, section: Element, tag: str, *, only_first: bool = False) -> None:
        """Headers or footers. The header of a first page that differs is a letterhead, which belongs to the text."""
        for reference in children(section, tag):
            is_first = reference.get("w:type") == "first"
            part = self._by_id(reference.get("r:id"))
            kind = BlockKind.HEADER if tag == "w:headerReference" else BlockKind.FOOTER
            if only_first and is_first:
                for paragraph in paragraphs_in(part):
                    self._read_paragraph(paragraph, "letterhead")
            elif not only_first and not (is_first and kind is BlockKind.HEADER):
                self.builder.add_furniture(kind, self._plain(part), str(kind))

    def _by_id(self, relation_id: str | None) -> Element:
        for relation in self._relations:
            if relation.get("Id") == relation_id:
                return self._archive.xml_or_nothing(self._target(relation))
        return Element("nothing")


def _span(cell: Element) -> int:
    """How many columns a cell takes; a table in Word has at most 63."""
    span = value(cell, "w:tcPr", "w:gridSpan") or "1"
    return min(int(span), 63) if span.isdigit() else 1


def _direct(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, wrapped or not, but not those of a table within."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _direct(child, tag)
