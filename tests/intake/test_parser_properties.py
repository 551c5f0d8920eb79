"""What holds for every text: the parser answers, invents nothing, and its effort grows with the length."""

import sys
import unicodedata
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from comunicados.intake.parsed import ParsedCommunique
from comunicados.intake.parser import parse
from comunicados.intake.reader import read_text

WORDS = (
    "Nombre | Cargo/- Ana Ruiz | ministra | Chile/Por Chile          Por el Perú/donde dice/debe decir/"
    "Joint Statement/"
    "Ms. HAYASHI Yoko/d'Arcy/Ó/al-Sabah/embajador en retiro/General (r)/da Cunha e Silva/the Hon/"
    "Instituto Caro y Cuervo/"
    "the ministers met in the city and agreed on that/los ministros se reunieron en la ciudad y acordaron que/"
    "Comunicado conjunto/No. 12/Lima, 3 de mayo de 2024/Washington, D.C., January 5, 2024 –/"
    "el presidente/la secretaria de/Relaciones Exteriores/Antony Blinken/Alicia Bárcena Ibarra/"
    "López Obrador/de la/von der/Leyen/Estados Unidos/México/Ruritania/Secretary of State/los ministros/"
    "General/Dr./H.E./J./encabezada por/acompañado por/led by/met with/Por México:/(E)/SRE/Casa Blanca/"
    "MoFA/PM/– OEA/“Nana”/(1985-1988)/the Hon/de América/of America/en representación de Chile/por Chile/"
    "señor ministro/HMS/representantes/fue propuesta por/como/Sri Lankan/Global Affairs Canada/"
    "ALICIA BÁRCENA/agradeció/Canada's/homólogo/Instituto Nacional/director/,/;/./y/and/:/-/•/--/###/\n/"
    "\n\n/\f"
)
PHRASES = st.sampled_from(tuple(WORDS.split("/")))
unhurried = settings(deadline=None)  # effort is counted below; how fast the machine is, is no property
COMMUNIQUES = st.lists(PHRASES, max_size=60).map(" ".join)


def letters(text: str) -> str:
    """A text without what healing and usual capitals may change: white space, hyphens at line ends, case."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum() or sign in ".,;()&'’")


def strings(parsed: ParsedCommunique) -> list[str]:
    found = [parsed.title, parsed.place, parsed.kind, parsed.number, parsed.subheadline, parsed.embargo]
    for person in parsed.participants:
        found += [person.name, person.title, person.body, person.side, person.courtesy, person.rank]
    return [text for text in found if text]


@unhurried
@given(st.text(max_size=600) | COMMUNIQUES)
@example("\ud800")
@example("İstanbul, 3 de mayo de 2024\n\nEl canciller İlker Ñúñez")
def test_parser_answers_any_text(text):
    assert isinstance(parse(text), ParsedCommunique)


@unhurried
@given(st.binary(max_size=300).filter(lambda data: b"\x00" not in data))
def test_parser_answers_any_readable_bytes(data):
    try:
        text = read_text(data)
    except ValueError:
        return

    assert isinstance(parse(text), ParsedCommunique)


@unhurried
@given(COMMUNIQUES)
def test_parser_invents_nothing(text):
    whole = letters(text)

    assert [found for found in strings(parse(text)) if letters(found) not in whole] == []


@unhurried
@given(COMMUNIQUES)
def test_participants_are_whole_and_apart(text):
    participants = parse(text).participants

    assert len({person.name for person in participants}) == len(participants)
    assert all(1 <= len(person.name.split()) <= 8 for person in participants)
    assert {person.relation for person in participants} <= {"head", "member", "mentioned"}


def effort(text: str) -> int:
    """How many lines of the parser a reading of the text runs."""
    steps = 0

    def count(frame: FrameType, event: str, argument: object) -> object:
        nonlocal steps
        steps += event == "line"
        return count

    sys.settrace(count)
    try:
        parse(text)
    finally:
        sys.settrace(None)
    return steps


@pytest.mark.parametrize(
    "part",
    [
        "; ",
        "A ",
        "de ",
        "(",
        "(E) ",
        "e ",
        "Juan ",
        "J. ",
        "ministro ",
        "MINISTRO ",
        "Air General ",
        "embajador en retiro ",
        "Ana Pérez; ",
        "Chile, ",
        "“",
        "xxxxxxxxxxxxxxxxxxxx",
        "el secretario de Estado, Antony Blinken; ",
        "la ministra de Salud, Ana Pérez, y el ministro ",
        "el director del Instituto Caro y Cuervo, ",
        "de Salud, de Hacienda, ",
        "El canciller Juan Pérez se reunió con Ana Gómez. ",
        "donde dice ",
        "lunes 3 de mayo de ",
        "Gobierno de Ruritania ",
        "Por México:\n- Ana Pérez, ministra\n",
        "- Ana Pérez | ministra\n",
        "Por Chile          Por el Perú\n",
        "coopera-\n",
        "una línea sin punto\n\n",
        "Lima, 3 de mayo de 2024\n",
        "Comunicado conjunto\n",
        "the sides met and la reunión de los ministros fue ",
        "of America ",
        "United States of America Under Secretary ",
        "representantes de Chile y Perú, ",
        "Ana Pérez y Juan Pérez, representantes; ",
        "los presidentes de Chile, Ana Pérez, y el de Perú, Juan Pérez, ",
        "jefe de Gabinete del señor primer ministro y ",
        "Ana “Nana” Pérez (1985-1988), ",
        "Ana Pérez, MoFA, Chile, ",
        "Ana Pérez, en representación de Chile, ",
        "relaciones entre Chile y Perú ",
        "Ana Pérez fue propuesta por Juan Pérez como ",
    ],
)
def test_effort_grows_with_the_length(part):
    parse(part)  # the tables are read once

    assert effort(part * 3000) <= 11.5 * effort(part * 300)
