"""Erasure for legal reasons: the words go from the database for ever, by two persons; digest and reason remain.

What an erasure takes, and what stays, is said in loss.py and in docs/adr/0010. The database lets words go only under
a confirmed erasure and from the rows that it names, in one way (migration 0015).
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados import permissions
from comunicados.enums import Language, Verb
from comunicados.exceptions import NotConfirmable, NotInThisState, TextHasChanged, required
from comunicados.models.carrying_out import carry_out
from comunicados.models.language_version import LanguageVersion
from comunicados.models.loss import Loss
from comunicados.models.publication import Publication
from comunicados.models.verbs import verb
from comunicados.permissions import User
from personas.clock import ministry_now

ANSWERED = _("This erasure was confirmed or refused already.")


class ErasureQuerySet(models.QuerySet["Erasure"]):
    def waiting(self) -> Self:
        """Those that nobody has answered."""
        return self.filter(answer=None)


class Erasure(models.Model):
    """Somebody asks that a version be erased: with all of the same digest, so also the notice that withdrew it.

    Without a `publication`: all of that language. Append-only; it waits until it has an answer, one at a time for
    each language version. `reason` is told to the public, `ground` (the order, the file) to the desk.
    """

    version = models.ForeignKey(LanguageVersion, on_delete=models.PROTECT, related_name="erasures")
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, null=True, blank=True, related_name="erasures"
    )
    reason = models.TextField(_("public reason"))
    ground = models.TextField(_("legal ground"))
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()

    objects = ErasureQuerySet.as_manager()

    # the columns of each language
    reason_es: str
    reason_en: str

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-requested_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason_es="") & ~Q(reason_en="") & ~Q(ground=""), name="erasure_with_its_reasons"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id} v{self.publication.ordinal}" if self.publication else f"{self.version_id}"

    @classmethod
    @verb
    def request(
        cls,
        version: LanguageVersion,
        *,
        by: User,
        reason: dict[str, str],
        ground: str,
        publication: Publication | None,
    ) -> "Erasure":
        """Ask for it, with a public reason in both languages. Nothing is lost before somebody else confirms."""
        permissions.require(by, Verb.ERASE)
        version.communique.lock()
        if cls.objects.waiting().filter(version=version).exists():
            raise NotInThisState(_("Another erasure of this language waits for its confirmation."))
        erasure = cls(
            version=version,
            publication=publication,
            ground=required(ground),
            requested_by=by,
            requested_at=ministry_now(),
            **{f"reason_{language}": required(reason.get(language, "")) for language in Language.values},
        )
        erasure.loss().require_over()
        erasure.save(force_insert=True)
        return erasure

    @verb
    def confirm(self, *, by: User, seen: str = "") -> None:
        """Erase now, for ever. `seen` is the key of the Loss that the person had before their eyes.

        Raises NotConfirmable for whoever asked, NotInThisState while the world or the current text needs the words.
        """
        permissions.require(by, Verb.ERASE)
        self._begin()
        if self.requested_by_id == by.pk:
            raise NotConfirmable
        loss = self.loss()
        if seen and seen != loss.key:
            raise TextHasChanged
        loss.require_possible()
        self._answer(by=by, is_confirmed=True)
        carry_out(loss, by=by)

    @verb
    def refuse(self, *, by: User, reason: str) -> None:
        """Nothing is erased: the second person says no, or whoever asked takes it back."""
        permissions.require(by, Verb.ERASE)
        self._begin()
        self._answer(by=by, is_confirmed=False, note=required(reason))

    def loss(self) -> Loss:
        """What it would take, as things are now."""
        return Loss.of(self)

    def _begin(self) -> None:
        self.version.communique.lock()
        if ErasureAnswer.objects.filter(erasure=self).exists():
            raise NotInThisState(ANSWERED)

    def _answer(self, *, by: User, is_confirmed: bool, note: str = "") -> None:
        ErasureAnswer.objects.create(
            erasure=self, is_confirmed=is_confirmed, note=note, made_by=by, made_at=ministry_now()
        )


class ErasureAnswer(models.Model):
    """A second person confirmed an erasure, or somebody refused it, with a note. Append-only."""

    erasure = models.OneToOneField(Erasure, on_delete=models.PROTECT, related_name="answer")
    is_confirmed = models.BooleanField()
    note = models.TextField(blank=True, default="")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("answer to an erasure")
        verbose_name_plural = _("answers to erasures")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(is_confirmed=True) | ~Q(note=""), name="erasure_refused_with_a_note")
        ]

    def __str__(self) -> str:
        return f"{self.erasure}: {self.is_confirmed}"
