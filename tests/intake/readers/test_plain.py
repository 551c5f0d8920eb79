"""Plain text in a file of any encoding, or pasted."""

import codecs

import pytest

from comunicados.intake.readers import Block, BlockKind, read, read_pasted
from tests.intake.said import said

TEXT = "La señora Bárcena Ibáñez leyó la declaración.\n\n¿Qué acordó el Perú? Lo “mínimo”."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_common_encodings_are_known_without_a_doubt(encoding: str) -> None:
    source = read("x.txt", TEXT.encode(encoding))
    assert (source.text(), said(source)) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_old_encodings_are_guessed_with_a_doubt(encoding: str) -> None:
    text = TEXT.replace("“mínimo”", "mínimo")
    source = read("x.txt", text.encode(encoding))
    assert source.text() == text
    assert said(source) == (f"The encoding was guessed ({encoding}): check the accented letters.",)


def test_lines_of_a_paragraph_are_kept_for_the_parser() -> None:
    source = read_pasted("Uno\ndos\n\n\n  \nTres\r\n\r\nCuatro")
    assert source.text() == "Uno\ndos\n\nTres\n\nCuatro"
    assert source.blocks[1] == Block("Tres", BlockKind.PARAGRAPH, "paragraph 2")


def test_two_megabytes_of_line_ends_take_no_time() -> None:
    assert read_pasted("Uno" + "\r" * 2_000_000 + "dos").text() == "Uno\n\ndos"


def test_invisible_characters_are_removed() -> None:
    assert read_pasted("Ba\u0301r\u00adce\u200bna\ufeff").text() == "Bárcena"


def test_text_that_begins_like_a_mail_is_a_text() -> None:
    data = b"Subject: visita\nDate: 3 de mayo\n\nTexto"
    assert read("x.txt", data).media_type == "text/plain"


def test_utf16_mark_alone_decides() -> None:
    assert read("", codecs.BOM_UTF16_LE + "ñandú".encode("utf-16-le")).text() == "ñandú"
