"""The files that visible publications list."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from comunicados.enums import FileRole
from comunicados.public.models.base import View
from comunicados.public.models.facts import FactsOfAFile
from comunicados.public.models.publication import Publication


class File(FactsOfAFile, View):
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
