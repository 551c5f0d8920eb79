"""Preview links: one named person without an account reads a frozen copy of what is not public yet, for some days."""

import datetime as dt
import hashlib
import secrets
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from comunicados import moves, permissions
from comunicados.enums import LinkState, Public, Verb, Working
from comunicados.exceptions import (
    Incomplete,
    LastsTooLong,
    NotInThisState,
    PreviewsOff,
    RecipientMissing,
    TextHasChanged,
)
from comunicados.models.concealment import Concealment
from comunicados.models.erased_text import ErasedText
from comunicados.models.language_version import LanguageVersion
from comunicados.models.past_discard import PastDiscard
from comunicados.models.publication import Publication
from comunicados.models.revision import Revision
from comunicados.models.verbs import verb
from comunicados.permissions import User
from personas.clock import MinistryNow, ministry_now

if TYPE_CHECKING:
    from comunicados.models.preview_visit import PreviewVisit

USUAL = dt.timedelta(hours=48)
MOST = dt.timedelta(days=14)
TOKEN_BYTES = 32  # 256 bits: no limit on guesses is needed
CONCEALED = _("It is concealed: nothing of it is shown to anybody.")
NO_TEXT = _("There is no text in this language yet.")


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def at(self, token: str) -> Self:
        """The one that bears this token, or none."""
        return self.filter(token_digest=digest_of(token))

    def with_state(self) -> Self:
        """Annotate `state` (enums.LinkState). What has ended one ended it for ever: no link lives again.

        A publication of its language ends it that began since it was made, be it the notice of a withdrawal; so does
        a discard, also one that was taken back.
        """
        now = MinistryNow()
        began = Publication.objects.filter(version=OuterRef("version")).begun(now)
        began = began.filter(live_from__gte=OuterRef("made_at"))
        communique = OuterRef("version__communique")
        discarded = PastDiscard.objects.filter(communique=communique, discarded_at__gte=OuterRef("made_at"))
        erased = ErasedText.objects.filter(revision=OuterRef("revision"), erasure__version=OuterRef("version"))
        concealed = Concealment.objects.filter(
            Q(language="") | Q(language=OuterRef("version__language")),
            Q(publication=None) | Q(publication__digest=OuterRef("digest")),
            communique=communique,
        )
        return self.annotate(
            state=Case(
                When(revoked_at__isnull=False, then=Value(LinkState.REVOKED)),
                When(Exists(erased), then=Value(LinkState.ERASED)),
                When(Exists(concealed), then=Value(LinkState.CONCEALED)),
                When(Q(version__communique__discarded_at__isnull=False), then=Value(LinkState.DISCARDED)),
                When(Exists(discarded), then=Value(LinkState.DISCARDED)),
                When(Exists(began), then=Value(LinkState.PUBLISHED)),
                When(expires_at__lte=now, then=Value(LinkState.EXPIRED)),
                default=Value(LinkState.LIVE),
            )
        )


class PreviewLink(models.Model):
    """A frozen copy: one language of one revision, at a secret address, for one person.

    Of the token in the address its digest alone is kept, so nobody reads it here; `share` gives it once. A trigger
    lets a link be revoked, once, and refuses every other change.
    """

    version = models.ForeignKey(LanguageVersion, on_delete=models.PROTECT, related_name="preview_links")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, help_text="Of the revision's page in that language.")
    recipient = models.CharField(_("for whom"), max_length=120)
    organization = models.CharField(_("of which office"), max_length=160, blank=True, default="")
    token_digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token in the address.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    objects = PreviewLinkQuerySet.as_manager()

    token: str = ""  # on the row that `share` returns, and nowhere else
    state: str  # what with_state() annotates

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()
        permissions = [("share_previewlink", "Can make preview links and revoke them")]
        constraints = [
            models.CheckConstraint(condition=~Q(recipient=""), name="preview_link_for_somebody"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")) & Q(expires_at__lte=F("made_at") + MOST),
                name="preview_link_lasts_two_weeks_at_most",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="preview_link_revoked_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} ({self.organization})" if self.organization else self.recipient

    @classmethod
    @verb
    def share(
        cls,
        version: LanguageVersion,
        *,
        by: User,
        recipient: str,
        organization: str = "",
        lasts: dt.timedelta = USUAL,
        seen: str = "",
        instead_of: "PreviewLink | None" = None,
    ) -> "PreviewLink":
        """Freeze the current text for that person; the row that is returned bears the `token`, for the only time.

        `instead_of` is revoked. `seen` is the digest of the text that was read before (see LanguageVersion).
        """
        permissions.require(by, Verb.SHARE)
        recipient, organization = " ".join(recipient.split()), " ".join(organization.split())
        if not recipient:
            raise RecipientMissing
        if not dt.timedelta(0) < lasts <= MOST:
            raise LastsTooLong
        version.communique.lock()
        current = require_shareable(version)
        if seen and seen != current.digest:
            raise TextHasChanged
        if instead_of is not None and instead_of.revoked_at is None:
            instead_of.revoke(by=by)
        return cls._make(current, by=by, lasts=lasts, recipient=recipient, organization=organization)

    @classmethod
    def _make(cls, current: LanguageVersion, *, by: User, lasts: dt.timedelta, **named: str) -> "PreviewLink":
        token, now = secrets.token_urlsafe(TOKEN_BYTES), ministry_now()
        made = cls.objects.create(
            version=current,
            revision=current.written_in,
            digest=current.digest,
            token_digest=digest_of(token),
            made_by=by,
            made_at=now,
            expires_at=now + lasts,
            **named,
        )
        link = cls.objects.with_state().get(pk=made.pk)
        if link.state != LinkState.LIVE:  # this very text was concealed as a publication
            raise NotInThisState(CONCEALED)
        link.token = token
        return link

    @verb
    def revoke(self, *, by: User) -> None:
        """From now on the address shows nothing."""
        permissions.require(by, Verb.SHARE)
        self.version.communique.lock()
        self.refresh_from_db(fields=["revoked_at", "revoked_by"])
        if self.revoked_at is not None:
            raise NotInThisState(_("It was revoked already."))
        self.revoked_by, self.revoked_at = by, ministry_now()
        self.save(update_fields=["revoked_by", "revoked_at"])

    @verb
    def log_visit(self, device: str) -> "PreviewVisit":
        """Note that the copy was opened now. Neither the address of the reader nor their browser's name is kept."""
        return self.visits.create(device=device, visited_at=ministry_now())


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def require_shareable(version: LanguageVersion) -> LanguageVersion:
    """The version as it is now, with its state; raises a Refusal when its text cannot be shared with anybody."""
    if not settings.PREVIEW_LINKS:
        raise PreviewsOff
    current: LanguageVersion = (
        LanguageVersion.objects.with_state().select_related("communique", "written_in").get(pk=version.pk)
    )
    communique = current.communique
    if communique.discarded_at:
        raise NotInThisState(moves.DISCARDED)
    public, working = Public(current.public), Working(current.working)
    if not moves.is_allowed(Verb.SHARE, public, working, is_scheduled=current.scheduled_for is not None):
        raise NotInThisState(moves.WHY_NOT[Verb.SHARE])
    if communique.concealments.filter(language__in=("", current.language), publication=None).exists():
        raise NotInThisState(CONCEALED)
    if not getattr(communique, f"headline_{current.language}"):
        raise Incomplete(NO_TEXT)
    return current
