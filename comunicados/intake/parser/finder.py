"""Every place where a body names a person, with the post, courtesy and rank that it gives there."""

from collections.abc import Iterator
from dataclasses import replace

from comunicados.intake.parser.another import holder_after_clause, says_again
from comunicados.intake.parser.appositions import add_apposition, possessor, take_state
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.courtesies import is_grade, skip_courtesies
from comunicados.intake.parser.evidence import Surroundings, past_separators
from comunicados.intake.parser.holders import holder_at, is_post
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.names import may_open, name_end
from comunicados.intake.parser.nouns import names_a_post, names_a_ship
from comunicados.intake.parser.organizations import institution_end
from comunicados.intake.parser.posts import Post, find_noun, read_complement, read_post
from comunicados.intake.parser.sharing import SEATED, common_part, part_states, share_back
from comunicados.intake.parser.tokens import Passage, Span, Token, sentences
from comunicados.intake.parser.topics import HOUSES, INSTITUTIONS, is_subject
from comunicados.intake.parser.vocabulary import (
    ACTING,
    AND,
    ARTICLES,
    COUNTERPARTS,
    FUNCTION,
)

_PEERS = frozenset(["lord", "lady", "baroness", "baron", "viscount", "viscountess", "earl"])
_MINISTERS = frozenset(["ministro", "ministra"])
_BELONGS = frozenset(["of", "from", "de", "del"])
_OF = frozenset(["de", "del", "of", "for"])
_THAT = frozenset(["el", "la", "that"])


def find_mentions(passages: list[Passage], atlas: Atlas) -> Iterator[Mention]:
    """The namings of a whole body in the order of the text."""
    for passage in passages:
        yield from _Finder(passage, atlas).find()


def _is_acting(tokens: list[Token], at: int, stop: int) -> bool:
    """ "(P.A.)" or "(E)" after a name."""
    if at + 2 >= stop or tokens[at].text != "(" or tokens[at + 2].text != ")":
        return False
    return tokens[at + 1].low in ACTING


