"""The order in which the lines of a page are read: columns one after the other, tables row by row."""

import re
from dataclasses import dataclass
from enum import StrEnum

from comunicados.intake.readers.pdf_grids import NEAR, grids_of
from comunicados.intake.readers.pdf_lines import Line, Page

GUTTER = 8.0  # points between two columns, at least
WORDS_APART = 4  # times the size of the letters: what justified text may put between two words
NEARBY = 3  # times the size: how far the next row may be to tell a gutter from a gap
PROSE = 25  # characters of an average line: shorter ones are names, posts, figures
SIGNATURE = 5  # rows; a longer list in two columns is a table without rules
LABEL = re.compile(r"^(?:[•●▪◦■□‣∙·*►➢✓–—-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)])$")
_SIGNS_FOR = re.compile(r"^(?:por|for|en nombre de|on behalf of)\b", re.IGNORECASE)

Rows = list[list[Line]]
Interval = tuple[float, float]


class Layout(StrEnum):
    ONE_COLUMN = "one column"
    COLUMNS = "columns"
    SIGNATURES = "signatures"
    TABLE = "table"


@dataclass
class Region:
    """Part of a page: `columns` of lines, each read to its end; or for a table its `cells`, row by row."""

    layout: Layout
    columns: Rows
    cells: list[list[str]]


def regions_of(page: Page) -> list[Region]:
    regions: list[Region] = []
    lines = page.lines
    for grid in grids_of(page):
        inside = [line for line in lines if grid.holds(line)]
        above = [line for line in lines if line.bottom > grid.top - NEAR and line not in inside]
        regions += _free_regions(above, page)
        regions.append(Region(Layout.TABLE, [], grid.cells(inside)))
        lines = [line for line in lines if line not in inside and line not in above]
    return regions + _free_regions(lines, page)


def _free_regions(lines: list[Line], page: Page) -> list[Region]:
    """The regions of lines that no grid holds."""
    raw = _rows(lines)
    rows = [_whole_lines(row, raw[max(at - 1, 0) : at] + raw[at + 1 : at + 2]) for at, row in enumerate(raw)]
    regions: list[Region] = []
    at = 0
    while at < len(rows):
        end, columns = _extent(rows, at)
        if len(columns) > 1:
            end = _end_of_table(rows, at, end, _rules_across(rows[at:end], columns, page))
            regions.append(_region(rows[at:end], columns, page))
        elif regions and regions[-1].layout is Layout.ONE_COLUMN:
            regions[-1].columns[0] += rows[at]
        else:
            regions.append(Region(Layout.ONE_COLUMN, [list(rows[at])], []))
        at = end
    return regions


