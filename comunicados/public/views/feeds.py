"""The feeds of lists: the newest communiqués of a listing, for machines."""

import re
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.http import http_date
from django.utils.text import Truncator

from comunicados.public.addresses import absolute, address
from comunicados.public.models import Appearance, Publication, Silence
from comunicados.public.participants import Participants
from comunicados.public.rss import Rss
from comunicados.public.views.lists import ListView

LENGTH = 50
SUMMARY_WORDS = 60
LANGUAGE_TAGS = {"es": f"es-{settings.MINISTRY_REGION}", "en": "en"}
HREF = re.compile(r'(?<=href=")[^"]*')


class RssFeed(ListView):
    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        self.ask(request, where)
        if self.filters.errors:
            return HttpResponseBadRequest(self._errors(), content_type="text/plain; charset=utf-8")
        ministry = settings.MINISTRY_NAME[self.language]
        feed = Rss(
            title=f"{ministry}: {self.found.title}",
            link=absolute(request, self.found.address_in(self.language) + self.filters.query_in(self.language)),
            description=" ".join([f"{self.found.title}. {ministry}", *self._silences()]),
            language=LANGUAGE_TAGS[self.language],
            self_address=self.feed_address(),
        )
        for publication in self._newest():
            feed.add_item(author_name=ministry, **self._item(publication))
        response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
        if last_change := self._last_change():
            response["Last-Modified"] = http_date(last_change.timestamp())
        return response

    def _errors(self) -> str:
        form = self.filters.form
        return "\n".join(f"{form[name].label}: {' '.join(errors)}" for name, errors in form.errors.items())

    def _newest(self) -> Any:
        """By the hour in which each went live for the first time; what enters the archive is not news."""
        people = Prefetch("appearances", Appearance.objects.with_registry())
        return (
            self.publications.filter(is_archive=False)
            .select_related("kind")
            .prefetch_related("topics", "files", people)
            .order_by("-first_live_from", "-pk")[:LENGTH]
        )

    def _silences(self) -> list[str]:
        """What the feed does not list now, and why: a sentence for each silence."""
        return [
            render_to_string("public/parts/silence.txt", {"kinds": kinds, "silence": silence})
            for silence, kinds in Silence.objects.told()
        ]

    def _last_change(self) -> Any:
        """A withdrawal is a change too, although the feed does not list it; so are a silence and a last day."""
        standing = self.found.narrow(Publication.objects.standing().in_language(self.language))
        newest = standing.order_by("-live_from").values_list("live_from", flat=True).first()
        return max(filter(None, (newest, self.clock.lists_changed)), default=None)

    def _item(self, publication: Publication) -> dict[str, Any]:
        link = absolute(self.request, publication.path)
        participants = Participants.of(publication.appearances.all())
        content = render_to_string("public/feed_item.html", {"text": publication, "participants": participants})
        summary = Truncator(strip_tags(publication.body.replace("><", "> <"))).words(SUMMARY_WORDS)
        return {
            "title": publication.headline,
            "link": link,
            "description": publication.subheadline or summary,
            "content": HREF.sub(lambda href: urljoin(link, href[0]), content),
            "pubdate": publication.first_live_from,
            "updateddate": publication.live_from,
            "unique_id": f"urn:uuid:{publication.uid}",
            "enclosure": self._enclosure(publication),
            "subjects": list(self._subjects(publication, participants)),
        }

    def _enclosure(self, publication: Publication) -> dict[str, str]:
        """The first photograph; RSS has room for one."""
        for file in publication.files.all():
            if file.is_photograph:
                url = absolute(self.request, file.path)
                return {"url": url, "length": str(file.size), "type": file.media_type}
        return {}

    def _subjects(self, publication: Publication, participants: Participants) -> Any:
        """Kind and topics by the filters that offer them, countries by the list of them."""
        latest = absolute(self.request, address("latest"))
        parties = absolute(self.request, address("parties"))
        yield f"{latest}#id_kind", publication.kind.name_in(self.language)
        for topic in publication.topics.all():
            yield f"{latest}#id_topic", topic.name_in(self.language)
        for delegation in participants.delegations:
            if delegation.party:
                yield parties, delegation.party.name_in(self.language)
