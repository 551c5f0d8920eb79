"""All that can happen to a communiqué, and the sentence that tells it."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from comunicados.desk.joint_events import agreements, releases, tell_agreement, tell_release
from comunicados.desk.preview_events import previews, revoked_previews, tell_preview, tell_revoked_preview
from comunicados.desk.states import hour
from comunicados.desk.told import Source, Told, sections_in_words
from comunicados.enums import Decision, Language, Status
from comunicados.models import (
    Acknowledgement,
    Communique,
    Concealment,
    Confirmation,
    ErasedText,
    Erasure,
    ErasureAnswer,
    PastDiscard,
    Publication,
    Review,
    Revision,
    SeriesNumber,
)

# Revisions


def _revisions(communique: Communique) -> QuerySet[Revision]:
    return communique.revisions.defer("document")


def _tell_revision(revision: Revision) -> Told:
    if revision.source == Revision.Source.IMPORTED:
        sentence = _("%(who)s brought the text in.")
    elif revision.ordinal == 1:
        sentence = _("%(who)s began the communiqué.")
    elif revision.source == Revision.Source.RESTORED:
        sentence = _("%(who)s restored an earlier revision: %(sections)s.")
    else:
        sentence = _("%(who)s saved: %(sections)s.")
    return Told(sentence, revision.note, named={"sections": sections_in_words(revision.changed)})


# Reviews, and what a second person confirmed


def _reviews(communique: Communique) -> QuerySet[Review]:
    """Without the step that a withdrawal writes for itself: the withdrawal is told already."""
    withdrawal = Publication.objects.filter(
        version=OuterRef("version"),
        status=Status.WITHDRAWN,
        made_by=OuterRef("made_by"),
        digest=OuterRef("digest"),
        note=OuterRef("note"),
        made_at__lte=OuterRef("made_at"),
    )
    reviews = Review.objects.filter(version__communique=communique).select_related("version")
    return reviews.exclude(Q(decision=Decision.SEND_BACK) & Exists(withdrawal))


def _tell_review(review: Review) -> Told:
    sentences = {
        Decision.SUBMIT: _("%(who)s submitted the text for review."),
        Decision.SEND_BACK: _("%(who)s sent the text back."),
        Decision.APPROVE: _("%(who)s approved the text."),
        Decision.RELEASE: _("%(who)s released the text urgently, alone."),
    }
    return Told(sentences[Decision(review.decision)], review.note, review.version.language)


def _confirmations(communique: Communique) -> QuerySet[Confirmation]:
    about = Q(release__version__communique=communique) | Q(withdrawal__communique=communique)
    light = [f"withdrawal__{field}" for field in ("body", "search")]
    return Confirmation.objects.filter(about).select_related("release__version", "withdrawal").defer(*light)


def _tell_confirmation(confirmation: Confirmation) -> Told:
    if confirmation.release:
        return Told(_("%(who)s confirmed the urgent release."), language=confirmation.release.version.language)
    language = confirmation.withdrawal.language if confirmation.withdrawal else ""
    return Told(_("%(who)s confirmed the withdrawal."), language=language)


def _acknowledgements(communique: Communique) -> QuerySet[Acknowledgement]:
    return Acknowledgement.objects.filter(version__communique=communique).select_related("version")


def _tell_acknowledgement(acknowledgement: Acknowledgement) -> Told:
    count = len(acknowledgement.paragraphs)
    sentence = ngettext(
        "%(who)s found nothing to change for a paragraph that came or went in the other text.",
        "%(who)s found nothing to change for %(count)s paragraphs that came or went in the other text.",
        count,
    )
    return Told(sentence, language=acknowledgement.version.language, named={"count": str(count)})


# Publications


def _publications(communique: Communique) -> QuerySet[Publication]:
    light = ("body", "search", "predecessor__body", "predecessor__search")
    return communique.publications.select_related("predecessor").defer(*light)


def _cancelled(communique: Communique) -> QuerySet[Publication]:
    return communique.publications.filter(cancelled_at__isnull=False).defer("body", "search")


def _tell_publication(publication: Publication) -> Told:
    if publication.status == Status.WITHDRAWN:
        sentence = _("%(who)s withdrew the text.")
    elif publication.live_from > publication.made_at:
        sentence = _scheduled(publication)
    else:
        sentence = _published(publication)
    return Told(sentence, publication.note, publication.language, {"hour": hour(publication.live_from)})


def _published(publication: Publication) -> str:
    if publication.predecessor is None:
        return _("%(who)s published the text.")
    if publication.predecessor.status == Status.WITHDRAWN:
        return _("%(who)s published the text again.")
    return _("%(who)s published a correction.") if publication.note else _("%(who)s published a minor change.")


def _scheduled(publication: Publication) -> str:
    if publication.predecessor is None or publication.predecessor.status == Status.WITHDRAWN:
        return _("%(who)s scheduled the text for %(hour)s.")
    if publication.note:
        return _("%(who)s scheduled a correction for %(hour)s.")
    return _("%(who)s scheduled a minor change for %(hour)s.")


def _tell_cancelled(publication: Publication) -> Told:
    sentence = _("%(who)s cancelled what was scheduled for %(hour)s.")
    return Told(sentence, language=publication.language, named={"hour": hour(publication.live_from)})


# What is gone


def _concealments(communique: Communique) -> QuerySet[Concealment]:
    light = ("publication__body", "publication__search")
    return communique.concealments.select_related("publication").defer(*light)


def _tell_concealment(concealment: Concealment) -> Told:
    if concealment.publication:
        sentence = _("%(who)s concealed version %(ordinal)s.")
    elif concealment.language:
        sentence = _("%(who)s concealed this language.")
    else:
        sentence = _("%(who)s concealed the whole communiqué.")
    ordinal = concealment.publication.ordinal if concealment.publication else 0
    return Told(sentence, _public_reason(concealment), concealment.language, {"ordinal": str(ordinal)})


def _public_reason(row: Any) -> str:
    reasons = [row.reason_es, row.reason_en]
    if get_language() == "en":
        reasons.reverse()
    return reasons[0] or reasons[1]


def _erasures(communique: Communique) -> QuerySet[Erasure]:
    light = ("publication__body", "publication__search")
    erasures = Erasure.objects.filter(version__communique=communique)
    return erasures.select_related("version", "publication").defer(*light)


def _tell_erasure(erasure: Erasure) -> Told:
    if erasure.publication:
        sentence = _("%(who)s asked that version %(ordinal)s be erased for legal reasons.")
    else:
        sentence = _("%(who)s asked that this whole language be erased for legal reasons.")
    ordinal = str(erasure.publication.ordinal) if erasure.publication else ""
    return Told(sentence, _public_reason(erasure), erasure.version.language, {"ordinal": ordinal})


def _erasure_answers(communique: Communique) -> QuerySet[ErasureAnswer]:
    """With the digests of what was published, and is erased."""
    digests = ErasedText.objects.filter(erasure=OuterRef("erasure"), publication__isnull=False).order_by("digest")
    answers = ErasureAnswer.objects.filter(erasure__version__communique=communique)
    answers = answers.annotate(digests=ArraySubquery(digests.values("digest").distinct()))
    return answers.select_related("erasure__version")


def _tell_erasure_answer(answer: Any) -> Told:
    language = answer.erasure.version.language
    if not answer.is_confirmed:
        return Told(_("%(who)s refused the erasure: nothing was lost."), answer.note, language)
    sentence = _("%(who)s confirmed the erasure. The text is gone; its digest remains: %(digests)s.")
    digests = ", ".join(answer.digests)
    return Told(sentence, _public_reason(answer.erasure), language, {"digests": digests})


def _void_numbers(communique: Communique) -> QuerySet[SeriesNumber]:
    return communique.numbers.filter(voided_at__isnull=False)


def _tell_void(number: SeriesNumber) -> Told:
    sentence = _("%(who)s declared the number %(number)s void.")
    return Told(sentence, number.void_reason, named={"number": f"{number.value}/{number.year}"})


# What was put away: the discard that holds, and those that ended


def _discard(communique: Communique) -> QuerySet[Communique]:
    light = [f"body_{language}" for language in Language.values]
    return Communique.objects.discarded().filter(pk=communique.pk).defer("body", *light)


def _past_discards(communique: Communique) -> QuerySet[PastDiscard]:
    return communique.past_discards.all()


def _tell_discard(communique: Communique) -> Told:
    return Told(_("%(who)s discarded the communiqué."), communique.discard_reason)


def _tell_past_discard(past: PastDiscard) -> Told:
    return Told(_("%(who)s discarded the communiqué."), past.reason)


def _tell_taken_up(past: PastDiscard) -> Told:
    return Told(_("%(who)s took the communiqué up again."))


# In the order in which those of one moment happened
SOURCES = (
    Source(_revisions, "made_at", "made_by", _tell_revision),
    Source(_acknowledgements, "made_at", "made_by", _tell_acknowledgement),
    Source(_reviews, "made_at", "made_by", _tell_review),
    Source(_cancelled, "cancelled_at", "cancelled_by", _tell_cancelled),
    Source(_publications, "made_at", "made_by", _tell_publication),
    Source(_concealments, "made_at", "made_by", _tell_concealment),
    Source(_confirmations, "made_at", "made_by", _tell_confirmation),
    Source(_erasures, "requested_at", "requested_by", _tell_erasure),
    Source(_erasure_answers, "made_at", "made_by", _tell_erasure_answer),
    Source(agreements, "made_at", "made_by", tell_agreement),
    Source(releases, "released_at", "released_by", tell_release),
    Source(_void_numbers, "voided_at", "voided_by", _tell_void),
    Source(_discard, "discarded_at", "discarded_by", _tell_discard),
    Source(_past_discards, "discarded_at", "discarded_by", _tell_past_discard),
    Source(_past_discards, "taken_up_at", "taken_up_by", _tell_taken_up),
    Source(previews, "made_at", "made_by", tell_preview),
    Source(revoked_previews, "revoked_at", "revoked_by", tell_revoked_preview),
)
