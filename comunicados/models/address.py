"""Addresses: given once, for ever."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from comunicados.addresses import communique_path
from personas.locks import take_turn

if TYPE_CHECKING:
    from comunicados.models import LanguageVersion

MAX_SLUG = 80


class Address(models.Model):
    """Every path that a communiqué ever had, in either language, and the version that it leads to. Append-only.

    A trigger writes it with each publication. Where it leads now is that version's current path.
    """

    path = models.CharField(max_length=300, unique=True)
    version = models.ForeignKey("LanguageVersion", on_delete=models.PROTECT, related_name="addresses")
    given_at = models.DateTimeField()

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")

    def __str__(self) -> str:
        return self.path

    @classmethod
    def free_path(cls, version: "LanguageVersion", date: dt.date, headline: str) -> str:
        """The path for that date: of the slug that the communiqué has, else of one made from the headline.

        A path that belongs to another communiqué is not given again; a number tells the second apart. The slug
        stays with the working copy, so that a corrected headline does not move the address.
        """
        communique, language = version.communique, version.language
        field = f"slug_{language}"
        stem = getattr(communique, field) or _slug_of(headline)
        prefix = communique_path(language, date, stem).removesuffix("/")
        take_turn(prefix)  # of two publishers of one headline on one day
        others = cls.objects.filter(path__startswith=prefix).exclude(version=version)
        taken = set(others.values_list("path", flat=True))
        slugs = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
        slug = next(slug for slug in slugs if communique_path(language, date, slug) not in taken)
        if getattr(communique, field) != slug:
            setattr(communique, field, slug)
            communique.save(update_fields=[field])
        return communique_path(language, date, slug)


def _slug_of(headline: str) -> str:
    """The headline's first words, as many as are easy to read in an address."""
    slug = slugify(headline)
    if len(slug) > MAX_SLUG:
        slug = slug[: MAX_SLUG + 1].rpartition("-")[0] or slug[:MAX_SLUG]
    return slug or "comunicado"
