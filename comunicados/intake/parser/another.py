"""Holders whom a word of their own joins to a post: "la demócrata X", "y la de Cooperación, Y"."""

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.evidence import past_separators
from comunicados.intake.parser.holders import is_post
from comunicados.intake.parser.names import is_given, name_end
from comunicados.intake.parser.tokens import Token
from comunicados.intake.parser.topics import is_subject
from comunicados.intake.parser.vocabulary import ARTICLES


def after_epithet(tokens: list[Token], at: int, stop: int, atlas: Atlas) -> int | None:
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
