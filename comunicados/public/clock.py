"""The content clock: when did anything public last change? One query, before the content of an answer is read.

Whoever holds an answer of the same clock, for the same address, holds the current one, on whatever node it was made.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from django.conf import settings
from django.db import connections, router
from django.utils import timezone

from comunicados.public import branding
from comunicados.public.models import Publication

LOOKS = ("templates", "static", "locale", "comunicados/public")


@dataclass(frozen=True)
class ContentClock:
    tick: int  # raised at the commit of every change
    boundary: dt.datetime | None  # the latest moment, already past, at which a text began or ended by itself
    now: dt.datetime
    changed_at: dt.datetime  # the moment of the last tick

    @property
    def today(self) -> dt.date:
        """The date where the ministry is."""
        return timezone.localtime(self.now).date()

    @property
    def midnight(self) -> dt.datetime:
        """At which today began where the ministry is."""
        return timezone.make_aware(dt.datetime.combine(self.today, dt.time()))

    @property
    def last_change(self) -> dt.datetime:
        return max(self.changed_at, self.boundary or self.midnight, self.midnight)

    @property
    def is_settled(self) -> bool:
        """Whether the second of the last change is over: dates in headers have no fractions, and would not tell what
        still changes within it from what was sent."""
        return self.last_change < self.now.replace(microsecond=0)

    @cached_property
    def key(self) -> str:
        """The name of all that can be read until the clock moves: equal on every node of one build."""
        parts = (build_digest(), str(self.tick), str(self.boundary), str(self.today))
        return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]

    def key_of(self, address: str) -> str:
        """The name of the answer at `address` (absolute, with its query) as of this clock."""
        return f"{self.key}-{hashlib.sha256(address.encode()).hexdigest()[:24]}"


def read() -> ContentClock:
    """Read the clock on the connection that the content will be read on."""
    connection = connections[router.db_for_read(Publication)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT tick, boundary, now, changed_at FROM published_clock")
        return ContentClock(*cursor.fetchone())


@cache
def build_digest() -> str:
    """What an answer is made with besides the content: templates, styles, messages, code, settings."""
    digest = hashlib.sha256()
    for name in sorted(name for name in dir(settings) if name.startswith(("MINISTRY_", "SITE_"))):
        digest.update(f"{name}={getattr(settings, name)}".encode())
    for path in branding.files():
        digest.update(branding.read(path))
    for folder in LOOKS:
        for file in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if file.is_file() and file.suffix in {".html", ".css", ".mo", ".py", ".xml", ".txt"}:
                digest.update(file.read_bytes())
    return digest.hexdigest()
