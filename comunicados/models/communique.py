"""The working copy: what the desk edits, in five sections."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from comunicados import permissions
from comunicados.document import Document, build, digest
from comunicados.enums import Language, Original, Verb
from comunicados.exceptions import (
    AlreadyPublic,
    Incomplete,
    NotInThisState,
    NumberIsUsed,
    ReplacedByItself,
    TextHasChanged,
    required,
)
from comunicados.models.joint_text import JOINT_CONSTRAINTS, JointText
from comunicados.models.kind import Kind, Topic
from comunicados.models.verbs import verb
from comunicados.moves import DISCARDED, WHY_NOT
from comunicados.permissions import User
from comunicados.text import BODY_EXTENSIONS, sanitize
from personas.clock import ministry_now

if TYPE_CHECKING:
    from comunicados.models import Agreement, LanguageVersion, Publication


class CommuniqueQuerySet(models.QuerySet["Communique"]):
    def kept(self) -> Self:
        """What the desk works on: all but the abandoned drafts."""
        return self.filter(discarded_at=None)

    def discarded(self) -> Self:
        return self.exclude(discarded_at=None)


class Communique(JointText):
    """One communiqué as the desk works on it. What the world reads are its Publications.

    `date` is the date of the dateline; `held_on` the day of the act that it tells of (empty: the same day).
    A save of the desk ends with `Revision.record(communique, by=…)`; without it nothing can be approved.
    """

    headline = models.CharField(_("headline"), max_length=250, blank=True, default="")
    subheadline = models.CharField(_("subheadline"), max_length=400, blank=True, default="")
    place = models.CharField(_("place"), max_length=120, blank=True, default="")
    body = ProseEditorField(_("text"), blank=True, default="", extensions=BODY_EXTENSIONS, sanitize=sanitize)
    correction_note = models.TextField(
        _("correction note"),
        blank=True,
        default="",
        help_text=_("What the correction corrects, for the readers; empty for a minor change."),
    )
    kind = models.ForeignKey(Kind, verbose_name=_("kind"), on_delete=models.PROTECT, related_name="+")
    date = models.DateField(_("date of the dateline"))
    held_on = models.DateField(
        _("day of the act"), null=True, blank=True, help_text=_("Empty: the date of the dateline.")
    )
    original = models.CharField(_("original"), max_length=4, choices=Original.choices, default=Original.ES)
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="+")
    is_archive = models.BooleanField(
        _("archive entry"),
        default=False,
        help_text=_("An old communiqué brought in: it is listed by its date and announced nowhere."),
    )
    words_are_published = models.BooleanField(
        default=False,
        db_default=False,
        editable=False,
        help_text="As entered in bulk: searched by its publications. A changed word ends it.",
    )
    slug_es = models.SlugField(_("address (Spanish)"), max_length=120, blank=True, default="")
    slug_en = models.SlugField(_("address (English)"), max_length=120, blank=True, default="")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    discarded_at = models.DateTimeField(null=True, blank=True, editable=False)
    discarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    discard_reason = models.TextField(blank=True, default="", db_default="", editable=False)

    objects = CommuniqueQuerySet.as_manager()

    # the columns of each language
    headline_es: str
    headline_en: str
    place_es: str
    place_en: str
    body_es: str
    body_en: str

    class Meta:
        verbose_name = _("communiqué")
        verbose_name_plural = _("communiqués")
        ordering = ["-date", "-pk"]
        permissions = [("translate_communique", "Can write the language that is not the original")]
        indexes = [models.Index(fields=["-date", "-id"], name="communique_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(original__in=Original.values), name="communique_original_is_a_language"
            ),
            *JOINT_CONSTRAINTS,
            models.CheckConstraint(
                condition=Q(discarded_at=None, discarded_by=None, discard_reason="")
                | (Q(discarded_at__isnull=False, discarded_by__isnull=False) & ~Q(discard_reason="")),
                name="communique_discarded_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.headline_es or self.headline_en or str(_("Communiqué without a headline"))

    @property
    def day_of_the_act(self) -> dt.date:
        return self.held_on or self.date

    def document(self) -> Document:
        """The canonical document of what is stored and in memory now (see document.py)."""
        return build(self)

    def version(self, language: str) -> "LanguageVersion":
        """The language version, with its state."""
        return self.versions.with_state().get(language=language)

    def is_or_will_be_public(self) -> bool:
        """Whether a language of it was ever public, or is scheduled to be."""
        return any(version.was_public or version.scheduled_for for version in self.versions.with_state())

    def lock(self) -> None:
        """Hold the communiqué until the transaction ends. Every verb does so before it looks at the clock."""
        Communique.objects.select_for_update().only("pk").get(pk=self.pk)

    @verb
    def withdraw(
        self,
        *,
        by: User,
        reason: dict[str, str],
        languages: Iterable[str] = tuple(Language.values),
        keep_text: bool = True,
        replaced_by: "Communique | None" = None,
    ) -> "list[Publication]":
        """Take down every live language of `languages` at once, with a public reason in each (see there)."""
        if replaced_by == self:
            raise ReplacedByItself
        self.lock()
        live = [version for version in self.versions.with_state() if version.is_live]
        return [
            version.withdraw(
                by=by,
                reason=reason.get(version.language, ""),
                keep_text=keep_text,
                replaced_by=replaced_by,
            )
            for version in live
            if version.language in languages
        ]

    @verb
    def void_number(self, *, by: User, reason: str) -> None:
        """Declare that the number, drawn for a publication that never came, will not be used.

        Raises NumberIsUsed when a publication bore it in public, or one is still scheduled to.
        """
        permissions.require(by, Verb.VOID)
        reason = required(reason)
        self.lock()
        if self.is_or_will_be_public():
            raise NumberIsUsed
        self.numbers.get(voided_at=None).void(by=by, reason=reason)

    @verb
    def discard(self, *, by: User, reason: str) -> None:
        """Put an abandoned draft away; a number that was drawn for it becomes void with the same reason.

        Raises AlreadyPublic for what was ever public or is scheduled: that is withdrawn, or cancelled first.
        """
        permissions.require(by, Verb.DISCARD)
        reason = required(reason)
        self.lock()
        self.refresh_from_db()
        if self.discarded_at:
            raise NotInThisState(WHY_NOT[Verb.DISCARD])
        if self.is_or_will_be_public():
            raise AlreadyPublic
        for number in self.numbers.filter(voided_at=None):
            number.void(by=by, reason=reason)
        self._set_discarded(ministry_now(), by, reason)

    @verb
    def take_up(self, *, by: User) -> None:
        """Work again on what was discarded. A number that became void stays so; another is drawn when it is due."""
        permissions.require(by, Verb.TAKE_UP)
        self.lock()
        self.refresh_from_db()
        if not self.discarded_at:
            raise NotInThisState(WHY_NOT[Verb.TAKE_UP])
        self.past_discards.create(
            discarded_at=self.discarded_at,
            discarded_by=self.discarded_by,  # type: ignore[misc]  # there is one, says a constraint
            reason=self.discard_reason,
            taken_up_at=ministry_now(),
            taken_up_by=by,
        )
        self._set_discarded(None, None, "")

    # What was agreed with others

    @verb
    def agree(self, *, by: User, languages: Iterable[str], seen: str = "", **terms: Any) -> "Agreement":
        """Note that the texts in `languages` were agreed as they are now; until `reopen` no edit changes them.

        `terms`: agreed_on, channel, counterpart or counterpart_words, note (see Agreement). `seen`: the digest of
        the document that was read.
        """
        permissions.require(by, Verb.AGREE)
        self.lock()
        self.refresh_from_db()
        if self.discarded_at:
            raise NotInThisState(DISCARDED)
        if self.agreement:
            raise NotInThisState(WHY_NOT[Verb.AGREE])
        if seen and seen != digest(self.document()):
            raise TextHasChanged
        agreed = {version.language: version for version in self.versions.filter(language__in=list(languages))}
        if not agreed or any(not getattr(self, f"headline_{language}") for language in agreed):
            raise Incomplete(_("A text has to be there to be agreed."))
        digests = {f"digest_{language}": version.digest for language, version in agreed.items()}
        return self.agreements.create(made_by=by, made_at=ministry_now(), **digests, **terms)

    @verb
    def reopen(self, *, by: User, reason: str) -> None:
        """Release the texts that were agreed, so that they can be edited; the history keeps who and why."""
        permissions.require(by, Verb.REOPEN)
        reason = required(reason)
        self.lock()
        if (agreement := self.agreement) is None:
            raise NotInThisState(WHY_NOT[Verb.REOPEN])
        agreement.released_at, agreement.released_by, agreement.release_reason = ministry_now(), by, reason
        agreement.save(update_fields=["released_at", "released_by", "release_reason"])

    def _set_discarded(self, at: dt.datetime | None, by: User | None, reason: str) -> None:
        self.discarded_at, self.discarded_by, self.discard_reason = at, by, reason
        self.save(update_fields=["discarded_at", "discarded_by", "discard_reason"])
