"""Where a person's name begins and ends, by its capitals; whether it is one, its surroundings tell."""

import re

from comunicados.intake.parser import places
from comunicados.intake.parser.actions import is_action
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.given_names import GIVEN_NAMES
from comunicados.intake.parser.tokens import Token, words
from comunicados.intake.parser.topics import INSTITUTIONS, is_matter, is_subject, opens_a_place
from comunicados.intake.parser.vocabulary import (
    AFTER_POST,
    AND,
    BEFORE_POST,
    COURTESIES,
    FUNCTION,
    MONTHS,
    PARTICLES,
    PLURAL_POSTS,
    POST_NOMINALS,
    POSTS,
    POSTS_AND_SURNAMES,
    PREPOSITIONS,
    RANKS,
    WEEKDAYS,
)

# Words of institutions and places that are surnames after a particle: "de la Paz", "del Río".
_SURNAMES_TOO = words(
    "cruz fuente puente torre rio valle sierra monte paz guerra rosa mora vega campo santos angeles mar "
    "castillo iglesia puerto isla luz plaza calle carmen lago"
)
_NEVER_WITHIN = (FUNCTION - words("may will")) | (frozenset(WEEKDAYS) - words("domingo sun"))  # surnames as well
# Words with a capital that are posts, courtesies, times or what sentences are made of.
_NO_NAMES = (
    FUNCTION
    | POSTS
    | PLURAL_POSTS
    | (COURTESIES - frozenset(["sri"]))
    | RANKS
    | AFTER_POST
    | BEFORE_POST
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
)
_CELTIC = frozenset(("Ó", "Ní", "Ni", "Uí", "Ui", "Nic", "Ua", "Mac", "Ap"))
_VOWEL = re.compile(r"[aeiouy]|^[ivx]+$")
_ROMAN = re.compile(r"^[IVX]+$")
# "d'Arcy", "al-Sabah": small letters that belong to the capital after them.
_JOINED = re.compile(r"^(?:d|l|de|dell|della|al|el|as|ad|an|ar|at|az|ul|ud|ben|bin|ibn|abu)['’-][^\W\d_]")
# What closes the name of an English institution ends no person's.
_CLOSINGS = words(
    "council committee organization organisation institute ministry department office agency commission association "
    "university bank fund court parliament assembly service secretariat authority forum programme group union league "
    "company corporation agreement treaty convention summit conference initiative international partnership "
    "dialogue center centre academy foundation school museum college hospital board police army navy division "
    "commonwealth parliament senate congress bureau directorate treasury embassy consulate delegation mission palace "
    "strategy facility fund roadmap framework project corridor region islands declaration protocol compass church "
    "avenue street room airport square hall road library theatre bridge stadium prize award medal cup tower "
    "briefing briefings event ceremony reception dinner seminar workshop webinar retreat roundtable symposium "
    "lecture "
    "mausoleum memorial monument cemetery highway campus complex deal accords "
    "exhibition tour alliance coalition campaign report review update policy "
    "foods industries systems solutions partners airways corp inc ltd co plc llc network television tv times bay "
    "motors airlines holdings party visit meeting embassies "
    "valley hill bay gulf strait triangle bottom crescent crossing house peak coast basin city town province county "
    "district river island "
    "act bill law plan accord pact charter code mechanism platform process package week day year decade fellowship"
)
_CLOSINGS_AND_SURNAMES = words("hill church hall day bridge coast law deal")
_LEADING = words("van von di da dos bin al le du des ter")
_ARTICLE_LIKE = words("de la el del")  # begin a surname only after a courtesy: "Mr. de Mistura"
_SMALL_SURNAMES = words("to do le an la")
_STATES_WITH_DOTS = words("u.s u.k u.n e.u u.s.a d.c d.f d.n")
_NICKNAME_MARKS = frozenset([("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’"), ("(", ")"), ("-", "-"), ("–", "–")])
WORDS = 8  # of the longest name


def is_given(low: str) -> bool:
    """Whether a folded word is a first name, or a double one that begins with it ("jean-yves")."""
    return low in GIVEN_NAMES or low.split("-", 1)[0] in GIVEN_NAMES


