"""Words and signs of a paragraph, each with its place, so that what is found can be cut out as written."""

import re
import unicodedata
from dataclasses import dataclass


def words(text: str) -> frozenset[str]:
    """A set of words, written as one string."""
    return frozenset(text.split())


# A word may carry hyphens, apostrophes and marks that no composed letter has; "J.", "U.S." and "D.C." are
# words.
_TOKEN = re.compile(
    r"(?P<dotted>\bEE\. ?UU\.?|\bD\.ª|\b[HS]\.E\b(?!\.)|\b[^\W\d_]\.(?:[^\W\d_]\.)*)"
    r"|(?P<word>(?:[ʻʼ])?[^\W_ʻʼ][\w\u0300-\u036f]*(?:[-‐'’·][^\W_][\w\u0300-\u036f]*)*)"
    r"|(?P<sign>[^\w\s])"
)
ABBREVIATIONS = words(
    "sr sra srta sres dr dra lic licda ing arq mtro mtra prof profa gral cnel tte cap capt gen adm amb "
    "ret rtd lt brig sgt hno hna mag abg abog tnlgo psic esc ph emb excmo excma hon rt mr mrs ms st sto sta "
    "frag nav corb div lcda lcdo msc mgtr mag psic cmdte almte vicealmte col lt maj fr rev crnl dept depto "
    "fco fdez hdez glez mtz rdz no núm num art d dn da jr sr ma sen lieut rvdmo rvdma rvdo mons msgr revd"
)


_OKINAS = "'‘’ʻʼ"
_CLOSED = re.compile(r"['’](?![^\W\d_])")
QUOTED = 300  # letters within which a quotation is closed
_NAME = re.compile(r" ([^\W\d_][^\W\d_]+)")
_OPENS_SENTENCE = re.compile(r" (?:The|In|On|He|She|They|This|That|It|At|El|La|Los|Las|En|Su|Ambos)\b|$")
_BEFORE_TITLE = words("el la y e and the ; :")
_VOWEL = re.compile(r"[aeiouy]")
_SHORT_NAMES = words("sur mar iran irak chad nepal catar oman laos golfo plan")
_OPENERS = words(
    "el la los las en por para con su sus al se asimismo ambos ambas durante tras como este esta the in on he "
    "she they"
)


def fold(text: str) -> str:
    """Small letters without accents: what two spellings of one word have in common."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("’", "'").replace("‐", "-"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    low: str
    is_word: bool

    @property
    def is_capital(self) -> bool:
        return self.is_word and self.text.lstrip(_OKINAS)[:1].isupper()

    @property
    def is_acronym(self) -> bool:
        return self.is_word and len(self.text) > 1 and self.text.isupper() and self.text.isalpha()

    @property
    def is_initial(self) -> bool:
        return self.is_capital and self.text.endswith(".") and all(len(part) < 2 for part in self.text.split("."))


def _is_abbreviation(tokens: list[Token], following: str) -> bool:
    """Whether the dot after the last token is its own: of a known abbreviation, or one such as "la Ec. Ana"."""
    last = tokens[-1]
    if last.low in {"jr", "ma"}:
        return last.is_capital and len(tokens) > 1 and not _OPENS_SENTENCE.match(following)
    if last.low in ABBREVIATIONS:
        return True
    if last.is_capital and 1 < len(last.text) <= 4 and last.text[1:].islower() and not _VOWEL.search(last.low):
        return len(tokens) > 1 and tokens[-2].is_capital  # "Carlos Ml. Ugalde"
    if not (1 < len(last.text) <= 5 and last.is_capital and last.text[1:].islower() and len(tokens) > 1):
        return False
    is_short = last.low[-1] not in "aeiou" and last.low not in _SHORT_NAMES and tokens[-2].low in _BEFORE_TITLE
    name = _NAME.match(following)
    return is_short and name is not None and name.group(1)[0].isupper() and fold(name.group(1)) not in _OPENERS


def _is_okina(text: str, at: int) -> bool:
    """Whether a mark before a capital belongs to the name (“'Aisake”) and opens no quotation."""
    if text[at] not in _OKINAS or (at and not (text[at - 1].isspace() or text[at - 1] in "(")):
        return False
    return text[at] in "ʻʼ" or not _CLOSED.search(text, at + 1, at + QUOTED)


def tokenize(text: str) -> list[Token]:
    """The tokens of a text. The dot of an abbreviation belongs to it; any other dot is a sign."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        if tokens and tokens[-1].end == start and word[0].isupper() and _is_okina(text, tokens[-1].start):
            start = tokens.pop().start
            tokens.append(Token(text[start:end], start, end, fold(word), True))
            continue
        if word == "." and tokens and tokens[-1].end == start and _is_abbreviation(tokens, text[end : end + 20]):
            last = tokens.pop()
            tokens.append(Token(last.text + ".", last.start, end, last.low, True))
            continue
        is_word = match.lastgroup != "sign"
        if is_word and word[-2:].lower() in {"'s", "’s"} and len(word) > 2:
            # What is owned is told apart from the owner: "Canada" and "'s".
            tokens.append(Token(word[:-2], start, end - 2, fold(word[:-2]), True))
            word, start = word[-2:], end - 2
        tokens.append(Token(word, start, end, fold(word.rstrip(".")) if is_word else word, is_word))
    return tokens


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a sentence cannot end at a dot, as what follows is a small letter or a sign that goes on."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].text != "." or following is None:
        return False
    return following.text in {",", ";", ")"} or (following.is_word and following.text[0].islower())


def sentences(tokens: list[Token]) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, in tokens; a cell of a table counts as one."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for index, token in enumerate(tokens):
        if token.text == "|":
            bounds.append((start, index))
            start = index + 1
        elif token.text in ".?!" and not token.is_word and not _goes_on(tokens, index):
            bounds.append((start, index + 1))
            start = index + 1
    bounds.append((start, len(tokens)))
    return [(first, last) for first, last in bounds if first < last]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its tokens; `number` counts the paragraphs of the body from 0."""

    text: str
    number: int
    is_item: bool
    tokens: list[Token]

    def cut(self, start: int, end: int) -> str:
        """The text of the tokens from start up to end, as written."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if end > start else ""


Span = tuple[int, int]
