"""The pages of the site at the desk: what each says, a text written in either language, its approval by another."""

from typing import Any

import js_asset
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from comunicados import blocks
from comunicados.compare import Change, Fields, Line, compare
from comunicados.desk import presence
from comunicados.desk.forms import BRING_BACK
from comunicados.desk.site_page_form import SitePageForm
from comunicados.desk.verb_pages import CONFLICT, STATUS
from comunicados.enums import Language, SitePage
from comunicados.exceptions import Refusal
from comunicados.models import SitePageText
from comunicados.permissions import READ, SITE_PAGES, User

WRITTEN = gettext_lazy("Saved. Nothing is public before a second person approves it.")
LABELS = {"title": gettext_lazy("Title"), "body": gettext_lazy("Text")}


def waiting_for(user: User) -> list[SitePageText]:
    """What the worklist shows: texts of pages that somebody else wrote and nobody has approved."""
    if not user.has_perm(SITE_PAGES):
        return []
    return list(SitePageText.objects.waiting().exclude(written_by=user).select_related("written_by"))


@require_safe
@permission_required(READ, raise_exception=True)
def overview(request: HttpRequest) -> HttpResponse:
    """Each page in each language: what is public, and what waits."""
    standing = {(text.page, text.language): text for text in SitePageText.objects.standing().with_names()}
    waiting = {(text.page, text.language): text for text in SitePageText.objects.waiting().with_names()}
    rows = [
        (page, [(language, standing.get((page, language)), waiting.get((page, language))) for language in Language])
        for page in SitePage
    ]
    return _render(request, "overview", {"title": _("Pages of the site"), "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(SITE_PAGES, raise_exception=True)
def write(request: HttpRequest, page: str) -> HttpResponse:
    """Both languages side by side; `suggested` asks for Vocería's own text in one that has none."""
    which, status = _page(page), 200
    form = SitePageForm(request.POST or None, page=which, suggested=request.GET.get("suggested", ""))
    if request.method == "POST":
        if form.is_valid():
            form.write(by=request.user)  # type: ignore[arg-type]
        if not form.errors:
            messages.success(request, str(WRITTEN))
            return presence.tell_saved(request, HttpResponseRedirect(reverse("desk-site-pages")))
        status = _status(form)
    # the editor's import map is inline: the desk's policy asks for a nonce
    media = js_asset.Media.from_media(form.media, nonce=request.csp_nonce)  # type: ignore[attr-defined]
    written = SitePageText.objects.filter(page=which).with_names().defer("body").order_by("-written_at", "-pk")
    context = {"title": which.label, "page": which, "form": form, "media": media, "written": written}
    context["is_refused"] = status >= 400
    return _render(request, "write", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(READ, raise_exception=True)
def text(request: HttpRequest, page: str, language: str, ordinal: int) -> HttpResponse:
    """GET shows one text and what differs from what was public before; POST approves it, or says why not."""
    texts = SitePageText.objects.with_names()
    shown = get_object_or_404(texts, page=_page(page), language=language, ordinal=ordinal)
    user: User = request.user  # type: ignore[assignment]
    refusal, status = "", 200
    if request.method == "POST":
        try:
            shown.approve(by=user)
        except Refusal as refused:
            refusal, status = str(refused), STATUS.get(type(refused), CONFLICT)
        else:
            messages.success(request, _("Approved. The page is public."))
            return HttpResponseRedirect(reverse("desk-site-pages"))
    before = shown.predecessor()
    context = {
        "title": f"{shown.get_page_display()} · {shown.get_language_display()}",
        "shown": shown,
        "before": before,
        "changes": _changes(before, shown) if before else [],
        "refusal": refusal,
        "may_keep": user.has_perm(SITE_PAGES),
        "why_not": shown.why_not(user),
    }
    return _render(request, "text", context, status=status)


def _changes(before: SitePageText, after: SitePageText) -> list[tuple[Any, Change]]:
    return [(LABELS[change.field], change) for change in compare(_fields(before), _fields(after))]


def _fields(one: SitePageText) -> Fields:
    return {"title": [Line(one.title)], "body": blocks.lines(one.body)}


def _status(form: SitePageForm) -> int:
    """Of a form that wrote nothing."""
    if BRING_BACK in form.data:
        return 200
    return CONFLICT if form.overtaken else 400


def _page(code: str) -> SitePage:
    if code not in SitePage.values:
        raise Http404
    return SitePage(code)


def _render(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    around = admin.site.each_context(request)
    return render(request, f"desk/site_pages/{name}.html", around | context, status=status)
