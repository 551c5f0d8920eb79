"""A zip that a stranger sent: opened only when it cannot unpack to more than a document holds."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from comunicados.intake.readers.failures import UnreadableFile
from comunicados.intake.readers.markup import parse_xml

MEMBERS = 5_000
UNPACKED = 300 * 1024 * 1024  # bytes, all members together
PART = 32 * 1024 * 1024  # bytes of one part that is read
RATIO = 250  # a large member that shrinks more than this was made to
LARGE = 4 * 1024 * 1024
_ENCRYPTED = 0x1  # the flag of a zip member


class Archive:
    """Members are unpacked one by one, when asked for; an archive inside this one is never opened."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableFile("broken") from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        self._refuse_bombs()

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def _refuse_bombs(self) -> None:
        members = self._zip.infolist()
        if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED:
            raise UnreadableFile("bomb")
        if any(m.file_size > LARGE and m.file_size > RATIO * max(m.compress_size, 1) for m in members):
            raise UnreadableFile("bomb")

    def read(self, name: str) -> bytes:
        """The bytes of a member; nothing that the archive says about their number is believed."""
        if name not in self._members:
            raise UnreadableFile("broken")
        if self._members[name].flag_bits & _ENCRYPTED:
            raise UnreadableFile("encrypted")
        try:
            with self._zip.open(self._members[name]) as member:
                data = member.read(PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise UnreadableFile("broken") from error
        if len(data) > PART:
            raise UnreadableFile("bomb")
        return data

    def xml(self, name: str) -> Element:
        return parse_xml(self.read(name))

    def xml_or_nothing(self, name: str) -> Element:
        """An optional part: an element without children when the archive has none of that name."""
        return self.xml(name) if name in self else Element("nothing")
