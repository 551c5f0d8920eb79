"""What stands between a post and a name, and belongs to neither: "Excmo. Sr.", "the Hon.", "General (r)"."""

from comunicados.intake.parser.given_names import GIVEN_NAMES
from comunicados.intake.parser.tokens import Span, Token, words
from comunicados.intake.parser.topics import INSTITUTIONS, is_subject
from comunicados.intake.parser.vocabulary import (
    AND,
    ARTICLES,
    BARE_POSTS,
    COURTESIES,
    COURTESY_ONLY_FIRST,
    FUNCTION,
    GRADE_WORDS,
    GRADES,
    POSTS,
    RANKS,
)

_ORDERS = words("primer primera segundo segunda tercer tercera first second third")
_SECRETARIES = words("secretario secretaria secretary")
_BEFORE_RANK = words(
    "air wing group fleet field vice rear flag chief squadron flight staff brigade sub lieutenant major petty "
    "sen senior lieut lt maj"
)
_WITH_GENERAL = INSTITUTIONS | (POSTS - RANKS)
_ARMS = words(
    "frag nav corb brig div aire division brigada ejercito navio fragata corbeta escuadra armada aviacion cuerpo"
)
_RETIRED = words("r ret rtd ret'd retd retirado retired sp e")


def skip_courtesies(tokens: list[Token], at: int) -> tuple[int, Span, Span]:
    """Past "Excmo. Sr. D.", "the Hon.", "General": where the name begins, and both spans."""
    start, end = at, at
    courtesy: Span = (at, at)
    rank: Span = (at, at)
    while end < min(start + 8, len(tokens)):
        token = tokens[end]
        if _is_parted_excellency(tokens, end):
            courtesy = (courtesy[0] if courtesy[1] > courtesy[0] else end, end + 2)
            end += 1
        elif _is_courtesy(tokens, end):
            first = end - (end > at and _keeps_article(tokens, end))
            courtesy = (courtesy[0] if courtesy[1] > courtesy[0] else first, end + 1)
            if token.low == "dato" and end + 1 < len(tokens) and tokens[end + 1].text in "'’":
                end, courtesy = end + 1, (courtesy[0], end + 2)
        elif _is_rank(tokens, end) or _is_post_as_rank(tokens, end):
            rank = (rank[0] if rank[1] > rank[0] else end, end + 1)
            if _has_arm(tokens, end + 1):
                end, rank = end + 2, (rank[0], end + 3)  # "General del Aire"
            if _has_diploma(tokens, end + 1):
                end, rank = end + 1, (rank[0], end + 2)  # "Cnel. DEM"
            if _is_retired(tokens, end + 1):
                end, rank = end + 3, (rank[0], end + 4)
        elif token.low in AND and end > start and courtesy[1] == end and _is_titled(tokens, end + 1):
            pass  # "Excmo. y Rvdmo. Sr."
        elif token.low in ARTICLES and _is_titled(tokens, end + 1) and end in {start, rank[1], courtesy[1]}:
            pass
        else:
            break
        end += 1
    return (end, courtesy, rank) if max(courtesy[1], rank[1]) == end else (start, (at, at), (at, at))


def _is_parted_excellency(tokens: list[Token], at: int) -> bool:
    """ "H. E. Mr. X": with a space within."""
    if at + 2 >= len(tokens) or tokens[at].text not in {"H.", "S."} or tokens[at + 1].text not in {"E.", "R."}:
        return False
    return tokens[at + 2].is_capital


def _keeps_article(tokens: list[Token], at: int) -> bool:
    """ "The Hon", "The Rt Hon": the article is part of it."""
    return tokens[at - 1].low == "the" and tokens[at].low in {"hon", "honourable", "honorable", "rt", "right", "most"}


def is_grade(tokens: list[Token], title: Span) -> bool:
    """Whether a whole title is but a grade: "ministra consejera", "embajador en retiro", "first secretary"."""
    inside = [token.low for token in tokens[title[0] : title[1]]]
    has_order = len(inside) == 2 and inside[0] in _ORDERS and inside[1] in _SECRETARIES
    return all(low in GRADE_WORDS for low in inside) and (has_order or any(low in GRADES for low in inside))


