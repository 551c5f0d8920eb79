"""`python -m tests.documents.made` writes the documents that no editor can show, each from its text in `sources/`.

The first line of a source says what it becomes (`as: docx`). A line is a paragraph; before it may stand `=`
(headline), `~` (subheadline), `-` (list item), `|` (table row), `||` (side by side, without lines), `>>`
(running head).
`⏎` in a paragraph is where a page must end.
"""

import datetime
import io
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
from docx.document import Document
from odf.opendocument import OpenDocumentText
from odf.text import H, List, ListItem
from odf.text import P as Paragraph

from tests.intake.readers.made import Paper

HERE = Path(__file__).parent
_MARKS = ("||", ">>", "=", "~", "-", "|")
Line = tuple[str, str]


def main() -> None:
    for source in sources():
        name, data = made(source)
        (source.parent.parent / name).write_bytes(data)


def sources() -> list[Path]:
    return sorted(HERE.glob("*/sources/*.txt"))


def made(source: Path) -> tuple[str, bytes]:
    """The name and the bytes of the document that a source makes."""
    first, _, text = source.read_text("utf-8").partition("\n")
    form = first.removeprefix("as: ")
    if form in _DOCUMENTS:
        return f"{source.stem}.{form}", _DOCUMENTS[form](list(_lines(text)))
    return f"{source.stem}.txt", _encoded(text, form)


def _encoded(text: str, encoding: str) -> bytes:
    if encoding == "decomposed":
        return unicodedata.normalize("NFD", text).encode("utf-8")
    return text.replace("\n", "\r\n").encode(encoding)  # as an old editor on Windows saves it


def _lines(text: str) -> Iterator[Line]:
    """Each line of a source as its mark, perhaps empty, and the words after it."""
    for line in text.splitlines():
        mark = next((mark for mark in _MARKS if line.startswith(f"{mark} ")), "")
        yield mark, line.removeprefix(mark).strip()


def _cells(mark: str, words: str) -> list[str]:
    return [cell.strip() for cell in (words.removesuffix("|") if mark == "|" else words).split(mark)]


def _docx(lines: list[Line]) -> bytes:
    document, before = docx.Document(), ""
    for mark, words in lines:
        if mark in ("|", "||"):
            _word_row(document, _cells(mark, words), lined=mark == "|", new=mark != before)
        elif mark == ">>":
            document.sections[0].header.paragraphs[0].text = words
        else:
            styles = {"=": "Heading 1", "~": "Subtitle", "-": "List Bullet"}
            document.add_paragraph(words, style=styles.get(mark, "Normal"))
        before = mark
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _word_row(document: Document, cells: list[str], *, lined: bool, new: bool) -> None:
    if new:
        document.add_table(0, len(cells), style="Table Grid" if lined else None)
    for cell, words in zip(document.tables[-1].add_row().cells, cells, strict=True):
        cell.text = words


def _odt(lines: list[Line]) -> bytes:
    document, before = OpenDocumentText(), ""
    for mark, words in lines:
        if mark == "-":
            if before != mark:
                document.text.addElement(items := List())
            item = ListItem()
            item.addElement(Paragraph(text=words))
            items.addElement(item)
        elif mark == "=":
            document.text.addElement(H(outlinelevel=1, text=words))
        else:
            document.text.addElement(Paragraph(text=words))
        before = mark
    file = io.BytesIO()
    document.write(file)
    return file.getvalue()


def _pdf(lines: list[Line]) -> bytes:
    paper = Paper(head=next((words for mark, words in lines if mark == ">>"), ""), numbered=True)
    paper.set_creation_date(datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC))
    for mark, words in lines:
        if mark == "=":
            paper.headline(words)
        elif mark == "||":
            for column, cell in enumerate(_cells(mark, words)):
                paper.text(20 + 90 * column, paper.get_y() + 5, cell)
            paper.ln(6)
        elif "⏎" in words:
            _say_over_two_pages(paper, words)
        elif mark != ">>":
            paper.say(words)
    return paper.data()


def _say_over_two_pages(paper: Paper, words: str) -> None:
    """Moves the paragraph so low that its page ends at the mark, which must be the end of a line."""
    before = words.partition("⏎")[0].strip()
    lines = paper.multi_cell(0, 5, words.replace("⏎", ""), dry_run=True, output="LINES", align="L")
    ends = [" ".join(line.strip() for line in lines[: number + 1]) for number in range(len(lines))]
    if before not in ends:
        raise ValueError(f"No line ends at the mark: {lines}")
    paper.set_y(paper.page_break_trigger - 5 * (ends.index(before) + 1) - 0.1)
    paper.say(words.replace("⏎", ""))


_DOCUMENTS: dict[str, Callable[[list[Line]], bytes]] = {"docx": _docx, "odt": _odt, "pdf": _pdf}

if __name__ == "__main__":
    main()
