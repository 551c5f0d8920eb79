"""What the parser reads in communiqués of several ministries, in both languages."""

import json

import pytest

from comunicados.intake.parsed import ParsedCommunique
from comunicados.intake.parser import parse
from tests.intake.said import said

VISIT = """\
Comunicado conjunto México-Estados Unidos
Ciudad de México, 28 de diciembre de 2023

México y Estados Unidos refrendan su trabajo común sobre migración

El presidente Andrés Manuel López Obrador recibió ayer en la Ciudad de México a una delegación de alto \
nivel de Estados Unidos encabezada por el secretario de Estado, Antony Blinken; el secretario de \
Seguridad Nacional, Alejandro Mayorkas, y la asesora de Seguridad Nacional de la Casa Blanca, Elizabeth \
Sherwood-Randall.

El primer mandatario mexicano agradeció al presidente Joseph Biden por el envío de la delegación a México.

El presidente López Obrador reconoció el compromiso del presidente Biden. Las delegaciones hablaron de \
los beneficiarios del DACA y volverán a verse en Washington D.C. en enero de 2024.

El primer mandatario mexicano también estuvo acompañado por la secretaria de Relaciones Exteriores, \
Alicia Bárcena Ibarra; la secretaria de Gobernación, Luisa María Alcalde Luján; el secretario de la \
Defensa Nacional, Luis Crescencio Sandoval González; el secretario de Marina, José Rafael Ojeda Durán; \
la secretaria de Seguridad y Protección Ciudadana, Rosa Icela Rodríguez Velázquez; el embajador Esteban \
Moctezuma Barragán; el subsecretario de Derechos Humanos, Población y Migración de Segob, Arturo Félix

Medina; el jefe de Unidad para América del Norte de la SRE, Roberto Velasco Álvarez; el asesor del \
comisionado del Instituto Nacional de Migración, Armando López Cárdenas; y el consultor jurídico de la \
SRE, Alejandro Celorio Alcántara.

Por parte del presidente Biden, Estados Unidos estuvo representado por el secretario de Estado, Antony \
Blinken; el secretario de Seguridad Nacional, Alejandro Mayorkas; el embajador de Estados Unidos Ken \
Salazar; la asesora de Seguridad Nacional de la Casa Blanca, Elizabeth Sherwood-Randall; y la asesora \
presidencial especial y directora principal de Asuntos Transfronterizos en el Consejo de Seguridad \
Nacional, Katie Tobin.

--
"""
MX, US = "México", "Estados Unidos"
SPECIAL_ADVISER = (
    "asesora presidencial especial y directora principal de Asuntos Transfronterizos "
    "en el Consejo de Seguridad Nacional"
)


PARTNERSHIP = """\
Joint Statement United Kingdom–Kenya
London, 27 July 2021

United Kingdom and Kenya Deepen Strategic Partnership

Prime Minister Boris Johnson received yesterday in London a high-level Kenyan delegation headed by President \
Uhuru Kenyatta and the Cabinet Secretary for Foreign Affairs, Raychelle Omamo.

The British Prime Minister thanked former Prime Minister Theresa May. President Kenyatta highlighted \
Prime Minister Johnson's commitment to girls' education.

The Prime Minister was also accompanied by the Foreign Secretary, Dominic Raab; High Commissioner Jane \
Marriott; the Permanent Under-Secretary at the Foreign, Commonwealth and Development Office, Sir Philip

Barton; the Director for East Africa at the FCDO, Julia Longbottom-Reid; and the Chief of the Defence \
Staff, General Sir Nicholas Carter.

On behalf of President Kenyatta, Kenya was represented by the Cabinet Secretary for Foreign Affairs, \
Raychelle Omamo; the High Commissioner of Kenya to the United Kingdom Manoah Esipisu; and the Principal \
Secretary for Trade Development, Dr. Johnson Weru.

###
"""
UK, KE = "United Kingdom", "Kenya"
UNDER_SECRETARY = "Permanent Under-Secretary at the Foreign, Commonwealth and Development Office"


def people(text: str) -> list[tuple[str, str | None, str | None, str]]:
    """Name, title, side and relation of everybody, in the order of the text."""
    return [(p.name, p.title, p.side, p.relation) for p in parse(text).participants]


def told(sentence: str) -> list[tuple[str, str | None, str | None, str]]:
    return people(f"Headline of the day\n\nLima, 3 May 2024\n\n{sentence}\n")


def opening(text: str) -> tuple[str | None, str | None, str | None, str | None, str | None]:
    parsed = parse(text)
    return parsed.kind, parsed.number, parsed.date, parsed.place, parsed.title


