"""The jobs that workers do: at least once, and with the same result when they are done twice."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from comunicados import printing
from comunicados.files import store
from comunicados.models import StoredFile
from comunicados.models.publication_pdf import DESTROY_PDF, MAKE_PDF
from comunicados.models.stored_file import MAKE_SIZES

PATIENTLY = RetryStrategy(max_attempts=6, exponential_wait=5)


@app.task(name=MAKE_SIZES, retry=PATIENTLY)
def make_sizes(digest: str) -> None:
    """The smaller sizes of an image. Until they are made, pages show the original."""
    StoredFile.objects.get(digest=digest).make_sizes()


@app.task(name=MAKE_PDF, retry=PATIENTLY)
def make_pdf(publication: int) -> None:
    """The PDF of a publication. Until it is made, none is offered."""
    printing.make(publication)


@app.task(name=DESTROY_PDF, retry=PATIENTLY)
def destroy_pdf(publication: int) -> None:
    """What an erasure leaves to be destroyed: it waits for no worker to take the text from the site."""
    store.destroy_pdfs(publication)
