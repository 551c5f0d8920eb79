"""Who else is at a communiqué, and what was saved since a page of it was opened: told while the page is open."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from comunicados import permissions
from comunicados.enums import Section
from comunicados.models import Communique, Presence, Revision
from comunicados.permissions import User

MOST = 20  # revisions that a page is told of, keys that a browser is
SAVED = "saved"  # the cookie: read by the script unsaved.js
A_KEY = re.compile(r"[a-z0-9]{1,16}")


@dataclass(frozen=True)
class News:
    """A sentence about what somebody saved meanwhile, and where it is compared with what the page shows."""

    sentence: str
    url: str


def others(communique: Communique, user: User) -> list[str]:
    """A sentence for each colleague who has it open now."""
    here = Presence.objects.here().filter(communique=communique).exclude(user=user.pk).select_related("user")
    return [
        _("%(who)s is here too (since %(hour)s)") % {"who": _name(presence.user), "hour": _time(presence.since)}
        for presence in here
    ]


def news(communique: Communique, user: User, opened: int) -> list[News]:
    """What was saved after the revision number `opened`: one sentence for each who did, with their latest hour."""
    later = communique.revisions.filter(ordinal__gt=opened).select_related("made_by").defer("document")[:MOST]
    by_maker: dict[int, list[Revision]] = {}
    for revision in later:
        by_maker.setdefault(revision.made_by_id, []).append(revision)
    return list(_told(by_maker, user, opened))


def of_page(request: HttpRequest, communique: Communique) -> dict[str, Any]:
    """What a page of the writing screen says when it is made. One that was refused shows what it was opened with."""
    user: Any = request.user
    Presence.note(communique, by=user)
    newest = communique.revisions.values_list("ordinal", flat=True).first() or 0
    opened = _number(request.POST.get("opened_revision", "")) or newest
    found = news(communique, user, opened) if opened < newest else []
    return {"others": others(communique, user), "news": found, "opened_revision": opened}


def tell_saved(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Say to the browser which of its pages were saved, by the keys under which it keeps what they held."""
    key = request.POST.get("save_key", "")
    if A_KEY.fullmatch(key):
        keys = [key, *request.COOKIES.get(SAVED, "").split(".")][:MOST]
        response.set_cookie(
            SAVED,
            ".".join(filter(A_KEY.fullmatch, keys)),
            max_age=dt.timedelta(days=7),
            path=reverse("admin:index"),
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return response


@csrf_exempt  # it hands out the fresh token after a new sign-in, and changes nothing but when one was last seen
@require_POST
@never_cache
def beat(request: HttpRequest) -> HttpResponse:
    """A page on which somebody writes says that it is open; that of a communiqué, by its number, hears what is new.

    401 when the session is over: then nothing typed can be saved until its user has signed in again.
    """
    user: Any = request.user
    if not _is_at_the_desk(user):
        return JsonResponse({}, status=401)
    answer: dict[str, Any] = {"user": user.pk, "token": get_token(request), "others": [], "news": []}
    pk, opened = (_number(request.POST.get(name, "")) for name in ("communique", "opened"))
    communique = Communique.objects.filter(pk=pk).first() if pk else None
    if communique is not None and permissions.writable_sections(user, communique.original):
        Presence.note(communique, by=user)
        answer["others"] = others(communique, user)
        answer["news"] = [asdict(item) for item in news(communique, user, opened)]
    return JsonResponse(answer)


def _is_at_the_desk(user: AbstractBaseUser | AnonymousUser) -> bool:
    return bool(user.is_authenticated and user.is_active and getattr(user, "is_staff", False))


def _told(by_maker: dict[int, list[Revision]], user: User, opened: int) -> Iterator[News]:
    for maker, revisions in by_maker.items():
        newest = revisions[0]
        changed = {section for revision in revisions for section in revision.changed}
        words = {
            "who": _name(newest.made_by),
            "sections": get_text_list([str(section.label) for section in Section if section in changed], _("and")),
            "hour": _time(newest.made_at),
        }
        if maker == user.pk:
            sentence = _("You saved the %(sections)s at %(hour)s in another window: this page shows the older one.")
        else:
            sentence = _("%(who)s saved the %(sections)s at %(hour)s: your page shows the older one.")
        compare = reverse("desk-compare", args=[newest.communique_id])
        yield News(sentence % words, f"{compare}?from={opened}&to={newest.ordinal}")


def _name(user: Any) -> str:
    return str(user.get_full_name() or user.get_username())


def _time(moment: Any) -> str:
    return formats.time_format(timezone.localtime(moment), "H:i")


def _number(given: str) -> int:
    """A row's number as a page sends it; 0 for anything else."""
    return int(given) if given.isascii() and given.isdecimal() and len(given) <= 18 else 0
