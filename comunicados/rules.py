"""What the rule of a kind does to its texts: the line that they print, the words for their people, their last day.

What a text must have for it is said in requirements.py.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comunicados.enums import Rule

PARTICIPANTS = _("Participants")


@dataclass(frozen=True)
class Conduct:
    """`line` stands below the dateline, on the page and in feeds; `%(day)s` is the day of the act."""

    help: str | Promise = ""  # what the rule does, for the desk
    line: str | Promise = ""
    people: str | Promise = PARTICIPANTS
    says_roles: bool = True  # head of delegation, mentioned …
    needs_people: bool = True


CONDUCT: dict[str, Conduct] = {
    Rule.NONE: Conduct(),
    Rule.SPEECH: Conduct(
        help=_("Prints “Check against delivery”. It has one speaker: whoever takes part."),
        line=_("Check against delivery."),
        people=_("Delivered by"),
        says_roles=False,
    ),
    Rule.TRANSCRIPT: Conduct(
        help=_("Prints that it is a transcript. Those who take part are its speakers."),
        line=_("Transcript of what was said."),
        people=_("Speaking"),
        says_roles=False,
    ),
    Rule.READOUT: Conduct(
        help=_("Prints that it is the ministry’s own account, and no agreed text."),
        line=_("The ministry’s own account, not an agreed text."),
    ),
    Rule.ADVISORY: Conduct(
        help=_(
            "Prints the day of the act, which it needs. When that day is over it leaves lists and feeds, and stays at"
            " its address."
        ),
        line=_("Notice to the media for %(day)s."),
    ),
    Rule.CONDOLENCE: Conduct(
        help=_("Its people are named, without a role; nobody has to be."),
        people=_("Named in this text"),
        says_roles=False,
        needs_people=False,
    ),
    Rule.CONSULAR: Conduct(
        help=_("Prints that things may change. Private persons are better not named; nobody has to be."),
        line=_("Things may change: the latest version at this address holds."),
        people=_("Named in this text"),
        needs_people=False,
    ),
    Rule.APPOINTMENT: Conduct(
        help=_("Needs whom it is about, in the role “appointed”: they stand above the text, as its news."),
        needs_people=False,
    ),
}


def line(rule: str, *, day: str) -> str:
    """What a text of that rule prints; "" for nothing."""
    return str(CONDUCT[rule].line) % {"day": day}


def listed_until(rule: str, held_on: dt.date) -> dt.datetime | None:
    """When a text leaves the lists by itself: where the day of the act ends at the ministry. None for never."""
    if rule != Rule.ADVISORY:
        return None
    return timezone.make_aware(dt.datetime.combine(held_on + dt.timedelta(days=1), dt.time()))