@pytest.fixture(scope="module")
def visit() -> ParsedCommunique:
    return parse(VISIT)


def test_visit_has_its_opening():
    assert opening(VISIT) == (
        "Comunicado conjunto",
        None,
        "2023-12-28",
        "Ciudad de México",
        "México y Estados Unidos refrendan su trabajo común sobre migración",
    )


def test_visit_heals_the_name_cut_by_a_page(visit):
    assert len(visit.body) == 5
    assert "Arturo Félix Medina;" in visit.body[3]
    assert visit.body[4].endswith("Katie Tobin.")


def test_visit_names_each_person_once(visit):
    assert [(p.name, p.title, p.side, p.relation) for p in visit.participants] == [
        ("Andrés Manuel López Obrador", "presidente", MX, "head"),
        ("Antony Blinken", "secretario de Estado", US, "head"),
        ("Alejandro Mayorkas", "secretario de Seguridad Nacional", US, "head"),
        ("Elizabeth Sherwood-Randall", "asesora de Seguridad Nacional de la Casa Blanca", US, "head"),
        ("Joseph Biden", "presidente", US, "mentioned"),
        ("Alicia Bárcena Ibarra", "secretaria de Relaciones Exteriores", MX, "member"),
        ("Luisa María Alcalde Luján", "secretaria de Gobernación", MX, "member"),
        ("Luis Crescencio Sandoval González", "secretario de la Defensa Nacional", MX, "member"),
        ("José Rafael Ojeda Durán", "secretario de Marina", MX, "member"),
        ("Rosa Icela Rodríguez Velázquez", "secretaria de Seguridad y Protección Ciudadana", MX, "member"),
        ("Esteban Moctezuma Barragán", "embajador", MX, "member"),
        (
            "Arturo Félix Medina",
            "subsecretario de Derechos Humanos, Población y Migración de Segob",
            MX,
            "member",
        ),
        ("Roberto Velasco Álvarez", "jefe de Unidad para América del Norte de la SRE", MX, "member"),
        (
            "Armando López Cárdenas",
            "asesor del comisionado del Instituto Nacional de Migración",
            MX,
            "member",
        ),
        ("Alejandro Celorio Alcántara", "consultor jurídico de la SRE", MX, "member"),
        ("Ken Salazar", "embajador de Estados Unidos", US, "member"),
        ("Katie Tobin", SPECIAL_ADVISER, US, "member"),
    ]


def test_visit_names_the_bodies(visit):
    assert {p.name: p.body for p in visit.participants if p.body} == {
        "Elizabeth Sherwood-Randall": "Casa Blanca",
        "Arturo Félix Medina": "Segob",
        "Roberto Velasco Álvarez": "SRE",
        "Armando López Cárdenas": "Instituto Nacional de Migración",
        "Alejandro Celorio Alcántara": "SRE",
        "Katie Tobin": "Consejo de Seguridad Nacional",
    }


def test_visit_leaves_no_doubt(visit):
    assert said(visit) == ()


def test_partnership_names_each_person_once():
    assert people(PARTNERSHIP) == [
        ("Boris Johnson", "Prime Minister", UK, "head"),
        ("Uhuru Kenyatta", "President", KE, "head"),
        ("Raychelle Omamo", "Cabinet Secretary for Foreign Affairs", KE, "head"),
        ("Theresa May", "former Prime Minister", None, "mentioned"),
        ("Dominic Raab", "Foreign Secretary", UK, "member"),
        ("Jane Marriott", "High Commissioner", UK, "member"),
        ("Philip Barton", UNDER_SECRETARY, UK, "member"),
        ("Julia Longbottom-Reid", "Director for East Africa at the FCDO", UK, "member"),
        ("Nicholas Carter", "Chief of the Defence Staff", UK, "member"),
        ("Manoah Esipisu", "High Commissioner of Kenya to the United Kingdom", KE, "member"),
        ("Johnson Weru", "Principal Secretary for Trade Development", KE, "member"),
    ]


