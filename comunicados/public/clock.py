"""The content clock: when did anything public last change? One query, before the content of an answer is read.

Whoever holds an answer of the same clock, for the same address, holds the current one, on whatever node it was made.
A clock stands still until the tick is raised or a moment comes that it names: until then one row says that it does.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.db import connections, router
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import http_date

from comunicados.public import branding
from comunicados.public.models import Publication
from comunicados.public.once import kept, once, once_each

READ = "voceria.clock"  # in the environ of a request: the clock that was read for it
T = TypeVar("T")
LOOKS = ("templates", "static", "locale", "comunicados/public")


@dataclass(frozen=True)
class ContentClock:
    tick: int  # raised at the commit of every change
    boundary: dt.datetime | None  # the latest moment, already past, at which a text began or ended by itself
    now: dt.datetime  # when it was read
    changed_at: dt.datetime  # the moment of the last tick
    next_boundary: dt.datetime | None  # the first moment to come at which a text begins or ends by itself

    @cached_property
    def today(self) -> dt.date:
        """The date where the ministry is."""
        return timezone.localtime(self.now).date()

    @cached_property
    def midnight(self) -> dt.datetime:
        """At which today began where the ministry is."""
        return _midnight(self.today)

    @cached_property
    def last_change(self) -> dt.datetime:
        return max(self.changed_at, self.boundary or self.midnight, self.midnight)

    @property
    def is_settled(self) -> bool:
        """Whether the second of the last change is over: dates in headers have no fractions, and would not tell what
        still changes within it from what was sent."""
        return self.last_change < self.now.replace(microsecond=0)

    @cached_property
    def _ends(self) -> dt.datetime:
        tomorrow = _midnight(self.today + dt.timedelta(days=1))
        return min(self.next_boundary or tomorrow, tomorrow)

    def stands(self, tick: int, now: dt.datetime) -> bool:
        """Whether it is still the same one. Clocks of computers are put back, too."""
        return self.tick == tick and self.last_change <= now < self._ends

    @cached_property
    def key(self) -> str:
        """The name of all that can be read until the clock moves: equal on every node of one build."""
        parts = (build_digest(), str(self.tick), str(self.boundary), str(self.today))
        return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]

    def key_of(self, address: str) -> str:
        """The name of the answer at `address` (absolute, with its query) as of this clock."""
        return f"{self.key}-{hashlib.sha256(address.encode()).hexdigest()[:24]}"

    def keep(self, name: str, make: Callable[[], T]) -> T:
        """What `make()` returns, made once for this clock."""
        return once(self.key, name, make)

    def keep_each(self, name: str, ids: Sequence[int], make: Callable[[list[int]], dict[int, str]]) -> list[str]:
        """A text for each id, in their order, made once for this clock; `make` is asked for all that are missing."""
        return once_each(self.key, name, ids, make)

    def kept(self, name: str) -> Any:
        """What `keep` made for this clock before; None where it did not."""
        return kept(self.key, name)

    def etag(self, key: str) -> str:
        return f'W/"{key}"'

    def validators(self, key: str) -> dict[str, str]:
        """The headers that say of the answer called `key` that it is the one of this clock."""
        return {"ETag": self.etag(key), **({"Last-Modified": self._last_modified} if self.is_settled else {})}

    @cached_property
    def _last_modified(self) -> str:
        return http_date(self.last_change.timestamp())

    def is_not_after(self, moment: int | None) -> bool:
        """Whether all has been as it is since that moment, in seconds since 1970."""
        return moment is not None and self.is_settled and int(self.last_change.timestamp()) <= moment


def address_of(environ: Mapping[str, Any]) -> str:
    """What was asked for, as it was written: scheme, host, path and query."""
    names = ("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "SERVER_NAME", "PATH_INFO", "QUERY_STRING")
    return repr([environ.get(name) for name in names])


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


_last: ContentClock | None = None  # that this process read


def read() -> ContentClock:
    """The clock, read on the connection that the content will be read on."""
    last = _last
    if last and last.is_settled and last.stands(*_asked("tick, now")):
        return last
    return read_whole()


def of(request: HttpRequest) -> ContentClock:
    """The clock that was read for a request, or is read now."""
    return request.META.get(READ) or read()


def read_whole() -> ContentClock:
    """The same without regard to what this process knows: a look at an index for each kind of boundary."""
    global _last
    _last = ContentClock(*_asked("tick, boundary, now, changed_at, next_boundary"))
    return _last


def _asked(columns: str) -> tuple[Any, ...]:
    with connections[router.db_for_read(Publication)].cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM published_clock")  # noqa: S608
        row: tuple[Any, ...] = cursor.fetchone()
        return row


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
