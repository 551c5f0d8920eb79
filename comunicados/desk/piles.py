"""The piles of work: which texts wait for whom. A text is one communiqué in one language.

Each pile is a queryset that begins with a condition which few texts of an archive meet and an index answers; the
state, derived for each text, is asked of those alone.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, DateTimeField, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comunicados import permissions
from comunicados.desk.criteria import Texts, begun, reviewed, unsettled
from comunicados.enums import Decision, Public, Status, Verb, Working
from comunicados.models import Erasure, LanguageVersion, Publication, Review
from comunicados.permissions import User
from personas.clock import MinistryNow, ministry_now

DAYS_AHEAD = 7


def mine(user: User) -> Texts:
    """Drafts and texts in review that the user wrote last or whose communiqué they began; sent back ones on top."""
    own = Q(written_in__made_by=user) | Q(communique__created_by=user)
    texts = unsettled(_kept().filter(own, begun()))
    texts = texts.filter(Q(working__in=(Working.DRAFT, Working.IN_REVIEW)))
    is_sent_back = Case(When(_decision=Decision.SEND_BACK, then=1), default=0)
    return texts.order_by(is_sent_back.desc(), "-written_in_id")


def to_review(user: User) -> Texts:
    """In review, and last changed by somebody else."""
    others = _kept().filter(reviewed()).exclude(written_in__made_by=user)
    return unsettled(others).filter(working=Working.IN_REVIEW).order_by("-written_in_id")


def to_publish(user: User) -> Texts:
    texts = unsettled(_kept().filter(reviewed()))
    return texts.filter(working=Working.APPROVED).order_by("-written_in_id")


def to_translate(user: User) -> Texts:
    """Translations that nobody has begun, of originals that were submitted at least; archive entries do not wait."""
    ready = LanguageVersion.objects.filter(
        communique=OuterRef("communique"), language=OuterRef("communique__original")
    ).with_state()
    texts = _kept().translations().filter(~begun(), communique__is_archive=False)
    ready = ready.filter(~Q(working=Working.DRAFT) | Q(public=Public.LIVE))
    return texts.filter(Exists(ready)).order_by("-communique__date", "-communique_id")


def stale(user: User) -> Texts:
    """Translations that do not account for the original as it is now."""
    return _kept().filter(begun()).stale().order_by("-written_in_id")


def schedule(user: User) -> Texts:
    """Scheduled for today and the coming days, where the ministry is; the next hour first."""
    today = timezone.localtime(ministry_now()).replace(hour=0, minute=0, second=0, microsecond=0)
    end = today + dt.timedelta(days=DAYS_AHEAD + 1)
    pending = Publication.objects.pending(MinistryNow()).filter(live_from__lt=end)
    return LanguageVersion.objects.with_state().filter(pk__in=pending.values("version")).order_by(F("scheduled_for"))


def to_confirm(user: User) -> Texts:
    """What somebody else did alone, an urgent release or a withdrawal, and nobody has confirmed."""
    released = Review.objects.filter(decision=Decision.RELEASE, confirmation=None).exclude(made_by=user)
    withdrawn = Publication.objects.begun(MinistryNow()).filter(status=Status.WITHDRAWN, confirmation=None)
    withdrawn = withdrawn.exclude(made_by=user)
    one, two = (Subquery(of.values("made_at")[:1]) for of in (_of_text(released), _of_text(withdrawn)))
    alone = released.order_by().values("version").union(withdrawn.order_by().values("version"))
    done = Greatest(one, two, output_field=DateTimeField())
    return LanguageVersion.objects.filter(pk__in=alone).order_by(done.desc())


def to_erase(user: User) -> Texts:
    """For which an erasure waits that somebody else asked for."""
    waiting = Erasure.objects.waiting().exclude(requested_by=user)
    return LanguageVersion.objects.filter(pk__in=waiting.order_by().values("version")).order_by("pk")


def published(user: User) -> Texts:
    """What stands now, the latest hour first; archive entries are no news."""
    now = MinistryNow()
    open_end = Q(publications__live_until=None) | Q(publications__live_until__gt=now)
    texts = LanguageVersion.objects.filter(
        open_end,
        publications__cancelled_at=None,
        publications__live_from__lte=now,
        publications__status=Status.PUBLISHED,
        publications__is_archive=False,
    )
    return texts.order_by("-publications__live_from", "-pk")


@dataclass(frozen=True)
class Pile:
    """A section of the worklist: who sees it, what lies in it, the verb that each text there waits for.

    `beside` is the verb that is offered beside each row, to whoever may do it: taking a step back in two taps.
    `hour` names the annotation of with_state() that the pile is about: when a text goes live, or went.
    """

    code: str
    title: Promise
    needs: str
    texts: Callable[[User], Texts]
    verb: Verb | None = None
    hour: str = ""
    beside: Verb | None = None


PILES = [
    Pile("mine", _("Mine"), permissions.TRANSLATE, mine),
    Pile("review", _("For my review"), permissions.NEEDS[Verb.APPROVE], to_review, Verb.APPROVE),
    Pile("confirm", _("To confirm"), permissions.NEEDS[Verb.CONFIRM], to_confirm, Verb.CONFIRM),
    Pile("erase", _("Erasures to confirm"), permissions.NEEDS[Verb.ERASE], to_erase, Verb.ERASE),
    Pile(
        "publish", _("Approved, waiting to be published"), permissions.NEEDS[Verb.PUBLISH], to_publish, Verb.PUBLISH
    ),
    Pile("translate", _("To translate"), permissions.TRANSLATE, to_translate),
    Pile("stale", _("Stale translations"), permissions.TRANSLATE, stale),
    Pile(
        "schedule",
        _("Today and the coming seven days"),
        permissions.READ,
        schedule,
        hour="scheduled_for",
        beside=Verb.CANCEL,
    ),
    Pile("published", _("Recently published"), permissions.READ, published, hour="live_from", beside=Verb.WITHDRAW),
]


def _kept() -> Any:
    """Texts of communiqués that nobody discarded."""
    return LanguageVersion.objects.filter(communique__discarded_at=None)


def _of_text(rows: Any) -> Any:
    return rows.filter(version=OuterRef("pk")).order_by("-made_at")
