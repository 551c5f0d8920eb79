"""A PDF, judged by its two ends: it begins as one, ends as one, and its table is where the end says."""

import io
import re
from typing import IO

from django.utils.translation import gettext_lazy as _

HEADER = re.compile(rb"%PDF-[12]\.\d[\r\n\s]")
END = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF\s*\Z")
TABLE = re.compile(rb"\s*(xref\b|\d+\s+\d+\s+obj\b)")
MARKUP = re.compile(rb"<\s*(!doctype|html|head|body|script|svg|iframe|\?php)", re.IGNORECASE)
TAIL = 2_048
SNIFFED = 1_024  # bytes in which a browser would look for markup

DAMAGED = _("This PDF is damaged: its beginning, its end or its table of contents is not as it should be.")


def is_whole(file: IO[bytes]) -> bool:
    """Whether nothing stands before its header or after its end, and its table is where it says."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - TAIL))
    end = END.search(file.read())
    file.seek(0)
    if end is None or not HEADER.match(file.read(16)):
        return False
    file.seek(min(int(end[1]), size))
    return TABLE.match(file.read(64)) is not None


def is_a_page_of_a_browser(file: IO[bytes]) -> bool:
    """Whether something that guesses kinds could take it for markup."""
    file.seek(0)
    return MARKUP.search(file.read(SNIFFED)) is not None
