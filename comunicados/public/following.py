"""Making the address of a feed from what somebody wants to follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import QueryDict

from comunicados.public.filters import MOST_AT_ONCE, QUERY_LENGTH
from comunicados.public.models import Kind, Organization, Person, Publication, Topic
from comunicados.public.models.base import Named

FOUND = 10  # people that a name finds

Row = TypeVar("Row", bound=Named)


def in_use(rows: QuerySet[Row], name: str) -> QuerySet[Row]:
    """Kinds or topics of which a text is listed: those of a withdrawn one alone are offered nowhere."""
    texts = Publication.objects.listed().filter(**{name: OuterRef("pk")}).order_by()
    one = Subquery(texts.values("pk")[:1])  # the first along an index; EXISTS would be joined with all the texts
    return rows.alias(text=one).filter(text__isnull=False)  # type: ignore[return-value]  # the alias is not annotated


@dataclass(frozen=True)
class Builder:
    """What was asked in the query string, in the language of the page; what nobody bears is passed over."""

    asked: QueryDict
    language: str

    @property
    def words(self) -> str:
        return self.asked.get("q", "").strip()[:QUERY_LENGTH]

    @property
    def name(self) -> str:
        return self.asked.get("name", "").strip()[:QUERY_LENGTH]

    @cached_property
    def found(self) -> list[Person]:
        """Those whom the name may mean, the likest first."""
        return list(Person.objects.search(self.name)[:FOUND]) if self.name else []

    @cached_property
    def people(self) -> list[Person]:
        """Those who were chosen; also the one of that name, where there is only one."""
        chosen = self._chosen(Person.objects.all(), "person")
        return chosen + [person for person in self.found if len(self.found) == 1 and person not in chosen]

    @property
    def others_found(self) -> list[Person]:
        return [person for person in self.found if person not in self.people]

    @cached_property
    def parties(self) -> list[Organization]:
        return self._chosen(Organization.objects.alphabetical(self.language), "party")

    @cached_property
    def topics(self) -> list[Topic]:
        return self._chosen(Topic.objects.all(), "topic")

    @cached_property
    def kind(self) -> Kind | None:
        return next(iter(self._chosen(Kind.objects.all(), "kind")), None)

    @cached_property
    def offered(self) -> dict[str, list[Any]]:
        """What is chosen from lists, in this language, without what was chosen already."""
        kinds = list(in_use(Kind.objects.all(), "kind"))
        parties = [
            row for row in Organization.objects.parties().alphabetical(self.language) if row not in self.parties
        ]
        topics = sorted(
            set(in_use(Topic.objects.all(), "topics")) - set(self.topics), key=lambda row: row.name_in(self.language)
        )
        return {"kinds": kinds, "parties": parties, "topics": topics}

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.people or self.parties or self.topics or self.kind)

    def query_in(self, language: str) -> str:
        """The query string of the lists and feeds of that language, for all that was chosen."""
        kinds = [self.kind] if self.kind else []
        rows: dict[str, Sequence[Named]]
        rows = {"person": self.people, "party": self.parties, "kind": kinds, "topic": self.topics}
        slugs = {name: [row.slug_in(language) for row in of_one] for name, of_one in rows.items()}
        query = urlencode({"q": [self.words] if self.words else []} | slugs, doseq=True)
        return f"?{query}" if query else ""

    def _chosen(self, rows: QuerySet[Row], name: str) -> list[Row]:
        slugs = [slug for slug in self.asked.getlist(name)[:MOST_AT_ONCE] if slug]
        return list(rows.filter(**{f"{rows.model.slug_field(self.language)}__in": slugs})) if slugs else []
