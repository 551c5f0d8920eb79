"""A row of the registry was merged into another since its address was given: where that leads now."""

from typing import cast

from django.http import HttpRequest
from django.urls import ResolverMatch, reverse


class Moved(Exception):  # noqa: N818  (nothing went wrong: what was asked for has another name by now)
    """What the address names by its slug, or as `former` by a parameter of its query, is called `slug` by now."""

    def __init__(self, slug: str, parameter: str = "", former: str = "") -> None:
        super().__init__(slug)
        self.slug, self.parameter, self.former = slug, parameter, former

    def address(self, request: HttpRequest) -> str:
        """The same page or feed, with the same query, under the new name."""
        query = request.GET.copy()
        path = request.path
        if self.parameter:
            slugs = (self.slug if slug == self.former else slug for slug in query.getlist(self.parameter))
            query.setlist(self.parameter, list(dict.fromkeys(slugs)))
        else:
            match = cast(ResolverMatch, request.resolver_match)
            path = reverse(match.view_name, kwargs=match.kwargs | {"slug": self.slug})
        return f"{path}?{query.urlencode()}" if query else path
