"""The sheet: a publication as HTML for paper, and as the PDF that WeasyPrint sets of it."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from comunicados import frozen
from comunicados.models import Publication
from comunicados.printing.fetching import NOWHERE, OwnFiles
from comunicados.public.models import File, Version
from comunicados.public.participants import Participants

# Tagged, and no more is claimed: the variant "pdf/ua-1" would write into the file that it conforms to PDF/UA, which
# only a validator can tell.
OPTIONS: dict[str, Any] = {"pdf_tags": True, "pdf_version": "1.7", "optimize_images": True, "dpi": 200}


def pdf_of(publication: Publication) -> bytes:
    """Raises OSError where a photograph cannot be read."""
    files = _files(publication)
    html = HTML(string=html_of(publication, files), url_fetcher=OwnFiles(files))
    try:
        pdf: bytes = html.write_pdf(**OPTIONS)
    except FatalURLFetchingError as error:  # no Exception, which would end the worker
        raise OSError(str(error)) from error
    return pdf


def html_of(publication: Publication, files: list[File]) -> str:
    """In the language of the publication. Of a withdrawal the notice alone, as in every form but the page."""
    rows = [] if publication.is_withdrawn else publication.appearances.all()
    with translation.override(publication.language):
        context = {
            "text": _text(publication),
            "participants": Participants.of(frozen.appearances(rows)),
            "files": files,
            "topics": frozen.topics(publication.topics.order_by("slug")),
            "ministry_name": settings.MINISTRY_NAME[publication.language],
            "ministry_colour": settings.MINISTRY_COLOUR,
            "own_files": NOWHERE,
            "address": settings.SITE_URL + publication.path,
        }
        return render_to_string("printed/communique.html", context)


def _text(publication: Publication) -> Version:
    """As the view shows it once its hour has come. That its day is over, or it is, is nothing for paper."""
    told_later = {"kind", "listed_until", "live_until"}
    names = [field.attname for field in Version._meta.concrete_fields if field.name not in told_later]
    text = Version(**{name: getattr(publication, name) for name in names})
    text.kind = frozen.kind(publication.kind)
    return text


def _files(publication: Publication) -> list[File]:
    if publication.is_withdrawn:
        return []
    return [
        File(
            order=row.order,
            role=row.role,
            name=row.name,
            caption=row.caption,
            alternative=row.alternative,
            credit=row.credit,
            digest=row.file.digest,
            media_type=row.file.media_type,
            size=row.file.size,
            width=row.file.width,
            height=row.file.height,
            widths=[],
        )
        for row in publication.files.select_related("file")
    ]
