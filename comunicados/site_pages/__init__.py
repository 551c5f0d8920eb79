"""The texts that Vocería suggests for the pages of the site: a beginning, which two persons make the ministry's own.

They stand in `es.toml` and `en.toml`, a table for each page. What only the ministry knows is a name in braces there,
and becomes a blank in brackets, which has to be filled in before the text can be approved.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings

from comunicados.text import from_blocks

HERE = Path(__file__).parent


class Suggestion(NamedTuple):
    title: str
    body: str


def suggestion(page: str, language: str, **known: str) -> Suggestion:
    """The text for that page, with the ministry's name, and what is `known` of its blanks (its name too may be)."""
    text = _read(language)[page]
    words = _blanks(language) | {"ministry": settings.MINISTRY_NAME[language]} | known
    return Suggestion(text["title"], from_blocks(text["body"].format_map(words)))


def blanks_in(text: str, language: str) -> list[str]:
    """Which blanks of the suggestions still stand in it."""
    return [blank for blank in _blanks(language).values() if blank in text]


def _blanks(language: str) -> dict[str, str]:
    return {name: f"[{asked}]" for name, asked in _read(language)["blanks"].items()}


@cache
def _read(language: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))
