"""The page that explains following, and makes the address for whoever wants less than everything."""

from django.http import HttpRequest, HttpResponse

from comunicados.public.addresses import absolute, address
from comunicados.public.feeds.formats import FORMATS
from comunicados.public.following import Builder
from comunicados.public.models.base import OTHER
from comunicados.public.views.base import Page


class FollowPage(Page):
    def get(self, request: HttpRequest) -> HttpResponse:
        builder = Builder(request.GET, self.language)
        query, other = builder.query_in(self.language), OTHER[self.language]
        feeds = [(form, absolute(request, address(f"latest-{form.name}") + query)) for form in FORMATS]
        return self.render(
            "public/follow.html",
            {
                "builder": builder,
                "feeds": feeds,
                "list_address": address("latest") + query,
                "is_asked": bool(request.GET),
            },
            address=address("follow") + query,
            other=address("follow", other) + builder.query_in(other),
            is_indexed=builder.is_empty,
        )
