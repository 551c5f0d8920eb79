"""The words by which communiqués are sorted."""

from itertools import groupby
from operator import attrgetter

from django.db import models

from comunicados.public.models.base import OneSlug, View


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


class Topic(OneSlug):
    class Meta(OneSlug.Meta):
        db_table = "published_topic"
        ordering = ["slug"]
