"""The words by which communiqués are sorted: kinds and topics. Their slugs stand in filters, for ever."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.Model):
    """A communiqué, a joint communiqué, a statement …; a numbered kind has a series of numbers for each year."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("code"), max_length=40, unique=True, help_text=_("Stands in addresses of filters."))
    is_numbered = models.BooleanField(_("numbered"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    name_es: str
    name_en: str

    class Meta:
        verbose_name = _("kind")
        verbose_name_plural = _("kinds")
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return self.name_in("es")

    def name_in(self, language: str) -> str:
        """The name in that language, or in the other where it has none."""
        es, en = self.name_es, self.name_en
        return (en or es) if language == "en" else (es or en)


class Topic(models.Model):
    """A subject that readers follow."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("code"), max_length=40, unique=True, help_text=_("Stands in addresses of filters."))

    name_es: str
    name_en: str

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name_es or self.name_en
