"""`manage.py import_communique FILE…`: communiqués in whatever form become drafts on the desk, or an archive."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from comunicados.exceptions import Refusal
from comunicados.intake import archive, telling
from comunicados.intake.draft import make_draft
from comunicados.intake.files import files_of
from comunicados.intake.report import Report
from comunicados.intake.run import Enter, Outcome, Result, run
from comunicados.intake.telling import Tell
from comunicados.management.progress import Progress

INTERRUPTED = 130  # as shells say it


class Command(BaseCommand):
    help = (
        "Bring in communiqués from documents, texts or mails: find what each says, and make a draft of it, or an"
        " entry of the archive. What was brought in before is skipped, so the command can be given again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="A file, a folder or a pattern.")
        parser.add_argument("--by", metavar="USERNAME", help="Who brings them in; by default the only administrator.")
        parser.add_argument("--archive", action="store_true", help="Publish them as old communiqués, by their date.")
        parser.add_argument("--approved-by", metavar="USERNAME", help="With --archive: the second person.")
        parser.add_argument("--add-people", action="store_true", help="Enter people whom the registry does not know.")
        parser.add_argument("--writers", type=int, default=1, metavar="N", help="Enter so many at once.")
        parser.add_argument("--dry-run", action="store_true", help="Only show what was found; write nothing.")
        parser.add_argument("--json", action="store_true", help="Show one JSON object, or a line for each file.")
        parser.add_argument("--report", type=Path, metavar="FILE", help="Write each file and doubt into a CSV table.")

    def handle(self, *args: Any, files: list[str], report: Path | None, **options: Any) -> None:
        paths = files_of(files)
        is_alone = files == [str(path) for path in paths] and len(paths) == 1
        enter = None if options["dry_run"] else self._enter(options)
        with Report(report) as told:
            try:
                outcomes = run(paths, enter, options["writers"])
                for outcome in self._bring_in(outcomes, len(paths), _tell(is_alone, **options)):
                    told.add(outcome)
            except KeyboardInterrupt:
                self._summarize(told, **options)
                self.stderr.write("Interrupted. Give the same command again, and it goes on where it stopped.")
                sys.exit(INTERRUPTED)
        if not is_alone:
            self._summarize(told, **options)
        elif outcome.result is Result.FAILED:
            raise CommandError(f"{outcome.file}: {outcome.why}")
        if failed := told.results[Result.FAILED]:
            raise CommandError(f"{failed:,} of {len(paths):,} files failed.")

    def _bring_in(self, outcomes: Iterator[Outcome], number: int, tell: Tell | None) -> Iterator[Outcome]:
        progress = Progress(number, sys.stderr)
        for outcome in outcomes:
            progress.clear()
            for text in tell(outcome) if tell else ():
                self.stdout.write(text)
            yield outcome
            progress.step()
        progress.clear()

    def _summarize(self, report: Report, *, json: bool, **options: Any) -> None:
        for text in report.summary():
            (self.stderr if json else self.stdout).write(text)

    def _enter(self, options: dict[str, Any]) -> Enter:
        """What is to be done with each text."""
        by, add_people = self._user(options["by"]), options["add_people"]
        if not options["archive"]:
            return partial(make_draft, by=by, add_people=add_people)
        if not options["approved_by"]:
            raise CommandError("Say who the second person is that has read them: --approved-by USERNAME.")
        signed = archive.Signatures(written=by, read=self._user(options["approved_by"]))
        try:
            signed.check()
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        return partial(archive.enter, signed=signed, add_people=add_people)

    def _user(self, username: str | None) -> User:
        if username:
            found = User.objects.filter(username=username, is_active=True)
        else:
            found = User.objects.filter(is_superuser=True, is_active=True)
        if len(users := list(found[:2])) != 1:
            raise CommandError(
                f"There is no user {username!r}." if username else "Say who brings them in: --by USERNAME."
            )
        return users[0]


def _tell(is_alone: bool, *, json: bool, verbosity: int, **options: Any) -> Tell | None:
    if is_alone:
        return telling.as_object if json else telling.in_full
    if json:
        return telling.as_line
    return telling.in_lines if verbosity else None
