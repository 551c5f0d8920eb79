"""The filters of every list and feed, by the same names in both languages."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, DateFilter, FilterSet, ModelChoiceFilter
from django_filters.filters import Filter

from comunicados.public.models import Appearance, Kind, MergedPerson, Organization, Person, Publication, Topic
from comunicados.public.models.base import Named
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.moved import Moved

QUERY_LENGTH = 200


class FilterForm(forms.Form):
    def add_error(self, field: str | None, error: Any) -> None:
        """What could not be read stays visible: a browser's date field would show nothing of it."""
        super().add_error(field, error)
        if field and isinstance(self.fields[field], forms.DateField):
            self.fields[field].widget.input_type = "text"

    def offered(self) -> list[forms.BoundField]:
        """The fields beside the search that have anything to choose from."""
        fields = [field for field in self if field.name != "q"]
        return [field for field in fields if not _is_empty(getattr(field.field, "queryset", None))]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the words of the search is filled in."""
        return any(self[name].value() for name in self.fields if name != "q")


def _is_empty(queryset: QuerySet[Any] | None) -> bool:
    return queryset is not None and queryset.query.is_empty()


def the_person(request: HttpRequest) -> QuerySet[Person]:
    """Nobody chooses from a list of everybody: the field offers the one whom the address names."""
    slug = request.GET.get("person")
    return Person.objects.filter(slug=slug) if slug else Person.objects.none()


def the_party(request: HttpRequest) -> QuerySet[Organization]:
    slug = request.GET.get("party")
    slug_field = Organization.slug_field(request.LANGUAGE_CODE)
    return Organization.objects.filter(**{slug_field: slug}) if slug else Organization.objects.none()


def all_parties(request: HttpRequest) -> QuerySet[Organization]:
    """States and international organizations; also the body below one of them that the address names."""
    parties = Organization.objects.parties() | the_party(request)
    return parties.alphabetical(request.LANGUAGE_CODE)


class PartyFilter(ModelChoiceFilter):
    @property
    def field(self) -> forms.Field:
        """Named by the slug of the page's language."""
        self.extra["to_field_name"] = Organization.slug_field(self.parent.request.LANGUAGE_CODE)
        return super().field


def date_filter(label: Any, lookup: str) -> DateFilter:
    return DateFilter(
        "date",
        lookup,
        label=label,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("This is not a date. Write year, month and day, for example 2024-01-31.")},
    )


class CommuniqueFilters(FilterSet):
    """Reads a query string once, for the texts of either language.

    A name that nobody bears is a 404; a date that cannot be read is an error of the form, and is not applied.
    """

    q = CharFilter(label=_("Search the communiqués"), max_length=QUERY_LENGTH, method="filter_text")
    person = ModelChoiceFilter(
        label=_("Person"), queryset=the_person, to_field_name="slug", empty_label=_("All"), method="filter_person"
    )
    party = PartyFilter(
        label=_("Country or organization"), queryset=all_parties, empty_label=_("All"), method="filter_party"
    )
    kind = ModelChoiceFilter(label=_("Kind"), queryset=Kind.objects.all(), to_field_name="slug", empty_label=_("All"))
    topic = ModelChoiceFilter(
        "topics", label=_("Subject"), queryset=Topic.objects.all(), to_field_name="slug", empty_label=_("All")
    )

    class Meta:
        model = Publication
        fields: list[str] = []
        form = FilterForm

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        """`from` is a word of Python: as an attribute it cannot be written."""
        return super().get_filters() | {
            "from": date_filter(_("From"), "gte"),
            "to": date_filter(_("To"), "lte"),
        }

    @classmethod
    def asked(cls, request: HttpRequest) -> "CommuniqueFilters":
        """The filters as the query string has them, read. Raises Http404 for a name that nobody bears, Moved for one
        that a merged row bore."""
        filters = cls(request.GET, request=request)
        if "person" in filters.errors and (survivor := MergedPerson.new_slug("slug", request.GET["person"])):
            raise Moved(survivor, "person")
        for errors in filters.errors.as_data().values():
            if any(error.code == "invalid_choice" for error in errors):
                raise Http404("Nothing and nobody of that name.")
        return filters

    def narrow(self, publications: PublishedQuerySet, language: str) -> PublishedQuerySet:
        self.language = language
        narrowed: PublishedQuerySet = self.filter_queryset(publications)
        return narrowed

    def filter_text(self, publications: PublishedQuerySet, name: str, text: str) -> PublishedQuerySet:
        return publications.holding(text, self.language)

    def filter_person(self, publications: PublishedQuerySet, name: str, person: Person) -> PublishedQuerySet:
        return publications.featuring(Appearance.objects.of_person(person))

    def filter_party(self, publications: PublishedQuerySet, name: str, party: Organization) -> PublishedQuerySet:
        return publications.featuring(Appearance.objects.of_party(party))

    def as_typed(self) -> str:
        """What was asked of these filters, read or not, as a query string."""
        return urlencode({name: self.data[name] for name in self.form.fields if self.data.get(name)})

    def query_in(self, language: str, **place: str) -> str:
        """The query string of the same filters, in their one order, for the pages of that language; then `place`."""
        read = {name: written(value, language) for name, value in self.form.cleaned_data.items() if value}
        parts = urlencode(read | place)
        return f"?{parts}" if parts else ""


class FiltersOfAbout(CommuniqueFilters):
    """Of the list about a person, post or party: there the other parties are not offered, only taken."""

    party = PartyFilter(
        label=_("Country or organization"), queryset=the_party, empty_label=_("All"), method="filter_party"
    )


def written(value: object, language: str) -> str:
    if isinstance(value, Named):
        return value.slug_in(language)
    return value.isoformat() if isinstance(value, dt.date) else str(value)
