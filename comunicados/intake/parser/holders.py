"""Words of posts, and whether the holder's name begins at a place."""

from comunicados.intake.parser import places
from comunicados.intake.parser.actions import is_action
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.courtesies import skip_courtesies
from comunicados.intake.parser.names import name_end
from comunicados.intake.parser.tokens import Token, words
from comunicados.intake.parser.topics import EVENTS, INSTITUTIONS, UNITS, is_subject
from comunicados.intake.parser.vocabulary import AND, PLURAL_POSTS, POSTS, SHORT_POSTS

LINKS = words("de del para en ante al of for to in at on sobre")


_EITHER = POSTS | PLURAL_POSTS
_OF = words("de del of for para")
_HOUSES_OF_SECRETARIES = ("secretaría", "secretarías", "subsecretaría", "subsecretarías")


def is_post(token: Token) -> bool:
    if token.low in _EITHER:
        return token.text.lower() not in _HOUSES_OF_SECRETARIES
    if token.low in SHORT_POSTS:
        return token.text[0].isupper() and token.text[-1].isupper()
    if _without_prefix(token.low) in _EITHER:
        return True
    return "-" in token.low and any(part in _EITHER for part in token.low.split("-")[:4])


def _without_prefix(low: str) -> str:
    """ "canciller" of "exvicecanciller", "secretario" of "prosecretario"."""
    for prefix in ("ex", "vice", "sub", "pro"):
        if low not in POSTS:
            low = low.removeprefix(prefix).lstrip("-")
    return low


def is_plural(token: Token) -> bool:
    """Whether a word names several holders of a post."""
    return token.low not in POSTS and (token.low in PLURAL_POSTS or _without_prefix(token.low) in PLURAL_POSTS)


def is_verb(token: Token) -> bool:
    """Whether a small-letter word can only be what somebody does."""
    if not token.is_word or token.is_capital or is_post(token):
        return False
    return is_action(token.text)


def holder_at(
    tokens: list[Token], at: int, atlas: Atlas, *, after_comma: bool = False, complement: bool = False
) -> int | None:
    """The place itself when a holder's name, with or without courtesies, begins there."""
    if at >= len(tokens):
        return None
    name, is_titled = at, False
    if after_comma or complement or not is_subject(tokens[at].low):
        name, courtesy, rank = skip_courtesies(tokens, at)
        is_titled = courtesy[1] > courtesy[0] or rank[1] > rank[0]
    words = name_end(tokens, name, atlas) - name
    if words == 0:
        return None
    if words == 1 and not is_titled and tokens[name].low in EVENTS:
        return None  # "Official Visit"
    if words == 1 and not is_titled and places.of_capital(tokens[name].low) is not None:
        return None  # "visita oficial a Madrid"
    after = name + words
    goes_on = words == 1 and not is_titled and after + 1 < len(tokens) and tokens[after].low in _OF
    if goes_on and atlas.realm_at(tokens, after + 1, len(tokens)) is None:
        return None  # "Nuncio Apostólico de …"
    if words == 1 and not is_titled and (after_comma or (complement and _is_matter(tokens, name, atlas))):
        return None
    return at


def _is_matter(tokens: list[Token], at: int, atlas: Atlas) -> bool:
    """Whether one capital word at the end of a long post is still its matter, by what is before or goes on after."""
    after = at + 1
    if tokens[at - 1].low in INSTITUTIONS - UNITS:
        return True  # "Instituto Antártico"
    before, low = tokens[at - 1].low, tokens[at].low
    if before not in {"state", "estado"} and not atlas.is_repeated(low):
        return True  # nobody is so called elsewhere
    if before.endswith("s") and low.endswith(("os", "as", "ales", "ares")):
        return True  # "Asuntos Consulares"
    if after + 1 >= len(tokens):
        return False
    return tokens[after].low in LINKS or (tokens[after].low in AND and is_subject(tokens[after + 1].low))
