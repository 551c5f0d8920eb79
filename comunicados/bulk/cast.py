"""Who takes part in a communiqué, in one post and one role: the same rows whatever the communiqué."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from comunicados.document import WORDS, Document
from comunicados.enums import Language, Role
from personas.models import Appointment


@dataclass(frozen=True)
class Member:
    """A person in the post that they held that day, as the verbs would write them into each table."""

    post: Appointment
    role: Role
    titles: dict[str, str]  # by language
    delegation: int

    @cached_property
    def participant(self) -> Document:
        """In the canonical document."""
        words = {"name": self.post.person.name_es, "organization": "", "courtesy": ""}
        return {
            **self._in_the_registry(""),
            "role": self.role.value,
            **{language: {**words, "title": self.titles[language]} for language in Language.values},
        }

    @cached_property
    def participation(self) -> dict[str, Any]:
        """In the working copy."""
        words = {f"{word}_{lang}": self.participant[lang][word] for lang in Language.values for word in WORDS}
        return {"role": self.role.value, **self._in_the_registry("_id"), **words}

    @cached_property
    def appearances(self) -> dict[str, dict[str, Any]]:
        """In the publication of each language."""
        return {
            language: {
                "role": self.role.value,
                "position_id": self.post.position_id,
                "organization_id": self.post.position.organization_id,
                "organization_words": self.participant[language]["organization"],
                **self._in_the_registry("_id"),
                **self.participant[language],
            }
            for language in Language.values
        }

    def _in_the_registry(self, suffix: str) -> dict[str, int]:
        ids = {"person": self.post.person_id, "appointment": self.post.pk, "delegation": self.delegation}
        return {f"{link}{suffix}": pk for link, pk in ids.items()}
