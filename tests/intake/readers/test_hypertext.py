"""HTML pages."""

import pytest

from comunicados.intake.readers import Source, read
from tests.intake.said import said


def read_body(body: str) -> Source:
    return read("x.html", f"<!DOCTYPE html><html><head><title>No</title></head><body>{body}</body></html>".encode())


def test_headings_lists_and_breaks() -> None:
    source = read_body("<h1>Título</h1><p>Uno<br>dos\n tres<ul><li>a<li>b</ul><ol start=3><li>c</ol>fin")
    assert source.text() == "Título\n\nUno\ndos tres\n\n- a\n- b\n3. c\n\nfin"
    assert [block.kind for block in source.blocks][:2] == ["heading", "paragraph"]


def test_page_is_known_after_its_comments() -> None:
    assert read("", b"<?xml version='1.0'?>\n<!-- a --> <!-- b -->\n<HTML><p>Texto").text() == "Texto"
    assert read("", b"<!---->" * 2_000 + b"Texto").media_type == "text/plain"


def test_scripts_and_styles_are_dropped() -> None:
    body = "<script>alert('<p>no</p>')</script><style>p{}</style><p>Texto</p><svg><text>no</text></svg>"
    assert read_body(body).text() == "Texto"


def test_navigation_is_left_out_with_a_doubt() -> None:
    source = read_body("<nav><a>Inicio</a> <a>Prensa y comunicación</a></nav><main><p>Texto</p></main>")
    assert source.text() == "Texto"
    assert said(source) == ("The header of the pages was left out: “Inicio Prensa y comunicación”.",)


def test_changes_and_hidden_words_are_doubts() -> None:
    source = read_body(
        "<p>La <del>vieja</del><ins>nueva</ins> agenda<span style='display: none'> x<span>y</span>z</span></p>"
    )
    assert source.text() == "La nueva agenda"
    assert said(source) == (
        "Tracked change in paragraph 1: “vieja” was deleted; the text reads without it.",
        "Tracked change in paragraph 1: “nueva” was inserted; the text reads with it.",
        "Hidden text in paragraph 1 was left out: “xyz”.",
    )


def test_table_gives_rows_and_a_table_around_it_gives_paragraphs() -> None:
    facts = "<table><tr><th>Nombre<th>Cargo<tr><td>Ana López<td>Directora</table>"
    source = read_body(f"<table><tr><td><p>Arriba</p>{facts}<p>Abajo</p></td></tr></table>")
    assert source.text() == "Arriba\n\n- Nombre | Cargo\n- Ana López | Directora\n\nAbajo"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_declared_encoding_is_used(encoding: str) -> None:
    page = f'<html><meta charset="{encoding}"><p>El “Perú” y España</p>'
    data = page.encode("cp1252" if encoding == "iso-8859-1" else encoding)
    assert read("x.html", data).text() == "El “Perú” y España"


def test_links_in_a_header_are_left_out_and_the_headline_is_not() -> None:
    page = "<header><a href=/>Ministerio en la red</a><h1><a href=/1>Visita oficial</a></h1></header><p>Texto"
    source = read("a.html", f"<html><body>{page}".encode())

    assert source.text() == "Visita oficial\n\nTexto"
    assert said(source) == ("The header of the pages was left out: “Ministerio en la red”.",)
