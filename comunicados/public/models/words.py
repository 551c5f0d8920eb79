"""The words by which communiqués are sorted."""

from django.db import models

from comunicados.public.models.base import OneSlug


class Kind(OneSlug):
    order = models.PositiveSmallIntegerField()

    class Meta(OneSlug.Meta):
        db_table = "published_kind"
        ordering = ["order", "slug"]


class Topic(OneSlug):
    class Meta(OneSlug.Meta):
        db_table = "published_topic"
        ordering = ["slug"]
