"""Organizations: a tree whose roots are the parties of diplomacy, States and international organizations."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from personas.fields import PermanentSlugField, search_text_of, sort_key_of
from personas.models.base import Mergeable, Named, Shown, not_itself
from personas.querysets import RegistryQuerySet


class Organization(Named, Shown, Mergeable):
    """A State, an international organization, or a body below one of them (a ministry, an agency, an office).

    Names are the ministry's own policy; CLDR only fills those of States first.
    """

    class Kind(models.TextChoices):
        STATE = "state", _("State")
        INTERNATIONAL = "international", _("international organization")
        BODY = "body", _("body of a State or organization")

    ROOTS = (Kind.STATE, Kind.INTERNATIONAL)

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.BODY)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="bodies",
        help_text=_("The State or organization that this body is part of; empty for States themselves."),
    )
    iso_code = models.CharField(
        _("ISO code"),
        max_length=2,
        blank=True,
        default="",
        help_text=_("Two letters (ISO 3166), for States."),
    )
    name = models.CharField(_("name"), max_length=200)
    acronym = models.CharField(_("acronym"), max_length=30, blank=True, default="")
    slug_es = PermanentSlugField(_("address (Spanish)"), from_field="name_es")
    slug_en = PermanentSlugField(_("address (English)"), from_field="name_en")
    sort_key_es = sort_key_of("name_es")
    sort_key_en = sort_key_of("name_en")
    search_text = search_text_of("name_es", "name_en", "acronym_es", "acronym_en")

    objects = RegistryQuerySet.as_manager()

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        indexes = [
            GinIndex(fields=["search_text"], name="organization_search", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["sort_key_es"], name="organization_sort_es"),
            models.Index(fields=["sort_key_en"], name="organization_sort_en"),
        ]
        constraints = [
            not_itself("organization"),
            models.CheckConstraint(
                condition=Q(kind="body", parent__isnull=False) | Q(~Q(kind="body"), parent__isnull=True),
                name="organization_roots_are_states_and_international",
                violation_error_message=_(
                    "A body belongs to a State or an organization; States and international organizations "
                    "belong to nobody."
                ),
            ),
            models.CheckConstraint(
                condition=Q(iso_code="") | Q(iso_code__regex=r"^[A-Z]{2}$", kind="state"),
                name="organization_iso_code_of_a_state",
                violation_error_message=_("The ISO code is two capital letters, and only States have one."),
            ),
            models.UniqueConstraint(
                fields=["iso_code"],
                condition=~Q(iso_code=""),
                name="organization_iso_code_once",
                violation_error_message=_("Another State has this ISO code."),
            ),
            models.CheckConstraint(
                condition=~Q(name_es="") | ~Q(name_en=""),
                name="organization_has_a_name",
                violation_error_message=_("Give the name in at least one language."),
            ),
        ]

    def root(self) -> "Organization":
        """The State or international organization at the top: the delegation of those who act for this body."""
        top = self
        while top.parent is not None:
            top = top.parent
        return top
