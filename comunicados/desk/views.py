"""A thin view per verb: what it is called, what it asks for, what it does, what it says."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comunicados.desk import verb_forms, verbs
from comunicados.desk.agreements import Agree, Reopen
from comunicados.desk.erasing import Erase
from comunicados.desk.exact import ExactText
from comunicados.desk.hours import SENTENCES, told
from comunicados.desk.previews import Share
from comunicados.desk.states import hour
from comunicados.desk.verb_pages import CommuniqueVerb, LanguageVerb, SeenVerb
from comunicados.desk.withdraw_form import WithdrawForm
from comunicados.enums import Verb, Working
from comunicados.exceptions import NotInThisState, TextHasChanged
from comunicados.models import Confirmation, Publication, Review
from comunicados.moves import WHY_NOT
from personas.clock import ministry_now


class AskedVerb(SeenVerb):
    """A verb that lets a text on its way to the world: where one is live, it asks what this one is to its readers."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"following": self.following() if self.is_asked() else None}

    def is_asked(self) -> bool:
        return self.version.state.working is Working.DRAFT


class Submit(AskedVerb):
    verb, form_class = Verb.SUBMIT, verb_forms.SubmitForm
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


class Release(AskedVerb):
    verb, form_class = Verb.RELEASE, verb_forms.ReleaseForm
    what = _("You approve this text alone and in haste. A second person is asked to confirm it afterwards.")
    done = _("Released. A second person has to confirm it.")


class Publish(SeenVerb):
    verb, form_class, template_name = Verb.PUBLISH, verb_forms.PublishForm, "desk/publish.html"
    what = _("The world will read exactly this text. It cannot be changed afterwards, only corrected in the open.")
    done = _("Published.")
    scheduled = _("Scheduled: it is public from %(hour)s.")

    def get_initial(self) -> dict[str, Any]:
        """The hour that this very text waits for, to be changed; otherwise nothing: an embargo must not slip."""
        if self.version.scheduled_for is None or self.version.state.working is not Working.SAME:
            return {}
        return {"when": verb_forms.PublishForm.When.AT, "at": self.version.scheduled_for}

    def say(self, result: Publication) -> None:
        if result.live_from <= result.made_at:
            super().say(result)
        else:
            messages.success(self.request, self.scheduled % {"hour": told(result.live_from)})
        _say_replaced(self.request, result)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        now = timezone.localtime(ministry_now())
        return super().get_context_data(now=now, zone=settings.TIME_ZONE, sentences=SENTENCES, **context)


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
    verb, form_class, template_name = Verb.WITHDRAW, WithdrawForm, "desk/withdraw.html"
    what = _("The text is taken down at once; its address says so, with your reason. A second person confirms it.")
    done = _("Withdrawn. A second person has to confirm it.")

    def get_initial(self) -> dict[str, Any]:
        return {"languages": [self.version.language], "keep_text": True}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"communique": self.communique}

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

    def act(self, **given: Any) -> None:
        with transaction.atomic():
            self.communique.lock()
            verbs.require_voidable(self.communique)
            self.communique.void_number(by=self.request.user, **given)  # type: ignore[arg-type]


class Discard(CommuniqueVerb):
    verb, form_class = Verb.DISCARD, verb_forms.ReasonForm
    what = _("The draft leaves the lists; nothing of it is lost. A number that it holds becomes void.")
    done = _("Discarded.")


class TakeUp(CommuniqueVerb):
    verb = Verb.TAKE_UP
    what = _("The draft comes back to the lists, as it was.")
    done = _("Taken up again.")


OF_A_COMMUNIQUE: dict[str, type[CommuniqueVerb]] = {
    view.verb.value: view for view in (Agree, Reopen, VoidNumber, Discard, TakeUp)
}
OF_A_LANGUAGE: dict[str, type[LanguageVerb]] = {
    view.verb.value: view
    for view in (Submit, SendBack, Approve, Release, Publish, Cancel, Withdraw, Conceal, Confirm, Erase, Share)
}


def communique_verb(request: HttpRequest, pk: int, verb: str) -> HttpResponseBase:
    """The view of that verb on the whole; an unknown one is no page."""
    return _view_of(verb, OF_A_COMMUNIQUE)(request, pk=pk)


def language_verb(request: HttpRequest, pk: int, language: str, verb: str) -> HttpResponseBase:
    """The view of that verb on one language; an unknown one is no page."""
    return _view_of(verb, OF_A_LANGUAGE)(request, pk=pk, language=language)


def _view_of(verb: str, views: Mapping[str, type[CommuniqueVerb]]) -> Callable[..., HttpResponseBase]:
    if verb not in views:
        raise Http404
    return views[verb].as_view()


def _published(publication: Publication | None) -> ExactText | None:
    return ExactText.of_publication(publication) if publication else None


def _say_replaced(request: HttpRequest, publication: Publication) -> None:
    """A verb that made room for itself by cancelling a schedule says so."""
    if publication.replaced is not None:
        sentence = _("What was scheduled for %(hour)s is cancelled.")
        messages.warning(request, sentence % {"hour": hour(publication.replaced.live_from)})


def _key(alone: Review | Publication | None) -> str:
    return f"{alone._meta.model_name}-{alone.pk}" if alone else ""
