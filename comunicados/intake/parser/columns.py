"""Lines set in two columns, as signatures are: the left one is read first, then the right one."""

import re
from itertools import groupby, pairwise

_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)")
NEAR = 6  # columns of letters by which the right hand lines may begin apart


def unfold_columns(lines: list[str]) -> list[str]:
    """The lines of a text, those that stand side by side one after the other. A column has two lines at least."""
    result: list[str] = []
    for is_block, block in groupby(_marked(lines), key=lambda pair: pair[0]):
        texts = [line for _, line in block]
        result += _unfolded(texts) if is_block else texts
    return result


def _marked(lines: list[str]) -> list[tuple[bool, str]]:
    """Each line, and whether it belongs to a block in columns: it has a gap, or stands between lines that do."""
    gaps = [at for at, line in enumerate(lines) if len(_GAP.findall(line.strip())) == 1]
    within: set[int] = set()
    for first, second in pairwise(gaps):
        if second - first <= 3 and abs(_right(lines[first]) - _right(lines[second])) <= NEAR:
            within.update(range(first, second + 1))
    last = -9
    for at, line in enumerate(lines):
        if at in within:
            last = at
        elif at == last + 1 and line.strip() and last in within:
            within.add(at)  # what a column goes on with beneath the shorter one
            last = at
    return [(at in within, line) for at, line in enumerate(lines)]


def _right(line: str) -> int:
    """Where the right column begins."""
    found = _GAP.search(line.rstrip(), len(line) - len(line.lstrip()))
    return found.end() if found else 0


def _unfolded(lines: list[str]) -> list[str]:
    begin = min(at for line in lines if (at := _right(line)))
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        narrow = line[begin - 2 : begin] == "  " and line[begin : begin + 1].strip()
        if cut := _right(line) or (begin if narrow else 0):
            left.append(line[:cut])
            right.append(line[cut:])
        else:
            (right if len(line) - len(line.lstrip()) >= begin - NEAR else left).append(line)
    return [*left, "", *right, ""]
