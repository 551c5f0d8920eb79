"""A preview: its text while its link lives; else one sentence, whatever ended it."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from comunicados.enums import Device, LinkState, Working
from comunicados.files.answers import answer
from comunicados.models import LanguageVersion, PreviewLink, StoredFile
from comunicados.models import Publication as Scheduled
from comunicados.preview.copy import appearances_of, text_of, topics_of
from comunicados.preview.devices import device_of
from comunicados.preview.files import frozen_files
from comunicados.public.dates import moment
from comunicados.public.models import Publication
from comunicados.public.participants import Participants
from comunicados.public.views.base import PublicView
from personas.clock import MinistryNow

DISCREET = {
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@method_decorator(sensitive_variables("token"), name="dispatch")
class PreviewView(PublicView):
    """What all answers at a link's addresses share: kept by nobody, found by nobody, and only for a link that lives.

    Reads revisions, so it is no part of the public site: it uses the desk's connection, and asks for one row alone,
    by the digest of a token of 256 bits.
    """

    cache_control = {"no_store": True}

    link: PreviewLink

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        for name, value in DISCREET.items():
            response[name] = value
        return response

    def answer(self, request: HttpRequest, token: str, **where: Any) -> HttpResponseBase:
        link = self._link(token)
        if link is None:
            return self.nothing(HTTPStatus.NOT_FOUND)
        if link.state != LinkState.LIVE:
            return self.nothing(HTTPStatus.GONE, self._public_path(link))
        self.link = link
        return super().answer(request, token=token, **where)

    def nothing(self, status: HTTPStatus, public_path: str = "") -> HttpResponse:
        """One page for every address that shows nothing; where the world reads the text by now it leads there."""
        return render(self.request, "preview/nothing.html", {"public_path": public_path}, status=status)

    def _link(self, token: str) -> PreviewLink | None:
        if not settings.PREVIEW_LINKS:
            return None
        links = PreviewLink.objects.at(token).filter(version__language=self.language)
        return links.with_state().select_related("version", "revision").first()

    def _public_path(self, link: PreviewLink) -> str:
        """As the public side knows it."""
        text = Publication.objects.listed().filter(version_id=link.version_id).only("path").first()
        return text.path if text else ""


class PreviewPage(PreviewView):
    """The copy. A visit is noted for every GET before anything is shown; robots that say so are shown no text."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        device = device_of(request.headers.get("User-Agent", ""))
        if request.method == "GET":
            self.link.log_visit(device)
        if device is Device.ROBOT:
            return render(request, "preview/for_a_robot.html")
        return render(request, "preview/preview.html", self._context())

    def _context(self) -> dict[str, Any]:
        version = LanguageVersion.objects.with_state().get(pk=self.link.version_id)
        document, language = self.link.revision.document, version.language
        scheduled = version.publications.pending(MinistryNow()).filter(digest=self.link.digest).first()
        return {
            "link": self.link,
            "state": _state(version, self.link, scheduled),
            "hour": scheduled.live_from if scheduled else None,
            "text": text_of(document, language, is_first=not version.was_public),
            "participants": Participants.of(appearances_of(document, language)),
            "topics": topics_of(document),
            "files": frozen_files(document, language, self.kwargs["token"]),
        }


class PreviewFile(PreviewView):
    """A file that the copy lists, or a size made of it; opening one is part of the visit."""

    def get(self, request: HttpRequest, token: str, digest: str, name: str, width: int = 0) -> HttpResponseBase:
        if device_of(request.headers.get("User-Agent", "")) is Device.ROBOT:
            return render(request, "preview/for_a_robot.html")
        listed = [(row["digest"], row["name"]) for row in self.link.revision.document["files"]]
        file = StoredFile.objects.filter(digest=digest).first() if (digest, name) in listed else None
        if file is None or (width and not file.renditions.filter(width=width).exists()):
            return self.nothing(HTTPStatus.NOT_FOUND)
        response = answer(request, digest, file.media_type, name, width)
        del response["ETag"]  # by which a browser would ask again for what it must not keep
        return response


def _state(version: LanguageVersion, link: PreviewLink, scheduled: Scheduled | None) -> str:
    """How far the very text of the copy is, in words; the working copy may have gone on."""
    if scheduled is not None:
        return _("scheduled for %(hour)s") % {"hour": moment(scheduled.live_from)}
    if version.digest != link.digest:
        return _("an earlier text, changed since")
    return str(Working(version.working).label)
