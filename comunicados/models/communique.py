"""The working copy: what the desk edits, in four sections."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from comunicados import permissions
from comunicados.document import Document, build
from comunicados.enums import Language, Original, Verb
from comunicados.exceptions import NumberIsUsed, required
from comunicados.models.kind import Kind, Topic
from comunicados.models.verbs import verb
from comunicados.permissions import User
from comunicados.text import BODY_EXTENSIONS, sanitize

if TYPE_CHECKING:
    from comunicados.models import LanguageVersion, Publication


class Communique(models.Model):
    """One communiqué as the desk works on it. What the world reads are its Publications.

    `date` is the date of the dateline; `held_on` the day of the act that it tells of (empty: the same day).
    A save of the desk ends with `Revision.record(communique, by=…)`; without it nothing can be approved.
    """

    headline = models.CharField(_("headline"), max_length=250, blank=True, default="")
    subheadline = models.CharField(_("subheadline"), max_length=400, blank=True, default="")
    place = models.CharField(_("place"), max_length=120, blank=True, default="")
    body = ProseEditorField(_("text"), blank=True, default="", extensions=BODY_EXTENSIONS, sanitize=sanitize)
    correction_note = models.TextField(
        _("correction note"),
        blank=True,
        default="",
        help_text=_("What the correction corrects, for the readers; empty for a minor change."),
    )
    kind = models.ForeignKey(Kind, verbose_name=_("kind"), on_delete=models.PROTECT, related_name="+")
    date = models.DateField(_("date of the dateline"))
    held_on = models.DateField(
        _("day of the act"), null=True, blank=True, help_text=_("Empty: the date of the dateline.")
    )
    original = models.CharField(_("original"), max_length=4, choices=Original.choices, default=Original.ES)
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="+")
    is_archive = models.BooleanField(
        _("archive entry"),
        default=False,
        help_text=_("An old communiqué brought in: it is listed by its date and announced nowhere."),
    )
    slug_es = models.SlugField(_("address (Spanish)"), max_length=120, blank=True, default="")
    slug_en = models.SlugField(_("address (English)"), max_length=120, blank=True, default="")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    # the columns of each language
    headline_es: str
    headline_en: str
    place_es: str
    place_en: str
    body_es: str
    body_en: str

    class Meta:
        verbose_name = _("communiqué")
        verbose_name_plural = _("communiqués")
        ordering = ["-date", "-pk"]
        permissions = [("translate_communique", "Can write the language that is not the original")]
        indexes = [models.Index(fields=["-date", "-id"], name="communique_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(original__in=Original.values), name="communique_original_is_a_language"
            )
        ]

    def __str__(self) -> str:
        return self.headline_es or self.headline_en or str(_("Communiqué without a headline"))

    @property
    def day_of_the_act(self) -> dt.date:
        return self.held_on or self.date

    def document(self) -> Document:
        """The canonical document of what is stored and in memory now (see document.py)."""
        return build(self)

    def version(self, language: str) -> "LanguageVersion":
        """The language version, with its state."""
        return self.versions.with_state().get(language=language)

    def lock(self) -> None:
        """Hold the communiqué until the transaction ends. Every verb does so before it looks at the clock."""
        Communique.objects.select_for_update().only("pk").get(pk=self.pk)

    @verb
    def withdraw(
        self,
        *,
        by: User,
        reason: dict[str, str],
        languages: Iterable[str] = tuple(Language.values),
        keep_text: bool = True,
    ) -> "list[Publication]":
        """Take down every live language of `languages` at once, with a public reason in each (see there)."""
        self.lock()
        live = [version for version in self.versions.with_state() if version.is_live]
        return [
            version.withdraw(by=by, reason=reason.get(version.language, ""), keep_text=keep_text)
            for version in live
            if version.language in languages
        ]

    @verb
    def void_number(self, *, by: User, reason: str) -> None:
        """Declare that the number, drawn for a publication that never came, will not be used.

        Raises NumberIsUsed when a publication bore it in public, or one is still scheduled to.
        """
        permissions.require(by, Verb.VOID)
        reason = required(reason)
        self.lock()
        if any(version.was_public or version.scheduled_for for version in self.versions.with_state()):
            raise NumberIsUsed
        self.numbers.get(voided_at=None).void(by=by, reason=reason)
