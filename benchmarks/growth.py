"""`make bench-growth`: the public pages at several sizes, as one table and one chart, docs/growth.svg.

Each size is a run of benchmarks.pages in a process of its own, on the corpus under var/bench; what it found is kept
there as figures.json, and not measured again unless asked (--anew).
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from math import nan
from pathlib import Path
from typing import Any

CHART = Path("docs", "growth.svg")
OK = 200
LIMIT = 1.3  # p50 at the largest size, of that at the smallest
WIDTH, LEFT, TOP, ROW = 760, 190, 40, 26
COLOURS = ("#9aa5b1", "#52606d", "#6b1530")

Figures = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--anew", action="store_true", help="measure also what was measured before")
    parser.add_argument("--seconds", default="2")
    parser.add_argument("--rounds", default="3")
    parser.add_argument(
        "--strict", action="store_true", help="fail when an answer is an error or a page outgrows LIMIT"
    )
    options = parser.parse_args()
    found = [_figures(size, options) for size in options.sizes]
    print(table(found))
    print(desk_table(found))
    CHART.write_text(chart(found))
    print(f"\nDrawn in {CHART}.")
    wrong = failures(found) + [pages[0]["name"] for pages in _by_page(found) if growth(pages) > LIMIT]
    print("\nWrong: " + ("; ".join(wrong) or "nothing") + ".")
    sys.exit(bool(wrong and options.strict))


def _figures(size: int, options: argparse.Namespace) -> Figures:
    file = Path("var", "bench", str(size), "figures.json")
    if options.anew or not file.exists():
        command = [sys.executable, "-m", "benchmarks.pages", "--size", str(size), "--json", str(file)]
        command += ["--seconds", options.seconds, "--rounds", options.rounds]
        subprocess.run(command, check=True)  # noqa: S603
    figures: Figures = json.loads(file.read_text())
    return figures


def p50(page: Figures, server: str = "anew") -> float:
    """Milliseconds, relative to those of a constant page in the same run: the machine's own pace is left out."""
    median = sorted(driven["p50"] for driven in page["rounds"][server])
    return median[len(median) // 2]


def relative(page: Figures) -> float:
    return p50(page) / (p50(page, "constant") or nan)


def growth(pages: list[Figures]) -> float:
    """Not a number where nothing was answered at one of the sizes."""
    smallest, largest = relative(pages[0]), relative(pages[-1])
    return largest / smallest if smallest and largest else nan


def failures(found: list[Figures]) -> list[str]:
    """What answered with an error, and how often."""
    return [
        f"{figures['size']:,}, {page['name']}, {server}: {count:,} answers with an error"
        for figures in found
        for page in figures["pages"]
        for server, rounds in page["rounds"].items()
        if (count := sum(driven["failed"] for driven in rounds))
    ] + [
        f"{figures['size']:,}, {page['name']}: answer {page['status']}"
        for figures in found
        for page in figures["pages"] + figures["desk"]
        if page["status"] != OK
    ]


def table(found: list[Figures]) -> str:
    what = "p50 of a page made anew, as a multiple of a constant page's in the same run, and its queries:"
    lines = _heading(what, found)
    for pages in _by_page(found):
        mark = " **!**" if growth(pages) > LIMIT else ""
        cells = " | ".join(_cell(page) for page in pages)
        lines.append(f"| {pages[0]['name']} | {cells} | {growth(pages):.2f}{mark} | {_queries(pages)} |")
    memory = ", ".join(f"{figures['memory']['anew']:.0f} MB" for figures in found)
    lines.append(f"\nMemory of one web process (PSS): {memory}.")
    return "\n".join(lines)


def _heading(what: str, found: list[Figures]) -> list[str]:
    sizes = [f"{figures['size']:,}" for figures in found]
    columns = f"| page | {' | '.join(sizes)} | largest / smallest | queries |"
    return [f"{what}\n", columns, f"|---|{'--:|' * (len(sizes) + 2)}"]


def _queries(pages: Iterable[Figures]) -> str:
    return " / ".join(dict.fromkeys(str(page["queries"]) for page in pages))


def _cell(page: Figures) -> str:
    failed = sum(driven["failed"] for driven in page["rounds"]["anew"])
    return f"{relative(page):.1f}" + (f" **({failed:,} errors)**" if failed else "")


def desk_table(found: list[Figures]) -> str:
    lines = _heading("\nThe desk's pages, in process, in milliseconds:", found)
    for pages in zip(*(figures["desk"] for figures in found), strict=True):
        times = [page["milliseconds"] for page in pages]
        cells = " | ".join(
            f"{page['milliseconds']:.0f}" + (f" **(answer {page['status']})**" if page["status"] != OK else "")
            for page in pages
        )
        lines.append(f"| {pages[0]['name']} | {cells} | {times[-1] / times[0]:.1f} | {_queries(pages)} |")
    return "\n".join(lines)


def _by_page(found: list[Figures]) -> list[list[Figures]]:
    return [list(pages) for pages in zip(*(figures["pages"] for figures in found), strict=True)]


def chart(found: list[Figures]) -> str:
    """A bar for each size under each page's name."""
    by_page = _by_page(found)
    most = max(relative(page) for pages in by_page for page in pages)
    height = TOP + len(by_page) * ROW * 1.3 + 10
    bar = ROW / len(found)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img"'
        ' font-family="sans-serif" font-size="12" fill="#52606d">',
        "<title>p50 of each page as a multiple of a constant page, at each size of the archive</title>",
    ]
    for place, figures in enumerate(found):
        x = LEFT + place * 150
        parts.append(f'<rect x="{x}" y="12" width="10" height="10" fill="{COLOURS[place % 3]}"/>')
        parts.append(f'<text x="{x + 15}" y="21">{figures["size"]:,}</text>')
    for row, pages in enumerate(by_page):
        y = TOP + row * ROW * 1.3
        parts.append(f'<text x="{LEFT - 8}" y="{y + ROW / 2 + 4:.0f}" text-anchor="end">{pages[0]["name"]}</text>')
        for place, page in enumerate(pages):
            width = (WIDTH - LEFT - 50) * relative(page) / most
            top = y + place * bar
            size = f'width="{width:.1f}" height="{bar - 1:.1f}"'
            parts.append(f'<rect x="{LEFT}" y="{top:.1f}" {size} fill="{COLOURS[place % 3]}"/>')
            parts.append(
                f'<text x="{LEFT + width + 4:.1f}" y="{top + bar - 1:.1f}" font-size="9">{relative(page):.1f}</text>'
            )
    return "\n".join([*parts, "</svg>\n"])


if __name__ == "__main__":
    main()
