"""The door, what robots may read, the ministry's look, security.txt, and the answers to what goes wrong."""

from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.cache import cache_control
from django.views.decorators.vary import vary_on_headers

from comunicados.addresses import LISTS
from comunicados.public import branding, clock
from comunicados.public.addresses import absolute
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
        return f"User-agent: *\nDisallow: /admin/\n\nSitemap: {absolute(self.request, reverse('sitemap'))}\n"


# What the ministry's settings make or name stands at an address that carries its digest.
FOR_EVER = {"public": True, "max_age": 31_536_000, "immutable": True}


class MinistryStyle(Plain):
    """Its colours, and its own style sheet of variables."""

    cache_control = FOR_EVER
    content_type = "text/css; charset=utf-8"

    def text(self) -> str:
        return branding.stylesheet()


class MinistryLogo(PublicView):
    """For light paper or for dark, where the settings name one."""

    cache_control = FOR_EVER

    def get(self, request: HttpRequest, scheme: str) -> HttpResponse:
        path = settings.MINISTRY_LOGO_DARK if scheme == "-dark" else settings.MINISTRY_LOGO
        if not path:
            raise Http404("The settings name no such logo.")
        return HttpResponse(branding.read(path), content_type=branding.LOGOS[Path(path).suffix])


class SecurityTxt(Plain):
    """RFC 9116: whom to tell of a weakness. None without a contact, none after it has expired."""

    def text(self) -> str:
        expires = settings.SECURITY_EXPIRES
        if not settings.SECURITY_CONTACT or not expires or clock.read_whole().now >= expires:
            raise Http404("The settings name no contact, or their day is over.")
        lines = [
            *(f"Contact: {contact}" for contact in settings.SECURITY_CONTACT),
            f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
            *([f"Policy: {settings.SECURITY_POLICY}"] if settings.SECURITY_POLICY else []),
            "Preferred-Languages: es, en",
            f"Canonical: {absolute(self.request, self.request.path_info)}",
        ]
        return "\n".join(lines) + "\n"


# What goes wrong, in the language of the path


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _failure(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _failure(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Its foot leads to the ministry's pages, as every other does; without a database it does without."""
    try:
        return _failure(request, 404, clock=clock.of(request).key)
    except DatabaseError:
        return _failure(request, 404)


@cache_control(no_cache=True)
def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the request or the database: it was one of them that failed."""
    return HttpResponse(render_to_string("500.html"), status=500)


@cache_control(no_cache=True)
def _failure(request: HttpRequest, status: int, **context: str) -> HttpResponse:
    return render(request, f"{status}.html", context, status=status)
