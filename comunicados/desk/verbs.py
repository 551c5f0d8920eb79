"""Which verbs a person can do now, and a sentence for each that they cannot.

Eight of them ask the language version itself; the others ask here.
"""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from comunicados import permissions
from comunicados.enums import Decision, Status, Verb
from comunicados.exceptions import AlreadyPublic, NotConfirmable, NotInThisState, NumberIsUsed, Refusal
from comunicados.models import Communique, Erasure, LanguageVersion, Publication, Review
from comunicados.models.loss import ERASED_ALREADY, NEVER_PUBLIC
from comunicados.models.preview_link import require_shareable
from comunicados.moves import DISCARDED, WHY_NOT
from comunicados.permissions import User
from personas.clock import ministry_now

OF_A_COMMUNIQUE = (Verb.AGREE, Verb.REOPEN, Verb.VOID, Verb.DISCARD, Verb.TAKE_UP)
# Done on pages of their own: paragraph by paragraph; from the history, not from beside the text; no step of the path.
APART = (Verb.ACCOUNT, Verb.ERASE, Verb.SHARE)
OF_A_LANGUAGE = tuple(verb for verb in Verb if verb not in (*OF_A_COMMUNIQUE, *APART))


def why_not(verb: Verb, version: LanguageVersion, *, by: User) -> str:
    """Why `by` cannot do `verb` on that language now, as a sentence; "" when they can."""
    if verb not in _CHECKS:
        return version.why_not(verb, by=by)
    return _sentence(verb, by, lambda: _CHECKS[verb](version, by))


def why_not_communique(verb: Verb, communique: Communique, *, by: User) -> str:
    """The same for a verb on the communiqué as a whole."""
    return _sentence(verb, by, lambda: _CHECKS_OF_A_COMMUNIQUE[verb](communique))


def unconfirmed(version: LanguageVersion) -> Review | Publication | None:
    """What somebody did alone and nobody has confirmed yet: the latest urgent release, else the latest withdrawal."""
    release = version.reviews.filter(decision=Decision.RELEASE, confirmation=None).first()
    withdrawals = version.publications.filter(status=Status.WITHDRAWN, confirmation=None)
    return release or withdrawals.order_by("-live_from", "-pk").first()


def require_confirmable(version: LanguageVersion, by: User) -> Review | Publication:
    """What `by` can confirm. Raises NotInThisState when nothing waits, NotConfirmable for whoever did it."""
    alone = unconfirmed(version)
    if alone is None:
        raise NotInThisState(_("Nothing waits for a confirmation."))
    if alone.made_by_id == by.pk:
        raise NotConfirmable
    return alone


def require_voidable(communique: Communique) -> None:
    if not communique.numbers.filter(voided_at=None).exists():
        raise NotInThisState(_("It has no number."))
    if communique.is_or_will_be_public():
        raise NumberIsUsed


def require_discardable(communique: Communique) -> None:
    if communique.discarded_at:
        raise NotInThisState(WHY_NOT[Verb.DISCARD])
    if communique.is_or_will_be_public():
        raise AlreadyPublic


def require_discarded(communique: Communique) -> None:
    if not communique.discarded_at:
        raise NotInThisState(WHY_NOT[Verb.TAKE_UP])


def require_agreeable(communique: Communique) -> None:
    if communique.discarded_at:
        raise NotInThisState(DISCARDED)
    if communique.agreement:
        raise NotInThisState(WHY_NOT[Verb.AGREE])


def require_agreed(communique: Communique) -> None:
    if not communique.agreement:
        raise NotInThisState(WHY_NOT[Verb.REOPEN])


def require_concealable(version: LanguageVersion, by: User) -> None:
    row = version if hasattr(version, "was_public") else LanguageVersion.objects.with_state().get(pk=version.pk)
    if not row.was_public:
        raise NotInThisState(NEVER_PUBLIC)
    if version.communique.concealments.filter(language=version.language, publication=None).exists():
        raise NotInThisState(_("It is concealed already."))


def require_erasable(version: LanguageVersion, by: User) -> None:
    """An erasure waits for its answer, or something that was public is there to be erased."""
    if Erasure.objects.waiting().filter(version=version).exists():
        return
    begun = version.publications.begun(ministry_now())
    if not begun.exists():
        raise NotInThisState(NEVER_PUBLIC)
    if not begun.exclude(headline="").exists():
        raise NotInThisState(ERASED_ALREADY)


_CHECKS_OF_A_COMMUNIQUE: dict[Verb, Callable[[Communique], object]] = {
    Verb.AGREE: require_agreeable,
    Verb.REOPEN: require_agreed,
    Verb.VOID: require_voidable,
    Verb.DISCARD: require_discardable,
    Verb.TAKE_UP: require_discarded,
}

_CHECKS: dict[Verb, Callable[[LanguageVersion, User], object]] = {
    Verb.CONFIRM: require_confirmable,
    Verb.CONCEAL: require_concealable,
    Verb.ERASE: require_erasable,
    Verb.SHARE: lambda version, by: require_shareable(version),
}


def _sentence(verb: Verb, by: User, check: Callable[[], object]) -> str:
    try:
        permissions.require(by, verb)
        check()
    except Refusal as refusal:
        return str(refusal)
    return ""
