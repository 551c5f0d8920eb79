"""The answers that are kept as of the content clock, given before Django looks at the request."""

from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse

from django.core.cache import caches
from django.db import InterfaceError, OperationalError
from django.utils.http import parse_etags, parse_http_date_safe

from comunicados.public import clock
from comunicados.public.clock import ContentClock

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Application = Callable[[Environ, StartResponse], Any]  # an HTTP response of Django's

BESIDE_THE_CLOCK = ("/admin/", "/i18n/", "/static/", "/archivos/")  # what no publication changes
UNUSUAL = {"HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"}  # conditions of those who write
MOST_BYTES = 500_000  # of what is kept; a sitemap may be megabytes, for readers who come once a day


class KeptAnswers:
    """WSGI middleware around Django. The content clock is read first: one query.

    Whoever holds the answer of this clock is told that it still holds; else it comes out of the cache of this clock;
    else a view makes it, which reads the content on the same connection, and it is kept.
    """

    def __init__(self, django: Application) -> None:
        self.django = django

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        is_read = environ["REQUEST_METHOD"] in ("GET", "HEAD") and not UNUSUAL & environ.keys()
        if not is_read or environ["PATH_INFO"].startswith(BESIDE_THE_CLOCK):
            return self.django(environ, start_response)
        try:
            now = clock.read()
        except (OperationalError, InterfaceError):  # the view asks once more, and says what is wrong
            return self.django(environ, start_response)
        key = now.key_of(clock.address_of(environ))
        if now.etag(key) in parse_etags(environ.get("HTTP_IF_NONE_MATCH", "")):
            return _not_modified(now, key, start_response)
        if kept := caches["pages"].get(key):
            return _given(now, key, kept, environ, start_response)
        return self._made(now, key, environ, start_response)

    def _made(self, now: ContentClock, key: str, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        told: list[tuple[str, Headers]] = []

        def begin(status: str, headers: Headers, _error: Any = None) -> Callable[[bytes], object]:
            told.append((status, headers))
            return bytes  # Django writes nothing by itself

        answer = self.django(environ | {clock.READ: now}, begin)
        [(status, headers)] = told
        start_response(status, headers)
        if not status.startswith("200 ") or ("ETag", now.etag(key)) not in headers:
            return answer
        body = b"".join(answer)
        answer.close()
        if len(body) <= MOST_BYTES:
            validators = now.validators(key).keys()
            caches["pages"].set(key, ([(name, value) for name, value in headers if name not in validators], body))
        return [body]


def _given(
    now: ContentClock, key: str, kept: tuple[Headers, bytes], environ: Environ, start_response: StartResponse
) -> Iterable[bytes]:
    headers, body = kept
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    if since and "HTTP_IF_NONE_MATCH" not in environ and now.is_not_after(parse_http_date_safe(since)):
        return _not_modified(now, key, start_response)
    start_response("200 OK", [*headers, *now.validators(key).items()])
    return [body] if environ["REQUEST_METHOD"] == "GET" else []


def _not_modified(now: ContentClock, key: str, start_response: StartResponse) -> Iterable[bytes]:
    start_response("304 Not Modified", [("Cache-Control", "no-cache"), *now.validators(key).items()])
    return []
