"""What every public page is: read only, in the language of its path, asked for anew each time."""

import logging
from http import HTTPStatus
from typing import Any, ClassVar

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.views import View
from psycopg.errors import QueryCanceled
from psycopg_pool import PoolTimeout

from comunicados.public import clock
from comunicados.public.addresses import absolute
from comunicados.public.models.base import OTHER
from config.context import ministry

TOO_MUCH = (QueryCanceled, PoolTimeout)  # the limit of a statement, the wait for a connection
RETRY_AFTER = 10  # seconds

logger = logging.getLogger(__name__)


def overloaded() -> HttpResponse:
    """Asks nothing of the database: it has too much to do already."""
    return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": str(RETRY_AFTER)})


class PublicView(View):
    http_method_names: ClassVar[list[str]] = ["get", "head"]  # type: ignore[misc]
    cache_control: ClassVar[dict[str, Any]] = {"no_cache": True}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = self.answer(request, *args, **kwargs)
        except OperationalError as error:
            if not isinstance(error.__cause__, TOO_MUCH):
                raise
            logger.warning("Nobody waits that long: %s (%s)", request.get_full_path(), error)
            response = overloaded()
        patch_cache_control(response, **self.cache_control)
        return response

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super().dispatch(request, *args, **kwargs)

    @property
    def language(self) -> str:
        return str(self.request.LANGUAGE_CODE)


class ContentView(PublicView):
    """An answer made of published content, as of the content clock, which is read before it.

    Of what is asked the answer bears the clock's name, by which it is kept (see kept.py) and found to be held.
    """

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.clock = clock.of(request)
        response = super().answer(request, *args, **kwargs)
        if response.status_code == HTTPStatus.OK:
            for name, value in self.clock.validators(self.clock.key_of(clock.address_of(request.META))).items():
                response.headers[name] = value
        return response


class Page(ContentView):
    def render(
        self,
        template: str,
        context: dict[str, Any],
        *,
        address: str,
        other: str = "",
        is_translated: bool = True,
        is_indexed: bool = True,
        status: int = 200,
    ) -> HttpResponse:
        """The page at `address` (its canonical path), which is `other` in the other language.

        Search engines are told of the other language only when the page `is_translated`.
        """
        paths = {self.language: address} | ({OTHER[self.language]: other} if other and is_translated else {})
        head = {
            "canonical": absolute(self.request, address),
            "alternates": {language: absolute(self.request, path) for language, path in paths.items()},
            "is_indexed": is_indexed,
        }
        around = {
            "head": head,
            "switch": other,
            "clock": self.clock.key,
            "template": template,
            "page": self.request.resolver_match and self.request.resolver_match.url_name,
        }
        return HttpResponse(render_to_string(template, context | around | ministry(self.request)), status=status)


class Plain(PublicView):
    """A small text that is no page."""

    content_type: ClassVar[str] = "text/plain; charset=utf-8"

    def text(self) -> str:
        raise NotImplementedError

    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(self.text(), content_type=self.content_type)
