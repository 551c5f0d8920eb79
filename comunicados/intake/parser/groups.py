"""Namings that stand together in a sentence, with the words before and after them."""

from dataclasses import dataclass

from comunicados.intake.parser.cues import MENTIONED, NEAR, ON_BEHALF, told_after
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.tokens import Passage, fold, words
from comunicados.intake.parser.vocabulary import AND, ARTICLES

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


def groups_of(mentions: list[Mention]) -> list[Group]:
    """The groups of one sentence."""
    lists: list[list[Mention]] = []
    for mention in mentions:
        if lists and not mention.is_inner and _adjoin(lists[-1][-1], mention):
            lists[-1].append(mention)
        else:
            lists.append([mention])
    lists = [part for members in lists for part in _apart(members)]
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


def _apart(members: list[Mention]) -> list[list[Mention]]:
    """The last one alone, if a semicolon is before and it is told to be absent: that holds for no other."""
    last, first = members[-1], members[0]
    tokens = last.passage.tokens
    said = fold(first.passage.text[max(0, tokens[first.start].start - NEAR) : tokens[first.start].start])
    if len(members) > 1 and ON_BEHALF.search(said) and _is_parted(first, members[1]):
        return [[first], *_apart(members[1:])]  # "representing X; and Y"
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
