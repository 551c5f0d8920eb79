"""The door, what robots may read, the ministry's colours, and the answers to what goes wrong."""

import hashlib

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.cache import cache_control
from django.views.decorators.vary import vary_on_headers

from comunicados.addresses import LISTS
from comunicados.public.views.base import Plain, PublicView


@method_decorator(vary_on_headers("Accept-Language"), name="dispatch")
class Door(PublicView):
    """The one address that chooses a language by what the reader's browser prefers."""

    def get(self, request: HttpRequest) -> HttpResponseRedirect:
        for tag, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
            if (language := tag.partition("-")[0]) in LISTS:
                return redirect(LISTS[language])
        return redirect(LISTS[settings.LANGUAGE_CODE])


class EnglishDoor(PublicView):
    def get(self, request: HttpRequest) -> HttpResponseRedirect:
        return redirect(LISTS["en"])


class Robots(Plain):
    def text(self) -> str:
        return "User-agent: *\nDisallow: /admin/\n"


def ministry_colours() -> str:
    """The settings that the style sheet names as `--ministry` and `--ministry-dark`."""
    return f":root{{--ministry:{settings.MINISTRY_COLOUR};--ministry-dark:{settings.MINISTRY_COLOUR_DARK}}}\n"


def ministry_digest() -> str:
    return hashlib.sha256(ministry_colours().encode()).hexdigest()[:12]


class Colours(Plain):
    """A style sheet of one rule. Its address carries its digest, so it is kept for ever."""

    cache_control = {"public": True, "max_age": 31_536_000, "immutable": True}
    content_type = "text/css; charset=utf-8"

    def text(self) -> str:
        return ministry_colours()


# What goes wrong, in the language of the path


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _failure(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _failure(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _failure(request, 404)


@cache_control(no_cache=True)
def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the request or the database: it was one of them that failed."""
    return HttpResponse(render_to_string("500.html"), status=500)


@cache_control(no_cache=True)
def _failure(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, f"{status}.html", status=status)
