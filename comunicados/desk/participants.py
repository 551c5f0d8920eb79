"""The fourth section: the participants."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from comunicados.desk.forms import leave_registry_alone, tidy
from comunicados.desk.whole_lists import RowForm, WholeList, WholeListInline
from comunicados.document import WORDS, Document, participation_of
from comunicados.enums import Language, Section
from comunicados.models import Participation
from personas.models import Appointment
from personas.widgets import Linked

LINKS = ("person", "appointment", "delegation")
MOST = 200  # rows; a summit has some sixty


class ParticipationForm(RowForm):
    class Meta:
        model = Participation
        fields = ["order", "person", "appointment", "delegation", "role"] + [
            f"{word}_{language}" for word in WORDS for language in Language.values
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "order" in self.fields:
            for link in LINKS:
                leave_registry_alone(self.fields[link].widget)
                self._know(link)

    def _know(self, link: str) -> None:
        """The linked row came with the participant: its words need not be asked for again."""
        row, field = getattr(self.instance, link), self.fields[link]
        if row is not None:
            field.widget.widget.known = {str(row.pk): field.label_from_instance(row)}  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        post = cleaned.get("appointment")
        if post is not None:
            cleaned["person"] = cleaned.get("person") or post.person
            if (cleaned["person"].merged_into or cleaned["person"]) != post.person:
                self.add_error("appointment", _("This post is somebody else's."))
        return cleaned | {name: tidy(value) for name, value in cleaned.items() if isinstance(value, str)}


class ParticipantsFormSet(WholeList):
    section, related = Section.PARTICIPANTS, "participations"

    def stored(self) -> list[Document]:
        rows = self.instance.participations.all()
        self.as_written = {row.person_id: row.person_as_written_id for row in rows}
        return [participation_of(row) for row in rows]

    def rows(self) -> list[Participation]:
        """Nobody has become another person by a merger of the registry."""
        as_written = getattr(self, "as_written", {})  # none in a new communiqué
        rows: list[Participation] = super().rows()
        for row in rows:
            row.person_as_written_id = as_written.get(row.person_id)
        return rows

    def part_of(self, row: Participation) -> Document:
        return participation_of(row)

    def complete(self, row: Participation) -> None:
        row.fill_from_registry()


class ParticipantsInline(Linked, WholeListInline):
    model = Participation
    form = ParticipationForm
    formset = ParticipantsFormSet
    row_template = "desk/parts/participant.html"
    autocomplete_fields = LINKS
    max_num = MOST
    fieldsets: ClassVar[list[Any]] = [
        (None, {"fields": ["order", "role", "person", "appointment", "delegation"], "classes": ["who"]}),
        *(
            (
                language.label,
                {"fields": [f"{word}_{language}" for word in WORDS], "classes": ["words"]},
            )
            for language in Language
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participation]:
        return (
            super()
            .get_queryset(request)
            .select_related("person", "appointment__person", "appointment__position", "delegation")
        )

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A post is called by its holder and its position: they come with it, for every row of the form."""
        if db_field.name == "appointment":
            kwargs["queryset"] = Appointment.objects.select_related("person", "position")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
