"""Nothing typed is lost: a form that comes back without a session, or with an old token, is held to be sent again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from comunicados.desk.bring_in.upload import limit

ENDED = _("Your session has ended. What you typed is held here: sign in, come back to this page, and send it again.")
OLD_PAGE = _("The page was opened before you signed in. What you typed is held here: send it again.")
TOO_LONG = _("The text is longer than any communiqué, and was not taken. It is still in the page before this one.")

View = Callable[..., HttpResponseBase]


def kept(view: View) -> View:
    """A page of the desk that loses no typed text; what it is sent is limited, and judged before the page sees it."""
    of_the_desk = admin.site.admin_view(view)

    @csrf_exempt  # judged below, so that a refusal can hold what was typed
    @never_cache
    @wraps(view)
    def judged(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        limit(request)
        if request.method != "POST":
            return of_the_desk(request, *args, **kwargs)
        try:
            request.POST  # noqa: B018  (read here, within the limits)
            is_forged = CsrfViewMiddleware(_answer).process_view(request, _answer, (), {}) is not None
        except RequestDataTooBig:
            return _held(request, TOO_LONG, 413, {})
        if not admin.site.has_permission(request):
            return _held(request, ENDED, 401, request.POST)
        if is_forged:
            return _held(request, OLD_PAGE, 403, request.POST)
        return of_the_desk(request, *args, **kwargs)

    return judged


def _answer(request: HttpRequest) -> HttpResponse:
    """A view as the token's middleware asks for one."""
    return HttpResponse()


def _held(request: HttpRequest, sentence: Any, status: int, typed: Any) -> HttpResponse:
    """A page that holds all that was sent, but for files, which a browser does not give twice."""
    fields = [(name, value) for name in typed for value in typed.getlist(name) if name != "csrfmiddlewaretoken"]
    context = {
        **admin.site.each_context(request),
        "title": _("Bring in a text"),
        "sentence": sentence,
        "fields": fields,
        "has_file": bool(typed) and bool(request.FILES),
        "is_ended": status == 401,
    }
    return render(request, "desk/bring_in/held.html", context, status=status)
