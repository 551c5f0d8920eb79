"""`make bench`: the public pages beside a constant page through the same server, and beside their bare SQL.

Each round drives, one right after the other, the constant page of the same size (with Django's default middleware and
with none), the page made anew, and the page out of the page cache. A ratio is the median of the rounds' own ratios:
whatever else the machine does meanwhile slows both sides.
"""

import argparse
import json
import os
import sys
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks.desk_pages import desk_pages, desk_report
from benchmarks.driving import Driven, pgbench, wrk
from benchmarks.servers import Server, served

OK = 200
CONSTANT = {"constant", "bare"}  # of the servers
MEMORY = 150  # megabytes of one web process
CONDITIONAL = 0.9


@dataclass
class Measured:
    name: str
    address: str
    goals: tuple[float, float]
    status: int  # of an answer made anew, in process
    size: int  # bytes
    queries: int
    queries_first: int  # of the first request of a content clock
    sql_milliseconds: int
    sql_a_second: float  # pgbench
    rounds: dict[str, list[Driven]]  # by server

    def a_second(self, server: str) -> float:
        return median(driven.a_second for driven in self.rounds[server])

    def p50(self, server: str) -> float:
        return median(driven.p50 for driven in self.rounds[server])

    def p99(self, server: str) -> float:
        return median(driven.p99 for driven in self.rounds[server])

    def ratio(self, server: str) -> float:
        pairs = zip(self.rounds[server], self.rounds["constant"], strict=True)
        return median(page.a_second / constant.a_second if constant.a_second else 0.0 for page, constant in pairs)

    def failed(self, server: str) -> int:
        return sum(driven.failed for driven in self.rounds[server])

    def failures(self) -> list[str]:
        return [f"{self.name}, {server}: {count:,}" for server in self.rounds if (count := self.failed(server))]

    def missed(self) -> list[str]:
        both = zip(("anew", "cached"), self.goals, strict=True)
        missed = [f"{self.name}, {server}" for server, goal in both if self.ratio(server) < goal]
        return missed + [f"{self.name}, answer {self.status}"] * (self.status != OK)


