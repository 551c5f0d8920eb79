"""The words by which communiqués are sorted: kinds and topics. Their slugs stand in filters, for ever."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from comunicados.enums import Rule
from personas.models.base import Named


class Kind(Named, models.Model):
    """A communiqué, a joint communiqué, a statement …; a numbered kind has a series of numbers for each year.

    `rule` says what its texts print and need (rules.py); they take it with them when they are published.
    """

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("code"), max_length=40, unique=True, help_text=_("Stands in addresses of filters."))
    is_numbered = models.BooleanField(_("numbered"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    rule = models.CharField(
        _("rule"),
        max_length=12,
        choices=Rule.choices,
        blank=True,
        default=Rule.NONE,
        db_default=Rule.NONE,
        help_text=_(
            "What its texts print and need. A change holds for what is saved from now on; what is published stays as"
            " it is."
        ),
    )

    class Meta:
        verbose_name = _("kind")
        verbose_name_plural = _("kinds")
        ordering = ["order", "slug"]
        constraints = [models.CheckConstraint(condition=models.Q(rule__in=Rule.values), name="kind_rule_is_known")]


class Topic(Named, models.Model):
    """A subject that readers follow."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("code"), max_length=40, unique=True, help_text=_("Stands in addresses of filters."))

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]
