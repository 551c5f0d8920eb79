"""Settings that would make the public site unreadable or wrong are told at the start, by name."""

import re
from collections.abc import Iterator
from typing import Any

from babel import Locale
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage

PAPER, PAPER_DARK = "#ffffff", "#161512"  # as static/site.css has them
LEGIBLE = 4.5  # to one: WCAG 2.2, 1.4.3
HEXADECIMAL = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def ministry(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The ministry's colours can be read on both papers, and its region is one."""
    return [
        *_colour("MINISTRY_COLOUR", PAPER),
        *_colour("MINISTRY_COLOUR_DARK", PAPER_DARK),
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


def _region() -> Iterator[CheckMessage]:
    if settings.MINISTRY_REGION not in Locale("es").territories:
        sentence = f"MINISTRY_REGION must be the ISO code of the host State, not {settings.MINISTRY_REGION!r}."
        yield checks.Error(sentence, id="voceria.E002")


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
