from typing import Any

from django.core.management.base import BaseCommand

from comunicados import kinds
from personas import states


class Command(BaseCommand):
    help = "Add the States, organizations, kinds, topics and reasons to begin with; change none that is there."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{states.load()} organizations added, {kinds.load()} kinds, topics and stock reasons.")
