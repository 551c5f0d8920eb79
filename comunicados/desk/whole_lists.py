"""A section that is a list of rows: saved whole or not at all. The participants are one, the files another."""

import re
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from comunicados import permissions
from comunicados.desk.forms import CHANGED_MEANWHILE, CLOSED, carried_by
from comunicados.desk.locks import Lock, locks_for
from comunicados.desk.merge import Guard, Outcome
from comunicados.document import Document
from comunicados.enums import Section
from comunicados.models import Communique

LAST = 32_767  # the greatest order that a column holds


class RowForm(forms.ModelForm):
    """A row with its place in the list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "order" in self.fields:  # not there for whoever only reads
            self.fields["order"].required = False
            self.fields["order"].initial = None
            self.fields["order"].widget.attrs["min"] = 0

    def clean_order(self) -> int:
        """Rows without a number come last, in the order in which they stand in the form."""
        order: int | None = self.cleaned_data["order"]
        return LAST if order is None else order


class WholeList(forms.BaseInlineFormSet):
    """The rows as a list: submitted rows are new ones, and a save that changes the list replaces it.

    So a row that somebody else removed meanwhile is part of what two people compare, not an invalid id. Where it is
    locked, what was sent is judged all the same: a list that was changed is refused.
    """

    instance: Communique
    section: ClassVar[Section]
    related: ClassVar[str]  # what the communiqué calls its rows
    lock: ClassVar[Lock | None] = None  # why its user only reads
    is_shut: ClassVar[bool] = False  # locked, and nothing was sent
    theirs: Any = None  # what is stored, where what was sent is refused: the screen shows both

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if self.is_shut:
            kwargs |= {"data": None, "files": None}
        super().__init__(*args, **kwargs)
        self.save_as_new = self.is_bound
        stored = self.stored() if self.instance.pk else []
        self.guard = Guard({self.section.value: stored}, carried_by(self))
        self.outcome = Outcome.KEEP

    def stored(self) -> list[Document]:
        """The rows that are stored, as the canonical document has them."""
        raise NotImplementedError

    def part_of(self, row: Any) -> Document:
        """A typed row, as the document would have it."""
        raise NotImplementedError

    def complete(self, row: Any) -> None:
        """Fill in what a typed row leaves to be found out, before it is saved."""

    @property
    def is_refused(self) -> bool:
        return bool(self.guard.conflicts) or (self.lock is not None and not self.is_shut)

    def is_valid(self) -> bool:
        return self.is_shut or super().is_valid()

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        self.outcome = self.guard.judge(self.section.value, [self.part_of(row) for row in self.rows()])
        words = {"section": self.section.label}
        if self.lock and self.outcome is not Outcome.KEEP:
            raise ValidationError(CLOSED, "closed", words | {"why": self.lock.sentence})
        if self.outcome is Outcome.CONFLICT:
            raise ValidationError(CHANGED_MEANWHILE, "conflict", words)

    def rows(self) -> list[Any]:
        """The rows as they were typed, in their order, without those that were removed or left empty."""
        kept = [form for form in self.forms if form.has_changed() and not form.cleaned_data.get("DELETE")]
        return sorted((form.instance for form in kept), key=lambda row: row.order)

    def save(self, commit: bool = True) -> list[Any]:
        self.new_objects: list[Any] = []
        self.changed_objects: list[tuple[Any, list[str]]] = []
        self.deleted_objects: list[Any] = []
        if self.outcome is Outcome.WRITE:
            getattr(self.instance, self.related).all().delete()
            self.new_objects = [self._save_row(order, row) for order, row in enumerate(self.rows(), start=1)]
        return self.new_objects

    def _save_row(self, order: int, row: Any) -> Any:
        row.communique, row.order = self.instance, order
        self.complete(row)
        row.save()
        return row


class WholeListInline(admin.StackedInline):
    """The section of the writing screen; whether it is written is said by its lock, not by a row's permissions."""

    formset: type[WholeList]
    template = "desk/whole_list.html"
    row_template: ClassVar[str]
    extra = 0

    def get_formset(self, request: HttpRequest, obj: Communique | None = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.lock, formset.is_shut = self._lock(request, obj), not self._is_open(request, obj)
        return formset

    def _lock(self, request: HttpRequest, communique: Communique | None) -> Lock | None:
        return locks_for(request, communique).get(self.formset.section.value)

    def _is_open(self, request: HttpRequest, obj: Communique | None = None) -> bool:
        """Whether rows can be written, or were sent all the same."""
        a_row = re.compile(rf"{self.formset.related}-\d+-role")
        return self._lock(request, obj) is None or any(a_row.match(name) for name in request.POST)

    has_add_permission = has_change_permission = has_delete_permission = _is_open

    def has_view_permission(self, request: HttpRequest, obj: Communique | None = None) -> bool:
        """Whoever may read a communiqué reads its lists."""
        return request.user.has_perm(permissions.READ)
