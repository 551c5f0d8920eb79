"""Positions: posts of an organization, whose titles may change over time without losing the post."""

import datetime as dt

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from personas.fields import PermanentSlugField, search_text_of
from personas.models.base import Mergeable, Named, Shown, not_itself
from personas.models.organization import Organization
from personas.querysets import RegistryQuerySet


class Position(Named, Shown, Mergeable):
    """A post. `name` is what the registry calls it; what a text prints is `title_on(date, language, gender)`."""

    organization = models.ForeignKey(
        Organization, verbose_name=_("organization"), on_delete=models.PROTECT, related_name="positions"
    )
    name = models.CharField(_("name"), max_length=250)
    rank = models.PositiveSmallIntegerField(
        _("rank in protocol"), default=100, help_text=_("1 is the head of State; the smaller, the higher.")
    )
    slug_es = PermanentSlugField(_("address (Spanish)"), from_field="name_es")
    slug_en = PermanentSlugField(_("address (English)"), from_field="name_en")
    search_text = search_text_of("name_es", "name_en")

    objects = RegistryQuerySet.as_manager()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        indexes = [GinIndex(fields=["search_text"], name="position_search", opclasses=["gin_trgm_ops"])]
        constraints = [
            not_itself("position"),
            models.CheckConstraint(
                condition=~Q(name_es="") | ~Q(name_en=""),
                name="position_has_a_name",
                violation_error_message=_("Give the name in at least one language."),
            ),
        ]

    def title_on(self, day: dt.date, language: str, gender: str = "") -> str:
        """The title that the post bore on that day, as a text in `language` prints it; "" when none is known.

        `gender` is the holder's grammatical gender ("feminine", "masculine" or "" for none). Spanish uses the
        feminine form where there is one and the masculine otherwise; a missing form is replaced by the other.
        Titles are few and read as they are prefetched.
        """
        begun = [title for title in self.titles.all() if title.starts_on is None or title.starts_on <= day]
        title = max(begun, key=lambda title: title.starts_on or dt.date.min, default=None)
        return title.words(language, gender) if title else ""


class PositionTitle(models.Model):
    """What a post is called from a day on, until the next title begins; no end is stored, so none can overlap."""

    position = models.ForeignKey(Position, on_delete=models.CASCADE, related_name="titles")
    starts_on = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Empty: since ever, or since nobody knows when.")
    )
    masculine_es = models.CharField(_("Spanish, masculine"), max_length=250, blank=True, default="")
    feminine_es = models.CharField(_("Spanish, feminine"), max_length=250, blank=True, default="")
    title_en = models.CharField(_("English"), max_length=250, blank=True, default="")

    class Meta:
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        constraints = [
            models.UniqueConstraint(
                fields=["position", "starts_on"],
                nulls_distinct=False,
                name="position_title_once_a_day",
                violation_error_message=_("Two titles of one post cannot begin on the same day."),
            ),
            models.CheckConstraint(
                condition=~Q(masculine_es="", feminine_es="", title_en=""),
                name="position_title_has_words",
                violation_error_message=_("Give the title in at least one language."),
            ),
        ]

    def __str__(self) -> str:
        return self.masculine_es or self.feminine_es or self.title_en

    def in_full(self) -> str:
        since = f" ({date_format(self.starts_on)} –)" if self.starts_on else ""
        return " / ".join(filter(None, (self.masculine_es, self.feminine_es, self.title_en))) + since

    def words(self, language: str, gender: str = "") -> str:
        if language == "en":
            return self.title_en
        if gender == "feminine":
            return self.feminine_es or self.masculine_es
        return self.masculine_es or self.feminine_es
