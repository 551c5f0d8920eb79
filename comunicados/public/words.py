"""Words as readers type them."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
EXCLUDED = re.compile(r'(?<!\S)-(?:"[^"]*"?|\S+)')  # as search engines take it: -word, -"some words"


def fold(text: str) -> str:
    """Lower case without accents; nº becomes no."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower() or text


def typed_words(text: str) -> list[str]:
    """The words that are to be found, without those that are to be left out."""
    return [word for word in WORD.findall(EXCLUDED.sub(" ", text)) if word.lower() != "or"]
