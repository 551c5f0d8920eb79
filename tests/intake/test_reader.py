"""Bytes of any common encoding become one text; what is no text is refused."""

import pytest

from comunicados.intake.reader import LIMIT, UnreadableText, read_text

WORDS = "Canciller Bárcena: “Sí” – señaló"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_reader_takes_common_encodings(encoding):
    assert read_text(WORDS.encode(encoding)) == WORDS


def test_reader_takes_latin_1_where_windows_has_no_letter():
    assert read_text("Bárcena \x81".encode("latin-1")) == "Bárcena \x81"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_reader_makes_line_ends_alike(ending):
    assert read_text(f"uno{ending}dos".encode()) == "uno\ndos"


def test_reader_makes_a_page_break_an_empty_line():
    assert read_text(b"Arturo\n\fMedina") == "Arturo\n\nMedina"


def test_reader_composes_letters():
    assert read_text("Ba\u0301rcena".encode()) == "Bárcena"


def test_reader_of_nothing_is_empty():
    assert read_text(b"") == ""


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"a\x00b\x00", "The file is not plain text."),
        (bytes(range(256)) * 4, "The file is not plain text."),
        (b"\xff\xfea", "The file begins like UTF-16 but is not."),
        (b"a" * (LIMIT + 1), "The file is larger than 2 MB, which no communiqué is."),
    ],
)
def test_reader_refuses_what_is_no_text(data, sentence):
    with pytest.raises(UnreadableText) as refusal:
        read_text(data)

    assert str(refusal.value) == sentence
