"""Whether two or more capitals with neither post nor courtesy are somebody, by what stands around them."""

import re
from dataclasses import dataclass

from comunicados.intake.parser import places
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.holders import is_verb
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.names import is_given, name_end
from comunicados.intake.parser.tokens import Passage, Span, Token, words
from comunicados.intake.parser.topics import THINGS, is_subject
from comunicados.intake.parser.vocabulary import AND, ARTICLES

_OF = words("de del of for")
_PLACING = words("in at from near through across via en desde hacia")  # where somebody was
_ACTS = words(
    "intervencion intervenciones designacion nombramiento participacion asistencia presencia visita appointment "
    "participation visit"
)
_LISTING = re.compile(
    r"(?:por|by|con|with|participaron|asistieron|presentes?|integrad\w{1,3}|entre|between|attended|included?|including|"
    r"al?|to|from|met|visited|received|hosted|thanked|welcomed|recib\w{1,5}|salud\w{1,4})(?: la| el)?\s?:?\s?$"
)
_BY = words("by de del por of")
_QUOTES = frozenset("\"“”«»'‘’")
LIST_AHEAD = 3  # names looked at behind one that may be a thing


def past_separators(tokens: list[Token], end: int, stop: int) -> int:
    """Past the commas and the "and" of a list; the same place when nothing follows them."""
    is_aside = end + 4 < stop and tokens[end].text == "(" and tokens[end + 1].low[0].isdigit()
    at = next((place + 1 for place in range(end + 2, end + 5) if tokens[place].text == ")"), end) if is_aside else end
    end = at  # past "(1985-1988)"
    while at < min(end + 3, stop) and (tokens[at].text in ",;" or tokens[at].low in AND):
        at += 1
    return at if at < stop else end


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What has been read of a sentence up to a bare name."""

    passage: Passage
    sentence: Span
    last: Mention | None  # the naming before, perhaps of another sentence
    passed_over: int  # where the last name ended that is nobody's here
    atlas: Atlas

    @property
    def tokens(self) -> list[Token]:
        return self.passage.tokens

    def seem_of_person(self, at: int, end: int, before: Token | None) -> bool:
        """Whether two or more capitals with neither post nor courtesy are somebody, by what stands around."""
        has_given = is_given(self.tokens[at].low)
        if places.of_capital(" ".join(token.low for token in self.tokens[at:end])) is not None:
            return False
        if before is not None and (before.low in THINGS or before.low in _PLACING or self._is_quoted(at, end)):
            return False
        if before is not None and before.low in {"a", "to"} and at > 1 and self.tokens[at - 2].low in THINGS:
            return False  # "Monumento a José Martí"
        if before is not None and (before.low in _OF or before.low in ARTICLES - {"a"}):
            thing = self.tokens[at - 2] if at - 2 >= self.sentence[0] else None
            names_a_thing = (
                thing is not None
                and thing.low not in _ACTS
                and (thing.is_capital or is_subject(thing.low) or thing.low in THINGS)
            )
            is_told = thing is not None and thing.low in _ACTS and self._begins_a_list(at, end)
            return (has_given or is_told) and before.low in {"de", "of"} and not names_a_thing
        if before is None and end == self.sentence[1]:
            return has_given or self.passage.is_item or len(self.tokens) <= end + 1
        if self._follows_a_thing(at):
            return False
        if has_given or self.tokens[at].is_acronym:
            return has_given  # all in capitals: a verb or a thing looks like a name
        if self._begins_a_list(at, end):
            return True
        if (end < self.sentence[1] and is_verb(self.tokens[end])) or self._goes_on_a_list(at):
            return True
        return before is not None and bool(
            _LISTING.search(self.passage.text[max(0, self.tokens[at].start - 40) : self.tokens[at].start].lower())
        )

    def _begins_a_list(self, at: int, end: int) -> bool:
        """Whether more names follow, one of them with a known first name: "Aníbal Ríos, Ana Paz e Iris Sol"."""
        if any(is_subject(token.low) for token in self.tokens[at:end]):
            return False
        for _item in range(LIST_AHEAD):
            following = past_separators(self.tokens, end, self.sentence[1])
            if following == end:
                return False
            end = name_end(self.tokens, following, self.atlas)
            if end - following < 2 or any(is_subject(token.low) for token in self.tokens[following:end]):
                return False
            if is_given(self.tokens[following].low):
                return True
        return False

    def _is_quoted(self, at: int, end: int) -> bool:
        """Between quotation marks, or the author of what is: "Guernica" by Pablo Picasso."""
        first = at - 1 - (self.tokens[at - 1].low in _BY)
        is_work = first < at - 1 and first >= self.sentence[0] and self.tokens[first].text in _QUOTES
        is_name = self.tokens[at - 1].text in _QUOTES and end < len(self.tokens) and self.tokens[end].text in _QUOTES
        thing = self.tokens[at - 2] if at - 2 >= self.sentence[0] else None
        is_thing = thing is not None and (thing.is_capital or thing.low in THINGS or is_subject(thing.low))
        return is_work or (is_name and is_thing)

    def _follows_a_thing(self, at: int) -> bool:
        """Whether only "and" or a comma parts a name from one that was not taken for a person."""
        between = self.tokens[self.passed_over : at]
        return (
            self.passed_over > self.sentence[0]
            and 0 < len(between) <= 2
            and all(token.text == "," or token.low in AND for token in between)
        )

    def _goes_on_a_list(self, at: int) -> bool:
        last = self.last
        if last is None or last.sentence != self.sentence or at - last.end > 3 or at == last.end:
            return False
        return all(token.text in ",;" or token.low in AND for token in self.tokens[last.end : at])
