"""Election silence: kinds that no list shows for a time, although every text of them stays at its address."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from comunicados import permissions
from comunicados.document import Document
from comunicados.enums import Language
from comunicados.exceptions import Incomplete, NotInThisState, NotPermitted, PastHour, required
from comunicados.models.kind import Kind
from comunicados.models.verbs import verb
from comunicados.permissions import User
from comunicados.requirements import Missing
from personas.clock import MinistryNow, ministry_now


class SilenceQuerySet(models.QuerySet["Silence"]):
    def not_over(self, at: Any) -> Self:
        """Those that run, and those to come."""
        return self.filter(lifted_at=None).filter(Q(ends_at=None) | Q(ends_at__gt=at))

    def running(self, at: Any) -> Self:
        return self.not_over(at).filter(starts_at__lte=at)


class Silence(models.Model):
    """From `starts_at` until `ends_at` (half-open, empty: until lifted) no list shows these kinds; it says why.

    Never changed but by lifting it, never deleted: the rows are the log. The public side knows of it by the views.
    """

    kinds = models.ManyToManyField(Kind, verbose_name=_("kinds"), through="SilencedKind", related_name="silences")
    reason = models.TextField(_("public reason"))
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"), null=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    objects = SilenceQuerySet.as_manager()

    # the columns of each language
    reason_es: str
    reason_en: str

    class Meta:
        verbose_name = _("silence")
        verbose_name_plural = _("silences")
        ordering = ["-starts_at", "-pk"]
        default_permissions = ()
        permissions = [("set_silence", "Can take kinds off the lists for a time, and end that")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason_es="") & ~Q(reason_en=""), name="silence_with_its_reasons"),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")), name="silence_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None) | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="silence_lifted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.reason_in(get_language() or "es")

    def reason_in(self, language: str) -> str:
        return self.reason_en if language == Language.EN else self.reason_es

    @property
    def names(self) -> str:
        """Its kinds, in the language that is active."""
        return ", ".join(kind.name_in(get_language() or "es") for kind in self.kinds.all())

    def is_over(self, at: dt.datetime) -> bool:
        return self.lifted_at is not None or (self.ends_at is not None and self.ends_at <= at)

    def is_running(self, at: dt.datetime) -> bool:
        return self.starts_at <= at and not self.is_over(at)

    @classmethod
    @verb
    def begin(
        cls,
        kinds: Iterable[Kind],
        *,
        by: User,
        reason: dict[str, str],
        at: dt.datetime | None = None,
        until: dt.datetime | None = None,
    ) -> "Silence":
        """Take the kinds off every list from now or the future hour `at` on; `reason` is told there in public."""
        _require(by)
        chosen = list(kinds)
        if not chosen:
            raise Incomplete(_("Choose at least one kind."))
        now = ministry_now()
        if at is not None and at <= now:
            raise PastHour
        if until is not None and until <= (at or now):
            raise Incomplete(_("It would end before it begins."))
        silence = cls.objects.create(
            starts_at=at or now,
            ends_at=until,
            set_by=by,
            set_at=now,
            **{f"reason_{language}": required(reason.get(language, "")) for language in Language.values},
        )
        SilencedKind.objects.bulk_create(SilencedKind(silence=silence, kind=kind) for kind in chosen)
        return silence

    @verb
    def lift(self, *, by: User) -> None:
        """End it now, or call it off before it begins. Raises NotInThisState when it is over already."""
        _require(by)
        stored = Silence.objects.select_for_update().get(pk=self.pk)
        now = ministry_now()
        if stored.is_over(now):
            raise NotInThisState(_("This silence is over already."))
        self.lifted_by, self.lifted_at = by, now
        self.save(update_fields=["lifted_by", "lifted_at"])


class SilencedKind(models.Model):
    """One kind of a silence; written with it, and never afterwards."""

    silence = models.ForeignKey(Silence, on_delete=models.PROTECT, related_name="rows")
    kind = models.ForeignKey(Kind, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["kind__order", "pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["silence", "kind"], name="silenced_kind_once")]

    def __str__(self) -> str:
        return f"{self.silence_id}: {self.kind}"


def silenced(document: Document) -> Iterator[Missing]:
    """A warning where no list would show the text now."""
    if Silence.objects.running(MinistryNow()).filter(kinds__slug=document["facts"]["kind"]).exists():
        yield Missing("kind", _("A silence runs: no list of the public site shows this kind now."), blocks=False)


def _require(by: User) -> None:
    if not (by.is_active and by.has_perm(permissions.SILENCE)):
        raise NotPermitted
