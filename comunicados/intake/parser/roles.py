"""What each person did, and for whom: read from the words around the namings of a sentence."""

import re
from itertools import groupby, pairwise

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.cues import (
    ACCOMPANIED,
    ACCOMPANIED_WHOM,
    HEAD,
    LED_BY,
    MEMBER,
    MENTIONED,
    ON_BEHALF,
    REPRESENTED,
    told_after,
    told_before,
)
from comunicados.intake.parser.groups import Group, acts_for_state, groups_of
from comunicados.intake.parser.mentions import Mention, side_of_title
from comunicados.intake.parser.sides import SideReader

# "…, y más tarde con", "and then with": what was said before the last one is said again.
_AGAIN = re.compile(
    r"^[\s,;]*(?:(?:y|e|and|asi como|as well as|ademas|tambien|also|then|later|luego|mas tarde|posteriormente)"
    r"[\s,]+){1,3}"
    r"(?:con|with|por|by|del?|al?|to)\b[^;:.,]{0,24}$"
)
_PARTED = re.compile(r"^.{0,2};|;\s?(?:(?:y|e|and)\s?)?(?:(?:el|la|the)\s?)?$")
# "and, for Ireland, X": the list goes on with those of another State.
_FOR_STATE = re.compile(
    r"^[\s,;]*(?:(?:y|e|and|asi como|as well as)[\s,]+)?"
    r"(?:por|for)\s(?:(?:el|la|the)\s)?\w[^,;:]{1,40},\s?(?:el|la|the)?\s?$"
)
# What is done with somebody: "se reunió con", "met", "recibió a"; not "reunión entre", "visita de".
_OBJECT = re.compile(
    r"^(?:recib|reun|encuentr|entrevist|convers|dialog|audienc|llam|visito|visita de cortesia al?\b|"
    r"visita protocolar|receiv|host|welcom|met\b|meet|to meet|will meet|call|spoke|talk|discuss|telephone|paid|hold|"
    r"held)"
)
_NO_OBJECT = re.compile(r"\b(?:entre|between)\b|^(?:reunion|meeting|call|visita oficial) (?:del?|of)\b")


def assign(mentions: list[Mention], atlas: Atlas) -> None:
    """Gives each naming its relation and, where the words around tell, its side."""
    sides = SideReader(atlas)
    for mention in mentions:
        mention.side = mention.side or side_of_title(mention, atlas)
    for _, namings in groupby(mentions, key=lambda mention: (mention.passage.number, mention.sentence)):
        same = list(namings)
        _pair(same, atlas)
        groups, previous = groups_of(same, atlas), None
        for at, group in enumerate(groups):
            cue = _relate(group, previous, _last_listed(groups[max(at - 2, 0) : at]), atlas)
            sides.tell(group, previous, cue=cue)
            previous = group
        sides.remember(groups)


def _pair(mentions: list[Mention], atlas: Atlas) -> None:
    """ "Japan's Foreign Minister X and Minister of Defence Y": a second post without an article is of that State."""
    owned: Mention | None = None  # the last one of whose State a list is
    for first, second in pairwise(mentions):
        tokens = second.passage.tokens
        gap = [token.low for token in tokens[first.end : second.start]]
        if not (gap and first.side and first.title and second.title) or second.title[0] != second.start:
            continue
        at = first.title[0]
        is_owned = first is owned or (at > 0 and tokens[at - 1].low == "'s")
        is_list = gap == ["and"] or (is_owned and gap in ([","], [",", "and"]))
        if not is_list or second.side is not None:
            continue
        is_led = first.title[1] <= first.name[0] and (atlas.state_at(tokens, at) or atlas.adjective_at(tokens, at))
        if is_owned or is_led:
            second.side, owned = first.side, second if is_owned else None


def _relate(group: Group, previous: Group | None, listed: str | None, atlas: Atlas) -> int | None:
    """Gives a group its relation; returns where the words before it tell it, None when those after do."""
    relation, cue = told_before(group.before)
    after = told_after(group.after)
    place = None if relation is None else cue
    is_behalf = relation == MENTIONED and ON_BEHALF.search(group.before) is not None
    if is_behalf and acts_for_state(group.passage, group.begin, group.members[0].start, atlas):
        relation = told_before(group.before[:cue])[0] or after or MEMBER  # "Participaron en representación de Chile"
    if after == MENTIONED:
        relation = MENTIONED
    elif relation is None and previous and _goes_on(group, previous):
        relation = MEMBER if ACCOMPANIED.search(previous.before) else listed
    if relation is None and after is None and previous and _FOR_STATE.match(group.before):
        relation = listed
    if relation == REPRESENTED:
        relation = _of_representative(group, previous)
    told = group.before[cue:]
    is_object = place is not None and bool(_OBJECT.match(told)) and not _NO_OBJECT.search(told)
    leads_alone = (  # "participaron miembros de la embajada, encabezados por A; B; C"
        relation == HEAD
        and len(group.members) > 2
        and LED_BY.search(group.before)
        and told_before(group.before[:cue])[0] == MEMBER
    )
    for mention in group.members:
        if leads_alone and mention is not group.members[0] and not mention.is_shared:
            relation = MEMBER
        if relation == MENTIONED and mention is not group.members[0] and after not in (None, MENTIONED):
            relation = after  # "A invitación de X, Y realizó…": the cue is for the first alone
        mention.is_object = is_object
        mention.relation = MENTIONED if mention.is_inner else relation or after or _of_former(mention)
    return place


def _of_representative(group: Group, previous: Group | None) -> str:
    """Who alone represents a State leads; who stands in for a person does not, and acts for the same side."""
    if previous and previous.members[-1].relation == MENTIONED:
        for mention in group.members:
            mention.like = previous.members[-1]
        return MEMBER
    return HEAD if len(group.members) == 1 else MEMBER


def _last_listed(before: list[Group]) -> str | None:
    """What those did before in the list, but for whoever is only represented in it ("…, representing X; and Y")."""
    if len(before) > 1 and ON_BEHALF.search(before[-1].before):
        before = before[:-1]
    return before[-1].members[-1].relation if before else None


def _of_former(mention: Mention) -> str | None:
    return MENTIONED if mention.is_former else None


def _goes_on(group: Group, previous: Group) -> bool:
    """Whether a list is only interrupted: by a semicolon, or by whom "acompañaron a" names before it."""
    if ACCOMPANIED_WHOM.search(previous.before):
        return not group.before.strip(" ,;:elas")
    if _AGAIN.match(group.before) and told_after(group.after) != MENTIONED:
        return True
    return bool(_PARTED.search(group.before)) and told_after(group.after) is None
