"""Which verb is allowed in which state: a table over the pairs (public, working), and the sentences for a no."""

from itertools import product

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comunicados.enums import Public, Verb, Working

Pair = tuple[Public, Working]


def _pairs(public: tuple[Public, ...], working: tuple[Working, ...]) -> frozenset[Pair]:
    return frozenset(product(public, working))


EVERY_PUBLIC = tuple(Public)
EVERY_WORKING = tuple(Working)

MOVES: dict[Verb, frozenset[Pair]] = {
    Verb.SUBMIT: _pairs(EVERY_PUBLIC, (Working.DRAFT,)),
    Verb.SEND_BACK: _pairs(EVERY_PUBLIC, (Working.IN_REVIEW, Working.APPROVED)),
    Verb.APPROVE: _pairs(EVERY_PUBLIC, (Working.IN_REVIEW,)),
    Verb.RELEASE: _pairs(EVERY_PUBLIC, (Working.DRAFT, Working.IN_REVIEW)),
    Verb.PUBLISH: _pairs(EVERY_PUBLIC, (Working.APPROVED,)),
    Verb.WITHDRAW: _pairs((Public.LIVE,), EVERY_WORKING),
    Verb.ACCOUNT: _pairs(EVERY_PUBLIC, EVERY_WORKING),
    Verb.SHARE: _pairs(EVERY_PUBLIC, (Working.DRAFT, Working.IN_REVIEW, Working.APPROVED)),
}

# Moving the hour of what is scheduled, and cancelling it, ask whether a publication lies in the future.
NEED_A_SCHEDULE = frozenset({Verb.CANCEL})

WHY_NOT: dict[Verb, Promise] = {
    Verb.SUBMIT: _("Only a draft can be submitted for review."),
    Verb.SEND_BACK: _("Only a text in review, or an approved one, can be sent back."),
    Verb.APPROVE: _("Only a text in review can be approved."),
    Verb.RELEASE: _("Only a text that is not approved needs an urgent release."),
    Verb.PUBLISH: _("Only an approved text can be published."),
    Verb.CANCEL: _("Nothing is scheduled."),
    Verb.WITHDRAW: _("Only a live text can be withdrawn."),
    Verb.SHARE: _("The world reads this text already: give its address."),
    Verb.DISCARD: _("It is discarded already."),
    Verb.TAKE_UP: _("It is not discarded."),
    Verb.AGREE: _("It is agreed already. Release that agreement first."),
    Verb.REOPEN: _("Nothing of it is agreed."),
}

DISCARDED = _("This communiqué is discarded. Take it up again first.")


def is_allowed(verb: Verb, public: Public, working: Working, *, is_scheduled: bool) -> bool:
    """Whether `verb` is a move from this state; `is_scheduled` when a publication of it lies in the future."""
    if verb in NEED_A_SCHEDULE:
        return is_scheduled
    if verb in (Verb.PUBLISH, Verb.SHARE) and is_scheduled and working is Working.SAME:
        return True  # the same text at another hour; what waits for its hour is not public yet
    return (public, working) in MOVES[verb]
