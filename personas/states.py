"""The parties of diplomacy to begin with: States, with CLDR's names, and the main international organizations."""

from babel import Locale

from personas.models import Organization

# The members of the United Nations and its two observer States. CLDR's territories also hold dependencies.
STATES = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO
CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID
IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK
ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB
SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU
WS YE ZA ZM ZW
""".split()

# acronym and name in Spanish, acronym and name in English
INTERNATIONAL = (
    ("ONU", "Organización de las Naciones Unidas", "UN", "United Nations"),
    ("OEA", "Organización de los Estados Americanos", "OAS", "Organization of American States"),
    ("UE", "Unión Europea", "EU", "European Union"),
    (
        "CELAC",
        "Comunidad de Estados Latinoamericanos y Caribeños",
        "CELAC",
        "Community of Latin American and Caribbean States",
    ),
    ("G20", "Grupo de los Veinte", "G20", "Group of Twenty"),
    ("OCDE", "Organización para la Cooperación y el Desarrollo Económicos", "OECD",
     "Organisation for Economic Co-operation and Development"),
    ("OMC", "Organización Mundial del Comercio", "WTO", "World Trade Organization"),
    ("OMS", "Organización Mundial de la Salud", "WHO", "World Health Organization"),
    ("OPS", "Organización Panamericana de la Salud", "PAHO", "Pan American Health Organization"),
    ("OIT", "Organización Internacional del Trabajo", "ILO", "International Labour Organization"),
    ("OIM", "Organización Internacional para las Migraciones", "IOM", "International Organization for Migration"),
    ("ACNUR", "Alto Comisionado de las Naciones Unidas para los Refugiados", "UNHCR",
     "United Nations High Commissioner for Refugees"),
    ("UNESCO", "Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura", "UNESCO",
     "United Nations Educational, Scientific and Cultural Organization"),
    ("OIEA", "Organismo Internacional de Energía Atómica", "IAEA", "International Atomic Energy Agency"),
    ("CPI", "Corte Penal Internacional", "ICC", "International Criminal Court"),
    ("FMI", "Fondo Monetario Internacional", "IMF", "International Monetary Fund"),
    ("BM", "Banco Mundial", "WB", "World Bank"),
    ("BID", "Banco Interamericano de Desarrollo", "IDB", "Inter-American Development Bank"),
    ("CEPAL", "Comisión Económica para América Latina y el Caribe", "ECLAC",
     "Economic Commission for Latin America and the Caribbean"),
    ("OTAN", "Organización del Tratado del Atlántico Norte", "NATO", "North Atlantic Treaty Organization"),
    ("UA", "Unión Africana", "AU", "African Union"),
    ("ASEAN", "Asociación de Naciones de Asia Sudoriental", "ASEAN", "Association of Southeast Asian Nations"),
    ("MERCOSUR", "Mercado Común del Sur", "MERCOSUR", "Southern Common Market"),
    ("SICA", "Sistema de la Integración Centroamericana", "SICA", "Central American Integration System"),
    ("CARICOM", "Comunidad del Caribe", "CARICOM", "Caribbean Community"),
    ("SEGIB", "Secretaría General Iberoamericana", "SEGIB", "Ibero-American General Secretariat"),
    ("APEC", "Foro de Cooperación Económica Asia-Pacífico", "APEC", "Asia-Pacific Economic Cooperation"),
    ("CICR", "Comité Internacional de la Cruz Roja", "ICRC", "International Committee of the Red Cross"),
)  # fmt: skip


def load() -> int:
    """Add the States and organizations that are missing, and change none that is there; return how many."""
    before = Organization.objects.count()
    known = set(Organization.objects.filter(kind=Organization.Kind.STATE).values_list("iso_code", flat=True))
    names = {language: Locale(language).territories for language in ("es", "en")}
    for iso in STATES:
        if iso not in known:
            Organization.objects.create(
                kind=Organization.Kind.STATE, iso_code=iso, name_es=names["es"][iso], name_en=names["en"][iso]
            )
    for acronym_es, name_es, acronym_en, name_en in INTERNATIONAL:
        Organization.objects.get_or_create(
            kind=Organization.Kind.INTERNATIONAL,
            name_en=name_en,
            defaults={"acronym_es": acronym_es, "name_es": name_es, "acronym_en": acronym_en},
        )
    return Organization.objects.count() - before
