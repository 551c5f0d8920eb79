"""What is there already of what comes in: the same file, the same text, or another one under the same headline."""

import datetime as dt

from comunicados.intake.parsed import ParsedCommunique
from comunicados.models import Communique, SourceFile
from comunicados.text import from_paragraphs, paragraphs


def known_files() -> dict[str, int]:
    """The digests of all files that were brought in, each with its communiqué; not those of abandoned drafts."""
    kept = SourceFile.objects.filter(communique__isnull=False, communique__discarded_at=None)
    return dict(kept.values_list("digest", "communique"))


def namesakes(parsed: ParsedCommunique) -> list[Communique]:
    """The communiqués of that day with this very headline."""
    if not (parsed.date and parsed.title):
        return []
    about = {"date": dt.date.fromisoformat(parsed.date), f"headline_{parsed.language}": parsed.title[:250]}
    return list(Communique.objects.kept().filter(**about).order_by("pk"))


def is_text_of(communique: Communique, parsed: ParsedCommunique) -> bool:
    """Whether the communiqué says the same, paragraph by paragraph."""
    stands = paragraphs(getattr(communique, f"body_{parsed.language}"))
    return stands == paragraphs(from_paragraphs(list(parsed.body)))
