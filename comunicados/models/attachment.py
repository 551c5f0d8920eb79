"""The files of a working copy: which, in what order, and the words for them in each language."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados.document import FILE_WORDS, Document
from comunicados.enums import FileRole, Language
from comunicados.models.communique import Communique
from comunicados.models.stored_file import StoredFile
from personas.models import Person


class Attachment(models.Model):
    """A row of the files: a photograph for the page, or an annex beside it, with its words in both languages.

    A photograph may be the portrait of a participant, by the row of the registry with which the text was written
    (`Participation.person_as_written`): no merger moves it, and the public views lead to the person who remains.
    """

    communique = models.ForeignKey(Communique, on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey(StoredFile, verbose_name=_("file"), on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    role = models.CharField(_("shown as"), max_length=10, choices=FileRole.choices, default=FileRole.PHOTOGRAPH)
    name = models.CharField(_("file name"), max_length=100, help_text=_("As it stands in the file's address."))
    caption = models.CharField(
        _("caption"), max_length=500, blank=True, default="", help_text=_("Of an annex: its title.")
    )
    alternative = models.CharField(
        _("alternative text"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("What the photograph shows, for those who do not see it."),
    )
    is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("It says nothing that the text does not: no alternative text.")
    )
    credit = models.CharField(_("credit"), max_length=150, blank=True, default="")
    portrait_of = models.ForeignKey(
        Person,
        verbose_name=_("portrait of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Whose page shows the photograph: a participant. Save first whom you have just added."),
    )

    caption_es: str
    caption_en: str

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["order", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(role__in=FileRole.values), name="attachment_role_is_known"),
            models.UniqueConstraint(fields=["communique", "file"], name="attachment_once"),
            models.CheckConstraint(
                condition=Q(portrait_of=None) | Q(role=FileRole.PHOTOGRAPH),
                name="attachment_portrait_is_a_photograph",
                violation_error_message=_("Only a photograph is a portrait."),
            ),
            models.CheckConstraint(
                condition=Q(portrait_of=None) | Q(is_decorative=False),
                name="attachment_portrait_is_not_decorative",
                violation_error_message=_("A portrait says whom it shows: it is not decorative."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption_es or self.caption_en or self.name

    @classmethod
    def from_document(
        cls, communique: Communique, order: int, row: Document, file: StoredFile, portrait_of: Person | None
    ) -> "Attachment":
        """The row that a document's file was built from, unsaved."""
        return cls(
            communique=communique,
            file=file,
            order=order,
            portrait_of=portrait_of,
            **{key: row[key] for key in ("role", "name", "is_decorative", "credit")},
            **{f"{word}_{language}": row[language][word] for language in Language.values for word in FILE_WORDS},
        )

    @classmethod
    def replace(cls, communique: Communique, rows: list[Document]) -> None:
        """Make the files of the communiqué those of a document; portraits of whom the registry lost are none."""
        files = StoredFile.objects.by_digest(row["digest"] for row in rows)
        people = Person.objects.in_bulk({row["portrait_of"] for row in rows if "portrait_of" in row})
        communique.attachments.all().delete()
        Attachment.objects.bulk_create(
            cls.from_document(communique, order, row, files[row["digest"]], people.get(row.get("portrait_of")))
            for order, row in enumerate(rows, start=1)
        )
