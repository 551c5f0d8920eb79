"""What a page of a list shows."""

from typing import Any

from comunicados.public.models import Publication


def listed(response: Any) -> list[Publication]:
    """The texts of its entries, in their order."""
    ids = response.context["entries"].ids
    found = Publication.objects.in_bulk(ids)
    return [found[pk] for pk in ids]
