"""Concealments: what answers 410 in every form, for a reason that the public is told."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados.enums import Language
from comunicados.models.communique import Communique


class Concealment(models.Model):
    """A communiqué, one language of it, or one publication of that language is gone. Append-only."""

    communique = models.ForeignKey(Communique, on_delete=models.PROTECT, related_name="concealments")
    language = models.CharField(max_length=2, choices=Language.choices, blank=True, default="")
    publication = models.ForeignKey(
        "Publication", on_delete=models.PROTECT, null=True, blank=True, related_name="concealments"
    )
    reason = models.TextField(_("public reason"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("concealment")
        verbose_name_plural = _("concealments")
        constraints = [
            models.CheckConstraint(condition=~Q(reason_es="", reason_en=""), name="concealment_with_a_reason"),
            models.CheckConstraint(
                condition=Q(publication=None) | ~Q(language=""),
                name="concealment_of_a_version_names_its_language",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.communique_id} {self.language}".strip()
