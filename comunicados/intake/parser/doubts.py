"""What a person at the desk should look at, as English sentences that name the words in question."""

import re

from comunicados.intake.parsed import ParsedParticipant
from comunicados.intake.parser.cues import MENTIONED
from comunicados.intake.parser.dateline import Dateline, find_dates
from comunicados.intake.parser.opening import Opening
from comunicados.intake.parser.tokens import fold
from comunicados.intake.parser.vocabulary import ERRATA

_CORRECTS = re.compile(r"\bdonde dice\b|\bwhere it reads\b")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find_doubts(
    opening: Opening, body: list[str], participants: tuple[ParsedParticipant, ...], is_between_parties: bool
) -> list[str]:
    """The doubts about the opening first, then those about each person in the order of the text."""
    doubts = _about_opening(opening, body)
    for participant in participants:
        doubts += _about_person(participant, is_between_parties)
    return doubts


def _about_opening(opening: Opening, body: list[str]) -> list[str]:
    doubts: list[str] = []
    if opening.dateline is None:
        dates = find_dates(body[0][:1000]) if body else []
        hint = f" The first paragraph speaks of “{body[0][dates[0].start : dates[0].end]}”." if dates else ""
        doubts.append(f"No dateline was found.{hint}")
    else:
        doubts += _about_dateline(opening, opening.dateline)
    if opening.headline is None:
        doubts.append("No headline was found.")
    elif opening.headline == opening.spare:
        doubts.append(f"“{opening.headline}” serves as both the kind and the headline.")
    if not body:
        doubts.append("The text has no body.")
    above = fold(f"{opening.kind_line} {opening.headline or ''}")
    if any(word in above for word in ERRATA) or (body and _CORRECTS.search(fold(body[0][:600]))):
        doubts.append("The text looks like an erratum or correction of another one.")
    return doubts


def _about_dateline(opening: Opening, dateline: Dateline) -> list[str]:
    doubts: list[str] = []
    words = opening.dateline_text.strip()
    if not dateline.found.weekday_fits:
        doubts.append(f"“{words}”: {dateline.found.day.isoformat()} was a {_DAYS[dateline.found.day.weekday()]}.")
    if dateline.place is None:
        doubts.append(f"“{words}” names no place.")
    others = [f"“{line}”" for line in opening.other_datelines]
    if others:
        doubts.append(f"“{words}” is taken for the dateline; the opening also has {', '.join(others)}.")
    return doubts


def _about_person(participant: ParsedParticipant, is_between_parties: bool) -> list[str]:
    doubts: list[str] = []
    name = participant.name
    if " " not in name:
        doubts.append(f"“{name}” is named by one word only.")
    if name.split()[-1].lower() in {"de", "del", "la", "von", "van", "y"}:
        doubts.append(f"The name “{name}” seems cut.")
    if participant.title is None:
        doubts.append(f"“{name}” is named without a post.")
    if participant.side is None and is_between_parties and participant.relation != MENTIONED:
        doubts.append(f"The text does not say clearly for which side “{name}” took part.")
    return doubts
