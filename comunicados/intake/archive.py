"""Old communiqués enter the archive: published at once, in the names of the two people who answer for them."""

import datetime as dt
import re
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from comunicados import permissions
from comunicados.document import Document, paragraph_digests
from comunicados.enums import Decision, Language, Verb
from comunicados.exceptions import DayIsToCome, HeadlineTaken, Incomplete, OwnText
from comunicados.intake.doubts import Doubt, gettext_noop
from comunicados.intake.draft import Draft, make_draft
from comunicados.intake.known import namesakes
from comunicados.intake.parsed import ParsedCommunique
from comunicados.models import Communique, LanguageVersion, Review, Revision, SeriesNumber
from comunicados.models.succession import follow
from comunicados.requirements import missing
from personas.clock import ministry_now, ministry_today

NO_NUMBER = gettext_noop("“%(number)s” is no number of a series of %(year)s: it was entered without one.")
# "123", "0123", "123/2019", "123-19"
_NUMBER = re.compile(r"(?P<value>\d{1,6})(?:\s?[/-]\s?(?P<year>\d{4}|\d{2}))?")


@dataclass(frozen=True)
class Signatures:
    """Who brings the texts in, and who approves and publishes them: a second person."""

    written: User
    read: User

    def check(self) -> None:
        """Raise what the verbs would refuse to one of the two, whatever the text."""
        permissions.require(self.written, Verb.SUBMIT)
        for verb in (Verb.APPROVE, Verb.PUBLISH):
            permissions.require(self.read, verb)
        if self.written.pk == self.read.pk:
            raise OwnText


@transaction.atomic
def enter(parsed: ParsedCommunique, *, signed: Signatures, add_people: bool = False) -> Draft:
    """Publish a text in each language that it has, with the date and number that it bears.

    Raises a Refusal when it lacks what a page needs, or clashes with what is there. The rows are those of the verbs
    submit, approve and publish, one after the other; these would look at a state that cannot be another in the
    transaction that makes the communiqué.
    """
    _require_an_old_day(parsed.date)
    if others := namesakes(parsed):
        raise HeadlineTaken(HeadlineTaken.sentence % {"pk": others[0].pk})
    draft = make_draft(parsed, by=signed.written, add_people=add_people, is_archive=True)
    communique = draft.communique
    number = _number(communique, parsed.number, draft) if parsed.number else None
    revision = communique.revisions.get()
    versions = {version.language: version for version in communique.versions.all()}
    for language in _languages(communique, revision.document):
        versions[language].communique = communique
        _publish(versions[language], revision, number, signed)
    return draft


def _require_an_old_day(date: str | None) -> None:
    if date is None:
        raise Incomplete(_("The date of the dateline is missing."))
    if dt.date.fromisoformat(date) > ministry_today():
        raise DayIsToCome


def _number(communique: Communique, written: str, draft: Draft) -> int | None:
    """The number as written, where it is one of the series of its year; else none, and a doubt."""
    found = _NUMBER.fullmatch(written.strip())
    if found and f"{communique.date.year}".endswith(found["year"] or "") and int(found["value"]):
        return SeriesNumber.issue(communique, int(found["value"])).value
    words = {"number": written, "year": str(communique.date.year)}
    draft.doubts.append(Doubt(NO_NUMBER, words, about="number"))
    return None


def _languages(communique: Communique, document: Document) -> list[str]:
    """The original first. A language without a headline has no text."""
    languages = sorted(Language.values, key=lambda language: communique.original not in (language, "both"))
    return [
        language
        for language in languages
        if document[language]["headline"] or communique.original in (language, "both")
    ]


def _publish(version: LanguageVersion, revision: Revision, number: int | None, signed: Signatures) -> None:
    document: Document = revision.document
    for lack in missing(document, version.language):
        if lack.blocks:
            raise Incomplete(lack.sentence)
    if version.is_translation:
        version.accounts_for = paragraph_digests(document, version.communique.original)
        version.save(update_fields=["accounts_for"])
    now = ministry_now()
    about = {"version": version, "digest": version.digest, "revision": version.written_in, "made_at": now}
    steps = ((Decision.SUBMIT, signed.written), (Decision.APPROVE, signed.read))
    _, approval = Review.objects.bulk_create(Review(**about, decision=step, made_by=by) for step, by in steps)
    follow(
        version,
        document,
        replaced=None,
        live_from=now,
        made_at=now,
        made_by=signed.read,
        number=number,
        approval=approval,
        revision=revision,
        digest=version.digest,
    )
