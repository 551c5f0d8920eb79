"""The institution that a title names: "SRE" in "jefe de Unidad para América del Norte de la SRE"."""

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.holders import is_post
from comunicados.intake.parser.nouns import COUNCILS
from comunicados.intake.parser.tokens import Passage, Span, Token, words
from comunicados.intake.parser.topics import INSTITUTIONS, UNITS, is_subject, opens_a_place
from comunicados.intake.parser.vocabulary import AND, ARTICLES

_TO = words("de del of en at in ante to")
_NO_BODIES = (UNITS - {"mision", "mission"}) | words(
    "republica republic reino kingdom nacion nation gobierno government protocolo protocol comunidad base "
    "puerto isla islas region provincia ciudad city servicio programa estados valle lago rio monte sierra calle "
    "avenida "
    "plaza"
)
# Whoever has such a post "of" an unknown name leads an institution: "director general de Pemex".
_LED = words("director directora titular portavoz vocero vocera comisionado comisionada spokesperson head")
SENT = words("embajada embassy consulado consulate mision mission")
_OF = words("of de del")
_NO_CLOSINGS = words("union republic kingdom nation nations community government protocol base states comunidad")
_INNER = words("de del of for para and y e la las los the el")


def organization(passage: Passage, title: Span, atlas: Atlas) -> str | None:
    """The last institution of a title as written; None when it names only a matter or a State."""
    tokens, (start, end) = passage.tokens, title
    is_shouted = end - start > 1 and passage.cut(start, end).isupper()
    for at in range(end - 1, start, -1):
        if (
            not tokens[at].is_capital
            or (is_shouted and tokens[at].low not in INSTITUTIONS)
            or not _opens(tokens, at, title, atlas)
        ):
            continue
        at = _whole_of(tokens, at, title, atlas)
        stop = institution_end(tokens, at, end, atlas)
        if stop == at + 1 and tokens[at].low in SENT | UNITS:
            continue  # "Deputy Head of Mission"
        return passage.cut(at, stop)
    return _before_the_noun(passage, title)


def _whole_of(tokens: list[Token], at: int, title: Span, atlas: Atlas) -> int:
    """Where the institution begins of which "Libro" in "Centro para el Fomento del Libro en América" is a part."""
    if tokens[at].low in INSTITUTIONS or tokens[at].is_acronym:
        return at
    for first in range(at - 1, title[0], -1):
        if tokens[first].is_capital and tokens[first].low in INSTITUTIONS and _opens(tokens, first, title, atlas):
            return first if institution_end(tokens, first, title[1], atlas) > at else at
    return at


def _opens(tokens: list[Token], at: int, title: Span, atlas: Atlas) -> bool:
    """Whether an institution begins here: after "of (the)" or "at", an acronym or "Instituto"."""
    start, end = title
    link = at - 1 - (tokens[at - 1].low in ARTICLES)
    if link <= start - 1 or tokens[link].low not in _TO or is_post(tokens[at]):
        return False
    if _is_of_a_union(tokens, at, end, atlas):
        return True
    if atlas.state_at(tokens, at) or (tokens[at].low == "union" and atlas.realm_at(tokens, at, end)):
        return False
    low = tokens[at].low
    if low in _NO_BODIES:
        return False
    if (tokens[at].is_acronym and low not in ARTICLES) or low in INSTITUTIONS:
        return True
    if _english_end(tokens, at, end) is not None:
        return True
    is_abbreviation = (not is_subject(low) and link > start + 1 and at + 1 >= len(tokens)) or (
        not is_subject(low) and _is_alone(tokens, at)
    )
    return (
        is_abbreviation
        and not (tokens[link - 1].is_capital and opens_a_place(tokens[link - 1].low))
        and tokens[link - 1].low != "rio"
        and tokens[link].low in {"de", "del", "of"}
        and any(token.low in _TO or token.low in _LED for token in tokens[start:link])
    )


