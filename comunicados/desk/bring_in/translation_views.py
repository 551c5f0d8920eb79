"""The pages on which the other language of a communiqué is brought in: a file or a text, then both side by side."""

import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comunicados import permissions
from comunicados.desk.bring_in.kept import kept
from comunicados.desk.bring_in.translation import TranslationSheet
from comunicados.desk.bring_in.views import brought_by, change_url, frame, take, upload_page
from comunicados.desk.locks import locks
from comunicados.desk.verb_pages import CONFLICT
from comunicados.enums import Language, Section
from comunicados.models import Communique
from comunicados.permissions import User


@kept
@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Take the text of the communiqué's other language."""
    communique = _writable(request.user, pk, language)  # type: ignore[arg-type]
    lock = locks(communique, request.user).get(language)  # type: ignore[arg-type]
    form, file = (None, None) if lock else take(request)
    if file is not None:
        return HttpResponseRedirect(reverse("desk-align", args=[pk, language, file.pk]))
    title = _("Bring in the text in %(language)s") % {"language": Language(language).label}
    return upload_page(request, form, {"title": title, "communique": communique, "lock": lock})


@kept
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def align(request: HttpRequest, pk: int, language: str, file: int) -> HttpResponse:
    """Both texts beside each other; then the one that was brought in is saved as if it had been typed."""
    communique = _writable(request.user, pk, language)  # type: ignore[arg-type]
    if request.method == "POST":
        communique.lock()
        communique = Communique.objects.get(pk=pk)
    brought = brought_by(request.user, file)  # type: ignore[arg-type]
    if brought.communique_id is not None:
        return HttpResponseRedirect(change_url(pk))
    data = request.POST if request.method == "POST" else None
    sheet = TranslationSheet(communique, language, brought, request.user, data)  # type: ignore[arg-type]
    if data is not None and sheet.save():
        messages.success(request, _("The text is saved. Nothing of it is public."))
        return HttpResponseRedirect(f"{change_url(pk)}#section-{language}")
    context = _context(request, sheet) | {"is_refused": data is not None}
    return render(request, "desk/bring_in/align.html", context, status=CONFLICT if data is not None else 200)


def _writable(user: User, pk: int, language: str) -> Communique:
    """The communiqué, whose text in that language `user` may write by their role, and which is not its original."""
    communique: Communique = get_object_or_404(Communique, pk=pk)
    if language not in Language.values or communique.original == language:
        raise Http404
    if Section(language) not in permissions.writable_sections(user, communique.original):
        raise PermissionDenied
    return communique


def _context(request: HttpRequest, sheet: TranslationSheet) -> dict[str, Any]:
    return {
        **frame(request),
        "title": _("Beside the original"),
        "communique": sheet.communique,
        "sheet": sheet,
        "language": Language(sheet.language),
        "other": Language(sheet.other),
        "opened_with": json.dumps(sheet.carried),
        "lock": sheet.locks.get(sheet.language),
        "participants_lock": sheet.locks.get(Section.PARTICIPANTS.value),
    }
