"""Publications: what the world reads, each an immutable snapshot of one language of one communiqué."""

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from comunicados import rules
from comunicados.addresses import SITEMAP_BLOCK
from comunicados.document import Document, first_delegation
from comunicados.enums import Language, Original, Role, Rule, Status
from comunicados.models.address import Address
from comunicados.models.communique import Communique
from comunicados.models.kind import Kind, Topic
from comunicados.models.review import Review
from comunicados.models.revision import Revision
from personas.models import Appointment, Organization, Person, Position

if TYPE_CHECKING:
    from comunicados.models import LanguageVersion


class PublicationQuerySet(models.QuerySet["Publication"]):
    """For the desk. What the *world* may read is said by the views `published_*` alone."""

    def uncancelled(self) -> Self:
        return self.filter(cancelled_at=None)

    def begun(self, at: Any) -> Self:
        return self.uncancelled().filter(live_from__lte=at)

    def current(self, at: Any) -> Self:
        return self.begun(at).filter(Q(live_until=None) | Q(live_until__gt=at))

    def pending(self, at: Any) -> Self:
        return self.uncancelled().filter(live_from__gt=at)


class Publication(models.Model):
    """One language of one communiqué as it stands from `live_from` until `live_until` (half-open, empty: open).

    A withdrawal is a Publication too, with the status that says so. Triggers let only a boundary in the future
    move (to now or later), or a publication that has not begun be cancelled; everything else stands for ever.
    """

    version = models.ForeignKey("LanguageVersion", on_delete=models.PROTECT, related_name="publications")
    communique = models.ForeignKey(Communique, on_delete=models.PROTECT, related_name="publications")
    language = models.CharField(max_length=2, choices=Language.choices)
    uid = models.UUIDField(help_text="The language version's own, the id of its entry in every feed.")
    ordinal = models.PositiveIntegerField(help_text="v/1, v/2 …: its place among those not cancelled.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PUBLISHED)

    headline = models.CharField(max_length=250)
    subheadline = models.CharField(max_length=400, blank=True, default="")
    place = models.CharField(max_length=120)
    body = models.TextField(blank=True, default="")
    note = models.TextField(blank=True, default="", help_text="The correction note, or the reason to withdraw.")
    date = models.DateField()
    held_on = models.DateField()
    original = models.CharField(max_length=4, choices=Original.choices)
    kind = models.ForeignKey(Kind, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(
        max_length=12, choices=Rule.choices, default=Rule.NONE, db_default=Rule.NONE, help_text="The kind's, of then."
    )
    listed_until = models.DateTimeField(null=True, help_text="When its rule takes it off the lists.")
    number = models.PositiveIntegerField(null=True)
    topics = models.ManyToManyField(Topic, through="PublicationTopic", related_name="+")
    path = models.CharField(max_length=300, help_text="Its public address, without the host.")
    is_archive = models.BooleanField(default=False)

    courtesy_translation = models.BooleanField(default=False, db_default=False)
    counterpart_url = models.CharField(max_length=500, blank=True, default="", db_default="")
    counterpart_language = models.CharField(max_length=12, blank=True, default="", db_default="")

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    approval = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, related_name="+")
    predecessor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="successors")
    replaced_by = models.ForeignKey(
        Communique, on_delete=models.PROTECT, null=True, related_name="+", help_text="What a withdrawal points to."
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    first_live_from = models.DateTimeField(
        editable=False, help_text="When the first of this language went live; a trigger fills it."
    )
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    search = models.GeneratedField(
        expression=Func(F("language"), F("headline"), F("subheadline"), F("body"), function="communique_search"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = PublicationQuerySet.as_manager()

    replaced: "Publication | None" = None  # what publishing this one cancelled, on the row that the verb returns

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-live_from", "-pk"]
        indexes = [
            models.Index(
                F("language"),
                F("date").desc(),
                F("first_live_from").desc(),
                F("id").desc(),
                condition=Q(cancelled_at=None),
                name="publication_newest",
            ),
            models.Index(
                F("language"),
                F("is_archive"),
                F("first_live_from").desc(),
                F("version_id").desc(),
                condition=Q(cancelled_at=None),
                name="publication_in_order",
            ),
            models.Index(
                F("language"),
                F("live_from").desc(),
                F("id").desc(),
                condition=Q(cancelled_at=None, is_archive=False, predecessor__isnull=False),
                name="publication_changes",
            ),
            models.Index(
                F("communique_id") / SITEMAP_BLOCK,
                F("live_from").desc(),
                condition=Q(cancelled_at=None),
                name="publication_by_block",
            ),
            models.Index(fields=["path"], name="publication_path"),
            models.Index(F("number"), F("date").desc(), condition=Q(cancelled_at=None), name="publication_number"),
            models.Index(
                fields=["listed_until"], condition=Q(listed_until__isnull=False), name="publication_listed_until"
            ),
            GinIndex(fields=["search"], name="publication_search"),
        ]
        constraints = [
            ExclusionConstraint(
                name="publication_one_at_a_time",
                expressions=[
                    ("version", RangeOperators.EQUAL),
                    (
                        Func("live_from", "live_until", function="tstzrange", output_field=DateTimeRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(cancelled_at=None),
            ),
            models.UniqueConstraint(
                fields=["version", "ordinal"],
                condition=Q(cancelled_at=None),
                name="publication_ordinal_once",
            ),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gt=F("live_from")),
                name="publication_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.WITHDRAWN) & ~Q(note="") & Q(predecessor__isnull=False)
                | Q(status=Status.PUBLISHED, approval__isnull=False),
                name="publication_is_approved_or_a_withdrawal_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by=None) | Q(status=Status.WITHDRAWN) & ~Q(replaced_by=F("communique")),
                name="publication_replaced_by_another_when_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(rule=Rule.ADVISORY, listed_until__isnull=False)
                | ~Q(rule=Rule.ADVISORY) & Q(rule__in=Rule.values, listed_until=None),
                name="publication_leaves_the_lists_by_its_rule",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None, cancelled_by=None)
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False, cancelled_at__lte=F("live_from")),
                name="publication_cancelled_before_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path} v{self.ordinal}"

    @classmethod
    def of(cls, version: "LanguageVersion", document: Document, **given: Any) -> "Publication":
        """A new publication of `document`, unsaved: the text and facts of one language, its ordinal and path."""
        fields = cls.fields_of(document, version.language, is_first=given["predecessor"] is None)
        fields |= {
            "listed_until": rules.listed_until(fields["rule"], fields["held_on"]),
            "is_archive": version.communique.is_archive,
            "ordinal": version.publications.uncancelled().count() + 1,
            "path": Address.free_path(version, fields["date"], fields["headline"]),
        }
        return cls(
            version=version,
            communique_id=version.communique_id,
            language=version.language,
            uid=version.uid,
            **fields | given,
        )

    @staticmethod
    def fields_of(document: Document, language: str, *, is_first: bool) -> dict[str, Any]:
        """What a document says in one language, by field; the first publication has nothing to correct."""
        facts, text = document["facts"], document[language]
        counterpart = facts.get("counterpart", {"url": "", "language": ""})
        return {
            "headline": text["headline"],
            "subheadline": text["subheadline"],
            "place": text["place"],
            "body": text["body"],
            "note": "" if is_first else text["correction_note"],
            "date": dt.date.fromisoformat(facts["date"]),
            "held_on": dt.date.fromisoformat(facts["held_on"] or facts["date"]),
            "original": facts["original"],
            "courtesy_translation": facts.get("courtesy_translation", False),
            "counterpart_url": counterpart["url"],
            "counterpart_language": counterpart["language"],
            "kind": Kind.objects.get(slug=facts["kind"]),
            "rule": facts.get("rule", Rule.NONE),
        }

    @property
    def is_withdrawn(self) -> bool:
        """Whether it is the notice of a withdrawal."""
        return self.status == Status.WITHDRAWN

    @property
    def is_erased(self) -> bool:
        """A text that was published has a headline; an erasure leaves none."""
        return not self.headline

    def add_facts(self, document: Document) -> None:
        """Write the topics and the appearances of `document`, in this publication's language."""
        topics = Topic.objects.filter(slug__in=document["facts"]["topics"])
        PublicationTopic.objects.bulk_create(PublicationTopic(publication=self, topic=topic) for topic in topics)
        Appearance.objects.bulk_create(self.appearances_of(document))

    def appearances_of(self, document: Document) -> "list[Appearance]":
        """Those of a document in this publication's language, in its order, unsaved."""
        first = first_delegation(document, self.language)
        rows = sorted(document["participants"], key=lambda row: not (first and row["delegation"] == first))
        posts = Appointment.objects.select_related("position").in_bulk(
            [row["appointment"] for row in rows if row["appointment"]]
        )
        return [
            Appearance.of(self, order, row, posts.get(row["appointment"]), first) for order, row in enumerate(rows)
        ]


class PublicationTopic(models.Model):
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="+")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["publication", "topic"], name="publication_topic_once")]

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.topic}"


