"""The pages of lists: one view for every listing."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse

from comunicados.public.addresses import absolute
from comunicados.public.listings import Listing
from comunicados.public.models.base import OTHER
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.paging import Count, Turn
from comunicados.public.views.base import ContentView, Page


class ListView(ContentView):
    """What the page and the feeds of a listing begin with. Raises Http404 where the address leads to nothing."""

    listing: type[Listing] = Listing

    def ask(self, request: HttpRequest, where: dict[str, Any]) -> None:
        self.found = self.listing(self.language, **where)
        self.filters = self.found.filters.asked(request)
        self.publications = self.filters.narrow(self.found.publications(), self.language)

    def feed_address(self) -> str:
        query = self.filters.query_in(self.language)
        return absolute(self.request, self.found.feed_address() + query)


class ListPage(ListView, Page):
    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        self.ask(request, where)
        turn = Turn(self._with_what_is_shown(), request.GET)
        other = OTHER[self.language]
        elsewhere = self.filters.narrow(self.found.untranslated(), other)
        return self.render(
            self.found.template_name,
            {
                "listing": self.found,
                "form": self.filters.form,
                "action": self.found.address_in(self.language),
                "turn": turn,
                "turned_to": {side: self._turned(**place) for side, place in turn.places.items()},
                "count": Count.of(self.publications),
                "elsewhere": Count.of(elsewhere),
                "feed": self.feed_address(),
                **self.found.details(),
            },
            address=self._turned(**turn.place),
            other=self.found.address_in(other) + self.filters.query_in(other),
            is_translated=not turn.place,  # a place in this list is none in the other
            is_indexed=not self.filters.errors,
        )

    def _with_what_is_shown(self) -> PublishedQuerySet:
        words = Prefetch("appearances", self.found.appearances().select_related("person"), to_attr="shown")
        return self.publications.select_related("kind").prefetch_related(words)

    def _turned(self, **place: str) -> str:
        return self.found.address_in(self.language) + self.filters.query_in(self.language, **place)
