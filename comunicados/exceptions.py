"""The refusals. Each is a sentence that an editor can read, in the language that is active when it is shown."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from personas.exceptions import NotPermitted as NotPermitted
from personas.exceptions import Refusal as Refusal


class NotInThisState(Refusal):
    """The state of the language version does not allow the verb."""


class OwnText(Refusal):
    sentence = _("You were the last to change this text; somebody else has to approve it.")


class NotConfirmable(Refusal):
    sentence = _("Whoever did it cannot confirm it; a second person has to.")


class Incomplete(Refusal):
    """Something that a page needs is missing."""


class TextHasChanged(Refusal):
    sentence = _("The text was changed since you opened it. Read it again, then decide.")


class ReasonMissing(Refusal):
    sentence = _("Give a reason.")


def required(reason: str) -> str:
    """The reason without the space around it; raises ReasonMissing when nothing is left."""
    if not (given := reason.strip()):
        raise ReasonMissing
    return given


class PastHour(Refusal):
    sentence = _("The hour lies in the past.")


class NoteMissing(Refusal):
    sentence = _(
        "A correction needs a note for its readers. Write it in the text first: it is part of what is approved."
    )


class NoteNotEmpty(Refusal):
    sentence = _(
        "A minor change has no note. Clear the correction note in the text first, or say that it is a correction."
    )


class NoteToldBefore(Refusal):
    sentence = _(
        "Readers have seen this correction note already, with an earlier version. Write a new one or clear it in the"
        " text; or say that it still holds."
    )


class AgreedTextIsLocked(Refusal):
    sentence = _("This text was agreed with others. Release it first.")


class AlreadyPublic(Refusal):
    sentence = _("It was public, or is scheduled: withdraw it, or cancel the schedule, instead.")


class ReplacedByItself(Refusal):
    sentence = _("A communiqué is not replaced by itself.")


class TextErased(Refusal):
    sentence = _("This text was erased for legal reasons.")


class NumberIsUsed(Refusal):
    sentence = _("The number belongs to a communiqué that was published; it stays.")


class NumberTaken(Refusal):
    sentence: str | Promise = _("The number %(number)s belongs to another communiqué: %(headline)s.")


class DayIsToCome(Refusal):
    sentence = _("The date of the dateline is still to come: this is no old communiqué.")


class HeadlineTaken(Refusal):
    sentence: str | Promise = _("Another text of that day bears the same headline: communiqué %(pk)s.")


class FileRefused(Refusal):
    """A file that is not published: its kind, its size, or what it turns out to be."""


class PreviewsOff(Refusal):
    sentence = _("Preview links are switched off in this installation.")


class RecipientMissing(Refusal):
    sentence = _("Name the one person whom the preview is for.")


class LastsTooLong(Refusal):
    sentence = _("A preview link lasts at least a moment and at most fourteen days.")
