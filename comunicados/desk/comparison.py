"""What a comparison's page shows: two sides, and for each language what differs between them."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Self

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from comunicados.compare import Change, Mark, compare
from comunicados.desk import in_words
from comunicados.desk.in_words import Names
from comunicados.document import TEXT_FIELDS, Document, page
from comunicados.enums import Language
from comunicados.models import Publication, Revision


@dataclass(frozen=True)
class Side:
    """One of the two that are compared: a document, how a link asks for it, and who made it when."""

    key: str
    name: str
    who: str
    at: dt.datetime
    document: Document
    erased: str = ""  # a sentence, where a language of it was erased for legal reasons

    @classmethod
    def of_revision(cls, revision: Revision) -> Self:
        name = _("Revision %(ordinal)s") % {"ordinal": revision.ordinal}
        who = in_words.who(revision.made_by)
        return cls(str(revision.ordinal), name, who, revision.made_at, revision.document, _erased(revision))

    @classmethod
    def of_publication(cls, publication: Publication) -> Self:
        """The text that the world reads, in the publication's language."""
        who = in_words.who(publication.made_by)
        revision = publication.revision
        name = _("What is public now")
        return cls("public", name, who, publication.live_from, revision.document, _erased(revision))


def _erased(revision: Revision) -> str:
    names = [str(Language(language).label) for language in revision.erased_languages()]
    if not names:
        return ""
    sentence = _("Of revision %(ordinal)s the text in %(languages)s was erased for legal reasons.")
    return sentence % {"ordinal": revision.ordinal, "languages": get_text_list(names, _("and"))}


@dataclass(frozen=True)
class Difference:
    """What differs in one language. `is_unseen` when only what has no words does, like white space."""

    spoken: ClassVar = TEXT_FIELDS  # the fields that are in this language, not in the desk's

    language: str
    changes: list[Change]
    is_unseen: bool

    @property
    def name(self) -> str:
        return str(Language(self.language).label)

    @property
    def count(self) -> int:
        return sum(block.mark is not Mark.SAME for change in self.changes for block in change.blocks)

    @property
    def labelled(self) -> list[tuple[str, Change]]:
        return [(in_words.label(change.field), change) for change in self.changes]

    @classmethod
    def between(cls, old: Document, new: Document, language: str, names: Names) -> Self:
        changes = compare(*(in_words.fields(document, language, names) for document in (old, new)))
        return cls(language, changes, not changes and page(old, language) != page(new, language))


@dataclass(frozen=True)
class Comparison:
    old: Side
    new: Side
    differences: list[Difference]
    chosen: str  # the language that is shown

    @classmethod
    def of(cls, old: Side, new: Side, names: Names, language: str = "") -> Self:
        """In the language asked for, else in the first in which something differs."""
        differences = [Difference.between(old.document, new.document, one, names) for one in Language.values]
        differing = [difference.language for difference in differences if difference.changes]
        return cls(old, new, differences, language or next(iter(differing), Language.ES.value))

    @property
    def shown(self) -> Difference:
        return next(difference for difference in self.differences if difference.language == self.chosen)

    @property
    def is_empty(self) -> bool:
        return self.old.document == self.new.document
