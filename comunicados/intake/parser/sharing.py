"""One post of several people: "los cancilleres de Chile y Perú, A y B", "A y B, representantes de la División"."""

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.holders import is_plural, is_post
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.posts import Post
from comunicados.intake.parser.tokens import Span, Token
from comunicados.intake.parser.vocabulary import AND

_OF = frozenset(["de", "del", "of", "for"])
SEATED = frozenset(["en", "in", "ante", "to", "at"])  # lead to where somebody is sent: "en Toronto"
LISTED = 8  # names that may stand before the one post of all


def share_back(mention: Mention, found: list[Mention], atlas: Atlas) -> None:
    """Gives the plural post that follows the last of several names to those before it as well."""
    title, after, tokens = mention.title, mention, mention.passage.tokens
    if (
        title is None
        or title[0] < mention.name[1]
        or not any(is_plural(token) for token in tokens[slice(*title)][:2])
    ):
        return
    holders = [mention]
    for before in found[:-LISTED:-1]:
        gap = tokens[before.end : after.start]
        if before.sentence != mention.sentence or before.title or not gap:
            break
        if not all(token.text == "," or token.low in AND for token in gap):
            break
        before.title, before.noun, before.is_bare, before.is_shared = title, mention.noun, False, True
        mention.is_shared, after = True, before
        holders.append(before)
    part_states(tokens, title, holders[::-1], atlas)


def part_states(tokens: list[Token], title: Span, holders: list[Mention], atlas: Atlas) -> None:
    """ "the foreign ministers of Russia and Belarus, X and Y": each has one of the States, in their order."""
    found = (atlas.state_at(tokens, at) for at in range(*title))
    states = list(dict.fromkeys(state[1] for state in found if state))
    if len(states) > 1 and len(states) == len(holders):
        for mention, state in zip(holders, states, strict=True):
            mention.side = state


def common_part(tokens: list[Token], post: Post, link: str, atlas: Atlas, *, is_state: bool) -> Span:
    """What a shared title says of all: without the first one's State or seat, or else its noun alone."""
    if link in SEATED:
        seat = next((at for at in range(post.start + 1, post.end) if tokens[at].low == link), None)
        if seat is not None:
            return post.start, seat
    if is_state:
        for at in range(post.end - 1, post.start, -1):
            if tokens[at].low in _OF and atlas.within(tokens, at, post.end):
                return post.start, at
    return post.start, next((at + 1 for at in range(post.start, post.end) if is_post(tokens[at])), post.end)