def _rows(lines: list[Line]) -> Rows:
    rows: Rows = []
    for line in lines:
        if rows and rows[-1][0].shares_row(line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _whole_lines(row: list[Line], beside: Rows) -> list[Line]:
    """A row whose gaps are no gutters made whole: a label and its words, or words that justified text drew apart."""
    joined = row[:1]
    for line in row[1:]:
        last = joined[-1]
        gap = line.left - last.right
        is_drawn_apart = gap < WORDS_APART * line.size and not any(_has_gap(last, line, other) for other in beside)
        if LABEL.match(last.text) or is_drawn_apart:
            joined[-1] = last.joined(line)
        else:
            joined.append(line)
    return joined


def _has_gap(left: Line, right: Line, row: list[Line]) -> bool:
    """Whether a row nearby leaves the same gap open between two of its lines."""
    middle = (left.right + right.left) / 2
    if abs(row[0].bottom - left.bottom) > NEARBY * left.size:
        return False
    before, after = (
        any(side(line) for line in row) for side in (lambda x: x.right <= middle, lambda x: x.left >= middle)
    )
    return before and after and not any(line.left < middle < line.right for line in row)


def _extent(rows: Rows, start: int) -> tuple[int, list[Interval]]:
    """Where the region that begins at a row ends, and its columns: it goes on while a gutter runs through."""
    columns = _merged([(line.left, line.right) for line in rows[start]])
    end = start + 1
    if len(columns) == 1 and end < len(rows) and _stands_higher(rows[start][0], rows[end]):
        columns = _merged([(line.left, line.right) for line in rows[start] + rows[end]])
    while len(columns) > 1 and end < len(rows):
        above, here = rows[end - 1][0], rows[end][0]
        wider = _merged([*columns, *((line.left, line.right) for line in rows[end])])
        stands_apart = len(rows[end]) == 1 and above.bottom - here.top > 1.2 * here.size
        if len(wider) < len(columns) or stands_apart or (len(rows[end]) == 1 and len(wider) > len(columns)):
            break
        columns, end = wider, end + 1
    return end, columns


def _stands_higher(line: Line, row: list[Line]) -> bool:
    """Whether a line is the first of the right column, set a little higher than the left one."""
    return line.bottom - row[0].top < 0.6 * line.size and any(abs(line.left - other.left) < NEAR for other in row[1:])


def _merged(intervals: list[Interval]) -> list[Interval]:
    merged: list[Interval] = []
    for left, right in sorted(intervals):
        if merged and left - merged[-1][1] < GUTTER:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _region(rows: Rows, columns: list[Interval], page: Page) -> Region:
    lines = [line for row in rows for line in row]
    stacks = [[line for line in lines if left <= line.left <= right] for left, right in columns]
    if sum(len(line.text) for line in lines) > PROSE * len(lines) and len(rows) > SIGNATURE:
        return Region(Layout.COLUMNS, stacks, [])
    rules = _rules_across(rows, columns, page)
    if len(rules) > 1:
        return Region(Layout.TABLE, [], [_cells(band, columns) for band in _bands(lines, rules)])
    signs = all(_SIGNS_FOR.match(stack[0].text) for stack in stacks)
    if signs or len(rows) <= SIGNATURE:
        return Region(Layout.SIGNATURES if len(rows) > 1 else Layout.ONE_COLUMN, stacks, [])
    return Region(Layout.TABLE, [], [_cells(row, columns) for row in _whole_rows(rows, columns)])


def _rules_across(rows: Rows, columns: list[Interval], page: Page) -> list[float]:
    """The heights of the rules that cross from the first column to the second, within or around the rows."""
    top, bottom = rows[0][0].top + 20, rows[-1][0].bottom - 20
    gutter = (columns[0][1] + columns[1][0]) / 2
    across = {height for height, left, right in page.rules if bottom <= height <= top and left <= gutter <= right}
    return sorted(across, reverse=True)


def _end_of_table(rows: Rows, start: int, end: int, rules: list[float]) -> int:
    """A short line below the last rule is no part of the table, though no column forbids it."""
    while len(rules) > 1 and end - start > 1 and len(rows[end - 1]) == 1 and rows[end - 1][0].bottom < rules[-1]:
        end -= 1
    return end


def _bands(lines: list[Line], rules: list[float]) -> Rows:
    """The lines between each two rules, which are one row however many lines its cells take."""
    bands: dict[int, list[Line]] = {}
    for line in lines:
        middle = (line.top + line.bottom) / 2
        bands.setdefault(sum(rule > middle for rule in rules), []).append(line)
    return [bands[number] for number in sorted(bands)]


def _whole_rows(rows: Rows, columns: list[Interval]) -> Rows:
    """A row with nothing in the first column goes on with the one above it."""
    whole: Rows = []
    for row in rows:
        if whole and row[0].left > columns[0][1]:
            whole[-1] = whole[-1] + row
        else:
            whole.append(list(row))
    return whole


def _cells(lines: list[Line], columns: list[Interval]) -> list[str]:
    return [" ".join(line.text for line in lines if left <= line.left <= right) for left, right in columns]
