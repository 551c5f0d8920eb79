"""A thin view per verb: what it is called, what it asks for, what it does, what it says."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from comunicados.desk import verb_forms, verbs
from comunicados.desk.exact import ExactText
from comunicados.desk.states import hour
from comunicados.desk.verb_pages import CommuniqueVerb, LanguageVerb, SeenVerb
from comunicados.enums import Verb
from comunicados.exceptions import NotInThisState, TextHasChanged
from comunicados.models import Confirmation, Publication, Review
from comunicados.moves import WHY_NOT
from personas.clock import ministry_now


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

    def text(self) -> ExactText | None:
        return _published(self.version.publications.pending(ministry_now()).first())


class StandingVerb(LanguageVerb):
    """A verb on what the world reads now."""

    def text(self) -> ExactText | None:
        return _published(self.version.publications.current(ministry_now()).first())


class Withdraw(StandingVerb):
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


class Conceal(StandingVerb):
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

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        alone = verbs.unconfirmed(self.version)
        if isinstance(alone, Review):
            text: ExactText | None = ExactText.of_document(alone.revision.document, self.version.language)
        else:
            text = _published(alone)
        return super().get_context_data(text=text, seen=_key(alone), **context)


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


def _published(publication: Publication | None) -> ExactText | None:
    return ExactText.of_publication(publication) if publication else None


def _say_replaced(request: HttpRequest, publication: Publication) -> None:
    """A verb that made room for itself by cancelling a schedule says so."""
    if publication.replaced is not None:
        sentence = _("What was scheduled for %(hour)s is cancelled.")
        messages.warning(request, sentence % {"hour": hour(publication.replaced.live_from)})


def _key(alone: Review | Publication | None) -> str:
    return f"{alone._meta.model_name}-{alone.pk}" if alone else ""
