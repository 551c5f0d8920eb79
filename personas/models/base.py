"""What rows of the registry have in common."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from personas.merging import Merger


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

    follows_mergers: ClassVar[tuple[str, ...]] = ("merged_into",)  # what was merged before points on, too

    class Meta:
        abstract = True

    def merge_into(self, survivor: Self, *, by: "User", seen: str = "") -> "Merger":
        """Let this row stand for `survivor` from now on; what that means is said in `personas.merging`.

        `seen` is the digest of the merger that its user was shown. Raises NotPermitted, MergedIntoItself,
        MergedAlready, RegistryHasChanged.
        """
        from personas.merging import merge  # which needs the models

        return merge(self, survivor, by=by, seen=seen)


def not_itself(model: str) -> models.CheckConstraint:
    condition: Any = Q(merged_into=None) | ~Q(merged_into=F("id"))
    return models.CheckConstraint(condition=condition, name=f"{model}_is_not_merged_into_itself")
