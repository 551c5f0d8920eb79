"""What the public templates say in the language of the page."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst, get_text_list
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from comunicados import rules
from comunicados.files.kinds import EXTENSIONS
from comunicados.public import addresses, branding, dates
from comunicados.public.marks import Marks
from comunicados.public.models import (
    Appearance,
    ConcealedFile,
    Concealment,
    File,
    PageText,
    Person,
    Publication,
    Silence,
    SitePage,
    WholeAppearance,
    WholeText,
)
from comunicados.public.models.base import BearsAName, Named
from comunicados.public.models.publication import Text
from comunicados.public.models.whole import WholeFile, WholeSilence
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
def name(row: BearsAName) -> str:
    """The row's name, in the other language where it has none in this one."""
    language = get_language() or "es"
    return _marked(row.name_in(language), row.language_of_name(language))


@register.filter
def marked(words: str, marks: Marks | None) -> str:
    """With what was searched for marked, where there was a search."""
    return marks.marked(words) if marks else words


@register.filter
def passage(text: Publication, marks: Marks) -> str:
    return marks.passage(text)


@register.filter
def slug(row: Named) -> str:
    return row.slug_in(get_language() or "es")


@register.filter
def page_of(row: Named) -> str:
    """The address of the page about a person or a party."""
    page = "person" if isinstance(row, Person) else "party"
    return addresses.address(page, slug=row.slug_in(get_language() or "es"))


@register.filter
def annexes(files: Iterable[File | WholeFile]) -> list[File | WholeFile]:
    return [file for file in files if not file.is_photograph]


@register.filter
def kind_of_file(media_type: str) -> str:
    """As readers call it: PDF, JPG."""
    return EXTENSIONS[media_type].upper()


@register.simple_tag
def reason(row: Concealment | ConcealedFile | Silence | WholeSilence) -> str:
    language = get_language() or "es"
    return _marked(row.words("reason", language), row.spoken("reason", language))


@register.simple_tag
def line(text: Text | WholeText) -> str:
    """What the rule of the text's kind has it print."""
    return rules.line(text.rule, day=dates.day(text.held_on))


@register.simple_tag
def bearer(appearance: Appearance | WholeAppearance) -> str:
    """Courtesy and name, as the text has them; a link to the person's page when the person is public."""
    shown: str = appearance.name
    if appearance.person:
        shown = format_html('<a href="{}">{}</a>', addresses.address("person", slug=appearance.person.slug), shown)
    return format_html("{} {}", appearance.courtesy, shown) if appearance.courtesy else shown


@register.simple_tag
def post_held(appearance: Appearance | WholeAppearance) -> str:
    """The post as the text calls it; a link to the post's page when it is public."""
    post = appearance.position
    if post is None or not (slug := post.slug_in(get_language() or "es")):
        return str(appearance.title)
    return format_html('<a href="{}">{}</a>', addresses.address("position", slug=slug), appearance.title)


@register.filter
def in_a_row(words: list[str]) -> str:
    """Ana, Bruno y Carmen."""
    return get_text_list(words, _("and"))


@register.simple_tag
def citation(text: PageText, address: str) -> str:
    """Who says what, its number and day, where it stands for ever; the version where there are several."""
    version = ""
    if len(text.versions) > 1:
        told = {"ordinal": text.ordinal, "day": dates.day(timezone.localtime(text.live_from))}
        version = _("Version %(ordinal)s, of %(day)s.") % told
    return format_html(
        _("{ministry}. “{headline}”. {kind}, {day}. {address} {version}"),
        ministry=settings.MINISTRY_NAME[text.language],
        headline=text.headline,
        kind=kind_and_number(text),
        day=dates.day(text.date),
        address=address,
        version=version,
    )


def kind_and_number(text: PageText) -> str:
    kind = text.kind.name_in(text.language)
    return _("%(kind)s No. %(number)s") % {"kind": kind, "number": text.number} if text.number else kind


@register.simple_tag
def post(appointment: Any) -> str:
    """A link to the post, by the `title_borne` in a public text where there is one, else as the registry calls it."""
    own = appointment.title_borne or getattr(appointment, f"title_{get_language()}")
    href = addresses.address("position", slug=appointment.position.slug_in(get_language() or "es"))
    return format_html('<a href="{}">{}</a>', href, capfirst(own) or name(appointment.position))


@register.simple_tag
def link_to(page: str, row: BearsAName) -> str:
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
