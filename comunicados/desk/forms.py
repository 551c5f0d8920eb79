"""The writing screen's form: three of the four sections (participants.py has the fourth)."""

import copy
import unicodedata
from itertools import product
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from comunicados.desk.merge import Guard, Outcome
from comunicados.document import TEXT_FIELDS, facts_of, text_of
from comunicados.enums import Language, Section
from comunicados.models import Communique

FACTS = ("kind", "date", "held_on", "original", "topics")
FIELDS_OF: dict[str, tuple[str, ...]] = {
    **{language: tuple(f"{field}_{language}" for field in TEXT_FIELDS) for language in Language.values},
    Section.FACTS: FACTS,
}
ONE_LINE = ("headline", "subheadline")  # though their boxes are taller, to be read whole
OPENED_WITH = "opened_with"  # the hidden input: JSON, a digest for each section

TOO_OLD = _("This page does not say what it was opened with. Nothing you typed is lost: compare, then save again.")
CHANGED_MEANWHILE = _(
    "Somebody else changed this section meanwhile (%(section)s). Compare both, put yours right, then save again."
)


def tidy(text: str) -> str:
    """A text as browsers of every kind would have sent it: NFC, lines that end alike."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def carried_by(form: Any) -> str | None:
    """What a submitted form, or formset, brought along for its Guard; a new communiqué collides with nothing."""
    return form.data.get(OPENED_WITH, "") if form.is_bound and form.instance.pk else None


def leave_registry_alone(widget: Any) -> None:
    """No pencil, eye or cross beside a link: the writing screen uses the registry, its own room changes it."""
    widget.can_change_related = widget.can_view_related = widget.can_delete_related = False


class CommuniqueForm(forms.ModelForm):
    """Writes the sections that its user changed, leaves the others as they are stored, refuses what collides.

    The instance is the communiqué as it is stored now, locked by whoever submits the form.
    """

    class Meta:
        model = Communique
        fields = [*FIELDS_OF["es"], *FIELDS_OF["en"], *FACTS, "is_archive"]
        widgets = {
            f"{name}_{language}": forms.Textarea({"rows": rows})
            for name, rows in (("headline", 2), ("subheadline", 2), ("correction_note", 3))
            for language in Language.values
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = copy.copy(self.instance)
        self.stored_topics = list(self.instance.topics.all()) if self.instance.pk else []
        self.guard = Guard(self._sections(self.stored_topics), carried_by(self))
        if self.fields:  # whoever only reads gets none
            self._dress()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned |= {name: tidy(value) for name, value in cleaned.items() if isinstance(value, str)}
        lines = {name: " ".join(value.split()) for name, value in cleaned.items() if name.startswith(ONE_LINE)}
        return cleaned | lines

    def _post_clean(self) -> None:
        """After the model's own cleaning, which sanitizes the bodies: judge each section as it would be stored."""
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        if self.guard.is_blind:
            self.add_error(None, forms.ValidationError(TOO_OLD, code="too_old"))
        for section, typed in self._sections(self.cleaned_data["topics"]).items():
            outcome = self.guard.judge(section, typed)
            if outcome is Outcome.KEEP:
                self._keep(section)
            elif outcome is Outcome.CONFLICT:
                label = Section(section).label
                self.add_error(None, forms.ValidationError(CHANGED_MEANWHILE, "conflict", {"section": label}))
        if "is_archive" not in self.changed_data:
            self.instance.is_archive = self.stored.is_archive

    def _sections(self, topics: Any) -> dict[str, Any]:
        return {
            **{language: text_of(self.instance, language) for language in Language.values},
            Section.FACTS.value: facts_of(self.instance, [topic.slug for topic in topics]),
        }

    def _keep(self, section: str) -> None:
        for field in FIELDS_OF[section]:
            if field == "topics":
                self.cleaned_data["topics"] = self.stored_topics
            else:
                setattr(self.instance, field, getattr(self.stored, field))

    def _dress(self) -> None:
        """Text fields bear their plain names, for their section says the language; spell checkers are told it too."""
        for language, name in product(Language.values, TEXT_FIELDS):
            field = self.fields[f"{name}_{language}"]
            field.label = capfirst(Communique._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            field.widget.attrs["lang"] = language
        self.fields["is_archive"].show_hidden_initial = True  # no section holds it: its own guard
        kind: Any = self.fields["kind"]
        kind.label_from_instance = lambda kind: kind.name_in(get_language() or "es")
        leave_registry_alone(kind.widget)
