"""The feeds of lists: of each the newest communiqués, and before them all that it ever held, in three forms."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string

from comunicados.public.addresses import absolute
from comunicados.public.feeds.formats import RSS, Format
from comunicados.public.feeds.item import LANGUAGE_TAGS, Feed, Withdrawal, item_of
from comunicados.public.feeds.sequence import Document, Place, Text, archived, light, newest, whole
from comunicados.public.models import Publication, Silence, Version
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.models.whole import WholeText
from comunicados.public.views.lists import ListView


class FeedView(ListView):
    """A document of a list's feed: the one to subscribe to, or, with `archive`, one of its archive (RFC 5005)."""

    format: ClassVar[Format] = RSS

    def source(self) -> PublishedQuerySet:
        """Feeds also tell of what was withdrawn."""
        return self.found.standing()

    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        self.ask(request, where)
        if self.filters.errors:
            return HttpResponseBadRequest(self._errors(), content_type="text/plain; charset=utf-8")
        self.site = absolute(request, "")
        asked = request.GET.get("archive")
        found, today = self.publications, self.clock.midnight
        # whole texts are read in the same query the first time; then what the feed says of each is there
        name = f"feed {self.site} {request.get_full_path()}"
        read = light if self.clock.kept(name) else whole
        document = archived(found, Place.read(asked), read) if asked else newest(found, today, read)
        withdrawn = [Withdrawal.of(text) for text in document.withdrawn]
        written = self.format.document(self._feed(document), self._pieces(document.texts), withdrawn)
        self.clock.keep(name, lambda: True)
        return HttpResponse(written, content_type=f"{self.format.media_type}; charset=utf-8")

    def _errors(self) -> str:
        form = self.filters.form
        return "\n".join(f"{form[name].label}: {' '.join(errors)}" for name, errors in form.errors.items())

    def _feed(self, document: Document) -> Feed:
        ministry = settings.MINISTRY_NAME[self.language]
        told = [*document.texts, *document.withdrawn]
        return Feed(
            title=f"{ministry}: {self.found.title}",
            description=" ".join([f"{self.found.title}. {ministry}", *self._silences()]),
            language=LANGUAGE_TAGS[self.language],
            author=ministry,
            site=self.site,
            page=self.site + self.found.address_in(self.language) + self.filters.query_in(self.language),
            address=self._address(document.place),
            current=self._address(),
            older=self._address(document.older) if document.older else "",
            newer=self._address(document.newer) if document.newer else "",
            is_archive=document.place is not None,
            updated=max((text.live_from for text in told), default=self.clock.last_change),
            is_empty=not told,
        )

    def _address(self, place: Place | None = None) -> str:
        archive = {"archive": str(place)} if place else {}
        return self.feed_address(self.format, **archive)

    def _silences(self) -> list[str]:
        """What the feed does not list now, and why: a sentence for each silence."""
        return self.clock.keep(f"silences in feeds {self.language}", _told_silences)

    def _pieces(self, texts: Sequence[Text]) -> list[str]:
        """What the form says of each text: written once for a content clock, for the feeds of all lists."""
        whole = {text.pk: text for text in texts if isinstance(text, WholeText)}
        name = f"piece {self.format.name} {self.site}"
        return self.clock.keep_each(name, [text.pk for text in texts], lambda missing: self._write(missing, whole))

    def _write(self, missing: list[int], whole: dict[int, WholeText]) -> dict[int, str]:
        unread = [pk for pk in missing if pk not in whole]
        read = [whole[pk] for pk in missing if pk in whole]
        if unread:
            read += Publication.objects.filter(pk__in=unread).whole()
        changes = _earlier_corrections(read)
        return {text.pk: self.format.piece(item_of(text, self.site, changes.get(text.version_id))) for text in read}


def _told_silences() -> list[str]:
    return [
        render_to_string("public/parts/silence.txt", {"kinds": kinds, "silence": silence})
        for silence, kinds in Silence.objects.told()
    ]


def _earlier_corrections(texts: Sequence[WholeText]) -> dict[int, dt.datetime]:
    """By version, the hour of the last correction told, of texts that were changed since without one: of few."""
    quiet = [text.version_id for text in texts if text.predecessor_id and not text.note]
    if not quiet:
        return {}
    told = Version.objects.filter(version_id__in=quiet, predecessor_id__isnull=False).exclude(note="").order_by()
    return dict(told.values("version_id").annotate(last=Max("live_from")).values_list("version_id", "last"))
