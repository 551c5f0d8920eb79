"""What each list of communiqués holds: all of them, those of a day, a person, a post, a country."""

import calendar
import datetime as dt
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from comunicados.public.addresses import address
from comunicados.public.dates import day, month
from comunicados.public.models import (
    Appearance,
    Appointment,
    Concealment,
    MergedPerson,
    MergedPosition,
    Organization,
    Person,
    Position,
    Publication,
    Version,
)
from comunicados.public.models.base import OTHER, Merged, Named
from comunicados.public.models.publication import AppearanceQuerySet, PublishedQuerySet
from comunicados.public.moved import Moved


class Listing:
    """A list of communiqués in one language: a page and feeds at one address.

    Made of the parts of that address; raises Http404 where it leads to nothing.
    """

    name: str  # of its pattern in urls.py
    template_name: ClassVar[str]

    def __init__(self, language: str) -> None:
        self.language = language

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

    def details(self) -> dict[str, Any]:
        """What else the page says."""
        return {}


class Latest(Listing):
    name = "latest"
    template_name = "public/latest.html"

    @property
    def title(self) -> str:
        return _("Communiqués")

    def details(self) -> dict[str, Any]:
        return {"years": self.publications().dates("date", "year", order="DESC")}


class Archive(Listing):
    """The communiqués of a year, a month or a day.

    It answers once a text bore such a date, also when that was corrected, withdrawn or concealed since.
    """

    template_name = "public/archive.html"

    def __init__(self, language: str, year: int, month: int | None = None, day: int | None = None) -> None:
        super().__init__(language)
        parts = {"year": year, "month": month, "day": day}
        self.parts = {name: part for name, part in parts.items() if part is not None}
        self.name = list(self.parts)[-1]
        try:
            self.first = dt.date(**{"month": 1, "day": 1} | self.parts)
            days = calendar.monthrange(year, month or 12)[1]
            self.last = dt.date(**{"month": 12, "day": days} | self.parts)
        except ValueError as error:
            raise Http404("No such day.") from error
        if not self._was_ever():
            raise Http404("Nothing was ever published under that date.")

    def _was_ever(self) -> bool:
        """In either language, so that the switch to the other one never leads to nothing."""
        dated = Version.objects.filter(language__in=OTHER, date__range=(self.first, self.last))
        spanish, english = (Q(path__startswith=self.address_in(language)) for language in OTHER)
        return dated.exists() or Concealment.objects.filter(spanish | english).exists()

    @property
    def title(self) -> str:
        name = {"year": str(self.first.year), "month": month(self.first), "day": day(self.first)}[self.name]
        return capfirst(name)

    def narrow(self, publications: PublishedQuerySet) -> PublishedQuerySet:
        return publications.filter(date__range=(self.first, self.last))

    def parts_in(self, language: str) -> dict[str, Any]:
        return self.parts

    def details(self) -> dict[str, Any]:
        found = self.publications()
        dates = {"year": found.dates("date", "month"), "month": found.dates("date", "day")}
        return {"first": self.first, "dates": dates.get(self.name)}


class About(Listing):
    """The communiqués in which a row of the registry appears, with its words in each. Raises Moved."""

    model: ClassVar[type[Named]]
    merged: ClassVar[type[Merged] | None] = None
    is_filter: ClassVar[bool] = False  # whether all lists may be narrowed to the row, by the name of this one

    def __init__(self, language: str, slug: str) -> None:
        super().__init__(language)
        slug_field = self.model.slug_field(language)
        self.subject: Any = self.subjects().filter(**{slug_field: slug}).first()
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

    def narrow(self, publications: PublishedQuerySet) -> PublishedQuerySet:
        return publications.featuring(self.appearances())

    def parts_in(self, language: str) -> dict[str, Any]:
        return {"slug": self.subject.slug_in(language)}

    def appearances(self) -> AppearanceQuerySet:
        raise NotImplementedError


class AboutPerson(About):
    name = "person"
    template_name = "public/person.html"
    model = Person
    is_filter = True
    merged = MergedPerson

    def appearances(self) -> AppearanceQuerySet:
        return Appearance.objects.of_person(self.subject)

    def details(self) -> dict[str, Any]:
        posts = Appointment.objects.filter(person=self.subject).select_related("position")
        title = Appearance.objects.title_borne(self.language)
        return {"posts": posts.annotate(title_borne=title), "is_about_person": True}


class AboutPosition(About):
    name = "position"
    template_name = "public/position.html"
    model = Position
    merged = MergedPosition

    def appearances(self) -> AppearanceQuerySet:
        return Appearance.objects.of_position(self.subject)

    def subjects(self) -> QuerySet[Any]:
        return Position.objects.with_newest_title()

    @property
    def title(self) -> str:
        return capfirst(self.subject.title_in(self.language)) or super().title

    def details(self) -> dict[str, Any]:
        return {"holders": Appointment.objects.filter(position=self.subject).select_related("person")}


class AboutParty(About):
    name = "party"
    template_name = "public/party.html"
    model = Organization
    is_filter = True

    def appearances(self) -> AppearanceQuerySet:
        return Appearance.objects.of_party(self.subject)
