"""Whole texts: each with all that belongs to it, read in one query however many they are and whoever appears in them.

`texts.whole()`, of publications or of versions, answers them, `texts.pages()` with what stands around them: plain
objects, built of the JSON in which the view has put them. Rows of models would take twenty times as long to make, and
a page has dozens.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Self, TypeVar
from uuid import UUID

from comunicados.enums import Role
from comunicados.public.models.base import BearsAName, InTwoLanguages
from comunicados.public.models.facts import FactsOfAFile, FactsOfAnAppearance, FactsOfAText

Row = dict[str, Any]
T = TypeVar("T")


@dataclass
class Label(BearsAName):
    """A kind or a topic."""

    slug: str
    name_es: str
    name_en: str

    def slug_in(self, language: str) -> str:
        return self.slug


@dataclass
class RegistryName(BearsAName):
    """A delegation or a post, as the registry calls it now; `iso_code` of States alone."""

    pk: int
    name_es: str
    name_en: str
    slug_es: str
    slug_en: str
    iso_code: str = ""

    @staticmethod
    def slug_field(language: str) -> str:
        return f"slug_{language}"


@dataclass
class PersonName:
    """Whose page a name leads to."""

    pk: int
    slug: str


@dataclass
class WholeAppearance(FactsOfAnAppearance):
    """Someone in the words of the text; `person`, `position` and `delegation` as far as the registry knows them."""

    order: int
    role: str
    name: str
    title: str
    organization_words: str
    courtesy: str
    is_of_the_first: bool
    person: PersonName | None
    position: RegistryName | None
    delegation: RegistryName | None

    def __str__(self) -> str:
        return self.name or self.title

    @property
    def role_in_words(self) -> str:
        return str(Role(self.role).label)

    @property
    def delegation_id(self) -> int | None:
        return self.delegation.pk if self.delegation else None

    @classmethod
    def of(cls, row: Row) -> Self:
        row["person"] = _one(PersonName, row["person"])
        row["position"] = _one(RegistryName, row["position"])
        row["delegation"] = _one(RegistryName, row["delegation"])
        return cls(**row)


@dataclass
class WholeFile(FactsOfAFile):
    """A photograph or an annex in the words of the text, with its `path` and the `sources` of an image."""

    order: int
    role: str
    name: str
    caption: str
    alternative: str
    credit: str
    digest: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    widths: list[int]
    portrait_of: PersonName | None

    def __str__(self) -> str:
        return self.caption or self.name

    @classmethod
    def of(cls, row: Row) -> Self:
        return cls(**row | {"portrait_of": _one(PersonName, row["portrait_of"])})


@dataclass
class Reference(FactsOfAText):
    """Another text, as far as a link to it says what it is."""

    pk: int
    language: str
    status: str
    path: str
    headline: str
    listed_until: str | None = None
    is_listed: bool = False


@dataclass
class OneVersion(FactsOfAText):
    """A line of the list of versions; `live_until` only when that has passed."""

    pk: int
    ordinal: int
    status: str
    note: str
    predecessor_id: int | None
    live_from: dt.datetime
    live_until: dt.datetime | None

    @classmethod
    def of(cls, row: Row) -> Self:
        return cls(**_moments(row, "live_from", "live_until"))


@dataclass
class WholeSilence(InTwoLanguages):
    """Why no list shows texts of this kind now."""

    reason_es: str
    reason_en: str


@dataclass
class Pdf:
    """The one of a text, by the SHA-256 of its bytes; `size` in bytes. It never changes."""

    digest: str
    size: int


@dataclass
class RelatedText:
    """A listed text in the same language that shares `names`, in the words of the text whose page tells of it."""

    pk: int
    path: str
    headline: str
    date: dt.date
    names: list[str]
    is_same_meeting: bool

    @classmethod
    def of(cls, row: Row) -> Self:
        return cls(**row | {"date": dt.date.fromisoformat(row["date"])})


@dataclass
class WholeText(FactsOfAText):
    """A publication or an older version with all its words; what they are is said in `Text`."""

    pk: int
    version_id: int
    communique_id: int
    language: str
    uid: UUID
    ordinal: int
    status: str
    headline: str
    subheadline: str
    place: str
    body: str
    note: str
    date: dt.date
    held_on: dt.date
    original: str
    number: int | None
    path: str
    is_archive: bool
    digest: str
    predecessor_id: int | None
    live_from: dt.datetime
    live_until: dt.datetime | None
    first_live_from: dt.datetime
    courtesy_translation: bool
    counterpart_url: str
    counterpart_language: str
    rule: str
    listed_until: dt.datetime | None
    kind: Label
    topics: list[Label]
    appearances: list[WholeAppearance]
    files: list[WholeFile]
    translation: Reference | None  # what stands in the other language, be it a withdrawal

    def __str__(self) -> str:
        return self.headline

    @classmethod
    def of(cls, words: Row, **around: Any) -> Self:
        row = _moments(words, "live_from", "live_until", "first_live_from", "listed_until")
        row |= {
            "uid": UUID(row["uid"]),
            "date": dt.date.fromisoformat(row["date"]),
            "held_on": dt.date.fromisoformat(row["held_on"]),
            "kind": Label(**row["kind"]),
            "topics": [Label(**topic) for topic in row["topics"]],
            "appearances": [WholeAppearance.of(appearance) for appearance in row["appearances"]],
            "files": [WholeFile.of(file) for file in row["files"]],
            "translation": _one(Reference, row["translation"]),
        }
        return cls(**row, **around)


@dataclass
class PageText(WholeText):
    """A whole text, and what its page says besides: what stands at its address now, all its versions, why no list
    shows texts of its kind, what replaces it, its PDF as soon as it is made, what belongs
    together with it."""

    current: Reference
    versions: list[OneVersion]
    silence: WholeSilence | None
    replacement: Reference | None
    pdf: Pdf | None
    related: list[RelatedText]

    @classmethod
    def of(cls, words: Row, **around: Any) -> Self:
        current = Reference(**around["current"])
        is_off_the_lists_anyway = current.is_withdrawn or current.is_past
        return super().of(
            words,
            current=current,
            versions=[OneVersion.of(version) for version in around["versions"]],
            silence=None if is_off_the_lists_anyway else _one(WholeSilence, around["silence"]),
            replacement=_one(Reference, around["replacement"]),
            pdf=_one(Pdf, around["pdf"]),
            related=[RelatedText.of(text) for text in around["related"]],
        )

    @property
    def is_current(self) -> bool:
        return self.pk == self.current.pk

    @property
    def predecessor(self) -> OneVersion | None:
        """The version before this one, if that can be read."""
        return next((version for version in self.versions if version.pk == self.predecessor_id), None)

    @property
    def successor(self) -> OneVersion | None:
        return next((version for version in self.versions if version.predecessor_id == self.pk), None)


def _one(made_of: type[T], row: Row | None) -> T | None:
    return made_of(**row) if row else None


def _moments(row: Row, *names: str) -> Row:
    """JSON has no moments."""
    return row | {name: dt.datetime.fromisoformat(row[name]) for name in names if row[name]}
