"""Making a PDF and keeping it: once for each publication, however often it is asked for."""

import contextlib
import importlib
import io
import logging
from functools import cache

from comunicados.models import Publication, PublicationPdf

log = logging.getLogger(__name__)

SENTENCE = "No PDF can be made here: WeasyPrint does not find Pango (docs/operations.md, “PDF”). {error}"


@cache
def why_not() -> str:
    """Why no PDF can be made on this machine; "" where it can. The log says so too, once for each process."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # WeasyPrint prints where to read more, and raises
            importlib.import_module("weasyprint")
    except OSError as error:
        sentence = SENTENCE.format(error=error)
        log.warning(sentence)
        return sentence
    return ""


def make(pk: int) -> PublicationPdf | None:
    """The PDF of that publication; None where it can have none: cancelled, erased, or no Pango here."""
    publication = Publication.objects.uncancelled().select_related("kind", "pdf").filter(pk=pk).first()
    if publication is None or publication.is_erased:
        return None
    if hasattr(publication, "pdf"):
        return publication.pdf
    if why_not():
        return None
    from comunicados.printing.sheet import pdf_of  # asks for Pango

    return PublicationPdf.objects.keep(publication, pdf_of(publication))
