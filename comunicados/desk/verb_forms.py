"""What a person adds to a verb: a note, a reason, an hour. Field names are the verbs' own arguments."""

from typing import Any

from django import forms
from django.conf import settings
from django.forms.widgets import Script
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comunicados.desk.hours import MinistryHour, told
from comunicados.enums import Change, Language
from comunicados.exceptions import ReasonMissing
from comunicados.models.correction import Following
from personas.clock import ministry_now

REASON = {"required": ReasonMissing.sentence}
NOTE_FIRST = _("A correction, with a note for its readers (write it in the text first)")
NO_NOTE_FIRST = _("A minor change, without a note (clear the correction note in the text first)")


def _words(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea({"rows": 3}), **options)


class PlainForm(forms.Form):
    """A verb that needs nothing but the button."""


class NoteForm(forms.Form):
    note = _words(_("Note"), required=False, help_text=_("For your colleagues; never public."))


class ReasonForm(forms.Form):
    reason = _words(_("Reason"), error_messages=REASON, help_text=_("For your colleagues; never public."))


class ChangeForm(forms.Form):
    """What a text is to the readers of the one that it follows; asked only where it follows one."""

    change = forms.ChoiceField(
        label=_("For its readers it is"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it is a correction or a minor change.")},
    )
    field_order = ["change"]

    def __init__(self, *args: Any, following: Following | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if following is None:
            del self.fields["change"]
        else:
            self.fields["change"].choices = _changes(following)  # type: ignore[attr-defined]


def _changes(following: Following) -> list[tuple[str, Any]]:
    words = {"note": following.note}
    if following.was_told:
        still = _("A correction; the note that readers have seen before still holds: “%(note)s”") % words
        return [(Change.STILL_TRUE, still), (Change.MINOR, NO_NOTE_FIRST)]
    if following.note:
        correction = _("A correction; readers see its note and date: “%(note)s”") % words
        return [(Change.CORRECTION, correction), (Change.MINOR, NO_NOTE_FIRST)]
    return [(Change.CORRECTION, NOTE_FIRST), (Change.MINOR, _("A minor change; a version like any other, no note"))]


class SubmitForm(ChangeForm, NoteForm):
    pass


class ReleaseForm(ChangeForm, ReasonForm):
    pass


class PublishForm(forms.Form):
    """Now, or at an hour of the ministry's clock. Neither is chosen beforehand: an embargo must not slip."""

    class When:
        NOW = "now"
        AT = "at"

    when = forms.ChoiceField(
        label=_("When"),
        choices=[(When.NOW, _("Now")), (When.AT, _("At this hour:"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say when: now, or at an hour.")},
    )
    at = MinistryHour(label=_("Hour"), required=False)

    class Media:
        js = [Script("desk/hour.js", type="module")]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = _("On the ministry's clock (%(zone)s, now UTC%(offset)s).") % {
            "zone": settings.TIME_ZONE,
            "offset": _utc_offset(),
        }

    def clean(self) -> dict[str, Any]:
        when, at = self.cleaned_data.get("when"), self.cleaned_data.get("at")
        if when == self.When.AT and at is None and "at" not in self.errors:
            self.add_error("at", _("Give the hour."))
        if when == self.When.NOW and at is not None and "at" in self.changed_data:
            self.add_error("when", _("You gave an hour too. Choose the hour, or clear it to publish now."))
        return {"at": at if when == self.When.AT else None}

    @property
    def told(self) -> str:
        """The hour in the field, on three clocks; "" while it is none that can be."""
        at = self.cleaned_data.get("at") if self.is_bound else self.initial.get("at")
        return told(at) if at else ""


class PublicReasonForm(forms.Form):
    """A reason that the public is told, in each language."""

    reason_es = _words(_("Reason, in Spanish"), required=False, help_text=_("The public reads it."))
    reason_en = _words(_("Reason, in English"), required=False, help_text=_("The public reads it."))

    def reasons(self) -> dict[str, str]:
        return {language: self.cleaned_data.get(f"reason_{language}", "") for language in Language.values}


class ConcealForm(PublicReasonForm):
    def clean(self) -> dict[str, Any]:
        if not any(self.reasons().values()):
            self.add_error(None, ReasonMissing.sentence)
        return {"reason": self.reasons()}


def _utc_offset() -> str:
    """How the ministry's clock differs from UTC now, as "-06:00"."""
    return timezone.localtime(ministry_now()).isoformat()[-6:]