def _is_rank(tokens: list[Token], at: int) -> bool:
    """A rank has a capital, or an article before it and a capital or another rank after it."""
    token = tokens[at]
    if (
        at
        and token.low == "general"
        and tokens[at - 1].is_capital
        and tokens[at - 1].low in INSTITUTIONS | (POSTS - RANKS)
    ):
        return False  # "Secretaría General Iberoamericana"
    if "-" in token.low and all(part in RANKS for part in token.low.split("-")):
        return token.is_capital or (at > 0 and tokens[at - 1].low in ARTICLES)
    of_a_house = token.low == "staff" and at > 0 and tokens[at - 1].is_capital  # "Chief of the Naval Staff Admiral X"
    if token.low in _BEFORE_RANK and token.is_capital and at + 1 < len(tokens) and not of_a_house:
        ahead = [word.low for word in tokens[at + 1 : at + 3]]
        return ahead[0] in RANKS or (ahead[0] in _BEFORE_RANK and ahead[-1] in RANKS)
    if token.low not in RANKS or token.is_capital:
        return token.low in RANKS
    before, following = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    is_led = before is not None and (
        before.low in ARTICLES or before.low in RANKS or before.text in {"al", "del", ","}
    )
    goes_on = following is not None and (following.is_capital or following.low in RANKS or _has_arm(tokens, at + 1))
    return is_led and (goes_on or _is_retired(tokens, at + 1))


def _has_arm(tokens: list[Token], at: int) -> bool:
    """ "de división", "del Aire" between a rank and a name."""
    return at + 2 < len(tokens) and tokens[at].low in {"de", "del"} and tokens[at + 1].low in _ARMS


def _has_diploma(tokens: list[Token], at: int) -> bool:
    """Whether a short acronym stands between a rank and a name in usual letters."""
    if at + 2 >= len(tokens) or not tokens[at].is_acronym or not 1 < len(tokens[at].text) < 5:
        return False
    following = tokens[at + 1 : at + 3]
    return all(token.is_capital and not token.is_acronym and token.low not in POSTS for token in following)


def _is_retired(tokens: list[Token], at: int) -> bool:
    """ "(r)" after a rank."""
    return (
        at + 2 < len(tokens)
        and tokens[at].text == "("
        and tokens[at + 1].low in _RETIRED
        and tokens[at + 2].text == ")"
    )


def _is_post_as_rank(tokens: list[Token], at: int) -> bool:
    """ "the Foreign Minister, Ambassador X": the second post is a rank, if a name follows it directly."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    is_after_comma = at > 0 and tokens[at - 1].text == ","
    token = tokens[at]
    if token.low in BARE_POSTS and token.is_capital and _is_article_of_title(tokens, at + 1):
        return True  # "the Minister, Senator the Hon Penny Wong"
    return (
        (token.low in BARE_POSTS if token.is_capital else is_after_comma and token.low in POSTS)
        and following is not None
        and (following.is_capital or _is_titled(tokens, at + 1))
        and not (following.low in POSTS or following.low in FUNCTION or is_subject(following.low))
    )


def _is_article_of_title(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].low in ARTICLES and _is_titled(tokens, at + 1)


def _is_courtesy(tokens: list[Token], at: int) -> bool:
    low = tokens[at].low
    if tokens[at].text == "HE" and at + 1 < len(tokens):
        return tokens[at + 1].is_capital and not tokens[at + 1].is_acronym
    if low not in COURTESIES:
        return False
    if low.startswith("d") and len(low) < 4 and at + 1 < len(tokens) and tokens[at + 1].low in GIVEN_NAMES:
        return True  # "D. Carlos", "D.ª Leire"
    if low in COURTESY_ONLY_FIRST:
        return (at > 0 and tokens[at - 1].low in COURTESIES) or (low != "d" and _is_titled(tokens, at + 1))
    return tokens[at].is_capital or low not in {
        "maestro",
        "maestra",
        "profesor",
        "profesora",
        "most",
        "miss",
        "mx",
    }


def _is_titled(tokens: list[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    low = tokens[at].low
    if low in {"royal", "real", "serene", "most"}:
        return _is_titled(tokens, at + 1)  # "His Royal Highness"
    return (
        (low in COURTESIES - COURTESY_ONLY_FIRST or low in RANKS or low == "right") and tokens[at].is_capital
    ) or (low in {"senor", "senora", "doctor", "doctora", "licenciado", "licenciada", "ingeniero", "ingeniera"})
