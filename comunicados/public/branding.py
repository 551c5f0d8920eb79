"""The ministry's own look: its colours, its style sheet of variables, its logo (docs/branding.md)."""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

LOGOS = {".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp"}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What a ministry's style sheet consists of: custom properties of the root, on either paper.
ROOT = re.compile(r"\s*:root\s*\{([^{}]*)\}")
DARK = re.compile(r"\s*@media\s*\(\s*prefers-color-scheme:\s*dark\s*\)\s*\{((?:\s*:root\s*\{[^{}]*\})*)\s*\}")
USED = re.compile(r"var\((--[a-z-]+)")
PROPERTY = re.compile(r"\s*(--[a-z-]+)\s*:\s*([^;:{}\\<@]+?)\s*\Z")


class Variables(NamedTuple):
    """What a style sheet gives its variables: at first, and in dark mode."""

    light: dict[str, str]
    dark: dict[str, str]


class NotVariablesError(ValueError):
    """A style sheet that holds something else; the message is the beginning of it."""


def variables(css: str) -> Variables:
    """Raises NotVariablesError."""
    found, rest = Variables({}, {}), COMMENT.sub("", css)
    while rest.strip():
        if block := ROOT.match(rest):
            found.light.update(_properties(block[1]))
        elif block := DARK.match(rest):
            for inner in ROOT.finditer(block[1]):
                found.dark.update(_properties(inner[1]))
        else:
            raise NotVariablesError(rest.strip()[:60])
        rest = rest[block.end() :]
    return found


def known() -> set[str]:
    """The variables that the styles of the public site use."""
    folder = Path(settings.BASE_DIR, "static")
    sheets = [folder / "site.css", *sorted((folder / "public").glob("*.css"))]
    return {name for sheet in sheets for name in USED.findall(sheet.read_text(encoding="utf-8"))}


def stylesheet() -> str:
    """The colours of the settings and, after them, the ministry's own style sheet."""
    colours = f":root{{--ministry:{settings.MINISTRY_COLOUR};--ministry-dark:{settings.MINISTRY_COLOUR_DARK}}}\n"
    return colours + (read(settings.MINISTRY_STYLESHEET).decode() if settings.MINISTRY_STYLESHEET else "")


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


@cache
def read(path: str) -> bytes:
    """A file of the settings, read once: like them it changes with a restart."""
    return Path(path).read_bytes()


def files() -> list[str]:
    """Those of the settings that there are: what they hold is part of every page."""
    named = (settings.MINISTRY_STYLESHEET, settings.MINISTRY_LOGO, settings.MINISTRY_LOGO_DARK)
    return [path for path in named if path]


def _properties(block: str) -> dict[str, str]:
    found = {}
    for line in filter(str.strip, block.split(";")):
        if not (match := PROPERTY.match(line)) or "url(" in line:
            raise NotVariablesError(line.strip()[:60])
        found[match[1]] = match[2]
    return found
