"""Tables: facts in rows stay rows; a table that only lays out columns is read column by column."""

import re

from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.readers.builder import Pieces, SourceBuilder, accepted
from comunicados.intake.readers.source import BlockKind

Cell = list[Pieces]  # its paragraphs
Row = list[Cell]
_SIGNS_FOR = re.compile(r"^(?:por|for|en nombre de|en representaci[oó]n de|on behalf of)\b", re.IGNORECASE)


def add_table(builder: SourceBuilder, rows: list[Row]) -> None:
    """Add a table's words. A row of which a cell has several lines was made for its columns, not for its row."""
    builder.tables += 1
    name = f"table {builder.tables}"
    if _is_signatures(rows):
        _doubt_columns(builder, name)
        for column in range(len(rows[0])):
            for number, row in enumerate(rows, 1):
                if column < len(row):
                    _add_paragraphs(builder, row[column], f"{name}, row {number}, column {column + 1}")
        return
    for number, row in enumerate(rows, 1):
        place = f"{name}, row {number}"
        filled = [cell for cell in row if _lines(cell)]
        if len(filled) > 1 and all(len(_lines(cell)) == 1 for cell in filled):
            _add_row(builder, row, place)
            continue
        if len(filled) > 1:
            _doubt_columns(builder, name)
        for column, cell in enumerate(row, 1):
            _add_paragraphs(builder, cell, f"{place}, column {column}" if len(row) > 1 else place)


def _lines(cell: Cell) -> list[str]:
    return [line for pieces in cell for line in accepted(pieces).split("\n") if line]


def _is_signatures(rows: list[Row]) -> bool:
    """Whether each column is the signature of one party: "Por México" beside "Por Brasil"."""
    heads = ["".join(_lines(cell)[:1]) for cell in rows[0]] if rows else []
    return len(heads) > 1 and len(rows) > 1 and all(_SIGNS_FOR.match(head) for head in heads)


def _doubt_columns(builder: SourceBuilder, name: str) -> None:
    builder.doubt(_("The columns of %(place)s are read one after the other: check who belongs to what."), place=name)


def _add_row(builder: SourceBuilder, row: Row, place: str) -> None:
    cells = [" ".join(_lines(cell)) for cell in row]
    builder.add(BlockKind.TABLE_ROW, " ".join(cells), place, cells=cells)
    for cell in row:
        for pieces in cell:
            builder.add_changes(pieces, place)


def _add_paragraphs(builder: SourceBuilder, cell: Cell, place: str) -> None:
    for pieces in cell:
        builder.add_pieces(BlockKind.PARAGRAPH, pieces, place)
