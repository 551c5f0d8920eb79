"""Is what was entered in bulk what the verbs would have written?"""

from collections.abc import Iterator

from comunicados.document import digest, page, paragraph_digests
from comunicados.models import Appearance, Communique, Publication


def discrepancies(communique: Communique) -> Iterator[str]:
    """What does not agree between a communiqué's working copy, revision, versions and publications; sentences."""
    document = communique.document()
    revision = communique.revisions.first()
    if revision is None or revision.document != document:
        yield f"{communique.pk}: the latest revision is not the working copy"
        return
    for version in communique.versions.all():
        fingerprint = digest(page(document, version.language))
        if version.digest != fingerprint:
            yield f"{communique.pk} {version.language}: the digest is not that of the text"
        if version.paragraphs != paragraph_digests(document, version.language):
            yield f"{communique.pk} {version.language}: the paragraphs are not those of the text"
        for publication in version.publications.uncancelled().filter(live_until=None):
            yield from _of_publication(publication, fingerprint)


def _of_publication(publication: Publication, fingerprint: str) -> Iterator[str]:
    name = f"{publication.communique_id} {publication.language}"
    document = publication.revision.document
    approved = publication.approval.digest if publication.approval else None
    if not publication.digest == fingerprint == approved:
        yield f"{name}: the publication's digest is not that of the approved text"
    expected = Publication.of(publication.version, document, predecessor=publication.predecessor, ordinal=1)
    for field in (
        "headline",
        "subheadline",
        "place",
        "body",
        "date",
        "held_on",
        "original",
        "kind_id",
        "rule",
        "path",
    ):
        if getattr(publication, field) != getattr(expected, field):
            yield f"{name}: {field} is not what the verb would write"
    shown = [(row.order, row.person_id, row.role, row.name, row.title) for row in publication.appearances.all()]
    wanted = [
        (order, row["person"], row["role"], row[publication.language]["name"], row[publication.language]["title"])
        for order, row in enumerate(document["participants"])
    ]
    if shown != wanted:
        yield f"{name}: the appearances are not the participants"
    if Appearance.objects.filter(publication=publication, position=None, appointment__isnull=False).exists():
        yield f"{name}: an appearance lacks its position"
