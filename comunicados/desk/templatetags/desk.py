"""What the desk's templates say in the desk's own way."""

from django import template
from django.urls import reverse

from comunicados.desk.exact import Shown
from comunicados.desk.hours import told
from comunicados.desk.in_words import who
from comunicados.desk.lists import badge
from comunicados.desk.states import hour

register = template.Library()
register.filter("hour", hour)
register.filter("told", told)
register.filter("who", who)
register.simple_tag(badge)


@register.filter
def annexes(files: list[Shown]) -> list[Shown]:
    return [file for file in files if not file.is_photograph]


@register.simple_tag
def public_page(page: str, language: str) -> str:
    """Where the world reads a page of the site."""
    return reverse(f"{language}:{page}")
