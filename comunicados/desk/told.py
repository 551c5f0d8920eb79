"""What an event of the history is: where its rows are, and what is told of each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from comunicados.enums import Section
from comunicados.models import Communique


@dataclass(frozen=True)
class Told:
    """An event in words: a sentence about %(who)s and what it names, the note that came with it, its language."""

    sentence: str
    note: str = ""
    language: str = ""
    named: dict[str, str] = field(default_factory=dict)

    def by(self, name: str) -> str:
        return self.sentence % {"who": name, **self.named}


@dataclass(frozen=True)
class Source:
    """One sort of events: where their rows are, which fields say when and who, and what is told of a row."""

    rows: Callable[[Communique], QuerySet[Any]]
    at: str
    by: str
    tell: Callable[[Any], Told]


def sections_in_words(sections: list[str]) -> str:
    known = [str(section.label) for section in Section if section in sections]
    return get_text_list(known, _("and")) or "—"
