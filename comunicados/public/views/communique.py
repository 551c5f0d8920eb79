"""One communiqué, its versions, and what its addresses lead to once it has moved or gone."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from comunicados.public.changes import Changes
from comunicados.public.models import Address, Concealment, PageText, Publication, Version
from comunicados.public.participants import Participants
from comunicados.public.views.base import Page


class TextPage(Page):
    """A page that prints a text. Addresses are for ever: 200, 301 or 410."""

    @property
    def form(self) -> str:
        """What the address has after that of the page: see forms.py."""
        return ""

    def show(self, text: PageText, template: str, *, address: str, is_indexed: bool, **more: Any) -> HttpResponseBase:
        translation = text.translation
        context = {
            "text": text,
            "participants": Participants.of(text.appearances),
            "files": text.files,
            "topics": text.topics,
            "only_in": self.language,
        }
        return self.render(
            template,
            context | more,
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
        path = request.path_info.removesuffix(self.form)
        name = f"related {path}"
        related = [] if self.form else self.clock.kept(name)  # the dearest part of a page, and the one seldom read
        for text in Publication.objects.standing().filter(path=path).pages(related=related is None):
            if related is None:
                self.clock.keep(name, partial(getattr, text, "related"))
            else:
                text.related = related
            return self.show(text, "public/communique.html", address=path, is_indexed=not text.is_withdrawn)
        return self.elsewhere(path, self.form)


class VersionPage(TextPage):
    """An older version, or the current one at its own address, with what changed since the one before it."""

    def get(self, request: HttpRequest, ordinal: int, **date_and_slug: Any) -> HttpResponseBase:
        tail = f"v/{ordinal}/{self.form}"
        path = request.path_info.removesuffix(tail)
        standing = Publication.objects.standing().filter(path=path).values("version_id")
        versions = Version.objects.filter(version_id__in=standing, ordinal__in=(ordinal - 1, ordinal))
        texts = {text.ordinal: text for text in versions.pages()}
        if text := texts.get(ordinal):
            return self.show(
                text,
                "public/version.html",
                address=path if text.is_current else request.path_info.removesuffix(self.form),
                is_indexed=text.is_current and not text.is_withdrawn,
                changes=self._changes(text, texts.get(ordinal - 1)),
            )
        if current := standing.first():
            return self.gone(**current, ordinal=ordinal)
        return self.elsewhere(path, tail, ordinal=ordinal)

    def _changes(self, text: PageText, before: PageText | None) -> Changes | None:
        """None for a first version, a withdrawal, and one whose predecessor can no longer be read."""
        if before is None or text.predecessor is None or text.is_withdrawn:
            return None
        return Changes.of(text, before, text.predecessor)
