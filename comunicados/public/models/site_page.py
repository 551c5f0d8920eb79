"""The pages of the site beside its communiqués."""

from typing import Self

from django.db import models

from comunicados.enums import SitePage as Which
from comunicados.public.models.base import View


class SitePageQuerySet(models.QuerySet["SitePage"]):
    def linked(self, language: str) -> Self:
        """Those that there are in that language, without their bodies, in the order of every foot."""
        places = [models.When(page=page, then=place) for place, page in enumerate(Which.values)]
        return self.filter(language=language).order_by(models.Case(*places)).only("page", "title")


class SitePage(View):
    """What a page says in one language, as it was approved last."""

    page = models.CharField(max_length=20, choices=Which.choices)
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=80)
    body = models.TextField()
    changed_at = models.DateTimeField()

    objects = SitePageQuerySet.as_manager()

    class Meta(View.Meta):
        db_table = "published_site_page"

    def __str__(self) -> str:
        return self.title
