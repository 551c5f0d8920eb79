"""The pages of lists: one view for every listing."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from comunicados.public.addresses import absolute
from comunicados.public.chips import chips
from comunicados.public.filters import CommuniqueFilters
from comunicados.public.listings import Listing
from comunicados.public.models import Silence
from comunicados.public.models.base import OTHER
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.moved import Moved
from comunicados.public.paging import Count, Turn
from comunicados.public.views.base import ContentView, Page

ENTRY = (*"headline subheadline path date first_live_from number rule".split(), "kind__name_es", "kind__name_en")
WORDS = (*"publication_id order name title organization_words courtesy role".split(), "person__slug")


class ListView(ContentView):
    """What the page and the feeds of a listing begin with. Raises Http404 where the address leads to nothing."""

    listing: type[Listing] = Listing

    def answer(self, request: HttpRequest, *args: Any, **where: Any) -> HttpResponseBase:
        try:
            return super().answer(request, *args, **where)
        except Moved as moved:
            return HttpResponsePermanentRedirect(moved.address(request))

    def ask(self, request: HttpRequest, where: dict[str, Any]) -> None:
        self.found = self.listing(self.language, **where)
        self.filters = CommuniqueFilters.asked(request)
        self.matches = self.filters.matches(self.found.publications(), self.language)
        self.publications = self.filters.narrow_matches(self.matches)

    def feed_address(self) -> str:
        query = self.filters.query_in(self.language)
        return absolute(self.request, self.found.feed_address() + query)


class ListPage(ListView, Page):
    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        self.ask(request, where)
        self.action = self.found.address_in(self.language)
        if self.filters.has_empty_fields():
            return HttpResponsePermanentRedirect(self._short_address())
        turn = Turn(self._with_what_is_shown(), request.GET)
        other = OTHER[self.language]
        return self.render(
            self.found.template_name,
            {
                "listing": self.found,
                "form": self.filters.form,
                "kept": self.filters.typed(),
                "action": self.action,
                "asked": self.action + self.filters.as_typed(),
                "chips": chips(self.filters, self.language, self._changed),
                "turn": turn,
                "turned_to": {side: self._turned(**place) for side, place in turn.places.items()},
                "count": SimpleLazyObject(lambda: Count.of(self.publications)),
                "elsewhere": SimpleLazyObject(self._elsewhere),
                "silences": SimpleLazyObject(Silence.objects.told),
                "feed": self.feed_address(),
                **self.found.details(),
            },
            address=self._turned(**turn.place),
            other=self.found.address_in(other) + self.filters.query_in(other),
            is_translated=not turn.place,  # a place in this list is none in the other
            is_indexed=not self.filters.errors,
        )

    def _short_address(self) -> str:
        """Of what a form asked that was not filled in everywhere; what cannot be read stays as it was typed."""
        query = self.filters.as_typed()
        return f"{self.action}?{query}" if query else self.action

    def _elsewhere(self) -> Count:
        """How many more there are in the other language only."""
        return Count.of(self.filters.narrow(self.found.untranslated(), OTHER[self.language]))

    def _with_what_is_shown(self) -> PublishedQuerySet:
        """What an entry of the list says; the bodies stay unread."""
        publications = self.publications.select_related("kind").only(*ENTRY)
        if (appearances := self.found.appearances()) is None:
            return publications
        words = appearances.select_related("person").only(*WORDS)
        return publications.prefetch_related(Prefetch("appearances", words, to_attr="shown"))

    def _changed(self, changes: Mapping[str, list[str]]) -> str:
        """The first page of the list with these filters changed."""
        return self.action + self.filters.query_in(self.language, changes)

    def _turned(self, **place: str) -> str:
        return self.action + self.filters.query_in(self.language, **place)
