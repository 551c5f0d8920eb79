"""Which paragraph of a translation stands beside which of its source. Pure: strings in, pairs of places out."""

import re
from collections import Counter
from collections.abc import Sequence

_SIGNS = re.compile(r"\d+|[^\W\d_a-z]\w+")  # numbers and words with a capital: what a translation keeps
MOST = 10_000  # pairs that are looked at; longer texts face each other by their places
SKIP = 0.35  # what a paragraph without a counterpart is worth less than a pair that is just likely

Pairs = dict[int, int]


def facing(source: Sequence[str], target: Sequence[str]) -> Pairs:
    """For each place in `source` its place in `target`, in order; some have none where the numbers differ.

    Where there are as many of both, by their places. Else those that together are most likely translations of one
    another: of like length, with the same numbers and names.
    """
    if len(source) == len(target) or len(source) * len(target) > MOST:
        return {place: place for place in range(min(len(source), len(target)))}
    signs = [[Counter(_SIGNS.findall(text)) for text in texts] for texts in (source, target)]
    best = [[0.0] * (len(target) + 1) for _ in range(len(source) + 1)]  # what the rest from (i, j) is worth
    for i in reversed(range(len(source))):
        for j in reversed(range(len(target))):
            pair = _likelihood(source[i], target[j], signs[0][i], signs[1][j]) - SKIP
            best[i][j] = max(pair + best[i + 1][j + 1], best[i + 1][j], best[i][j + 1])
    return _walk(best)


def _likelihood(one: str, other: str, signs: Counter[str], others: Counter[str]) -> float:
    """From 0 to 2: how alike in length, and how many numbers and names they share."""
    length = min(len(one), len(other)) / max(len(one), len(other), 1)
    size = signs.total() + others.total()
    return length + (2 * (signs & others).total() / size if size else 0.0)


def _walk(best: list[list[float]]) -> Pairs:
    i = j = 0
    pairs: Pairs = {}
    while i < len(best) - 1 and j < len(best[0]) - 1:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs[i] = j
            i, j = i + 1, j + 1
    return pairs
