"""What each list of communiqués holds: all of them, those about a person, a post, a country, a topic."""

import datetime as dt
from collections import Counter
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from comunicados.public.addresses import address
from comunicados.public.archive import BESIDE, years
from comunicados.public.charts import BarChart, Figure, Timeline, every_year
from comunicados.public.filters import of_year
from comunicados.public.frequent import COMPARED, most_frequent
from comunicados.public.models import (
    Appearance,
    Appointment,
    File,
    MergedPerson,
    MergedPosition,
    Organization,
    Person,
    Position,
    Publication,
    Topic,
)
from comunicados.public.models.appearance import AppearanceQuerySet
from comunicados.public.models.base import OTHER, Merged, Named
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.moved import Moved
from comunicados.public.once import Keep

CHARTED = 5_000  # of a list, its newest texts


class Listing:
    """A list of communiqués in one language: a page and feeds at one address.

    Made of the parts of that address; raises Http404 where it leads to nothing.
    """

    name: str  # of its pattern in urls.py
    template_name: ClassVar[str]

    def __init__(self, language: str, keep: Keep[Any]) -> None:
        """`keep` keeps what was found for all the pages and feeds of the list: see ContentClock.keep."""
        self.language, self.keep = language, keep

    @property
    def title(self) -> str:
        raise NotImplementedError

    def narrow(self, publications: PublishedQuerySet) -> PublishedQuerySet:
        """Only those of this list, in whatever language they are."""
        return publications

    def standing(self) -> PublishedQuerySet:
        return self.narrow(Publication.objects.standing().in_language(self.language))

    def publications(self) -> PublishedQuerySet:
        return self.standing().listed()

    def untranslated(self) -> PublishedQuerySet:
        """What the list holds in the other language for which there is no text in this one."""
        others = Publication.objects.listed().in_language(OTHER[self.language])
        return self.narrow(others).in_this_language_only(self.language)

    def parts_in(self, language: str) -> dict[str, Any]:
        """The parts of this list's address in that language."""
        return {}

    def address_in(self, language: str) -> str:
        return address(self.name, language, **self.parts_in(language))

    def feed_address(self, form: str) -> str:
        return address(f"{self.name}-{form}", self.language, **self.parts_in(self.language))

    def filter_in(self, language: str) -> dict[str, str]:
        """The filter of all communiqués that is the same as this list, where there is one."""
        return {}

    def appearances(self) -> AppearanceQuerySet | None:
        """Whose words each communiqué is listed with."""
        return None

    def details(self, today: dt.date) -> dict[str, Any]:
        """What else the page says; read only where a template asks for it."""
        return {}


class Latest(Listing):
    name = "latest"
    template_name = "public/latest.html"

    @property
    def title(self) -> str:
        return _("Communiqués")

    def details(self, today: dt.date) -> dict[str, Any]:
        return {"years": SimpleLazyObject(lambda: years(self.language)), "beside": BESIDE}


class About(Listing):
    """The communiqués about a row of the registry, or about a topic. Raises Moved."""

    model: ClassVar[type[Named]]
    merged: ClassVar[type[Merged] | None] = None
    is_filter: ClassVar[bool] = False  # whether all lists may be narrowed to the row, by the name of this one

    def __init__(self, language: str, keep: Keep[Any], slug: str) -> None:
        super().__init__(language, keep)
        slug_field = self.model.slug_field(language)
        named = self.subjects().filter(**{slug_field: slug})
        self.subject: Any = keep(f"{self.name} {slug_field} {slug}", named.first)
        if self.subject is None:
            if self.merged and (survivor := self.merged.new_slug(slug_field, slug)):
                raise Moved(survivor)
            raise Http404("Nobody and nothing of that name.")

    def subjects(self) -> QuerySet[Any]:
        return self.model._default_manager.all()

    def filter_in(self, language: str) -> dict[str, str]:
        return {self.name: self.subject.slug_in(language)} if self.is_filter else {}

    @property
    def title(self) -> str:
        return self.subject.name_in(self.language)

    def parts_in(self, language: str) -> dict[str, Any]:
        return {"slug": self.subject.slug_in(language)}

    def counted(self) -> AppearanceQuerySet:
        """Those of whom the page says how often they appear in the list."""
        return Appearance.objects.all()

    def details(self, today: dt.date) -> dict[str, Any]:
        people = SimpleLazyObject(lambda: most_frequent(self.counted(), self.publications(), self.language))
        return {
            "chart": SimpleLazyObject(self._by_year),
            "people": people,
            "charted": CHARTED,
            "compared": COMPARED,
            "beside": BESIDE,
        }

    def _by_year(self) -> BarChart:
        """Of the newest texts, as many as are read for a chart."""
        dates = self.publications().newest_first().values_list("date", flat=True)[:CHARTED]
        numbers = Counter(date.year for date in dates)
        own = self.address_in(self.language)
        return BarChart(
            [
                Figure(str(year), number, f"{own}?{urlencode(of_year(year), doseq=True)}")
                for year, number in every_year(numbers)
            ]
        )


