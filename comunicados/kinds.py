"""The kinds and topics to begin with. A ministry renames them, adds its own, and says which are numbered."""

from comunicados.models import Kind, Topic

KINDS = (
    # code, Spanish, English, numbered
    ("communique", "Comunicado", "Press release", True),
    ("joint-communique", "Comunicado conjunto", "Joint communiqué", True),
    ("statement", "Declaración", "Statement", False),
    ("joint-statement", "Declaración conjunta", "Joint statement", False),
    ("readout", "Nota informativa", "Readout", False),
    ("speech", "Discurso", "Speech", False),
    ("media-advisory", "Aviso a medios", "Media advisory", False),
    ("condolence", "Condolencias", "Condolences", False),
)
TOPICS = (
    ("migration", "Migración", "Migration"),
    ("trade", "Comercio", "Trade"),
    ("security", "Seguridad", "Security"),
    ("human-rights", "Derechos humanos", "Human rights"),
    ("environment", "Medio ambiente", "Environment"),
    ("culture", "Cultura", "Culture"),
    ("consular", "Asuntos consulares", "Consular affairs"),
    ("multilateral", "Asuntos multilaterales", "Multilateral affairs"),
    ("cooperation", "Cooperación", "Cooperation"),
    ("health", "Salud", "Health"),
)


def load() -> int:
    """Add the kinds and topics that are missing, and change none that is there; return how many."""
    added = 0
    for order, (slug, name_es, name_en, is_numbered) in enumerate(KINDS, start=1):
        names = {"name_es": name_es, "name_en": name_en, "is_numbered": is_numbered, "order": order}
        added += Kind.objects.get_or_create(slug=slug, defaults=names)[1]
    for slug, name_es, name_en in TOPICS:
        added += Topic.objects.get_or_create(slug=slug, defaults={"name_es": name_es, "name_en": name_en})[1]
    return added
