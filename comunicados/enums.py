"""The words of the desk: languages, roles of participants, states, verbs. No status literal stands elsewhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Language(models.TextChoices):
    ES = "es", _("Spanish")
    EN = "en", _("English")


class Original(models.TextChoices):
    """Which text was written first; both in a joint text whose two languages are equally authentic."""

    ES = "es", _("Spanish")
    EN = "en", _("English")
    BOTH = "both", _("both, equally authentic")


class Role(models.TextChoices):
    """What a participant did. Those who are only mentioned, who are appointed, or absent, took no part."""

    HEAD = "head", _("head of delegation")
    MEMBER = "member", _("member")
    SIGNATORY = "signatory", _("signatory")
    MENTIONED = "mentioned", _("mentioned")
    APPOINTED = "appointed", _("appointed")
    ABSENT = "absent", _("absent")


TOOK_PART = (Role.HEAD, Role.MEMBER, Role.SIGNATORY)


class Rule(models.TextChoices):
    """What a kind asks of its texts and says of them; what each does is said in rules.py."""

    NONE = "", _("none")
    SPEECH = "speech", _("speech")
    TRANSCRIPT = "transcript", _("transcript")
    READOUT = "readout", _("readout")
    ADVISORY = "advisory", _("media advisory")
    CONDOLENCE = "condolence", _("condolence")
    CONSULAR = "consular", _("consular notice")
    APPOINTMENT = "appointment", _("appointment")


class SitePage(models.TextChoices):
    """The pages of the site beside its communiqués, in the order in which every page of it names them."""

    ABOUT = "about", _("About this site")
    MEDIA_CONTACT = "media-contact", _("Media contact")
    CORRECTIONS = "corrections", _("How corrections are made")
    ACCESSIBILITY = "accessibility", _("Accessibility statement")
    LICENCE = "licence", _("Licence and terms")
    PRIVACY = "privacy", _("Privacy")


class Status(models.TextChoices):
    """What a Publication is: a text that stands, or the notice that it was withdrawn."""

    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Public(models.TextChoices):
    """What the world sees of a language version; derived from its publications and the hour."""

    NEVER = "never", _("not public")
    SCHEDULED = "scheduled", _("scheduled")
    LIVE = "live", _("live")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Working(models.TextChoices):
    """How far the desk's current text is; derived from the reviews that fit its digest."""

    SAME = "same", _("as published")
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved")


class Decision(models.TextChoices):
    """One step of a review. RELEASE is an urgent approval by the author alone, flagged until confirmed."""

    SUBMIT = "submit", _("submitted")
    SEND_BACK = "send_back", _("sent back")
    APPROVE = "approve", _("approved")
    RELEASE = "release", _("released urgently")


APPROVALS = (Decision.APPROVE, Decision.RELEASE)


class Change(models.TextChoices):
    """What a version that follows a live one is to its readers."""

    CORRECTION = "correction", _("a correction, with a note")
    STILL_TRUE = "still_true", _("a correction, with a note that was published before and still holds")
    MINOR = "minor", _("a minor change, without a note")


class Verb(models.TextChoices):
    """What a person can do with a language version (the first eight) or a communiqué."""

    SUBMIT = "submit", pgettext_lazy("verb", "Submit for review")
    SEND_BACK = "send_back", pgettext_lazy("verb", "Send back")
    APPROVE = "approve", pgettext_lazy("verb", "Approve")
    RELEASE = "release", pgettext_lazy("verb", "Release urgently")
    PUBLISH = "publish", pgettext_lazy("verb", "Publish")
    CANCEL = "cancel", pgettext_lazy("verb", "Cancel the schedule")
    WITHDRAW = "withdraw", pgettext_lazy("verb", "Withdraw")
    ACCOUNT = "account_for", pgettext_lazy("verb", "Nothing to change")
    CONFIRM = "confirm", pgettext_lazy("verb", "Confirm")
    CONCEAL = "conceal", pgettext_lazy("verb", "Conceal")
    ERASE = "erase", pgettext_lazy("verb", "Erase for legal reasons")
    SHARE = "share", pgettext_lazy("verb", "Share a preview")
    VOID = "void", pgettext_lazy("verb", "Void the number")
    DISCARD = "discard", pgettext_lazy("verb", "Discard")
    TAKE_UP = "take_up", pgettext_lazy("verb", "Take up again")
    AGREE = "agree", pgettext_lazy("verb", "Record an agreement")
    REOPEN = "reopen", pgettext_lazy("verb", "Release the agreed text")


class Channel(models.TextChoices):
    """How the other side said that it agrees."""

    NOTE = "note", _("diplomatic note")
    MAIL = "mail", _("e-mail")
    MESSAGE = "message", _("message")
    PHONE = "phone", _("telephone")
    MEETING = "meeting", _("in person")


class Section(models.TextChoices):
    """The five parts of a working copy that two people may edit side by side."""

    ES = "es", _("Spanish text")
    EN = "en", _("English text")
    FACTS = "facts", _("facts")
    PARTICIPANTS = "participants", _("participants")
    FILES = "files", _("files")


class FileRole(models.TextChoices):
    """What a file is to its communiqué: shown on the page, or offered beside it."""

    PHOTOGRAPH = "photograph", _("photograph")
    ANNEX = "annex", _("annex")


class LinkState(models.TextChoices):
    """What has become of a preview link; derived from all that can end it. Only a live one shows a text."""

    LIVE = "live", pgettext_lazy("preview link", "live")
    REVOKED = "revoked", pgettext_lazy("preview link", "revoked")
    ERASED = "erased", pgettext_lazy("preview link", "ended: the text was erased")
    CONCEALED = "concealed", pgettext_lazy("preview link", "ended: the text was concealed")
    DISCARDED = "discarded", pgettext_lazy("preview link", "ended: the communiqué was discarded")
    PUBLISHED = "published", pgettext_lazy("preview link", "ended: the language was published")
    EXPIRED = "expired", pgettext_lazy("preview link", "expired")


class Device(models.TextChoices):
    """What opened a preview, as far as the desk needs to know."""

    PHONE = "phone", _("phone")
    TABLET = "tablet", _("tablet")
    COMPUTER = "computer", _("computer")
    ROBOT = "robot", _("robot of a messenger or a mail program")
    UNKNOWN = "unknown", _("unknown device")
