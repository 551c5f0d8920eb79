"""Visits of previews: what the desk needs to know of them, and no more."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados.enums import Device
from comunicados.models.preview_link import PreviewLink


class PreviewVisit(models.Model):
    """A preview was opened: when, on what sort of device. Append-only."""

    link = models.ForeignKey(PreviewLink, on_delete=models.PROTECT, related_name="visits")
    visited_at = models.DateTimeField()
    device = models.CharField(max_length=10, choices=Device.choices)

    class Meta:
        verbose_name = _("visit of a preview")
        verbose_name_plural = _("visits of previews")
        ordering = ["-visited_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(device__in=Device.values), name="preview_visit_by_a_known_device")
        ]

    def __str__(self) -> str:
        return f"{self.link_id}: {self.device}"
