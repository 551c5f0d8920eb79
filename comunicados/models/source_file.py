"""The file or the text that a communiqué was brought in from: kept as it came, with its digest. Never public."""

import datetime as dt
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q, TextField, Value
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

    def waiting(self) -> Self:
        """Brought in, and no draft made of it yet."""
        return self.filter(communique=None)

    def forgotten(self) -> Self:
        return self.waiting().filter(brought_at__lte=MinistryNow() - UNFINISHED)


class SourceFile(models.Model):
    """A file that somebody brought in. Until a draft is made of it, it belongs to nothing and is theirs alone.

    `reading` is what the reader made of the bytes (`readers.Source.as_json`), so that they are read once. `doubts`
    are those that nobody had settled when the draft was made (`doubts.Doubt` as JSON). The database computes the
    digest; triggers let a row change once, when it becomes a communiqué's, and keep it from then on.
    """

    data = models.BinaryField()
    digest = models.GeneratedField(
        expression=Func(Func(F("data"), function="sha256"), Value("hex"), function="encode"),
        output_field=TextField(),
        db_persist=True,
    )
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
        ]
        indexes = [
            models.Index(fields=["brought_at"], condition=Q(communique=None), name="source_file_waiting"),
        ]

    def __str__(self) -> str:
        return self.name

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
