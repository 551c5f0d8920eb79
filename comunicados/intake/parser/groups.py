"""Namings that stand together in a sentence, with the words before and after them."""

from dataclasses import dataclass

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.cues import MENTIONED, NEAR, ON_BEHALF, told_after
from comunicados.intake.parser.holders import is_post
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.tokens import Passage, fold, words
from comunicados.intake.parser.vocabulary import AND, ARTICLES

_BEHALF = words("representacion parte nombre behalf representing name")
ABSENCE = 12  # tokens in which an absence is told
REACH = 240  # characters looked at around a naming
_AGAIN = words("con with a entre between")  # before each of a list: "con X y con Y"
_LINKING = AND | words("asi como as well tambien also por by del de igual que al")


@dataclass(slots=True)
class Group:
    """Namings with nothing but commas and "and" between them; what is said of one goes for all."""

    members: list[Mention]
    begin: int  # the token after the group before, or the first of the sentence
    before: str  # folded text from there to the first naming
    after: str  # folded text up to the next naming

    @property
    def passage(self) -> Passage:
        return self.members[0].passage


def acts_for_state(passage: Passage, begin: int, start: int, atlas: Atlas) -> bool:
    """Whether "en representación de Chile" stands before somebody: not in the place of another person."""
    cue = next(
        (at for at in range(start - 1, max(begin, start - 24) - 1, -1) if passage.tokens[at].low in _BEHALF), None
    )
    for at in range(start if cue is None else cue + 1, start):
        if is_post(passage.tokens[at]):
            return False
        if atlas.state_at(passage.tokens, at) or atlas.adjective_at(passage.tokens, at):
            return True
    return False


def groups_of(mentions: list[Mention], atlas: Atlas) -> list[Group]:
    """The groups of one sentence."""
    lists: list[list[Mention]] = []
    for mention in mentions:
        if lists and not mention.is_inner and _adjoin(lists[-1][-1], mention):
            lists[-1].append(mention)
        else:
            lists.append([mention])
    lists = [part for members in lists for part in _apart(members, atlas)]
    groups = []
    for index, members in enumerate(lists):
        for member in members:
            member.group = index
        passage, sentence = members[0].passage, members[0].sentence
        begin = lists[index - 1][-1].end if index else sentence[0]
        stop = lists[index + 1][0].start if index + 1 < len(lists) else sentence[1]
        before = fold(passage.cut(begin, members[0].start))[-REACH:]
        groups.append(Group(members, begin, before, fold(passage.cut(members[-1].end, stop))[:REACH]))
    return groups


def _apart(members: list[Mention], atlas: Atlas) -> list[list[Mention]]:
    """The last one alone, if a semicolon is before and it is told to be absent: that holds for no other."""
    last, first = members[-1], members[0]
    tokens = last.passage.tokens
    said = fold(first.passage.text[max(0, tokens[first.start].start - NEAR) : tokens[first.start].start])
    is_behalf = ON_BEHALF.search(said) and not acts_for_state(first.passage, first.sentence[0], first.start, atlas)
    if len(members) > 1 and is_behalf and _is_parted(first, members[1]):
        return [[first], *_apart(members[1:], atlas)]  # "representing X; and Y"
    if len(members) < 2 or not _is_parted(members[-2], last):
        return [members]
    after = fold(last.passage.cut(last.end, min(last.sentence[1], last.end + ABSENCE)))
    return [members[:-1], [last]] if told_after(after) == MENTIONED else [members]


def _is_parted(first: Mention, second: Mention) -> bool:
    return any(token.text == ";" for token in first.passage.tokens[first.end : second.start])


def _adjoin(first: Mention, second: Mention) -> bool:
    between = first.passage.tokens[first.end : second.start]
    goes_on = any(token.text in ",;" or token.low in AND for token in between)
    linking = _LINKING | _AGAIN | ARTICLES if goes_on else _LINKING | ARTICLES
    return any(token.text in ",;" or token.low in _LINKING for token in between) and all(
        token.text in ",;" or token.low in linking for token in between
    )
