"""The filters of every list and feed, by the same names in both languages."""

import copy
import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.forms.utils import ErrorDict
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, DateFilter, FilterSet, ModelChoiceFilter, ModelMultipleChoiceFilter
from django_filters.fields import ModelMultipleChoiceField
from django_filters.filters import Filter

from comunicados.public.models import Appearance, Kind, MergedPerson, Organization, Person, Publication, Topic
from comunicados.public.models.base import Named
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.moved import Moved
from comunicados.public.once import Keep

QUERY_LENGTH = 200
MOST_AT_ONCE = 8  # people, parties or subjects that one address asks for together

Values = dict[str, list[str]]


class FilterForm(forms.Form):
    def add_error(self, field: str | None, error: Any) -> None:
        """What could not be read stays visible: a browser's date field would show nothing of it."""
        super().add_error(field, error)
        if field and isinstance(self.fields[field], forms.DateField):
            self.fields[field].widget.input_type = "text"


class TogetherField(ModelMultipleChoiceField):
    """Rows by their slugs; the field of a form that was left empty asks for nobody."""

    def clean(self, value: Iterable[str] | None) -> list[Named]:
        slugs = [slug for slug in value or () if slug.strip()]
        if len(set(slugs)) > MOST_AT_ONCE:
            sentence = _("At most %(most)s can be asked for at once.")
            raise forms.ValidationError(sentence, code="too_many", params={"most": MOST_AT_ONCE})
        return list(super().clean(slugs)) if slugs else []  # none is had without a query being built for it


class TogetherFilter(ModelMultipleChoiceFilter):
    """May be given several times: what it narrows to has all of them."""

    field_class = TogetherField


class PartyFilter(TogetherFilter):
    @property
    def field(self) -> forms.Field:
        """Named by the slug of the page's language."""
        self.extra["to_field_name"] = Organization.slug_field(self.parent.request.LANGUAGE_CODE)
        return super().field


def the_people(request: HttpRequest) -> QuerySet[Person]:
    """Nobody chooses from a list of everybody: those are offered whom the address names."""
    return Person.objects.filter(slug__in=_asked(request, "person")).order_by("slug")


def the_parties(request: HttpRequest) -> QuerySet[Organization]:
    slug_field = Organization.slug_field(request.LANGUAGE_CODE)
    named = Organization.objects.filter(**{f"{slug_field}__in": _asked(request, "party")})
    return named.order_by("slug_es")  # the same order in both languages


def the_topics(request: HttpRequest) -> QuerySet[Topic]:
    return Topic.objects.filter(slug__in=_asked(request, "topic"))


def _asked(request: HttpRequest, name: str) -> list[str]:
    return request.GET.getlist(name)[: MOST_AT_ONCE + 1]


def date_filter(label: Any, lookup: str) -> DateFilter:
    return DateFilter(
        "date",
        lookup,
        label=label,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "form": "find"}),
        error_messages={"invalid": _("This is not a date. Write year, month and day, for example 2024-01-31.")},
    )


