"""Discards that ended: the working copy remembers only the one that holds now."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from comunicados.models.communique import Communique


class PastDiscard(models.Model):
    """Who put a communiqué away, when and why; and who took it up again. Append-only, written by `take_up`."""

    communique = models.ForeignKey(Communique, on_delete=models.PROTECT, related_name="past_discards")
    discarded_at = models.DateTimeField()
    discarded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    taken_up_at = models.DateTimeField()
    taken_up_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("past discard")
        verbose_name_plural = _("past discards")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="past_discard_with_a_reason"),
            models.CheckConstraint(
                condition=models.Q(taken_up_at__gte=models.F("discarded_at")),
                name="past_discard_ended_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.reason
