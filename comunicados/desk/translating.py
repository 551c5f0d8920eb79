"""The translator's page: a text beside the one that it follows, and "nothing to change" for what changed there."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comunicados.desk.facing import Facing
from comunicados.desk.locks import locks
from comunicados.desk.verb_pages import CONFLICT, STATUS
from comunicados.enums import Language, Verb
from comunicados.exceptions import Refusal
from comunicados.models import Communique, LanguageVersion
from comunicados.permissions import READ, User


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(READ, raise_exception=True)
def page(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """GET shows both texts; POST accounts for the paragraphs whose digests it names, or says why not."""
    version = _version(pk, language)
    refusal, status = "", 200
    if request.method == "POST":
        try:
            version.account_for(request.POST.get("settles", "").split(), by=request.user)  # type: ignore[arg-type]
        except Refusal as refused:
            refusal, status = str(refused), STATUS.get(type(refused), CONFLICT)
            version = _version(pk, language)
        else:
            messages.success(request, _("Noted: nothing to change there."))
            return HttpResponseRedirect(request.path)
    context = _context(version, request.user) | {"refusal": refusal}  # type: ignore[arg-type]
    return render(request, "desk/translating.html", {**admin.site.each_context(request), **context}, status=status)


def _version(pk: int, language: str) -> LanguageVersion:
    """The text, unless it is an original: that one follows no other."""
    versions = LanguageVersion.objects.with_state().select_related("communique")
    version: LanguageVersion = get_object_or_404(versions, communique=pk, language=language)
    if not version.source:
        raise Http404
    return version


def _context(version: LanguageVersion, user: User) -> dict[str, Any]:
    source = Language(version.source)
    title = _("Beside the original") if version.is_translation else _("Beside the other text")
    return {
        "title": title,
        "opts": Communique._meta,
        "communique": version.communique,
        "version": version,
        "source": source,
        "facing": Facing.of(version),
        "may_settle": not version.why_not(Verb.ACCOUNT, by=user),
        "may_write": version.language not in locks(version.communique, user),
    }
