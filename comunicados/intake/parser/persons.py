"""The namings of one person brought together: "Secretary Blinken" is Antony Blinken, named before."""

from dataclasses import dataclass, field

from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.parser.cues import HEAD, MEMBER, MENTIONED
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.spelling import usual_capitals
from comunicados.intake.parser.tokens import Span, fold, words
from comunicados.intake.parser.vocabulary import PARTICLES, SUFFIXES

# Words of posts that are held for no State, or for another one.
_BEYOND = words(
    "internacional international mundial world global interamericano interamericana inter-american iberoamericano "
    "iberoamericana panamericana panamericano pan regional union unidas nations latinoamericano "
    "latinoamericana residente "
    "nuncio apostolico coordinador-residente papa pope patriarca multilateral ese dicho that ue eu onu un oea oas"
)
_STRENGTH = {HEAD: 3, MEMBER: 2, MENTIONED: 1, None: 0}


def _key(name: str) -> tuple[str, ...]:
    """A name as it is compared: folded words without particles."""
    words = [fold(word).strip(".,'‘ʻʼ") for word in name.replace("-", " ").replace("‐", " ").split()]
    return tuple(word for word in words if word and word not in PARTICLES and word not in SUFFIXES)


@dataclass(slots=True)
class Person:
    """Somebody whom the text names, with all the namings."""

    mentions: list[Mention] = field(default_factory=list)
    name: str = ""
    key: tuple[str, ...] = ()
    side: str | None = None

    def add(self, mention: Mention, name: str) -> None:
        self.mentions.append(mention)
        if len(_key(name)) > len(self.key) or (
            len(_key(name)) == len(self.key) and _is_better_spelt(name, self.name)
        ):
            self.name, self.key = name, _key(name)
        self.side = self.side or mention.side

    @property
    def relation(self) -> str | None:
        relations = [mention.relation for mention in self.mentions]
        return max(relations, key=lambda relation: _STRENGTH[relation])

    @property
    def is_met(self) -> bool:
        """Whether the text only tells that somebody met or received that person, or was received."""
        heads = [mention for mention in self.mentions if mention.relation == HEAD]
        return bool(heads) and all(mention.is_object for mention in heads)

    @property
    def titled(self) -> Mention | None:
        """The naming whose post to print: the first, or the fullest if the first says little."""
        titled = [mention for mention in self.mentions if mention.title]
        if not titled:
            return None
        if _title_length(titled[0]) > 1 and not titled[0].is_shared:
            return titled[0]
        return max(titled, key=lambda mention: (_title_length(mention), not mention.is_shared))


def _title_length(mention: Mention) -> int:
    return mention.title[1] - mention.title[0] if mention.title else 0


def _is_better_spelt(name: str, than: str) -> bool:
    """Accents and own capitals beat their absence."""
    return (fold(name) != name.lower()) > (fold(than) != than.lower())


def gather(mentions: list[Mention]) -> tuple[list[Person], list[Doubt]]:
    """The persons in the order of the text, and what was doubtful about them."""
    directory = _Directory()
    named = [(mention, usual_capitals(" ".join(mention.passage.cut(*mention.name).split()))) for mention in mentions]
    for mention, name in sorted(named, key=lambda pair: -len(_key(pair[1]))):
        directory.enter(mention, name)
    for person in directory.persons:
        person.mentions.sort(key=_place)
    return sorted(directory.persons, key=lambda person: _place(person.mentions[0])), directory.doubts


class _Directory:
    """The persons found so far, by each word of their names."""

    NAMESAKES = 50  # looked at for one word; a text with more of them is no communiqué

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self.doubts: list[Doubt] = []
        self._by_word: dict[str, list[Person]] = {}

    def enter(self, mention: Mention, name: str) -> None:
        key = _key(name)
        namesakes = self._by_word.get(key[-1], []) if key else []
        candidates = [person for person in namesakes[: self.NAMESAKES] if _is_same(key, person.key)]
        if len(candidates) > 1:
            candidates = _by_post(candidates, mention) or candidates
        if len(candidates) > 1:
            names = ", ".join(person.name for person in candidates)
            self.doubts.append(Doubt(_("“%(name)s” may be any of %(names)s."), {"name": name, "names": names}))
        if candidates:
            candidates[0].add(mention, name)
        elif key and not (len(key) == 1 and _ends_a_post(mention)):
            self._add(mention, name, key)

    def _add(self, mention: Mention, name: str, key: tuple[str, ...]) -> None:
        person = Person()
        person.add(mention, name)
        self.persons.append(person)
        for word in set(key):
            self._by_word.setdefault(word, []).append(person)


def _ends_a_post(mention: Mention) -> bool:
    """A capital word right after a long title is more likely its last word than a surname."""
    if mention.title is None or mention.title[1] != mention.name[0] or _title_length(mention) < 3:
        return False
    return mention.passage.tokens[mention.title[1] - 1].low not in {"state", "estado"}


def _place(mention: Mention) -> tuple[int, int]:
    return mention.passage.number, mention.start


def _by_post(candidates: list[Person], mention: Mention) -> list[Person]:
    return [person for person in candidates if mention.noun and any(m.noun == mention.noun for m in person.mentions)][
        :1
    ]


def _is_same(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name abbreviates another: its words in order, an initial for a word, a surname alone."""
    if len(short) == 1:
        return short[0] in full
    at = 0
    for word in short:
        while at < len(full) and not (full[at] == word or (len(word) == 1 and full[at].startswith(word))):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def share_sides(persons: list[Person]) -> None:
    """Who accompanies somebody acts for the same side; told twice, for sides that are themselves shared."""
    owner = {id(mention): person for person in persons for mention in person.mentions}
    for _round in range(2):
        for person in persons:
            for mention in person.mentions:
                if person.side is None and mention.like is not None and id(mention.like) in owner:
                    person.side = owner[id(mention.like)].side


def oppose_sides(persons: list[Person], parties: list[str], home: str | None) -> None:
    """A head who meets one of another side acts for the other party, or for the State whose text it is."""
    meetings: dict[tuple[int, Span], list[tuple[Mention, Person]]] = {}
    for person in persons:
        for mention in person.mentions:
            if mention.relation == HEAD:
                meetings.setdefault((mention.passage.number, mention.sentence), []).append((mention, person))
    for meeting in meetings.values():
        lists: dict[str, set[int]] = {}
        for mention, person in meeting:
            if person.side:
                lists.setdefault(person.side, set()).add(mention.group)
        for mention, person in meeting:
            if person.side is None:
                others = {side for side, groups in lists.items() if groups - {mention.group}}
                if not mention.is_object:  # who meets whom, in one list: "X and his counterpart of Chile, Y, met"
                    others = others or set(lists)
                person.side = _other_side(others, parties, home)


def give_home(persons: list[Person], home: str, *, is_abroad: bool) -> None:
    """Whoever took part with a post of which nothing says whose it is acts for the State whose text it is.

    Whom its people meet while they travel is of another one.
    """
    for person in persons:
        if is_abroad and person.is_met:
            continue
        if person.side is None and person.relation in {HEAD, MEMBER} and (titled := person.titled):
            title = titled.titled_in.tokens[titled.title[0] : titled.title[1]] if titled.title else []
            if not any(token.low in _BEYOND or (token.is_acronym and len(token.text) > 2) for token in title):
                person.side = home


def _other_side(others: set[str], parties: list[str], home: str | None) -> str | None:
    if len(others) != 1:
        return None
    other = next(iter(others))
    if len(parties) == 2 and other in parties:
        return parties[1] if parties[0] == other else parties[0]
    return home if home != other else None
