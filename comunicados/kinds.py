"""The kinds, topics and stock reasons to begin with; a ministry renames them and adds its own."""

from comunicados.models import Kind, StockReason, Topic

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
REASONS = (
    ("Este comunicado contenía un error.", "This communiqué contained an error."),
    ("Este comunicado se publicó antes de tiempo.", "This communiqué was published ahead of time."),
    ("Este comunicado no debía publicarse.", "This communiqué was not meant to be published."),
)


def load() -> int:
    """Add missing kinds and topics, and stock reasons where there is none; change none that is there.

    Returns how many were added.
    """
    added = 0
    for order, (slug, name_es, name_en, is_numbered) in enumerate(KINDS, start=1):
        names = {"name_es": name_es, "name_en": name_en, "is_numbered": is_numbered, "order": order}
        added += Kind.objects.get_or_create(slug=slug, defaults=names)[1]
    for slug, name_es, name_en in TOPICS:
        added += Topic.objects.get_or_create(slug=slug, defaults={"name_es": name_es, "name_en": name_en})[1]
    if not StockReason.objects.exists():
        rows = (StockReason(text_es=es, text_en=en, order=order) for order, (es, en) in enumerate(REASONS, start=1))
        added += len(StockReason.objects.bulk_create(rows))
    return added
