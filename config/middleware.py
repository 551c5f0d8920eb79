"""What differs between the two faces, the public site and the desk: the language, the policy, bad requests."""

from collections.abc import Callable
from functools import cache
from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import translation

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def is_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(("/admin/", "/i18n/"))


def language_of(request: HttpRequest) -> str:
    """The desk speaks the language that its user chose (Spanish by default); the public site that of the path."""
    if is_desk(request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return "en" if request.path_info == "/en" or request.path_info.startswith("/en/") else "es"


class OfTheDesk:
    """Before a middleware of Django's: the public face, which has no user and keeps no session, passes it by."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        through: Any = super()
        response: HttpResponseBase = through.__call__(request) if is_desk(request) else self.get_response(request)  # type: ignore[attr-defined]
        return response


class DeskSession(OfTheDesk, SessionMiddleware):
    pass


class DeskUser(OfTheDesk, AuthenticationMiddleware):
    pass


class DeskMessages(OfTheDesk, MessageMiddleware):
    pass


class DeskCsrf(OfTheDesk, CsrfViewMiddleware):
    """The public face answers GET and HEAD alone."""

    def process_view(self, request: HttpRequest, *view: Any) -> Any:
        return super().process_view(request, *view) if is_desk(request) else None


class FaceLanguage:
    """Django's own LocaleMiddleware would add `Vary: Accept-Language` at the unprefixed root."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with translation.override(language_of(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "es")
            return response


class RefuseControlCharacters:
    """PostgreSQL stores no NUL; an address that carries one is refused before it can become an error."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address holds a NUL.")
        return self.get_response(request)


class ContentSecurityPolicy(CSPMiddleware):
    """django-csp on the desk; on the public face one stricter policy, the same for every page."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if is_desk(request):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, _public_policy())
        return response


@cache
def _public_policy() -> str:
    return build_policy(config=settings.PUBLIC_CONTENT_SECURITY_POLICY)
