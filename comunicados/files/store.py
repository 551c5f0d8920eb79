"""Where the bytes are: in the storage named "files", each under its digest. Nothing there changes.

Nothing leaves but the PDF of a text that is erased.
"""

import contextlib
import hashlib
from typing import IO

from django.core.files.base import File
from django.core.files.storage import Storage, storages

CHUNK = 64 * 1024


def storage() -> Storage:
    return storages["files"]


def place_of(digest: str, width: int = 0) -> str:
    """The path in the storage of a file, or of the size of that width that was made of it."""
    return f"{digest[:2]}/{digest}" + (f".{width}.webp" if width else "")


def place_of_pdf(publication: int, digest: str) -> str:
    """That of the PDF of a publication; a folder for each, so that all of it can be destroyed."""
    return f"{_folder_of_pdfs(publication)}/{digest}.pdf"


def destroy_pdfs(publication: int) -> None:
    """Whatever was kept of it, also by a process that died before it could say so. May be done twice."""
    folder, there = _folder_of_pdfs(publication), storage()
    with contextlib.suppress(FileNotFoundError):
        _, names = there.listdir(folder)
        for name in names:
            there.delete(f"{folder}/{name}")


def _folder_of_pdfs(publication: int) -> str:
    return f"pdf/{publication}"


def digest_of(content: IO[bytes]) -> str:
    """SHA-256, in hexadecimal, read piece by piece."""
    content.seek(0)
    return hashlib.file_digest(content, "sha256").hexdigest()  # type: ignore[arg-type]


def keep(content: IO[bytes], place: str) -> int:
    """Make sure that the content is at its place, whole; return how many bytes it has. May be done twice."""
    file, there = File(content), storage()
    if there.exists(place):
        if there.size(place) == file.size:
            return file.size
        there.delete(place)  # begun by a process that died
    content.seek(0)
    kept = there.save(place, file)
    if kept != place:  # another process was quicker
        there.delete(kept)
    return file.size


def open_at(place: str) -> File:
    return storage().open(place, "rb")
