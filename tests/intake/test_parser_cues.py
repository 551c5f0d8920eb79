"""What the words around a name say that its bearer did."""

from comunicados.intake.parser import parse

CABINET = """\
Comunicado conjunto Perú-Colombia
Lima, 9 de febrero de 2022

Los cancilleres del Perú y de Colombia preparan el gabinete binacional

Por el Perú asistieron la ministra de Cultura, Rosa Quispe Ñahui, y el viceministro de Turismo, Luis Paredes Soto.

Por Colombia lo hicieron el viceministro de Asuntos Multilaterales, Álvaro Duarte Gil, y la embajadora de Colombia \
en el Perú, Sofía Restrepo Mejía.
"""


def test_delegation_that_did_so_too_took_part():
    found = [(person.name, person.relation, person.side) for person in parse(CABINET).participants]

    assert found == [
        ("Rosa Quispe Ñahui", "member", "Perú"),
        ("Luis Paredes Soto", "member", "Perú"),
        ("Álvaro Duarte Gil", "member", "Colombia"),
        ("Sofía Restrepo Mejía", "member", "Colombia"),
    ]
