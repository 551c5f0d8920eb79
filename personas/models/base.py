"""What rows of the registry have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Named:
    """A row with a name in each language, either of which may be missing."""

    name_es: str
    name_en: str

    def __str__(self) -> str:
        return self.name_in("es")

    def name_in(self, language: str) -> str:
        """The name in that language, or in the other where it has none."""
        return (self.name_en or self.name_es) if language == "en" else (self.name_es or self.name_en)


class Shown(models.Model):
    """A row that is public from the hour in which a visible publication first names it, or as the registrar says."""

    shown_from = models.DateTimeField(
        _("public from"),
        null=True,
        blank=True,
        help_text=_("Empty: from the hour in which a published communiqué first names it."),
    )

    class Meta:
        abstract = True


class Mergeable(models.Model):
    """A row that may turn out to be another's double; it stays, and points to the one that is kept."""

    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    class Meta:
        abstract = True
