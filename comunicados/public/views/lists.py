"""The pages of lists: one view for every listing."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from comunicados.public.addresses import absolute, address
from comunicados.public.chips import chips
from comunicados.public.facets import Facet, Facets
from comunicados.public.feeds.formats import FORMATS, Format
from comunicados.public.filters import CommuniqueFilters, Values
from comunicados.public.hints import Hints
from comunicados.public.listings import Listing
from comunicados.public.marks import Marks
from comunicados.public.models import Silence
from comunicados.public.models.base import OTHER
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.moved import Moved
from comunicados.public.paging import Count, Cursor, RankedCursor, Turn
from comunicados.public.views.base import ContentView, Page

RELEVANCE = "relevance"  # the one `order` besides the newest first
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
        self.matches = self.filters.matches(self.source(), self.language)
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
                "turn": turn,
                "turned_to": {side: self._turned(**place) for side, place in turn.places.items()},
                "count": SimpleLazyObject(lambda: Count.of(self.publications)),
                "elsewhere": SimpleLazyObject(self._elsewhere),
                "silences": SimpleLazyObject(Silence.objects.told),
                "follow": self._follow_address(),
                "feeds": [(form, self.feed_address(form)) for form in FORMATS],
                **self._finding(turn),
                **self.found.details(self.clock.today),
            },
            address=self._turned(**turn.place),
            other=self.found.address_in(other) + self.filters.query_in(other, **self.order),
            is_translated=not turn.place,  # a place in this list is none in the other
            is_indexed=not self.filters.errors,
        )

    def _finding(self, turn: Turn) -> dict[str, Any]:
        """What the page says of its search and its filters."""
        return {
            "form": self.filters.form,
            "kept": self.filters.typed() | {name: [value] for name, value in self.order.items()},
            "is_narrowed": bool(self.filters.as_typed()),
            "asked": f"{self.action}?{self.filters.as_typed()}&{urlencode(self.order)}",
            "chips": chips(self.filters, self.language, self._changed),
            "facets": SimpleLazyObject(self._facets),
            "searched": self.text,
            "by_relevance": bool(self.order),
            "marks": Marks(self.text, self.language, turn.items) if self.text else None,
            "hints": Hints(self.text, self.language, self.found.publications()) if self.text else None,
            "orders": self._orders() if self.text else [],
        }

    def _facets(self) -> list[Facet]:
        facets = Facets(self.filters, self.matches, self.publications, self.language, self._changed)
        return facets.offered()

    def _orders(self) -> list[tuple[str, str, bool]]:
        """What each order is called, where it is had, and whether it is this one."""
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
        return Count.of(self.filters.narrow(self.found.untranslated(), OTHER[self.language]))

    def _turn(self) -> Turn:
        """What the entries of this page say; the bodies stay unread."""
        found = self.publications
        if self.found.appearances() is not None or self.filters.chosen.get("person"):
            found = found.few_by_name()
        cursor: type[Cursor] = Cursor
        if self.order:
            found, cursor = found.ranked(self.text, self.language), RankedCursor
        publications = found.select_related("kind").only(*ENTRY)
        if (appearances := self.found.appearances()) is not None:
            words = appearances.select_related("person").only(*WORDS)
            publications = publications.prefetch_related(Prefetch("appearances", words, to_attr="shown"))
        return Turn(publications, self.request.GET, cursor)

    def _changed(self, changes: Values) -> str:
        """The first page of the list with these filters changed, in the same order as far as there are words."""
        order = {} if changes.get("q") == [] else self.order
        return self.action + self.filters.query_in(self.language, changes, **order)

    def _turned(self, **place: str) -> str:
        return self.action + self.filters.query_in(self.language, **self.order, **place)
