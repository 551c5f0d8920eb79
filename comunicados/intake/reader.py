"""From the bytes of a file to its text."""

import codecs
import re
import unicodedata

LIMIT = 2 * 1024 * 1024  # bytes; the longest communiqués have some tens of kilobytes
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_NEW_LINE = re.compile(r"\r\n|[\r\x85\u2028]")
_NEW_PAGE = re.compile(r"(?<!\n)\n*[\f\v\u2029]\n*")  # tried once for a run of empty lines, not at each of them


class UnreadableText(ValueError):  # noqa: N818 - a refusal, named for what it says
    """The bytes are not a text that a person wrote; the sentence says why."""


def read_text(data: bytes) -> str:
    """The text in NFC, lines ended by a line feed, a page break as an empty line."""
    if len(data) > LIMIT:
        raise UnreadableText("The file is larger than 2 MB, which no communiqué is.")
    text = _decode(data)
    text = _NEW_PAGE.sub("\n\n", _NEW_LINE.sub("\n", text))
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) // 100:
        raise UnreadableText("The file is not plain text.")
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:  # cp1252 leaves five bytes undefined; Latin-1 takes any
        return data.decode("latin-1")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableText("The file begins like UTF-16 but is not.") from error
