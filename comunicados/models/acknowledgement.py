"""What a text knows of the one that it follows, and who found that a change there needs none here."""

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from comunicados.document import Document, paragraph_digests, source_of, unaccounted
from comunicados.enums import Original
from comunicados.exceptions import TextHasChanged
from comunicados.models.communique import Communique
from comunicados.models.revision import Revision
from comunicados.permissions import User

if TYPE_CHECKING:
    from comunicados.models import LanguageVersion


def _digests(help_text: str) -> ArrayField:
    return ArrayField(models.CharField(max_length=64), default=list, db_default=[], blank=True, help_text=help_text)


class Acknowledgement(models.Model):
    """ "Nothing to change": of these paragraphs of the source, said by one person. Append-only."""

    version = models.ForeignKey("LanguageVersion", on_delete=models.PROTECT, related_name="acknowledgements")
    paragraphs = _digests("Digests of the paragraphs that had come or gone.")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=~models.Q(paragraphs=[]), name="acknowledgement_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}: {len(self.paragraphs)}"


class MadeFromAnother(models.Model):
    """The part of a language version that knows its source: the original, or the other of two authentic texts."""

    paragraphs = _digests("Digests of this text's own paragraphs.")
    accounts_for = _digests("Digests of the source's paragraphs that this text accounts for.")

    communique: Communique
    communique_id: int
    language: str

    class Meta:
        abstract = True

    @property
    def document(self) -> Document:
        """The document whose page has this version's digest now: that of the latest revision."""
        latest: Document = Revision.objects.filter(communique=self.communique_id).values_list("document", flat=True)[
            0
        ]
        return latest

    @property
    def is_translation(self) -> bool:
        return self.communique.original not in (self.language, Original.BOTH)

    @property
    def source(self) -> str:
        """The language of the text that this one follows; "" for an original."""
        return source_of(self.communique.original, self.language)

    def unaccounted(self) -> list[str]:
        """Digests of the paragraphs that came to the source, or went, since this text accounted for it."""
        return unaccounted(self.document, self.language, self.accounts_for)

    def stale_paragraphs(self) -> list[str]:
        """The same of a translation; a joint text is never stale, it only raises a doubt (requirements.py)."""
        return self.unaccounted() if self.is_translation else []

    # What the verbs are made of

    def _account_for_all(self) -> None:
        if self.source:
            self.accounts_for = paragraph_digests(self.document, self.source)
            self.save(update_fields=["accounts_for"])


def acknowledge(
    version: "LanguageVersion", paragraphs: Collection[str], *, by: User, now: dt.datetime
) -> Acknowledgement:
    """Take in what came, drop what went, note who said so. Under the lock of LanguageVersion.account_for."""
    if not paragraphs or not set(paragraphs) <= set(version.unaccounted()):
        raise TextHasChanged
    kept = [paragraph for paragraph in version.accounts_for if paragraph not in paragraphs]
    version.accounts_for = [*kept, *(paragraph for paragraph in paragraphs if paragraph not in version.accounts_for)]
    version.save(update_fields=["accounts_for"])
    return Acknowledgement.objects.create(
        version=version,
        paragraphs=list(paragraphs),
        revision=version.communique.revisions.latest("ordinal"),
        made_by=by,
        made_at=now,
    )
