"""Files as somebody would choose them for upload: honest ones, and ones that are not what they say."""

import io
import zipfile
import zlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

SECRET = b"19.4326-99.1332"  # where it was taken; stands in every kind of metadata that these files carry


def upload(content: bytes, name: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def image(size: tuple[int, int] = (64, 48), mode: str = "RGB", seed: int = 0) -> Image.Image:
    """Coloured stripes, others for another seed."""
    stripes = bytes(
        (x * 7 + y * 3 + seed * 31 + band * 53) % 256 for y in range(4) for x in range(4) for band in range(3)
    )
    return Image.frombytes("RGB", (4, 4), stripes).resize(size).convert(mode)


def located() -> Image.Exif:
    """Metadata that say where a photograph was taken, and that it stands on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation
    exif[0x010E] = SECRET.decode()  # description
    exif.get_ifd(0x8825)[1] = "N"  # the GPS part
    exif.get_ifd(0x8825)[29] = SECRET.decode()
    return exif


def xmp() -> bytes:
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>' + SECRET + b"</exif:GPSLatitude></x:xmpmeta>"


def written(picture: Image.Image, kind: str, **how: Any) -> bytes:
    content = io.BytesIO()
    picture.save(content, kind, **how)
    return content.getvalue()


def with_metadata(kind: str, picture: Image.Image | None = None) -> bytes:
    """An image of that kind (as Pillow calls it) that tells where it was taken, in each way that its kind has."""
    how: dict[str, Any] = {"exif": located()}
    if kind == "JPEG":
        how |= {"comment": SECRET, "xmp": xmp()}
    elif kind == "WEBP":
        how |= {"xmp": xmp()}
    else:
        text = PngImagePlugin.PngInfo()
        text.add_text("Location", SECRET.decode())
        text.add_itxt("XML:com.adobe.xmp", xmp().decode())
        how |= {"pnginfo": text}
    return written(picture or image(), kind, **how)


def jpeg(size: tuple[int, int] = (64, 48), seed: int = 0, name: str = "foto.jpg") -> SimpleUploadedFile:
    return upload(written(image(size, seed=seed), "JPEG"), name)


def pdf_bytes(first: bytes = b"") -> bytes:
    """The smallest whole PDF, with `first` as a comment on its second line."""
    head = b"%PDF-1.7\n%" + first + b"\n"
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 3>>\n"
    return head + objects + table + b"startxref\n%d\n%%%%EOF\n" % len(head + objects)


def pdf(name: str = "Acta final.pdf") -> SimpleUploadedFile:
    return upload(pdf_bytes(), name)


def packed(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that would be read into an image of that size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)

    header = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    pixels = zlib.compress(bytes((width + 1) * 10))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def moving() -> bytes:
    return written(image(), "WEBP", save_all=True, append_images=[image(seed=1)])


NOT_ACCEPTED = {
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "logo.svg"),
    "svg called a photograph": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "logo.jpg"),
    "page of the web": (b"<!doctype html><script>alert(1)</script>", "foto.jpg"),
    "script that begins as a GIF": (b"GIF89a/*\x00\x00\x00*/=1;alert(1)", "foto.gif"),
    "page of the web in a PDF": (pdf_bytes(b"<html><script>alert(1)</script></html>"), "acta.pdf"),
    "page of the web before a PDF": (b"<html></html>" + pdf_bytes(), "acta.pdf"),
    "page of the web after a PDF": (pdf_bytes() + b"<html></html>", "acta.pdf"),
    "archive after a PDF": (pdf_bytes() + packed(a=b"a"), "acta.pdf"),
    "archive after a photograph": (written(image(), "JPEG") + packed(a=b"a"), "foto.jpg"),
    "archive after a PNG": (written(image(), "PNG") + packed(a=b"a"), "foto.png"),
    "archive that unpacks to very much": (packed(a=bytes(20_000_000)), "anexos.zip"),
    "Word file": (packed(**{"[Content_Types].xml": b"", "word/document.xml": b""}), "acta.docx"),
    "half a PDF": (pdf_bytes()[:-20], "acta.pdf"),
    "half a photograph": (written(image((400, 300)), "JPEG")[:-400], "foto.jpg"),
    "image of too many pixels": (png_that_claims(20_000, 20_000), "foto.png"),
    "image that moves": (moving(), "foto.webp"),
    "program": (b"MZ\x90\x00", "foto.jpg"),
}
