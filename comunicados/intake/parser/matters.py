"""Whether a list within a title goes on with the same matter after a comma."""

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.holders import LINKS, is_post, is_verb
from comunicados.intake.parser.names import may_open
from comunicados.intake.parser.tokens import Token
from comunicados.intake.parser.topics import HOUSES, is_subject
from comunicados.intake.parser.vocabulary import AND, ARTICLES


def list_goes_on(tokens: list[Token], at: int, stop: int, atlas: Atlas) -> bool:
    """Whether what follows a comma is still the matter: "Derechos Humanos, Población y Migración"."""
    if at + 1 >= stop or not _may_be_matter(tokens, at, stop, atlas):
        return False
    for place in range(at + 1, min(at + 8, stop)):
        if tokens[place].low in AND:
            return place + 1 < stop and tokens[place + 1].low not in ARTICLES
        if tokens[place].text == ",":
            return tokens[at].is_capital
        if not tokens[place].is_word or is_verb(tokens[place]):
            return False
    return False


def _may_be_matter(tokens: list[Token], at: int, stop: int, atlas: Atlas) -> bool:
    token, following = tokens[at], tokens[at + 1]
    if not token.is_word or is_post(token) or is_post(following) or token.low in AND | ARTICLES:
        return False
    if token.low in HOUSES and following.low in LINKS:
        return False
    if is_subject(token.low):
        return True
    last = at + 2 + (following.text == ",")  # "Democracy, and Human Rights"
    is_one_of_two = tokens[min(last, stop) - 1].low in AND and last < stop and is_subject(tokens[last].low)
    return token.is_capital and (is_one_of_two or not may_open(tokens, at, atlas))


def list_closes(tokens: list[Token], first: int, comma: int, stop: int) -> bool:
    """ "Civilian Security, Democracy, and Human Rights": the last matter after a comma of its own, and no post."""
    if comma + 2 >= stop or tokens[comma + 1].low not in AND or not any(t.text == "," for t in tokens[first:comma]):
        return False
    ahead = tokens[comma + 2 : min(comma + 14, stop)]
    over = (n for n, token in enumerate(ahead) if token.text in ",;" or is_verb(token))
    ahead = ahead[: next(over, len(ahead))]
    is_one = bool(ahead) and ahead[0].is_capital and is_subject(ahead[0].low)
    return is_one and not any(is_post(token) for token in ahead)
