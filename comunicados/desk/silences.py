"""Silences at the desk: the log of all that were set, the form that sets one, the page that lifts one."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from comunicados import permissions
from comunicados.desk.hours import MinistryHour
from comunicados.desk.verb_forms import PlainForm, PublicReasonForm
from comunicados.exceptions import ReasonMissing, Refusal
from comunicados.models import Kind, Silence
from comunicados.permissions import User
from personas.clock import MinistryNow, ministry_now

ROWS_OF_A_PAGE = 50
NONE_CHOSEN = _("Choose at least one kind.")


class SilenceForm(PublicReasonForm):
    """Field names are the arguments of `Silence.begin`, but for the reasons."""

    kinds: Any = forms.ModelMultipleChoiceField(
        Kind.objects.order_by("order", "slug"),
        label=_("Kinds"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": NONE_CHOSEN},
    )
    at = MinistryHour(label=_("From"), required=False, help_text=_("Empty: at once."))
    until = MinistryHour(label=_("Until"), required=False, help_text=_("Empty: until somebody lifts it."))
    field_order = ["kinds", "at", "until", "reason_es", "reason_en"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].label_from_instance = lambda kind: kind.name_in(get_language() or "es")  # type: ignore[attr-defined]
        for language in ("es", "en"):
            field = self.fields[f"reason_{language}"]
            field.required, field.error_messages["required"] = True, str(ReasonMissing.sentence)
            field.help_text = _("Every list says it to its readers.")
            field.widget.attrs["lang"] = language

    def clean(self) -> dict[str, Any]:
        at, until = self.cleaned_data.get("at"), self.cleaned_data.get("until")
        if at and until and until <= at:
            self.add_error("until", _("It would end before it begins."))
        return {"kinds": self.cleaned_data.get("kinds"), "at": at, "until": until, "reason": self.reasons()}


def of_worklist() -> list[Silence]:
    """Those that run, and those to come, with their kinds: two queries, or one."""
    return list(Silence.objects.not_over(MinistryNow()).prefetch_related("kinds").order_by("starts_at", "pk"))


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Every silence that was ever set, the newest first."""
    if not request.user.has_perm(permissions.READ):
        raise PermissionDenied
    silences = Silence.objects.select_related("set_by", "lifted_by").prefetch_related("kinds")
    page = Paginator(silences, ROWS_OF_A_PAGE).get_page(request.GET.get("p"))
    now = ministry_now()
    context = {
        **admin.site.each_context(request),
        "title": _("Silences"),
        "rows": [(silence, silence.is_running(now), silence.is_over(now)) for silence in page.object_list],
        "page": page,
        "may_silence": request.user.has_perm(permissions.SILENCE),
    }
    return render(request, "desk/silences/log.html", context)


class SilenceVerb(FormView):
    """What setting and lifting share: who may, and what is said when it cannot be done."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "desk/silences/verb.html"
    title: str | Promise
    what: str | Promise
    done: str | Promise

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(permissions.SILENCE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def act(self, by: User, **given: Any) -> Any:
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.act(self.request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except Refusal as refusal:
            context = self.get_context_data(form=form, refusal=str(refusal))
            return self.render_to_response(context, status=409)
        messages.success(self.request, str(self.done))
        return HttpResponseRedirect(reverse("desk-silences"))

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        around = admin.site.each_context(self.request)
        return super().get_context_data(**around, title=self.title, what=self.what, **context)


class Begin(SilenceVerb):
    form_class = SilenceForm
    title, done = _("Silence kinds"), _("Set. Lists tell their readers while it runs.")
    what = _(
        "No list, feed, search or count of the public site shows these kinds while it runs. Every text stays at its"
        " address. It can be lifted at any time."
    )

    def act(self, by: User, **given: Any) -> None:
        Silence.begin(by=by, **given)


class Lift(SilenceVerb):
    form_class = PlainForm
    silence: Silence
    title, done = _("Lift the silence"), _("Lifted.")
    what = _("The lists show these kinds again from now on, unless another silence covers them.")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.silence = get_object_or_404(Silence.objects.prefetch_related("kinds"), pk=kwargs["pk"])

    def act(self, by: User, **given: Any) -> None:
        self.silence.lift(by=by)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        is_closed = self.silence.is_over(ministry_now())
        return super().get_context_data(**{"silence": self.silence, "is_closed": is_closed} | context)
