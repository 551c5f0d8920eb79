"""Which reader takes a file: its first bytes decide, its name only between texts."""

import re
from pathlib import PurePath

from comunicados.intake.readers.archive import Archive
from comunicados.intake.readers.docx import main_part, read_docx
from comunicados.intake.readers.failures import UnreadableFile
from comunicados.intake.readers.odt import MEDIA_TYPE as ODT
from comunicados.intake.readers.odt import read_odt
from comunicados.intake.readers.plain import decode, read_plain
from comunicados.intake.readers.source import Source

COMMENTS = 5  # that may stand before a page
LARGEST = 50 * 1024 * 1024  # bytes
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word before 2007, and any Office file with a password
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:p|div|br|h[1-6]|ul|table|span)\b", re.IGNORECASE)
_MAIL_FIELD = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]", re.MULTILINE)
_MAIL_MARK = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To):", re.MULTILINE | re.IGNORECASE
)


def read(name: str, data: bytes) -> Source:
    """The Source of a file, read in this very process; UnreadableFile and nothing else when it cannot be read."""
    refuse_at_once(data)
    try:
        return _read(name, data)
    except UnreadableFile:
        raise
    except MemoryError as error:
        raise UnreadableFile("bomb") from error
    except Exception as error:  # whatever a library trips over in bytes made by a stranger
        raise UnreadableFile("broken") from error


def read_pasted(text: str) -> Source:
    return read_plain(text, text.encode("utf-8", "replace"))


def refuse_at_once(data: bytes) -> None:
    if len(data) > LARGEST:
        raise UnreadableFile("too_large")
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableFile("empty")


def is_plain(name: str, data: bytes) -> bool:
    """Whether the bytes are plain text, which needs no process of its own."""
    return not (is_binary(data) or is_mail(name, data) or is_html(name, data))


def is_binary(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE, b"{\\rtf")) or is_pdf(data)


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def is_mail(name: str, data: bytes) -> bool:
    """Whether the bytes begin with the header of a mail, and not with a text that looks a little like one."""
    head = re.split(rb"\r?\n\r?\n", data[:65536].lstrip(), maxsplit=1)[0]
    if not _MAIL_FIELD.match(head):
        return False
    return bool(_MAIL_MARK.search(head)) or PurePath(name.lower()).suffix in {".eml", ".mht", ".mhtml"}


def is_html(name: str, data: bytes) -> bool:
    beginning = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").decode("latin-1")
    is_named_so = PurePath(name.lower()).suffix in {".html", ".htm", ".xhtml"}
    return bool(_HTML.match(_after_prologue(beginning))) or (is_named_so and bool(_ANY_TAG.search(beginning)))


def _after_prologue(text: str) -> str:
    """What follows the XML declaration and the comments with which a page may begin."""
    text = text.lstrip()
    for opening, closing in ("<?xml", ">"), *[("<!--", "-->")] * COMMENTS:
        if text.startswith(opening):
            text = text.partition(closing)[2].lstrip()
    return text


def _read(name: str, data: bytes) -> Source:
    """The heavier readers are imported when first needed: the process that reads one file starts for each."""
    if is_pdf(data):
        from comunicados.intake.readers.pdf import read_pdf

        return read_pdf(data)
    if data.startswith(b"PK\x03\x04"):
        return _read_archive(data)
    if data.startswith(_OLE):
        raise UnreadableFile("encrypted" if _ENCRYPTED_PACKAGE in data else "old_word")
    if is_binary(data):
        raise UnreadableFile("unknown")
    if is_mail(name, data):
        from comunicados.intake.readers.mail import read_mail

        return read_mail(data)
    if is_html(name, data):
        from comunicados.intake.readers.hypertext import read_html

        return read_html(data)
    return read_plain(*decode(data))


def _read_archive(data: bytes) -> Source:
    archive = Archive(data)
    if main_part(archive):
        return read_docx(archive, data)
    if "mimetype" in archive and archive.read("mimetype").strip().decode("latin-1") in {ODT, f"{ODT}-template"}:
        return read_odt(archive, data)
    raise UnreadableFile("unknown")
