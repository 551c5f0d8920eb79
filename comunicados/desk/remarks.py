"""Remarks at the desk: the page of a communiqué's remarks, the last ones beside the text, the mentions of a user."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from comunicados import permissions
from comunicados.models import Communique, Mention, Remark
from comunicados.models.remark import UnknownNames
from comunicados.permissions import User

BESIDE_THE_TEXT = 3
ON_THE_WORKLIST = 10


@dataclass(frozen=True)
class Mentions:
    """The remarks that mention somebody, unseen ones first."""

    shown: list[Mention]
    unseen: int


def mentions_of(user: User) -> Mentions:
    of_user = Mention.objects.filter(user=user)
    latest = of_user.select_related("remark__communique", "remark__made_by")
    shown = latest.order_by(F("seen_at").desc(nulls_first=True), "-remark__made_at", "-pk")[:ON_THE_WORKLIST]
    return Mentions(list(shown), of_user.filter(seen_at=None).count())


def beside_the_text(communique_pk: int | None) -> dict[str, Any]:
    """How many remarks a communiqué has and the last of them, the newest last; empty before its first save."""
    if communique_pk is None:
        return {}
    remarks = Remark.objects.filter(communique=communique_pk)
    last = list(remarks.select_related("made_by").order_by("-made_at", "-pk")[:BESIDE_THE_TEXT])
    page = reverse("desk-remarks", args=[communique_pk])
    return {"count": remarks.count(), "last": last[::-1], "url": page}


class RemarkForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Your remark"),
        max_length=5000,
        widget=forms.Textarea({"rows": 4, "cols": 60}),
        help_text=gettext_lazy(
            "Only the desk reads it. Write @ and a username to put it on that colleague's worklist."
        ),
    )


class Remarks(FormView):
    """All remarks on a communiqué, in the order in which they were made, and the form for one more.

    A page of its own, so that a remark never sends what is being typed on the writing screen, nor loses it.
    """

    template_name, form_class = "desk/worklist/remarks.html", RemarkForm
    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(permissions.READ):
            raise PermissionDenied
        self.communique = get_object_or_404(Communique, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(permissions.REMARK):
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            Remark.write(self.communique, text=form.cleaned_data["text"], by=self.request.user)  # type: ignore[arg-type]
        except UnknownNames as refusal:
            form.add_error("text", str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("Your remark was added."))
        return HttpResponseRedirect(self.request.path)

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(
            **admin.site.each_context(self.request),
            title=_("Remarks"),
            opts=Communique._meta,
            communique=self.communique,
            remarks=self.communique.remarks.select_related("made_by"),
            may_remark=self.request.user.has_perm(permissions.REMARK),
            **context,
        )


@require_POST
def see(request: HttpRequest, pk: int) -> HttpResponse:
    """The user has seen the remark that mentions them; somebody else's mention is no page."""
    get_object_or_404(Mention, pk=pk, user=request.user).see()
    return HttpResponseRedirect(reverse("admin:index"))