def may_open(tokens: list[Token], at: int, atlas: Atlas) -> bool:
    """Whether a person's name may begin here: with a capital, and no word of posts, places or sentences."""
    if at >= len(tokens) or not tokens[at].is_capital:
        return False
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.low in _STATES_WITH_DOTS:
        return False
    goes_on = following is not None and following.is_capital and following.low not in FUNCTION
    if atlas.state_at(tokens, at) is not None or token.is_initial:
        return (
            goes_on
            and (token.is_initial or token.low in GIVEN_NAMES)
            and not _is_abbreviated_state(tokens, at, atlas)
        )
    if token.low in GIVEN_NAMES and goes_on:
        return True
    if token.is_acronym and not (following is not None and following.is_capital and following.text.isupper()):
        return _is_surname_first(tokens, at)
    if atlas.adjective_at(tokens, at) is not None or places.of_capital(token.low) is not None:
        return False  # "Sri Lankan", "Beijing"
    return not _is_common(token.low) or is_small_surname(tokens, at)


def is_small_surname(tokens: list[Token], at: int) -> bool:
    """ "Do Hung Viet", "To Anh Dung", "Le Hoai Trung": a surname that is spelt as a preposition or an article."""
    if tokens[at].low not in _SMALL_SURNAMES or not tokens[at].text[1:].islower() or not tokens[at].is_capital:
        return False
    if at == 0 or not tokens[at - 1].is_capital or at + 2 >= len(tokens):
        return False
    return all(
        token.is_capital and not _is_common(token.low) and places.of_capital(token.low) is None
        for token in tokens[at + 1 : at + 3]
    )


def _is_surname_first(tokens: list[Token], at: int) -> bool:
    """ "Ms. KAMIKAWA Yoko", "Foreign Minister HAYASHI Yoshimasa": only after a post, a courtesy or in a list."""
    if at == 0 or at + 1 >= len(tokens) or len(tokens[at].text) < 3 or _is_common(tokens[at].low):
        return False
    before, following = tokens[at - 1], tokens[at + 1]
    is_led = before.low in COURTESIES or before.low in POSTS or before.low in PLURAL_POSTS or before.low in RANKS
    is_name = following.is_capital and not following.is_acronym and not _is_common(following.low)
    return is_name and (is_led or before.text in ",;" or before.low in AND)


def _is_shouted(tokens: list[Token], at: int) -> bool:
    """Whether a whole name stands in capitals, and not only the surname that comes first."""
    return tokens[at].is_acronym and at + 1 < len(tokens) and tokens[at + 1].text.isupper()


def _is_portuguese_and(tokens: list[Token], at: int) -> bool:
    """ "da Cunha e Silva", "Borràs i Vidal": Spanish has this "e" only before a word in I-, English never."""
    if at + 1 >= len(tokens) or tokens[at].text not in {"e", "i"} or not tokens[at - 1].is_capital:
        return False
    following = tokens[at + 1]
    return (
        following.is_capital
        and following.low[0] != "i"
        and following.low[:2] != "hi"
        and not _is_common(following.low)
    )


def _is_abbreviated_state(tokens: list[Token], at: int, atlas: Atlas) -> bool:
    """ "U.S." """
    return tokens[at].is_initial and atlas.state_at(tokens, at) is not None


def _is_common(low: str) -> bool:
    """Whether a folded word is one that no name begins with."""
    return (
        low in _NO_NAMES
        or low[0].isdigit()
        or low.endswith("mente")
        or ("-" in low and is_matter(low.rpartition("-")[2]))  # "Post-Summit"
        or is_subject(low)
        or opens_a_place(low)
        or places.of_adjective(low) is not None
    )


def name_end(tokens: list[Token], at: int, atlas: Atlas) -> int:
    """The token after the name that begins here; the same place when none does."""
    opening = _past_leading_particles(tokens, at)
    if not may_open(tokens, opening, atlas):
        return at
    end = opening + 1
    while end < len(tokens) and end - at < WORDS:
        if tokens[end].is_capital and tokens[end].low in _CLOSINGS and not _is_surname(tokens, opening, end):
            return at
        particles = end
        while (
            particles < min(end + 3, len(tokens)) and tokens[particles].low in PARTICLES and tokens[particles].is_word
        ):
            particles += 1
        if particles > end:
            if particles + 1 - at > WORDS or not _may_follow_particle(tokens, particles, atlas):
                break
            end = particles + 1
        elif nickname := _nickname(tokens, end, atlas):
            end += nickname
        elif begins_a_post(tokens, end):
            if end - opening == 1:
                return at  # "Nepalese Prime Minister"
            break
        elif _may_follow(tokens, end, shouted=_is_shouted(tokens, at)) or _is_portuguese_and(tokens, end):
            end += 1
        else:
            break
    if (
        end - opening > 1
        and end + 1 < len(tokens)
        and tokens[end].text == ","
        and tokens[end + 1].low in {"jr", "sr"}
    ):
        end += 2 if tokens[end + 1].is_capital and tokens[end + 1].text.endswith(".") else 0
    if end - opening > 1 and _closes_a_thing(tokens, opening, end):
        return at
    return end


