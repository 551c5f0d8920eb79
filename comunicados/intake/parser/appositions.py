"""The post that follows a name: "X, secretario de Estado", "X (Director General)"."""

from dataclasses import replace

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.courtesies import is_grade
from comunicados.intake.parser.holders import is_verb
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.names import begins_a_post
from comunicados.intake.parser.organizations import SENT, institution_end
from comunicados.intake.parser.posts import Post, find_noun, read_post
from comunicados.intake.parser.tokens import Token, words
from comunicados.intake.parser.topics import HOUSES, INSTITUTIONS, UNITS, is_subject
from comunicados.intake.parser.vocabulary import ARTICLES, BARE_POSTS, COURTESIES, FUNCTION, POST_NOMINALS, RANKS

_NEXT = words("next new current first incoming outgoing inaugural resident")
_APPOINTED = words(
    "appointed named nominated confirmed designado designada nombrado nombrada propuesto propuesta ratificado "
    "ratificada "
    "confirmado confirmada serve"
)
_TAKES_OFFICE = words(
    "presented presents assumed assumes joined took sworn serves serving presento presenta asumio juro "
    "tomo fungio funge fungira designated will"
)
_AS = frozenset(["as", "como"])
ASIDE = 14  # tokens between a name and what is told of it
_BEFORE_APPOINTED = words("has have been was will be is as ha sido fue sera como the el la")
LISTED = 30  # tokens of the longest post in a list
_BEHALF = frozenset(["representacion", "nombre", "behalf"])
_AGENTS = frozenset(["por", "by"])
HOUSE = 7  # tokens of an English house without "of"
_SIGNS = frozenset(",(–—-:―−")
_OF = frozenset(["of", "for", "de", "del"])
_INTRODUCTION = words(
    "en su calidad de como in his her their the capacity of as actual current nuevo nueva new "
    "next incoming outgoing inaugural quien es actualmente currently hasta ahora presently"
)


def add_apposition(mention: Mention, atlas: Atlas, *, posts_come_first: bool) -> Mention:
    """Gives a naming the post that follows it, and moves its end there.

    Where the people before were named after their posts, "X, el ministro de Salud, Y" is two people.
    """
    tokens, stop = mention.passage.tokens, mention.sentence[1]
    mention.end = _past_nominals(tokens, mention.end, stop)
    if mention.title is None and _take_appointment(mention, atlas):
        return mention
    mark = _mark_of(mention)
    if mark is None:
        return mention
    at = _past_introduction(tokens, mark + 1, stop, atlas)
    noun = find_noun(tokens, at, stop, atlas) if at < stop else None
    if noun is None:
        end = mention.end
        take_state(mention, atlas)
        if mention.end == end:
            _take_listed(mention)
        return mention
    post = read_post(tokens, noun, at, stop, atlas)
    if post.holder is not None and _is_last_word(tokens, post, stop):
        post = replace(post, end=post.holder + 1, holder=None)  # "coordinador de Países Nórdicos"
    is_definite = tokens[mark].text == "," and tokens[mark + 1].low in {"el", "la"}
    posts_come_first = (posts_come_first and at > mark + 1) or is_definite
    if mention.title is not None and post.holder is None and tokens[mark + 1].low in _AS:
        mention.end = post.end  # "el viceministro X, como coordinador nacional, y la directora Y"
        return mention
    if not _is_anothers(post, mention, tokens, posts_come_first=posts_come_first):
        _give(mention, post, tokens[noun].low, atlas)
        if tokens[mark].text == "(" and mention.end < stop and tokens[mention.end].text == ")":
            mention.end += 1
    return mention


def _mark_of(mention: Mention) -> int | None:
    """The comma, dash, parenthesis or "as" after a naming, after which its post may stand."""
    tokens, mark = mention.passage.tokens, mention.end
    if mention.title is None and mark < mention.sentence[1] and begins_a_post(tokens, mark):
        return mark - 1  # "Mr. Kenji Mori Senior Deputy Minister"
    if mark + 1 >= mention.sentence[1] or not (tokens[mark].text in _SIGNS or tokens[mark].low in _AS):
        return None
    is_agent = mention.start > mention.sentence[0] and tokens[mention.start - 1].low in _AGENTS
    return None if is_agent and tokens[mark].low in _AS else mark  # "propuesta por X como embajadora": not X's post


def _give(mention: Mention, post: Post, noun: str, atlas: Atlas) -> None:
    if mention.title is not None:
        mention.rank = mention.title
    mention.title, mention.noun, mention.end, mention.is_bare = (post.start, post.end), noun, post.end, False
    mention.side = possessor(mention.passage.tokens, post.start, mention.sentence[0], atlas) or mention.side
    _take_house(mention, atlas)
    _take_listed_state(mention, atlas)


