"""Settings that would make the public site unreadable or wrong are told at the start, by name."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from babel import Locale
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage
from django.utils import timezone

from comunicados.public import branding

# The colours of static/site.css that a ministry's own style sheet may change, on light paper and on dark.
LIGHT = {
    "--paper": "#ffffff",
    "--wash": "#f6f4ef",
    "--ink": "#1c1a17",
    "--quiet": "#5f5a52",
    "--hair": "#dcd7cd",
    "--edge": "#857f73",
}
DARK = {
    "--paper": "#161512",
    "--wash": "#201e1a",
    "--ink": "#ebe7df",
    "--quiet": "#b0a99c",
    "--hair": "#3a372f",
    "--edge": "#8b8476",
}
LEGIBLE = 4.5  # to one: WCAG 2.2, 1.4.3
YEAR, MONTH = dt.timedelta(days=365), dt.timedelta(days=30)
HEXADECIMAL = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def ministry(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """What the ministry's settings say of its look can be read, and its region is one."""
    try:
        found = branding.variables(_stylesheet())
    except (OSError, UnicodeDecodeError) as error:
        return [checks.Error(f"MINISTRY_STYLESHEET cannot be read: {error}.", id="voceria.E003")]
    except branding.NotVariablesError as error:
        sentence = f"MINISTRY_STYLESHEET may hold custom properties of :root and nothing else, not: {error}"
        return [checks.Error(sentence, id="voceria.E004")]
    papers = {"MINISTRY_COLOUR": LIGHT | found.light, "MINISTRY_COLOUR_DARK": DARK | found.dark}
    return [
        *(message for setting, colours in papers.items() for message in _colour(setting, colours["--paper"])),
        *_variables(found),
        *_logo("MINISTRY_LOGO"),
        *_logo("MINISTRY_LOGO_DARK"),
        *_region(),
    ]


def contrast(one: str, other: str) -> float:
    """From 1 to 21, as WCAG defines it, of two colours as #rrggbb."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _colour(name: str, paper: str) -> Iterator[CheckMessage]:
    colour = getattr(settings, name)
    if not HEXADECIMAL.fullmatch(colour):
        yield checks.Error(f"{name} must be a colour as #rrggbb, not {colour!r}.", id="voceria.E001")
    elif (ratio := contrast(colour, paper)) < LEGIBLE:
        sentence = f"{name} {colour} on {paper} has a contrast of {ratio:.1f}:1; links need {LEGIBLE}:1."
        yield checks.Warning(sentence, id="voceria.W001")


def _stylesheet() -> str:
    path = settings.MINISTRY_STYLESHEET
    return Path(path).read_text(encoding="utf-8") if path else ""


def _variables(found: branding.Variables) -> Iterator[CheckMessage]:
    """Names that the site knows, colours on both papers, words that can be read on them."""
    if unknown := sorted((found.light | found.dark).keys() - branding.known()):
        sentence = f"MINISTRY_STYLESHEET sets what no style of the site uses: {', '.join(unknown)}."
        yield checks.Warning(sentence, id="voceria.W002")
    if alone := sorted((found.light.keys() & LIGHT.keys()) ^ (found.dark.keys() & DARK.keys())):
        sentence = f"MINISTRY_STYLESHEET sets on one paper alone, light or dark: {', '.join(alone)}."
        yield checks.Warning(sentence, id="voceria.W003")
    for colours in (LIGHT | found.light, DARK | found.dark):
        for ink, paper in product(("--ink", "--quiet"), ("--paper", "--wash")):
            pair = colours[ink], colours[paper]
            if all(map(HEXADECIMAL.fullmatch, pair)) and (ratio := contrast(*pair)) < LEGIBLE:
                sentence = f"MINISTRY_STYLESHEET: {ink} {pair[0]} on {paper} {pair[1]}: {ratio:.1f}:1;"
                yield checks.Warning(f"{sentence} text needs {LEGIBLE}:1.", id="voceria.W001")


def _logo(name: str) -> Iterator[CheckMessage]:
    path = getattr(settings, name)
    if path and Path(path).suffix not in branding.LOGOS:
        yield checks.Error(f"{name} must be one of {', '.join(branding.LOGOS)}, not {path!r}.", id="voceria.E005")
    elif path and not Path(path).is_file():
        yield checks.Error(f"{name}: there is no file {path!r}.", id="voceria.E005")


def security(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """security.txt says what holds, and will for another month (RFC 9116)."""
    if not settings.SECURITY_CONTACT:
        return []
    return [*_addresses(), *_expiry(timezone.now())]  # before there is a database to ask for the ministry's hour


def _addresses() -> Iterator[CheckMessage]:
    for contact in settings.SECURITY_CONTACT:
        if not contact.startswith(("mailto:", "https://", "tel:")):
            sentence = f"SECURITY_CONTACT must begin with mailto:, https:// or tel:, unlike {contact!r}."
            yield checks.Error(sentence, id="voceria.E006")
    if settings.SECURITY_POLICY and not settings.SECURITY_POLICY.startswith("https://"):
        yield checks.Error("SECURITY_POLICY must begin with https://.", id="voceria.E006")


def _expiry(now: dt.datetime) -> Iterator[CheckMessage]:
    expires = settings.SECURITY_EXPIRES
    if expires is None:
        yield checks.Error("SECURITY_CONTACT needs SECURITY_EXPIRES, a date as 2027-06-30.", id="voceria.E007")
    elif expires <= now:
        yield checks.Error("SECURITY_EXPIRES is over: security.txt is not answered any more.", id="voceria.E007")
    elif expires > now + YEAR:
        yield checks.Warning("SECURITY_EXPIRES should be less than a year ahead.", id="voceria.W004")
    elif expires < now + MONTH:
        sentence = f"SECURITY_EXPIRES is near: read the contacts again, and set it anew before {expires:%Y-%m-%d}."
        yield checks.Warning(sentence, id="voceria.W005")


def _region() -> Iterator[CheckMessage]:
    if settings.MINISTRY_REGION not in Locale("es").territories:
        sentence = f"MINISTRY_REGION must be the ISO code of the host State, not {settings.MINISTRY_REGION!r}."
        yield checks.Error(sentence, id="voceria.E002")


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
