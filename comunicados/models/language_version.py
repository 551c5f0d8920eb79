"""One communiqué in one language: where its text is on the path, and the verbs that move it."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _

from comunicados import moves, permissions
from comunicados.enums import APPROVALS, Decision, Language, Public, Verb, Working
from comunicados.exceptions import (
    Incomplete,
    NotInThisState,
    OwnText,
    PastHour,
    TextHasChanged,
    required,
)
from comunicados.models.acknowledgement import Acknowledgement, MadeFromAnother, acknowledge
from comunicados.models.communique import Communique
from comunicados.models.concealment import Concealment
from comunicados.models.correction import Following, odd_note
from comunicados.models.number import SeriesNumber
from comunicados.models.publication import Publication
from comunicados.models.review import Review
from comunicados.models.revision import Revision
from comunicados.models.silence import silenced
from comunicados.models.state import LanguageVersionQuerySet, State
from comunicados.models.succession import cancel_pending, follow
from comunicados.models.taking_down import take_down
from comunicados.models.verbs import verb
from comunicados.permissions import User
from comunicados.requirements import Missing, missing
from personas.clock import ministry_now


class LanguageVersion(MadeFromAnother):
    """A communiqué in Spanish or in English. Made by `Revision.record`, which keeps `digest` and `written_in` true.

    Every verb takes `by=`, checks that person's role, locks the communiqué, then looks at the clock and the state,
    and raises a Refusal (exceptions.py) before anything is written. `seen=` is the digest of the text that the
    person had before their eyes; a newer text is refused with TextHasChanged.
    """

    communique = models.ForeignKey(Communique, on_delete=models.PROTECT, related_name="versions")
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    uid = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    digest = models.CharField(max_length=64)
    written_in = models.ForeignKey(
        Revision,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The revision that made the text what it is.",
    )

    objects = LanguageVersionQuerySet.as_manager()

    # what with_state() annotates
    public: str
    working: str
    scheduled_for: dt.datetime | None
    live_from: dt.datetime | None
    live_path: str | None
    was_public: bool

    class Meta:
        verbose_name = _("language version")
        verbose_name_plural = _("language versions")
        ordering = ["communique", "-language"]
        constraints = [models.UniqueConstraint(fields=["communique", "language"], name="version_per_language")]
        permissions = [
            ("review_languageversion", "Can approve texts and send them back"),
            ("publish_languageversion", "Can publish, schedule, cancel and withdraw"),
            ("conceal_languageversion", "Can conceal what was published"),
            ("erase_languageversion", "Can ask for an erasure, confirm and refuse it"),
        ]

    def __str__(self) -> str:
        return f"{self.communique} ({self.language})"

    # State

    @property
    def state(self) -> State:
        """The state; from `with_state()` where the row came through it, else asked for anew."""
        row = self._with_state()
        return State(Public(row.public), Working(row.working))

    @property
    def is_live(self) -> bool:
        return self.state.public is Public.LIVE

    def missing(self) -> list[Missing]:
        """What the current text lacks for a page in this language; empty when nothing does."""
        document = self.document
        lacks = missing(document, self.language, self.accounts_for)
        return [*lacks, *odd_note(self, document), *silenced(document)]

    def why_not(self, verb: Verb, *, by: User) -> str:
        """Why `by` cannot do `verb` now, as a sentence; "" when they can. Shown beside the button."""
        try:
            permissions.require(by, verb, on_translation=self.is_translation)
            self._require_state(verb)
            if verb is Verb.APPROVE:
                self._require_second_person(by)
            if verb in (Verb.SUBMIT, Verb.RELEASE, Verb.PUBLISH):
                self._require_complete()
        except (permissions.NotPermitted, NotInThisState, OwnText, Incomplete) as refusal:
            return str(refusal)
        return ""

    # Verbs

    @verb
    def submit(self, *, by: User, note: str = "", seen: str = "", change: str = "") -> Review:
        """Ask for a review. A text that follows another accounts for the whole of that from then on.

        Where a text is live, `change` (enums.Change) says what this one is to its readers: see correction.py.
        """
        self._begin(Verb.SUBMIT, by, seen)
        self._require_complete()
        self._require_change(change)
        self._account_for_all()
        return self._decide(Decision.SUBMIT, by, note)

    @verb
    def account_for(self, paragraphs: Collection[str], *, by: User) -> Acknowledgement:
        """Say that this text needs no change for some paragraphs of its source, by their digests.

        Raises TextHasChanged unless each is one that came or went (see `unaccounted`).
        """
        now = self._begin(Verb.ACCOUNT, by)
        return acknowledge(self, paragraphs, by=by, now=now)

    @verb
    def send_back(self, *, by: User, reason: str, seen: str = "") -> Review:
        """Return a text in review, or an approved one, to the writer."""
        self._begin(Verb.SEND_BACK, by, seen)
        return self._decide(Decision.SEND_BACK, by, required(reason))

    @verb
    def approve(self, *, by: User, note: str = "", seen: str = "") -> Review:
        """Approve exactly the current text. Raises OwnText for whoever was the last to change it."""
        self._begin(Verb.APPROVE, by, seen)
        self._require_second_person(by)
        self._require_complete()
        return self._decide(Decision.APPROVE, by, note)

    @verb
    def release(self, *, by: User, reason: str, seen: str = "", change: str = "") -> Review:
        """Approve alone and in haste, with a reason; flagged until a second person confirms. `change`: see submit."""
        self._begin(Verb.RELEASE, by, seen)
        self._require_complete()
        if self.state.working is Working.DRAFT:  # a text in review was asked before
            self._require_change(change)
        self._account_for_all()
        return self._decide(Decision.RELEASE, by, required(reason))

    @verb
    def publish(self, *, by: User, at: dt.datetime | None = None, seen: str = "") -> Publication:
        """Publish the approved text now, or at the future hour `at`.

        In order: the number is drawn, what was scheduled before is cancelled (the result's `replaced` says
        which), the predecessor's end is set to the beginning of the new one, the snapshot is written.
        """
        now = self._begin(Verb.PUBLISH, by, seen)
        if at is not None and at <= now:
            raise PastHour
        self._require_complete()
        document, approval = self.document, self._approval()
        number = SeriesNumber.of(self.communique)
        return follow(
            self,
            document,
            replaced=cancel_pending(self, by=by, now=now),
            live_from=at or now,
            made_at=now,
            made_by=by,
            number=number.value if number else None,
            approval=approval,
            revision=self.communique.revisions.first(),
            digest=self.digest,
        )

    @verb
    def cancel(self, *, by: User) -> Publication:
        """Cancel what is scheduled; its predecessor, if any, runs on. Returns what was cancelled."""
        now = self._begin(Verb.CANCEL, by)
        cancelled = cancel_pending(self, by=by, now=now)
        if cancelled is None:  # its hour came between the look at the state and the look at the clock
            raise NotInThisState(moves.WHY_NOT[Verb.CANCEL])
        return cancelled

    @verb
    def withdraw(
        self, *, by: User, reason: str, keep_text: bool = True, replaced_by: Communique | None = None
    ) -> Publication:
        """Take the live text down at once, alone; `reason` is shown to the public, in this language.

        What was scheduled is cancelled, and the text needs a new review before it can be published again. Without
        `keep_text` the earlier publications are concealed too. The notice leads to `replaced_by`, if it is listed.
        """
        now = self._begin(Verb.WITHDRAW, by)
        notice = take_down(
            self, by=by, now=now, reason=required(reason), keep_text=keep_text, replaced_by=replaced_by
        )
        self._decide(Decision.SEND_BACK, by, notice.note, notice)
        return notice

    @verb
    def conceal(self, *, by: User, reason: dict[str, str], publication: Publication | None = None) -> Concealment:
        """Make this language, or one publication of it, answer 410 in every form; `reason` is told in public."""
        permissions.require(by, Verb.WITHDRAW if publication else Verb.CONCEAL)
        required("".join(reason.values()))
        return Concealment.objects.create(
            communique=self.communique,
            language=self.language,
            publication=publication,
            made_by=by,
            made_at=ministry_now(),
            **{f"reason_{language}": text for language, text in reason.items()},
        )

    # What the verbs are made of

    def _begin(self, verb: Verb, by: User, seen: str = "") -> dt.datetime:
        """Check the role, lock, read state and text anew, check them; return the moment, taken after the lock."""
        permissions.require(by, verb, on_translation=self.is_translation)
        self.communique.lock()
        self.refresh_from_db()
        self.communique.refresh_from_db()
        self.__dict__.pop("working", None)  # an annotation from before the lock says nothing now
        now = ministry_now()
        if seen and seen != self.digest:
            raise TextHasChanged
        self._require_state(verb)
        return now

    def _with_state(self) -> "LanguageVersion":
        """This row as it came with its state, or read anew; within a verb always anew (see _begin)."""
        if hasattr(self, "working"):
            return self
        row: LanguageVersion = type(self).objects.with_state().get(pk=self.pk)
        return row

    def _require_state(self, verb: Verb) -> None:
        if self.communique.discarded_at:
            raise NotInThisState(moves.DISCARDED)
        row = self._with_state()
        allowed = moves.is_allowed(
            verb,
            Public(row.public),
            Working(row.working),
            is_scheduled=row.scheduled_for is not None,
        )
        if not allowed:
            raise NotInThisState(moves.WHY_NOT[verb])

    def _require_second_person(self, by: User) -> None:
        if self.written_in.made_by_id == by.pk:
            raise OwnText

    def _require_complete(self) -> None:
        for lack in self.missing():
            if lack.blocks:
                raise Incomplete(lack.sentence)

    def _require_change(self, change: str) -> None:
        if following := Following.of(self):
            following.require(change)

    def _decide(self, decision: Decision, by: User, note: str, about: Publication | None = None) -> Review:
        """Write the step about the current text, or about that of a publication."""
        return Review.objects.create(
            version=self,
            decision=decision,
            digest=about.digest if about else self.digest,
            revision=about.revision if about else self.written_in,
            note=note,
            made_by=by,
            made_at=ministry_now(),
        )

    def _approval(self) -> Review:
        return self.reviews.filter(digest=self.digest, decision__in=APPROVALS).latest("made_at", "pk")