def _take_appointment(mention: Mention, atlas: Atlas) -> bool:
    """Gives the post of "X has been appointed as Ambassador to Y", "X presented his credentials as Ambassador"."""
    tokens, stop = mention.passage.tokens, mention.sentence[1]
    at = _past_aside(tokens, mention.end, stop)
    start, limit = at, min(at + 6, stop)
    while at < limit and tokens[at].low in _APPOINTED | _BEFORE_APPOINTED:
        at += 1
    is_told = any(token.low in _APPOINTED for token in tokens[start:at])
    if is_told and at < stop and tokens[at].low in {"por", "by"}:
        at = _past_as(tokens, at, stop)  # "fue propuesta por el presidente como embajadora"
    elif not is_told and at < stop and tokens[at].low in _TAKES_OFFICE:
        start, at = at, _past_as(tokens, at, stop)
        is_told = at > start
    if not is_told:
        return False
    at = _past_introduction(tokens, at, stop, atlas)
    noun = find_noun(tokens, at, stop, atlas) if at < stop else None
    if noun is None:
        return False
    post = read_post(tokens, noun, at, stop, atlas)
    if post.holder is not None:
        return False
    mention.title, mention.noun, mention.is_bare = (post.start, post.end), tokens[noun].low, False
    mention.side = mention.side or possessor(tokens, post.start, mention.sentence[0], atlas)
    return True


def _past_aside(tokens: list[Token], at: int, stop: int) -> int:
    """Past ", doctor en Historia," before the verb; the same place when no comma closes it."""
    if at >= stop or tokens[at].text != ",":
        return at
    return next((place + 1 for place in range(at + 1, min(at + ASIDE, stop)) if tokens[place].text == ","), at)


def _past_as(tokens: list[Token], at: int, stop: int) -> int:
    """Past the "as" that is not far; the same place when there is none."""
    return next((place + 1 for place in range(at, min(at + ASIDE, stop)) if tokens[place].low in _AS), at)


def _is_last_word(tokens: list[Token], post: Post, stop: int) -> bool:
    """Whether what seems the holder of a post after a name is one word more of that post, as no name follows it."""
    after = (post.holder or 0) + 1
    is_one = post.holder == post.end and tokens[post.end].low not in COURTESIES | RANKS
    return is_one and post.end - post.start > 2 and (after >= stop or tokens[after].text in ".,;)")


def _is_anothers(post: Post, mention: Mention, tokens: list[Token], *, posts_come_first: bool) -> bool:
    if post.holder is not None and tokens[post.end].text != ",":
        return True  # "A B, President C D"
    if mention.title is not None:
        is_bare = mention.noun in BARE_POSTS and mention.title[1] - mention.title[0] == 1
        is_rank = is_bare or is_grade(mention.titled_in.tokens, mention.title)
        if post.holder is None and not is_rank and not post.is_plural and _closes(tokens, post.end):
            mention.end = post.end  # "the Dean, X, High Commissioner for Fiji;": the second post of the same person
        return post.holder is not None or not is_rank
    return post.holder is not None and posts_come_first


