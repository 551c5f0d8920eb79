"""The way from a page of the desk to the chapter of the manual that tells of it."""

from django import template
from django.utils.translation import get_language

from comunicados.desk.manual import OF_A_VERB, chapters
from comunicados.enums import Language, Verb

register = template.Library()


@register.filter
def chapter(verb: Verb) -> str:
    """Where that verb is told of; "" for one of which nothing is."""
    return OF_A_VERB.get(verb, "")


@register.inclusion_tag("desk/parts/help_link.html")
def help_link(name: str) -> dict[str, str]:
    """A link to that chapter; an unknown name raises KeyError, an empty one makes no link."""
    return {"chapter": name, "title": chapters(get_language() or Language.ES)[name] if name else ""}
