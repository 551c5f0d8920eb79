"""Who appears in publications: in the words of each text, with the registry as far as that is public."""

from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value

from comunicados.enums import Role, Status
from comunicados.public.models.base import OTHER, View
from comunicados.public.models.facts import FactsOfAnAppearance
from comunicados.public.models.publication import FEW, Publication
from comunicados.public.models.registry import Appointment, Organization, Person, Position
from comunicados.public.once import Keep


class Seen(Value):
    """A whole number written into the statement, where the planner sees whether it is a minister's or a rare one's.

    As a parameter it would be planned once for everybody.
    """

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        return str(int(self.value)), ()


class AppearanceQuerySet(models.QuerySet["Appearance"]):
    def of_party(self, party: Organization) -> Self:
        """Of the delegation of a State or organization, or of that very body."""
        return self.filter(Q(delegation=party) | Q(organization=party))

    def of_person(self, person: Person) -> Self:
        """Under whichever of the rows that were merged into one; by what the texts said, which has an index."""
        return self.filter(named_person__in=[Seen(person.pk), *map(Seen, person.merged_ids)])

    def of_others(self, person: Person) -> Self:
        return self.exclude(named_person__in=[person.pk, *person.merged_ids])

    def few_texts(self, keep: Keep[list[int] | None], name: str) -> list[int] | None:
        """The ids of the texts that they are in, of whatever language, where they are few; None where they are many.
        Kept under the name of whose appearances they are, for all the lists that ask for it."""
        return keep(f"texts of {name}", self._few_texts)

    def _few_texts(self) -> list[int] | None:
        found = list(self.order_by().values_list("publication_id", flat=True)[: len(OTHER) * FEW + 1])
        return sorted(set(found)) if len(found) <= len(OTHER) * FEW else None

    def in_appointment(self) -> Self:
        """For a subquery of communiqués in a query of appointments: those who appear by that appointment."""
        return self.filter(appointment=OuterRef(OuterRef("pk")))

    def of_position(self, position: Position) -> Self:
        return self.filter(position__in=[position.pk, *position.merged_ids])

    def title_borne(self, language: str) -> Subquery:
        """For a query of appointments: a title that the holder bore in a text of that language.

        Any text's: in one post the title hardly changes, and to find the last would read all of a minister's texts.
        """
        return Subquery(
            self.filter(appointment=OuterRef("pk"), publication__language=language)
            .filter(publication__status=Status.PUBLISHED)
            .exclude(title="")
            .order_by()
            .values("title")[:1]
        )


class Appearance(FactsOfAnAppearance, View):
    """Someone in a publication (or an older version), in the words of that text."""

    publication = models.ForeignKey(Publication, models.DO_NOTHING, db_constraint=False, related_name="appearances")
    order = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=Role.choices)
    named_person = models.BigIntegerField(null=True, db_column="person_id")  # the row that the text named
    person = models.ForeignKey(
        Person,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_column="current_person_id",
        related_name="appearances",
    )
    appointment = models.ForeignKey(
        Appointment, models.DO_NOTHING, null=True, db_constraint=False, related_name="appearances"
    )
    position = models.ForeignKey(
        Position, models.DO_NOTHING, null=True, db_constraint=False, related_name="appearances"
    )
    organization = models.ForeignKey(
        Organization, models.DO_NOTHING, null=True, db_constraint=False, related_name="+"
    )
    delegation = models.ForeignKey(Organization, models.DO_NOTHING, null=True, db_constraint=False, related_name="+")
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    organization_words = models.CharField(max_length=250)
    courtesy = models.CharField(max_length=60)
    is_of_the_first = models.BooleanField()

    objects = AppearanceQuerySet.as_manager()

    class Meta(View.Meta):
        db_table = "published_appearance"
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name or self.title
