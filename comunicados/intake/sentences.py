"""Doubts and refusals in the language of whoever reads them."""

import re

from django.utils.translation import gettext as _

from comunicados.intake.doubts import Doubt, gettext_noop
from comunicados.intake.readers.failures import SENTENCES, UnreadableFile

_PLACE_WORDS = (
    gettext_noop("page"),
    gettext_noop("paragraph"),
    gettext_noop("table"),
    gettext_noop("row"),
    gettext_noop("column"),
    gettext_noop("footnote"),
    gettext_noop("endnote"),
    gettext_noop("text box at"),
    gettext_noop("attachment"),
)
_PLACE_WORD = re.compile(rf"(?:^|(?<=, )|(?<= at ))(?:{'|'.join(_PLACE_WORDS)})(?= )")


def in_words(doubt: Doubt) -> str:
    """The sentence of a doubt, translated, with its words."""
    words = {name: _word(name, word) for name, word in doubt.words.items()}
    return _(doubt.sentence) % words if words else _(doubt.sentence)


def place_in_words(place: str) -> str:
    """A place of the source ("page 2, paragraph 3") as the reader's language says it."""
    return _PLACE_WORD.sub(lambda match: _(match.group()), place)


def refusal_in_words(failure: UnreadableFile) -> str:
    return _(SENTENCES[failure.reason])


def _word(name: str, word: str | Doubt) -> str:
    if isinstance(word, Doubt):
        return in_words(word)
    return place_in_words(word) if name == "place" else word
