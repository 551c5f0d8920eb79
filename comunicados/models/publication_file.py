"""The files of a publication, as it lists them for ever."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados.document import Document
from comunicados.enums import FileRole
from comunicados.models.publication import Publication
from comunicados.models.stored_file import StoredFile
from personas.models import Person


class PublicationFile(models.Model):
    """A photograph or an annex in the words of one language. While its publication is visible, so is the file.

    A portrait is of somebody whom an Appearance of its publication names, says a trigger: these are written first.
    """

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=FileRole.choices)
    name = models.CharField(max_length=100)
    caption = models.CharField(max_length=500, blank=True, default="")
    alternative = models.CharField(max_length=500, blank=True, default="", help_text="Empty: it is decorative.")
    credit = models.CharField(max_length=150, blank=True, default="")
    portrait_of = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    class Meta:
        verbose_name = _("published file")
        verbose_name_plural = _("published files")
        ordering = ["order"]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["portrait_of", "-publication"],
                condition=Q(portrait_of__isnull=False),
                name="publication_file_portraits",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["publication", "order"], name="publication_file_order_once"),
            models.CheckConstraint(
                condition=Q(portrait_of=None) | Q(role=FileRole.PHOTOGRAPH),
                name="publication_file_portrait_is_a_photograph",
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.name

    @classmethod
    def write(cls, publication: Publication, document: Document) -> None:
        """List the files of `document` in the publication, in its language."""
        PublicationFile.objects.bulk_create(cls.all_of(publication, document))

    @classmethod
    def all_of(cls, publication: Publication, document: Document) -> "list[PublicationFile]":
        """What `write` writes, unsaved."""
        rows = document["files"]
        files = StoredFile.objects.by_digest(row["digest"] for row in rows) if rows else {}
        return [cls.of(publication, order, row, files[row["digest"]]) for order, row in enumerate(rows, start=1)]

    @classmethod
    def of(cls, publication: Publication, order: int, row: Document, file: StoredFile) -> "PublicationFile":
        words = row[publication.language]
        return cls(
            publication=publication,
            file=file,
            order=order,
            role=row["role"],
            name=row["name"],
            caption=words["caption"],
            alternative="" if row["is_decorative"] else words["alternative"],
            credit=row["credit"],
            portrait_of_id=row.get("portrait_of"),
        )
