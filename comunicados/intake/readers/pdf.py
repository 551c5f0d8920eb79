"""PDF: text in reading order, what the pages add to it taken away. Pictures of text are not read."""

from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.readers.builder import SourceBuilder, quote
from comunicados.intake.readers.failures import UnreadableFile
from comunicados.intake.readers.pdf_columns import Layout, Region, regions_of
from comunicados.intake.readers.pdf_furniture import Furniture, take_furniture
from comunicados.intake.readers.pdf_lines import NO_LETTER, Line, Page, read_pages
from comunicados.intake.readers.pdf_paragraphs import Joiner, Paragraph, Typesetting
from comunicados.intake.readers.source import BlockKind, Source

MEDIA_TYPE = "application/pdf"
_BULLETS = "•●▪◦■□‣∙·*►➢✓–—-"


def read_pdf(data: bytes) -> Source:
    pages = list(read_pages(data))
    pictures = any(page.has_pictures for page in pages)
    _refuse_without_letters(pages)
    builder = SourceBuilder()
    furniture = take_furniture(pages)
    text = _Text(builder, Typesetting.of([line for page in pages for line in page.lines]))
    for page in pages:
        if page.has_pictures and not page.lines and len(pages) > 1:
            builder.doubt(_("Page %(page)s is a picture without text, and was not read."), page=str(page.number))
        text.add_page(page)
    text.finish()
    _add_edges(builder, furniture, pages)
    return builder.finish(MEDIA_TYPE, data, when_empty="scanned" if pictures else "empty")


def _refuse_without_letters(pages: list[Page]) -> None:
    """Fonts that do not say their letters give signs without meaning, which is as good as a picture."""
    text = "".join(line.text for page in pages for line in page.lines)
    signs = len(NO_LETTER.findall(text))
    if signs and signs > len(NO_LETTER.sub("", text)) / 5:
        raise UnreadableFile("scanned")


class _Text:
    """Paragraphs wait here until it is known whether the next column or page goes on with them."""

    def __init__(self, builder: SourceBuilder, typesetting: Typesetting) -> None:
        self._builder = builder
        self._joiner = Joiner(typesetting)
        self._right = typesetting.right
        self._waiting: Paragraph | None = None
        self._count = 0  # of the paragraphs of this page

    def add_page(self, page: Page) -> None:
        self._count = 0
        for region in regions_of(page):
            self._tell_layout(region, page)
            if region.layout is Layout.TABLE:
                self._add_table(region, page)
            for lines in region.columns:
                if region.layout is Layout.SIGNATURES:
                    self._add_signature(lines, page)
                else:
                    edge = self._right if region.layout is Layout.ONE_COLUMN else None
                    self._add_column(self._joiner.paragraphs(lines, f"page {page.number}", edge))

    def _add_column(self, paragraphs: list[Paragraph]) -> None:
        for number, paragraph in enumerate(paragraphs):
            healed = self._joiner.heal(self._waiting, paragraph) if self._waiting and not number else None
            if healed is None:
                self._release()
            self._waiting = healed or self._placed(paragraph)

    def _add_signature(self, lines: list[Line], page: Page) -> None:
        self._release()
        text = "\n".join(line.text for line in lines)
        self._waiting = self._placed(Paragraph(text, BlockKind.PARAGRAPH, f"page {page.number}"))
        self._release()

    def _placed(self, paragraph: Paragraph) -> Paragraph:
        self._count += 1
        place = f"{paragraph.place}, paragraph {self._count}"
        return Paragraph(paragraph.text, paragraph.kind, place, paragraph.label, paragraph.goes_on)

    def _release(self) -> None:
        if self._waiting:
            kept = self._waiting
            label = "" if kept.label in _BULLETS else kept.label
            self._builder.add(kept.kind, kept.text, kept.place, label=label)
            self._waiting = None

    def _add_table(self, region: Region, page: Page) -> None:
        self._release()
        self._builder.tables += 1
        for number, cells in enumerate(region.cells, 1):
            place = f"page {page.number}, table {self._builder.tables}, row {number}"
            self._builder.add(BlockKind.TABLE_ROW, " ".join(cells), place, cells=cells)

    def _tell_layout(self, region: Region, page: Page) -> None:
        if region.layout is Layout.COLUMNS:
            sentence = _("Page %(page)s is set in %(number)s columns, read one after the other.")
            self._builder.doubt(sentence, page=str(page.number), number=str(len(region.columns)))
        elif region.layout is Layout.SIGNATURES:
            words = quote(" / ".join(column[0].text for column in region.columns))
            sentence = _("Page %(page)s has names side by side, read column by column: “%(words)s”.")
            self._builder.doubt(sentence, page=str(page.number), words=words)

    def finish(self) -> None:
        self._release()
        if self._joiner.joined:
            words = quote(", ".join(dict.fromkeys(self._joiner.joined)))
            self._builder.doubt(_("Words divided at the end of a line were joined: %(words)s."), words=words)


def _add_edges(builder: SourceBuilder, furniture: Furniture, pages: list[Page]) -> None:
    for kind, line, page in furniture:
        builder.add_furniture(kind, line.text, f"{kind} of page {page.number}")
    for page in pages:
        for comment in page.comments:
            builder.add_comment(comment.text, comment.author, f"page {page.number}")
    if any(NO_LETTER.search(block.text) for block in builder.blocks):
        builder.doubt(_("Some signs of the PDF do not say which letter they are: look for “(cid:…)”."))
