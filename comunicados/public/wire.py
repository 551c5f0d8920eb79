"""A text as plain text, to be pasted into a wire: in the order of its page, in its own language, no line broken."""

from collections.abc import Callable, Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from comunicados import rules
from comunicados.enums import Role
from comunicados.public.dates import day, moment
from comunicados.public.models import PageText
from comunicados.public.participants import Participants, Person
from comunicados.public.plain import BULLET, plain

Absolute = Callable[[str], str]  # an own path with scheme and host


def wire(text: PageText, absolute: Absolute) -> str:
    """A withdrawal without what it withdraws."""
    blocks = [*_notices(text, absolute), *_head(text)]
    if not text.is_withdrawn:
        participants = Participants.of(text.appearances)
        blocks += _people(text, _("Appointed"), participants.appointed)
        blocks += [plain(text.body), *_joint(text), *_participants(text, participants)]
        blocks += _files(text, absolute)
    blocks.append(absolute(text.current.path))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _notices(text: PageText, absolute: Absolute) -> Iterator[str]:
    if text.live_until and not text.is_current:
        stood = _("This is not the current version. It stood from %(first)s until %(last)s.")
        yield stood % {"first": moment(text.live_from), "last": moment(text.live_until)}
    if text.is_withdrawn:
        withdrew = _("The ministry withdrew this communiqué on %(moment)s. What it says no longer stands.")
        yield f"{_('Withdrawn').upper()}. {withdrew % {'moment': moment(text.live_from)}}"
        yield text.note
        if other := text.replacement:
            yield f"{_('It is replaced by:')} {other.headline} {absolute(other.path)}"
    elif text.is_correction:
        yield f"{_('Correction').upper()} ({moment(text.live_from)})"
        yield text.note
    if text.is_past and not text.is_withdrawn:
        yield _("This was for %(day)s, a day that is over.") % {"day": day(text.held_on)}


def _head(text: PageText) -> Iterator[str]:
    yield kind_and_number(text)
    yield text.headline
    yield text.subheadline
    yield f"{text.place}, {day(text.date)}" if text.place else day(text.date)
    yield rules.line(text.rule, day=day(text.held_on))


def kind_and_number(text: PageText) -> str:
    kind = text.kind.name_in(text.language)
    if text.number is None:
        return kind
    return _("%(kind)s No. %(number)s") % {"kind": kind, "number": text.number}


def _joint(text: PageText) -> Iterator[str]:
    yield authenticity(text)
    if text.counterpart_url:
        yield " ".join([_("The other side's version:"), text.counterpart_url])


def authenticity(text: PageText) -> str:
    """Which text of a communiqué that was written with others is the authentic one; "" where none has to be said."""
    if text.original == "both":
        return _("The Spanish and the English text are equally authentic.")
    if not text.courtesy_translation:
        return ""
    if text.original == text.language:
        if text.language == "es":
            return _("The authentic text is the Spanish one; any English text is a courtesy translation.")
        return _("The authentic text is the English one; any Spanish text is a courtesy translation.")
    if text.original == "es":
        return _("Courtesy translation; the authentic text is the Spanish one.")
    return _("Courtesy translation; the authentic text is the English one.")


def _participants(text: PageText, participants: Participants) -> Iterator[str]:
    if participants.delegations or participants.absent or participants.mentioned:
        yield str(text.conduct.people).upper()
    for delegation in participants.delegations:
        party = delegation.party.name_in(get_language() or "es") if delegation.party else _("Others")
        yield from _people(text, party, delegation.people)
    yield from _people(text, _("Absent"), participants.absent)
    yield from _people(text, _("Mentioned"), participants.mentioned)


def _people(text: PageText, heading: str, people: list[Person]) -> Iterator[str]:
    if people:
        yield "\n".join([heading, *(f"{BULLET} {_person(text, appearance)}" for appearance in people)])


def _person(text: PageText, appearance: Person) -> str:
    name = f"{appearance.courtesy} {appearance.name}" if appearance.courtesy else appearance.name
    words = ", ".join(filter(None, [name, appearance.title, appearance.organization_words]))
    is_told = text.conduct.says_roles and appearance.role in ("head", "signatory")
    return f"{words} ({Role(appearance.role).label})" if is_told else words


def _files(text: PageText, absolute: Absolute) -> Iterator[str]:
    """Where the photographs and annexes are, in their words."""
    for file in text.files:
        label = _("Photograph") if file.is_photograph else _("Annex")
        credit = f" ({file.credit})" if file.credit else ""
        yield f"{label}: {file}{credit}\n{absolute(file.path)}"
