"""A document in two languages is one communiqué in both."""

from pathlib import Path

from comunicados.intake.parser import parse
from comunicados.intake.parser.languages import counterparts
from tests.intake.said import said

STACKED = (Path(__file__).parents[1] / "documents" / "tuned" / "bilingual_stacked.txt").read_text("utf-8")
SIDE_BY_SIDE = """\
- Comunicado conjunto | Joint Statement
- Lima, 3 de mayo de 2024 | Lima, 3 May 2024
- El Perú y el Canadá se reúnen en la ciudad | Peru and Canada meet in the city
- El canciller del Perú, Juan Paz Soto, recibió a la ministra del Canadá, Ana Roy, en la sede de la Cancillería. | \
The Foreign Minister of Peru, Juan Paz Soto, received the Minister of Canada, Ana Roy, at the seat of the Ministry.
"""


def test_second_language_is_the_translation():
    parsed = parse(STACKED)
    other = parsed.translation

    assert (parsed.language, parsed.title) == ("es", "Chile y Nueva Zelandia refuerzan su cooperación antártica")
    assert (other.language, other.title) == ("en", "Chile and New Zealand Strengthen Antarctic Cooperation")
    assert (len(parsed.body), len(other.body)) == (2, 2)
    assert "The text is in two languages: check that each is whole." in said(parsed)


def test_columns_of_a_table_are_two_languages():
    parsed = parse(SIDE_BY_SIDE)

    assert (parsed.title, parsed.translation.title) == (
        "El Perú y el Canadá se reúnen en la ciudad",
        "Peru and Canada meet in the city",
    )
    assert [person.title for person in parsed.translation.participants] == [
        "Foreign Minister of Peru",
        "Minister of Canada",
    ]


def test_each_participant_is_found_in_the_other_language():
    titles = [other.title for other in counterparts(parse(STACKED))]

    assert titles == [
        "Minister of Foreign Affairs of Chile",
        "Minister of Foreign Affairs of New Zealand",
        "Ambassador of New Zealand to Chile",
    ]


def test_quotation_in_the_other_language_makes_no_translation():
    text = STACKED.split("Joint Communiqué")[0] + "La ministra citó: “We are friends of the sea and of the ice”.\n"

    assert parse(text).translation is None
