"""The pages on which a text is brought in: a file or a pasted text, then the draft that it makes."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from comunicados import permissions
from comunicados.desk.bring_in.kept import kept
from comunicados.desk.bring_in.making import make_draft
from comunicados.desk.bring_in.sheet import Sheet
from comunicados.desk.bring_in.upload import LIMIT, UploadForm, is_too_large
from comunicados.models import Communique, SourceFile
from comunicados.permissions import User

ADD = "comunicados.add_communique"
LOOK_AGAIN = "_look_again"  # the button that asks the registry anew, by what was typed


@kept
@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Take a file or a text; what it says is shown on the next page, and nothing is made of it yet."""
    if not request.user.has_perm(ADD):
        raise PermissionDenied
    form, file = take(request)
    if file is not None:
        return HttpResponseRedirect(reverse("desk-settle", args=[file.pk]))
    return upload_page(request, form, {"title": _("Bring in a text")})


@kept
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """What the text says, beside it; each doubt to be settled; and the button that makes the draft."""
    if not request.user.has_perm(ADD):
        raise PermissionDenied
    file = brought_by(request.user, pk)  # type: ignore[arg-type]
    if file.communique_id is not None:
        return HttpResponseRedirect(change_url(file.communique_id))
    is_sent = request.method == "POST"
    sheet = Sheet(file, request.user, request.POST if is_sent else None)  # type: ignore[arg-type]
    if is_sent and LOOK_AGAIN not in request.POST and sheet.is_valid():
        communique = make_draft(sheet)
        messages.success(request, _("The draft is made. Nothing of it is public."))
        return HttpResponseRedirect(change_url(communique.pk))
    is_refused = is_sent and LOOK_AGAIN not in request.POST
    context = {**frame(request), "title": _("What the text says"), "sheet": sheet, "is_refused": is_refused}
    return render(request, "desk/bring_in/settle.html", context, status=400 if is_refused else 200)


@require_safe
def original(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """The file as it came, to be saved and not to be opened in the desk's own page."""
    if not request.user.has_perm(permissions.READ):
        raise PermissionDenied
    found = get_object_or_404(SourceFile.objects.defer("reading"), pk=file, communique=pk)
    if found.is_erased:
        return _erased(request, found)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
    response = HttpResponse(bytes(found.data), content_type="application/octet-stream", headers=headers)
    name = found.name if "." in found.name else f"{found.name}.txt"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def _erased(request: HttpRequest, file: SourceFile) -> HttpResponse:
    sentence = _("This file was erased for legal reasons. What remains is its digest, SHA-256: %(digest)s.")
    context = {
        "title": _("Original file"),
        "communique": file.communique,
        "sentence": sentence % {"digest": file.digest},
    }
    return render(request, "desk/history/erased.html", {**frame(request), **context}, status=410)


def take(request: HttpRequest) -> tuple[UploadForm, SourceFile | None]:
    """The first form, and what was brought in with it once it could be read."""
    if request.method != "POST":
        return UploadForm(), None
    form = UploadForm(request.POST, request.FILES, is_too_large=is_too_large(request))
    if not form.is_valid():
        return form, None
    reading = form.source.as_json()
    return form, SourceFile.keep(form.name, form.bytes, reading, by=request.user)  # type: ignore[arg-type]


def upload_page(request: HttpRequest, form: UploadForm | None, context: dict[str, Any]) -> HttpResponse:
    status = 413 if is_too_large(request) else 400 if form and form.is_bound else 200
    page = {**frame(request), "form": form, "limit": LIMIT, **context}
    return render(request, "desk/bring_in/upload.html", page, status=status)


def brought_by(user: User, pk: int) -> SourceFile:
    """A file as only whoever brought it in sees it."""
    return get_object_or_404(SourceFile.objects.defer("data"), pk=pk, brought_by=user)


def change_url(communique: int) -> str:
    return reverse("admin:comunicados_communique_change", args=[communique])


def frame(request: HttpRequest) -> dict[str, Any]:
    return {**admin.site.each_context(request), "opts": Communique._meta}