class _Finder:
    """Reads one passage from left to right; each token is looked at a bounded number of times."""

    def __init__(self, passage: Passage, atlas: Atlas) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.atlas = atlas
        self.found: list[Mention] = []
        self.floor = 0  # what lies before is taken
        self.open_post: Span | None = None  # the last post without a holder
        self.passed_over = 0  # where the last name ended that is nobody's here
        self.sentence: Span = (0, 0)

    def find(self) -> list[Mention]:
        for sentence in sentences(self.tokens):
            self.sentence = sentence
            at = self.floor = sentence[0]
            while at < self.sentence[1]:
                at = max(self._step(at), at + 1)
                self.floor = max(self.floor, self.found[-1].end if self.found else 0)
        return self.found

    def _step(self, at: int) -> int:
        """Reads what begins at a token; returns where to go on."""
        if not self.tokens[at].is_word:
            return at + 1
        if names_a_ship(self.tokens, at):
            return at + 1
        if names_a_post(self.tokens, at, self.floor, self.sentence[1]):
            return self._post_first(at)
        name, courtesy, rank = skip_courtesies(self.tokens, at)
        end = name_end(self.tokens, name, self.atlas)
        if name > at and end > name:
            end = self._past_peerage(name, end)
            mention = Mention(self.passage, self.sentence, at, end, (name, end), courtesy=courtesy, rank=rank)
            return self._keep(self._with_post(mention))
        if may_open(self.tokens, at, self.atlas):
            return self._bare(at)
        return at + 1

    def _past_peerage(self, name: int, end: int) -> int:
        """ "Lord Collins of Highbury": the place belongs to the name."""
        if self.tokens[name - 1].low not in _PEERS or end + 1 >= self.sentence[1] or self.tokens[end].low != "of":
            return end
        is_place = self.tokens[end + 1].is_capital and self.atlas.realm_at(self.tokens, end + 1, end + 2) is None
        return name_end(self.tokens, end + 1, self.atlas) if is_place else end

    def _with_post(self, mention: Mention) -> Mention:
        earlier = self.found[-1] if self.found and self.found[-1].sentence == self.sentence else None
        posts_first = earlier is not None and earlier.title is not None and earlier.title[0] < earlier.name[0]
        return add_apposition(mention, self.atlas, posts_come_first=posts_first)

    def _keep(self, mention: Mention) -> int:
        """Notes a naming, with the State of "Mélanie Joly of Canada" or "(Canada)"; returns where it ends."""
        at, stop = mention.end, self.sentence[1]
        if at == mention.name[1] and at + 2 < stop and self.tokens[at].text == "(":
            found = self.atlas.state_at(self.tokens, at + 1)
            if found and at + 1 + found[0] < stop and self.tokens[at + 1 + found[0]].text == ")":
                mention.side, mention.end = found[1], at + 2 + found[0]
        if at == mention.name[1] and at + 1 < stop and self.tokens[at].low in {"of", "de", "del"}:
            found = self.atlas.realm_at(self.tokens, at + 1, stop)
            if found:
                mention.side, mention.end = found[1], at + 1 + found[0]
        self._take_house(mention, stop)
        share_back(mention, self.found, self.atlas)
        if _is_acting(self.tokens, mention.end, stop):
            mention.end += 3
        self.found.append(mention)
        return mention.end

    def _take_house(self, mention: Mention, stop: int) -> None:
        """ "Ms. Ana Lee of the Gates Foundation": the institution directly after a name."""
        at = mention.end + 1
        if mention.end != mention.name[1] or at >= stop or self.tokens[at - 1].low not in _BELONGS:
            return
        at += self.tokens[at].low in ARTICLES
        if at >= stop or not self.tokens[at].is_capital or self.atlas.state_at(self.tokens, at):
            return
        end = institution_end(self.tokens, at, stop, self.atlas)
        joints = (
            n for n in range(at, end - 1) if self.tokens[n].low in AND and not is_subject(self.tokens[n + 1].low)
        )
        end = next(joints, end)
        inside = self.tokens[at:end]
        is_acronym = len(inside) == 1 and inside[0].is_acronym
        if is_acronym or inside[0].low in INSTITUTIONS or inside[-1].low in INSTITUTIONS | {"international"}:
            mention.house, mention.end = (at, end), end

    # A post, then its holder

    def _post_first(self, at: int) -> int:
        noun = self._noun(at)
        post = read_post(self.tokens, noun, self.floor, self.sentence[1], self.atlas)
        inner_noun = post.inner
        if inner_noun is not None:
            inner = read_post(self.tokens, inner_noun, inner_noun, self.sentence[1], self.atlas)
            if post.holder is None:
                post, noun = inner, inner_noun
            elif inner.holder is not None:
                self._keep(replace(self._held(inner, inner.holder, inner_noun), is_inner=True))
        if post.holder is None:
            post = replace(post, holder=holder_after_clause(self.passage, post.end, self.sentence[1], self.atlas))
        if post.holder is None:
            self.open_post = None if post.is_plural else (post.start, post.end)
            return max(noun + 1, post.end)
        mention = self._held(post, post.holder, noun)
        if (
            post.end < post.holder - 1
            and self.tokens[post.end].text == ","
            and self.tokens[post.end + 1].low in HOUSES
        ):
            mention.house = (post.end + 1, institution_end(self.tokens, post.end + 1, post.holder - 1, self.atlas))
        if (grade := self._grade_before(mention)) is not None:
            return self._keep(grade)
        mention.side = mention.side or possessor(self.tokens, post.start, self.sentence[0], self.atlas)
        mention.side = mention.side or self._side_of_counterpart(post.start)
        end = self._keep(self._with_post(mention))
        return (
            self._more_holders(post, mention)
            if post.is_plural or says_again(self.tokens, end, self.sentence[1])
            else end
        )

    def _grade_before(self, mention: Mention) -> Mention | None:
        """ "el director de Ceremonial, embajador en retiro X": the post is before the comma, the grade after it."""
        start = mention.start
        if mention.title is None or mention.title[1] != mention.name[0]:
            return None
        is_minister = mention.title[1] - start == 1 and mention.noun in _MINISTERS  # of the foreign service
        if not (is_minister or is_grade(self.tokens, mention.title)):
            return None
        if start - 1 <= self.floor or self.tokens[start - 1].text != "," or self.open_post is None:
            return None
        if self.open_post[1] != start - 1:
            return None
        mention.rank, mention.title, mention.start = mention.title, self.open_post, self.open_post[0]
        mention.noun = self.tokens[self.open_post[0]].low
        return mention

    def _side_of_counterpart(self, start: int) -> str | None:
        """ "his Peruvian counterpart, Minister X": what stands right before the comma says whose the post is."""
        at = start - (start > self.floor and self.tokens[start - 1].low in ARTICLES)
        if self.open_post is None or self.open_post[1] != at - 1 or self.tokens[at - 1].text != ",":
            return None
        first, end = self.open_post
        is_counterpart = any(token.low in COUNTERPARTS for token in self.tokens[first:end])
        return self.atlas.within(self.tokens, first, end) if is_counterpart else None

    def _noun(self, at: int) -> int:
        """The noun proper of "Deputy Minister" and the like."""
        following = self.tokens[at + 1] if at + 1 < self.sentence[1] else None
        is_pair = following is not None and is_post(following) and following.low not in COUNTERPARTS
        return at + (is_pair and self.tokens[at].low in {"deputy", "vice", "assistant", "first"})

    def _held(self, post: Post, holder: int, noun: int) -> Mention:
        """A naming after its post. A counterpart has no post of that name, but a side."""
        word = self.tokens[noun].low
        mention = self._named(post.start, holder)
        mention.noun, mention.is_shared = word, post.is_plural
        if word in COUNTERPARTS:
            mention.side = self.atlas.within(self.tokens, post.start, post.end)
        else:
            mention.title = (post.start, post.end)
        return mention

    def _named(self, start: int, holder: int) -> Mention:
        name, courtesy, rank = skip_courtesies(self.tokens, holder)
        end = self._past_peerage(name, name_end(self.tokens, name, self.atlas)) if name else 0
        end = end or name_end(self.tokens, name, self.atlas)
        return Mention(self.passage, self.sentence, start, end, (name, end), courtesy=courtesy, rank=rank)

    def _more_holders(self, post: Post, first: Mention) -> int:
        """The others of "the senators A, B and C" or "los secretarios de Economía, A, y de Hacienda, B"."""
        end, holders = self._past_seat(first, first.end), [first]
        while (at := past_separators(self.tokens, end, self.sentence[1])) > end:
            if not (post.is_plural or says_again(self.tokens, end, self.sentence[1])):
                break
            at += self.tokens[at].low in _THAT and self.tokens[at + 1].low in _OF  # "y el de Uruguay, Y"
            has_link = self.tokens[at].low in _OF | SEATED
            mention = self._by_complement(post, first, at) if has_link else self._by_name(first, at)
            if mention is None:
                break
            mention.noun, mention.is_shared = first.noun, True
            end = self._past_seat(mention, self._keep(mention))
            holders.append(mention)
        part_states(self.tokens, (post.start, post.end), holders, self.atlas)
        return end

    def _past_seat(self, mention: Mention, end: int) -> int:
        """ "to China" in "Ambassadors A to China and B to Japan": where somebody is sent, is no side of theirs."""
        if end + 1 >= self.sentence[1] or self.tokens[end].low not in SEATED:
            return end
        realm = self.atlas.realm_at(self.tokens, end + 1, self.sentence[1])
        mention.end = end + 1 + realm[0] if realm else end
        return mention.end

    def _by_name(self, first: Mention, at: int) -> Mention | None:
        holder = holder_at(self.tokens, at, self.atlas)
        if holder is None or find_noun(self.tokens, at, self.sentence[1], self.atlas) is not None:
            return None
        mention = self._named(at, holder)
        if mention.name[1] - mention.name[0] == 1 and mention.name[0] == at:
            return None  # a place, or the matter of the next one's post
        mention.title = first.title
        mention.side = first.side if first.noun in COUNTERPARTS else None
        take_state(mention, self.atlas)
        return mention

    def _by_complement(self, post: Post, first: Mention, at: int) -> Mention | None:
        complement = read_complement(self.tokens, at, self.sentence[1], self.atlas)
        if complement.holder is None:
            return None
        mention = self._named(at, complement.holder)
        mention.side = self.atlas.within(self.tokens, at, complement.end)
        link = self.tokens[at].low
        mention.title = first.title and common_part(
            self.tokens, post, link, self.atlas, is_state=self._is_all_state(at, complement.end)
        )
        return mention

    def _is_all_state(self, at: int, end: int) -> bool:
        """Whether a complement is a State and no matter: "de Chile", not "de Defensa de Chile"."""
        realm = self.atlas.realm_at(self.tokens, at + 1, end)
        return realm is not None and at + 1 + realm[0] >= end

    # A name, then perhaps a post

    def _bare(self, at: int) -> int:
        end = name_end(self.tokens, at, self.atlas)
        before = self.tokens[at - 1] if at > self.sentence[0] else None
        is_within_a_name = before is not None and before.is_capital and before.low not in FUNCTION
        if end - at < 2 or is_within_a_name:
            return end
        mention = self._with_post(Mention(self.passage, self.sentence, at, end, (at, end), is_bare=True))
        last = self.found[-1] if self.found else None
        around = Surroundings(self.passage, self.sentence, last, self.passed_over, self.atlas)
        has_state = mention.side is not None and self.tokens[end].text == ","  # "X, de la República de Chile"
        if mention.title is not None or has_state or around.seem_of_person(at, end, before):
            return self._keep(mention)
        self.passed_over = end
        return end
