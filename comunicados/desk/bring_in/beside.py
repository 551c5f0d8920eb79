"""What the writing screen says of the files that a communiqué was brought in from."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from comunicados import permissions
from comunicados.enums import Language, Section
from comunicados.intake.doubts import Doubt
from comunicados.intake.sentences import in_words
from comunicados.models import Communique
from comunicados.permissions import User


def beside_the_text(communique: Communique, user: User) -> dict[str, Any]:
    """The files, with what nobody had settled when they were brought in: open to be read until the first save."""
    files = list(communique.source_files.without_bytes().select_related("brought_by"))
    for file in files:
        file.told = [in_words(Doubt.from_json(doubt)) for doubt in file.doubts]  # type: ignore[attr-defined]
    is_fresh = bool(files) and communique.revisions.count() == len(files)
    return {"files": files, "is_fresh": is_fresh, "translations": list(_translations(communique, user))}


def _translations(communique: Communique, user: User) -> Iterator[tuple[str, str]]:
    """Where the text of each language that is not the original is brought in, and what the language is called."""
    theirs = permissions.writable_sections(user, communique.original)
    for language in Language:
        if language != communique.original and Section(language) in theirs and not communique.discarded_at:
            page = reverse("desk-bring-translation", args=[communique.pk, language.value])
            yield page, str(language.label)
