"""The people, the parties and the topics that communiqués name, to look one up."""

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from comunicados.public.addresses import address
from comunicados.public.filters import QUERY_LENGTH
from comunicados.public.frequent import with_posts
from comunicados.public.models import Organization, Person, PublicationTopic, Topic
from comunicados.public.models.base import OTHER
from comunicados.public.models.registry import initial
from comunicados.public.views.base import Page

PEOPLE_FOUND = 100
PARTIES_FOUND = 100


class PersonSearch(forms.Form):
    q = forms.CharField(label=_("Search people"), max_length=QUERY_LENGTH, required=False)


class PartySearch(forms.Form):
    q = forms.CharField(
        label=_("Search countries, organizations and their bodies"), max_length=QUERY_LENGTH, required=False
    )


class PeoplePage(Page):
    """Those whom a search finds, the likest first; else those under one letter."""

    def get(self, request: HttpRequest) -> HttpResponse:
        form = PersonSearch(request.GET)
        text = form.cleaned_data["q"] if form.is_valid() else ""
        letters = Person.objects.letters()
        letter = request.GET.get("letter", "")
        letter = letter if letter in letters else next(iter(letters), "")
        people = Person.objects.search(text)[:PEOPLE_FOUND] if text else Person.objects.under(letter)
        query = f"?{urlencode({'q': text} if text else {'letter': letter})}" if request.GET else ""
        return self.render(
            "public/people.html",
            {
                "form": form,
                "text": text,
                "letters": letters,
                "letter": letter,
                "people": with_posts(people, self.language),
            },
            address=address("people") + query,
            other=address("people", OTHER[self.language]) + query,
            is_indexed=not text,
        )


class PartiesPage(Page):
    """States and organizations; for a search, the likest of them and of the bodies below them first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        form = PartySearch(request.GET)
        text = form.cleaned_data["q"] if form.is_valid() else ""
        query = f"?{urlencode({'q': text})}" if text else ""
        return self.render(
            "public/parties.html",
            {"form": form, "text": text, **(self._found(text) if text else self._all())},
            address=address("parties") + query,
            other=address("parties", OTHER[self.language]) + query,
            is_indexed=not text,
        )

    def _found(self, text: str) -> dict[str, Any]:
        return {"found": Organization.objects.select_related("parent").search(text, self.language)[:PARTIES_FOUND]}

    def _all(self) -> dict[str, Any]:
        parties = list(Organization.objects.parties().alphabetical(self.language))
        states = [party for party in parties if party.is_state]
        by_letter = groupby(states, lambda state: initial(getattr(state, f"sort_key_{self.language}")))
        return {
            "states": [(letter, list(under)) for letter, under in by_letter],
            "organizations": [party for party in parties if not party.is_state],
        }


class TopicsPage(Page):
    """Those of which any text is listed, in whatever language; the others keep their addresses."""

    def get(self, request: HttpRequest) -> HttpResponse:
        texts = PublicationTopic.objects.filter(topic=OuterRef("pk"), publication__is_listed=True)
        return self.render(
            "public/topics.html",
            {"topics": Topic.objects.filter(Exists(texts)).alphabetical(self.language)},
            address=address("topics"),
            other=address("topics", OTHER[self.language]),
        )
