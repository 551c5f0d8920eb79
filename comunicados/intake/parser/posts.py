"""Where the title of a post begins and ends, and where the name of its holder follows."""

from dataclasses import dataclass

from comunicados.intake.parser import places
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.holders import LINKS, is_plural, is_post, is_verb
from comunicados.intake.parser.titles import TitleWalk
from comunicados.intake.parser.tokens import Token
from comunicados.intake.parser.topics import is_subject
from comunicados.intake.parser.vocabulary import (
    AND,
    ARTICLES,
    BEFORE_POST,
    COURTESIES,
    FORMER,
    FUNCTION,
)

_AFFAIRS = frozenset(["affairs", "issues", "matters"])


@dataclass(frozen=True, slots=True)
class Post:
    """The tokens of a title, and where its holder's name (with courtesies) begins, if one follows."""

    start: int
    end: int
    is_plural: bool
    holder: int | None
    inner: int | None  # a post within the title whose holder is named there: "adviser to President X"


def read_post(tokens: list[Token], noun: int, floor: int, stop: int, atlas: Atlas) -> Post:
    """The post whose noun stands here; it may begin earlier ("Deputy Foreign …"), not before `floor`."""
    walk = TitleWalk(tokens, noun + 1, stop, atlas)
    start = _left_end(tokens, noun, floor, atlas)
    return Post(start, _trim(tokens, noun, walk.at), is_plural(tokens[noun]), walk.holder, walk.inner)


def read_complement(tokens: list[Token], at: int, stop: int, atlas: Atlas) -> Post:
    """What a shared plural takes for its next holder: "(los ministros de Economía, X, y) de Salud, Y"."""
    walk = TitleWalk(tokens, at, stop, atlas)
    return Post(at, _trim(tokens, at, walk.at), False, walk.holder, walk.inner)


def find_noun(tokens: list[Token], at: int, stop: int, atlas: Atlas) -> int | None:
    """The noun of a post that begins exactly here, within the words that may stand before it."""
    for noun in range(at, min(at + 9, stop)):
        if is_post(tokens[noun]) and not _stands_before_noun(tokens, noun, stop):
            return noun if _left_end(tokens, noun, at, atlas) == at else None
        if not tokens[noun].is_word or is_verb(tokens[noun]):
            return None
    return None


def _stands_before_noun(tokens: list[Token], at: int, stop: int) -> bool:
    """ "Deputy" before "Minister"."""
    return at + 1 < stop and is_post(tokens[at + 1]) and tokens[at].low in BEFORE_POST


def _left_end(tokens: list[Token], noun: int, floor: int, atlas: Atlas) -> int:
    start = noun
    while start > floor:
        step = _step_left(tokens, start, noun, floor, atlas)
        if not step:
            break
        start -= step
    return _whole(tokens, start, noun, floor)


def _whole(tokens: list[Token], start: int, noun: int, floor: int) -> int:
    """Without the end of another post: "Central Committee and" in "Member of the Central Committee and Minister"."""
    ands = [at for at in range(start, noun) if tokens[at].low in AND]
    is_cut = start > floor and (tokens[start - 1].low in LINKS or _is_capital_word(tokens[start - 1]))
    return ands[-1] + 1 if ands and is_cut else start


def _is_capital_word(token: Token) -> bool:
    return token.is_capital and token.low not in FUNCTION


def _step_left(tokens: list[Token], start: int, noun: int, floor: int, atlas: Atlas) -> int:
    """How many tokens before a post still belong to it."""
    token = tokens[start - 1]
    if token.text == "/" and start - 2 >= floor and is_post(tokens[start - 2]) and tokens[start - 2].is_capital:
        return 2  # "High Representative/Vice-President"
    if token.text == ")" and start - 4 >= floor and tokens[start - 3].text == "(" and tokens[start - 2].is_acronym:
        before = _state_left(tokens, start - 3, floor, atlas)
        return before + 3 if before else 0  # "Republic of Korea (ROK) Foreign Minister"
    if not token.is_word or token.low == "'s":
        return 0
    if state := _state_left(tokens, start, floor, atlas):
        return state
    if token.low in BEFORE_POST or token.low in FORMER or _is_capital_subject(token):
        return 1
    if token.is_capital and places.of_adjective(token.low) is not None:
        return 1
    if _is_matter_of_affairs(tokens, start, floor):
        return 1
    if token.is_acronym and 2 < len(token.text) < 6 and not tokens[start].is_acronym and tokens[start].is_capital:
        return int(token.low not in FUNCTION)  # "DFA Secretary"
    if start - 2 >= floor and places.of_adjective(f"{tokens[start - 2].low} {token.low}") is not None:
        return 2  # "Sri Lankan"
    if token.low in AND and start < noun and start - 1 > floor and _is_capital_subject(tokens[start - 2]):
        return 2
    return 0


def _is_matter_of_affairs(tokens: list[Token], start: int, floor: int) -> bool:
    """ "Diaspora" in "Diaspora Affairs Principal Secretary"."""
    token, before = tokens[start - 1], tokens[start - 2] if start - 2 >= floor else None
    is_alone = before is None or not before.is_capital or is_post(before)
    return tokens[start].low in _AFFAIRS and token.is_capital and token.low not in FUNCTION and is_alone


def _state_left(tokens: list[Token], start: int, floor: int, atlas: Atlas) -> int:
    """How many tokens the State takes that ends before a place, "of America" with it."""
    more = 2 if [token.low for token in tokens[max(floor, start - 2) : start]] == ["of", "america"] else 0
    for length in (4, 3, 2, 1):
        at = start - more - length
        found = atlas.state_at(tokens, at) if at >= floor else None
        if found and found[0] == length:
            return length + more
    return 0


def _is_capital_subject(token: Token) -> bool:
    return token.is_capital and token.low not in FUNCTION | COURTESIES and is_subject(token.low)


def _trim(tokens: list[Token], noun: int, end: int) -> int:
    while end > noun + 1 and (tokens[end - 1].text == "," or tokens[end - 1].low in LINKS | ARTICLES | AND):
        end -= 1
    return end
