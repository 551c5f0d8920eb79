"""The writing screen's form: three of the five sections (participants.py and files.py have the others)."""

import copy
import unicodedata
from collections.abc import Mapping
from itertools import product
from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from comunicados.desk import languages
from comunicados.desk.locks import Lock
from comunicados.desk.merge import Guard, Outcome
from comunicados.document import TEXT_FIELDS, facts_of, text_of
from comunicados.enums import Language, Section
from comunicados.models import Communique
from comunicados.rules import CONDUCT

OF_JOINT_TEXTS = (
    "courtesy_translation",
    "counterpart_url",
    "counterpart_language",
    "first_delegation_es",
    "first_delegation_en",
)
FACTS = ("kind", "date", "held_on", "original", "topics", *OF_JOINT_TEXTS)
ARCHIVE = "is_archive"  # beside the facts, and in no section: it is no part of the text
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
BRING_BACK = "_bring_back"  # sent along with what a browser had kept: to be shown again, not to be saved
BROUGHT_BACK = _("This is what you had typed and not saved. Read it, then save it.")
CLOSED = _("This section cannot be written now (%(section)s), and what you changed in it was not saved. %(why)s")


def is_sent(section: str, data: Mapping[str, Any]) -> bool:
    """Whether a browser sent fields of that section: it was open to be written when its page was made."""
    return any(name in data for name in FIELDS_OF[section])


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

    The instance is the communiqué as it is stored now, locked by whoever submits the form. `locks` says which
    sections its user only reads. Their fields are not in the form, unless they were sent all the same; then what
    was changed in them is refused, and shown.
    """

    locks: ClassVar[dict[str, Lock]] = {}

    class Meta:
        model = Communique
        fields = [*FIELDS_OF["es"], *FIELDS_OF["en"], *FACTS, ARCHIVE]
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
        for section, typed in self._sections(self.cleaned_data.get("topics", self.stored_topics)).items():
            self._take(section, self.guard.judge(section, typed))
        if ARCHIVE not in self.changed_data or Section.FACTS in self.locks:
            self.instance.is_archive = self.stored.is_archive
        if BRING_BACK in self.data:
            self.add_error(None, forms.ValidationError(BROUGHT_BACK, "brought_back"))

    def _take(self, section: str, outcome: Outcome) -> None:
        """Do with a section what was judged, or say why not."""
        words = {"section": Section(section).label}
        if outcome is Outcome.KEEP:
            self._keep(section)
        elif section in self.locks:
            self._keep(section)
            closed = forms.ValidationError(CLOSED, "closed", words | {"why": self.locks[section].sentence})
            self.add_error(None, closed)
        elif outcome is Outcome.CONFLICT:
            self.add_error(None, forms.ValidationError(CHANGED_MEANWHILE, "conflict", words))

    def _sections(self, topics: Any) -> dict[str, Any]:
        return {
            **{language: text_of(self.instance, language) for language in Language.values},
            Section.FACTS.value: facts_of(self.instance, [topic.slug for topic in topics]),
        }

    def _keep(self, section: str) -> None:
        for field in FIELDS_OF[section]:
            if field != "topics":
                setattr(self.instance, field, getattr(self.stored, field))
            elif field in self.fields:
                self.cleaned_data["topics"] = self.stored_topics

    def _dress(self) -> None:
        """Text fields bear their plain names, for their section says the language; spell checkers are told it too."""
        for language, name in product(Language.values, TEXT_FIELDS):
            field = self.fields.get(f"{name}_{language}")
            if field is None:
                continue
            field.label = capfirst(Communique._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            field.widget.attrs["lang"] = language
        if ARCHIVE in self.fields:
            self.fields[ARCHIVE].show_hidden_initial = True  # no section holds it: its own guard
        if "counterpart_language" in self.fields:
            self.fields["counterpart_language"].widget = forms.Select(choices=languages.choices())
        for first in ("first_delegation_es", "first_delegation_en"):
            if first in self.fields:
                leave_registry_alone(self.fields[first].widget)
        kind: Any = self.fields.get("kind")
        if kind is not None:
            kind.label_from_instance = lambda kind: kind.name_in(get_language() or "es")
            leave_registry_alone(kind.widget)
            kind.help_text = CONDUCT[self.instance.kind.rule].help if self.instance.kind_id else ""
