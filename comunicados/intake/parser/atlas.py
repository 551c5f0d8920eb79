"""The States and institutions for which people act in one text, and how that text writes them."""

from collections import Counter

from comunicados.intake.parser import places
from comunicados.intake.parser.given_names import GIVEN_NAMES
from comunicados.intake.parser.spelling import usual_capitals
from comunicados.intake.parser.tokens import Passage, Token, fold, words
from comunicados.intake.parser.topics import is_subject
from comunicados.intake.parser.vocabulary import FUNCTION, PLURAL_POSTS, POSTS

_GOVERNED = words("gobierno government republica republic reino kingdom federacion federation")
_REALMS = words(
    "union republic kingdom state principality duchy sultanate emirate federation commonwealth republica reino "
    "estado principado ducado sultanato federacion mancomunidad"
)
_OF = words("de del of la las los the el")
_ACRONYMS = words("us au uk un eu ue usa eua eeuu onu oea oas celac caricom uae rok dprk eau")
_MATTERS = words("exteriores affairs ambassador embajador embajadora canciller embassy exterior foreign-minister")
_ONLY_CAPITALS = words("us au uk un eu ue usa onu oea oas uae rok dprk eau")


LEARNT = 40  # States that no table has and one text introduces


class Atlas:
    """Knows the States of the table and those that the text introduces ("the Government of Ruritania")."""

    def __init__(self) -> None:
        self._learnt: set[str] = set()  # no more than LEARNT
        self._openings: set[str] = set()  # the first words of those
        self._written: dict[str, str] = {}
        self._capitals: Counter[str] = Counter()  # how often each word stands with a capital

    def read(self, passages: list[Passage]) -> None:
        """Learns the text's own States first, then how each is written where it first stands as a noun."""
        for passage in passages:
            self._capitals.update(token.low for token in passage.tokens if token.is_capital)
            self._learn(passage.tokens)
            self._learn_from_posts(passage.tokens)
        for passage in passages:
            at = 0
            while at < len(passage.tokens):
                found = self.state_at(passage.tokens, at)
                if found:
                    self._note(found[1], passage.cut(at, at + found[0]))
                else:
                    self._note_joined(passage.tokens[at])
                at += found[0] if found else 1

    def _note_joined(self, token: Token) -> None:
        """The States of "India-Japan", which count where nothing else writes them."""
        parts = token.text.split("-") if token.is_capital and "-" in token.text else []
        for part in parts[: places.LONGEST]:
            number = places.state(fold(part)) if part[:1].isupper() and part not in GIVEN_NAMES else None
            if number is not None:
                self._written.setdefault(f"#{number}", part)

    def _note(self, key: str, written: str) -> None:
        known = self._written.get(key)
        if known is None or (known.isupper() and fold(known) not in _ACRONYMS and not written.isupper()):
            self._written[key] = written

    def _learn(self, tokens: list[Token]) -> None:
        for at, token in enumerate(tokens):
            if token.low not in _GOVERNED:
                continue
            start = at + 1
            while start < min(at + 4, len(tokens)) and tokens[start].low in _OF:
                start += 1
            if start == at + 1 or self.state_at(tokens, start):
                continue
            end = start
            while end < min(start + 3, len(tokens)) and tokens[end].is_capital and not is_subject(tokens[end].low):
                end += 1
            if end > start:
                self._learn_name(" ".join(token.low for token in tokens[start:end]))

    def _learn_name(self, name: str) -> None:
        if len(self._learnt) < LEARNT:
            self._learnt.add(name)
            self._openings.add(name.split(" ", 1)[0])

    def _learn_from_posts(self, tokens: list[Token]) -> None:
        """ "Minister of Foreign Affairs of Ruritania", "Ambassador of Ruritania", "For Ruritania:"."""
        for at in range(len(tokens) - 1):
            name = tokens[at + 1]
            if not _introduces(tokens, at) or not name.is_capital or name.is_acronym or is_subject(name.low):
                continue
            if self.state_at(tokens, at + 1) is None and places.of_capital(name.low) is None:
                self._learn_name(name.low)

    def state_at(self, tokens: list[Token], at: int) -> tuple[int, str] | None:
        """How many tokens a State's name takes here, and the key by which the atlas knows it."""
        if not tokens[at].is_capital or (
            tokens[at].low in _ONLY_CAPITALS and not tokens[at].text.rstrip(".").isupper()
        ):
            return None
        if not places.opens_a_state(tokens[at].low) and tokens[at].low not in self._openings:
            return None
        if tokens[at].low in GIVEN_NAMES and _is_given_name(tokens, at):
            return None
        for length in range(min(places.LONGEST, len(tokens) - at), 0, -1):
            words = " ".join(token.low for token in tokens[at : at + length])
            number = places.state(words)
            if number is not None:
                return length, f"#{number}"
            if words in self._learnt:
                return length, words
        return None

    def realm_at(self, tokens: list[Token], at: int, stop: int) -> tuple[int, str] | None:
        """A State by its name, or as "(the) Republic of X", "the Portuguese Republic", "Grand Duchy of X"."""
        first = at + (at < stop and tokens[at].low in _OF)
        if first >= stop:
            return None
        if found := self.state_at(tokens, first):
            return first + found[0] - at, found[1]
        for place in range(first, min(first + 5, stop)):
            if tokens[place].low in _REALMS:
                name = place + 1
                while name < min(place + 5, stop) and (tokens[name].low in _OF or _is_kind(tokens[name])):
                    name += 1
                if name > place + 1 and name < stop and (found := self.state_at(tokens, name)):
                    return name + found[0] - at, found[1]
                adjective = self.adjective_at(tokens, first) if place > first else None
                return (place + 1 - at, adjective) if adjective else None
            if not (tokens[place].is_capital or tokens[place].low == "'s"):
                return None
        return None

    def is_repeated(self, word: str) -> bool:
        """Whether a word stands with a capital more than once, as the surname of somebody named in full does."""
        return self._capitals[word] > 1

    def key_of(self, name: str) -> str | None:
        """The key of a State by its whole name."""
        number = places.state(fold(name).rstrip("."))
        if number is not None:
            return f"#{number}"
        return fold(name) if fold(name) in self._learnt else None

    def adjective_at(self, tokens: list[Token], at: int) -> str | None:
        """The key of the State whose adjective stands here: "mexicana", "South African", "Ruritanian"."""
        low = tokens[at].low
        two = f"{low} {tokens[at + 1].low}" if at + 1 < len(tokens) else low
        number = places.of_adjective(two) if two != low else None
        number = places.of_adjective(low) if number is None else number
        if number is not None:
            return f"#{number}"
        if len(low) < 6:
            return None
        return next(
            (name for name in self._learnt if len(name) > 4 and low.startswith(name[:-1]) and name != low),
            None,
        )

    def within(self, tokens: list[Token], start: int, end: int) -> str | None:
        """The first State that stands there, or whose adjective does."""
        for at in range(start, end):
            found = self.state_at(tokens, at)
            if key := found[1] if found else self.adjective_at(tokens, at):
                return key
        return None

    def written(self, key: str) -> str | None:
        """The State as the text writes it; None when it stands there only as an adjective."""
        name = self._written.get(key)
        if name is None:
            return None
        return name if fold(name) in _ACRONYMS else usual_capitals(name)

    def introduce(self, name: str) -> str:
        """Makes a party of a joint text known by name, and returns its key."""
        key = self.key_of(name)
        if key is None:
            key = fold(name)
            self._learn_name(key)
        self._written.setdefault(key, name)
        return key


def _is_kind(token: Token) -> bool:
    """ "Federal" in "República Federal de Alemania"."""
    return token.low in {
        "federal",
        "oriental",
        "bolivariana",
        "plurinacional",
        "islamica",
        "islamic",
        "arabe",
        "popular",
    }


def _is_given_name(tokens: list[Token], at: int) -> bool:
    """Whether a word that is a State and a first name ("Kenia", "Israel") has a surname after it."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    is_name = following.is_capital and not following.is_acronym and not following.is_initial
    return is_name and not is_subject(following.low) and following.low not in POSTS | PLURAL_POSTS | FUNCTION


def _introduces(tokens: list[Token], at: int) -> bool:
    """Whether a State is named after this preposition."""
    if at == 0:
        return tokens[0].low in {"for", "por"} and len(tokens) > 2 and tokens[2].text == ":"
    return tokens[at].low in {"of", "de", "del"} and tokens[at - 1].low in _MATTERS
