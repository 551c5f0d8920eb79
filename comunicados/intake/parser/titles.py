"""How far the words of a title go: "secretaria de Seguridad y Protección Ciudadana" and not into the name
after it.
"""

from comunicados.intake.parser import places
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.courtesies import skip_courtesies
from comunicados.intake.parser.given_names import GIVEN_NAMES
from comunicados.intake.parser.holders import LINKS, holder_at, is_post, is_verb
from comunicados.intake.parser.matters import list_closes, list_goes_on
from comunicados.intake.parser.names import is_given, is_small_surname, name_end
from comunicados.intake.parser.tokens import Token, words
from comunicados.intake.parser.topics import FIRST_NOUNS, is_subject, opens_a_place
from comunicados.intake.parser.vocabulary import (
    ACTING,
    AFTER_POST,
    AND,
    ARTICLES,
    BEFORE_POST,
    COUNTERPARTS,
    COURTESIES,
    FUNCTION,
    MONTHS,
    WEEKDAYS,
)

_STANDS_IN = words("behalf nombre representacion succession sucesion sustitucion reemplazo relevo")
_MATTERS = words("asuntos relaciones servicios negocios politicas estudios programas proyectos recursos derechos")
_CHAMBERS = words("house camara chamber congreso council consejo colegio college asamblea")
REACH = 40  # tokens of the longest post


