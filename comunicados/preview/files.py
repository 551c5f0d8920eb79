"""The files of a frozen copy, as the public page's parts take them, at addresses below that of the copy."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.urls import reverse

from comunicados.document import Document
from comunicados.enums import FileRole
from comunicados.models import Publication, PublicationFile


@dataclass(frozen=True)
class FrozenFile:
    """What the templates ask of comunicados.public.models.File."""

    is_photograph: bool
    title: str
    caption: str
    alternative: str
    credit: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    path: str
    sources: str

    def __str__(self) -> str:
        return self.title


def frozen_files(document: Document, language: str, token: str) -> list[FrozenFile]:
    """The rows that publishing would list, in their order."""
    rows = PublicationFile.all_of(Publication(language=language), document)
    prefetch_related_objects([row.file for row in rows], "renditions")
    return [_frozen(row, language, token) for row in rows]


def _frozen(row: PublicationFile, language: str, token: str) -> FrozenFile:
    named = {"token": token, "digest": row.file.digest, "name": row.name}
    path = reverse(f"preview-file-{language}", kwargs=named)
    widths = [size.width for size in row.file.renditions.all()]
    sizes = [(reverse(f"preview-size-{language}", kwargs=named | {"width": width}), width) for width in widths]
    return FrozenFile(
        is_photograph=row.role == FileRole.PHOTOGRAPH,
        title=str(row),
        caption=row.caption,
        alternative=row.alternative,
        credit=row.credit,
        media_type=row.file.media_type,
        size=row.file.size,
        width=row.file.width,
        height=row.file.height,
        path=path,
        sources=", ".join(f"{address} {width}w" for address, width in [*sizes, (path, row.file.width)]),
    )
