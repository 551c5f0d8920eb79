"""One naming of a person, and for which State its post is held."""

from dataclasses import dataclass, field

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.given_names import GIVEN_NAMES
from comunicados.intake.parser.tokens import Passage, Span, Token, words
from comunicados.intake.parser.vocabulary import ARTICLES, FORMER, POSTS

_SENT_TO = words("en ante to in para for")
_NO_ADJECTIVE = words("asuntos affairs states latin inter")  # "American" in "Inter-American Affairs"


@dataclass(slots=True)
class Mention:
    """One naming of a person; spans count the passage's tokens."""

    passage: Passage
    sentence: Span
    start: int
    end: int
    name: Span
    title: Span | None = None
    house: Span = (0, 0)  # the institution named after the post: "Director General, Ministry of Climate"
    courtesy: Span = (0, 0)
    rank: Span = (0, 0)
    noun: str = ""  # the folded noun of the post
    side: str | None = None  # the key of a State that stands by the name itself
    is_shared: bool = False  # the post stands once for several people
    is_object: bool = False  # the words before say what it did, or what was done with it
    is_inner: bool = False  # named within the post of somebody else
    is_bare: bool = False  # neither post nor courtesy
    relation: str | None = None
    group: int = 0  # which list of its sentence the naming stands in
    post_line: Passage | None = None  # where the title stands, if not in the same passage
    like: "Mention | None" = field(default=None, repr=False)  # acts for the side of that person

    @property
    def is_line(self) -> bool:
        """Whether the passage is this name alone, which a heading or a post in the next line must confirm."""
        first = self.passage.tokens[self.name[0]].low
        return self.is_bare and self.end - self.start >= len(self.passage.tokens) - 1 and first not in GIVEN_NAMES

    @property
    def titled_in(self) -> Passage:
        return self.post_line or self.passage

    @property
    def is_former(self) -> bool:
        if self.title is None:
            return False
        inside = self.titled_in.tokens[self.title[0] : self.title[1]]
        return any(token.low in FORMER or token.low.removeprefix("ex") in POSTS - {token.low} for token in inside)


def side_of_title(mention: Mention, atlas: Atlas) -> str | None:
    """The State for which a post is held, by its title: "of Chile", "mexicana"; not where it is sent."""
    if mention.title is None:
        return None
    tokens, (start, end) = mention.titled_in.tokens, mention.title
    for at in range(start, end):
        found = atlas.state_at(tokens, at)
        if found and (at == start or _is_of(tokens, at, start)):
            return found[1]
        if tokens[at].low in _SENT_TO and at + 1 < end and atlas.realm_at(tokens, at + 1, end):
            return None
        neighbours = {token.low for token in tokens[max(start, at - 1) : min(at + 2, end)]}
        key = atlas.adjective_at(tokens, at)
        if key and not neighbours & _NO_ADJECTIVE:
            return key
    return None


def _is_of(tokens: list[Token], at: int, start: int) -> bool:
    link = at - 1 - (tokens[at - 1].low in ARTICLES)
    return link >= start and tokens[link].low in {"de", "del", "of"}
