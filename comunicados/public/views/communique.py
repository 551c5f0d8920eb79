"""One communiqué, its versions, and what its addresses lead to once it has moved or gone."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from comunicados.public.models import (
    Address,
    Appearance,
    Concealment,
    File,
    Publication,
    Replacement,
    Silence,
    Topic,
    Version,
)
from comunicados.public.models.base import OTHER
from comunicados.public.models.publication import Text
from comunicados.public.participants import Participants
from comunicados.public.views.base import Page


class TextPage(Page):
    """A page that prints a text. Addresses are for ever: 200, 301 or 410."""

    def show(
        self, text: Text, current: Publication, template: str, *, address: str, is_indexed: bool
    ) -> HttpResponse:
        other = Publication.objects.standing().in_language(OTHER[self.language])
        translation = other.filter(communique_id=text.communique_id).first()
        is_silent = not (current.is_listed or current.is_withdrawn or current.is_past)
        versions = list(Version.objects.filter(version_id=text.version_id))
        context = {
            "text": text,
            "current": current,
            "participants": Participants.of(Appearance.objects.filter(publication=text.pk).with_registry()),
            "files": File.objects.filter(publication=text.pk),
            "topics": Topic.objects.filter(publication_topics__publication=text.pk),
            "versions": versions,
            "predecessor": next((version for version in versions if version.pk == text.predecessor_id), None),
            "translation": translation,
            "silence": Silence.objects.filter(kind=current.kind_id).first() if is_silent else None,
            "replacement": Replacement.objects.filter(pk=text.pk).first() if text.is_withdrawn else None,
            "only_in": self.language,
        }
        return self.render(
            template,
            context,
            address=address,
            other=translation.path if translation else "",
            is_translated=is_indexed and translation is not None and not translation.is_withdrawn,
            is_indexed=is_indexed,
        )

    def elsewhere(self, path: str, tail: str = "", **concealed: Any) -> HttpResponseBase:
        """What answers at `path` + `tail` when no text stands there."""
        if moved := Address.objects.filter(path=path).first():
            return HttpResponsePermanentRedirect(moved.leads_to + tail)
        return self.gone(path=path, **concealed)

    def gone(self, **concealed: Any) -> HttpResponse:
        concealment = Concealment.objects.filter(**concealed).last()
        if concealment is None:
            raise Http404("Nothing was ever published there.")
        address = self.request.path_info
        context = {"concealment": concealment}
        return self.render("public/gone.html", context, address=address, is_indexed=False, status=410)


class CommuniquePage(TextPage):
    def get(self, request: HttpRequest, **date_and_slug: Any) -> HttpResponseBase:
        path = request.path_info
        text = Publication.objects.standing().select_related("kind").filter(path=path).first()
        if text is None:
            return self.elsewhere(path)
        return self.show(text, text, "public/communique.html", address=path, is_indexed=not text.is_withdrawn)


class VersionPage(TextPage):
    def get(self, request: HttpRequest, ordinal: int, **date_and_slug: Any) -> HttpResponseBase:
        tail = f"v/{ordinal}/"
        path = request.path_info.removesuffix(tail)
        current = Publication.objects.standing().filter(path=path).first()
        if current is None:
            return self.elsewhere(path, tail, ordinal=ordinal)
        text = Version.objects.select_related("kind").filter(version_id=current.version_id, ordinal=ordinal).first()
        if text is None:
            return self.gone(version_id=current.version_id, ordinal=ordinal)
        is_current = text.pk == current.pk
        return self.show(
            text,
            current,
            "public/version.html",
            address=path if is_current else request.path_info,
            is_indexed=is_current and not text.is_withdrawn,
        )
