"""The kinds of files that are accepted, told by their content; what a file is called in its address."""

from pathlib import PurePath
from typing import IO

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from comunicados.exceptions import FileRefused

JPEG, PNG, WEBP, PDF = "image/jpeg", "image/png", "image/webp", "application/pdf"
EXTENSIONS = {JPEG: "jpg", PNG: "png", WEBP: "webp", PDF: "pdf"}
IMAGES = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP"}  # and what Pillow calls them
NAME_LENGTH = 80

UNKNOWN = _("Only images (JPEG, PNG, WebP) and PDF are published. This is neither.")
PACKED = _("Word files and archives are not published: they can hold what nobody meant to say. Save it as PDF.")


def media_type(file: IO[bytes]) -> str:
    """What the first bytes say that it is, whatever its name; raises FileRefused for all that is not accepted."""
    file.seek(0)
    head = file.read(16)
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"%PDF-"):
        return PDF
    raise FileRefused(PACKED if head.startswith((b"PK", b"\xd0\xcf\x11\xe0")) else UNKNOWN)


def public_name(given: str, kind: str) -> str:
    """The name in the file's address: letters, digits and hyphens of the one it came with, and its kind's ending."""
    stem = slugify(PurePath(given.replace("\\", "/")).stem)[:NAME_LENGTH].strip("-_")
    return f"{stem or 'archivo'}.{EXTENSIONS[kind]}"
