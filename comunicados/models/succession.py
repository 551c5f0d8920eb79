"""How the publications of one language follow each other: each begins where its predecessor ends.

Called by the verbs of LanguageVersion, under their lock.
"""

import datetime as dt
from typing import TYPE_CHECKING, Any

from comunicados.document import Document
from comunicados.models.publication import Publication
from comunicados.models.publication_file import PublicationFile
from comunicados.models.publication_pdf import PublicationPdf
from comunicados.permissions import User

if TYPE_CHECKING:
    from comunicados.models import LanguageVersion


def follow(
    version: "LanguageVersion", document: Document, *, replaced: Publication | None, **given: Any
) -> Publication:
    """Write the next publication of `version`; the one that stands ends at `given["live_from"]`.

    `replaced` is what was cancelled to make room for it, told to whoever publishes.
    """
    standing = version.publications.uncancelled().filter(live_until=None).first()
    if standing is not None:
        _set_end(standing, given["live_from"])
    publication = Publication.of(version, document, predecessor=standing, **given)
    publication.save(force_insert=True)
    publication.add_facts(document)
    PublicationFile.write(publication, document)
    PublicationPdf.objects.ask_for(publication)
    publication.replaced = replaced
    return publication


def cancel_pending(version: "LanguageVersion", *, by: User, now: dt.datetime) -> Publication | None:
    """Cancel the publication that lies in the future, if there is one; its predecessor runs on."""
    pending = version.publications.pending(now).first()
    if pending is None:
        return None
    pending.cancelled_at, pending.cancelled_by = now, by
    pending.save(update_fields=["cancelled_at", "cancelled_by"])
    if pending.predecessor is not None:
        _set_end(pending.predecessor, None)
    return pending


def _set_end(publication: Publication, end: dt.datetime | None) -> None:
    publication.live_until = end
    publication.save(update_fields=["live_until"])
