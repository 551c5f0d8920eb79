"""The fourth section: the participants, a list that is saved whole or not at all."""

import re
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from comunicados import permissions
from comunicados.desk.forms import CHANGED_MEANWHILE, CLOSED, carried_by, leave_registry_alone, tidy
from comunicados.desk.locks import Lock, locks_for
from comunicados.desk.merge import Guard, Outcome
from comunicados.document import WORDS, participation_of
from comunicados.enums import Language, Section
from comunicados.models import Communique, Participation
from personas.models import Appointment
from personas.widgets import Linked

PARTICIPANTS = Section.PARTICIPANTS.value
LINKS = ("person", "appointment", "delegation")
MOST = 200  # rows; a summit has some sixty
LAST = 32_767  # the greatest order that its column holds
A_ROW = re.compile(r"participations-\d+-role")


def _lock(request: HttpRequest, communique: Communique | None) -> Lock | None:
    return locks_for(request, communique).get(PARTICIPANTS)


class ParticipationForm(forms.ModelForm):
    class Meta:
        model = Participation
        fields = ["order", "person", "appointment", "delegation", "role"] + [
            f"{word}_{language}" for word in WORDS for language in Language.values
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "order" in self.fields:  # not there for whoever only reads
            self.fields["order"].required = False
            self.fields["order"].initial = None
            self.fields["order"].widget.attrs["min"] = 0
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
            if cleaned["person"] != post.person:
                self.add_error("appointment", _("This post is somebody else's."))
        return cleaned | {name: tidy(value) for name, value in cleaned.items() if isinstance(value, str)}

    def clean_order(self) -> int:
        """Rows without a number come last, in the order in which they stand in the form."""
        order: int | None = self.cleaned_data["order"]
        return LAST if order is None else order


class ParticipantsFormSet(forms.BaseInlineFormSet):
    """The rows as a list: submitted rows are new ones, and a save that changes the list replaces it.

    So a row that somebody else removed meanwhile is part of what two people compare, not an invalid id. Where it is
    locked, what was sent is judged all the same: a list that was changed is refused.
    """

    instance: Communique
    lock: ClassVar[Lock | None] = None  # why its user only reads
    is_shut: ClassVar[bool] = False  # locked, and nothing was sent

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if self.is_shut:
            kwargs |= {"data": None, "files": None}
        super().__init__(*args, **kwargs)
        self.save_as_new = self.is_bound
        rows = self.instance.participations.all() if self.instance.pk else ()
        self.guard = Guard({PARTICIPANTS: [participation_of(row) for row in rows]}, carried_by(self))
        self.outcome = Outcome.KEEP

    def is_valid(self) -> bool:
        return self.is_shut or super().is_valid()

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        self.outcome = self.guard.judge(PARTICIPANTS, [participation_of(row) for row in self.rows()])
        words = {"section": Section.PARTICIPANTS.label}
        if self.lock and self.outcome is not Outcome.KEEP:
            raise ValidationError(CLOSED, "closed", words | {"why": self.lock.sentence})
        if self.outcome is Outcome.CONFLICT:
            raise ValidationError(CHANGED_MEANWHILE, "conflict", words)

    def rows(self) -> list[Participation]:
        """The participants as they were typed, in their order, without those that were removed or left empty."""
        kept = [form for form in self.forms if form.has_changed() and not form.cleaned_data.get("DELETE")]
        return sorted((form.instance for form in kept), key=lambda row: row.order)

    def save(self, commit: bool = True) -> list[Participation]:
        self.new_objects: list[Participation] = []
        self.changed_objects: list[tuple[Participation, list[str]]] = []
        self.deleted_objects: list[Participation] = []
        if self.outcome is Outcome.WRITE:
            self.instance.participations.all().delete()
            self.new_objects = [self._save_row(order, row) for order, row in enumerate(self.rows(), start=1)]
        return self.new_objects

    def _save_row(self, order: int, row: Participation) -> Participation:
        row.communique, row.order = self.instance, order
        row.fill_from_registry()
        row.save()
        return row


class ParticipantsInline(Linked, admin.StackedInline):
    model = Participation
    form = ParticipationForm
    formset = ParticipantsFormSet
    template = "desk/participants.html"
    autocomplete_fields = LINKS
    extra = 0
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

    def get_formset(self, request: HttpRequest, obj: Communique | None = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.lock, formset.is_shut = _lock(request, obj), not self._is_open(request, obj)
        return formset

    def _is_open(self, request: HttpRequest, obj: Communique | None = None) -> bool:
        """Whether rows can be written, or were sent all the same; the section decides, not a row's permissions."""
        return _lock(request, obj) is None or any(A_ROW.match(name) for name in request.POST)

    has_add_permission = has_change_permission = has_delete_permission = _is_open

    def has_view_permission(self, request: HttpRequest, obj: Communique | None = None) -> bool:
        """Whoever may read a communiqué reads who took part."""
        return request.user.has_perm(permissions.READ)
