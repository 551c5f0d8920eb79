"""What a person at the desk should look at: data here, a sentence in the reader's language where it is shown.

Pure: whoever shows a doubt turns it into words with `sentences.in_words`; `str` gives the English.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


def gettext_noop(sentence: str) -> str:
    """Marks a sentence for translation, as Django's does, and leaves it as it is."""
    return sentence


@dataclass(frozen=True, slots=True)
class Doubt:
    """`sentence` is a msgid with %(name)s places for `words`, of which one may be a sentence of its own.

    `about` is the field in question ("kind", "date", "place", "title", "embargo", "source" or "participants.3"), and
    `paragraph` that of `ParsedCommunique.source`, from 0.
    """

    sentence: str
    words: "Mapping[str, str | Doubt]" = field(default_factory=dict)
    about: str | None = None
    paragraph: int | None = None

    def __str__(self) -> str:
        return self.sentence % self.words if self.words else self.sentence

    def __hash__(self) -> int:
        return hash(self.sentence)

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Doubt":
        """What `dataclasses.asdict` made plain, made a doubt again."""
        words = facts["words"].items()
        read = {name: cls.from_json(word) if isinstance(word, dict) else word for name, word in words}
        return cls(**facts | {"words": read})
