"""Many names looked for at once: one question for all, whoever they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects

from personas.models import Organization, Person

PARENTS = "parent__parent__parent__parent"
MOST = 6  # people that one name is offered

# `%>` asks the trigram index of search_text; its threshold is pg_trgm's own for words, 0.6. A name may be longer in
# the text than in the registry, or shorter: likeness is the better of both.
PEOPLE = """
SELECT found.*, asked.place FROM unnest(%s::text[]) WITH ORDINALITY AS asked(name, place)
CROSS JOIN LATERAL (
    SELECT p.*,
        fold(asked.name) IN (fold(p.name_es), fold(p.name_en)) AS is_name,
        fold(asked.name) = ANY (regexp_split_to_array(fold(p.spellings), '\\s*[\\n\\r]+\\s*')) AS is_spelling,
        greatest(
            word_similarity(fold(asked.name), p.search_text),
            CASE WHEN p.name_es LIKE '%% %%' THEN word_similarity(fold(p.name_es), fold(asked.name)) ELSE 0 END
        ) AS likeness
    FROM personas_person p
    WHERE p.merged_into_id IS NULL AND p.search_text %%> fold(asked.name)
    ORDER BY is_name DESC, is_spelling DESC, likeness DESC, p.id
    LIMIT %s
) AS found
ORDER BY asked.place, is_name DESC, is_spelling DESC, likeness DESC, found.id
"""

ORGANIZATIONS = """
SELECT o.*, asked.place FROM unnest(%s::text[]) WITH ORDINALITY AS asked(name, place)
JOIN personas_organization o ON asked.name <> '' AND o.merged_into_id IS NULL
    AND fold(asked.name) IN (fold(o.name_es), fold(o.name_en), fold(o.acronym_es), fold(o.acronym_en))
ORDER BY asked.place, o.id
"""


@dataclass(frozen=True)
class Alike:
    """A person found for a name: by name, by another of their spellings, or only alike (from 0 to 1)."""

    person: Person
    is_name: bool
    is_spelling: bool
    likeness: float


def people_like(names: Sequence[str]) -> list[list[Alike]]:
    """For each name the people who may bear it, the likeliest first."""
    found: list[list[Alike]] = [[] for _ in names]
    rows: Any = Person.objects.raw(PEOPLE, [_squeezed(names), MOST]) if names else ()
    for row in rows:
        found[row.place - 1].append(Alike(row, row.is_name, row.is_spelling, row.likeness))
    return found


def organizations_called(names: Sequence[str]) -> list[list[Organization]]:
    """For each name the organizations of exactly that name or acronym, accents and capitals aside."""
    found: list[list[Organization]] = [[] for _ in names]
    rows: Any = Organization.objects.raw(ORGANIZATIONS, [_squeezed(names)]) if any(names) else ()
    for row in rows:
        found[row.place - 1].append(row)
    prefetch_related_objects([row for rows in found for row in rows], PARENTS)
    return found


def _squeezed(names: Iterable[str]) -> list[str]:
    return [" ".join(name.replace("\x00", "").split()) for name in names]
