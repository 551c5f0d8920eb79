"""For which State people act, where not their posts but the words around tell it."""

import re

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.cues import (
    ACCOMPANIED,
    ATTENDED,
    DELEGATION,
    HEAD,
    HEADING,
    LEADS,
    ON_BEHALF,
    OTHER_BODIES,
)
from comunicados.intake.parser.groups import Group
from comunicados.intake.parser.holders import is_post
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.posts import read_post
from comunicados.intake.parser.tokens import Passage, Token, fold, words

_CITY = words("ciudad city")
_ACCREDITED = ("acreditad", "accredit")
_JOURNEYS = ("visit", "viaj", "trip", "travel")
_DELEGATIONS = words("delegation side team delegacion parte comitiva mision mission")
_WHERE = words("en in at ante to a with con")
_SEVERAL = words("they them ambos ambas both los las delegaciones delegations sides partes")
_THAT_STATE = re.compile(r"\b(?:de (?:ese|dicho|este|aquel|su) pais|(?:that|his|her) country)\b")
_SAME_POST = {"mandatario": "presidente", "mandataria": "presidenta"}
_ONE_WAS = re.compile(r"^\s?(?:(?:was|is|estuvo|fue|esta) (?:also |tambien )?)(?:acompan|accompan|joined)")
_REPRESENTS = re.compile(r"^\s?(?:represent\w+|acudi\w+ en representacion)\b")


class SideReader:
    """Reads the groups of a body one after the other and remembers who holds which post."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self._holders: dict[str, Mention] = {}
        self._subject: Mention | None = None  # the first of the sentence before

    def tell(self, group: Group, previous: Group | None, *, cue: int | None) -> None:
        """Gives a group its side; `cue` is where the words before begin to tell what it did, if they do."""
        told = group.before if cue is not None or previous is None else previous.before + group.before
        side, companion = self._told(group, previous, told[cue or 0 :])
        before = previous.members[-1] if previous else None
        for mention in group.members:
            if mention.side is None and not mention.is_inner:
                mention.side = side or _of_that_state(mention, before)
                mention.like = mention.like or (None if side else companion)
            before = mention
        if (
            cue is not None
            and group.members[0].relation != HEAD
            and not ATTENDED.search(group.before + (previous.before if previous else ""))
        ):
            _share(group)

    def remember(self, groups: list[Group]) -> None:
        """Keeps the holders of a sentence's posts, for "the Prime Minister was accompanied by"."""
        for group in groups:
            for mention in group.members:
                if mention.title and not mention.is_shared:
                    self._holders[mention.noun] = mention
                    self._holders[fold(mention.titled_in.cut(*mention.title))] = mention
        self._subject = groups[0].members[0] if groups else None

    def _told(self, group: Group, previous: Group | None, told: str) -> tuple[str | None, Mention | None]:
        """The side of a whole group, or the person whose side it shares."""
        if _REPRESENTS.match(group.after):
            return self._state_after(group.passage, group.members[-1].end + 1), None
        if LEADS.match(group.after) and (led := self._led(group)):
            return led, None
        companion = None
        if DELEGATION.search(told) or HEADING.search(told):
            is_list = ATTENDED.search(told) is not None and ACCOMPANIED.search(told) is None
            side = self._last_state(group.passage, group.begin, group.members[0].start, of_posts=not is_list)
            if side:
                return side, None
            if ACCOMPANIED.search(told):
                companion = _accompanied(previous, group) if previous else self._unnamed(group)
        if ON_BEHALF.search(group.before):
            return self._state_after_comma(group), companion
        return None, companion

    def _last_state(self, passage: Passage, start: int, stop: int, *, of_posts: bool) -> str | None:
        """The State named last before a group; whose is "el embajador uruguayo" says nothing of whoever attended."""
        found = None
        at = start
        while at < stop:
            state = self.atlas.state_at(passage.tokens, at)
            before = passage.tokens[max(start, at - 3) : at]
            if not of_posts and before and any(is_post(token) for token in before[-2:]):
                pass
            elif state and before and before[-1].low in _WHERE and (found or _is_visited(before)):
                pass  # "la Embajada de México en Chile"
            elif not state or any(token.low in _CITY or token.low.startswith(_ACCREDITED) for token in before):
                found = self.atlas.adjective_at(passage.tokens, at) or found
            else:
                # "Programa de las Naciones Unidas" is another body.
                wider = passage.tokens[max(start, at - 5) : at]
                is_part = any(token.is_capital and token.low in OTHER_BODIES for token in wider)
                found = None if is_part else state[1]
            at += state[0] if state else 1
        return found

    def _led(self, group: Group) -> str | None:
        """The State of "X headed the Japanese delegation", "X encabezó la delegación de Chile"."""
        tokens, start = group.passage.tokens, group.members[-1].end
        start += start < len(tokens) and tokens[start].text == ","
        for at in range(start, min(start + 8, len(tokens))):
            if tokens[at].text in ",;.:":
                return None
            if any(token.low in _DELEGATIONS for token in tokens[at + 1 : at + 4] + tokens[max(start, at - 4) : at]):
                state = self.atlas.state_at(tokens, at)
                if key := state[1] if state else self.atlas.adjective_at(tokens, at):
                    return key
        return None

    def _state_after(self, passage: Passage, start: int) -> str | None:
        for at in range(start, min(start + 4, len(passage.tokens))):
            state = self.atlas.state_at(passage.tokens, at)
            if state:
                return state[1]
        return None

    def _state_after_comma(self, group: Group) -> str | None:
        """ "Por parte del presidente X, Estados Unidos estuvo representado"."""
        tokens, at = group.passage.tokens, group.members[-1].end
        if at + 1 >= len(tokens) or tokens[at].text != ",":
            return None
        state = self.atlas.state_at(tokens, at + 1)
        return state[1] if state else None

    def _unnamed(self, group: Group) -> Mention | None:
        """Whom "The Prime Minister was accompanied by", or "La acompañaron", means."""
        tokens, stop = group.passage.tokens, group.members[0].start
        for at in range(group.begin, stop):
            if is_post(tokens[at]):
                post = read_post(tokens, at, group.begin, stop, self.atlas)
                noun = _SAME_POST.get(tokens[at].low, tokens[at].low)
                return self._holders.get(fold(group.passage.cut(post.start, post.end))) or self._holders.get(noun)
        before = tokens[group.begin : stop]
        subject = self._subject
        if subject is None or subject.passage is not group.passage or any(t.low in _SEVERAL for t in before):
            return None
        return None if any(token.is_capital for token in before[1:]) else subject


def _accompanied(previous: Group, group: Group) -> Mention:
    """Whose company a group is: of several named before, "was" is said of the last."""
    return previous.members[-1 if _ONE_WAS.match(group.before) else 0]


def _is_visited(before: list[Token]) -> bool:
    """ "a working visit to Malaysia": nobody's side."""
    return any(token.low.startswith(_JOURNEYS) for token in before)


def _of_that_state(mention: Mention, before: Mention | None) -> str | None:
    """ "el ministro de Salud de ese país": the State of whoever was named before."""
    if before is None or mention.title is None:
        return None
    return before.side if _THAT_STATE.search(fold(mention.titled_in.cut(*mention.title))) else None


def _share(group: Group) -> None:
    """What is told of one in a list of companions goes for those of whom nothing else is."""
    sides = {mention.side for mention in group.members if mention.side}
    if len(sides) == 1:
        for mention in group.members:
            if mention.like is None:
                mention.side = mention.side or next(iter(sides))
