"""What the templates of feeds and sitemaps say."""

import datetime as dt
from xml.sax.saxutils import escape

from django import template
from django.utils.feedgenerator import rfc2822_date
from django.utils.safestring import SafeString, mark_safe

from comunicados.public.feeds.formats import moment

register = template.Library()
register.filter("rfc3339", moment)


@register.filter
def xml(html: str) -> SafeString:
    """HTML as the text of an element: quotes need no escape there, and it has many."""
    return mark_safe(escape(html))  # noqa: S308 (escaped)


@register.filter
def rfc822(instant: dt.datetime) -> str:
    return rfc2822_date(instant)
