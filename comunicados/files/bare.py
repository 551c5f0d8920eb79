"""Whether an image file holds the image and nothing else: no metadata, no comment, nothing after its end."""

from typing import IO

from comunicados.files.kinds import JPEG, PNG, WEBP

_JFIF = b"JFIF\0"
_JPEG_SEGMENTS = frozenset({0xDB, 0xC0, 0xC1, 0xC2, 0xC4, 0xDD})  # tables, frames, the restart interval
_PNG_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT"})
_WEBP_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"ALPH"})
_ONLY_TRANSPARENCY = 0x10  # of the flags of a VP8X chunk, the one that tells of nothing but the image


def is_bare(file: IO[bytes], kind: str) -> bool:
    file.seek(0)
    return {JPEG: _jpeg, PNG: _png, WEBP: _webp}[kind](file.read())


def _jpeg(data: bytes) -> bool:
    place = 2
    while data[place : place + 1] == b"\xff":
        marker, length = data[place + 1 : place + 2], int.from_bytes(data[place + 2 : place + 4])
        if marker == b"\xd9":
            return place + 2 == len(data)
        segment = data[place + 4 : place + 2 + length]
        if marker == b"\xe0":
            if not (segment.startswith(_JFIF) and length == 16):  # 16: without a thumbnail
                return False
        elif marker != b"\xda" and (not marker or marker[0] not in _JPEG_SEGMENTS):
            return False
        place += 2 + length
        if marker == b"\xda":
            place = _after_scan(data, place)
    return False


def _after_scan(data: bytes, place: int) -> int:
    """Where the next marker stands: in a scan FF is followed by 00, or by the number of a restart."""
    while (place := data.find(b"\xff", place)) >= 0:
        following = data[place + 1 : place + 2]
        if following and following != b"\0" and not b"\xd0" <= following <= b"\xd7":
            return place
        place += 2
    return len(data)


def _png(data: bytes) -> bool:
    place = 8
    while place + 12 <= len(data):
        length, name = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        place += 12 + length
        if name == b"IEND":
            return length == 0 and place == len(data)
        if name not in _PNG_CHUNKS:
            return False
    return False


def _webp(data: bytes) -> bool:
    if int.from_bytes(data[4:8], "little") + 8 != len(data):
        return False
    place = 12
    while place + 8 <= len(data):
        name, length = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        if name == b"VP8X" and length == 10:
            if data[place + 8] & ~_ONLY_TRANSPARENCY:
                return False
        elif name not in _WEBP_CHUNKS:
            return False
        place += 8 + length + length % 2
    return place == len(data)
