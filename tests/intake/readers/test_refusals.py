"""What cannot be read is refused with a reason and a sentence, whoever made it."""

import pickle
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from comunicados.intake.readers import SENTENCES, Source, UnreadableFile, read
from tests.intake.readers.made import LOREM, Paper, docx, odt, p, r, zipped

ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def encrypted_pdf() -> bytes:
    paper = Paper().say(LOREM)
    paper.set_encryption(owner_password="x", user_password="y")
    return paper.data()


def scanned_pdf() -> bytes:
    from PIL import Image

    paper = Paper()
    paper.image(Image.new("RGB", (40, 40)), w=100)
    return paper.data()


def swollen_docx(unpacked: int) -> bytes:
    return docx(p(r("x")), more={"word/media/image1.bmp": b"\0" * unpacked})


FILES = {
    "too_large": lambda: b"x" * (200 * 1024 * 1024),
    "empty": lambda: docx(p()),
    "encrypted": encrypted_pdf,
    "scanned": scanned_pdf,
    "bomb": lambda: swollen_docx(310 * 1024 * 1024),
    "old_word": lambda: OLE + b"\0" * 600,
    "broken": lambda: docx(p(r(LOREM)))[:-60],
    "unknown": lambda: zipped({"xl/workbook.xml": "<x/>"}),
}


@pytest.mark.parametrize("reason", FILES)
def test_each_reason_has_its_file_and_sentence(reason: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read("x", FILES[reason]())
    assert refusal.value.reason == reason
    assert str(refusal.value) == SENTENCES[reason]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"{\\rtf1 hola}", "unknown"),
        (bytes(range(256)) * 9, "unknown"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"%PDF-1.7\nno more", "broken"),
        (b"<html><body><img src=x></body></html>", "scanned"),
        (b"a" * 2_100_000, "too_large"),
    ],
)
def test_other_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read("x", data)
    assert refusal.value.reason == reason


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    paper = Paper().say("Texto.")
    paper.set_encryption(owner_password="x")
    assert read("x.pdf", paper.data()).text() == "Texto."


def test_encrypted_odt_is_refused() -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    with pytest.raises(UnreadableFile, match="password"):
        read("x.odt", odt("<text:p>x</text:p>", more={"META-INF/manifest.xml": manifest}))


@pytest.mark.parametrize(
    "members",
    [
        {"word/document.xml": ENTITIES + "<d>&b;</d>"},
        {"word/document.xml": b"<d>" + b" " * 33 * 1024 * 1024},
        {f"word/{number}": b"" for number in range(5_001)},
        {"word/media/a.bin": b"\0" * 20 * 1024 * 1024},
    ],
)
def test_bombs_are_refused(members: dict[str, str | bytes]) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read("x.docx", docx("", more=members))
    assert refusal.value.reason == "bomb"


def test_size_that_an_archive_lies_about_is_not_believed() -> None:
    data = bytearray(docx("", more={"word/document.xml": b"<d>" + b" " * 33 * 1024 * 1024}))
    for entry in re.finditer(b"PK\x01\x02", bytes(data)):
        data[entry.start() + 24 : entry.start() + 28] = (100).to_bytes(4, "little")
    with pytest.raises(UnreadableFile):
        read("x.docx", bytes(data))


def test_archive_within_the_archive_is_not_opened() -> None:
    inner = swollen_docx(8 * 1024 * 1024)
    assert read("x.docx", docx(p(r("Texto")), more={"word/embeddings/a.docx": inner})).text() == "Texto"


def test_a_refusal_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(UnreadableFile("bomb"))).reason == "bomb"  # noqa: S301 - our own


def outcome(name: str, data: bytes) -> Source | UnreadableFile:
    try:
        return read(name, data)
    except UnreadableFile as refusal:
        return refusal


NAMES = st.sampled_from(["a.docx", "a.odt", "a.pdf", "a.txt", "a.html", "a.eml", "", "\0"])
BEGINNINGS = st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"<html>", b"MIME-Version: 1.0\n\n", b"\xff\xfe"])


@given(NAMES, BEGINNINGS, st.binary(max_size=3000))
@example("a.html", b"<html>", b"<table><td><table></table><li></del><![if")
def test_any_bytes_give_a_source_or_a_refusal(name: str, beginning: bytes, rest: bytes) -> None:
    result = outcome(name, beginning + rest)
    assert isinstance(result, UnreadableFile) or result.text().strip()


WHOLE = [docx(p(r(LOREM))), odt("<text:p>Uno</text:p>"), Paper().say(LOREM).data()]


@given(st.sampled_from(WHOLE), st.data())
def test_damaged_documents_give_a_source_or_a_refusal(whole: bytes, data: st.DataObject) -> None:
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    outcome("x", bytes(damaged))


TAGS = (
    "<w:p> </w:p> <w:r> </w:r> <w:t>x</w:t> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> <w:ins> </w:ins> "
    "<w:fldChar/> <w:txbxContent> </w:txbxContent> <w:pPr><w:numPr><w:numId/></w:numPr></w:pPr>"
).split()


@given(st.lists(st.sampled_from(TAGS)))
def test_any_markup_in_word_gives_a_source_or_a_refusal(tags: list[str]) -> None:
    outcome("x.docx", docx("".join(tags)))
