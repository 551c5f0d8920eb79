"""What a text is for: a communiqué, the correction of another one, or a list of appointments."""

import re

from comunicados.intake.parser.above import Opening
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.cues import MENTIONED
from comunicados.intake.parser.finder import find_mentions
from comunicados.intake.parser.holders import is_verb
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.roles import assign
from comunicados.intake.parser.tokens import Passage, fold, tokenize
from comunicados.intake.parser.topics import EVENTS
from comunicados.intake.parser.vocabulary import ERRATA, FUNCTION, HEADLINE_VERBS, VERBS

COMMUNIQUE, ERRATUM, APPOINTMENTS = "communique", "erratum", "appointments"
_CORRECTS = re.compile(
    r"\bdonde (?:dice|decia)\b|\bwhere it (?:reads|says)\b|\bdebe decir\b|\bshould read\b|\blease\b:?"
)
_WRONG = re.compile(
    r"\b(?:donde (?:dice|decia)|dice|where it (?:reads|says)|for|instead of|en lugar de|en vez de)\b"
    r"(?P<wrong>[^\n]{1,300}?)\b(?:debe decir|debera decir|debe leerse|lease|se lee|should read|read|please read)\b"
)
_APPOINTS = re.compile(r"\b(?:nombramientos?|designaci\w+|nombra|designa|appoint\w*)\b")
_APPOINTED = re.compile(r"\b(?:nombr\w+|design\w+|appoint\w+|ascend\w+|promot\w+)\b")
_WORD = re.compile(r"[^\W\d_]+")
SEVERAL = 2  # people in items or in one sentence


def form_of(opening: Opening, passages: list[Passage], mentions: list[Mention]) -> str:
    above = fold(f"{opening.kind_line} {opening.headline or ''}")
    beginning = fold(passages[0].text[:600]) if passages else ""
    if any(word in above for word in ERRATA) or _CORRECTS.search(beginning):
        return ERRATUM
    itemized = sum(mention.passage.is_item for mention in mentions)
    told = _APPOINTS.search(above) or (_APPOINTED.search(beginning) and itemized >= SEVERAL)
    took_part = sum(mention.relation not in (None, MENTIONED) and not _is_listed(mention) for mention in mentions)
    is_list = len(mentions) >= SEVERAL and took_part * 2 <= len(mentions) + itemized
    return APPOINTMENTS if told and is_list else COMMUNIQUE


def settle(form: str, mentions: list[Mention]) -> list[Mention]:
    """The namings that count: a name that an erratum takes back is nobody, and who is appointed took no part yet."""
    if form == ERRATUM:
        return [mention for mention in mentions if not _is_wrong(mention)]
    if form == APPOINTMENTS:
        for mention in mentions:
            if _is_listed(mention):
                mention.relation = MENTIONED
    return mentions


def _is_listed(mention: Mention) -> bool:
    """Whether a naming is an item of a list, or stands in lines in which nobody does anything."""
    passage = mention.passage
    return passage.is_item or not any(is_verb(token) for token in passage.tokens)


def _is_wrong(mention: Mention) -> bool:
    passage = mention.passage
    folded = fold(passage.text)
    at = len(fold(passage.text[: passage.tokens[mention.name[0]].start]))
    return any(match.start("wrong") <= at < match.end("wrong") for match in _WRONG.finditer(folded))


def headline_mentions(opening: Opening, mentions: list[Mention], atlas: Atlas) -> list[Mention]:
    """Who is named in full in the headline alone, or there more fully than in the body."""
    place, headline = opening.place_of("headline"), opening.headline or ""
    if place is None or opening.taken[place].text != headline or headline.isupper():
        return []
    is_sentence = _is_sentence(headline)
    tokens = tokenize(headline if is_sentence else _with_small_letters(headline))
    above = [*find_mentions([Passage(headline, place - len(opening.taken), False, tokens)], atlas)]
    assign(above, atlas)
    known = {token.low for mention in mentions for token in mention.passage.tokens[slice(*mention.name)]}
    posts = {_surname(mention): _length(mention) for mention in sorted(mentions, key=_length)}
    return [
        mention
        for mention in above
        if (_adds(mention, known) or _tells_more(mention, posts)) and (is_sentence or not mention.is_bare)
    ]


def _tells_more(mention: Mention, posts: dict[str, int]) -> bool:
    """Whether a headline gives with a full name the post that a body says in one word."""
    is_full = mention.name[1] - mention.name[0] > 1
    return is_full and _length(mention) > 1 and posts.get(_surname(mention)) == 1


def _surname(mention: Mention) -> str:
    return mention.passage.tokens[mention.name[1] - 1].low


def _length(mention: Mention) -> int:
    """How many words the post has that is given with a name."""
    return mention.title[1] - mention.title[0] if mention.title else 0


def _is_sentence(headline: str) -> bool:
    words = [word for word in headline.split() if len(word) > 3]
    return sum(word[0].islower() for word in words) >= max(2, len(words) // 4)


def _with_small_letters(headline: str) -> str:
    """A headline in which every word has a capital, with verbs and the like as they stand in a sentence."""
    return _WORD.sub(lambda word: word[0].lower() if _is_plain(fold(word[0])) else word[0], headline)


def _is_plain(low: str) -> bool:
    return low in FUNCTION | VERBS | EVENTS | HEADLINE_VERBS


def _adds(mention: Mention, known: set[str]) -> bool:
    tokens = mention.passage.tokens[slice(*mention.name)]
    return len(tokens) > 1 and (tokens[-1].low not in known or tokens[0].low not in known)
