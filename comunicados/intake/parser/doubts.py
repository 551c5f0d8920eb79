"""What a person at the desk should look at, each doubt with the words in question."""

from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.parsed import ParsedParticipant
from comunicados.intake.parser.above import Opening
from comunicados.intake.parser.cues import MENTIONED
from comunicados.intake.parser.dateline import Dateline, find_dates
from comunicados.intake.parser.forms import APPOINTMENTS, ERRATUM

_FORMS = {
    ERRATUM: _("The text looks like an erratum or correction of another one."),
    APPOINTMENTS: _("The text looks like a list of appointments: whom it names took no part in anything."),
}
_DAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def find_doubts(
    opening: Opening,
    body: list[str],
    participants: tuple[ParsedParticipant, ...],
    form: str,
    *,
    is_between_parties: bool,
) -> list[Doubt]:
    """The doubts about the opening first, then those about each person in the order of the text."""
    doubts = _about_opening(opening, body)
    if form in _FORMS:
        doubts.append(Doubt(_FORMS[form], about="kind"))
    above = len(opening.taken)
    for number, participant in enumerate(participants):
        about, paragraph = f"participants.{number}", above + participant.paragraph
        for sentence in _about_person(participant, is_between_parties=is_between_parties):
            doubts.append(Doubt(sentence, {"name": participant.name}, about, paragraph))
    return doubts


def _about_opening(opening: Opening, body: list[str]) -> list[Doubt]:
    doubts = _about_dateline(opening, opening.dateline) if opening.dateline else [_without_dateline(opening, body)]
    if opening.headline is None:
        doubts.append(Doubt(_("No headline was found."), about="title"))
    elif opening.headline == opening.spare:
        sentence = _("“%(words)s” serves as both the kind and the headline.")
        doubts.append(Doubt(sentence, {"words": opening.headline}, "title", opening.place_of("kind")))
    if not body:
        doubts.append(Doubt(_("The text has no body."), about="source"))
    return doubts


def _without_dateline(opening: Opening, body: list[str]) -> Doubt:
    dates = find_dates(body[0][:1000]) if body else []
    if not dates:
        return Doubt(_("No dateline was found."), about="date")
    words = body[0][dates[0].start : dates[0].end]
    sentence = _("No dateline was found. The first paragraph speaks of “%(words)s”.")
    return Doubt(sentence, {"words": words}, "date", len(opening.taken))


def _about_dateline(opening: Opening, dateline: Dateline) -> list[Doubt]:
    doubts: list[Doubt] = []
    words, place, day = opening.dateline_text.strip(), opening.place_of("dateline"), dateline.found.day
    if not dateline.found.weekday_fits:
        sentence = _("“%(words)s”: %(date)s was a %(weekday)s.")
        facts: dict[str, str | Doubt] = {
            "words": words,
            "date": day.isoformat(),
            "weekday": Doubt(_DAYS[day.weekday()]),
        }
        doubts.append(Doubt(sentence, facts, "date", place))
    if dateline.place is None:
        doubts.append(Doubt(_("“%(words)s” names no place."), {"words": words}, "place", place))
    if opening.other_datelines:
        sentence = _("“%(words)s” is taken for the dateline; the opening also has %(others)s.")
        others = ", ".join(f"“{line}”" for line in opening.other_datelines)
        doubts.append(Doubt(sentence, {"words": words, "others": others}, "date", place))
    return doubts


def _about_person(participant: ParsedParticipant, *, is_between_parties: bool) -> list[str]:
    """Sentences in which %(name)s is the person's."""
    sentences: list[str] = []
    name = participant.name
    if " " not in name:
        sentences.append(_("“%(name)s” is named by one word only."))
    if name.split()[-1].lower() in {"de", "del", "la", "von", "van", "y"}:
        sentences.append(_("The name “%(name)s” seems cut."))
    if participant.title is None:
        sentences.append(_("“%(name)s” is named without a post."))
    if participant.side is None and is_between_parties and participant.relation != MENTIONED:
        sentences.append(_("The text does not say clearly for which side “%(name)s” took part."))
    return sentences
