"""The history of a communiqué: its timeline, one revision, two compared, one restored."""

import re
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from comunicados.desk import in_words
from comunicados.desk.comparison import Comparison, Side
from comunicados.desk.exact import files_of
from comunicados.desk.in_words import Names
from comunicados.desk.locks import locks
from comunicados.desk.panels import verb_url
from comunicados.desk.timeline import Place, Timeline
from comunicados.desk.verb_forms import NoteForm
from comunicados.document import changed_sections
from comunicados.enums import Language, Public, Status, Verb
from comunicados.exceptions import Refusal, TextHasChanged
from comunicados.models import Communique, Revision
from comunicados.permissions import READ, WRITE, User, may
from personas.clock import ministry_now

PUBLIC = "public"  # instead of an ordinal: what the world reads now
NOTHING_TO_RESTORE = gettext_lazy("This is the text as it stands; there is nothing to restore.")
DISCARDED = gettext_lazy("This communiqué was discarded. Take it up again to restore a text.")


@require_safe
@permission_required(READ, raise_exception=True)
def timeline(request: HttpRequest, pk: int) -> HttpResponse:
    communique = get_object_or_404(Communique, pk=pk)
    before = request.GET.get("before", "")
    try:
        place = Place.read(before) if before else None
    except ValueError as error:
        raise Http404 from error
    page = Timeline.of(communique, place)
    latest = communique.revisions.values_list("ordinal", flat=True).first()
    versions = list(communique.versions.with_state())
    live = [version for version in versions if version.public == Public.LIVE]
    erasable = [version for version in versions if version.was_public and may(request.user, Verb.ERASE)]  # type: ignore[arg-type]
    context = {"title": _("History"), "timeline": page, "latest": latest, "live": live, "is_later_page": bool(before)}
    context["erasable"] = [(version, verb_url(version, Verb.ERASE)) for version in erasable]
    return _render(request, "timeline", communique, context)


@require_safe
@permission_required(READ, raise_exception=True)
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """`from` and `to` are ordinals, or "public" for what is live in the `language`, which may else be left out."""
    communique = get_object_or_404(Communique, pk=pk)
    language = _language(request)
    old, new = (_side(communique, request.GET.get(name, ""), language) for name in ("from", "to"))
    if sentence := old.erased or new.erased:
        gone = {"title": _("Comparison"), "sentence": sentence}
        return _render(request, "erased", communique, gone, status=410)
    comparison = Comparison.of(old, new, Names.of(old.document, new.document), language)
    context = {"title": _("Comparison"), "comparison": comparison, "has_public": PUBLIC in (old.key, new.key)}
    return _render(request, "compare", communique, context)


@require_safe
@permission_required(READ, raise_exception=True)
def revision(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    communique = get_object_or_404(Communique, pk=pk)
    shown = _revision(communique, ordinal)
    names = Names.of(shown.document)
    facts = in_words.facts(shown.document, names)
    languages = [
        (
            language,
            shown.document[language],
            in_words.participants(shown.document, language, names),
            files_of(shown.document, language),
        )
        for language in Language
    ]
    context = {
        "title": Side.of_revision(shown).name,
        "revision": shown,
        "erased": Side.of_revision(shown).erased,
        "erased_languages": shown.erased_languages(),
        "facts": [(in_words.label(field), ", ".join(values)) for field, values in facts.items() if values],
        "languages": languages,
        "neighbours": communique.revisions.filter(ordinal__in=[ordinal - 1, ordinal + 1]).defer("document"),
    }
    return _render(request, "revision", communique, context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required([READ, WRITE], raise_exception=True)
def restore(request: HttpRequest, pk: int, ordinal: int) -> HttpResponse:
    """GET shows what restoring would change; POST does it, unless the text is no longer the one that was shown."""
    communique = get_object_or_404(Communique, pk=pk)
    chosen = _revision(communique, ordinal)
    form = NoteForm(request.POST or None)
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            _restore(request, chosen, form.cleaned_data["note"])
        except Refusal as refused:
            refusal = str(refused)
        else:
            messages.success(request, _("Revision %(ordinal)s is restored, as a new draft.") % {"ordinal": ordinal})
            return HttpResponseRedirect(reverse("admin:comunicados_communique_change", args=[pk]))
    context = {"title": _("Restore revision %(ordinal)s") % {"ordinal": ordinal}, "form": form, "revision": chosen}
    context |= _what_would_change(communique, chosen, _language(request), refusal, request.user)  # type: ignore[arg-type]
    return _render(request, "restore", communique, context, status=409 if refusal else 200)


def _restore(request: HttpRequest, chosen: Revision, note: str) -> None:
    """Raises a Refusal, and has then written nothing."""
    with transaction.atomic():
        chosen.communique.lock()
        chosen.communique.refresh_from_db()  # what no document holds, like its address, stays as it is by now
        latest = _latest(chosen.communique)
        if request.POST.get("seen") != str(latest.ordinal):
            raise TextHasChanged
        if reason := _why_not(latest, chosen, request.user):  # type: ignore[arg-type]
            raise Refusal(reason)
        chosen.restore(by=request.user, note=f"#{chosen.ordinal} {note}".strip())  # type: ignore[arg-type]


def _what_would_change(
    communique: Communique, chosen: Revision, language: str, refusal: str, user: User
) -> dict[str, Any]:
    latest = _latest(communique)
    names = Names.of(latest.document, chosen.document)
    return {
        "seen": latest.ordinal,
        "comparison": Comparison.of(Side.of_revision(latest), Side.of_revision(chosen), names, language),
        "why_not": _why_not(latest, chosen, user),
        "refusal": refusal,
    }


def _why_not(latest: Revision, chosen: Revision, user: User) -> str:
    """Why the revision cannot be restored now, as a sentence: a section that it would change is locked, say."""
    if latest.document == chosen.document:
        return str(NOTHING_TO_RESTORE)
    if chosen.communique.discarded_at:
        return str(DISCARDED)
    if erased := Side.of_revision(chosen).erased:
        return erased
    locked = locks(chosen.communique, user)
    changed = changed_sections(latest.document, chosen.document)
    return next((locked[section].sentence for section in changed if section in locked), "")


# What a request asks for; nonsense is no page


def _language(request: HttpRequest) -> str:
    language = request.GET.get("language", "")
    if language and language not in Language.values:
        raise Http404
    return language


def _side(communique: Communique, asked: str, language: str) -> Side:
    if asked == PUBLIC:
        current = communique.publications.current(ministry_now()).filter(status=Status.PUBLISHED, language=language)
        publication = current.select_related("revision", "made_by").first()
        if publication is None:
            raise Http404
        return Side.of_publication(publication)
    if not re.fullmatch(r"[0-9]{1,9}", asked):
        raise Http404
    return Side.of_revision(_revision(communique, int(asked)))


def _revision(communique: Communique, ordinal: int) -> Revision:
    return get_object_or_404(communique.revisions.select_related("made_by"), ordinal=ordinal)


def _latest(communique: Communique) -> Revision:
    latest = communique.revisions.select_related("made_by").first()
    if latest is None:
        raise Http404
    return latest


def _render(
    request: HttpRequest, page: str, communique: Communique, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    shared = {**admin.site.each_context(request), "opts": Communique._meta, "communique": communique}
    return render(request, f"desk/history/{page}.html", shared | context, status=status)
