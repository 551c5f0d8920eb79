"""Preview links at the desk: one page makes them, shows an address once, lists those there are, revokes them."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from comunicados import permissions
from comunicados.desk.verb_pages import SeenVerb
from comunicados.enums import Device, LinkState, Verb
from comunicados.exceptions import RecipientMissing, Refusal
from comunicados.models import PreviewLink, PreviewVisit
from comunicados.models.preview_link import USUAL
from comunicados.public.addresses import absolute

HOURS = {
    4: gettext_lazy("4 hours"),
    24: gettext_lazy("a day"),
    48: gettext_lazy("two days"),
    7 * 24: gettext_lazy("a week"),
    14 * 24: gettext_lazy("two weeks"),
}
SHOWN = 20  # visits of a link, one by one


class ShareForm(forms.Form):
    recipient = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=120,
        error_messages={"required": RecipientMissing.sentence},
        help_text=gettext_lazy("One person; the name stands on the page that they read."),
    )
    organization = forms.CharField(label=gettext_lazy("Of which office"), max_length=160, required=False)
    lasts = forms.TypedChoiceField(
        label=gettext_lazy("The address ends after"),
        choices=list(HOURS.items()),
        coerce=lambda hours: dt.timedelta(hours=int(hours)),
        initial=int(USUAL.total_seconds() // 3600),
    )


class Share(SeenVerb):
    """Freezes the text that the page shows; POST answers with the address, which is never shown again."""

    verb, form_class, template_name = Verb.SHARE, ShareForm, "desk/share.html"
    what = gettext_lazy(
        "Whoever has the address reads exactly this text, without signing in, until it ends, is revoked, or this"
        " language is published. Later changes do not reach it."
    )
    done = gettext_lazy("The link is made. Copy its address now: it is not shown again.")

    @property
    def instead_of(self) -> PreviewLink | None:
        """The link that is made anew: asked for in the address of the page, sent on by its form."""
        sent = self.request.POST.get("again") or self.request.GET.get("again") or ""
        if not sent:
            return None
        if not (sent.isascii() and sent.isdigit() and len(sent) < 19):
            raise Http404
        return get_object_or_404(self.version.preview_links, pk=sent)

    def get_initial(self) -> dict[str, Any]:
        again = self.instead_of
        return {"recipient": again.recipient, "organization": again.organization} if again else {}

    def act(self, **given: Any) -> PreviewLink:
        seen, by = self.request.POST.get("seen") or "nothing", self.request.user
        return PreviewLink.share(self.version, by=by, seen=seen, instead_of=self.instead_of, **given)  # type: ignore[arg-type]

    def after(self, result: PreviewLink) -> HttpResponse:
        """The page again, an empty form and the address on it: in no message, which a session would keep."""
        path = reverse(f"preview-{self.version.language}", args=[result.token])
        made = {"link": result, "address": absolute(self.request, path)}
        return self.render_to_response(self.get_context_data(form=ShareForm(), made=made), status=201)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        if self.is_permitted():
            links = self.version.preview_links.with_state().select_related("made_by", "revoked_by", "revision")
            context |= {
                "links": [Listed(link) for link in links.defer("revision__document").prefetch_related("visits")]
            }
            context |= {"again": self.instead_of if "made" not in context else None}
        return super().get_context_data(**context)


class Listed:
    """A link and what is known of its visits."""

    def __init__(self, link: PreviewLink) -> None:
        self.link = link
        visits = list(link.visits.all())
        self.visits = [visit for visit in visits if visit.device != Device.ROBOT]
        self.robots = len(visits) - len(self.visits)

    @property
    def is_live(self) -> bool:
        return self.link.state == LinkState.LIVE

    @property
    def state(self) -> str:
        return str(LinkState(self.link.state).label)

    @property
    def last(self) -> PreviewVisit | None:
        return self.visits[0] if self.visits else None

    @property
    def shown(self) -> list[PreviewVisit]:
        return self.visits[:SHOWN]


@require_POST
def revoke(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    of_communique = PreviewLink.objects.filter(version__communique=pk).select_related("version__communique")
    if not permissions.may(request.user, Verb.SHARE):  # type: ignore[arg-type]
        return HttpResponse(status=403)
    found = get_object_or_404(of_communique, pk=link)
    try:
        found.revoke(by=request.user)  # type: ignore[arg-type]
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The link for %(whom)s is revoked.") % {"whom": found})
    return HttpResponseRedirect(reverse("desk-verb", args=[pk, found.version.language, Verb.SHARE.value]))
