"""What only the communiqués have that were written with others."""

from typing import TYPE_CHECKING, Any

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados.document import Document, digest, page
from comunicados.enums import Language, Original
from comunicados.exceptions import AgreedTextIsLocked
from personas.models import Organization

if TYPE_CHECKING:
    from comunicados.models import Agreement


def _first_delegation(label: Any) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        Organization,
        verbose_name=label,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to=Q(kind__in=Organization.ROOTS),
        help_text=_("Empty: our own."),
    )


class JointText(models.Model):
    """The part of a communiqué that speaks of the other side: its version, its place, its agreement."""

    courtesy_translation = models.BooleanField(
        _("courtesy translation"),
        default=False,
        db_default=False,
        help_text=_("Of a joint text: only the original was agreed, and the page of its translation says so."),
    )
    counterpart_url = models.CharField(
        _("the counterpart's version"),
        max_length=500,
        blank=True,
        default="",
        db_default="",
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Of a joint text: the address (https) at which the other side published it."),
    )
    counterpart_language = models.CharField(
        _("language of the counterpart's version"), max_length=12, blank=True, default="", db_default=""
    )
    first_delegation_es = _first_delegation(_("delegation named first in the Spanish text"))
    first_delegation_en = _first_delegation(_("delegation named first in the English text"))

    first_delegation_es_id: int | None
    first_delegation_en_id: int | None
    agreements: Any  # of Agreement.communique

    class Meta:
        abstract = True

    def set_joint_facts(self, facts: Document) -> None:
        """Take from a document's facts what only joint texts have. Does not save."""
        self.courtesy_translation = facts.get("courtesy_translation", False)
        counterpart = facts.get("counterpart", {"url": "", "language": ""})
        self.counterpart_url, self.counterpart_language = counterpart["url"], counterpart["language"]
        there = Organization.objects.in_bulk(facts.get("first_delegation", {}).values())
        for language in Language.values:
            first = facts.get("first_delegation", {}).get(language)
            setattr(self, f"first_delegation_{language}", there.get(first))

    @property
    def agreement(self) -> "Agreement | None":
        """The one in force, which locks the texts that it names."""
        return self.agreements.filter(released_at=None).select_related("counterpart", "made_by").first()

    def require_agreed_texts(self, document: Document) -> None:
        """Raise AgreedTextIsLocked where `document` says otherwise than an agreement in force, on a page of it."""
        if (agreement := self.agreement) is None:
            return
        for language, agreed in agreement.digests.items():
            if digest(page(document, language)) != agreed:
                raise AgreedTextIsLocked(agreement.sentence)


JOINT_CONSTRAINTS = [
    models.CheckConstraint(
        condition=Q(courtesy_translation=False) | ~Q(original=Original.BOTH),
        name="communique_courtesy_translation_of_an_original",
        violation_error_message=_("Both texts are authentic: neither is a courtesy translation."),
    ),
    models.CheckConstraint(
        condition=Q(counterpart_url="", counterpart_language="")
        | (Q(counterpart_url__startswith="https://") & ~Q(counterpart_language="")),
        name="communique_counterpart_with_its_language",
        violation_error_message=_("The counterpart's version has an address and a language, or neither."),
    ),
]
