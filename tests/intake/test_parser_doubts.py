"""Each uncertain thing is a sentence that names the words in the text."""

import pytest

from comunicados.intake.parser import parse
from tests.intake.said import said


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Title\n\nThe ministers met.\n", "No dateline was found."),
        (
            "Title\n\nLima, lunes 3 de mayo de 2024\n\nNada.\n",
            "“Lima, lunes 3 de mayo de 2024”: 2024-05-03 was a Friday.",
        ),
        ("Title\n\nLima, 3 May 2024\n\nMinister Joly spoke.\n", "“Joly” is named by one word only."),
        (
            "Fe de erratas\n\nTitle\n\nLima, 3 de mayo de 2024\n\nDonde dice dos debe decir tres.\n",
            "The text looks like an erratum or correction of another one.",
        ),
        (
            "Title\n\nLima, 3 May 2024\n\nQuito, 4 May 2024\n\nNothing.\n",
            "“Lima, 3 May 2024” is taken for the dateline; the opening also has “Quito, 4 May 2024”.",
        ),
    ],
)
def test_doubt_names_the_words(text, doubt):
    assert said(parse(text)) == (doubt,)


def test_empty_text_is_nothing_but_doubts():
    parsed = parse("")

    assert (parsed.title, parsed.date, parsed.body, parsed.participants) == (None, None, (), ())
    assert said(parsed) == ("No dateline was found.", "No headline was found.", "The text has no body.")
