"""A thin view per verb: GET shows the exact text and what will happen, POST does it or says why not."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from comunicados import permissions
from comunicados.desk import verb_forms, verbs
from comunicados.desk.states import hour
from comunicados.enums import Verb
from comunicados.exceptions import NotInThisState, NotPermitted, PastHour, ReasonMissing, Refusal, TextHasChanged
from comunicados.models import Communique, Confirmation, LanguageVersion, Publication, Review
from comunicados.moves import WHY_NOT
from personas.clock import ministry_now

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
        raise NotImplementedError

    def why_not(self) -> str:
        raise NotImplementedError

    def say(self, result: Any) -> None:
        messages.success(self.request, str(self.done))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sentence = self.why_not()
        status = 200 if permissions.may(request.user, self.verb) else 403  # type: ignore[arg-type]
        return self.render_to_response(
            self.get_context_data(refusal=sentence, is_closed=bool(sentence)), status=status
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not permissions.may(request.user, self.verb):  # type: ignore[arg-type]
            return self.get(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            result = self.act(**form.cleaned_data)
        except Refusal as refusal:
            context = self.get_context_data(form=form, refusal=str(refusal))
            return self.render_to_response(context, status=STATUS.get(type(refusal), CONFLICT))
        self.say(result)
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

    def act(self, **given: Any) -> Any:
        return getattr(self.version, self.verb)(by=self.request.user, **given)

    def text(self) -> Any:
        """What the verb is about: something with a headline, subheadline, place and body."""
        return self.version.document[self.version.language]

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        self.version = self._versions().get(pk=self.version.pk)  # a refused verb has found it changed
        reviews = self.version.reviews.select_related("made_by", "confirmation__made_by")
        return super().get_context_data(version=self.version, text=self.text(), reviews=reviews, **context)


class SeenVerb(LanguageVerb):
    """A verb that holds for exactly the text that was read."""

    def act(self, **given: Any) -> Any:
        return super().act(seen=self.request.POST.get("seen") or "nothing", **given)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        participants = [row[self.version.language] for row in self.version.document["participants"]]
        return super().get_context_data(participants=participants, **context) | {"seen": self.version.digest}


class Submit(SeenVerb):
    verb, form_class = Verb.SUBMIT, verb_forms.NoteForm
    what = _("Somebody else will be asked to read this text and approve it.")
    done = _("Submitted for review.")


class SendBack(SeenVerb):
    verb, form_class = Verb.SEND_BACK, verb_forms.ReasonForm
    what = _("The text becomes a draft again; whoever wrote it reads your reason.")
    done = _("Sent back.")


class Approve(SeenVerb):
    verb, form_class = Verb.APPROVE, verb_forms.NoteForm
    what = _("You stand by exactly this text. Any later change needs a new approval.")
    done = _("Approved.")


class Release(SeenVerb):
    verb, form_class = Verb.RELEASE, verb_forms.ReasonForm
    what = _("You approve this text alone and in haste. A second person is asked to confirm it afterwards.")
    done = _("Released. A second person has to confirm it.")


class Publish(SeenVerb):
    verb, form_class = Verb.PUBLISH, verb_forms.PublishForm
    what = _("The world will read exactly this text. It cannot be changed afterwards, only corrected in the open.")
    done = _("Published.")
    scheduled = _("Scheduled: it is public from %(hour)s.")

    def say(self, result: Publication) -> None:
        if result.live_from <= result.made_at:
            super().say(result)
        else:
            messages.success(self.request, self.scheduled % {"hour": hour(result.live_from)})
        _say_replaced(self.request, result)


class Cancel(LanguageVerb):
    verb = Verb.CANCEL
    what = _("What is scheduled will not be published. What the world reads now stays.")
    done = _("The schedule is cancelled.")

    def text(self) -> Any:
        return self.version.publications.pending(ministry_now()).first()


class Withdraw(LanguageVerb):
    verb, form_class = Verb.WITHDRAW, verb_forms.WithdrawForm
    what = _("The text is taken down at once; its address says so, with your reason. A second person confirms it.")
    done = _("Withdrawn. A second person has to confirm it.")

    def get_initial(self) -> dict[str, Any]:
        return {"languages": [self.version.language], "keep_text": True}

    def act(self, **given: Any) -> list[Publication]:
        """Through the communiqué: every chosen language that is live, at once."""
        withdrawn = self.communique.withdraw(by=self.request.user, **given)  # type: ignore[arg-type]
        if not withdrawn:
            raise NotInThisState(WHY_NOT[Verb.WITHDRAW])
        return withdrawn

    def say(self, result: list[Publication]) -> None:
        super().say(result)
        for notice in result:
            _say_replaced(self.request, notice)

    def text(self) -> Any:
        return self.version.publications.current(ministry_now()).first()


class Conceal(LanguageVerb):
    verb, form_class = Verb.CONCEAL, verb_forms.ConcealForm
    what = _("Every version of this language answers only that it is gone, and why. This cannot be undone.")
    done = _("Concealed.")


class Confirm(LanguageVerb):
    """Of what somebody did alone: the latest urgent release, or the latest withdrawal."""

    verb = Verb.CONFIRM
    what = _("A colleague did this alone. By confirming you stand by it too.")
    done = _("Confirmed.")

    def act(self, **given: Any) -> None:
        with transaction.atomic():
            self.communique.lock()
            alone = verbs.require_confirmable(self.version, self.request.user)  # type: ignore[arg-type]
            if self.request.POST.get("seen") != _key(alone):
                raise TextHasChanged
            which = {"release": alone} if isinstance(alone, Review) else {"withdrawal": alone}
            Confirmation.give(by=self.request.user, **which)  # type: ignore[arg-type]

    def text(self) -> Any:
        alone = verbs.unconfirmed(self.version)
        return alone.revision.document[self.version.language] if isinstance(alone, Review) else alone

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        alone = verbs.unconfirmed(self.version)
        return super().get_context_data(alone=alone, seen=_key(alone), **context)


class VoidNumber(CommuniqueVerb):
    verb, form_class = Verb.VOID, verb_forms.ReasonForm
    what = _("The number stays in its series, marked as void with your reason, and is never given again.")
    done = _("The number is void.")

    def why_not(self) -> str:
        return verbs.why_not_void(self.communique, by=self.request.user)  # type: ignore[arg-type]

    def act(self, **given: Any) -> None:
        with transaction.atomic():
            self.communique.lock()
            verbs.require_voidable(self.communique)
            self.communique.void_number(by=self.request.user, **given)  # type: ignore[arg-type]


OF_A_LANGUAGE: dict[str, type[LanguageVerb]] = {
    view.verb.value: view
    for view in (Submit, SendBack, Approve, Release, Publish, Cancel, Withdraw, Conceal, Confirm)
}


def language_verb(request: HttpRequest, pk: int, language: str, verb: str) -> HttpResponseBase:
    """The view of that verb; an unknown one is no page."""
    view = OF_A_LANGUAGE.get(verb)
    if view is None:
        raise Http404
    return view.as_view()(request, pk=pk, language=language)


def _say_replaced(request: HttpRequest, publication: Publication) -> None:
    """A verb that made room for itself by cancelling a schedule says so."""
    if publication.replaced is not None:
        sentence = _("What was scheduled for %(hour)s is cancelled.")
        messages.warning(request, sentence % {"hour": hour(publication.replaced.live_from)})


def _key(alone: Review | Publication | None) -> str:
    return f"{alone._meta.model_name}-{alone.pk}" if alone else ""
