"""From what arrives to what is kept: one kind of file and nothing besides. The original is not kept."""

import zipfile
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from comunicados.exceptions import FileRefused
from comunicados.files import kinds, pdf, pictures

TOO_LARGE = _("The file is larger than %(most)s.")
TWO_AT_ONCE = _(
    "The file is of two kinds at once, and programs may take it for either. Save it anew, then choose it."
)


@dataclass(frozen=True)
class Cleaned:
    """What is kept of a file; width and height, in pixels, of an image."""

    content: IO[bytes]
    media_type: str
    width: int | None = None
    height: int | None = None


def clean(upload: File) -> Cleaned:
    """The file without what does not belong to its kind. Raises FileRefused, before it reads what is too large."""
    if upload.size > settings.FILES_MOST_BYTES:
        raise FileRefused(TOO_LARGE % {"most": filesizeformat(settings.FILES_MOST_BYTES)})
    file: IO[bytes] = upload.file  # type: ignore[assignment]
    kind = kinds.media_type(file)
    if zipfile.is_zipfile(file):
        raise FileRefused(TWO_AT_ONCE)
    if kind == kinds.PDF:
        if not pdf.is_whole(file):
            raise FileRefused(pdf.DAMAGED)
        if pdf.is_a_page_of_a_browser(file):
            raise FileRefused(TWO_AT_ONCE)
        cleaned = Cleaned(file, kind)
    else:
        picture = pictures.clean(file, kind)
        cleaned = Cleaned(picture.content, kind, picture.width, picture.height)
    cleaned.content.seek(0)
    return cleaned
