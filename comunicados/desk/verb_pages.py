"""What the pages of all verbs share: GET shows the exact text and what will happen, POST does it or says why not."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.views.generic import FormView

from comunicados import permissions
from comunicados.desk import verb_forms, verbs
from comunicados.desk.exact import ExactText
from comunicados.document import digest, page
from comunicados.enums import Verb
from comunicados.exceptions import NotPermitted, PastHour, ReasonMissing, Refusal
from comunicados.models import Communique, LanguageVersion
from comunicados.models.correction import Following

STATUS: dict[type[Refusal], int] = {NotPermitted: 403, ReasonMissing: 400, PastHour: 400}
CONFLICT = 409


class CommuniqueVerb(FormView):
    """What all verbs share. A subclass names its verb, its form, what it does, and what to say then."""

    template_name = "desk/verb.html"
    http_method_names = ["get", "head", "post", "options"]
    form_class: type[forms.Form] = verb_forms.PlainForm
    verb: Verb
    what: str | Promise  # what will happen, for the page
    done: str | Promise  # what has happened, for the message

    communique: Communique

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.communique = get_object_or_404(Communique.objects.select_related("kind"), pk=kwargs["pk"])

    def act(self, **given: Any) -> Any:
        """Do the verb with what the form gave. Raises a Refusal."""
        return getattr(self.communique, self.verb)(by=self.request.user, **given)

    def why_not(self) -> str:
        return verbs.why_not_communique(self.verb, self.communique, by=self.request.user)  # type: ignore[arg-type]

    def is_permitted(self) -> bool:
        """Whether the role allows it, whatever the state."""
        return permissions.may(self.request.user, self.verb)  # type: ignore[arg-type]

    def say(self, result: Any) -> None:
        messages.success(self.request, str(self.done))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sentence = self.why_not()
        status = 200 if self.is_permitted() else 403
        return self.render_to_response(
            self.get_context_data(refusal=sentence, is_closed=bool(sentence)), status=status
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_permitted():
            return self.get(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            result = self.act(**form.cleaned_data)
        except Refusal as refusal:
            context = self.get_context_data(form=form, refusal=str(refusal))
            return self.render_to_response(context, status=STATUS.get(type(refusal), CONFLICT))
        self.say(result)
        return self.after(result)

    def after(self, result: Any) -> HttpResponse:
        return HttpResponseRedirect(self.back)

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)

    @property
    def back(self) -> str:
        return reverse("admin:comunicados_communique_change", args=[self.communique.pk])

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(
            **admin.site.each_context(self.request),
            title=self.verb.label,
            opts=Communique._meta,
            communique=self.communique,
            back=self.back,
            verb=self.verb,
            what=self.what,
            **context,
        )


class LanguageVerb(CommuniqueVerb):
    """A verb on one language version, as it is at the moment of the request."""

    version: LanguageVersion

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.version = get_object_or_404(self._versions(), language=kwargs["language"])

    def _versions(self) -> Any:
        return self.communique.versions.with_state().select_related("communique", "written_in__made_by")

    def why_not(self) -> str:
        return verbs.why_not(self.verb, self.version, by=self.request.user)  # type: ignore[arg-type]

    def is_permitted(self) -> bool:
        user, is_translation = self.request.user, self.version.is_translation
        return permissions.may(user, self.verb, on_translation=is_translation)  # type: ignore[arg-type]

    def act(self, **given: Any) -> Any:
        return getattr(self.version, self.verb)(by=self.request.user, **given)

    def text(self) -> ExactText | None:
        """What the verb is about, when there is such a thing now."""
        return None

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        self.version = self._versions().get(pk=self.version.pk)  # a refused verb has found it changed
        reviews = self.version.reviews.select_related("made_by", "confirmation__made_by")
        return super().get_context_data(**{"text": self.text()} | context, version=self.version, reviews=reviews)


class SeenVerb(LanguageVerb):
    """A verb that holds for exactly the text that was read: its page carries the digest of what it shows."""

    def act(self, **given: Any) -> Any:
        return super().act(seen=self.request.POST.get("seen") or "nothing", **given)

    def following(self) -> Following | None:
        """The text as the successor of what is live; the page says what it is to its readers."""
        return Following.of(self.version)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        document, language = self.version.document, self.version.language
        text = ExactText.of_document(document, language)
        seen = digest(page(document, language))
        return super().get_context_data(text=text, seen=seen, following=self.following(), **context)
