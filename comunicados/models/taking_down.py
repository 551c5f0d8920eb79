"""Taking a live text down: the notice that follows it, with or without the text under it.

Called by LanguageVersion.withdraw, under its lock.
"""

import datetime as dt
from typing import TYPE_CHECKING

from comunicados.enums import Status
from comunicados.models.communique import Communique
from comunicados.models.publication import Publication
from comunicados.models.succession import cancel_pending, follow
from comunicados.permissions import User

if TYPE_CHECKING:
    from comunicados.models import LanguageVersion


def take_down(
    version: "LanguageVersion",
    *,
    by: User,
    now: dt.datetime,
    reason: str,
    keep_text: bool,
    replaced_by: Communique | None,
) -> Publication:
    """Cancel what was scheduled, conceal the earlier publications unless `keep_text`, and write the notice."""
    pending = cancel_pending(version, by=by, now=now)
    standing = version.publications.current(now).get()
    document = standing.revision.document
    if not keep_text:
        text = document[version.language] | {"body": ""}
        document = {**document, "participants": [], "files": [], version.language: text}
        for earlier in version.publications.begun(now):
            version.conceal(by=by, reason={version.language: reason}, publication=earlier)
    return follow(
        version,
        document,
        replaced=pending,
        status=Status.WITHDRAWN,
        note=reason,
        live_from=now,
        made_at=now,
        made_by=by,
        number=standing.number,
        revision=standing.revision,
        digest=standing.digest,
        path=standing.path,
        replaced_by=replaced_by,
    )
