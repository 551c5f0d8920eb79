"""The files that name every address to search engines."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from comunicados.public.addresses import absolute
from comunicados.public.sitemaps import writing
from comunicados.public.sitemaps.sections import SECTIONS, entries_of, news
from comunicados.public.views.base import ContentView


class SitemapView(ContentView):
    def get(self, request: HttpRequest, **where: Any) -> HttpResponse:
        self.site = absolute(request, "")
        return HttpResponse(self.written(**where), content_type="application/xml; charset=utf-8")

    def written(self, **where: Any) -> str:
        raise NotImplementedError


class SitemapIndex(SitemapView):
    def written(self, **where: Any) -> str:
        files: list[tuple[str, dt.datetime | None]] = [(self.site + reverse("sitemap-news"), None)]
        for name, section in SECTIONS.items():
            for block, changed in section.blocks():
                path = reverse("sitemap-file", kwargs={"section": name, "block": block})
                files.append((self.site + path, changed))
        return writing.index(files)


class SitemapFile(SitemapView):
    def written(self, **where: Any) -> str:
        return writing.urls(entries_of(**where), self.site)


class NewsSitemap(SitemapView):
    def written(self, **where: Any) -> str:
        return writing.news(news(self.clock.midnight), self.site, settings.MINISTRY_NAME)
