"""The other forms of a text and of its versions: plain text, data, PDF; each where its page is, by the same rules."""

import base64
import json
from pathlib import PurePath
from typing import Any, ClassVar

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from comunicados.files import store
from comunicados.files.kinds import PDF
from comunicados.public import clock
from comunicados.public.addresses import absolute
from comunicados.public.data import TextData
from comunicados.public.models import PageText
from comunicados.public.models.whole import Pdf
from comunicados.public.views.base import ContentView
from comunicados.public.views.communique import CommuniquePage, TextPage, VersionPage
from comunicados.public.wire import wire

NAMES = {"es": "comunicado", "en": "communique"}
POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"  # browsers' viewers bring a style


def form_path(text: PageText, ending: str) -> str:
    """The address of another form: of the text that stands, or of a version that is over."""
    page = text.current.path if text.is_current else f"{text.current.path}v/{text.ordinal}/"
    return f"{page}{NAMES[text.language]}.{ending}"


class Form(TextPage):
    """What answers instead of the page. Search engines are led to the page, and index no version that is over."""

    ending: ClassVar[str]

    @property
    def form(self) -> str:
        return f"{NAMES[self.language]}.{self.ending}"

    def show(self, text: PageText, template: str, *, address: str, is_indexed: bool, **more: Any) -> HttpResponseBase:
        response = self.write(text)
        response["Link"] = f'<{self.absolute(address)}>; rel="canonical"'
        if not is_indexed:
            response["X-Robots-Tag"] = "noindex"
        return response

    def write(self, text: PageText) -> HttpResponseBase:
        raise NotImplementedError

    def absolute(self, path: str) -> str:
        return absolute(self.request, path)


class PlainText(Form):
    ending = "txt"

    def write(self, text: PageText) -> HttpResponse:
        return HttpResponse(wire(text, self.absolute), content_type="text/plain; charset=utf-8")


class Data(Form):
    ending = "json"

    def write(self, text: PageText) -> HttpResponse:
        endings = ["txt", "json", *(["pdf"] if text.pdf else [])]
        forms = {ending: self.absolute(form_path(text, ending)) for ending in endings}
        data = TextData(text, self.absolute).with_forms(forms)
        written = json.dumps(data, ensure_ascii=False, indent=1)
        return HttpResponse(written, content_type="application/json; charset=utf-8")


class PdfFile(Form):
    """Bytes that never change, so not by the content clock: whoever holds them is told by their digest.

    Where a text stands and its PDF is not made (yet), its page is shown instead: the address is never nothing.
    """

    ending = "pdf"

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.clock = clock.of(request)
        return super(ContentView, self).answer(request, *args, **kwargs)

    def write(self, text: PageText) -> HttpResponseBase:
        if text.pdf is None:
            return HttpResponseRedirect(self.request.path_info.removesuffix(self.form))
        etag = f'"{text.pdf.digest}"'
        # dates have no fractions: within the second in which a text began, another could take its place
        is_settled = text.live_from < self.clock.now.replace(microsecond=0)
        since = int(text.live_from.timestamp()) if is_settled else None
        held: HttpResponseBase | None = get_conditional_response(self.request, etag=etag, last_modified=since)
        response = held or self._whole(text, text.pdf)
        response["ETag"] = etag
        if since is not None:
            response["Last-Modified"] = http_date(since)
        response["Content-Security-Policy"] = POLICY
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def _whole(self, text: PageText, pdf: Pdf) -> HttpResponseBase:
        name = f"{text.date:%Y-%m-%d}-{PurePath(text.path).name}.pdf"
        content = store.open_at(store.place_of_pdf(text.pk, pdf.digest))
        response = FileResponse(content, content_type=PDF, filename=name)
        response["Repr-Digest"] = f"sha-256=:{base64.b64encode(bytes.fromhex(pdf.digest)).decode()}:"
        return response


class TextOfCommunique(PlainText, CommuniquePage):
    pass


class TextOfVersion(PlainText, VersionPage):
    pass


class DataOfCommunique(Data, CommuniquePage):
    pass


class DataOfVersion(Data, VersionPage):
    pass


class PdfOfCommunique(PdfFile, CommuniquePage):
    pass


class PdfOfVersion(PdfFile, VersionPage):
    pass


FORMS = [
    (TextOfCommunique, TextOfVersion),
    (DataOfCommunique, DataOfVersion),
    (PdfOfCommunique, PdfOfVersion),
]
