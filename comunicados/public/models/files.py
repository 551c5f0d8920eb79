"""The files that visible publications list, and the portraits among them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, When

from comunicados.enums import FileRole
from comunicados.public.models.appearance import Seen
from comunicados.public.models.base import View
from comunicados.public.models.facts import FactsOfAFile
from comunicados.public.models.publication import NEWEST_FIRST, Publication
from comunicados.public.models.registry import Person

LOOKED_AT = 200  # of somebody's portraits, the newest; most are of texts that stand in no list any more
NEWEST = [column.removeprefix("-") for column in NEWEST_FIRST]
SHOWN = [
    *"role name alternative credit digest width height widths".split(),
    *(f"publication__{column}" for column in ("language", "headline", "path")),
]


class FileQuerySet(models.QuerySet["File"]):
    def portrait(self, person: Person, language: str) -> "File | None":
        """The one of the newest listed text with a portrait of that person, of the other language where `language`
        has none. By what the texts said, which has an index."""
        named = self.filter(named_portrait_of__in=[Seen(person.pk), *map(Seen, person.merged_ids)])
        newest = named.order_by("-publication_id").values("pk")[:LOOKED_AT]
        listed = self.filter(pk__in=newest, publication__is_listed=True)
        own_language = Case(When(publication__language=language, then=0), default=1)
        best = listed.order_by(own_language, *(f"-publication__{column}" for column in NEWEST), "order")
        return best.select_related("publication").only(*SHOWN).first()


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
    named_portrait_of = models.BigIntegerField(null=True, db_column="portrait_of_id")  # the row that the text named
    portrait_of = models.ForeignKey(
        Person,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_column="current_portrait_of_id",
        related_name="+",
    )

    objects = FileQuerySet.as_manager()

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
