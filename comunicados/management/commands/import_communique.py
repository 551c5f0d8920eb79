"""`manage.py import_communique FILE`: a communiqué in whatever form becomes a draft on the desk."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from comunicados.intake.draft import make_draft
from comunicados.intake.parsed import ParsedCommunique
from comunicados.intake.parser import parse
from comunicados.intake.readers import UnreadableFile, read_file_safely


class Command(BaseCommand):
    help = "Bring in a communiqué from a document, a text or a mail: find what it says, and make a draft."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--by", metavar="USERNAME", help="Whose draft it is; by default the only administrator's."
        )
        parser.add_argument("--add-people", action="store_true", help="Enter people whom the registry does not know.")
        parser.add_argument("--dry-run", action="store_true", help="Only show what was found; write nothing.")
        parser.add_argument("--json", action="store_true", help="Show it as one JSON object.")

    def handle(self, *args: Any, file: Path, dry_run: bool, **options: Any) -> None:
        parsed = self._parse(file)
        if options["json"]:
            self.stdout.write(json.dumps(parsed.as_json(), ensure_ascii=False, indent=2))
        elif dry_run:
            self._show(parsed)
        if dry_run:
            return
        try:
            draft = make_draft(parsed, by=self._author(options["by"]), add_people=options["add_people"])
        except LookupError as error:
            raise CommandError(str(error)) from error
        if not options["json"]:
            for doubt in draft.doubts:
                self.stdout.write(f"? {doubt}")
            self.stdout.write(f"/admin/comunicados/communique/{draft.communique.pk}/change/")

    def _parse(self, file: Path) -> ParsedCommunique:
        try:
            source = read_file_safely(file)
        except (OSError, UnreadableFile) as error:
            raise CommandError(f"{file}: {error}") from error
        parsed = parse(source.text())
        return replace(parsed, doubts=(*source.doubts, *parsed.doubts))

    def _author(self, username: str | None) -> User:
        if username:
            found = User.objects.filter(username=username, is_active=True)
        else:
            found = User.objects.filter(is_superuser=True, is_active=True)
        if len(users := list(found[:2])) != 1:
            raise CommandError(
                f"There is no user {username!r}." if username else "Say whose draft it is: --by USERNAME."
            )
        return users[0]

    def _show(self, parsed: ParsedCommunique) -> None:
        for name in ("language", "kind", "number", "date", "place", "title"):
            self.stdout.write(f"{name:<10} {getattr(parsed, name) or '–'}")
        for participant in parsed.participants:
            facts = (participant.relation, participant.name, participant.title, participant.side)
            self.stdout.write("  ".join(fact or "–" for fact in facts))
        for doubt in parsed.doubts:
            self.stdout.write(f"? {doubt}")
