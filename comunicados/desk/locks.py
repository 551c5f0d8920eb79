"""Which sections of the writing screen a person only reads, and why."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from comunicados import permissions
from comunicados.desk.panels import communique_verb_url, verb_url
from comunicados.desk.states import hour
from comunicados.enums import Language, Section, Verb
from comunicados.models import Agreement, Communique, LanguageVersion
from comunicados.permissions import User

SHARED = (Section.FACTS.value, Section.PARTICIPANTS.value, Section.FILES.value)


@dataclass(frozen=True)
class Lock:
    """Why a section is only read: a sentence, and the page that opens it where this person may."""

    sentence: str
    url: str = ""
    way: str = ""  # what the link to that page says


def locks(communique: Communique | None, user: User) -> dict[str, Lock]:
    """A lock for each section that `user` cannot write now: by their role, as scheduled, as agreed with others.

    What is scheduled is a snapshot that no edit touches. It is locked so that nobody believes otherwise; and the
    shared sections with it, for they are part of its page. What was agreed stays as it was agreed, with them too.
    """
    original = communique.original if communique else Communique().original
    theirs = permissions.writable_sections(user, original)
    locked = {section.value: Lock(_by_role(theirs)) for section in Section if section not in theirs}
    if communique is None:
        return locked
    if communique.discarded_at:
        return dict.fromkeys(Section.values, Lock(_("This communiqué was discarded. Take it up again to edit it.")))
    for version in [version for version in communique.versions.with_state() if version.scheduled_for]:
        lock = _by_schedule(version, user)
        for section in (version.language, *SHARED):
            locked.setdefault(section, lock)
    if agreement := communique.agreement:
        lock = _by_agreement(agreement, user)
        for section in (*agreement.digests, *SHARED):
            locked.setdefault(section, lock)
    return locked


def locks_for(request: HttpRequest, communique: Communique | None) -> dict[str, Lock]:
    """The same, asked once for each request to the writing screen."""
    found: dict[str, Lock] | None = getattr(request, "_desk_locks", None)
    if found is None:
        stored = communique if communique is not None and communique.pk else None
        found = locks(stored, request.user)  # type: ignore[arg-type]
        request._desk_locks = found  # type: ignore[attr-defined]
    return found


def _by_role(theirs: frozenset[Section]) -> str:
    """For whoever writes nothing at all the whole page says so."""
    return _("Your role reads this section; it does not write it.") if theirs else ""


def _by_schedule(version: LanguageVersion, user: User) -> Lock:
    sentence = _("The text in %(language)s is scheduled: public from %(hour)s.") % {
        "language": Language(version.language).label,
        "hour": hour(version.scheduled_for),  # type: ignore[arg-type]
    }
    if permissions.may(user, Verb.CANCEL):
        return Lock(sentence, verb_url(version, Verb.CANCEL), _("Take it back to edit"))
    wait = _("A publisher can take it back.")
    return Lock(f"{sentence} {wait}")


def _by_agreement(agreement: Agreement, user: User) -> Lock:
    if permissions.may(user, Verb.REOPEN):
        page = communique_verb_url(agreement.communique, Verb.REOPEN)
        return Lock(agreement.sentence, page, _("Release it to edit"))
    wait = _("An editor can release it.")
    return Lock(f"{agreement.sentence} {wait}")
