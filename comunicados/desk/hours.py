"""Hours of the ministry's clock: read from a form, refused where they are none, told in words."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import formats, timezone
from django.utils.timesince import timeuntil
from django.utils.translation import gettext_lazy as _

from comunicados.desk.states import hour
from personas.clock import ministry_now

FARTHEST = dt.timedelta(days=366)
SENTENCES = {
    "told": _("%(hour)s, in %(wait)s"),
    "passed": _("%(hour)s has passed."),
    "skipped": _("%(hour)s does not exist: the ministry's clocks go forward over it. Choose another hour."),
    "twice": _("%(hour)s comes twice: the ministry's clocks go back then. Choose an hour before or after."),
}


def told(moment: dt.datetime) -> str:
    """A moment to come, on three clocks: "15 January 2024, 12:00 (18:00 UTC), in 3 hours"."""
    return SENTENCES["told"] % {"hour": hour(moment), "wait": timeuntil(moment, ministry_now())}


class MinistryHour(forms.DateTimeField):
    """An hour to come. Of one that has passed, does not exist or comes twice, the refusal names the hour."""

    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: Any) -> dt.datetime | None:
        try:
            return super().to_python(value)
        except forms.ValidationError as refusal:
            if refusal.code != "ambiguous_timezone" or not refusal.params:
                raise
            raise forms.ValidationError(_why_no_hour(refusal.params["datetime"])) from None

    def validate(self, value: dt.datetime | None) -> None:
        super().validate(value)
        if value is None:
            return
        now = ministry_now()
        if value <= now:
            raise forms.ValidationError(SENTENCES["passed"] % {"hour": hour(value)})
        if value > now + FARTHEST:
            raise forms.ValidationError(_("This is more than a year ahead. Is the year right?"))


def _why_no_hour(local: dt.datetime) -> str:
    """Of an hour without a zone that is no hour of the ministry, or two."""
    zone = timezone.get_current_timezone()
    before, after = (zone.utcoffset(local.replace(fold=fold)) for fold in (0, 1))
    is_skipped = before is not None and after is not None and before < after
    words = {"hour": f"{formats.date_format(local, 'DATE_FORMAT')}, {formats.time_format(local, 'H:i')}"}
    return SENTENCES["skipped" if is_skipped else "twice"] % words
