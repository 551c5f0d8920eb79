"""The views that hold texts as JSON, in the form that `whole` makes objects of."""

from django.db import models

from comunicados.public.models.base import View


class PublishedWhole(View):
    """The JSON of a publication or an older version, by its id."""

    words = models.JSONField()  # a WholeText
    around = models.JSONField()  # what a PageText has besides

    class Meta(View.Meta):
        db_table = "published_whole"

    def __str__(self) -> str:
        return str(self.pk)


class PublishedRelated(View):
    """The JSON of the texts that belong together with one, by its id."""

    texts = models.JSONField()

    class Meta(View.Meta):
        db_table = "published_related"

    def __str__(self) -> str:
        return str(self.pk)
