"""A doubt is data, and a sentence only in the language of whoever reads it."""

from django.utils import translation
from django.utils.translation import gettext

from comunicados.intake.doubts import Doubt
from comunicados.intake.parser import parse
from comunicados.intake.readers import UnreadableFile, read
from comunicados.intake.sentences import in_words, place_in_words, refusal_in_words
from tests.intake.readers.made import docx, mail, p, r


def test_doubt_in_english_is_its_string():
    doubt = parse("Title\n\nLima, lunes 3 de mayo de 2024\n\nNada.\n").doubts[0]

    with translation.override("en"):
        assert in_words(doubt) == str(doubt) == "“Lima, lunes 3 de mayo de 2024”: 2024-05-03 was a Friday."


def test_words_that_are_sentences_are_translated_too():
    with translation.override("es"):
        assert in_words(Doubt("%(weekday)s", {"weekday": Doubt("Friday")})) == gettext("Friday") == "viernes"


def test_words_of_the_text_are_never_translated():
    with translation.override("es"):
        assert in_words(Doubt("%(name)s", {"name": "Friday"})) == "Friday"


def test_place_keeps_its_numbers():
    with translation.override("en"):
        assert place_in_words("attachment page.docx, text box at page 2, row 3") == (
            "attachment page.docx, text box at page 2, row 3"
        )


def test_refusal_is_its_sentence():
    with translation.override("en"):
        assert refusal_in_words(UnreadableFile("empty")) == "The file holds no text."


def test_doubts_of_a_file_survive_the_process_that_read_it():
    tracked = docx(p(r("Texto "), f"<w:ins>{r('nuevo')}</w:ins>"))
    source = read("a.eml", mail("", ("a.docx", tracked)))

    assert type(source).from_json(source.as_json()) == source
    assert str(source.doubts[0]) == (
        "attachment a.docx: Tracked change in paragraph 1: “nuevo” was inserted; the text reads with it."
    )
