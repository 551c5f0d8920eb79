"""OpenDocument texts."""

import io

from odf.opendocument import OpenDocumentText  # type: ignore[import-untyped]
from odf.text import H, P  # type: ignore[import-untyped]

from comunicados.intake.readers import Source, read
from tests.intake.readers.made import odt
from tests.intake.said import said

INFO = "<office:change-info><dc:creator>Ana</dc:creator></office:change-info>"


def read_body(body: str, automatic: str = "", masters: str = "") -> Source:
    return read("comunicado.odt", odt(body, automatic=automatic, masters=masters))


def test_what_odfpy_writes_is_read() -> None:
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Se reúnen los cancilleres"))
    document.text.addElement(P(text="Quito, 3 de mayo"))
    file = io.BytesIO()
    document.save(file)
    source = read("x", file.getvalue())
    assert [(block.kind, block.text) for block in source.blocks] == [
        ("heading", "Se reúnen los cancilleres"),
        ("paragraph", "Quito, 3 de mayo"),
    ]


def test_lists_have_their_numbers_and_bullets() -> None:
    automatic = (
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="a" '
        'style:num-suffix=")"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    inner = "<text:list><text:list-item><text:p>dos</text:p></text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="N"><text:list-item><text:p>uno</text:p>{inner}</text:list-item>'
        "<text:list-item><text:p>tres</text:p></text:list-item></text:list>"
    )
    assert read_body(body, automatic=automatic).text() == "a) uno\n- dos\nb) tres"


def test_tracked_changes_read_as_accepted_with_a_doubt_each() -> None:
    body = (
        f'<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>{INFO}<text:p>vieja</text:p>'
        f'</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion>{INFO}'
        '</text:insertion></text:changed-region></text:tracked-changes><text:p>La <text:change text:change-id="c1"/>'
        '<text:change-start text:change-id="c2"/>nueva<text:change-end text:change-id="c2"/> agenda</text:p>'
    )
    source = read_body(body)
    assert source.text() == "La nueva agenda"
    assert said(source) == (
        "Tracked change by Ana in paragraph 1: “vieja” was deleted; the text reads without it.",
        "Tracked change by Ana in paragraph 1: “nueva” was inserted; the text reads with it.",
    )


def test_comments_and_footnotes_stand_aside() -> None:
    comment = "<office:annotation><dc:creator>Bruno</dc:creator><text:p>¿Seguro?</text:p></office:annotation>"
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Una nota.</text:p></text:note-body></text:note>"
    )
    source = read_body(f"<text:p>Ana{comment}{note} dijo.</text:p>")
    assert source.text() == "Ana dijo.\n\n[1] Una nota."
    assert said(source)[0] == "Comment by Bruno on paragraph 1, left out of the text: “¿Seguro?”."


def test_spaces_breaks_and_hidden_words() -> None:
    automatic = '<style:style style:name="X"><style:text-properties text:display="none"/></style:style>'
    hidden = '<text:span text:style-name="X"> oculta</text:span>'
    source = read_body(f"<text:p>Ana<text:s/>López<text:line-break/>Directora{hidden}</text:p>", automatic=automatic)
    assert source.text() == "Ana López\nDirectora"
    assert said(source) == ("Hidden text in paragraph 1 was left out: “oculta”.",)


def test_cell_covered_from_above_repeats_its_words_and_one_covered_from_the_left_is_empty() -> None:
    def cell(text: str, spans: str = "") -> str:
        return f"<table:table-cell {spans}><text:p>{text}</text:p></table:table-cell>"

    tall = cell("México", 'table:number-rows-spanned="2"')
    wide = cell("Todos", 'table:number-columns-spanned="2"')
    rows = [tall + cell("Ana"), "<table:covered-table-cell/>" + cell("Luis"), wide + "<table:covered-table-cell/>"]
    told = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    assert read_body(f"<table:table>{told}</table:table>").text() == "- México | Ana\n- México | Luis\n\nTodos"


def test_text_box_and_edges_of_the_page() -> None:
    masters = (
        "<style:master-page><style:header><text:p>Cancillería de la República</text:p></style:header>"
        "<style:footer><text:p>Página 1</text:p></style:footer></style:master-page>"
    )
    box = "<draw:frame><draw:text-box><text:p>Comunicado 12</text:p></draw:text-box></draw:frame>"
    source = read_body(f"<text:p>{box}Texto</text:p>", masters=masters)
    assert source.text() == "Comunicado 12\n\nTexto"
    assert said(source)[1:] == ("The header of the pages was left out: “Cancillería de la República”.",)
