"""PDF: reading order, what a page divides, what it adds."""

from comunicados.intake.readers import read
from tests.intake.readers.made import LOREM, Paper
from tests.intake.said import said

LEFT = [f"La primera columna sigue con la línea {n} de" for n in range(12)]
RIGHT = [f"Después viene la otra columna y su línea {n}" for n in range(12)]


def test_paragraphs_headline_and_list_are_told_apart() -> None:
    paper = Paper().headline("Se reúnen los cancilleres").say("Quito, 3 de mayo de 2024").say(LOREM * 4)
    source = read("x.pdf", paper.say("1. Primero").say("- Segundo").data())
    assert [block.kind for block in source.blocks] == ["heading", "paragraph", "paragraph", "list_item", "list_item"]
    assert source.text().split("\n\n")[:3] == [
        "Se reúnen los cancilleres",
        "Quito, 3 de mayo de 2024",
        (LOREM * 4).strip(),
    ]
    assert source.blocks[1].place == "page 1, paragraph 2"
    assert source.blocks[3].label == "1."


def test_name_divided_by_a_page_break_is_made_whole() -> None:
    paper = Paper("Cancillería de la República", numbered=True)
    paper.put(20, 260, "Participó en la reunión de los ministros de América Latina la secretaria Alicia").add_page()
    paper.put(20, 40, "Bárcena Ibarra.")
    assert read("x.pdf", paper.data()).text() == (
        "Participó en la reunión de los ministros de América Latina la secretaria Alicia Bárcena Ibarra."
    )


def test_running_head_and_page_numbers_are_left_out() -> None:
    paper = Paper("Cancillería de la República", numbered=True).say("Uno.")
    for word in ("Dos.", "Tres."):
        paper.add_page()
        paper.say(word)
    source = read("x.pdf", paper.data())
    assert source.text() == "Uno.\n\nDos.\n\nTres."
    assert said(source) == ("The header of the pages was left out: “Cancillería de la República”.",)
    assert source.blocks[3].place == "header of page 1"


def test_words_divided_at_a_line_end_are_joined_and_compounds_kept() -> None:
    lines = (
        "El subsecretario habló en nombre de la dele-",
        "gación de la relación México-",
        "Brasil y del tema político-",
    )
    source = read("x.pdf", Paper().put(20, 40, *lines, "militar; lo político-militar sigue pendiente.").data())
    assert source.text() == (
        "El subsecretario habló en nombre de la delegación de la relación México-Brasil "
        "y del tema político-militar; lo político-militar sigue pendiente."
    )
    assert said(source) == ("Words divided at the end of a line were joined: delegación.",)


def test_two_columns_are_read_one_after_the_other_below_the_headline() -> None:
    paper = Paper().headline("Un titular que corre sobre las dos columnas de la página")
    source = read("x.pdf", paper.put(20, 50, *LEFT).put(110, 50, *RIGHT).data())
    _headline, body = source.text().split("\n\n")
    assert body.replace("\n", " ") == " ".join(LEFT + RIGHT)
    assert said(source) == ("Page 1 is set in 2 columns, read one after the other.",)


def test_signatures_side_by_side_are_read_column_by_column() -> None:
    paper = Paper().say(LOREM * 3).put(20, 100, "Por México", "Ana López", "Secretaria")
    source = read("x.pdf", paper.put(120, 100, "Por Brasil", "Luis Soto", "Ministro").data())
    assert source.text().split("\n\n")[1:] == ["Por México\nAna López\nSecretaria", "Por Brasil\nLuis Soto\nMinistro"]
    assert said(source) == ("Page 1 has names side by side, read column by column: “Por México / Por Brasil”.",)


def test_ruled_table_is_read_row_by_row() -> None:
    paper = Paper().say("Participaron:")
    with paper.table() as table:
        for row in [("Nombre", "Cargo"), ("Ana López", "Directora General para América Latina y el Caribe, " * 2)]:
            table.row(row)
    source = read("x.pdf", paper.say("Fin.").data())
    assert [block.kind for block in source.blocks] == ["paragraph", "table_row", "table_row", "paragraph"]
    assert source.blocks[2].cells == (
        "Ana López",
        ("Directora General para América Latina y el Caribe, " * 2).strip(),
    )


def test_lines_ended_on_purpose_stay_lines() -> None:
    source = read("x.pdf", Paper().say(LOREM * 3).put(20, 100, "Ana López", "Directora General").data())
    assert source.text().endswith("\n\nAna López\nDirectora General")


def test_comments_are_doubts() -> None:
    paper = Paper().say("La directora habló.")
    paper.text_annotation(50, 50, "¿Es el cargo actual?", title="Bruno")
    assert said(read("x.pdf", paper.data())) == (
        "Comment by Bruno on page 1, left out of the text: “¿Es el cargo actual?”.",
    )


def test_name_at_the_end_of_a_ragged_line_stays_in_one_line() -> None:
    paper = Paper()
    paper.put(
        20, 30, "La delegación que visitó la ciudad durante tres días estuvo encabezada por Ana", "Ruiz, ministra."
    )
    paper.put(20, 60, f"{LOREM[:100]}", "Otra línea.")

    assert "por Ana Ruiz, ministra." in read("x.pdf", paper.data()).text()
