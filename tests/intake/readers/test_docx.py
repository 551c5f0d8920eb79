"""Word documents: structure, tracked changes, comments, and what stands beside the text."""

import io

import docx as python_docx
import pytest

from comunicados.intake.readers import Block, BlockKind, Source, read
from tests.intake.readers.made import docx, p, r, word_table
from tests.intake.said import said

DEL = '<w:del w:author="Ana">{}</w:del>'
INS = '<w:ins w:author="Ana">{}</w:ins>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def item(text: str, level: int = 0) -> str:
    return p(r(text), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def read_body(body: str, **parts: str) -> Source:
    return read("comunicado.docx", docx(body, more=None, **parts))


def test_paragraphs_have_their_place_and_keep_smart_quotes() -> None:
    source = read_body(p(r("Uno")) + p() + p(r("dijo: “sí” y sali\u00adó\u200b")))
    assert source.blocks == (
        Block("Uno", BlockKind.PARAGRAPH, "paragraph 1"),
        Block("dijo: “sí” y salió", BlockKind.PARAGRAPH, "paragraph 2"),
    )
    assert said(source) == ()


def test_decomposed_letters_are_composed() -> None:
    assert read_body(p(r("Ba\u0301rcena"))).text() == "Bárcena"


def test_what_python_docx_writes_is_read() -> None:
    document = python_docx.Document()
    document.add_heading("Se reúnen los cancilleres", 1)
    document.add_paragraph("Ana López", style="List Bullet")
    document.add_paragraph("Primero", style="List Number")
    document.add_paragraph("Segundo", style="List Number")
    document.sections[0].header.paragraphs[0].text = "Cancillería de la República"
    file = io.BytesIO()
    document.save(file)
    source = read("x", file.getvalue())
    assert source.text() == "Se reúnen los cancilleres\n\n- Ana López\n1. Primero\n2. Segundo"
    assert [block.kind for block in source.blocks] == ["heading", "list_item", "list_item", "list_item", "header"]
    assert said(source) == ("The header of the pages was left out: “Cancillería de la República”.",)


def test_letters_of_a_list_go_on_and_lower_levels_start_anew() -> None:
    body = item("uno") + item("dos", 1) + item("tres", 1) + item("cuatro") + item("cinco", 1)
    labels = [block.label for block in read_body(body, numbering=NUMBERING).blocks]
    assert labels == ["a)", "a.1", "a.2", "b)", "b.1"]


def test_tracked_changes_read_as_accepted_with_a_doubt_each() -> None:
    source = read_body(p(r("La "), DEL.format(r("vieja", tag="delText")), INS.format(r("nueva")), r(" agenda")))
    assert source.text() == "La nueva agenda"
    assert said(source) == (
        "Tracked change by Ana in paragraph 1: “vieja” was deleted; the text reads without it.",
        "Tracked change by Ana in paragraph 1: “nueva” was inserted; the text reads with it.",
    )
    assert [(block.kind, block.text) for block in source.blocks[1:]] == [
        ("deletion", "vieja"),
        ("insertion", "nueva"),
    ]


def test_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    source = read_body(p(r("Alicia "), properties="<w:rPr><w:del/></w:rPr>") + p(r("Bárcena")))
    assert source.text() == "Alicia Bárcena"
    assert said(source) == (
        "Tracked change in paragraph 1: its end was deleted; it is joined to the next paragraph.",
    )


def test_moved_words_stand_only_where_they_went() -> None:
    body = p(r("uno"), f"<w:moveFrom>{r('dos')}</w:moveFrom>") + p(f"<w:moveTo>{r('dos')}</w:moveTo>")
    assert read_body(body).text() == "uno\n\ndos"


def test_comments_are_doubts() -> None:
    comments = f'<w:comment w:id="3" w:author="Bruno">{p(r("¿Es el cargo actual?"))}</w:comment>'
    source = read_body(p(r("La directora"), '<w:r><w:commentReference w:id="3"/></w:r>'), comments=comments)
    assert source.text() == "La directora"
    assert said(source) == ("Comment by Bruno on paragraph 1, left out of the text: “¿Es el cargo actual?”.",)


@pytest.mark.parametrize(
    ("properties", "text", "doubt"),
    [
        ("<w:vanish/>", "Uno", "Hidden text in paragraph 1 was left out: “dos”."),
        ('<w:vanish w:val="0"/>', "Uno dos", None),
        ("<w:strike/>", "Uno dos", "Words struck through in paragraph 1 still stand in the text: “dos”."),
    ],
)
def test_hidden_and_struck_words_are_doubts(properties: str, text: str, doubt: str | None) -> None:
    source = read_body(p(r("Uno "), r("dos", properties)))
    assert source.text() == text
    assert said(source) == ((doubt,) if doubt else ())


def test_footnotes_stand_at_the_end() -> None:
    notes = f'<w:footnote w:id="2">{p(r("Antes, subsecretaria."))}</w:footnote>'
    source = read_body(p(r("Ana"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r(" dijo.")), footnotes=notes)
    assert source.text() == "Ana dijo.\n\n[1] Antes, subsecretaria."


def test_fields_give_their_result_and_not_their_instruction() -> None:
    turns = {turn: f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")}
    date = turns["begin"] + r("DATE", tag="instrText") + turns["separate"] + r("3 de mayo") + turns["end"]
    assert read_body(p(r("Quito, "), date)).text() == "Quito, 3 de mayo"


def test_text_box_told_twice_is_read_once() -> None:
    box = f"<w:txbxContent>{p(r('Comunicado 12'))}</w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    source = read_body(p(f"<w:r>{drawn}</w:r>", r("Texto")))
    assert source.text() == "Comunicado 12\n\nTexto"
    assert source.blocks[0].place == "text box at paragraph 1"


def test_rows_of_a_table_are_lines_of_cells() -> None:
    source = read_body(word_table(("Nombre", "Cargo"), ("Ana López", "Directora")))
    assert source.text() == "- Nombre | Cargo\n- Ana López | Directora"
    assert source.blocks[1] == Block(
        "Ana López Directora", BlockKind.TABLE_ROW, "table 1, row 2", ("Ana López", "Directora")
    )


def test_merged_cell_repeats_its_words() -> None:
    cell = '<w:tc><w:tcPr><w:vMerge w:val="{}"/></w:tcPr>{}</w:tc>'
    first = cell.format("restart", p(r("México"))) + f"<w:tc>{p(r('Ana'))}</w:tc>"
    second = cell.format("continue", p()) + f"<w:tc>{p(r('Luis'))}</w:tc>"
    source = read_body(f"<w:tbl><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>")
    assert source.text() == "- México | Ana\n- México | Luis"


@pytest.mark.parametrize(
    "rows",
    [
        [("Por México\nAna López\nSecretaria", "Por Brasil\nLuis Soto\nMinistro")],
        [("Por México", "Por Brasil"), ("Ana López", "Luis Soto"), ("Secretaria", "Ministro")],
    ],
)
def test_signatures_side_by_side_are_read_column_by_column(rows: list[tuple[str, ...]]) -> None:
    source = read_body(word_table(*rows))
    assert source.text().split("\n\n") == [
        "Por México",
        "Ana López",
        "Secretaria",
        "Por Brasil",
        "Luis Soto",
        "Ministro",
    ]
    assert said(source) == ("The columns of table 1 are read one after the other: check who belongs to what.",)


def test_tracked_change_in_a_table_is_told_with_its_row() -> None:
    cells = f"<w:tc>{p(r('Ana'))}</w:tc><w:tc>{p(DEL.format(r('vieja', tag='delText')), r('Directora'))}</w:tc>"
    source = read_body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert source.text() == "- Ana | Directora"
    assert said(source)[0].startswith("Tracked change by Ana in table 1, row 1: “vieja” was deleted")


def test_header_of_a_first_page_that_differs_is_a_letterhead() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'
    source = read_body(p(r("Texto")) + section, header1=p(r("Comunicado No. 12")))
    assert source.text() == "Comunicado No. 12\n\nTexto"
    assert source.blocks[0].place == "letterhead"


def test_footer_with_a_number_is_dropped_without_a_word() -> None:
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    source = read_body(p(r("Texto")) + section, footer1=p(r("Página 1")))
    assert (source.text(), said(source)) == ("Texto", ())


def test_macros_are_told_and_not_run() -> None:
    source = read("a.docm", docx(p(r("Texto")), more={"word/vbaProject.bin": b"x"}))
    assert said(source) == ("The document carries macros; they were not run.",)
