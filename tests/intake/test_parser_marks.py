"""Each fact is marked where the source has it."""

from comunicados.intake.parser import parse

VISIT = """\
Comunicado N.º 12
Lima, 3 de mayo de 2024

Visita oficial del canciller

El canciller Juan Paz recibió a la ministra de Cultura, Ana Ruiz. La ministra Ruiz agradeció.
"""


def marked(text: str) -> list[tuple[str, str, int | None]]:
    parsed = parse(text)
    return [(m.kind, parsed.source[m.paragraph][m.start : m.end], m.participant) for m in parsed.marks]


def test_marks_cut_out_what_was_found():
    assert marked(VISIT) == [
        ("kind", "Comunicado", None),
        ("number", "12", None),
        ("dateline", "Lima, 3 de mayo de 2024", None),
        ("headline", "Visita oficial del canciller", None),
        ("name", "Juan Paz", 0),
        ("title", "canciller", 0),
        ("name", "Ana Ruiz", 1),
        ("title", "ministra de Cultura", 1),
        ("name", "Ruiz", 1),
        ("title", "ministra", 1),
    ]


def test_dateline_within_the_first_paragraph_is_marked():
    assert ("dateline", "LIMA, 3 May 2024 –", None) in marked("Title\n\nLIMA, 3 May 2024 – The minister spoke.\n")


def test_dateline_under_the_body_is_marked():
    assert ("dateline", "Lima, 3 May 2024", None) in marked("Title\n\nThe ministers met.\n\nLima, 3 May 2024\n")


def test_post_in_the_line_below_is_marked_there():
    text = "Title\n\nLima, 3 May 2024\n\nFor Peru:\n\nANA RUIZ\nMinister of Culture\n"

    assert marked(text)[-2:] == [("name", "ANA RUIZ", 0), ("title", "Minister of Culture", 0)]


def test_doubt_tells_its_field_and_paragraph():
    doubts = parse(VISIT.replace("El canciller Juan Paz", "Juan Paz")).doubts

    assert [(doubt.about, doubt.paragraph) for doubt in doubts] == [("participants.0", 4 - 1)]


def test_marks_are_no_part_of_the_json():
    assert {"marks", "source"} & set(parse(VISIT).as_json()) == set()
