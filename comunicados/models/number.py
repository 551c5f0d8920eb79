"""The series of numbers: one per kind and year of the dateline, shared by both languages, without a gap."""

from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from comunicados.exceptions import NumberTaken
from comunicados.models.communique import Communique
from comunicados.models.kind import Kind
from comunicados.permissions import User
from personas.clock import ministry_now
from personas.locks import take_turn


class SeriesNumber(models.Model):
    """A number that was drawn. It is issued when a publication of its communiqué was public, held until then,
    or void with a reason; it stays with its communiqué for ever (a trigger lets only the voiding happen)."""

    kind = models.ForeignKey(Kind, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField()
    communique = models.ForeignKey(Communique, on_delete=models.PROTECT, related_name="numbers")
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    void_reason = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("number")
        verbose_name_plural = _("numbers")
        permissions = [("void_seriesnumber", "Can declare a number void")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "year", "value"], name="series_number_once"),
            models.UniqueConstraint(
                fields=["communique"], condition=Q(voided_at=None), name="series_number_one_per_communique"
            ),
            models.CheckConstraint(
                condition=Q(voided_at=None, void_reason="", voided_by=None)
                | (Q(voided_at__isnull=False, voided_by__isnull=False) & ~Q(void_reason="")),
                name="series_number_void_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind.slug} {self.value}/{self.year}"

    @classmethod
    def of(cls, communique: Communique) -> "SeriesNumber | None":
        """The communiqué's number; the next of its series when it has none and its kind is numbered.

        An archive entry draws none: it has the number that it bore, or none that anybody knows (see `issue`).
        Call it within the transaction that publishes: until that ends, others who draw from the series wait,
        and if it fails the number was never drawn.
        """
        if number := cls.objects.filter(communique=communique, voided_at=None).first():
            return number
        if communique.is_archive or not communique.kind.is_numbered:
            return None
        kind, year = communique.kind, communique.date.year
        take_turn(f"series {kind.pk} {year}")
        last = cls.objects.filter(kind=kind, year=year).aggregate(last=Max("value"))["last"] or 0
        return cls.objects.create(kind=kind, year=year, value=last + 1, communique=communique)

    @classmethod
    def issue(cls, communique: Communique, value: int) -> "SeriesNumber":
        """The number that an old communiqué bore. Raises NumberTaken when another of that kind and year has it."""
        kind, year = communique.kind, communique.date.year
        take_turn(f"series {kind.pk} {year}")
        if holder := cls.objects.filter(kind=kind, year=year, value=value).select_related("communique").first():
            raise NumberTaken(NumberTaken.sentence % {"number": holder, "headline": holder.communique})
        return cls.objects.create(kind=kind, year=year, value=value, communique=communique)

    def void(self, *, by: User, reason: str) -> None:
        self.voided_at, self.voided_by, self.void_reason = ministry_now(), by, reason
        self.save(update_fields=["voided_at", "voided_by", "void_reason"])