class Featuring(About):
    """The communiqués in which a row of the registry appears, with its words in each."""

    def narrow(self, publications: PublishedQuerySet) -> PublishedQuerySet:
        appearances = self.appearances()
        return publications.featuring(appearances, appearances.few_texts(self.keep, f"{self.name} {self.subject.pk}"))

    def appearances(self) -> AppearanceQuerySet:
        raise NotImplementedError


class AboutPerson(Featuring):
    name = "person"
    template_name = "public/person.html"
    model = Person
    is_filter = True
    merged = MergedPerson

    def appearances(self) -> AppearanceQuerySet:
        return Appearance.objects.of_person(self.subject)

    def counted(self) -> AppearanceQuerySet:
        return Appearance.objects.of_others(self.subject)

    def details(self, today: dt.date) -> dict[str, Any]:
        return super().details(today) | {
            "timeline": SimpleLazyObject(lambda: self._timeline(today)),
            "portrait": SimpleLazyObject(lambda: File.objects.portrait(self.subject, self.language)),
        }

    def _timeline(self, today: dt.date) -> Timeline:
        posts = Appointment.objects.filter(person=self.subject).select_related("position")
        return Timeline(posts.annotate(title_borne=Appearance.objects.title_borne(self.language)), today)


class AboutPosition(Featuring):
    name = "position"
    template_name = "public/position.html"
    model = Position
    merged = MergedPosition

    def appearances(self) -> AppearanceQuerySet:
        return Appearance.objects.of_position(self.subject)

    def subjects(self) -> QuerySet[Any]:
        return Position.objects.with_newest_title().select_related("organization")

    @property
    def title(self) -> str:
        return capfirst(self.subject.title_in(self.language)) or super().title

    def details(self, today: dt.date) -> dict[str, Any]:
        return super().details(today) | {"timeline": SimpleLazyObject(lambda: self._timeline(today))}

    def _timeline(self, today: dt.date) -> Timeline:
        holders = Appointment.objects.filter(position=self.subject).select_related("person")
        texts = Publication.objects.listed().in_language(self.language)
        number = texts.featuring(Appearance.objects.in_appointment()).counted(BESIDE)
        return Timeline(holders.annotate(number=number), today)


class AboutParty(Featuring):
    name = "party"
    template_name = "public/party.html"
    model = Organization
    is_filter = True

    def appearances(self) -> AppearanceQuerySet:
        return Appearance.objects.of_party(self.subject)

    def counted(self) -> AppearanceQuerySet:
        return self.appearances()

    def subjects(self) -> QuerySet[Any]:
        return Organization.objects.select_related("parent")

    def details(self, today: dt.date) -> dict[str, Any]:
        bodies = Organization.objects.filter(parent=self.subject).alphabetical(self.language)
        return super().details(today) | {"bodies": bodies}


class AboutTopic(About):
    name = "topic"
    template_name = "public/topic.html"
    model = Topic

    def narrow(self, publications: PublishedQuerySet) -> PublishedQuerySet:
        return publications.about(self.subject)
