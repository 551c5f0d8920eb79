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
    r"(?P<dotted>\bEE\. ?UU\.?|\bD\.ª|\b[^\W\d_]\.(?:[^\W\d_]\.)*)"
    r"|(?P<word>[^\W_][\w\u0300-\u036f]*(?:[-‐'’·][^\W_][\w\u0300-\u036f]*)*)"
    r"|(?P<sign>[^\w\s])"
)
ABBREVIATIONS = words(
    "sr sra srta sres dr dra lic licda ing arq mtro mtra prof profa gral cnel tte cap capt gen adm amb "
    "emb excmo excma hon rt mr mrs ms st sto sta cmdte almte vicealmte col lt maj fr rev crnl dept depto "
    "no núm num art d dn da"
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
        return self.is_word and self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        return self.is_word and len(self.text) > 1 and self.text.isupper() and self.text.isalpha()

    @property
    def is_initial(self) -> bool:
        return self.is_capital and self.text.endswith(".") and all(len(part) < 2 for part in self.text.split("."))


def tokenize(text: str) -> list[Token]:
    """The tokens of a text. The dot of an abbreviation belongs to it; any other dot is a sign."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        if word == "." and tokens and tokens[-1].end == start and tokens[-1].low in ABBREVIATIONS:
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


def sentences(tokens: list[Token]) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, in tokens."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for index, token in enumerate(tokens):
        if token.text in ".?!" and not token.is_word:
            bounds.append((start, index + 1))
            start = index + 1
    if start < len(tokens):
        bounds.append((start, len(tokens)))
    return bounds


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
