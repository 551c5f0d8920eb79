"""What is left of a file that somebody uploads: the image or the PDF, and nothing that it did not need to say."""

import io
import tracemalloc

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from comunicados.exceptions import FileRefused
from comunicados.files import kinds, pictures
from comunicados.files.bare import is_bare
from comunicados.files.cleaning import clean
from tests import uploads

MEDIA_TYPES = {"JPEG": kinds.JPEG, "PNG": kinds.PNG, "WEBP": kinds.WEBP}


def cleaned(content: bytes) -> bytes:
    return clean(uploads.upload(content)).content.read()


@pytest.mark.parametrize("what", uploads.NOT_ACCEPTED)
def test_what_is_not_accepted_is_refused_with_a_sentence(what):
    content, name = uploads.NOT_ACCEPTED[what]

    with pytest.raises(FileRefused) as refusal, translation.override("en"):
        clean(uploads.upload(content, name))
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("svg", kinds.UNKNOWN),
        ("Word file", kinds.PACKED),
        ("archive that unpacks to very much", kinds.PACKED),
        ("half a photograph", pictures.DAMAGED),
        ("image that moves", pictures.MOVING),
    ],
)
def test_refusal_says_what_is_wrong(what, sentence):
    with pytest.raises(FileRefused) as refusal:
        clean(uploads.upload(*uploads.NOT_ACCEPTED[what]))
    assert refusal.value.sentence == sentence


def test_large_file_is_refused_by_its_size_alone(settings):
    class Unread(UploadedFile):
        @property
        def file(self):
            raise AssertionError("It was read.")

        @file.setter
        def file(self, file):
            pass

    with pytest.raises(FileRefused):
        clean(Unread(ContentFile(b""), "foto.jpg", size=200_000_000))


def test_large_pdf_is_not_read_into_memory():
    with TemporaryUploadedFile("acta.pdf", "application/pdf", 0, None) as upload:
        upload.write(uploads.pdf_bytes()[:9] + b"%" * 15_000_000 + b"\n")
        table = upload.file.tell()
        upload.write(b"xref\n0 1\ntrailer<</Size 1>>\nstartxref\n%d\n%%%%EOF" % table)
        upload.size = upload.file.tell()
        tracemalloc.start()
        clean(upload)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert most < 1_000_000


def test_pdf_stays_as_it_is():
    assert cleaned(uploads.pdf_bytes()) == uploads.pdf_bytes()


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_photograph_does_not_tell_where_it_was_taken(kind):
    dirty = uploads.with_metadata(kind)
    content = cleaned(dirty)

    assert uploads.SECRET in dirty
    assert uploads.SECRET not in content
    image = Image.open(io.BytesIO(content))
    assert (dict(image.getexif()), {"xmp", "comment", "exif", "icc_profile"} & image.info.keys()) == ({}, set())


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_photograph_stands_upright(kind):
    kept = clean(uploads.upload(uploads.with_metadata(kind, uploads.image((64, 48)))))

    assert (kept.width, kept.height) == (48, 64)
    assert Image.open(kept.content).size == (48, 64)


@pytest.mark.parametrize("tail", [b"<script>alert(1)</script>", b"\xff\xd9", b"\0" * 500])
@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_what_follows_the_image_is_gone(kind, tail):
    content = cleaned(uploads.written(uploads.image(), kind) + tail)

    assert is_bare(io.BytesIO(content), MEDIA_TYPES[kind])
    assert b"script" not in content


sizes = st.tuples(st.integers(1, 40), st.integers(1, 40))
modes = {"JPEG": ["L", "RGB", "CMYK"], "PNG": ["1", "L", "LA", "P", "RGB", "RGBA"], "WEBP": ["RGB", "RGBA"]}
pictures_of_all_kinds = st.sampled_from(sorted(modes)).flatmap(
    lambda kind: st.tuples(st.just(kind), st.sampled_from(modes[kind]), sizes, st.integers(0, 50), st.booleans())
)


@given(pictures_of_all_kinds)
def test_cleaning_leaves_nothing_but_the_image_and_once_is_enough(given):
    kind, mode, size, seed, is_located = given
    image = uploads.image(size, mode, seed)
    once = cleaned(uploads.with_metadata(kind, image) if is_located else uploads.written(image, kind))

    assert is_bare(io.BytesIO(once), MEDIA_TYPES[kind])
    assert uploads.SECRET not in once
    assert cleaned(once) == once


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's, of what it reads past
@given(st.sampled_from(sorted(MEDIA_TYPES)), st.data())
def test_file_that_was_tampered_with_is_cleaned_or_refused(kind, data):
    content = bytearray(uploads.with_metadata(kind))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=6)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        once = cleaned(bytes(content))
    except FileRefused:
        return
    assert is_bare(io.BytesIO(once), kinds.media_type(io.BytesIO(once)))


def test_colours_of_another_profile_are_put_into_srgb():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = srgb.replace(b"rXYZ", b"tXYZ").replace(b"gXYZ", b"rXYZ").replace(b"tXYZ", b"gXYZ")  # green for red
    content = uploads.written(uploads.image(), "PNG", icc_profile=profile)
    kept = Image.open(io.BytesIO(cleaned(content)))

    assert "icc_profile" not in kept.info
    assert kept.tobytes() != uploads.image().tobytes()


def test_pixels_of_a_png_do_not_change():
    image = uploads.image(mode="RGBA")
    kept = Image.open(io.BytesIO(cleaned(uploads.written(image, "PNG", dpi=(300, 300)))))

    assert kept.tobytes() == image.tobytes()


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Foto Oficial (1).JPEG", "foto-oficial-1.jpg"),
        ("Reunión México–Canadá.png", "reunion-mexicocanada.jpg"),
        ("C:\\fotos\\mesa.jpg", "mesa.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("写真.jpg", "archivo.jpg"),
        ("x" * 300 + ".jpg", "x" * 80 + ".jpg"),
    ],
)
def test_name_in_the_address_is_plain_and_ends_as_its_kind(given, name):
    assert kinds.public_name(given, kinds.JPEG) == name
