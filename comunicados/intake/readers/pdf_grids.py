"""Tables with rules around their cells: where the rules stand says what is a cell, however its words are set."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from comunicados.intake.readers.pdf_lines import Line, Page, Rule

NEAR = 3.0  # points within which two rules are one
FRAME = 0.8  # of the height of the page: a taller rule frames the page
COLUMN = 12.0  # points that a column measures at least


@dataclass(frozen=True, slots=True)
class Grid:
    """`upright` are the places of the upright rules from the left, `flat` those of the flat ones from the top."""

    top: float
    bottom: float
    upright: list[float]
    flat: list[float]

    def holds(self, line: Line) -> bool:
        middle = (line.top + line.bottom) / 2
        return self.bottom < middle < self.top and self.upright[0] - NEAR < line.left < self.upright[-1]

    def cells(self, lines: list[Line]) -> list[list[str]]:
        """The words of each cell, row by row; rows without any are left out."""
        width, height = len(self.upright) - 1, len(self.flat) + 1
        cells: list[list[list[str]]] = [[[] for _ in range(width)] for _ in range(height)]
        for line in sorted(lines, key=lambda line: (-line.top, line.left)):
            row = sum(flat > (line.top + line.bottom) / 2 for flat in self.flat)
            column = sum(upright <= line.left + NEAR for upright in self.upright) - 1
            cells[row][min(max(column, 0), width - 1)].append(line.text)
        return [[" ".join(words) for words in row] for row in cells if any(row)]


def grids_of(page: Page) -> list[Grid]:
    """The grids of a page from its top. A frame without columns is none."""
    grids: list[Grid] = []
    for walls in _stacks([wall for wall in page.walls if wall[2] - wall[1] < FRAME * page.height]):
        bottom, top = min(wall[1] for wall in walls), max(wall[2] for wall in walls)
        upright = _distinct(wall[0] for wall in walls)
        flat = _distinct(
            height
            for height, left, right in page.rules
            if bottom - NEAR <= height <= top + NEAR and left < upright[-1] and right > upright[0]
        )
        if len(upright) > 2 and min(b - a for a, b in pairwise(upright)) > COLUMN:
            grids.append(Grid(top, bottom, upright, flat[::-1]))
    return grids


def _stacks(walls: list[Rule]) -> list[list[Rule]]:
    """Upright rules that overlap or touch in height, from the top of the page."""
    stacks: list[list[Rule]] = []
    lowest = 0.0
    for wall in sorted(walls, key=lambda wall: -wall[2]):
        if stacks and wall[2] >= lowest - NEAR:
            stacks[-1].append(wall)
            lowest = min(lowest, wall[1])
        else:
            stacks.append([wall])
            lowest = wall[1]
    return stacks


def _distinct(places: Iterable[float]) -> list[float]:
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct or place - distinct[-1] > NEAR:
            distinct.append(place)
    return distinct
