"""The files of the demonstration, drawn when it is loaded: photographs that nobody took, an annex of one page."""

import io
import math

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFilter

SKY, HAZE = (232, 196, 160), (120, 138, 164)
RIDGES = [(148, 140, 152), (104, 108, 132), (66, 78, 104), (34, 44, 66)]
WALL, SUIT, SHIRT, SKIN, HAIR = (196, 204, 212), (42, 52, 76), (238, 238, 234), (188, 142, 114), (52, 44, 42)
TIE = (122, 46, 54)
PAGE = (595, 842)  # A4, in points


def landscape(width: int = 1600, height: int = 900) -> ContentFile:
    """Ridges one behind the other, in the light of a late afternoon."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for y in range(height):
        share = y / height
        colour = tuple(round(high + (low - high) * share) for high, low in zip(HAZE, SKY, strict=True))
        draw.line([(0, y), (width, y)], fill=colour)
    for place, colour in enumerate(RIDGES):
        base = height * (0.45 + 0.14 * place)
        draw.polygon([(0, height), *_ridge(width, base, place), (width, height)], fill=colour)
    return _as_photograph(image, "valle.jpg")


def portrait(width: int = 960, height: int = 1200) -> ContentFile:
    """Head and shoulders of nobody, before a plain wall."""
    image = Image.new("RGB", (width, height), WALL)
    draw = ImageDraw.Draw(image)

    def places(*shares: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x * width, y * height) for x, y in shares]

    draw.ellipse(places((0.06, 0.68), (0.94, 1.6)), fill=SUIT)
    draw.polygon(places((0.38, 0.70), (0.62, 0.70), (0.5, 1.0)), fill=SHIRT)
    draw.polygon(places((0.47, 0.74), (0.53, 0.74), (0.54, 0.9), (0.5, 1.0), (0.46, 0.9)), fill=TIE)
    draw.rounded_rectangle(places((0.42, 0.55), (0.58, 0.75)), radius=60, fill=SKIN)
    draw.ellipse(places((0.31, 0.16), (0.69, 0.56)), fill=HAIR)
    draw.ellipse(places((0.34, 0.23), (0.66, 0.65)), fill=SKIN)
    return _as_photograph(image, "retrato.jpg")


def _as_photograph(image: Image.Image, name: str) -> ContentFile:
    content = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1)).save(content, "JPEG", quality=80)
    return ContentFile(content.getvalue(), name)


def _ridge(width: int, base: float, place: int) -> list[tuple[float, float]]:
    waves = ((0.0021, 60.0), (0.0057, 26.0), (0.017, 7.0))
    return [
        (x, base - sum(size * math.sin(x * step * (1 + 0.15 * place) + 2.1 * place) for step, size in waves))
        for x in range(0, width + 8, 8)
    ]


def page(title: str, lines: list[str]) -> ContentFile:
    """A PDF of one page, in Helvetica."""
    written = [f"BT /F1 16 Tf 72 750 Td ({_escaped(title)}) Tj ET"]
    written += [f"BT /F1 11 Tf 72 {710 - 18 * place} Td ({_escaped(line)}) Tj ET" for place, line in enumerate(lines)]
    stream = "\n".join(written).encode("cp1252")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>" % PAGE,
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    return ContentFile(_assembled(objects), "anexo.pdf")


def _assembled(objects: list[bytes]) -> bytes:
    whole, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return whole + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (count, table, count, len(whole))
    )


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
