"""Whether a word that can name a post does so where it stands."""

from comunicados.intake.parser.given_names import GIVEN_NAMES
from comunicados.intake.parser.holders import is_post
from comunicados.intake.parser.tokens import Token
from comunicados.intake.parser.topics import INSTITUTIONS, SHIPS, is_subject
from comunicados.intake.parser.vocabulary import FUNCTION, PLURAL_POSTS, RANKS

COUNCILS = frozenset(["consejo", "council", "camara", "house", "chamber", "colegio", "college"])
_OF = frozenset(["of", "de"])


def names_a_post(tokens: list[Token], at: int, floor: int, stop: int) -> bool:
    """`floor` is where what has not been read begins, `stop` the end of the sentence."""
    if not is_post(tokens[at]) or _is_adjective(tokens, at, stop) or _is_surname(tokens, at, floor):
        return False
    is_double_rank = tokens[at].low in RANKS and at + 1 < stop and tokens[at + 1].low in RANKS
    return not is_double_rank  # "Mayor" in "Mayor General"


def names_a_ship(tokens: list[Token], at: int) -> bool:
    """ "buque Almirante Lynch", "HMS Queen Mary": no rank and no post."""
    return at > 0 and tokens[at].is_capital and tokens[at - 1].low in SHIPS


def _is_adjective(tokens: list[Token], at: int, stop: int) -> bool:
    """ "official visit", "visita oficial", "Consejo de Ministros"."""
    low, before = tokens[at].low, tokens[at - 1] if at else None
    if low == "mayor":
        # "el mayor Juan Paz": a rank; "Estado Mayor", "Colegio Mayor": a house
        return before is not None and (before.low in {"el", "al", "del", "y"} or before.low in INSTITUTIONS)
    if low == "official":
        following = tokens[at + 1] if at + 1 < stop else None
        is_plain = following is not None and following.is_word and not following.is_capital
        return is_plain and following is not None and following.low not in FUNCTION
    if low in {"oficial", "oficiales"}:
        return before is not None and before.is_word and not before.is_capital and before.low not in FUNCTION
    is_body = low in PLURAL_POSTS and at > 1 and before is not None and before.low in _OF
    return is_body and tokens[at - 2].low in COUNCILS


def _is_surname(tokens: list[Token], at: int, floor: int) -> bool:
    """A word such as "Reyes" or "Marshall" after a given name."""
    before = tokens[at - 1] if at > floor else None
    if before is None or not (tokens[at].is_capital and before.is_capital):
        return False
    # "German" before "Foreign Minister" is no first name, though "Germán" is one.
    is_third = at - 2 >= floor and before.low not in FUNCTION and tokens[at - 2].low in GIVEN_NAMES
    return before.low in GIVEN_NAMES or (is_third and not is_post(before) and not is_subject(before.low))
