"""What a version of a text says otherwise than the one before it, word by word."""

from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _

from comunicados.blocks import lines
from comunicados.compare import Change, Fields, Line, Mark, compare
from comunicados.public.dates import day
from comunicados.public.models import WholeAppearance, WholeText
from comunicados.public.models.whole import OneVersion, WholeFile


@dataclass(frozen=True)
class Changes:
    """Since the version `since`. Without any `labelled`, what changed has no words: which person a name is, say."""

    since: OneVersion
    labelled: list[tuple[str, Change]]

    @classmethod
    def of(cls, text: WholeText, before: WholeText, since: OneVersion) -> Self:
        labels = _labels()
        return cls(since, [(labels[change.field], change) for change in compare(_fields(before), _fields(text))])

    @property
    def count(self) -> int:
        return sum(block.mark is not Mark.SAME for _label, change in self.labelled for block in change.blocks)


def _labels() -> dict[str, str]:
    return {
        "headline": _("Headline"),
        "subheadline": _("Subheadline"),
        "kind": _("Kind"),
        "dateline": _("Dateline"),
        "held_on": _("Day of the act"),
        "body": _("Text"),
        "participants": _("Participants"),
        "files": _("Photographs and annexes"),
        "topics": _("Subjects"),
    }


def _fields(text: WholeText) -> Fields:
    """All that its page prints, in the order of `_labels`."""
    return {
        "headline": _line(text.headline),
        "subheadline": _line(text.subheadline),
        "kind": _line(text.kind.name_in(text.language)),
        "dateline": _line(", ".join(filter(None, (text.place, day(text.date))))),
        "held_on": _line(day(text.held_on)),
        "body": lines(text.body),
        "participants": [_participant(who) for who in text.appearances],
        "files": [_file(file) for file in text.files],
        "topics": [Line(topic.name_in(text.language)) for topic in text.topics],
    }


def _line(words: str) -> list[Line]:
    return [Line(" ".join(words.split()))] if words else []


def _participant(who: WholeAppearance) -> Line:
    name = " ".join(filter(None, (who.courtesy, who.name)))
    described = ", ".join(filter(None, (name, who.title, who.organization_words)))
    return Line(f"{described} ({who.role_in_words})")


def _file(file: WholeFile) -> Line:
    """Its words; the form says what a photograph shows, and tells other bytes of the same name apart."""
    parts = (file.alternative, file.credit, f"{file.name} ({file.digest[:8]})")
    return Line(str(file), " · ".join(filter(None, parts)))