def main() -> None:
    options = _options()
    os.environ["PAGE_CACHE"] = "0"  # of this process
    from benchmarks.loaded import prepare

    folder = prepare(options.size)
    measured, memory = measure(folder, seconds=options.seconds, rounds=options.rounds)
    print(report(options.size, measured, memory))
    desk = desk_pages(words_searched(measured))
    print(desk_report(desk))
    if options.json:
        pages = [asdict(page) for page in measured]
        figures = {"size": options.size, "memory": memory, "pages": pages, "desk": [asdict(page) for page in desk]}
        options.json.write_text(json.dumps(figures, indent=1))
    missed = [name for page in measured for name in page.missed()]
    if failures := [failure for page in measured for failure in page.failures()]:
        print("\nAnswers with an error: " + "; ".join(failures) + ".")
        missed.append("answers with an error")
    if max(memory.values()) >= MEMORY:
        missed.append("memory")
    print("\nMissed: " + ("; ".join(missed) or "nothing") + ".")
    sys.exit(bool(missed and options.strict))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=100_000, help="how many communiqués")
    parser.add_argument("--seconds", type=int, default=2, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--strict", action="store_true", help="fail when a target is missed")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    return parser.parse_args()


def measure(folder: Path, *, seconds: int, rounds: int) -> tuple[list[Measured], dict[str, float]]:
    """Every page type, and the memory of one web process after all of them, in megabytes."""
    from django.conf import settings

    from benchmarks.asking import asked
    from benchmarks.page_types import PageType, found_in_the_data
    from config.embedded.server import start

    types = found_in_the_data()
    requests = {page.name: asked(page.address) for page in types}
    constants = folder / "constant"
    constants.mkdir(exist_ok=True)
    for place, page in enumerate(types):
        (constants / str(place)).write_bytes(requests[page.name].content)
    (constants / str(len(types))).write_bytes(b"")
    types.append(PageType("feed, conditional", types[-1].address, (CONDITIONAL, CONDITIONAL)))

    measured = []
    with ExitStack() as running:
        start_ = running.enter_context
        pages = {"CONSTANT_PAGES": str(constants)}
        servers = {
            "constant": start_(served("benchmarks.constant", **pages, CONSTANT_MIDDLEWARE="1")),
            "bare": start_(served("benchmarks.constant", **pages, CONSTANT_MIDDLEWARE="")),
            "anew": start_(served("config.wsgi", PAGE_CACHE="0")),
            "cached": start_(served("config.wsgi", PAGE_CACHE="1")),
        }
        for name, server in servers.items():  # a worker loads the application when it begins
            _held(server.at("/0" if name in CONSTANT else types[0].address))
        reach = start(settings.EMBEDDED_DATABASE_DIR, settings.DATABASE_NAME)
        for place, page in enumerate(types):
            is_conditional = page.name == "feed, conditional"
            request = requests["feed" if is_conditional else page.name]
            statements = request.statements[:1] if is_conditional else request.statements
            measured.append(
                Measured(
                    page.name,
                    page.address,
                    page.goals,
                    request.status,
                    0 if is_conditional else len(request.content),
                    len(statements),
                    len(statements) if is_conditional else request.first,
                    request.milliseconds,
                    pgbench(statements, seconds, reach, settings.DATABASE_NAME, folder / "page.sql"),
                    _rounds(servers, page.address, place, seconds, rounds, is_conditional=is_conditional),
                )
            )
            print(f"{page.name}: {measured[-1].ratio('anew'):.2f}, {measured[-1].ratio('cached'):.2f}", flush=True)
        memory = {server: servers[server].memory() for server in ("anew", "cached")}
    return measured, memory


def words_searched(measured: list[Measured]) -> dict[str, str]:
    """The words of the two searches, by "rare" and "common"."""
    from urllib.parse import parse_qs, urlsplit

    addresses = {page.name: page.address for page in measured}
    return {word: parse_qs(urlsplit(addresses[f"search, {word} word"]).query)["q"][0] for word in ("rare", "common")}


def _rounds(
    servers: dict[str, Server], address: str, place: int, seconds: int, rounds: int, *, is_conditional: bool
) -> dict[str, list[Driven]]:
    paths = {name: f"/{place}" if name in CONSTANT else address for name in servers}
    addresses = {name: server.at(paths[name]) for name, server in servers.items()}
    ours = {"anew", "cached"} if is_conditional else set()
    headers = {name: _held(at) if name in ours else {} for name, at in addresses.items()}
    for name, at in addresses.items():
        wrk(at, 1, headers[name])
    driven: dict[str, list[Driven]] = {name: [] for name in servers}
    for _ in range(rounds):
        for name, at in addresses.items():
            driven[name].append(wrk(at, seconds, headers[name]))
    return driven


def _held(address: str) -> dict[str, str]:
    """What a reader who holds the answer asks with."""
    from urllib.error import HTTPError
    from urllib.request import urlopen

    with suppress(HTTPError), urlopen(address) as answer:  # noqa: S310
        return {"If-None-Match": answer.headers["ETag"]}
    return {}  # what is wrong with it, the rounds will count


def report(size: int, measured: list[Measured], memory: dict[str, float]) -> str:
    lines = [
        f"\n## {size:,} communiqués\n",
        "Requests a second relative to a constant page of the same size with Django's default middleware:\n",
        "| page | made anew | target | page cache | target | constant, no middleware | bare SQL |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for page in measured:
        anew, cached = (
            f"{page.ratio(server):.2f} | {goal}{' **!**' if page.ratio(server) < goal else ''}"
            for server, goal in zip(("anew", "cached"), page.goals, strict=True)
        )
        sql = f"{page.sql_a_second / max(page.a_second('constant'), 1):.1f}"
        lines.append(f"| {page.name} | {anew} | {cached} | {page.ratio('bare'):.2f} | {sql} |")
    lines += [
        "\nThe same run in figures: requests a second (p50 / p99 in ms), at 16 connections without keep-alive:\n",
        "| page | bytes | queries (first of a clock) | SQL ms | constant | made anew | page cache | bare SQL |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for page in measured:
        cells = [
            f"{page.a_second(server):,.0f} ({page.p50(server):.1f} / {page.p99(server):.1f})"
            for server in ("constant", "anew", "cached")
        ]
        lines.append(
            f"| {page.name} | {page.size:,} | {page.queries} ({page.queries_first}) | {page.sql_milliseconds:.2f} "
            f"| {' | '.join(cells)} | {page.sql_a_second:,.0f} |"
        )
    told = ", ".join(f"{megabytes:.0f} MB ({server})" for server, megabytes in memory.items())
    lines.append(f"\nMemory of one web process afterwards (PSS): {told}.")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
