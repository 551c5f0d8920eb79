"""The pages of lists: one view for every listing."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from comunicados.public.addresses import absolute, address
from comunicados.public.chips import chips
from comunicados.public.entries import Entries
from comunicados.public.facets import Facet, Facets
from comunicados.public.feeds.formats import FORMATS, Format
from comunicados.public.filters import CommuniqueFilters, Values
from comunicados.public.hints import Hints
from comunicados.public.listings import Listing
from comunicados.public.models import Silence
from comunicados.public.models.base import OTHER
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.moved import Moved
from comunicados.public.paging import Count, RankedCursor, Turn
from comunicados.public.views.base import ContentView, Page

RELEVANCE = "relevance"  # the one `order` besides the newest first


class ListView(ContentView):
    """What the page and the feeds of a listing begin with. Raises Http404 where the address leads to nothing."""

    listing: type[Listing] = Listing

    def answer(self, request: HttpRequest, *args: Any, **where: Any) -> HttpResponseBase:
        try:
            return super().answer(request, *args, **where)
        except Moved as moved:
            return HttpResponsePermanentRedirect(moved.address(request))

    def ask(self, request: HttpRequest, where: dict[str, Any]) -> None:
        self.found = self.listing(self.language, self.clock.keep, **where)
        self.filters = CommuniqueFilters.asked(request, self.clock.keep)
        which = f"{type(self).__name__} {self.found.address_in(self.language)}"
        self.matches = self.filters.matches(self.source(), self.language, which)
        self.publications = self.filters.narrow_matches(self.matches)

    def source(self) -> PublishedQuerySet:
        return self.found.publications()

    def feed_address(self, form: Format, **place: str) -> str:
        query = self.filters.query_in(self.language, None, **place)
        return absolute(self.request, self.found.feed_address(form.name) + query)


class ListPage(ListView, Page):
    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        self.ask(request, where)
        self.action = self.found.address_in(self.language)
        self.text = self.filters.chosen.get("q", "")
        self.order = {"order": RELEVANCE} if self.text and request.GET.get("order") == RELEVANCE else {}
        if self.filters.has_empty_fields():
            return HttpResponsePermanentRedirect(self._short_address())
        turn = self._turn()
        other = OTHER[self.language]
        return self.render(
            self.found.template_name,
            {
                "listing": self.found,
                "action": self.action,
                # with the host: what its pages share names its feeds by their whole addresses
                "asked": f"{absolute(request, self.action)}?{self.filters.as_typed()}&{urlencode(self.order)}",
                "entries": Entries([place.pk for place in turn.items], self.found, self.text, self.clock),
                "turned_to": {side: self._turned(**place) for side, place in turn.places.items()},
                "by_relevance": bool(self.order),
                **{name: SimpleLazyObject(tell) for name, tell in self._shared().items()},
                **self.found.details(self.clock.today),
            },
            address=self._turned(**turn.place),
            other=self.found.address_in(other) + self.filters.query_in(other, **self.order),
            is_translated=not turn.place,  # a place in this list is none in the other
            is_indexed=not self.filters.errors,
        )

    def _shared(self) -> dict[str, Callable[[], Any]]:
        """What all the pages of the list say, and its feeds; each is asked for where a part of a page is made."""
        kept = self.filters.typed() | {name: [value] for name, value in self.order.items()}
        return {
            "form": lambda: self.filters.form,
            "kept": lambda: kept,
            "is_narrowed": self.filters.typed,
            "chips": lambda: chips(self.filters, self.language, self._changed),
            "facets": self._facets,
            "count": lambda: Count.of(self.publications),
            "elsewhere": self._elsewhere,
            "silences": Silence.objects.told,
            "follow": self._follow_address,
            "feeds": lambda: [(form, self.feed_address(form)) for form in FORMATS],
            "hints": self._hints,
            "orders": self._orders,
        }

    def _hints(self) -> Hints | None:
        return Hints(self.text, self.language, self.found.publications()) if self.text else None

    def _facets(self) -> list[Facet]:
        facets = Facets(self.filters, self.matches, self.publications, self.language, self._changed)
        return facets.offered()

    def _orders(self) -> list[tuple[str, str, bool]]:
        """What each order is called, where it is had, and whether it is this one; none without words to order by."""
        if not self.text:
            return []
        newest = self.action + self.filters.query_in(self.language)
        relevant = self.action + self.filters.query_in(self.language, order=RELEVANCE)
        return [(_("Newest first"), newest, not self.order), (_("By relevance"), relevant, bool(self.order))]

    def _short_address(self) -> str:
        """Of what a form asked that was not filled in everywhere; what cannot be read stays as it was typed."""
        query = urlencode(self.filters.typed() | self.order, doseq=True)
        return f"{self.action}?{query}" if query else self.action

    def _follow_address(self) -> str:
        """The page that explains following, set to what this list shows."""
        values = self.filters.values(self.language)
        changes = {
            name: list(dict.fromkeys([slug, *values.get(name, [])]))
            for name, slug in self.found.filter_in(self.language).items()
        }
        return address("follow") + self.filters.query_in(self.language, changes)

    def _elsewhere(self) -> Count:
        """How many more there are in the other language only."""
        return Count.of(self.filters.narrow(self.found.untranslated(), OTHER[self.language], f"beside {self.action}"))

    def _turn(self) -> Turn:
        found = self.publications
        if self.found.appearances() is not None or self.filters.chosen.get("person"):
            found = found.few_by_name(self.clock.keep, f"{self.action}?{self.filters.as_typed()}")
        if self.order:
            return Turn(found.ranked(self.text, self.language), self.request.GET, RankedCursor)
        return Turn(found, self.request.GET)

    def _changed(self, changes: Values) -> str:
        """The first page of the list with these filters changed, in the same order as far as there are words."""
        order = {} if changes.get("q") == [] else self.order
        return self.action + self.filters.query_in(self.language, changes, **order)

    def _turned(self, **place: str) -> str:
        return self.action + self.filters.query_in(self.language, **self.order, **place)
