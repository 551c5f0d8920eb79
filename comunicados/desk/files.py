"""The fifth section: the files, photographs and annexes; and a file as the desk looks at it."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from comunicados import permissions
from comunicados.desk.forms import tidy
from comunicados.desk.whole_lists import RowForm, WholeList, WholeListInline
from comunicados.document import FILE_WORDS, Document, file_of
from comunicados.enums import FileRole, Language, Section
from comunicados.exceptions import Refusal
from comunicados.files.answers import answer
from comunicados.files.kinds import EXTENSIONS, public_name
from comunicados.models import Attachment, Communique, StoredFile
from comunicados.permissions import User

MOST = 40  # rows
ACCEPTED = ",".join(EXTENSIONS)
NO_FILE = _("Choose a file, or remove this row.")
TWICE = _("The same file is in the list twice.")


class AttachmentForm(RowForm):
    """A row that carries its file by its digest.

    What is uploaded is kept at once, also when the form is refused for something else: nobody has to choose it again.
    """

    upload = forms.FileField(
        label=_("File"), required=False, widget=forms.FileInput({"accept": ACCEPTED}), max_length=255
    )
    digest = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Attachment
        fields = ["order", "role", "credit", "is_decorative"] + [
            f"{word}_{language}" for word in FILE_WORDS for language in Language.values
        ]
        widgets = {f"{word}_{lang}": forms.Textarea({"rows": 2}) for word in FILE_WORDS for lang in Language.values}

    def __init__(self, *args: Any, by: User, known: dict[str, StoredFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.known = by, known
        if self.instance.file_id:
            self.initial = {**self.initial, "digest": self.instance.file.digest, "name": self.instance.name}
        for language in Language.values:
            for word in FILE_WORDS:
                if field := self.fields.get(f"{word}_{language}"):
                    field.widget.attrs["lang"] = language

    @property
    def file(self) -> StoredFile | None:
        """The file of the row, wherever it came from; none in one that is new and empty."""
        if self.instance.file_id:
            return self.instance.file
        return self.known.get(str(self["digest"].value() or ""))

    @property
    def words(self) -> list[tuple[str, str]]:
        """Each with its language, for whoever only reads."""
        words = ((lang, getattr(self.instance, f"{word}_{lang}")) for lang in Language.values for word in FILE_WORDS)
        return [(language, text) for language, text in words if text]

    @property
    def lacks_words(self) -> bool:
        row = self.instance
        is_seen = row.role == FileRole.PHOTOGRAPH and not row.is_decorative
        return is_seen and not (row.alternative_es and row.alternative_en)

    def clean_upload(self) -> Any:
        upload = self.cleaned_data["upload"]
        if upload:
            try:
                file = StoredFile.keep(upload, by=self.by)
            except Refusal as refusal:
                raise ValidationError(str(refusal)) from refusal
            self._carry(file, public_name(upload.name, file.media_type))
        return upload

    def _carry(self, file: StoredFile, name: str) -> None:
        self.known = self.known | {file.digest: file}
        sent = {self.add_prefix("digest"): file.digest, self.add_prefix("name"): name}
        self.data = dict(self.data.items()) | sent  # what the row shows, and sends, when it comes back
        self.cleaned_data |= {"digest": file.digest, "name": name}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        file = self.known.get(self["digest"].value() or "")
        if file is not None:
            self.instance.file = file
            self.instance.name = public_name(self["name"].value() or "", file.media_type)
            if not file.is_image:
                cleaned["role"] = FileRole.ANNEX
        elif "upload" not in self.errors and not cleaned.get("DELETE"):
            self.add_error("upload", NO_FILE)
        tidied = {name: " ".join(tidy(value).split()) for name, value in cleaned.items() if isinstance(value, str)}
        return cleaned | tidied


class FilesFormSet(WholeList):
    section, related = Section.FILES, "attachments"
    by: ClassVar[User]

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return super().get_form_kwargs(index) | {"by": self.by, "known": self.known}

    @cached_property
    def known(self) -> dict[str, StoredFile]:
        """The stored files that were sent by their digests."""
        sent = [value for name, value in self.data.items() if name.endswith("-digest") and len(value) == 64]
        return StoredFile.objects.by_digest(sent) if sent else {}

    def stored(self) -> list[Document]:
        return [file_of(row) for row in self.instance.attachments.select_related("file")]

    def part_of(self, row: Attachment) -> Document:
        return file_of(row)

    def clean(self) -> None:
        if not any(self.errors):
            digests = [row.file.digest for row in self.rows()]
            if len(set(digests)) < len(digests):
                raise ValidationError(TWICE, "twice")
        super().clean()


class FilesInline(WholeListInline):
    model = Attachment
    form = AttachmentForm
    formset = FilesFormSet
    row_template = "desk/parts/file.html"
    max_num = MOST
    fieldsets: ClassVar[list[Any]] = [
        (None, {"fields": ["order", "role", "upload", "credit", "is_decorative"], "classes": ["who"]}),
        *(
            (language.label, {"fields": [f"{word}_{language}" for word in FILE_WORDS], "classes": ["words"]})
            for language in Language
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Attachment]:
        return super().get_queryset(request).select_related("file")

    def get_formset(self, request: HttpRequest, obj: Communique | None = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.by = request.user
        return formset


@require_safe
@permission_required(permissions.READ, raise_exception=True)
@cache_control(private=True, no_cache=True)
def look(request: HttpRequest, digest: str, name: str, is_small: bool = False) -> HttpResponseBase:
    """A file of whatever state, for whoever may read communiqués; `is_small`: the smallest size made of it."""
    file = get_object_or_404(StoredFile, digest=digest)
    smallest = file.renditions.first() if is_small else None
    return answer(request, file.digest, file.media_type, name, width=smallest.width if smallest else 0)
