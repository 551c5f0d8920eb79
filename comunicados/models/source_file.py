"""The file or the text that a communiqué was brought in from: kept as it came, with its digest. Never public."""

import datetime as dt
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados.enums import Language
from comunicados.models.communique import Communique
from comunicados.models.verbs import verb
from comunicados.permissions import User
from personas.clock import MinistryNow, ministry_now

UNFINISHED = dt.timedelta(days=1)  # how long a file without a draft is kept


class SourceFileQuerySet(models.QuerySet["SourceFile"]):
    def without_bytes(self) -> Self:
        return self.defer("data", "reading")

    def kept(self) -> Self:
        """Those that no erasure has taken."""
        return self.exclude(name="")

    def waiting(self) -> Self:
        """Brought in, and no draft made of it yet."""
        return self.filter(communique=None)

    def forgotten(self) -> Self:
        return self.waiting().filter(brought_at__lte=MinistryNow() - UNFINISHED)


class SourceFile(models.Model):
    """A file that somebody brought in. Until a draft is made of it, it belongs to nothing and is theirs alone.

    `reading` is what the reader made of the bytes (`readers.Source.as_json`), so that they are read once. `doubts`
    are those that nobody had settled when the draft was made (`doubts.Doubt` as JSON). The database computes the
    digest of what comes in; triggers let a row change once, when it becomes a communiqué's, and keep it from then on.
    An erasure leaves the digest, who and when; it takes bytes, name, reading and doubts.
    """

    data = models.BinaryField()
    digest = models.TextField(db_default="", editable=False)  # the trigger's, whatever is sent
    name = models.CharField(_("file"), max_length=255)
    reading = models.JSONField()
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    communique = models.ForeignKey(Communique, on_delete=models.PROTECT, null=True, related_name="source_files")
    language = models.CharField(max_length=2, choices=Language.choices, blank=True, default="")
    doubts = models.JSONField(default=list)

    objects = SourceFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("original file")
        verbose_name_plural = _("original files")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(communique=None, language="") | Q(communique__isnull=False, language__in=Language.values),
                name="source_file_of_a_language_of_a_communique",
            ),
            models.CheckConstraint(
                condition=Q(name="", data=b"") | ~Q(name="") & ~Q(data=b""), name="source_file_has_a_name_or_no_bytes"
            ),
        ]
        indexes = [
            models.Index(fields=["brought_at"], condition=Q(communique=None), name="source_file_waiting"),
            models.Index(fields=["digest"], name="source_file_digest"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_erased(self) -> bool:
        return not self.name

    @classmethod
    @verb
    def keep(cls, name: str, data: bytes, reading: dict[str, Any], *, by: User) -> "SourceFile":
        """Keep what `by` brought in, until a draft is made of it; what others left unfinished goes."""
        cls.objects.forgotten().delete()
        return cls.objects.create(
            name=name[-255:], data=data, reading=reading, brought_by=by, brought_at=ministry_now()
        )

    @verb
    def belong_to(self, communique: Communique, language: str, doubts: list[dict[str, Any]]) -> None:
        """It is the original of that language of the communiqué from now on, with what is still in doubt."""
        self.communique, self.language, self.doubts = communique, language, doubts
        self.save(update_fields=["communique", "language", "doubts"])