class Appearance(models.Model):
    """A participant of a publication, in its language and its words of that day. Immutable."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="appearances")
    order = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=Role.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, related_name="+")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, null=True, related_name="+")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, null=True, related_name="+")
    delegation = models.ForeignKey(Organization, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True, default="")
    title = models.CharField(max_length=300, blank=True, default="")
    organization_words = models.CharField(max_length=250, blank=True, default="")
    courtesy = models.CharField(max_length=60, blank=True, default="")
    is_of_the_first = models.BooleanField(
        default=False, db_default=False, help_text="Of the delegation that this text names first, before our own."
    )

    class Meta:
        ordering = ["order"]
        indexes = [models.Index(fields=["person", "-publication"], name="appearance_newest_of_a_person")]
        constraints = [
            models.UniqueConstraint(fields=["publication", "order"], name="appearance_order_once"),
        ]

    def __str__(self) -> str:
        return self.name or self.title

    @classmethod
    def of(
        cls, publication: Publication, order: int, row: Document, post: Appointment | None, first: int | None
    ) -> "Appearance":
        words = row[publication.language]
        return cls(
            publication=publication,
            order=order,
            role=row["role"],
            person_id=row["person"],
            appointment=post,
            position=post.position if post else None,
            organization_id=post.position.organization_id if post else None,
            delegation_id=row["delegation"],
            name=words["name"],
            title=words["title"],
            organization_words=words["organization"],
            courtesy=words["courtesy"],
            is_of_the_first=first is not None and row["delegation"] == first,
        )
