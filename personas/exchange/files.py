"""CSV as spreadsheets write and read it: bytes to cells and back, without a meaning yet."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from personas.exceptions import Refusal

LIMIT = 1_000_000  # bytes
LINES = 5_000
DELIMITERS = ",;\t"
FORMULA = re.compile("'*[=+\\-@＝＋－＠\t\r\n]")  # how a cell begins that a spreadsheet might compute
GUARDED = re.compile("''*[=+\\-@＝＋－＠\t\r\n]")


class FileRefused(Refusal):
    sentence = _("This is no CSV file that can be read.")


TOO_LARGE = _("The file is larger than 1 MB or has more than 5,000 lines. Bring it in in parts.")
NOT_UTF8 = _("The file is not in UTF-8. Save it as “CSV UTF-8”.")
NO_HEADER = _("The first line has to name the columns.")
BROKEN = _("Line %(line)s cannot be read: a quotation mark is not closed, or a character is none.")
TOO_MANY_CELLS = _("Line %(line)s has more cells than the first line has columns.")


@dataclass(frozen=True)
class Line:
    number: int  # of the file's line on which it begins
    cells: dict[str, str]


def guard(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would compute; `unguard` takes it away again."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    return cell[1:] if GUARDED.match(cell) else cell


def write(header: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """A line at a time, with the mark by which spreadsheets know UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    yield codecs.BOM_UTF8
    writer.writerow(header)
    yield _emptied(buffer)
    for cells in rows:
        writer.writerow([guard(cell) for cell in cells])
        yield _emptied(buffer)


def _emptied(buffer: io.StringIO) -> bytes:
    written = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return written


def decode(data: bytes) -> str:
    if len(data) > LIMIT:
        raise FileRefused(TOO_LARGE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(NOT_UTF8) from error


def read(text: str) -> tuple[list[str], list[Line]]:
    """The names of the columns, and the lines that are not empty. Raises FileRefused."""
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names: list[str] = []
    lines: list[Line] = []
    begins = 1
    try:
        for row in reader:
            cells = [unguard(cell) for cell in row]
            if not names:
                names = [cell.strip().lower() for cell in cells]
            elif any(cell.strip() for cell in cells):
                lines.append(_line(begins, names, cells))
            if len(lines) > LINES:
                raise FileRefused(TOO_LARGE)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise FileRefused(BROKEN % {"line": begins}) from error
    if "\x00" in text:
        raise FileRefused(BROKEN % {"line": text[: text.index("\x00")].count("\n") + 1})
    if not any(names):
        raise FileRefused(NO_HEADER)
    return names, lines


def _line(number: int, names: list[str], cells: list[str]) -> Line:
    if any(cell.strip() for cell in cells[len(names) :]):
        raise FileRefused(TOO_MANY_CELLS % {"line": number})
    cells += [""] * (len(names) - len(cells))
    return Line(number, dict(zip(names, cells, strict=False)))
