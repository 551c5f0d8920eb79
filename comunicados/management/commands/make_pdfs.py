"""`manage.py make_pdfs`: the PDFs that are missing, made here and now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from comunicados import printing
from comunicados.models.publication_pdf import wanting


class Command(BaseCommand):
    help = "Make the PDF of each publication that has none, the newest first; Ctrl-C stops, the next call goes on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--archive", action="store_true", help="those of archive entries too")

    def handle(self, *args: Any, archive: bool, **options: Any) -> None:
        if why_not := printing.why_not():
            raise CommandError(why_not)
        missing = wanting() if archive else wanting().filter(is_archive=False)
        made = [pk for pk in list(missing.values_list("pk", flat=True)) if printing.make(pk)]
        self.stdout.write(f"{len(made)} PDFs made.")
