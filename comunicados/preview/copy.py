"""A frozen copy as the public page takes a text: what publishing it would write, unsaved."""

from comunicados import frozen, models
from comunicados.document import Document
from comunicados.public.models import Appearance, Publication, Topic


def text_of(document: Document, language: str, *, is_first: bool) -> Publication:
    """The text; number, hour and address are given when it is published."""
    fields = models.Publication.fields_of(document, language, is_first=is_first)
    kind = fields.pop("kind")
    return Publication(language=language, kind=frozen.kind(kind), **fields)


def appearances_of(document: Document, language: str) -> list[Appearance]:
    return frozen.appearances(models.Publication(language=language).appearances_of(document))


def topics_of(document: Document) -> list[Topic]:
    return frozen.topics(models.Topic.objects.filter(slug__in=document["facts"]["topics"]).order_by("slug"))
