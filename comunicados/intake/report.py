"""What became of many files: counts, doubts by sentence, and a table of every doubt with its file and place."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from django.utils.translation import gettext as _

from comunicados.intake.run import Outcome, Result
from comunicados.intake.sentences import in_words
from comunicados.intake.telling import name_of

COLUMNS = ("file", "result", "communique", "paragraph", "about", "sentence")
_WORD = re.compile(r"%\(\w+\)s")
OFTEN = 20  # kinds of doubt that the summary names


class Report:
    """`with Report(path) as report: report.add(outcome)`: what was added is in the table, whatever comes next."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.results: Counter[Result] = Counter()
        self.doubts: Counter[str] = Counter()

    def __enter__(self) -> Self:
        if self.path:
            self._file = self.path.open("w", newline="", encoding="utf-8-sig")  # spreadsheets look for the mark
            self._table = csv.writer(self._file)
            self._table.writerow(COLUMNS)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        if self.path:
            self._file.close()

    def add(self, outcome: Outcome) -> None:
        self.results[outcome.result] += 1
        self.doubts.update(_(doubt.sentence) for doubt in outcome.doubts)
        if self.path:
            pk = outcome.communique or ""
            self._table.writerow([outcome.file, outcome.result, pk, "", "", outcome.why])
            self._table.writerows(
                [outcome.file, "doubt", pk, outcome.place_of(doubt) or "", doubt.about or "", in_words(doubt)]
                for doubt in outcome.doubts
            )

    def summary(self) -> Iterator[str]:
        """The counts, then how often each kind of doubt arose, the most frequent first."""
        yield ", ".join(f"{self.results[result]:,} {name_of(result)}" for result in Result if self.results[result])
        often = self.doubts.most_common(OFTEN)
        for sentence, count in often:
            yield f"{count:>7,} × {_WORD.sub('…', sentence)}"
        if rest := self.doubts.total() - sum(count for _sentence, count in often):
            yield f"{rest:>7,} × …"
