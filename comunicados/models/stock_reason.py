"""The reasons to withdraw that stand ready in both languages, for whoever has no time to write one."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class StockReason(models.Model):
    """Chosen by its place in the list; a notice holds its words, so that a change here changes no notice."""

    text = models.CharField(_("reason"), max_length=250)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    # the columns of each language
    text_es: str
    text_en: str

    class Meta:
        verbose_name = _("stock reason")
        verbose_name_plural = _("stock reasons")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text_es="") & ~models.Q(text_en=""), name="stock_reason_in_both_languages"
            )
        ]

    def __str__(self) -> str:
        return self.text_en if get_language() == "en" else self.text_es
