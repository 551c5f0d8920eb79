"""The lists of the archive: the communiqués of a year, a month or a day."""

import calendar
import datetime as dt
from typing import Any

from django.db.models import Count, Q
from django.http import Http404
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst

from comunicados.public import archive
from comunicados.public.addresses import address
from comunicados.public.dates import day, month
from comunicados.public.listings import Listing
from comunicados.public.models import Concealment, Publication, Version
from comunicados.public.models.base import OTHER
from comunicados.public.models.publication import PublishedQuerySet
from comunicados.public.once import Keep


class Archive(Listing):
    """It answers once a text bore such a date, also when that was corrected, withdrawn or concealed since."""

    template_name = "public/archive.html"

    def __init__(
        self, language: str, keep: Keep[Any], year: int, month: int | None = None, day: int | None = None
    ) -> None:
        super().__init__(language, keep)
        parts = {"year": year, "month": month, "day": day}
        self.parts = {name: part for name, part in parts.items() if part is not None}
        self.name = list(self.parts)[-1]
        try:
            self.first = dt.date(**{"month": 1, "day": 1} | self.parts)
            days = calendar.monthrange(year, month or 12)[1]
            self.last = dt.date(**{"month": 12, "day": days} | self.parts)
        except ValueError as error:
            raise Http404("No such day.") from error
        if not keep(f"was ever {self.parts}", self._was_ever):
            raise Http404("Nothing was ever published under that date.")

    def _was_ever(self) -> bool:
        """In either language, so that the switch to the other one never leads to nothing."""
        dated = Version.objects.filter(language__in=OTHER, date__range=(self.first, self.last))
        spanish, english = (Q(path__startswith=self.address_in(language)) for language in OTHER)
        return dated.exists() or Concealment.objects.filter(spanish | english).exists()

    @property
    def title(self) -> str:
        return capfirst(self._called(self.first))

    def _called(self, date: dt.date) -> str:
        return {"year": str(date.year), "month": month(date), "day": day(date)}[self.name]

    def narrow(self, publications: PublishedQuerySet) -> PublishedQuerySet:
        return publications.filter(date__range=(self.first, self.last))

    def parts_in(self, language: str) -> dict[str, Any]:
        return self.parts

    def details(self, today: dt.date) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "year": {"months": SimpleLazyObject(lambda: archive.months(self.first.year, self._numbers()))},
            "month": {
                "weekdays": SimpleLazyObject(archive.weekdays),
                "weeks": SimpleLazyObject(lambda: archive.weeks(self.first, self._numbers())),
            },
        }
        return {"first": self.first, "neighbours": SimpleLazyObject(self._neighbours)} | shown.get(self.name, {})

    def _numbers(self) -> dict[dt.date, int]:
        """How many there are of each day that has any."""
        days = self.publications().order_by().values_list("date")
        return dict(days.annotate(number=Count("pk")))

    def _neighbours(self) -> dict[str, tuple[str, str]]:
        """The nearest period before this one and after it that holds anything, by name and address."""
        listed = Publication.objects.listed().in_language(self.language)
        before = listed.filter(date__lt=self.first).newest_first().values("date")[:1]
        after = listed.filter(date__gt=self.last).newest_first().reverse().values("date")[:1]
        dates = [row["date"] for row in before.union(after, all=True)]
        return {"before" if date < self.first else "after": self._place(date) for date in dates}

    def _place(self, date: dt.date) -> tuple[str, str]:
        parts = {name: getattr(date, name) for name in self.parts}
        return self._called(date), address(self.name, self.language, **parts)