def test_json_is_plain(visit):
    facts = visit.as_json()

    assert json.loads(json.dumps(facts)) == facts
    assert facts["participants"][0] == {
        "name": "Andrés Manuel López Obrador",
        "title": "presidente",
        "body": None,
        "side": "México",
        "relation": "head",
        "courtesy": None,
        "rank": None,
        "paragraph": 0,
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Secretary of State Antony Blinken met with Canada's Foreign Minister Mélanie Joly.",
            [
                ("Antony Blinken", "Secretary of State", None, "head"),
                ("Mélanie Joly", "Foreign Minister", "Canada", "head"),
            ],
        ),
        (
            "El canciller Álvaro Leyva sostuvo una reunión con su homólogo de Brasil, Mauro Vieira.",
            [("Álvaro Leyva", "canciller", None, "head"), ("Mauro Vieira", None, "Brasil", "head")],
        ),
        (
            "La delegación de Chile, integrada por los senadores Juan Sapt, Ana Hentzau y Eva Zenda, llegó.",
            [(name, "senadores", "Chile", "member") for name in ("Juan Sapt", "Ana Hentzau", "Eva Zenda")],
        ),
        (
            "Los presidentes de México, Andrés López, y de Cuba, Miguel Díaz-Canel, firmaron un acuerdo.",
            [
                ("Andrés López", "presidentes de México", "México", "head"),
                ("Miguel Díaz-Canel", "presidentes", "Cuba", "head"),
            ],
        ),
        (
            "El ministro José Luis Gavidia no pudo asistir; fue representado por el viceministro Luis Paz.",
            [
                ("José Luis Gavidia", "ministro", None, "mentioned"),
                ("Luis Paz", "viceministro", None, "member"),
            ],
        ),
        (
            "Prime Minister Ana Ray met Dr. Ursula von der Leyen, President of the European Commission.",
            [
                ("Ana Ray", "Prime Minister", None, "head"),
                ("Ursula von der Leyen", "President of the European Commission", None, "head"),
            ],
        ),
        (
            "Canada's Prime Minister Ana Ray met Tom Zenda. The Prime Minister was joined by Envoy Eva Sapt.",
            [
                ("Ana Ray", "Prime Minister", "Canada", "head"),
                ("Tom Zenda", None, None, "head"),
                ("Eva Sapt", "Envoy", "Canada", "member"),
            ],
        ),
        (
            "Also participating were Prime Ministers Mia Mottley (Barbados) and Andrew Holness (Jamaica).",
            [
                ("Mia Mottley", "Prime Ministers", "Barbados", "member"),
                ("Andrew Holness", "Prime Ministers", "Jamaica", "member"),
            ],
        ),
        ("The White House, New York and the Paris Agreement said nothing of Costa Rica.", []),
    ],
)
def test_sentence_tells_who_took_part(sentence, expected):
    assert told(sentence) == expected


def test_rank_and_courtesy_stand_apart_from_the_name():
    text = (
        "Asistieron el comandante de las Fuerzas Militares, General (r) Helder Giraldo; la Excma. Sra. "
        "Ana María de la Torre, ministra de Cultura; y H.E. Mr. John O'Strelsau KCMG, Ambassador to Peru."
    )
    found = parse(f"Reunión en Lima\n\nLima, 3 de mayo de 2024\n\n{text}\n").participants

    assert [(p.name, p.courtesy, p.rank) for p in found] == [
        ("Helder Giraldo", None, "General (r)"),
        ("Ana María de la Torre", "Excma. Sra.", None),
        ("John O'Strelsau", "H.E. Mr.", None),
    ]


def test_lists_under_headings_give_their_side():
    text = (
        "Kenya and Norway sign\n\nNairobi, 2 May 2022\n\nPresent at the ceremony were:\n\nFor Kenya:\n"
        "- Amb. Macharia Kamau, Principal Secretary\nFor Norway:\n"
        "- Marie Sørli (Director General, Ministry of Climate and Environment)\n"
    )

    assert people(text) == [
        ("Macharia Kamau", "Principal Secretary", "Kenya", "member"),
        ("Marie Sørli", "Director General", "Norway", "member"),
    ]
    assert parse(text).participants[1].body == "Ministry of Climate and Environment"


def test_signatures_in_capitals_name_the_signatories():
    text = (
        "Ruritania y Freedonia firman convenio\n\nEstrelsau, 5 de mayo de 2021\n\n"
        "Los dos Gobiernos firmaron un convenio.\n\n"
        "Por Ruritania:\n\nPEDRO DE LA CRUZ MENDOZA\nMINISTRO DE ECONOMÍA\n"
    )

    assert people(text) == [("Pedro de la Cruz Mendoza", "MINISTRO DE ECONOMÍA", "Ruritania", "head")]


def test_name_is_the_fullest_and_the_best_spelt():
    found = told("Minister Lopez spoke. The minister Andres Lopez Obrador met Andrés López Obrador.")

    assert [name for name, *_ in found] == ["Andrés López Obrador"]


def test_decomposed_letters_are_composed():
    found = told("La canciller Alicia Ba\u0301rcena Ibarra dijo que si\u0301.")

    assert [name for name, *_ in found] == ["Alicia Bárcena Ibarra"]
