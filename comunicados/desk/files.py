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
from django.utils.text import capfirst
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
from personas.models import Person

MOST = 40  # rows
ACCEPTED = ",".join(EXTENSIONS)
NO_FILE = _("Choose a file, or remove this row.")
NOT_A_PARTICIPANT = _("A portrait is of one of the participants.")
TWICE = _("The same file is in the list twice.")


class AttachmentForm(RowForm):
    """A row that carries its file by its digest.

    What is uploaded is kept at once, also when the form is refused for something else: nobody has to choose it again.
    """

    upload = forms.FileField(
        label=_("File"), required=False, widget=forms.FileInput({"accept": ACCEPTED}), max_length=255
    )
    portrait_of: Any = forms.ModelChoiceField(
        Person.objects.none(),
        label=capfirst(_("portrait of")),
        help_text=Attachment._meta.get_field("portrait_of").help_text,
        required=False,
        error_messages={"invalid_choice": NOT_A_PARTICIPANT},
    )
    digest = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Attachment
        fields = ["order", "role", "credit", "portrait_of", "is_decorative"] + [
            f"{word}_{language}" for word in FILE_WORDS for language in Language.values
        ]
        widgets = {f"{word}_{lang}": forms.Textarea({"rows": 2}) for word in FILE_WORDS for lang in Language.values}

    def __init__(
        self, *args: Any, by: User, known: dict[str, StoredFile], people: dict[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.known = by, known
        if self.instance.file_id:
            self.initial = {**self.initial, "digest": self.instance.file.digest, "name": self.instance.name}
        for language in Language.values:
            for word in FILE_WORDS:
                if field := self.fields.get(f"{word}_{language}"):
                    field.widget.attrs["lang"] = language
        whose: Any = self.fields["portrait_of"]
        whose.queryset = Person.objects.filter(pk__in=people)
        whose.choices = [("", "—"), *people.items()]

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
        if cleaned.get("role") == FileRole.ANNEX:
            cleaned["portrait_of"] = None
        tidied = {name: " ".join(tidy(value).split()) for name, value in cleaned.items() if isinstance(value, str)}
        return cleaned | tidied


class FilesFormSet(WholeList):
    section, related = Section.FILES, "attachments"
    by: ClassVar[User]

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return super().get_form_kwargs(index) | {"by": self.by, "known": self.known, "people": self.people}

    @cached_property
    def known(self) -> dict[str, StoredFile]:
        """The stored files that were sent by their digests."""
        sent = [value for name, value in self.data.items() if name.endswith("-digest") and len(value) == 64]
        return StoredFile.objects.by_digest(sent) if sent else {}

    @cached_property
    def people(self) -> dict[int, str]:
        """Of whom there may be a portrait: the participants as they are stored, by the row that the text names, and
        those of whom there is one, of whom `missing` says it where they take part no more."""
        if not self.instance.pk:
            return {}
        taking_part = self.instance.participations.exclude(person=None).select_related("person")
        people: dict[Any, str] = {row.person_as_written_id or row.person_id: str(row.person) for row in taking_part}
        for row in self.instance.attachments.exclude(portrait_of=None).select_related("portrait_of"):
            people.setdefault(row.portrait_of_id, str(row.portrait_of))
        return people

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
        (None, {"fields": ["order", "role", "upload", "credit", "portrait_of", "is_decorative"], "classes": ["who"]}),
        *(
            (language.label, {"fields": [f"{word}_{language}" for word in FILE_WORDS], "classes": ["words"]})
            for language in Language
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Attachment]:
        return super().get_queryset(request).select_related("file", "portrait_of")

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
