"""What is no communiqué is recognized, and what stands in columns is read in their order."""

from comunicados.intake.parser import parse
from tests.intake.said import said

ABOVE = "Ministerio de Cultura\n\n{headline}\n\nLima, 3 de mayo de 2024\n\n{body}\n"
APPOINTED = (
    "Se ha designado a los siguientes jefes de misión:\n\n"
    "• Ministra consejera Eva Rey Mora, embajadora en Francia\n• Luis Gil Ros, cónsul general en Miami\n"
)


def read(headline: str, body: str) -> list[tuple[str, str | None, str | None, str]]:
    people = parse(ABOVE.format(headline=headline, body=body)).participants
    return [(person.name, person.title, person.side, person.relation) for person in people]


def test_wrong_name_of_an_erratum_is_nobody():
    text = ABOVE.format(headline="Fe de erratas", body="Donde dice «el embajador Luis Gil» debe decir «Ana Ruiz».")
    parsed = parse(text)

    assert (parsed.form, [person.name for person in parsed.participants]) == ("erratum", ["Ana Ruiz"])


def test_appointments_are_told_with_their_new_post_and_no_part():
    parsed = parse(ABOVE.format(headline="Nombramientos en el exterior", body=APPOINTED))

    assert parsed.form == "appointments"
    assert [(p.name, p.title, p.rank, p.relation) for p in parsed.participants] == [
        ("Eva Rey Mora", "embajadora en Francia", "Ministra consejera", "mentioned"),
        ("Luis Gil Ros", "cónsul general en Miami", None, "mentioned"),
    ]
    assert "The text looks like a list of appointments: whom it names took no part in anything." in said(parsed)


def test_visit_is_a_communique():
    assert parse(ABOVE.format(headline="Visita", body="El canciller Juan Paz viajó a Quito.")).form == "communique"


def test_rows_give_post_house_and_state():
    rows = (
        "Asistieron:\n\n- Nombre | Cargo | País\n- Ana Ruiz | Ministra | Chile\n- Xóchil Paz | Viceministra | Perú\n"
    )

    assert read("Reunión", f"Asistieron:\n\n{rows}") == [
        ("Ana Ruiz", "Ministra", "Chile", "member"),
        ("Xóchil Paz", "Viceministra", "Perú", "member"),
    ]


def test_columns_of_a_table_belong_to_their_states():
    rows = "Asistieron:\n\n- Chile | Perú\n- Ana Ruiz, ministra | Luis Gil, ministro\n"

    assert read("Reunión", rows) == [
        ("Ana Ruiz", "ministra", "Chile", "member"),
        ("Luis Gil", "ministro", "Perú", "member"),
    ]


def test_signatures_side_by_side_keep_their_posts():
    columns = (
        "Firman:\n\nPor Chile                Por el Perú\n"
        "ANA RUIZ PAZ             LUIS GIL ROS\nMinistra de Cultura      Ministro de Salud\n"
    )

    assert read("Acuerdo de cooperación", columns) == [
        ("Ana Ruiz Paz", "Ministra de Cultura", "Chile", "head"),
        ("Luis Gil Ros", "Ministro de Salud", "Perú", "head"),
    ]
