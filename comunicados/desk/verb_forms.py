"""What a person adds to a verb: a note, a reason, an hour. Field names are the verbs' own arguments."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comunicados.enums import Language
from comunicados.exceptions import ReasonMissing
from personas.clock import ministry_now

FARTHEST = dt.timedelta(days=366)
REASON = {"required": ReasonMissing.sentence}


def _words(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea({"rows": 3}), **options)


class PlainForm(forms.Form):
    """A verb that needs nothing but the button."""


class NoteForm(forms.Form):
    note = _words(_("Note"), required=False, help_text=_("For your colleagues; never public."))


class ReasonForm(forms.Form):
    reason = _words(_("Reason"), error_messages=REASON, help_text=_("For your colleagues; never public."))


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
    at = forms.DateTimeField(
        label=_("Hour"),
        required=False,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = _("On the ministry's clock (%(zone)s, now UTC%(offset)s).") % {
            "zone": settings.TIME_ZONE,
            "offset": _utc_offset(),
        }

    def clean_at(self) -> dt.datetime | None:
        at: dt.datetime | None = self.cleaned_data["at"]
        if at is not None and at > ministry_now() + FARTHEST:
            raise forms.ValidationError(_("This is more than a year ahead. Is the year right?"))
        return at

    def clean(self) -> dict[str, Any]:
        when, at = self.cleaned_data.get("when"), self.cleaned_data.get("at")
        if when == self.When.AT and at is None and "at" not in self.errors:
            self.add_error("at", _("Give the hour."))
        if when == self.When.NOW and at is not None:
            self.add_error("when", _("You gave an hour too. Choose the hour, or clear it to publish now."))
        return {"at": at}


class PublicReasonForm(forms.Form):
    """A reason that the public is told, in each language."""

    reason_es = _words(_("Reason, in Spanish"), required=False, help_text=_("The public reads it."))
    reason_en = _words(_("Reason, in English"), required=False, help_text=_("The public reads it."))

    def reasons(self) -> dict[str, str]:
        return {language: self.cleaned_data.get(f"reason_{language}", "") for language in Language.values}


class WithdrawForm(PublicReasonForm):
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=Language.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose a language.")},
    )
    keep_text = forms.BooleanField(
        label=_("Leave the text readable under the notice"),
        required=False,
        initial=True,
        help_text=_("Without it, every version that was public answers only with the reason."),
    )
    field_order = ["languages", "reason_es", "reason_en", "keep_text"]

    def clean(self) -> dict[str, Any]:
        languages = self.cleaned_data.get("languages", [])
        reasons = self.reasons()
        for language in languages:
            if not reasons[language].strip():
                self.add_error(f"reason_{language}", ReasonMissing.sentence)
        return {"languages": languages, "reason": reasons, "keep_text": self.cleaned_data.get("keep_text", False)}


class ConcealForm(PublicReasonForm):
    def clean(self) -> dict[str, Any]:
        if not any(self.reasons().values()):
            self.add_error(None, ReasonMissing.sentence)
        return {"reason": self.reasons()}


def _utc_offset() -> str:
    """How the ministry's clock differs from UTC now, as "-06:00"."""
    return timezone.localtime(ministry_now()).isoformat()[-6:]
