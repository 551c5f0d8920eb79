"""Which participant of a communiqué a text in its other language speaks of."""

import datetime as dt
from collections.abc import Sequence

from comunicados.intake.draft import words_of
from comunicados.intake.matching import match_all
from comunicados.intake.parsed import ParsedParticipant
from comunicados.intake.parser.tokens import fold
from comunicados.models import Participation

Words = dict[str, str]


def participants_of(
    rows: Sequence[Participation], participants: Sequence[ParsedParticipant], day: dt.date
) -> list[Words]:
    """For each row the words that the text has for it; empty where it does not name them.

    By the person of the registry, then by the name, then by the order where as many are left of both.
    """
    left = list(participants)
    matches = dict(zip(map(id, left), match_all(left, day), strict=True))
    found: list[ParsedParticipant | None] = [None] * len(rows)

    def take(number: int, participant: ParsedParticipant | None) -> None:
        if participant is not None and found[number] is None:
            found[number] = participant
            left.remove(participant)

    for number, row in enumerate(rows):
        people = [one for one in left if row.person_id and getattr(matches[id(one)].person, "pk", 0) == row.person_id]
        take(number, people[0] if people else None)
    for number, row in enumerate(rows):
        names = {fold(row.name_es), fold(row.name_en)} - {""}
        take(number, next((one for one in left if fold(one.name) in names), None))
    lonely = [number for number, one in enumerate(found) if one is None]
    if len(lonely) == len(left):
        for number, participant in zip(lonely, list(left), strict=True):
            take(number, participant)
    return [words_of(one) if one else {} for one in found]
