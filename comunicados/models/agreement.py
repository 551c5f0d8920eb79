"""Agreements: with whom, when and how a joint text was agreed. While one is in force, nothing changes that text."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from comunicados.enums import Channel, Language
from comunicados.models.communique import Communique
from personas.models import Organization


class Agreement(models.Model):
    """About exact texts, by their digests; "" for a language that is none of them. Recorded by `Communique.agree`.

    In force until it is released (`Communique.reopen`), which is the one change that a trigger lets happen to it.
    """

    communique = models.ForeignKey(Communique, on_delete=models.PROTECT, related_name="agreements")
    digest_es = models.CharField(max_length=64, blank=True, default="")
    digest_en = models.CharField(max_length=64, blank=True, default="")
    counterpart = models.ForeignKey(
        Organization,
        verbose_name=_("agreed with"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    counterpart_words = models.CharField(_("agreed with, in words"), max_length=250, blank=True, default="")
    agreed_on = models.DateField(_("agreed on"))
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    note = models.TextField(_("note"), blank=True, default="")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    release_reason = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-made_at", "-pk"]
        default_permissions = ("add",)
        permissions = [("release_agreement", "Can release an agreed text")]
        constraints = [
            models.UniqueConstraint(
                fields=["communique"], condition=Q(released_at=None), name="agreement_one_in_force"
            ),
            models.CheckConstraint(condition=~Q(digest_es="", digest_en=""), name="agreement_on_a_text"),
            models.CheckConstraint(
                condition=Q(counterpart__isnull=False) | ~Q(counterpart_words=""), name="agreement_with_somebody"
            ),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="agreement_channel_is_known"),
            models.CheckConstraint(
                condition=Q(released_at=None, released_by=None, release_reason="")
                | (Q(released_at__isnull=False, released_by__isnull=False) & ~Q(release_reason="")),
                name="agreement_released_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.with_whom

    @property
    def digests(self) -> dict[str, str]:
        """By language, of those that were agreed."""
        every = {language: getattr(self, f"digest_{language}") for language in Language.values}
        return {language: digest for language, digest in every.items() if digest}

    @property
    def with_whom(self) -> str:
        named = self.counterpart.name_in(get_language() or "es") if self.counterpart else ""
        return ", ".join(filter(None, (named, self.counterpart_words)))

    @property
    def sentence(self) -> str:
        """Why the text cannot be edited."""
        return _("Agreed with %(whom)s on %(day)s (%(channel)s): the text is locked as it was agreed.") % {
            "whom": self.with_whom,
            "day": date_format(self.agreed_on),
            "channel": self.get_channel_display(),
        }
