"""What an erasure leaves of the words that it took: whose they were, and their digest."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comunicados.models.publication import Publication
from comunicados.models.remark import Remark
from comunicados.models.review import Review
from comunicados.models.revision import Revision
from comunicados.models.source_file import SourceFile


def _exactly_one(*links: str) -> Q:
    """Of these links one is set and the others are empty."""
    choices = [Q(**{f"{link}__isnull": link != one for link in links}) for one in links]
    return reduce(or_, choices)


class ErasedText(models.Model):
    """One row that an erasure took words from, and the digest of what stood there. Append-only.

    Of a publication its own digest; of a revision that of its page in the erased language, which reviews and
    publications bear too; of a review or a remark that of its words (document.digest); of an original
    file that of its bytes.
    """

    erasure = models.ForeignKey("Erasure", on_delete=models.PROTECT, related_name="texts")
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, null=True, blank=True, related_name="erased"
    )
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="erased")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, blank=True, related_name="erased")
    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, null=True, blank=True, related_name="erased")
    source_file = models.ForeignKey(
        SourceFile, on_delete=models.PROTECT, null=True, blank=True, related_name="erased"
    )
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("erased text")
        verbose_name_plural = _("erased texts")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=_exactly_one("publication", "revision", "review", "remark", "source_file"),
                name="erased_text_of_one_row",
            )
        ]

    def __str__(self) -> str:
        return self.digest
