"""Plain text, pasted or in a file of whatever encoding."""

import codecs
import re

from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.reader import LIMIT, UnreadableText, read_text
from comunicados.intake.readers.builder import SourceBuilder
from comunicados.intake.readers.failures import UnreadableFile
from comunicados.intake.readers.source import INVISIBLE, Block, BlockKind, Source

MEDIA_TYPE = "text/plain"
GUESSED = _("The encoding was guessed (%(encoding)s): check the accented letters.")
_LEGACY = ("cp1252", "mac_roman", "cp850")  # the first wins a tie
_EXPECTED = frozenset("áéíóúüñÁÉÍÓÚÜÑçãõâêôàèìòùäöß¿¡«»“”‘’–—…ºª°€·• ")
_NEW_LINE = re.compile(r"\r\n|[\r\x85\u2028]")
_EMPTY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def read_plain(text: str, data: bytes, guess: str = "") -> Source:
    """A block per paragraph between empty lines, its own lines kept: only the parser knows which were wrapped."""
    builder = SourceBuilder()
    if guess:
        builder.doubt(GUESSED, encoding=guess)
    for paragraph in _EMPTY_LINES.split(INVISIBLE.sub("", _tidy(text))):
        if paragraph.strip():
            place = f"paragraph {len(builder.blocks) + 1}"
            builder.blocks.append(Block(paragraph.rstrip().lstrip("\n"), BlockKind.PARAGRAPH, place))
    return builder.finish(MEDIA_TYPE, data)


def _tidy(text: str) -> str:
    text = _EMPTY_LINES.sub("\n\n", _NEW_LINE.sub("\n", text))
    try:
        return read_text(text.encode("utf-8", "replace"))
    except UnreadableText as error:
        raise UnreadableFile("too_large" if len(text) * 2 > LIMIT else "unknown") from error


def decode(data: bytes) -> tuple[str, bytes, str]:
    """The text, the bytes, and the encoding when it is one that had to be guessed."""
    if len(data) > LIMIT:
        raise UnreadableFile("too_large")
    if encoding := _unicode_of(data):
        try:
            return data.decode(encoding), data, ""
        except UnicodeDecodeError as error:
            if not encoding.startswith("utf-8"):
                raise UnreadableFile("broken") from error
    guess = max(_LEGACY, key=lambda encoding: _likeness(data, encoding))
    return data.decode(guess, "replace"), data, "" if guess == _LEGACY[0] else guess


def _unicode_of(data: bytes) -> str:
    """The Unicode encoding that the bytes show by their mark, or by their zeros where they have none."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:2000]
    for first_zero, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first_zero::2].count(0) * 3 > len(sample) and not sample[1 - first_zero :: 2].count(0):
            return encoding
    return "utf-8-sig"


def _likeness(data: bytes, encoding: str) -> int:
    """How much of what is not ASCII reads as letters and signs of our languages."""
    foreign = [letter for letter in data.decode(encoding, "replace") if letter > "\x7f"]
    return sum(1 if letter in _EXPECTED else -1 for letter in foreign)
