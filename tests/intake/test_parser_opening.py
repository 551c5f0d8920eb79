"""What stands above the body, and how lines become paragraphs."""

import pytest

from comunicados.intake.parser import parse


@pytest.mark.parametrize(
    ("dateline", "date", "place"),
    [
        ("Lima, 3 de mayo de 2024", "2024-05-03", "Lima"),
        ("Santiago, martes 14 de junio de 2022", "2022-06-14", "Santiago"),
        ("Bogotá D. C., 1º de marzo del 2023", "2023-03-01", "Bogotá D. C."),
        ("México, D.F., a 3 de marzo de 2014", "2014-03-03", "México, D.F."),
        ("Madrid, 05/07/2021", "2021-07-05", "Madrid"),
        ("Washington, D.C., January 5, 2024", "2024-01-05", "Washington, D.C."),
        ("LONDON, 14th March 2023", "2023-03-14", "London"),
        ("January 17, 2025 - Ottawa, Ontario - Global Affairs Canada", "2025-01-17", "Ottawa, Ontario"),
        ("5 October 2023", "2023-10-05", None),
        ("3 de agosto de 2022 - 8:29 p. m.", "2022-08-03", None),
        ("Bruxelles, 22/06/2015 - 00:00, UNIQUE ID: 150622_03", "2015-06-22", "Bruxelles"),
        ("Wednesday, March 22, 2017, 4:37 p.m. Ministry of Foreign Affairs", "2017-03-22", None),
        ("(Montevideo, 3 de mayo de 2024)", "2024-05-03", "Montevideo"),
    ],
)
def test_dateline_is_read_in_either_language(dateline, date, place):
    parsed = parse(f"Two ministers meet\n\n{dateline}\n\nThe ministers met.\n")

    assert (parsed.date, parsed.place, parsed.body) == (date, place, ("The ministers met.",))


@pytest.mark.parametrize("mark", [".- ", " – ", " — ", ". ", ": "])
def test_dateline_run_into_the_paragraph_is_cut_off(mark):
    parsed = parse(f"Nota de prensa 7\nPerú saluda a Chile\n\nLima, 3 de mayo de 2024{mark}El Perú saluda a Chile.\n")

    assert (parsed.kind, parsed.number, parsed.title) == ("Nota de prensa", "7", "Perú saluda a Chile")
    assert (parsed.date, parsed.place, parsed.body) == ("2024-05-03", "Lima", ("El Perú saluda a Chile.",))


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("Comunicado No. 478", "Comunicado", "478"),
        ("COMUNICADO CONJUNTO N.º 045/2022", "COMUNICADO CONJUNTO", "045/2022"),
        ("Press Release No. 12/2023", "Press Release", "12/2023"),
        ("Joint communiqué", "Joint communiqué", None),
        ("Declaración conjunta Chile - Perú", "Declaración conjunta", None),
    ],
)
def test_kind_stands_without_number_and_parties(line, kind, number):
    parsed = parse(f"{line}\n\nThe two sides agree\n\nLima, 3 May 2024\n\nThey agreed.\n")

    assert (parsed.kind, parsed.number, parsed.title) == (kind, number, "The two sides agree")


def test_opening_takes_letterhead_embargo_and_subheadline():
    parsed = parse(
        "Ministerio de Relaciones Exteriores\nEmbargado hasta las 10:00\nComunicado 12\n\n"
        "Chile firma un acuerdo\n\nEl texto entra en vigor en junio\n\n"
        "Santiago, 2 de mayo de 2022\n\nChile firmó un acuerdo.\n"
    )

    assert (parsed.kind, parsed.number, parsed.title) == ("Comunicado", "12", "Chile firma un acuerdo")
    assert parsed.subheadline == "El texto entra en vigor en junio"
    assert parsed.embargo == "Embargado hasta las 10:00"


def test_wrapped_lines_and_hyphens_are_healed():
    parsed = parse(
        "Canada and Mexico hold high-level talks on migra-\ntion\n\nOttawa, 17 January 2025\n\n"
        "The delegations of both coun-\ntries spoke of trade and, at a high-\nlevel meeting, of "
        "Sherwood-\nRandall.\n\n"
        "- 2 -\n\nThey will meet again.\n\n###\n"
    )

    assert parsed.title == "Canada and Mexico hold high-level talks on migration"
    assert parsed.body == (
        "The delegations of both countries spoke of trade and, at a high-level meeting, of Sherwood-Randall.",
        "They will meet again.",
    )


@pytest.mark.parametrize(
    ("sentence", "held_on"),
    [
        ("El canciller recibió ayer a Ana Ruiz.", "2024-05-02"),
        ("The Minister met yesterday with Ana Ruiz.", "2024-05-02"),
        ("El canciller recibió hoy a Ana Ruiz. Ayer había llegado a Lima.", None),
        ("El canciller dijo “ayer fue un gran día” a Ana Ruiz.", None),
        ("El canciller está desde ayer en Lima.", None),
    ],
)
def test_act_of_yesterday_has_the_day_before(sentence, held_on):
    assert parse(f"Comunicado\n\nVisita de Ana Ruiz\n\nLima, 3 de mayo de 2024\n\n{sentence}\n").held_on == held_on
