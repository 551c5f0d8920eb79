"""What recurs at the edges of the pages: running heads, running feet and page numbers."""

import re
from collections import Counter, defaultdict

from comunicados.intake.readers.pdf_lines import Line, Page
from comunicados.intake.readers.source import BlockKind

SAME_HEIGHT = 4  # points
DEPTH = 4  # lines from the edge in which something may recur
_NUMBER = re.compile(
    r"^\W{0,4}(?:(?:p[aá]gina|page|p[aá]g\.?|p\.)\s{0,3})?(?P<number>\d{1,3})(?:\s{0,3}(?:de|of|/)\s{0,3}\d{1,3})?\W{0,4}$",
    re.IGNORECASE,
)
Furniture = list[tuple[BlockKind, Line, Page]]


def take_furniture(pages: list[Page]) -> Furniture:
    """Take the recurring lines off the pages, from the edge inwards up to the first line that does not recur."""
    recurring = _recurring(pages)
    taken: Furniture = []
    for page in pages:
        for kind in (BlockKind.HEADER, BlockKind.FOOTER):
            for line in _edge(page, kind):
                if not (_shape(line) in recurring or _is_page_number(line, page)):
                    break
                taken.append((kind, line, page))
                page.lines.remove(line)
    return taken


def _recurring(pages: list[Page]) -> set[str]:
    """What stands at an edge of several pages, at the same height, and nowhere else."""
    seen: dict[str, dict[int, float]] = defaultdict(dict)
    times: Counter[str] = Counter(_shape(line) for page in pages for line in page.lines)
    for page in pages:
        for kind in (BlockKind.HEADER, BlockKind.FOOTER):
            for line in _edge(page, kind):
                seen[_shape(line)][page.number] = line.bottom
    often = max(2, len(pages) / 3)
    return {
        shape
        for shape, heights in seen.items()
        if times[shape] == len(heights) >= often and max(heights.values()) - min(heights.values()) < SAME_HEIGHT
    }


def _edge(page: Page, kind: BlockKind) -> list[Line]:
    """The outermost lines of that edge, none of them past the middle of the page."""
    lines = page.lines[:DEPTH] if kind is BlockKind.HEADER else page.lines[: -DEPTH - 1 : -1]
    middle = page.height / 2
    return [line for line in lines if (line.bottom > middle) is (kind is BlockKind.HEADER)]


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()).casefold())


def _is_page_number(line: Line, page: Page) -> bool:
    match = _NUMBER.match(line.text)
    return match is not None and (int(match["number"]) == page.number or not line.text[0].isdigit())
