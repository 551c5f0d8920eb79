"""The body's HTML as plain text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comunicados.public.plain import plain
from comunicados.text import from_paragraphs


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Uno <strong>y</strong> dos &amp; tres.</p><p>Cuatro.</p>", "Uno y dos & tres.\n\nCuatro."),
        ("<p>Uno<br>dos</p>", "Uno\ndos"),
        ("<h2>Acuerdos</h2><p>Uno.</p>", "Acuerdos\n\nUno."),
        ("<ul><li><p>Uno</p></li><li><p>Dos</p></li></ul><p>Fin.</p>", "– Uno\n– Dos\n\nFin."),
        ("<p>Así:</p><ol><li><p>Uno</p></li><li><p>Dos</p></li></ol>", "Así:\n\n1. Uno\n2. Dos"),
        ("<ul><li><p>Uno</p><ul><li><p>Más</p></li></ul></li><li><p>Dos</p></li></ul>", "– Uno\n  – Más\n– Dos"),
        ("<ol><li><p>A</p></li></ol><p>Y</p><ol><li><p>B</p></li></ol>", "1. A\n\nY\n\n1. B"),
        ("<blockquote><p>Uno<br>dos</p><p>Tres</p></blockquote><p>Fin.</p>", "> Uno\n> dos\n\n> Tres\n\nFin."),
        (
            "<table><tbody><tr><th><p>País</p></th><th><p>Año</p></th></tr>"
            "<tr><td><p>Chile</p><p>y Perú</p></td><td><p>2024</p></td></tr></tbody></table><p>Fin.</p>",
            "País | Año\nChile / y Perú | 2024\n\nFin.",
        ),
        ('<p>Véase <a href="https://un.org/a">el acta</a>.</p>', "Véase el acta (https://un.org/a)."),
        ('<p><a href="https://un.org/a">https://un.org/a</a></p>', "https://un.org/a"),
        ('<p><a href="mailto:prensa@sre.mx">prensa@sre.mx</a></p>', "prensa@sre.mx"),
        ("", ""),
    ],
)
def test_blocks_are_legible(html, text):
    assert plain(html) == text


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1), min_size=1))
def test_every_paragraph_is_one_line(paragraphs):
    kept = plain(from_paragraphs(paragraphs)).split("\n\n")

    assert kept == [unicodedata.normalize("NFC", text) for text in paragraphs]
