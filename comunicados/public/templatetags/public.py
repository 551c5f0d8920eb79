"""What the public templates say in the language of the page."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import get_language

from comunicados import rules
from comunicados.files.kinds import EXTENSIONS
from comunicados.public import addresses, branding, dates
from comunicados.public.models import Appearance, ConcealedFile, Concealment, File, PageText, Silence, SitePage
from comunicados.public.models.base import Named
from comunicados.public.models.publication import Text
from comunicados.public.views.forms import form_path

register = template.Library()
register.filter("day", dates.day)
register.filter("month", dates.month)
register.filter("moment", dates.moment)


@register.simple_tag
def address(name: str, **where: Any) -> str:
    return addresses.address(name, **where)


def _marked(words: str, spoken: str) -> str:
    """The words, marked where they are not in the language of the page."""
    return words if spoken == get_language() else format_html('<span lang="{}">{}</span>', spoken, words)


@register.simple_tag
def name(row: Named) -> str:
    """The row's name, in the other language where it has none in this one."""
    language = get_language() or "es"
    return _marked(row.name_in(language), row.language_of_name(language))


@register.filter
def annexes(files: Iterable[File]) -> list[File]:
    return [file for file in files if not file.is_photograph]


@register.filter
def kind_of_file(media_type: str) -> str:
    """As readers call it: PDF, JPG."""
    return EXTENSIONS[media_type].upper()


@register.simple_tag
def reason(row: Concealment | ConcealedFile | Silence) -> str:
    language = get_language() or "es"
    return _marked(row.words("reason", language), row.spoken("reason", language))


@register.simple_tag
def line(text: Text) -> str:
    """What the rule of the text's kind has it print."""
    return rules.line(text.rule, day=dates.day(text.held_on))


@register.simple_tag
def bearer(appearance: Appearance) -> str:
    """Courtesy and name, as the text has them; a link to the person's page when the person is public."""
    shown: str = appearance.name
    if appearance.person:
        shown = format_html('<a href="{}">{}</a>', addresses.address("person", slug=appearance.person.slug), shown)
    return format_html("{} {}", appearance.courtesy, shown) if appearance.courtesy else shown


@register.simple_tag
def post(appointment: Any) -> str:
    """A link to the post, by the `title_borne` in a public text where there is one, else as the registry calls it."""
    own = appointment.title_borne or getattr(appointment, f"title_{get_language()}")
    href = addresses.address("position", slug=appointment.position.slug_in(get_language() or "es"))
    return format_html('<a href="{}">{}</a>', href, capfirst(own) or name(appointment.position))


@register.simple_tag
def link_to(page: str, row: Named) -> str:
    """The row's name as a link to its page; the name alone where it has none (in a preview)."""
    slug = row.slug_in(get_language() or "es")
    if not slug:
        return name(row)
    return format_html('<a href="{}">{}</a>', addresses.address(page, slug=slug), name(row))


@register.simple_tag
def ministry_style() -> str:
    """The address of the ministry's style sheet; it changes with what it holds."""
    return f"{reverse('ministry-style')}?{branding.digest_of(branding.stylesheet().encode())}"


@register.simple_tag
def ministry_logo(scheme: str = "") -> str:
    """The address of the ministry's logo, or of its logo on dark paper (`-dark`); "" where there is none."""
    path = settings.MINISTRY_LOGO_DARK if scheme else settings.MINISTRY_LOGO
    return f"{reverse('ministry-logo', args=[scheme])}?{branding.digest_of(branding.read(path))}" if path else ""


@register.simple_tag
def site_pages() -> list[tuple[str, str]]:
    """Address and title of each page of the site that there is in the language of the page, in one order."""
    language = get_language() or "es"
    return [(addresses.address(row.page), row.title) for row in SitePage.objects.linked(language)]


@register.simple_tag
def form(ending: str, text: PageText) -> str:
    """The address of another form of the text."""
    return form_path(text, ending)
