"""A body in words: lines with their form, and no difference of either is hidden."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from comunicados import blocks
from comunicados.compare import compare
from comunicados.desk import in_words
from comunicados.desk.in_words import Names
from comunicados.text import paragraphs, sanitize


@pytest.mark.parametrize(
    ("html", "form"),
    [
        ("<p>Lea</p>", "plain paragraph"),
        ("<h2>Lea</h2>", "heading"),
        ("<ul><li><p>Lea</p></li></ul>", "list"),
        ("<p><strong>Lea</strong></p>", "bold: “Lea”"),
        ('<p><a href="https://a.mx/">Lea</a></p>', "link to https://a.mx/: “Lea”"),
    ],
)
def test_form_of_a_line(html, form):
    with translation.override("en"):
        assert blocks.lines(html) == [("Lea", form)]


pieces = st.sampled_from(
    ["Uno", " dos", "<br>", "<p>", "</p>", "<h2>", "</h2>", "<strong>", "</strong>", "<ul><li><p>", "</p></li></ul>"]
)
bodies = st.lists(pieces, max_size=12).map("".join).map(sanitize)


@given(bodies)
def test_lines_are_the_paragraphs(body):
    assert [line.text for line in blocks.lines(body)] == paragraphs(body)


@given(bodies, bodies)
def test_no_change_of_words_or_form_is_hidden(old, new):
    documents = [_document(body) for body in (old, new)]
    names = Names({}, {}, {})
    changes = compare(*(in_words.fields(document, "es", names) for document in documents))

    assert bool(changes) == (blocks.lines(old) != blocks.lines(new))


def _document(body):
    text = {"headline": "Titular", "subheadline": "", "place": "Lima", "body": body, "correction_note": ""}
    facts = {"kind": "communique", "date": "2024-01-15", "held_on": None, "original": "es", "topics": []}
    return {"format": 1, "es": text, "en": text, "facts": facts, "participants": [], "files": []}