def _closes(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and (tokens[at].text == ";" or (tokens[at].text == "," and is_verb(tokens[at + 1])))


def possessor(tokens: list[Token], start: int, floor: int, atlas: Atlas) -> str | None:
    """The State of "Canada's Foreign Minister", before the post."""
    while start - 1 > floor and tokens[start - 1].low in _NEXT:
        start -= 1
    if start <= floor or tokens[start - 1].low != "'s":
        return None
    for first in range(start - 2, max(start - 6, floor - 1), -1):
        found = atlas.state_at(tokens, first)
        if found and first + found[0] == start - 1:
            return found[1]
    return None


def _past_nominals(tokens: list[Token], at: int, stop: int) -> int:
    """Past ", KCMG, PhD"."""
    while at < stop:
        word = at + (tokens[at].text == ",")
        if word < stop and word > at and tokens[word].is_initial and len(tokens[word].text) > 4:
            at = word + 1  # ", C.G.H."
            continue
        is_order = (
            word < stop and tokens[word].is_acronym and not any(vowel in tokens[word].low for vowel in "aeiouy")
        )
        if word >= stop or not (is_order or tokens[word].low.replace(".", "") in POST_NOMINALS):
            break
        if not (tokens[word].text.replace(".", "").isupper() or tokens[word].low.replace(".", "") == "phd"):
            break
        at = word + 1
    return at


def _past_introduction(tokens: list[Token], at: int, stop: int, atlas: Atlas) -> int:
    limit = min(at + 7, stop)
    while (at < limit and not is_verb(tokens[at])) or (at < limit and tokens[at].low == "quien"):
        token = tokens[at]
        is_owner = token.low == "'s" or (token.is_capital and at + 1 < limit and tokens[at + 1].low == "'s")
        state = atlas.state_at(tokens, at)
        if state and at + state[0] < limit and tokens[at + state[0]].low == "'s":
            at += state[0]  # "the United Kingdom's"
        elif not (token.low in _INTRODUCTION or token.low in ARTICLES or is_owner):
            break
        at += 1
    return at


def take_state(mention: Mention, atlas: Atlas) -> None:
    """ "X, of Canada,", "X, de la República de Chile", "X, en representación de Uruguay"."""
    tokens, at, stop = mention.passage.tokens, mention.end + 1, mention.sentence[1]
    if (
        at + 3 < stop
        and tokens[at].low in {"en", "on"}
        and tokens[at + 1].low in {"representacion", "nombre", "behalf"}
    ):
        at += 2
    if at + 1 >= stop or tokens[at].low not in _OF | {"por"}:
        return
    found = atlas.realm_at(tokens, at + 1, stop)
    closes = found is not None and (at + 1 + found[0] >= stop or not tokens[at + 1 + found[0]].is_capital)
    if found and closes:
        mention.side, mention.end = found[1], at + 1 + found[0]


def _take_listed_state(mention: Mention, atlas: Atlas) -> None:
    """The State that closes an item: "X, ministra de Salud, Chile;"."""
    tokens, at, stop = mention.passage.tokens, mention.end + 1, mention.sentence[1]
    found = atlas.realm_at(tokens, at, stop) if at < stop and tokens[at - 1].text == "," else None
    if found is None:
        return
    end = at + found[0]
    if end == stop or tokens[end].text in {";", ".", ")", "|", ","} or tokens[end].low in {"y", "and"}:
        mention.side, mention.end = mention.side or found[1], end


def _take_listed(mention: Mention) -> None:
    """What stands between a name and the next semicolon, or to the end of an item: a post or house of any words."""
    tokens, start, end = mention.passage.tokens, mention.end + 1, mention.end + 1
    limit = min(start + LISTED, mention.sentence[1])
    while end < limit and tokens[end].text not in {";", "."}:
        end += 1
    stops = end == mention.sentence[1] or tokens[end].text in {";", "."}
    is_list = mention.passage.is_item or any(token.text == ";" for token in tokens[start : end + 1])
    inside = tokens[start:end]
    if (
        tokens[mention.end].text != ","
        or mention.title
        or not (stops and is_list and inside)
        or inside[0].low in FUNCTION - ARTICLES
    ):
        return
    if any(is_verb(token) for token in inside) or not any(is_subject(token.low) for token in inside):
        return
    if inside[0].low in INSTITUTIONS or inside[-1].low in INSTITUTIONS:
        mention.house = (start, end)
    else:
        mention.title, mention.noun = (start, end), inside[-1].low
    mention.end, mention.is_bare = end, False


def _is_english_house(tokens: list[Token], at: int, stop: int, atlas: Atlas) -> bool:
    """ "Global Affairs Canada", "Federal Foreign Office": matters, and a State or the word for a house at the end."""
    end = next((place for place in range(at, min(at + HOUSE, stop)) if tokens[place].text in ",;."), at)
    inside = tokens[at:end]
    if len(inside) < 2 or not all(token.is_capital for token in inside) or not is_subject(inside[0].low):
        return False
    closes = inside[-1].low in INSTITUTIONS - UNITS or atlas.state_at(tokens, end - 1) is not None
    return closes and all(is_subject(token.low) for token in inside[:-1])


def _is_acronym(token: Token) -> bool:
    """ "MEA", "MoFA"."""
    return token.is_acronym or (token.is_word and sum(letter.isupper() for letter in token.text) > 2)


def _take_house(mention: Mention, atlas: Atlas) -> None:
    tokens, at, stop = mention.passage.tokens, mention.end + 1, mention.sentence[1]
    if at + 1 >= stop or tokens[mention.end].text != "," or not tokens[at].is_capital:
        return
    is_house = (tokens[at].low in HOUSES and tokens[at + 1].low in _OF) or _is_english_house(tokens, at, stop, atlas)
    if is_house or (_is_acronym(tokens[at]) and tokens[at + 1].text in ",;." and not atlas.state_at(tokens, at)):
        end = next((place for place in range(at, stop) if tokens[place].text in ",;."), stop)
        whole = _is_english_house(tokens, at, stop, atlas)
        mention.house = (at, end if whole else institution_end(tokens, at, stop, atlas))
        mention.end = mention.house[1]
        if tokens[at].low in SENT and mention.side is None:
            mention.side = atlas.within(tokens, at, mention.end)
