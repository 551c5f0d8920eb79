"""Images: written anew without anything but the image, upright and in sRGB; and made smaller."""

import io
from dataclasses import dataclass
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageFile, ImageOps

from comunicados.exceptions import FileRefused
from comunicados.files import kinds
from comunicados.files.bare import is_bare

MODES = {
    kinds.JPEG: ("L", "RGB"),
    kinds.PNG: ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"),
    kinds.WEBP: ("RGB", "RGBA"),
}
HOW: dict[str, dict[str, Any]] = {kinds.JPEG: {"quality": 92}, kinds.PNG: {}, kinds.WEBP: {"quality": 92}}
SMALLER: dict[str, Any] = {"format": "WEBP", "quality": 80, "method": 4}
# what Pillow raises for a file that is not what it says; a bomb's own warning is an error where warnings are
UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)

DAMAGED = _("The image is damaged: it cannot be read to its end.")
TOO_MANY_PIXELS = _("The image has more than %(most)s million pixels.")
MOVING = _("Images that move are not published. Choose a still one.")


@dataclass(frozen=True)
class Picture:
    content: IO[bytes]
    width: int
    height: int


def clean(file: IO[bytes], kind: str) -> Picture:
    """The image and nothing else; a file that is that already stays as it is, bit by bit. Raises FileRefused."""
    try:
        image = _read(file, kind)
        if image.mode in MODES[kind] and is_bare(file, kind):
            return Picture(file, *image.size)
        image = _plain(image, kind)
        return Picture(_written(image, format=kinds.IMAGES[kind], **HOW[kind]), *image.size)
    except BOMBS as error:
        raise FileRefused(_too_many()) from error
    except UNREADABLE as error:
        raise FileRefused(DAMAGED) from error


def smaller(file: IO[bytes], width: int) -> Picture:
    """A clean image, made so wide (WebP, whatever it was)."""
    image: Image.Image = Image.open(file)
    height = max(1, round(image.height * width / image.width))
    image.draft("RGB", (width, height))  # a JPEG is read in about that size
    image = _plain(image, kinds.WEBP).resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
    return Picture(_written(image, **SMALLER), width, height)


def _read(file: IO[bytes], kind: str) -> Image.Image:
    """The image, read to its end; its size is judged before. A JPEG of several pictures is its first."""
    file.seek(0)
    image = Image.open(file, formats=[kinds.IMAGES[kind]])
    if image.width * image.height > settings.FILES_MOST_PIXELS:
        raise FileRefused(_too_many())
    if kind != kinds.JPEG and getattr(image, "is_animated", False):
        raise FileRefused(MOVING)
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint's import allows them in the whole process
    image.load()
    return image


def _plain(image: Image.Image, kind: str) -> Image.Image:
    """Upright, in sRGB and a mode of its kind, without anything that Pillow would write beside the pixels."""
    upright = ImageOps.exif_transpose(image)
    colours = _in_srgb(upright)
    if colours.mode not in MODES[kind]:
        has_alpha = kind != kinds.JPEG and ("A" in colours.getbands() or "transparency" in colours.info)
        colours = colours.convert("RGBA" if has_alpha else "RGB")
    plain = colours.copy()
    plain.info = {key: value for key, value in colours.info.items() if key == "transparency" and kind == kinds.PNG}
    return plain


def _in_srgb(image: Image.Image) -> Image.Image:
    """By the image's own profile, where it has one that can be read."""
    profile = image.info.get("icc_profile")
    modes = {"RGB": "RGB", "RGBA": "RGBA", "CMYK": "RGB", "L": "RGB"}
    if not profile or image.mode not in modes:
        return image
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(
            image, own, ImageCms.createProfile("sRGB"), outputMode=modes[image.mode]
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return converted or image


def _written(image: Image.Image, **how: Any) -> IO[bytes]:
    content = io.BytesIO()
    image.save(content, **how)
    content.seek(0)
    return content


def _too_many() -> str:
    return TOO_MANY_PIXELS % {"most": settings.FILES_MOST_PIXELS // 1_000_000}
