"""What the public face answers as of the content clock, before anything else looks at the request."""

from collections.abc import Callable

from django.core.cache import caches
from django.db import OperationalError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control

from comunicados.public import clock
from comunicados.public.views.base import overloaded
from config.middleware import is_desk, language_of

BESIDE_THE_CLOCK = ("/archivos/", "/ministry", "/robots.txt", "/.well-known/")  # what no publication changes


class AnswersOfTheClock:
    """Reads the content clock: one query. Whoever holds the answer is told that it still holds; else it comes out of
    the cache of this clock; else it is made, and kept where its view says so.

    All headers but those of the middleware before this one are kept with an answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD") or is_desk(request) or request.path_info.startswith(BESIDE_THE_CLOCK):
            return self.get_response(request)
        try:
            now = clock.read()
        except OperationalError as error:
            with translation.override(language_of(request)):
                return overloaded(request, error)
        request.content_clock = now  # type: ignore[attr-defined]
        key = now.key_of(request.build_absolute_uri())
        etag = f'W/"{key}"'
        held: HttpResponseBase | None = get_conditional_response(request, etag=etag)
        if held is None:
            return self._answer(request, key, now)
        now.validate(held, etag)
        patch_cache_control(held, no_cache=True)
        return held

    def _answer(self, request: HttpRequest, key: str, now: clock.ContentClock) -> HttpResponseBase:
        kept: HttpResponseBase | None = caches["pages"].get(key)
        if kept is not None:  # by date alone one holds an answer that there is
            response: HttpResponseBase = get_conditional_response(
                request, last_modified=now.last_modified, response=kept
            )
            return response
        made = self.get_response(request)
        if getattr(made, "is_kept", False):
            caches["pages"].set(key, made)
        return made
