"""The PDF of a publication: made once, by a job, kept beside the files until an erasure destroys it."""

from collections.abc import Iterable
from io import BytesIO

from django.db import models
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from comunicados.files import store
from comunicados.models.publication import Publication
from comunicados.models.verbs import verb
from personas.clock import ministry_now

MAKE_PDF = "comunicados.tasks.make_pdf"
DESTROY_PDF = "comunicados.tasks.destroy_pdf"
AFTER_THE_NEWS = -10  # priority of an archive's entries, which come by the thousand


class PublicationPdfQuerySet(models.QuerySet["PublicationPdf"]):
    def ask_for(self, publication: Publication) -> None:
        """Have a worker make it. Called in the transaction that writes the publication."""
        priority = AFTER_THE_NEWS if publication.is_archive else 0
        app.configure_task(MAKE_PDF, priority=priority).defer(publication=publication.pk)

    def ask_to_destroy(self, publications: Iterable[Publication]) -> None:
        """Called in the transaction of an erasure; the rows stay, for they hold no word."""
        for publication in publications:
            app.configure_task(DESTROY_PDF).defer(publication=publication.pk)

    @verb
    def keep(self, publication: Publication, content: bytes) -> "PublicationPdf | None":
        """Keep the bytes unless there are some already; None, and nothing kept, where an erasure was quicker.

        An erasure waits for the lock: when it destroys, all that was ever kept is at its place.
        """
        locked = Publication.objects.select_for_update(no_key=True).get(pk=publication.pk)
        if locked.is_erased:
            return None
        if kept := self.filter(publication=locked).first():
            return kept
        file = BytesIO(content)
        made = self.create(
            publication=locked, digest=store.digest_of(file), size=len(content), made_at=ministry_now()
        )
        store.keep(file, made.place)
        return made


class PublicationPdf(models.Model):
    """Which PDF a publication has, by the SHA-256 of its bytes. Append-only; also of what is not public yet."""

    publication = models.OneToOneField(Publication, on_delete=models.PROTECT, related_name="pdf")
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    made_at = models.DateTimeField()

    objects = PublicationPdfQuerySet.as_manager()

    class Meta:
        verbose_name = _("PDF of a publication")
        verbose_name_plural = _("PDFs of publications")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.digest[:12]}"

    @property
    def place(self) -> str:
        return store.place_of_pdf(self.publication_id, self.digest)


def wanting() -> "models.QuerySet[Publication]":
    """The publications that could have a PDF and have none, the newest first."""
    return Publication.objects.uncancelled().filter(pdf=None).exclude(headline="").order_by("-live_from", "-pk")
