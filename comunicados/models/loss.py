"""What an erasure takes, and what stays.

It takes the *telling words*: those of the erased version (stop words aside, whatever their inflection) that stand in
no other publication of that language. With them go

* the publications with the version's digest, the notice that withdrew it among them: headline, subheadline, place,
  text, note, words and links of who appears in them, whose portraits their photographs are; and what was once
  scheduled, cancelled, and holds such words; their PDFs;
* in each revision that is that very page, or holds such words in that language, the text of that language and the
  words of participants and files in it (their links too, where no words of the other language are left);
* whole notes of reviews and revisions, and whole remarks on the communiqué, that hold such words;
* the original files that this language was brought in from, whatever was read in them, for a reader does not see all
  that a file holds; and those of the other language that hold such words;
* what the working copy's columns without a language hold (nobody reads them), and what Django's admin logged of it.

What stays: the other publications, and the revisions that hold no words but theirs; the other language, which is
erased by a request of its own; number, dates, kind, topics, who did what when; every digest; the address, because it
answers 410 for ever. The registry is the registrar's.

Nothing is taken from the current text: it has to be rid of the words first, and what the world reads has to be
withdrawn or corrected.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.utils.translation import gettext_lazy as _

from comunicados.document import digest, page
from comunicados.enums import Status
from comunicados.exceptions import NotInThisState
from comunicados.models import telling
from comunicados.models.publication import Publication
from comunicados.models.remark import Remark
from comunicados.models.review import Review
from comunicados.models.revision import Revision
from comunicados.models.source_file import SourceFile
from personas.clock import ministry_now

if TYPE_CHECKING:
    from comunicados.models.erasure import Erasure
    from comunicados.models.language_version import LanguageVersion

NEVER_PUBLIC = _("Nothing of it was ever public.")
ERASED_ALREADY = _("It is erased already.")
STILL_PUBLIC = _("The world reads this text now, or will. Withdraw it, correct it or cancel its schedule first.")
STILL_CURRENT = _("The current text is still the text to be erased. Change it first.")
STILL_THERE = _(
    "The current text still holds words of what is to be erased: %(words)s. Take them out, or publish first the text"
    " in which they may stay."
)


@dataclass(frozen=True)
class Loss:
    """What one erasure takes as things are now."""

    erasure: "Erasure"
    publications: list[Publication]
    reasons: list[Publication]  # of these, the withdrawals whose public reason goes too
    revisions: list[Revision]
    notes: list[Revision]  # those whose note goes
    reviews: list[Review]
    remarks: list[Remark]
    originals: list[SourceFile]  # without their bytes
    staying: list[Publication]
    still: list[str]  # words that the current text holds yet, as it writes them
    is_current: bool  # whether the current text is that very text

    @classmethod
    def of(cls, erasure: "Erasure") -> Self:
        version = erasure.version
        covered, others = _split(erasure)
        staying = [publication for publication in others if publication.cancelled_at is None]
        texts = [telling.text_of_publication(publication) for publication in covered]
        stay = [telling.text_of_publication(publication) for publication in staying]
        language = version.language
        words = telling.words_of(language, texts) - telling.words_of(language, stay)
        cancelled = [publication for publication in others if publication.cancelled_at is not None]
        held = telling.holding(language, [telling.text_of_publication(one) for one in cancelled], words)
        publications = covered + [one for one, holds in zip(cancelled, held, strict=True) if holds]
        current = version.document
        return cls(
            erasure=erasure,
            publications=publications,
            staying=staying,
            still=telling.as_written(language, telling.text_of_document(current, language), words),
            is_current=digest(page(current, language)) in {publication.digest for publication in publications},
            **_around(version, publications, words),
        )

    @property
    def key(self) -> str:
        """Changes with what is lost: who confirms carries it, to confirm no more than what they saw."""
        rows: tuple[list, ...] = (self.publications, self.revisions, self.notes, self.reviews, self.remarks)
        rows += (self.reasons, self.originals)
        return digest([self.erasure.pk, *([row.pk for row in some] for some in rows)])

    def require_over(self) -> None:
        """Raise NotInThisState unless it was public, is no longer, and is not erased yet."""
        now = ministry_now()
        uncancelled = [one for one in self.publications if one.cancelled_at is None]
        if not any(one.live_from <= now for one in uncancelled):
            raise NotInThisState(NEVER_PUBLIC)
        if all(one.is_erased for one in self.publications):
            raise NotInThisState(ERASED_ALREADY)
        if any(_is_or_will_be_live(one) for one in uncancelled):
            raise NotInThisState(STILL_PUBLIC)

    def require_possible(self) -> None:
        """Raise NotInThisState also while the current text holds the words."""
        self.require_over()
        if self.still:
            raise NotInThisState(STILL_THERE % {"words": ", ".join(self.still)})
        if self.is_current:
            raise NotInThisState(STILL_CURRENT)

    @property
    def why_not(self) -> str:
        """The sentence with which confirming would be refused; "" when it would not."""
        try:
            self.require_possible()
        except NotInThisState as refusal:
            return str(refusal)
        return ""


def _is_or_will_be_live(publication: Publication) -> bool:
    ends = publication.live_until
    return publication.status == Status.PUBLISHED and (ends is None or ends > ministry_now())


def _split(erasure: "Erasure") -> tuple[list[Publication], list[Publication]]:
    """The language's publications: those that the erasure is about, and the others."""
    every = list(
        erasure.version.publications.select_related("kind")
        .prefetch_related("appearances", "topics", "files")
        .order_by("pk")
    )
    if erasure.publication is None:
        return every, []
    meant = erasure.publication.digest
    return [one for one in every if one.digest == meant], [one for one in every if one.digest != meant]


def _around(version: "LanguageVersion", publications: list[Publication], words: set[str]) -> dict[str, list]:
    """What else holds the words: revisions, notes, remarks, reasons to withdraw."""
    communique, language = version.communique, version.language
    digests = {publication.digest for publication in publications}
    revisions = list(communique.revisions.order_by("ordinal"))
    texts = [telling.text_of_document(revision.document, language) for revision in revisions]
    held = telling.holding(language, texts, words)

    def with_words(rows: Iterable, field: str) -> list:
        rows = [row for row in rows if getattr(row, field)]
        held = telling.holding(language, [getattr(row, field) for row in rows], words)
        return [row for row, holds in zip(rows, held, strict=True) if holds]

    files = list(communique.source_files.kept().defer("data"))
    held_by_files = telling.holding(language, [telling.text_of_source_file(file) for file in files], words)
    return {
        "originals": [
            file for file, holds in zip(files, held_by_files, strict=True) if holds or file.language == language
        ],
        "revisions": [
            revision
            for revision, holds in zip(revisions, held, strict=True)
            if holds or digest(page(revision.document, language)) in digests
        ],
        "notes": with_words(revisions, "note"),
        "reviews": with_words(Review.objects.filter(version__communique=communique).order_by("pk"), "note"),
        "remarks": with_words(communique.remarks.order_by("pk"), "text"),
        "reasons": with_words([one for one in publications if one.status == Status.WITHDRAWN], "note"),
    }
