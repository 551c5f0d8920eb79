"""The words by which communiqués are sorted."""

from itertools import groupby
from operator import attrgetter
from typing import Self

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Coalesce, NullIf

from comunicados.public.models.base import OTHER, OneSlug, View


class Kind(OneSlug):
    order = models.PositiveSmallIntegerField()

    class Meta(OneSlug.Meta):
        db_table = "published_kind"
        ordering = ["order", "slug"]


class SilenceQuerySet(models.QuerySet["Silence"]):
    def told(self) -> list[tuple["Silence", list[Kind]]]:
        """Each silence that runs, with its kinds as far as the public knows them."""
        rows = self.select_related("kind").order_by("silence_id", "kind__order", "kind__slug")
        found = [list(of_one) for _, of_one in groupby(rows, key=attrgetter("silence_id"))]
        return [(of_one[0], [row.kind for row in of_one]) for of_one in found]


class Silence(View):
    """A kind that no list shows now, and why; a row for each kind."""

    silence_id = models.BigIntegerField()
    kind = models.ForeignKey(Kind, models.DO_NOTHING, db_constraint=False, related_name="+")
    reason_es = models.TextField()
    reason_en = models.TextField()

    objects = SilenceQuerySet.as_manager()

    class Meta(View.Meta):
        db_table = "published_silence"

    def __str__(self) -> str:
        return f"{self.kind_id}: {self.reason_es}"


class TopicQuerySet(models.QuerySet["Topic"]):
    def alphabetical(self, language: str) -> Self:
        """By their names in that language, or in the other where they have none."""
        name = Coalesce(NullIf(F(f"name_{language}"), Value("")), F(f"name_{OTHER[language]}"))
        return self.order_by(Func(name, function="sort_key"), "pk")


class Topic(OneSlug):
    objects = TopicQuerySet.as_manager()

    class Meta(OneSlug.Meta):
        db_table = "published_topic"
        ordering = ["slug"]
