"""Appointments: a person in a post, for a time."""

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from personas.models.base import Shown
from personas.models.person import Person
from personas.models.position import Position
from personas.querysets import PeriodQuerySet


class Appointment(Shown):
    """A person holds a post from `starts_on` until the day before `ends_on`; either end may be unknown.

    Acting and joint holders exist, so two appointments to one post may overlap.
    """

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="appointments"
    )
    position = models.ForeignKey(
        Position, verbose_name=_("position"), on_delete=models.PROTECT, related_name="appointments"
    )
    starts_on = models.DateField(_("from"), null=True, blank=True, help_text=_("The first day in the post."))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The first day no longer in the post."))
    is_acting = models.BooleanField(_("acting"), default=False)
    title = models.CharField(
        _("own title"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("Only where this holder is styled otherwise than the post: an acting head, a special envoy."),
    )

    title_es: str
    title_en: str

    objects = PeriodQuerySet.as_manager()
    follows_mergers: ClassVar[tuple[str, ...]] = ("person", "position")

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="appointment_ends_after_it_starts",
                violation_error_message=_("An appointment ends after it starts."),
            ),
            # what a participation's composite foreign key points to: an appointment of that very person
            models.UniqueConstraint(fields=["id", "person"], name="appointment_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.position}"

    def in_full(self) -> str:
        return f"{self} ({self.period()})"

    def period(self) -> str:
        """From its first day to its last, in the active language; "?" for a beginning that nobody knows."""
        first = date_format(self.starts_on) if self.starts_on else "?"
        return f"{first} – {date_format(self.last_day)}" if self.last_day else f"{first} –"

    @property
    def last_day(self) -> dt.date | None:
        return self.ends_on - dt.timedelta(days=1) if self.ends_on else None

    def holds_on(self, day: dt.date) -> bool:
        """Whether the period holds `day`, as far as is known: what the queryset's `on(day)` asks in SQL."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day < self.ends_on)

    def title_on(self, day: dt.date, language: str) -> str:
        """The title of this holder on that day: their own if they have one, else the post's in their gender."""
        own: str = self.title_en if language == "en" else self.title_es
        return own or self.position.title_on(day, language, self.person.gender)

    def overlapping(self) -> models.QuerySet["Appointment"]:
        """Other appointments to the same post whose period may touch this one; a warning, not an error."""
        others = Appointment.objects.filter(position=self.position).exclude(pk=self.pk)
        if self.ends_on:
            others = others.filter(Q(starts_on=None) | Q(starts_on__lt=self.ends_on))
        if self.starts_on:
            others = others.filter(Q(ends_on=None) | Q(ends_on__gt=self.starts_on))
        return others
