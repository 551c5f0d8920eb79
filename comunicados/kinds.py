"""The kinds, topics and stock reasons to begin with; a ministry renames them and adds its own."""

from comunicados.enums import Rule
from comunicados.models import Kind, StockReason, Topic

KINDS = (
    # code, Spanish, English, numbered, rule
    ("communique", "Comunicado", "Press release", True, Rule.NONE),
    ("joint-communique", "Comunicado conjunto", "Joint communiqué", True, Rule.NONE),
    ("statement", "Declaración", "Statement", False, Rule.NONE),
    ("joint-statement", "Declaración conjunta", "Joint statement", False, Rule.NONE),
    ("readout", "Nota informativa", "Readout", False, Rule.READOUT),
    ("speech", "Discurso", "Speech", False, Rule.SPEECH),
    ("transcript", "Versión estenográfica", "Transcript", False, Rule.TRANSCRIPT),
    ("media-advisory", "Aviso a medios", "Media advisory", False, Rule.ADVISORY),
    ("appointment", "Nombramiento", "Appointment", False, Rule.APPOINTMENT),
    ("consular-notice", "Aviso consular", "Consular notice", False, Rule.CONSULAR),
    ("condolence", "Condolencias", "Condolences", False, Rule.CONDOLENCE),
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
    for order, (slug, name_es, name_en, is_numbered, rule) in enumerate(KINDS, start=1):
        kind = {"name_es": name_es, "name_en": name_en, "is_numbered": is_numbered, "rule": rule, "order": order}
        added += Kind.objects.get_or_create(slug=slug, defaults=kind)[1]
    for slug, name_es, name_en in TOPICS:
        added += Topic.objects.get_or_create(slug=slug, defaults={"name_es": name_es, "name_en": name_en})[1]
    if not StockReason.objects.exists():
        rows = (StockReason(text_es=es, text_en=en, order=order) for order, (es, en) in enumerate(REASONS, start=1))
        added += len(StockReason.objects.bulk_create(rows))
    return added
