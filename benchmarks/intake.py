"""`make bench-intake`: how long a document takes to the screen, and an archive into the database.

It makes its own files, and a database of its own that it takes away again.
"""

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
FILES = 1000
DOCUMENTS = 20
WRITERS = 2
OTHER_PEOPLE = 1000  # in the registry, and in none of the texts
SECONDS_FOR_A_DOCUMENT, SECONDS_FOR_THE_ARCHIVE = 2, 60


def main() -> None:
    django.setup()
    with _database(), tempfile.TemporaryDirectory() as folder:
        _register()
        is_quick = [_document(Path(folder)), _archive(Path(folder) / "archive")]
        _many(Path(folder) / "document.docx")
    sys.exit(not all(is_quick))


@contextmanager
def _database() -> Iterator[None]:
    from django.test.utils import setup_databases, teardown_databases

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(databases, verbosity=0)


def _register() -> None:
    """A registry in which every second of those who appear is known, among many others."""
    from django.contrib.auth.models import Group, User
    from django.core.management import call_command

    from benchmarks.archive import people
    from personas.models import Person

    call_command("load_basics", stdout=io.StringIO())
    names = [name for name, _ in people()[::2]] + [f"Persona Número {place}" for place in range(OTHER_PEOPLE)]
    for name in names:
        Person.objects.create(name_es=name, sort_name=name)
    for username, role in (("redaccion", "writer"), ("publicacion", "publisher")):
        User.objects.create(username=username).groups.add(Group.objects.get(name=role))


def _document(folder: Path) -> bool:
    """Ten pages read in a process of their own, parsed, matched with the registry and made a draft."""
    from benchmarks.document import write
    from comunicados.intake.parser import parse
    from comunicados.intake.readers import read_file_safely

    path = write(folder / "document.docx")
    source = read_file_safely(path)
    parsed = parse(source.text())
    laps = {
        "read": _seconds(lambda: read_file_safely(path)),
        "parsed": _seconds(lambda: parse(source.text())),
        "matched and written": _seconds(lambda: _draft(parsed)),
    }
    told = f"a .docx of ten pages ({len(source.text().split()):,} words, {len(parsed.participants)} people)"
    is_quick = _tell(told, sum(laps.values()), SECONDS_FOR_A_DOCUMENT)
    print("    " + ", ".join(f"{name} in {seconds:.2f} s" for name, seconds in laps.items()))
    return is_quick


def _draft(parsed: object) -> None:
    from django.contrib.auth.models import User
    from django.db import transaction

    from comunicados.intake.draft import make_draft

    with transaction.atomic():
        make_draft(parsed, by=User.objects.get(username="redaccion"))
        transaction.set_rollback(True)


def _archive(folder: Path) -> bool:
    """Text files entered by the command itself, then given to it once more."""
    from django.core.management import call_command

    from benchmarks.archive import write
    from comunicados.models import Publication

    write(folder, FILES)

    def enter() -> None:
        signed = {"by": "redaccion", "approved_by": "publicacion", "archive": True, "add_people": True}
        call_command("import_communique", str(folder), verbosity=0, stdout=io.StringIO(), writers=WRITERS, **signed)

    took = _seconds(enter, times=1)
    if (entered := Publication.objects.count()) != FILES:
        sys.exit(f"{entered:,} of {FILES:,} files were entered.")
    told = f"{FILES:,} text files entered as an archive by {WRITERS} writers"
    is_quick = _tell(told, took, SECONDS_FOR_THE_ARCHIVE)
    print(
        f"    {1000 * took / FILES:.0f} ms each; the same files once more, skipped: {_seconds(enter, times=1):.1f} s"
    )
    return is_quick


def _many(path: Path) -> None:
    """What it saves to fork a process for each file instead of starting one."""
    from comunicados.intake.readers import read_file_safely
    from comunicados.intake.readers.many import Readers

    started = _seconds(lambda: read_file_safely(path), DOCUMENTS)
    with Readers() as ask:
        forked = _seconds(lambda: read_file_safely(path, ask=ask), DOCUMENTS)
    print(f"the same .docx, one of many: read in {1000 * forked:.0f} ms, {started / forked:.1f} times as quick")


def _seconds(work: Callable[[], object], times: int = 5) -> float:
    laps = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        laps.append(time.perf_counter() - began)
    return median(laps)


def _tell(what: str, took: float, limit: float) -> bool:
    print(f"{what}: {took:.2f} s, {took / limit:.0%} of the {limit} s that it may take")
    return took <= limit


if __name__ == "__main__":
    main()
