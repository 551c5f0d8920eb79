"""What a browser sends to bring a text in, and the first form: a file or a pasted text."""

from typing import Any

from django import forms
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from comunicados.intake.readers import Source, UnreadableFile, read_pasted, read_safely
from comunicados.intake.sentences import refusal_in_words

LIMIT = 25 * 1024 * 1024  # bytes
TOO_LARGE = _("The file is larger than 25 MB, which no communiqué is. Bring in the text alone, without its pictures.")
ACCEPTED = ".docx,.odt,.pdf,.txt,.html,.htm,.eml"


class Limit(FileUploadHandler):
    """Reads past a file that is too large without keeping it; the fields around it arrive."""

    is_exceeded = False
    _size = 0

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803  (Django's own name)
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        self._announced = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._size = 0
        if self._announced > 2 * LIMIT:
            self._skip()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self._size += len(raw_data)
        if self._size > LIMIT:
            self._skip()
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

    def _skip(self) -> None:
        self.is_exceeded = True
        raise SkipFile


def limit(request: HttpRequest) -> None:
    """Before the body of the request is read: nothing larger than LIMIT is kept of it."""
    request.upload_handlers.insert(0, Limit(request))


def is_too_large(request: HttpRequest) -> bool:
    return any(isinstance(handler, Limit) and handler.is_exceeded for handler in request.upload_handlers)


class UploadForm(forms.Form):
    """A file or a pasted text. Once valid it has the `source` that was read, its `name` and its `bytes`."""

    file = forms.FileField(
        label=_("Or choose a file"),
        required=False,
        widget=forms.FileInput({"accept": ACCEPTED}),
        help_text=_("Word (.docx), OpenDocument, PDF, text, HTML or a mail. At most 25 MB."),
    )
    text = forms.CharField(
        label=_("Paste the text"), required=False, strip=False, widget=forms.Textarea({"rows": 14})
    )

    source: Source
    name: str
    bytes: bytes

    def __init__(self, *args: Any, is_too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._is_too_large = is_too_large

    def clean_file(self) -> Any:
        if self._is_too_large:
            raise forms.ValidationError(TOO_LARGE)
        return self.cleaned_data["file"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        file, text = cleaned.get("file"), cleaned.get("text", "")
        if self.errors:
            return cleaned
        if file and text.strip():
            self.add_error("file", _("Choose a file or paste a text, not both: the text is still here."))
        elif not file and not text.strip():
            self.add_error(None, _("Choose a file, or paste a text."))
        else:
            self._read("file" if file else "text", file, text)
        return cleaned

    def _read(self, field: str, file: Any, text: str) -> None:
        try:
            if file:
                self.name, self.bytes = file.name, file.read()
                self.source = read_safely(self.name, self.bytes)
            else:
                self.name, self.bytes = str(_("pasted text")), text.encode("utf-8", "replace")
                self.source = read_pasted(text)
        except UnreadableFile as failure:
            self.add_error(field, refusal_in_words(failure))
