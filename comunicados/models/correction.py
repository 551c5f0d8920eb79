"""What a version that follows a live one is to its readers: a correction with a public note, or a minor change.

The note is part of the text, hence of what is approved: so the question is answered before the approval.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.utils.translation import gettext_lazy as _

from comunicados.document import Document
from comunicados.enums import Change, Status
from comunicados.exceptions import NoteMissing, NoteNotEmpty, NoteToldBefore
from comunicados.models.publication import Publication
from comunicados.requirements import Missing
from personas.clock import ministry_now

if TYPE_CHECKING:
    from comunicados.models import LanguageVersion


@dataclass(frozen=True)
class Following:
    """The current text as the successor of what the world reads now."""

    live: Publication
    note: str
    was_told: bool  # an earlier version was published with this very note

    @classmethod
    def of(cls, version: "LanguageVersion") -> Self | None:
        """None when nothing of that language is live, so that nothing is corrected."""
        now = ministry_now()
        live = version.publications.current(now).filter(status=Status.PUBLISHED).first()
        if live is None:
            return None
        note: str = version.document[version.language]["correction_note"]
        was_told = note != "" and version.publications.begun(now).filter(note=note).exists()
        return cls(live, note, was_told)

    def require(self, change: str) -> None:
        """Refuse an answer that the note belies; "" leaves it to the note, which must not be an old one."""
        if change == Change.MINOR and self.note:
            raise NoteNotEmpty
        if change in (Change.CORRECTION, Change.STILL_TRUE) and not self.note:
            raise NoteMissing
        if self.was_told and change != Change.STILL_TRUE:
            raise NoteToldBefore


def odd_note(version: "LanguageVersion", document: Document) -> Iterator[Missing]:
    """What will be asked about the correction note, or what becomes of it, said before anybody submits the text."""
    if not document[version.language]["correction_note"]:
        return
    field, following = f"correction_note_{version.language}", Following.of(version)
    if following is not None and following.was_told and following.live.digest != version.digest:
        yield Missing(field, NoteToldBefore.sentence, blocks=False)
    elif following is None and not version.publications.begun(ministry_now()).exists():
        yield Missing(field, _("Nothing of it is public yet: no reader will see the correction note."), blocks=False)
