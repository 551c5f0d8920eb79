"""The files that visible publications list."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from comunicados.enums import FileRole
from comunicados.public.models.base import View
from comunicados.public.models.publication import Publication


class File(View):
    """A photograph or an annex of a text, in its words; `alternative` is empty where the photograph is decorative."""

    publication = models.ForeignKey(Publication, models.DO_NOTHING, db_constraint=False, related_name="files")
    order = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=FileRole.choices)
    name = models.CharField(max_length=100)
    caption = models.CharField(max_length=500)
    alternative = models.CharField(max_length=500)
    credit = models.CharField(max_length=150)
    digest = models.CharField(max_length=64)
    media_type = models.CharField(max_length=40)
    size = models.PositiveBigIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    widths = ArrayField(models.PositiveIntegerField())  # of the sizes that are made of an image by now

    class Meta(View.Meta):
        db_table = "published_file"
        ordering = ["order"]

    def __str__(self) -> str:
        return self.caption or self.name

    @property
    def is_photograph(self) -> bool:
        return self.role == FileRole.PHOTOGRAPH

    @property
    def path(self) -> str:
        return reverse("file", kwargs={"digest": self.digest, "name": self.name})

    @property
    def sources(self) -> str:
        """What a browser chooses from: the sizes that there are, and the image itself."""
        smaller = [
            (reverse("file-size", kwargs={"digest": self.digest, "width": w, "name": self.name}), w)
            for w in self.widths
        ]
        return ", ".join(f"{path} {width}w" for path, width in [*smaller, (self.path, self.width)])


class ConcealedFile(View):
    """A file of a publication that is gone, and the reason that the public is told."""

    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=100)
    reason_es = models.TextField()
    reason_en = models.TextField()

    class Meta(View.Meta):
        db_table = "published_concealed_file"

    def __str__(self) -> str:
        return self.name
