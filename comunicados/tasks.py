"""The jobs that workers do: at least once, and with the same result when they are done twice."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from comunicados.models import StoredFile
from comunicados.models.stored_file import MAKE_SIZES


@app.task(name=MAKE_SIZES, retry=RetryStrategy(max_attempts=6, exponential_wait=5))
def make_sizes(digest: str) -> None:
    """The smaller sizes of an image. Until they are made, pages show the original."""
    StoredFile.objects.get(digest=digest).make_sizes()
