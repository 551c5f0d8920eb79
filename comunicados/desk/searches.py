"""Saved searches: kept from the list of communiqués, counted on the worklist, removed by their owner."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import IntegerField, Value
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from comunicados import permissions
from comunicados.desk.criteria import canonical, matching
from comunicados.models import SavedSearch
from comunicados.permissions import User

SHOWN = 10
COUNTED = 100


@dataclass(frozen=True)
class Counted:
    """A saved search and how many communiqués it finds now: at most one more than are counted."""

    search: SavedSearch
    found: int

    @property
    def count(self) -> str:
        return f"{COUNTED}+" if self.found > COUNTED else str(self.found)

    @property
    def url(self) -> str:
        return list_url(self.search.query)


def counted(user: User) -> list[Counted]:
    """The user's searches, each with its count: two queries, however many they are."""
    searches = list(SavedSearch.objects.filter(owner=user)[:SHOWN])
    hits = [
        matching(search.query)
        .order_by()
        .annotate(of=Value(place, IntegerField()))
        .values_list("of", flat=True)[: COUNTED + 1]
        for place, search in enumerate(searches)
    ]
    found = list(hits[0].union(*hits[1:], all=True)) if hits else []
    return [Counted(search, found.count(place)) for place, search in enumerate(searches)]


def list_url(query: str) -> str:
    page = reverse("admin:comunicados_communique_changelist")
    return f"{page}?{query}" if query else page


class SearchForm(forms.ModelForm):
    """For one owner, who keeps as many as the worklist shows; one of the same name is replaced."""

    class Meta:
        model = SavedSearch
        fields = ["name", "query"]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        others = SavedSearch.objects.filter(owner=self.instance.owner).exclude(name=name)
        if others.count() >= SHOWN:
            sentence = _("You keep %(most)s searches already. Remove one on the worklist first.")
            raise forms.ValidationError(sentence % {"most": SHOWN})
        return name

    def clean_query(self) -> str:
        query = canonical(self.cleaned_data["query"])
        if not query:
            raise forms.ValidationError(_("There is nothing to save: search or filter the list first."))
        return query


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the search under its name."""
    user: User = request.user  # type: ignore[assignment]
    if not user.has_perm(permissions.READ):
        raise PermissionDenied
    form = SearchForm(request.POST, instance=SavedSearch(owner=user))
    if form.is_valid():
        name, query = form.cleaned_data["name"], form.cleaned_data["query"]
        SavedSearch.objects.update_or_create(owner=user, name=name, defaults={"query": query})
        messages.success(request, _("“%(name)s” is on your worklist.") % {"name": name})
    for sentence in (error for errors in form.errors.get_json_data().values() for error in errors):
        messages.error(request, sentence["message"])
    return HttpResponseRedirect(list_url(canonical(request.POST.get("query", ""))))


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a search of one's own; somebody else's is no page."""
    search = get_object_or_404(SavedSearch, pk=pk, owner=request.user)
    search.delete()
    messages.success(request, _("“%(name)s” is no longer on your worklist.") % {"name": search.name})
    return HttpResponseRedirect(reverse("admin:index"))