class TitleWalk:
    """Follows the words of a title from one place on: `at` ends up where it ends, `holder` where a name
    begins.
    """

    def __init__(self, tokens: list[Token], first: int, stop: int, atlas: Atlas) -> None:
        self.tokens, self.first, self.atlas = tokens, first, atlas
        self.stop = min(stop, first + REACH)
        self.at = first
        self.linked = False  # the word before leads on to another: a preposition, an article after one, "and"
        self.small = False  # within a matter in small letters
        self.past = 0  # where a name that belongs to the title ends
        self.is_over = False
        self.holder: int | None = None
        self.inner: int | None = None
        while not self.is_over and self.at < self.stop:
            self._take(tokens[self.at])

    def _take(self, token: Token) -> None:
        if token.text == ",":
            self._comma()
        elif token.text == "/" and self.tokens[self.at - 1].is_capital:
            self._go(self.at + 1, linked=True)  # "Chief of the OAS/EOM"
        elif self._is_dashed_acronym():
            self._go(self.at + 2)
        elif token.text == "(":
            self._parenthesis()
        elif not token.is_word and token.low not in AND:
            self.is_over = True
        elif token.low == "'s":
            self._possessive()
        elif self.linked and token.is_capital and self._is_of_another():
            self._end()
        elif is_small_surname(self.tokens, self.at):
            self._capital(token)
        elif self._is_link(token) or (token.low in ARTICLES and self.linked):
            self._link(token)
        elif token.low in AND:
            self._go(self.at + 1, linked=True, small=self.small) if self._joins() else self._end()
        elif token.is_capital or (token.low in ACTING and "." in token.text):
            self._capital(token)
        else:
            self._small_letters(token)

    def _is_of_another(self) -> bool:
        """ "Special Envoy of H.E. Ana Ruiz": whoever has a courtesy after "of" holds another post."""
        name, courtesy, _rank = skip_courtesies(self.tokens, self.at)
        is_led = self.tokens[self.at - 1].low in {"of", "de", "del", "to"} and courtesy[1] > courtesy[0]
        return is_led and name_end(self.tokens, name, self.atlas) > name

    def _possessive(self) -> None:
        """ "of the People's Republic", "Prime Minister's Trade Envoy"; but "the President's office" is no post."""
        if self.at > self.first or self.tokens[min(self.at + 1, self.stop - 1)].is_capital:
            self._go(self.at + 1, linked=True)
        else:
            self._end()

    def _is_dashed_acronym(self) -> bool:
        """ "Organización de Estados Americanos – OEA"."""
        following = self.tokens[min(self.at + 1, self.stop - 1)]
        return self.tokens[self.at].text in "–—-" and following.is_acronym and self.at > self.first

    def _is_link(self, token: Token) -> bool:
        """A preposition that leads on; "con" does after "Relaciones" only."""
        if token.low in {"con", "with"}:
            return self.tokens[self.at - 1].low in {"relaciones", "relations", "enlace", "liaison"}
        if token.low == "a" and self.at + 2 < self.stop:  # "secretario de Promoción a la Democracia"
            ahead = self.tokens[self.at + 1 : self.at + 3]
            return ahead[0].low in ARTICLES and ahead[1].is_capital and is_subject(ahead[1].low)
        return token.low in LINKS or (token.low == "from" and self.tokens[self.at - 1].low in COUNTERPARTS)

    def _go(self, to: int, *, linked: bool = False, small: bool = False) -> None:
        self.at, self.linked, self.small = to, linked, small

    def _end(self, holder: int | None = None) -> None:
        self.holder, self.is_over = holder, True

    def _comma(self) -> None:
        holder = holder_at(self.tokens, self.at + 1, self.atlas, after_comma=True)
        if holder is None and self._is_house_or_state(self.at + 1):
            self._end()
        elif holder is None and not self.linked and list_goes_on(self.tokens, self.at + 1, self.stop, self.atlas):
            self._go(self.at + 1, linked=True, small=self.small)
        elif holder is None and list_closes(self.tokens, self.first, self.at, self.stop):
            self._go(self.at + 2, linked=True, small=self.small)
        else:
            self._end(holder)

    def _is_house_or_state(self, at: int) -> bool:
        """ "MEA" in "Secretary (East), MEA, and" or "Holy See" in "Secretary of State, Holy See, and"."""
        found = self.atlas.state_at(self.tokens, at) if at < self.stop else None
        after = at + (found[0] if found else 1)
        is_one = found is not None or (at < self.stop and self.tokens[at].is_acronym)
        return is_one and (after >= self.stop or self.tokens[after].text in {",", ";", "."})

    def _parenthesis(self) -> None:
        """ "(E)", "(Amexcid)" or "(Economic Relations)" belong to a post; anything longer does not."""
        at, tokens = self.at, self.tokens
        close = next((place for place in range(at + 1, min(at + 7, self.stop)) if tokens[place].text == ")"), at + 1)
        inside = tokens[at + 1 : close]
        is_part = bool(inside) and not is_post(inside[0])
        is_matter = all(
            token.low in AND or (token.is_capital and (len(inside) == 1 or is_subject(token.low) or token.is_acronym))
            for token in inside
        )
        if is_part and (is_matter or inside[0].low in ACTING):
            self._go(close + 1)
        else:
            self._end()

    def _link(self, token: Token) -> None:
        following = self.at + 1
        if (following < self.stop and self._is_apart(token, self.tokens[following])) or (
            token.low in {"to", "para"} and following < self.stop and self._is_infinitive(following)
        ):
            self._end()
        else:
            self._go(following, linked=True, small=self.small)

    @staticmethod
    def _is_apart(link: Token, token: Token) -> bool:
        """ "on behalf of", "on 5 May", "on Monday": said of what was done, not of a post."""
        stands_in = token.low in _STANDS_IN and link.low not in {"de", "del", "of"}
        return stands_in or token.low in MONTHS or token.low in WEEKDAYS or token.low[0].isdigit()

    def _is_infinitive(self, at: int) -> bool:
        token = self.tokens[at]
        if token.is_capital or token.low in ARTICLES or self.tokens[min(at + 1, self.stop - 1)].text == ",":
            return False
        return token.low.endswith(("ar", "er", "ir")) or not is_subject(token.low)

    def _capital(self, token: Token) -> None:
        if self.at > 1 and self.tokens[self.at - 2].low in _CHAMBERS and is_post(token):
            self._go(self.at + 1)  # "House of Representatives"
            return
        is_parted = self.tokens[self.at - 1].low in {"y", "e", "the", "/"}  # "Secretary to the President Ana Lee"
        if (
            self.linked
            and not is_parted
            and is_post(token)
            and holder_at(self.tokens, self.at + 1, self.atlas) is not None
        ):
            self._inner_post()
            return
        if not self.linked or self.small:
            holder = holder_at(self.tokens, self.at, self.atlas, complement=self.at > self.first)
            if holder is not None and not (
                self._goes_on_an_institution() or self._is_last_of_matter() or self._is_end_of_institution()
            ):
                self._end(holder)
                return
        self._go(max(self._past_capital(token), min(self.past, self.stop)))

    def _goes_on_an_institution(self) -> bool:
        """ "Independiente" in "Asociación Independiente de Bancos": Spanish says first what it is."""
        before = self.tokens[self.at - 1].low
        return (before in FIRST_NOUNS or before in _MATTERS) and not is_given(self.tokens[self.at].low)

    def _is_last_of_matter(self) -> bool:
        """ "Aires" in "Gobernador de Buenos Aires, Axel Kicillof": the full name comes after the comma."""
        following = self.at + 1
        if self.at == self.first or following >= self.stop or self.tokens[following].text != ",":
            return False
        return holder_at(self.tokens, following + 1, self.atlas, after_comma=True) is not None

    def _is_end_of_institution(self) -> bool:
        """ "Caro y Cuervo" in "director del Instituto Caro y Cuervo, Luis Gil": the holder comes after the comma."""
        low = self.tokens[self.at].low
        if self.at == self.first or is_given(low) or low in COURTESIES or self.tokens[self.at - 1].text == ",":
            return False
        end = name_end(self.tokens, self.at, self.atlas)
        while end + 1 < self.stop and self.tokens[end].low in AND and self.tokens[end + 1].is_capital:
            end = max(name_end(self.tokens, end + 1, self.atlas), end + 2)
        if end + 2 < self.stop and self.tokens[end].text == "(" and self.tokens[end + 1].is_acronym:
            end += 3
        if end >= self.stop or self.tokens[end].text != "," or not self._has_link():
            return False
        holder = holder_at(self.tokens, end + 1, self.atlas, after_comma=True)
        if holder is None or is_post(self.tokens[end + 1]):
            return False
        self.past = end
        return True

    def _has_link(self) -> bool:
        return any(token.low in LINKS for token in self.tokens[self.first : self.at])

    def _inner_post(self) -> None:
        """Another's post with its holder; the outer one's name comes after a comma, or does not come."""
        self.inner = self.at
        past = name_end(self.tokens, skip_courtesies(self.tokens, self.at + 1)[0], self.atlas)
        if past < self.stop and self.tokens[past].text == ",":
            holder = holder_at(self.tokens, past + 1, self.atlas, after_comma=True)
            if holder is not None:
                self.at = past
                self._end(holder)
                return
        self._end()

    def _past_capital(self, token: Token) -> int:
        """Past a State, a known word, or a place that no table has: "Nueva Arcadia" before "Juan Pérez"."""
        found = self.atlas.state_at(self.tokens, self.at)
        if found:
            return min(self.at + found[0], self.stop)
        following = self.at + 1
        if self.linked and not is_subject(token.low) and opens_a_place(token.low) and following < self.stop:
            return following + (self.tokens[following].is_capital and self.tokens[following].low not in GIVEN_NAMES)
        return following

    def _small_letters(self, token: Token) -> None:
        following = self.tokens[min(self.at + 1, self.stop - 1)]
        leads_on = is_post(following) or following.low in BEFORE_POST
        if token.low in {"senor", "senora"} and self.linked and leads_on:
            self._go(self.at + 1, linked=True)  # "jefe de Gabinete del señor ministro"
            return
        is_titled = token.low in ARTICLES and skip_courtesies(self.tokens, self.at)[0] > self.at
        if (token.low in COURTESIES or is_titled) and not self.linked:  # "the Hon"
            holder = holder_at(self.tokens, self.at, self.atlas)
            if holder is not None:
                self._end(holder)
                return
        after_and = (
            self.at > self.first and self.tokens[self.at - 1].low in AND | BEFORE_POST
        )  # "del primer ministro"
        if (
            (token.low in {"el", "los", "la", "las"} and self.at == self.first)
            or is_verb(token)
            or (is_post(token) and not self.linked and self.at > self.first and not after_and)
        ):
            self._end()
        elif self.linked or self.small or self.at == self.first or self._is_adjective(token):
            self._go(self.at + 1, small=self.linked or self.small)
        else:
            self._end()

    def _is_adjective(self, token: Token) -> bool:
        if token.low in AFTER_POST or places.of_adjective(token.low) is not None:
            return True
        following = self.tokens[min(self.at + 1, self.stop - 1)]
        return token.low not in FUNCTION and (following.low in LINKS or following.text in ",;)")

    def _joins(self) -> bool:
        """Whether "and" goes on with the same post: what follows has no article and is no new person."""
        if self.at + 1 >= self.stop:
            return False
        following = self.tokens[self.at + 1]
        if self._person_follows(self.at + 1) or skip_courtesies(self.tokens, self.at + 1)[0] > self.at + 1:
            return False
        if following.low in {"concurrently", "concomitantly", "simultaneamente"}:
            return True
        if following.low in ARTICLES and self.at + 2 < self.stop and self.tokens[self.at + 2].is_capital:
            # "América Latina y el Caribe", but not "el ministro y el Presidente"
            matter = self.tokens[self.at + 2].low
            return is_subject(matter) and matter not in BEFORE_POST
        if following.low in ARTICLES or is_verb(following) or not following.is_word:
            return False
        return (
            following.is_capital
            or is_subject(following.low)
            or is_post(following)
            or following.low in LINKS | BEFORE_POST
        )

    def _person_follows(self, at: int) -> bool:
        """Whether a first name and another one stand after "and", also after "and of": somebody else."""
        at += self.tokens[at].low in LINKS
        if at + 1 >= self.stop or not (self.tokens[at].is_capital and is_given(self.tokens[at].low)):
            return False
        return name_end(self.tokens, at, self.atlas) - at > 1
