"""The machine cannot make PDFs: told at the start, by name."""

from ctypes.util import find_library
from typing import Any

from django.core import checks
from django.core.checks import CheckMessage

LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz")


def pango(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The libraries that WeasyPrint loads. It is not imported here: that takes a second of every command."""
    absent = [name for name in LIBRARIES if not find_library(name)]
    if not absent:
        return []
    sentence = f"No PDF can be made on this machine: it has no {', '.join(absent)}."
    hint = "Machines with workers need Pango (docs/operations.md, “PDF”); then `manage.py make_pdfs`."
    return [checks.Warning(sentence, hint=hint, id="voceria.W010")]
