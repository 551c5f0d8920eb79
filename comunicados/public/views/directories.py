"""The people and the parties that communiqués name, to look somebody up."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from comunicados.public.addresses import address
from comunicados.public.filters import QUERY_LENGTH
from comunicados.public.models import Appearance, Appointment, Organization, Person
from comunicados.public.models.base import OTHER
from comunicados.public.views.base import Page

PEOPLE_FOUND = 100


class PersonSearch(forms.Form):
    q = forms.CharField(label=_("Search people"), max_length=QUERY_LENGTH, required=False)


class PeoplePage(Page):
    """Those whom a search finds, the likest first; else those under one letter."""

    def get(self, request: HttpRequest) -> HttpResponse:
        form = PersonSearch(request.GET)
        text = form.cleaned_data["q"] if form.is_valid() else ""
        letters = Person.objects.letters()
        letter = request.GET.get("letter", "")
        letter = letter if letter in letters else next(iter(letters), "")
        people = Person.objects.search(text)[:PEOPLE_FOUND] if text else Person.objects.under(letter)
        posts = Appointment.objects.select_related("position")
        posts = posts.annotate(title_borne=Appearance.objects.title_borne(self.language))
        query = f"?{urlencode({'q': text} if text else {'letter': letter})}" if request.GET else ""
        return self.render(
            "public/people.html",
            {
                "form": form,
                "text": text,
                "letters": letters,
                "letter": letter,
                "people": people.prefetch_related(Prefetch("appointments", posts)),
            },
            address=address("people") + query,
            other=address("people", OTHER[self.language]) + query,
            is_indexed=not text,
        )


class PartiesPage(Page):
    def get(self, request: HttpRequest) -> HttpResponse:
        parties = Organization.objects.parties().alphabetical(self.language)
        return self.render(
            "public/parties.html",
            {
                "states": [party for party in parties if party.is_state],
                "organizations": [party for party in parties if not party.is_state],
            },
            address=address("parties"),
            other=address("parties", OTHER[self.language]),
        )
