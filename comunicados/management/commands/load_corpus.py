"""`manage.py load_corpus FILE`: enter an archive of JSON lines in bulk."""

import json
import os
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from comunicados.bulk.batch import Batch
from comunicados.bulk.copy import after_all_rows
from comunicados.bulk.registry import Record, Registry
from comunicados.bulk.threads import done_at_once
from comunicados.bulk.verify import discrepancies
from comunicados.models import Communique

BATCH = 1000  # communiqués in one transaction


class Command(BaseCommand):
    help = "Enter an archive of JSON lines (see comunicados/bulk) as published communiqués with their registry."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="How many batches at once.")
        parser.add_argument("--verify", type=int, default=0, metavar="N", help="Compare N of them with the verbs.")

    def handle(self, *args: Any, file: Path, threads: int, verify: int, **options: Any) -> None:
        written, read = (User.objects.get_or_create(username=name)[0] for name in ("archivo", "archivo-revision"))
        registry, entered, began = Registry(), 0, time.monotonic()

        def enter(records: list[Record]) -> int:
            Batch(registry, written=written, read=read).enter(records)
            return len(records)

        with file.open() as lines:
            batches = _batches(registry.communiques(map(json.loads, lines)))
            for count in done_at_once(batches, enter, threads):
                entered += count
                pace = entered / (time.monotonic() - began)
                self.stdout.write(f"\r{entered:,} communiqués, {pace:,.0f} a second", ending="")
                self.stdout.flush()
        self.stdout.write("")
        after_all_rows()
        if verify:
            self._verify(verify)

    def _verify(self, size: int) -> None:
        sample = Communique.objects.filter(created_by__username="archivo").order_by("?")[:size]
        found = [sentence for communique in sample for sentence in discrepancies(communique)]
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write(f"{len(sample)} compared; they are what the verbs would have written.")


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    records = iter(records)
    while batch := list(islice(records, BATCH)):
        yield batch