class CommuniqueFilters(FilterSet):
    """Reads a query string once, for the texts of either language.

    A name that nobody bears is a 404; a date that cannot be read is an error of the form, and is not applied.
    """

    q = CharFilter(label=_("Search the communiqués"), max_length=QUERY_LENGTH)
    person = TogetherFilter(label=_("Person"), queryset=the_people, to_field_name="slug")
    party = PartyFilter(label=_("Country or organization"), queryset=the_parties)
    kind = ModelChoiceFilter(label=_("Kind"), queryset=Kind.objects.all(), to_field_name="slug")
    topic = TogetherFilter(label=_("Subject"), queryset=the_topics, to_field_name="slug")

    class Meta:
        model = Publication
        fields: list[str] = []
        form = FilterForm

    def __init__(self, request: HttpRequest, keep: Keep[Any]) -> None:
        """Django-filter copies every filter and builds the form for each request. Most ask for no filter at all, and
        what the others ask is read once, and kept for all the pages of a list (see ContentClock.keep)."""
        self.data, self.request, self.keep = request.GET, request, keep
        self.is_bound, self.form_prefix = True, None

    @cached_property
    def filters(self) -> dict[str, Filter]:
        filters = copy.deepcopy(self.base_filters)
        for each in filters.values():
            each.parent, each.model = self, Publication
        return filters

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        """`from` is a word of Python: as an attribute it cannot be written."""
        return super().get_filters() | {
            "from": date_filter(_("From"), "gte"),
            "to": date_filter(_("To"), "lte"),
        }

    @classmethod
    def asked(cls, request: HttpRequest, keep: Keep[Any]) -> "CommuniqueFilters":
        """The filters as the query string has them, read. Raises Http404 for a name that nobody bears, Moved for one
        that a merged row bore."""
        filters = cls(request, keep)
        filters.chosen  # noqa: B018
        return filters

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """What each filter was set to, in their one order; those that were not are not here."""
        if not self.typed():
            return {}
        chosen: dict[str, Any] = self.keep(f"filters {self.request.LANGUAGE_CODE} {self.as_typed()}", self._read)
        return chosen

    def _read(self) -> dict[str, Any]:
        if "person" in self.form.errors:
            for slug in _asked(self.request, "person"):
                if survivor := MergedPerson.new_slug("slug", slug):
                    raise Moved(survivor, "person", slug)
        for errors in self.form.errors.as_data().values():
            if any(error.code == "invalid_choice" for error in errors):
                raise Http404("Nothing and nobody of that name.")
        read = self.form.cleaned_data
        return {name: read[name] for name in self.base_filters if read.get(name)}

    @property
    def errors(self) -> ErrorDict:
        """Of what was typed and could not be read, by field."""
        return ErrorDict() if self.typed().keys() == self.chosen.keys() else self.form.errors

    def matches(self, publications: PublishedQuerySet, language: str, which: str) -> PublishedQuerySet:
        """Those of the publications (`which` names them) that hold the words."""
        if not (text := self.chosen.get("q")):
            return publications
        return publications.holding(text, language).few_by_name(self.keep, f"{which} {language} {text}")

    def narrow_matches(self, matches: PublishedQuerySet, *, but: str = "") -> PublishedQuerySet:
        """Those `matches` that all the other filters leave, or all but those that are called so."""
        for name, value in self.chosen.items():
            if name not in {"q", *but.split()}:
                of_rows = getattr(self, f"filter_{name}", None)
                matches = of_rows(matches, value) if of_rows else self.base_filters[name].filter(matches, value)
        return matches

    def narrow(self, publications: PublishedQuerySet, language: str, which: str) -> PublishedQuerySet:
        return self.narrow_matches(self.matches(publications, language, which))

    def filter_person(self, publications: PublishedQuerySet, people: Any) -> PublishedQuerySet:
        for person in people:
            appearances = Appearance.objects.of_person(person)
            publications = publications.featuring(
                appearances, appearances.few_texts(self.keep, f"person {person.pk}")
            )
        return publications

    def filter_party(self, publications: PublishedQuerySet, parties: Any) -> PublishedQuerySet:
        for party in parties:
            appearances = Appearance.objects.of_party(party)
            few = appearances.few_texts(self.keep, f"party {party.pk}")
            publications = publications.featuring(appearances, few)
        return publications

    def filter_topic(self, publications: PublishedQuerySet, topics: Any) -> PublishedQuerySet:
        for topic in topics:
            publications = publications.about(topic)
        return publications

    def typed(self) -> Values:
        """What was asked of these filters, read or not: no empty field, nothing twice, in their one order."""
        asked = {name: [text for text in self.data.getlist(name) if text.strip()] for name in self.base_filters}
        return {name: list(dict.fromkeys(texts)) for name, texts in asked.items() if texts}

    def as_typed(self) -> str:
        return urlencode(self.typed(), doseq=True)

    def has_empty_fields(self) -> bool:
        """As the query string of a form has them that was not filled in everywhere."""
        return any(not text.strip() for name in self.base_filters for text in self.data.getlist(name))

    def values(self, language: str) -> Values:
        """The filters that are set, in their one order, as addresses of that language write them."""
        return {name: written(value, language) for name, value in self.chosen.items()}

    def query_in(self, language: str, changes: Values | None = None, /, **place: str) -> str:
        """The query string of the same filters, but for the `changes`, for pages of that language; then `place`."""
        values = self.values(language) | (changes or {})
        parts = urlencode({name: values[name] for name in self.base_filters if values.get(name)} | place, doseq=True)
        return f"?{parts}" if parts else ""


def of_year(year: int) -> Values:
    """The filters by which a list shows one year of it."""
    return {"from": [f"{year:04}-01-01"], "to": [f"{year:04}-12-31"]}


def written(value: Any, language: str) -> list[str]:
    if isinstance(value, Named):
        return [value.slug_in(language)]
    if isinstance(value, list):
        return [row.slug_in(language) for row in value]
    return [value.isoformat() if isinstance(value, dt.date) else str(value)]
