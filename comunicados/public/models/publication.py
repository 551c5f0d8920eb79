"""Publications as the world sees them: the text that stands, its versions, its addresses."""

from typing import TYPE_CHECKING, Self, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorField
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Subquery, Value
from django.db.models.functions import Cast

from comunicados.enums import Original, Rule, Status
from comunicados.public.models.as_json import PublishedRelated, PublishedWhole
from comunicados.public.models.base import View
from comunicados.public.models.facts import FactsOfAText
from comunicados.public.models.whole import PageText, WholeText
from comunicados.public.models.words import Kind, Topic
from comunicados.public.once import Keep

if TYPE_CHECKING:
    from comunicados.public.models.appearance import AppearanceQuerySet

CONFIGURATIONS = {"es": "public.voceria_spanish", "en": "public.voceria_english"}
FEW = 200  # so few matches of a search are sorted; more are read along the index of dates
RANKED = 1000  # the newest matches, of which the most relevant come first; older ones are found by date
NEWEST_FIRST = ("-date", "-first_live_from", "-pk")
T = TypeVar("T", bound="Text")


def _query(text: str, language: str) -> SearchQuery:
    words = Func(Value(language), Value(text), function="search_words")
    return SearchQuery(words, config=CONFIGURATIONS[language], search_type="websearch")


class TextQuerySet(models.QuerySet[T]):
    def whole(self) -> list[WholeText]:
        """These texts, in their order, each with all its words: kind, topics, appearances with the rows of the
        registry that they point to, files, the address in the other language. One query, so slice first:

            for text in publications.filter(…).order_by(…)[:20].whole():
                text.headline, text.kind, text.topics, text.files, text.translation
                Participants.of(text.appearances)
        """
        whole = PublishedWhole.objects.filter(pk=OuterRef("pk"))
        return [WholeText.of(words) for (words,) in self.values_list(Subquery(whole.values("words")))]

    def pages(self, *, related: bool = False) -> list[PageText]:
        """Whole texts, in no order, with what the page of each says of others: its versions, a silence, what replaces
        it, and, where that is asked for, what belongs together with it."""
        beside = PublishedRelated.objects.filter(pk=OuterRef("pk"))
        rows = PublishedWhole.objects.filter(pk__in=self.order_by().values("pk")).values_list(
            "words", "around", Subquery(beside.values("texts")) if related else Value([], models.JSONField())
        )
        return [PageText.of(words, **around, related=texts) for words, around, texts in rows]


class PublishedQuerySet(TextQuerySet["Publication"]):
    def standing(self) -> Self:
        """What answers at an address: all that the view shows."""
        return self.all()

    def listed(self) -> Self:
        """What lists, feeds and counts hold: standing and not withdrawn, its last day not over, its kind not silent.

        The view says so, in one column.
        """
        return self.standing().filter(is_listed=True)

    def in_language(self, language: str) -> Self:
        return self.filter(language=language)

    def in_this_language_only(self, other: str) -> Self:
        """Those whose communiqué is not listed in the other language."""
        translation = Publication.objects.listed().in_language(other).filter(communique_id=OuterRef("communique_id"))
        return self.filter(~Exists(translation))

    def featuring(self, appearances: "AppearanceQuerySet", few: list[int] | None = None) -> Self:
        """Those in which one of these appearances is; `few` are their ids, where that is known (see `few_texts`)."""
        return self.filter(pk__in=appearances.order_by().values("publication") if few is None else few)

    def about(self, topic: Topic) -> Self:
        return self.filter(pk__in=PublicationTopic.objects.filter(topic=topic).values("publication"))

    def holding(self, text: str, language: str) -> Self:
        """Those whose text holds what a reader typed, in the manner of search engines."""
        return self.filter(search=_query(text, language))

    def few(self) -> list[int] | None:
        """Their ids, where they are few; None where they are many."""
        found = list(self.order_by().values_list("pk", flat=True)[: FEW + 1])
        return found if len(found) <= FEW else None

    def few_by_name(self, keep: Keep[list[int] | None], name: str) -> Self:
        """The same, where they are few, named one by one.

        Asked for the newest of what is rare, a word or a person, the planner would walk all the dates. Whether they
        are few is kept under that name.
        """
        few = keep(f"few {name}", self.few)
        if few is None:
            return self
        named: Self = self.model._default_manager.filter(pk__in=few)  # type: ignore[assignment]
        return named

    def counted(self, most: int) -> Func:
        """For a query of other rows: how many there are, exact up to `most`; one more where there are more."""
        found = ArraySubquery(self.order_by().values("pk")[: most + 1])
        return Func(found, function="cardinality", output_field=models.IntegerField())

    def newest_first(self) -> Self:
        return self.order_by(*NEWEST_FIRST)

    def ranked(self, text: str, language: str) -> Self:
        """Of the newest RANKED, each with its `relevance`: a word counts most in the headline, least in the body."""
        newest = self.newest_first().values("pk")[:RANKED]
        rank = SearchRank(F("search"), _query(text, language))
        relevance = Cast(rank * 1_000_000, models.IntegerField())
        ranked: Self = self.model._default_manager.filter(pk__in=newest).annotate(relevance=relevance)  # type: ignore[assignment]
        return ranked


