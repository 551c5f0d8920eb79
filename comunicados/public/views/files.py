"""The files of texts, each at the address of its digest while a visible text lists it."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from comunicados.files.answers import answer
from comunicados.public import clock
from comunicados.public.models import ConcealedFile, File
from comunicados.public.views.base import Page


class FileView(Page):
    """Bytes that never change: whoever holds them is told so for one query, as long as the world may read them.

    Not by the content clock, which would have every photograph sent again after every communiqué.
    """

    def answer(self, request: HttpRequest, digest: str, name: str, width: int = 0) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return self.http_method_not_allowed(request)
        file = File.objects.filter(digest=digest, name=name).first()
        if file is None:
            return self._gone(digest, name)
        if width and width not in file.widths:
            raise Http404("No such size was made.")
        return answer(request, digest, file.media_type, name, width)

    def _gone(self, digest: str, name: str) -> HttpResponseBase:
        concealed = ConcealedFile.objects.filter(digest=digest, name=name).last()
        if concealed is None:
            raise Http404("No such file was ever published.")
        self.clock = clock.read()
        address = self.request.path_info
        return self.render(
            "public/gone.html", {"concealment": concealed}, address=address, is_indexed=False, status=410
        )
