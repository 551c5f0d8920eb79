"""What a sheet may load: the photographs that its publication lists, and nothing from network or disk."""

from collections.abc import Iterable
from typing import Any

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from comunicados.files import store
from comunicados.public.models import File

NOWHERE = "https://own-files.invalid"  # before the paths of our own files, for WeasyPrint takes whole addresses


class OwnFiles(URLFetcher):
    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(allowed_protocols=[], allow_redirects=False)
        self.files = {NOWHERE + file.path: file for file in files if file.is_photograph}

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Raises ValueError, which leaves the place empty, for all that is no file of the publication's.

        One that is and cannot be read ends the job, which is tried again: the PDF is made only once.
        """
        file = self.files.get(url)
        if file is None:
            raise ValueError(f"Not a photograph of this publication: {url}")
        try:
            with store.open_at(store.place_of(file.digest)) as opened:
                content = opened.read()
        except OSError as error:
            raise FatalURLFetchingError(f"{file.name}: {error}") from error
        return URLFetcherResponse(url, content, {"Content-Type": file.media_type})
