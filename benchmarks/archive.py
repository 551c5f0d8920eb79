"""A ministry's archive, made up: communiqués as text files, each with a date, number and headline of its own."""

import datetime as dt
import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

FIRST_DAY = dt.date(2010, 1, 4)
MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
GIVEN = "Lucía Andrés Marta Julián Irene Tomás Beatriz Gonzalo Paula Esteban Rocío Ernesto Silvia Álvaro".split()
SURNAMES = "Kim Benítez Ortega Salinas Núñez Paredes Villalobos Arce Montes Quiroga Zapata Lozano Rivas Peña".split()
STATES = "Chile Perú Colombia Ecuador Uruguay Paraguay Panamá Guatemala Honduras Bolivia".split()
POSTS = (
    ("el ministro de Relaciones Exteriores", "la ministra de Relaciones Exteriores"),
    ("el embajador", "la embajadora"),
    ("el viceministro de Comercio Exterior", "la viceministra de Comercio Exterior"),
    ("el director general de Asuntos Consulares", "la directora general de Asuntos Consulares"),
)
MATTERS = "migración comercio cultura ciencia cooperación turismo salud educación energía seguridad".split()
PARAGRAPHS = (
    "Durante el encuentro, celebrado en un ambiente de cordialidad, ambas partes repasaron el estado de la relación"
    " bilateral y coincidieron en la importancia de dar seguimiento a los acuerdos alcanzados en la reunión anterior"
    " del mecanismo de consultas políticas.",
    "En materia de {matter}, las dos delegaciones convinieron en elaborar un programa de trabajo conjunto con plazos"
    " y responsables, que se revisará cada seis meses, y en facilitar el intercambio de información entre las"
    " instituciones competentes.",
    "Asimismo, reiteraron su compromiso con el multilateralismo y con la solución pacífica de las controversias, y"
    " acordaron coordinar posiciones en los foros regionales en los que participan los dos países.",
    "Al término de la reunión se firmó un acta que recoge los compromisos de cada parte. La próxima reunión del"
    " mecanismo tendrá lugar el año siguiente en fecha que se acordará por la vía diplomática.",
)


def people() -> list[tuple[str, bool]]:
    """The names of those who appear, and whether the feminine forms are theirs."""
    names = product(GIVEN, SURNAMES, SURNAMES[::-1])
    chosen = [f"{given} {first} {second}" for given, first, second in names if first != second]
    return [(name, name.split()[0] in {*GIVEN[::2], "Rocío"}) for name in random.Random(7).sample(chosen, 240)]


def texts(count: int) -> Iterator[str]:
    """`count` communiqués, three a week from FIRST_DAY on, numbered within their year."""
    chance, cast = random.Random(count), people()
    numbers: dict[int, int] = {}
    for place in range(count):
        day = FIRST_DAY + dt.timedelta(days=place * 7 // 3)
        numbers[day.year] = numbers.get(day.year, 0) + 1
        yield _text(day, numbers[day.year], chance.sample(cast, 4), chance)


def _text(day: dt.date, number: int, cast: list[tuple[str, bool]], chance: random.Random) -> str:
    state, matter = chance.choice(STATES), chance.choice(MATTERS)
    host, guest, *others = (
        f"{post[is_feminine]}, {name}"
        for (name, is_feminine), post in zip(cast, chance.sample(POSTS, 4), strict=True)
    )
    middle = chance.sample(PARAGRAPHS[:3], 3)
    body = [
        f"{host[0].upper()}{host[1:]}, se reunió hoy con {guest} de {state}, para revisar la agenda bilateral.",
        *(paragraph.format(matter=matter) for paragraph in middle),
        f"En la reunión participaron también {others[0]}; y {others[1]}.",
        PARAGRAPHS[3],
    ]
    head = [
        f"Comunicado No. {number}",
        f"Ciudad de México, {day.day} de {MONTHS[day.month - 1]} de {day.year}",
        f"México y {state} revisan su cooperación en materia de {matter} ({number} de {day.year})",
    ]
    return "\n\n".join(head + body) + "\n"


def write(folder: Path, count: int) -> list[Path]:
    """The texts as files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"comunicado-{place:05}.txt" for place in range(1, count + 1)]
    for path, text in zip(paths, texts(count), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths
