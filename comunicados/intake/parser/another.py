"""Holders whom a word of their own joins to a post: "la demócrata X", "y la de Cooperación, Y"."""

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.courtesies import skip_courtesies
from comunicados.intake.parser.evidence import past_separators
from comunicados.intake.parser.given_names import GIVEN_NAMES
from comunicados.intake.parser.holders import holder_at, is_post
from comunicados.intake.parser.names import is_given, name_end
from comunicados.intake.parser.organizations import institution_end
from comunicados.intake.parser.tokens import Passage, Token
from comunicados.intake.parser.topics import HOUSES, is_subject
from comunicados.intake.parser.vocabulary import ARTICLES

_COPULAS = frozenset(["is", "es", "was", "fue"])
_OF = frozenset(["de", "del", "of", "for"])


def holder_after_clause(passage: Passage, at: int, stop: int, atlas: Atlas) -> int | None:
    """Where the holder of a post begins that a verb, a house or an epithet parts from it."""
    told = _after_copula(passage, at, stop, atlas) or _after_house(passage, at, stop, atlas)
    return told or _after_epithet(passage.tokens, at, stop, atlas)


def _after_copula(passage: Passage, at: int, stop: int, atlas: Atlas) -> int | None:
    """ "The Ambassador to Peru is Dame Fiona Hale"."""
    if at + 1 >= stop or not (
        passage.tokens[at].low in _COPULAS or (passage.tokens[at].text == ":" and passage.is_item)
    ):
        return None
    name, _courtesy, _rank = skip_courtesies(passage.tokens, at + 1)
    is_person = name > at + 1 or passage.tokens[name].low in GIVEN_NAMES
    return at + 1 if is_person and name_end(passage.tokens, name, atlas) > name + 1 else None


def _after_house(passage: Passage, at: int, stop: int, atlas: Atlas) -> int | None:
    """ "the Cabinet Secretary, Ministry of Foreign Affairs, Amb. Raychelle Omamo"."""
    first = at + 1
    if first + 1 >= stop or passage.tokens[at].text != "," or passage.tokens[first].low not in HOUSES:
        return None
    end = institution_end(passage.tokens, first, stop, atlas)
    if end < stop and passage.tokens[end].low in _OF and (realm := atlas.realm_at(passage.tokens, end + 1, stop)):
        end += 1 + realm[0]
    if end + 1 >= stop or passage.tokens[end].text != ",":
        return None
    return holder_at(passage.tokens, end + 1, atlas, after_comma=True)


def _after_epithet(tokens: list[Token], at: int, stop: int, atlas: Atlas) -> int | None:
    """ "la presidenta de la Cámara, la demócrata Nancy Pelosi": one small word after the article."""
    if at + 4 >= stop or tokens[at].text != "," or tokens[at + 1].low not in ARTICLES:
        return None
    epithet, name = tokens[at + 2], at + 3
    is_one = epithet.is_word and not epithet.is_capital and not is_post(epithet) and not is_subject(epithet.low)
    return name if is_one and is_given(tokens[name].low) and name_end(tokens, name, atlas) > name + 1 else None


def says_again(tokens: list[Token], end: int, stop: int) -> bool:
    """Whether ", y la de Cooperación, Y" goes on from "la secretaria de Exteriores, X"."""
    at = past_separators(tokens, end, stop)
    return end < at < stop - 1 and tokens[at].low in {"el", "la"} and tokens[at + 1].low in {"de", "del"}
