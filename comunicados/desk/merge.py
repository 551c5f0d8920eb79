"""Two people at one working copy: which sections a save writes, and which it must not overwrite.

A form carries a digest of each section that it was opened with. When it comes back, each section is judged by three
digests: what the form was opened with, what is stored now (under the lock), and what was typed.
"""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from comunicados.document import digest

Digests = dict[str, str]


class Outcome(Enum):
    """What becomes of one section in a save."""

    KEEP = "keep"  # its user changed nothing, or typed what is stored by now: what is stored stays
    WRITE = "write"  # its user changed it, and nobody else did
    CONFLICT = "conflict"  # both did


class Guard:
    """Watches over some sections of one form.

    `stored` is what each of the sections holds now (parts of a canonical document). `carried` is the JSON that a
    submitted form brought along; None for a form that is being opened.
    """

    def __init__(self, stored: Mapping[str, Any], carried: str | None = None) -> None:
        self.stored: Digests = {section: digest(content) for section, content in stored.items()}
        self.opened: Digests = dict(self.stored) if carried is None else _read(carried)
        self.conflicts: set[str] = set()

    @property
    def is_blind(self) -> bool:
        """Whether the form does not say what it was opened with; then nothing in it can be judged as unchanged."""
        return not self.stored.keys() <= self.opened.keys()

    def judge(self, section: str, typed: Any) -> Outcome:
        """What becomes of `section`, whose content was `typed`. A conflict is remembered."""
        fresh, stored, opened = digest(typed), self.stored[section], self.opened.get(section)
        if fresh in (opened, stored):
            return Outcome.KEEP
        if opened == stored:
            return Outcome.WRITE
        self.conflicts.add(section)
        return Outcome.CONFLICT

    def to_carry(self) -> Digests:
        """What the form carries when it is shown again: where it was refused, the text that its user now sees."""
        return {
            section: stored if section in self.conflicts else self.opened.get(section, stored)
            for section, stored in self.stored.items()
        }


def _read(carried: str) -> Digests:
    try:
        found = json.loads(carried)
    except (ValueError, RecursionError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
