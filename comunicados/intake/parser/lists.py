"""Lists under a heading per delegation, and signature blocks: facts in lines instead of sentences."""

import re

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.cues import HEAD, MEMBER
from comunicados.intake.parser.holders import is_verb
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.posts import find_noun, read_post
from comunicados.intake.parser.tokens import Passage, fold

_HEADING = re.compile(
    r"^(?:por|for|on behalf of|from|en representacion|en nombre|de la parte|(?:la )?delegacion|"
    r"(?:the )?(?:\w+ )?delegation|participantes?|asistentes|attend\w+|presentes?|firma\w*|signed|fdo|"
    r"integrantes|members|miembros|lista?|lado|parte)\b"
)
_SIGNED = re.compile(
    r"^(?:firm|signed|fdo|en fe|in witness|suscri)|\b(?:firman|firmaron|firmado|signed|signatories)\b"
)
_SHORT = 120  # characters of a heading or of a line of a signature


def apply_headings(mentions: list[Mention], passages: list[Passage], atlas: Atlas) -> None:
    """The side that a heading names goes to the people in the lines beneath it, who took part."""
    by_passage: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_passage.setdefault(mention.passage.number, []).append(mention)
    heading, itemized, side, relation = False, False, None, MEMBER
    for passage in passages:
        people = by_passage.get(passage.number, [])
        if _is_heading(passage, people):
            heading, side = True, _state(passage, atlas)
            signed = _SIGNED.search(fold(passage.text)) or (not passage.text.endswith(":"))
            relation, itemized = HEAD if signed else MEMBER, False
            continue
        itemized = itemized or passage.is_item
        heading = heading and _is_list_line(passage, itemized)
        if heading:
            for mention in people:
                mention.side = mention.side or side
                mention.relation = mention.relation or relation


def _is_heading(passage: Passage, people: list[Mention]) -> bool:
    if people or len(passage.text) > _SHORT:
        return False
    folded = fold(passage.text)
    return bool(passage.text.endswith(":") or _HEADING.match(folded)) and not passage.text.endswith(".")


def _is_list_line(passage: Passage, itemized: bool) -> bool:
    """Whether a list goes on: with an item, or without bullets with a line that tells nothing."""
    if passage.is_item or itemized:
        return passage.is_item
    return len(passage.text) < 2 * _SHORT and not any(is_verb(token) for token in passage.tokens)


def _state(passage: Passage, atlas: Atlas) -> str | None:
    keys = set()
    for at in range(len(passage.tokens)):
        found = atlas.state_at(passage.tokens, at)
        keys.add(found[1] if found else atlas.adjective_at(passage.tokens, at))
    keys.discard(None)
    return keys.pop() if len(keys) == 1 else None  # two States in one line head two columns


def pair_signatures(mentions: list[Mention], passages: list[Passage], atlas: Atlas) -> list[Mention]:
    """A name alone in a line and a post in the next belong together: a signature, if nothing else is said."""
    last = {mention.passage.number: mention for mention in mentions}
    for mention in mentions:
        passage = mention.passage
        is_line = mention.start <= 1 and mention.end >= len(passage.tokens) - 1 and len(passage.text) < _SHORT
        following = passages[passage.number + 1] if passage.number + 1 < len(passages) else None
        if not is_line or mention.title is not None or following is None or following.number in last:
            continue
        noun = find_noun(following.tokens, 0, len(following.tokens), atlas)
        if noun is None or len(following.text) > _SHORT:
            continue
        post = read_post(following.tokens, noun, 0, len(following.tokens), atlas)
        is_whole = post.end >= len(following.tokens) - 1 or following.tokens[post.end].text == ","
        if post.holder is None and is_whole:
            mention.post_line, mention.title, mention.noun = (
                following,
                (post.start, post.end),
                following.tokens[noun].low,
            )
            mention.is_bare, mention.relation = False, mention.relation or HEAD
    _sign_at_the_end(mentions, passages)
    return mentions


def _sign_at_the_end(mentions: list[Mention], passages: list[Passage]) -> None:
    """Names alone in their lines with which a text ends have signed it, if there are two at least."""
    alone = {mention.passage.number: mention for mention in mentions if _is_alone(mention)}
    signed = []
    for passage in reversed(passages):
        if passage.number not in alone:
            break
        signed.append(alone[passage.number])
    if len(signed) > 1:
        for mention in signed:
            mention.is_bare, mention.relation = False, mention.relation or HEAD


def _is_alone(mention: Mention) -> bool:
    passage = mention.passage
    return not passage.is_item and mention.start == 0 and mention.name[1] >= len(passage.tokens) - 1