class Text(FactsOfAText, View):
    """One language of one communiqué at one time of its life."""

    version_id = models.BigIntegerField()
    communique_id = models.BigIntegerField()
    language = models.CharField(max_length=2)
    uid = models.UUIDField()
    ordinal = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices)
    headline = models.CharField(max_length=250)
    subheadline = models.CharField(max_length=400)
    place = models.CharField(max_length=120)
    body = models.TextField()
    note = models.TextField()
    date = models.DateField()
    held_on = models.DateField()
    original = models.CharField(max_length=4, choices=Original.choices)
    kind = models.ForeignKey(Kind, models.DO_NOTHING, db_constraint=False, related_name="+")
    number = models.PositiveIntegerField(null=True)
    path = models.CharField(max_length=300)
    is_archive = models.BooleanField()
    digest = models.CharField(max_length=64)
    predecessor_id = models.BigIntegerField(null=True)
    live_from = models.DateTimeField()
    first_live_from = models.DateTimeField()
    courtesy_translation = models.BooleanField()
    counterpart_url = models.CharField(max_length=500)
    counterpart_language = models.CharField(max_length=12)
    rule = models.CharField(max_length=12, choices=Rule.choices)
    listed_until = models.DateTimeField(null=True)

    class Meta(View.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.headline


class Publication(Text):
    """The text that stands at its address now."""

    is_listed = models.BooleanField()
    search = SearchVectorField()
    topics = models.ManyToManyField(Topic, through="PublicationTopic", related_name="+")

    objects = PublishedQuerySet.as_manager()

    class Meta(Text.Meta):
        db_table = "published_publication"


class Version(Text):
    """A text that stands or once stood; `live_until` only when that has passed."""

    live_until = models.DateTimeField(null=True)

    objects = TextQuerySet["Version"].as_manager()

    class Meta(Text.Meta):
        db_table = "published_version"
        ordering = ["ordinal"]


class PublicationTopic(View):
    publication = models.ForeignKey(Publication, models.DO_NOTHING, db_constraint=False, related_name="+")
    topic = models.ForeignKey(Topic, models.DO_NOTHING, db_constraint=False, related_name="publication_topics")

    class Meta(View.Meta):
        db_table = "published_publication_topic"

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.topic_id}"


class Address(View):
    """A former address of a text, and where that stands now."""

    path = models.CharField(max_length=300)
    leads_to = models.CharField(max_length=300)
    language = models.CharField(max_length=2)

    class Meta(View.Meta):
        db_table = "published_address"

    def __str__(self) -> str:
        return f"{self.path} → {self.leads_to}"


class Concealment(View):
    """A publication that is gone, and the reason that the public is told."""

    version_id = models.BigIntegerField()
    language = models.CharField(max_length=2)
    ordinal = models.PositiveIntegerField()
    path = models.CharField(max_length=300)
    reason_es = models.TextField()
    reason_en = models.TextField()

    class Meta(View.Meta):
        db_table = "published_concealment"
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.path
