"""The bytes that texts come with: kept once, under their digest, never changed; and the sizes made of an image."""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.core.files.base import File
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from comunicados import permissions
from comunicados.exceptions import NotPermitted
from comunicados.files import kinds, pictures, store
from comunicados.files.cleaning import clean
from comunicados.models.verbs import verb
from comunicados.permissions import User
from personas.clock import ministry_now

MAKE_SIZES = "comunicados.tasks.make_sizes"


class StoredFileQuerySet(models.QuerySet["StoredFile"]):
    def by_digest(self, digests: Iterable[str]) -> "dict[str, StoredFile]":
        return {file.digest: file for file in self.filter(digest__in=set(digests))}

    def images(self) -> Self:
        return self.exclude(width=None)


class StoredFile(models.Model):
    """A file as it was cleaned: its name in the storage is its digest. A trigger refuses to change or delete one.

    It belongs to nobody: an Attachment joins it to a communiqué, a PublicationFile to what the world reads.
    """

    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the bytes that are kept.")
    media_type = models.CharField(max_length=40)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    width = models.PositiveIntegerField(null=True, help_text="Of an image, in pixels.")
    height = models.PositiveIntegerField(null=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(media_type__in=list(kinds.EXTENSIONS)), name="stored_file_is_of_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(media_type__in=list(kinds.IMAGES), width__isnull=False, height__isnull=False)
                | Q(width=None, height=None) & ~Q(media_type__in=list(kinds.IMAGES)),
                name="stored_file_of_an_image_has_its_size",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.digest[:12]} ({self.media_type})"

    @property
    def is_image(self) -> bool:
        return self.media_type in kinds.IMAGES

    @classmethod
    @verb
    def keep(cls, upload: File, *, by: User) -> "StoredFile":
        """The cleaned file, kept; the one that is there already where the same bytes were kept before.

        Raises FileRefused. The job that makes the sizes of an image is enqueued in the same transaction.
        """
        if not by.has_perm(permissions.WRITE):
            raise NotPermitted
        cleaned = clean(upload)
        digest = store.digest_of(cleaned.content)
        size = store.keep(cleaned.content, store.place_of(digest))
        about = {
            "media_type": cleaned.media_type,
            "size": size,
            "width": cleaned.width,
            "height": cleaned.height,
            "added_by": by,
            "added_at": ministry_now(),
        }
        file, is_new = cls.objects.get_or_create(digest=digest, defaults=about)
        if is_new and file.widths_to_make():
            app.configure_task(MAKE_SIZES).defer(digest=digest)
        return file

    def widths_to_make(self) -> list[int]:
        """Those of the settings that are smaller than the image and not made yet."""
        made = set(self.renditions.values_list("width", flat=True))
        return [width for width in settings.FILES_WIDTHS if width < (self.width or 0) and width not in made]

    def make_sizes(self) -> None:
        """Make the sizes that are missing: called by a job, and as often as one likes."""
        for width in self.widths_to_make():
            with store.open_at(store.place_of(self.digest)) as original:
                picture = pictures.smaller(original.file, width)  # type: ignore[arg-type]
            size = store.keep(picture.content, store.place_of(self.digest, width))
            Rendition.objects.get_or_create(file=self, width=width, defaults={"size": size})


class Rendition(models.Model):
    """An image made smaller, as WebP, for screens that need no more. Append-only."""

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="renditions")
    width = models.PositiveIntegerField()
    size = models.PositiveBigIntegerField(help_text="In bytes.")

    class Meta:
        verbose_name = _("size of an image")
        verbose_name_plural = _("sizes of images")
        ordering = ["width"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["file", "width"], name="rendition_once")]

    def __str__(self) -> str:
        return f"{self.file} {self.width}"
