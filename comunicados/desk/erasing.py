"""The page of an erasure: who may asks for one; while one waits, it shows what will be lost and takes the answer."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from comunicados.desk.exact import ExactText
from comunicados.desk.states import hour
from comunicados.desk.verb_forms import PlainForm, PublicReasonForm
from comunicados.desk.verb_pages import LanguageVerb
from comunicados.enums import Verb
from comunicados.exceptions import ReasonMissing
from comunicados.models import Erasure, LanguageVersion, Publication
from personas.clock import ministry_now

WHOLE = "whole"
REASON = {"required": ReasonMissing.sentence}
DISCREETLY = _("Do not repeat what is to be erased: these words stay.")


MEANWHILE = _("Somebody asked for an erasure or answered it meanwhile. This is how things are now.")


class AskForm(PublicReasonForm):
    """Which version, and why: in both languages for the public, with the order or file for the desk."""

    which = forms.ChoiceField(
        label=_("What is to be erased"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say which version, or the whole language.")},
    )
    ground = forms.CharField(
        label=_("Legal ground"),
        widget=forms.Textarea({"rows": 3}),
        error_messages=REASON,
        help_text=format_lazy("{} {}", _("The order or the file, for your colleagues; never public."), DISCREETLY),
    )
    field_order = ["which", "reason_es", "reason_en", "ground"]

    def __init__(self, *args: Any, publications: list[Publication], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.publications = {str(publication.pk): publication for publication in publications}
        versions = [(key, _in_a_line(publication)) for key, publication in self.publications.items()]
        self.fields["which"].choices = [*versions, (WHOLE, _("Every version of this language"))]  # type: ignore[attr-defined]
        for language in ("es", "en"):
            field = self.fields[f"reason_{language}"]
            field.required, field.error_messages["required"] = True, str(ReasonMissing.sentence)
            field.help_text = format_lazy("{} {}", _("The public reads it."), DISCREETLY)
            field.widget.attrs["lang"] = language

    def clean(self) -> dict[str, Any]:
        return {
            "publication": self.publications.get(self.cleaned_data.get("which", "")),
            "reason": self.reasons(),
            "ground": self.cleaned_data.get("ground", ""),
        }


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=_("Why not"),
        widget=forms.Textarea({"rows": 3}),
        error_messages=REASON,
        help_text=_("For your colleagues; never public."),
    )


def _in_a_line(publication: Publication) -> str:
    """Its ordinal as in its address, whether it is the notice of a withdrawal, when it began, its headline."""
    return " · ".join(
        [
            f"v/{publication.ordinal}",
            str(publication.get_status_display()),
            hour(publication.live_from),
            publication.headline,
        ]
    )


def erasable(version: LanguageVersion) -> list[Publication]:
    """What was public and is not erased yet, newest first."""
    begun = version.publications.begun(ministry_now()).exclude(headline="")
    return list(begun.defer("body", "search").order_by("-ordinal"))


class Erase(LanguageVerb):
    verb, template_name = Verb.ERASE, "desk/erase.html"
    what = _(
        "The words go for ever, from the site and from the desk; digest and reason stay. A second person confirms."
    )
    done = _("Asked. Nothing is lost before a second person confirms it.")
    answers = {
        "confirm": _("Erased. The address answers with the reason alone."),
        "refuse": _("Refused. Nothing was lost."),
    }

    waiting: Erasure | None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        waiting = Erasure.objects.waiting().filter(version=self.version)
        self.waiting = waiting.select_related("requested_by", "publication", "version__communique").first()

    @property
    def answer(self) -> str:
        """Which of the two buttons of an erasure that waits was pressed."""
        given = self.request.POST.get("answer", "")
        return given if given in self.answers else "refuse"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A request or an answer that comes when there is nothing left to say it to shows how things are now."""
        if ("answer" in request.POST) != (self.waiting is not None):
            form = RefuseForm() if self.waiting else AskForm(**self._fresh())
            context = self.get_context_data(form=form, refusal=MEANWHILE)
            return self.render_to_response(context, status=409 if self.is_permitted() else 403)
        return super().post(request, *args, **kwargs)

    def get_form_class(self) -> type[forms.Form]:
        if self.waiting is None:
            return AskForm
        return PlainForm if self.request.method == "POST" and self.answer == "confirm" else RefuseForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | self._fresh()

    def _fresh(self) -> dict[str, Any]:
        return {"publications": erasable(self.version)} if self.waiting is None else {}

    def act(self, **given: Any) -> None:
        by: Any = self.request.user
        if self.waiting is None:
            Erasure.request(self.version, by=by, **given)
        elif self.answer == "confirm":
            self.waiting.confirm(by=by, seen=self.request.POST.get("seen") or "nothing")
        else:
            self.waiting.refuse(by=by, **given)

    def say(self, result: Any) -> None:
        if self.waiting is not None:
            self.done = self.answers[self.answer]
        super().say(result)

    @property
    def back(self) -> str:
        return reverse("admin:comunicados_communique_history", args=[self.communique.pk])

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        if self.waiting is not None and self.is_permitted():
            loss = self.waiting.loss()
            context |= {
                "erasure": self.waiting,
                "loss": loss,
                "originals_staying": self.communique.source_files.without_bytes()
                .kept()
                .exclude(pk__in=[file.pk for file in loss.originals]),
                "texts": [(one, ExactText.of_publication(one)) for one in loss.publications],
                "is_own": self.waiting.requested_by_id == self.request.user.pk,
                "refuse_form": context["form"] if isinstance(context.get("form"), RefuseForm) else RefuseForm(),
            }
        return super().get_context_data(**context)
