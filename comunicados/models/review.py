"""Reviews: who said what about which text. A later edit changes the digest, and the review no longer fits."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados import permissions
from comunicados.enums import Decision, Verb
from comunicados.exceptions import NotConfirmable
from comunicados.models.revision import Revision
from comunicados.permissions import User
from personas.clock import ministry_now


class Review(models.Model):
    """One step: submitted, sent back, approved, or released urgently by the author. Append-only.

    It is about a digest, the exact text of one language's page. The latest step that fits the current digest
    says how far the text is; nothing has to remember to void an older one.
    """

    version = models.ForeignKey("LanguageVersion", on_delete=models.PROTECT, related_name="reviews")
    decision = models.CharField(max_length=10, choices=Decision.choices)
    digest = models.CharField(max_length=64)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True, default="")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["version", "digest", "-made_at"], name="review_of_a_text")]
        permissions = []
        constraints = [
            models.CheckConstraint(condition=Q(decision__in=Decision.values), name="review_decision_is_known"),
            models.CheckConstraint(
                condition=~Q(decision__in=[Decision.SEND_BACK, Decision.RELEASE]) | ~Q(note=""),
                name="review_reason_where_one_is_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: {self.version_id}"


class Confirmation(models.Model):
    """A second person stands by what one did alone: an urgent release, or a withdrawal. Append-only."""

    release = models.OneToOneField(
        Review, on_delete=models.PROTECT, null=True, blank=True, related_name="confirmation"
    )
    withdrawal = models.OneToOneField(
        "Publication", on_delete=models.PROTECT, null=True, blank=True, related_name="confirmation"
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        constraints = [
            models.CheckConstraint(
                condition=Q(release=None, withdrawal__isnull=False) | Q(release__isnull=False, withdrawal=None),
                name="confirmation_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return str(self.release or self.withdrawal)

    @classmethod
    def give(cls, *, by: User, release: Review | None = None, withdrawal: models.Model | None = None) -> None:
        """Confirm one urgent release or one withdrawal; whoever did it cannot (NotConfirmable)."""
        permissions.require(by, Verb.CONFIRM)
        done = release or withdrawal
        if done is None or done.made_by_id == by.pk:  # type: ignore[attr-defined]
            raise NotConfirmable
        cls.objects.create(release=release, withdrawal=withdrawal, made_by=by, made_at=ministry_now())