def _is_of_a_union(tokens: list[Token], at: int, end: int, atlas: Atlas) -> bool:
    """ "African Union Commission", "UN Secretariat": a body that begins with the name of its organization."""
    found = atlas.state_at(tokens, at)
    last = at + found[0] if found else end
    return last < end and tokens[last].is_capital and tokens[last].low in INSTITUTIONS - UNITS


def _english_end(tokens: list[Token], at: int, end: int) -> int | None:
    """English puts the word last: "Foreign, Commonwealth and Development Office"."""
    has_comma = False
    for place in range(at, min(at + 8, end)):
        token = tokens[place]
        if token.text == "," or token.low in AND:
            has_comma = True
        elif not token.is_capital:
            return None
        elif place > at and token.low in INSTITUTIONS and token.low not in UNITS | _NO_CLOSINGS:
            is_last = place + 1 >= end or not tokens[place + 1].is_capital
            return place + 1 if is_last or not has_comma else None
    return None


def _is_alone(tokens: list[Token], at: int) -> bool:
    return at + 1 >= len(tokens) or not tokens[at + 1].is_capital


def institution_end(tokens: list[Token], at: int, end: int, atlas: Atlas) -> int:
    """The token after an institution that begins here, `end` at most."""
    stop = at + 1
    if tokens[at].is_acronym:
        return _english_end(tokens, at, end) or stop  # "WHO Regional Office"
    if tokens[at].low not in INSTITUTIONS and (english := _english_end(tokens, at, end)) is not None:
        stop = english
    while stop < end:
        ahead = stop
        while ahead < min(stop + 3, end) and tokens[ahead].low in _INNER | AND:
            ahead += 1
        if ahead == stop and ahead + 1 < end and tokens[ahead].low == "en" and is_subject(tokens[ahead + 1].low):
            ahead += 1
        if ahead == stop and (matter := _past_list_comma(tokens, stop, end)):
            stop = matter
            continue
        if ahead >= end or not tokens[ahead].is_capital or tokens[ahead].is_acronym:
            break
        if ahead > stop and is_post(tokens[ahead]) and tokens[at].low not in COUNCILS:
            break
        realm = atlas.realm_at(tokens, ahead, end) if ahead > stop and tokens[at].low in SENT else None
        if realm and stop == at + 1:
            return min(ahead + realm[0], end)  # "Embajada de Chile", "Embassy of the Republic of South Africa"
        state = atlas.state_at(tokens, ahead) if ahead > stop else None
        if state and tokens[ahead - 1].low != "y":
            break
        if ahead > stop and tokens[stop].low in _OF and atlas.realm_at(tokens, ahead, end):
            break
        stop = ahead + 1
    return stop


def _past_list_comma(tokens: list[Token], at: int, end: int) -> int | None:
    """The next matter of "Asuntos Exteriores, Unión Europea y Cooperación"; None when the comma ends the name."""
    first = at + 1
    if first >= end or tokens[at].text != "," or not tokens[first].is_capital or not is_subject(tokens[first].low):
        return None
    for place in range(first, min(first + 7, end - 1)):
        if tokens[place].low in AND:
            return first + 1 if tokens[place + 1].is_capital and is_subject(tokens[place + 1].low) else None
        if not (tokens[place].is_capital or tokens[place].text == "," or tokens[place].low in _INNER):
            return None
    return None


def _before_the_noun(passage: Passage, title: Span) -> str | None:
    """ "White House National Security Advisor": two capitals that name a house, at the very beginning."""
    tokens, (start, end) = passage.tokens, title
    if start + 1 < end and tokens[start].is_capital and not is_post(tokens[start]):
        if tokens[start + 1].low in {"house", "department", "council", "senate"} and tokens[start + 1].is_capital:
            return passage.cut(start, start + 2)
        if tokens[start].is_acronym and not is_subject(tokens[start].low) and len(tokens[start].text) > 2:
            return passage.cut(start, start + 1)
    return None
