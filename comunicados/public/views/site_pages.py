"""The pages of the site: about, media contact, and their like."""

from typing import ClassVar

from django.http import Http404, HttpRequest, HttpResponse

from comunicados.public.addresses import address
from comunicados.public.models import SitePage
from comunicados.public.models.base import OTHER
from comunicados.public.views.base import Page


class SitePageView(Page):
    """One page, as it was approved in the language of the path; there is none before it was."""

    page: ClassVar[str] = ""

    def get(self, request: HttpRequest) -> HttpResponse:
        texts = {text.language: text for text in SitePage.objects.filter(page=self.page)}
        text = texts.get(self.language)
        if text is None:
            raise Http404("This page was never published in this language.")
        other = OTHER[self.language]
        return self.render(
            "public/site_page.html",
            {"text": text, "only_in": self.language},
            address=address(self.page),
            other=address(self.page, other) if other in texts else "",
        )