def _is_surname(tokens: list[Token], opening: int, at: int) -> bool:
    """ "Alexandra Hill", "Frank Church", but "Capitol Hill"."""
    return tokens[at].low in _CLOSINGS_AND_SURNAMES and is_given(tokens[opening].low)


def _nickname(tokens: list[Token], at: int, atlas: Atlas) -> int:
    """The tokens of “Pepe” in "José “Pepe” Mujica", with the marks around it; 0 when there is none."""
    if at + 3 >= len(tokens) or (tokens[at].text, tokens[at + 2].text) not in _NICKNAME_MARKS:
        return 0
    inside, following = tokens[at + 1], tokens[at + 3]
    is_name = inside.is_capital and len(inside.text) > 2 and not _is_common(inside.low) and not inside.is_acronym
    is_name = is_name and atlas.state_at(tokens, at + 1) is None
    return 3 if is_name and following.is_capital and not _is_common(following.low) else 0


def begins_a_post(tokens: list[Token], at: int) -> bool:
    """ "Senior Deputy Minister" right after a name, without a comma."""
    if tokens[at].is_acronym:
        return False
    noun = at
    while noun < min(at + 4, len(tokens) - 1) and tokens[noun].is_capital and tokens[noun].low in BEFORE_POST:
        noun += 1
    low = tokens[noun].low
    return tokens[noun].is_capital and (low in POSTS if noun > at else low in POSTS - POSTS_AND_SURNAMES)


def _closes_a_thing(tokens: list[Token], opening: int, end: int) -> bool:
    """ "Gates Foundation", "Sexual Violence": the last word is of an institution or a matter."""
    last = tokens[end - 1].low
    if _is_surname(tokens, opening, end - 1):
        return False
    is_known = is_given(tokens[opening].low) or tokens[opening - 1].low in COURTESIES
    return last in _CLOSINGS or (is_matter(last) and last not in _SURNAMES_TOO and not is_known)


def _past_leading_particles(tokens: list[Token], at: int) -> int:
    """Past the "van der" of a surname that follows a courtesy or a post directly: "Dr. van der Berg"."""
    if at == 0 or at >= len(tokens) or tokens[at].low not in _LEADING | _ARTICLE_LIKE:
        return at
    before = tokens[at - 1].low
    is_led = before in COURTESIES or (tokens[at].low in _LEADING and (before in POSTS or before in RANKS))
    if not is_led:
        return at
    following = at + 1
    while following < min(at + 3, len(tokens) - 1) and tokens[following].low in PARTICLES:
        following += 1
    return following


def _may_follow(tokens: list[Token], at: int, *, shouted: bool) -> bool:
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.low in _STATES_WITH_DOTS and token.is_initial:
        return False
    if token.is_initial and len(token.text) == 2 and following is not None:
        return following.is_capital  # "Enrique A. Manalo", whatever the letter would be as a word
    if token.text in _CELTIC and following is not None:
        return following.is_capital
    if _JOINED.match(token.text) and token.text[-1].islower() and any(letter.isupper() for letter in token.text):
        return True
    if not token.is_capital or token.low[0].isdigit() or token.low in _NEVER_WITHIN:
        return False
    if token.is_initial and token.low.replace(".", "") in POST_NOMINALS:
        return False  # "Simon Harris T.D."
    if token.is_acronym and len(token.text) > 2 and not _VOWEL.search(token.low):
        return False  # "KNZM"
    if shouted and token.is_acronym and is_action(token.text):
        return False
    if token.is_acronym and not shouted and (len(token.text) < 4 or token.low in POST_NOMINALS):
        return token.low in {"jr", "sr"} or bool(_ROMAN.match(token.text))
    if token.low in POST_NOMINALS and token.is_acronym:
        return False
    is_common = token.low in POSTS or token.low in INSTITUTIONS
    return not (is_common and following is not None and following.low in PREPOSITIONS)


def _may_follow_particle(tokens: list[Token], at: int, atlas: Atlas) -> bool:
    if at >= len(tokens) or not tokens[at].is_capital:
        return False
    low = tokens[at].low
    if low in _SURNAMES_TOO:
        return True
    if is_subject(low) or low in POSTS or low in FUNCTION or low in MONTHS or places.of_capital(low) is not None:
        return False
    return (not tokens[at].is_acronym and not atlas.state_at(tokens, at)) or tokens[at - 1].text.isupper()
