"""The registry as far as it is public: people, posts, who held them, and the organizations."""

import datetime as dt
from typing import Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, FloatField, Func, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Concat, JSONObject, Left
from django.db.models.lookups import GreaterThan

from comunicados.public.models.base import Merged, OneSlug, SlugPerLanguage, View

LIKENESS = 0.4  # of a word typed to the likest stretch of a name; one wrong letter in six passes
HALF = 0.5  # of several words to the likest stretch: "migration" is not "organization"
WORDS_SEARCHED = 8
ENYE = "n~"  # ñ in a sort key
NAMES = ("name_es", "name_en", "acronym_es", "acronym_en")

Row = TypeVar("Row", bound=models.Model)


def both_genders(feminine: str, masculine: str) -> str:
    """Secretaria o secretario de Marina: what both forms end with is said once."""
    hers, his = feminine.split(), masculine.split()
    tail: list[str] = []
    while hers and his and hers[-1] == his[-1]:
        tail.insert(0, hers.pop())
        his.pop()
    return " ".join([*hers, *(["o"] if hers and his else []), *his, *tail])


def _beginning(sort_key: str) -> str:
    return ENYE if sort_key.startswith(ENYE) else sort_key[:1]


def initial(sort_key: str) -> str:
    """The letter under which it stands."""
    return _beginning(sort_key).replace(ENYE, "ñ")


class Fold(Func):
    function = "fold"
    output_field = TextField()


class Likeness(Func):
    function = "word_similarity"
    output_field = FloatField()


def _all_names() -> Fold:
    """Every name of an organization in one line, folded."""
    return Fold(Concat(*(part for name in NAMES for part in (F(name), Value(" "))), output_field=TextField()))


class NamedQuerySet(models.QuerySet[Row]):
    """Rows with a folded `search_text`."""

    def called(self, text: str, *then: str) -> Self:
        """Those whose name holds every word of `text`, or nearly: accents, case and a typo are forgiven.

        The likest first, `then` in that order.
        """
        words = text.split()[:WORDS_SEARCHED]
        rows = self.order_by(Likeness(Fold(Value(" ".join(words))), F("search_text")).desc(), *then)
        for word in words:
            folded = Fold(Value(word))
            resembles = GreaterThan(Likeness(folded, F("search_text")), LIKENESS)
            rows = rows.filter(Q(search_text__contains=folded) | resembles)
        return rows


class OrganizationQuerySet(NamedQuerySet["Organization"]):
    def parties(self) -> Self:
        """States and international organizations: those that stand on their own."""
        return self.filter(parent=None)

    def alphabetical(self, language: str) -> Self:
        return self.order_by(f"sort_key_{language}", "pk")

    def resembling(self, text: str) -> Self:
        """States and international organizations with a name like that, the likest first."""
        likeness = Likeness(Fold(Value(text)), _all_names())
        return self.parties().annotate(likeness=likeness).filter(likeness__gt=HALF).order_by("-likeness", "pk")

    def search(self, text: str, language: str) -> Self:
        """Those of that name or acronym, in either language."""
        return self.annotate(search_text=_all_names()).called(text, f"sort_key_{language}", "pk")


class Organization(SlugPerLanguage):
    STATE = "state"

    kind = models.CharField(max_length=20)
    parent = models.ForeignKey("self", models.DO_NOTHING, null=True, db_constraint=False, related_name="bodies")
    iso_code = models.CharField(max_length=2)
    acronym_es = models.CharField(max_length=30)
    acronym_en = models.CharField(max_length=30)
    sort_key_es = models.TextField()
    sort_key_en = models.TextField()

    objects = OrganizationQuerySet.as_manager()

    class Meta(SlugPerLanguage.Meta):
        db_table = "published_organization"

    @property
    def is_state(self) -> bool:
        return self.kind == self.STATE


class PersonQuerySet(NamedQuerySet["Person"]):
    def search(self, text: str) -> Self:
        return self.called(text, "sort_key", "pk")

    def letters(self) -> list[str]:
        """The letters under which anybody stands, in the order of the Spanish alphabet; ñ is sorted as `n~`."""
        beginnings = self.order_by().values_list(Left("sort_key", 2), flat=True).distinct()
        return [letter.replace(ENYE, "ñ") for letter in sorted({_beginning(key) for key in beginnings})]

    def under(self, letter: str) -> Self:
        if letter == "ñ":
            return self.filter(sort_key__startswith=ENYE)
        people = self.filter(sort_key__startswith=letter)
        return people.exclude(sort_key__startswith=ENYE) if letter == "n" else people


class Person(OneSlug):
    sort_key = models.TextField()
    search_text = models.TextField()
    merged_ids = ArrayField(models.BigIntegerField())  # of rows of the registry that turned out to be this person

    is_name_alike = True

    number: int  # of the texts in which they appear, where those were counted

    objects = PersonQuerySet.as_manager()

    class Meta(OneSlug.Meta):
        db_table = "published_person"
        ordering = ["sort_key", "pk"]


class MergedPerson(Merged):
    slug = models.SlugField(max_length=120)
    leads_to = models.SlugField(max_length=120)

    class Meta(Merged.Meta):
        db_table = "published_merged_person"


class PositionQuerySet(models.QuerySet["Position"]):
    def with_newest_title(self) -> Self:
        """Each with `newest_title`, as a dictionary, or None where no public text has named the post."""
        words = JSONObject(feminine_es="feminine_es", masculine_es="masculine_es", title_en="title_en")
        titles = PositionTitle.objects.filter(position=OuterRef("pk"))
        return self.annotate(newest_title=Subquery(titles.values_list(words)[:1]))


class Position(SlugPerLanguage):
    organization = models.ForeignKey(
        Organization, models.DO_NOTHING, null=True, db_constraint=False, related_name="positions"
    )
    rank = models.PositiveSmallIntegerField()
    merged_ids = ArrayField(models.BigIntegerField())

    newest_title: dict[str, str] | None

    objects = PositionQuerySet.as_manager()

    class Meta(SlugPerLanguage.Meta):
        db_table = "published_position"

    def title_in(self, language: str) -> str:
        """What the post is called in public, of `with_newest_title()`: in Spanish in both genders; "" if unknown."""
        if self.newest_title is None:
            return ""
        if language == "en":
            return self.newest_title["title_en"]
        return both_genders(self.newest_title["feminine_es"], self.newest_title["masculine_es"])


class MergedPosition(Merged):
    slug_es = models.SlugField(max_length=120)
    slug_en = models.SlugField(max_length=120)
    leads_to_es = models.SlugField(max_length=120)
    leads_to_en = models.SlugField(max_length=120)

    class Meta(Merged.Meta):
        db_table = "published_merged_position"


class PositionTitle(View):
    position = models.ForeignKey(Position, models.DO_NOTHING, db_constraint=False, related_name="titles")
    starts_on = models.DateField(null=True)
    masculine_es = models.CharField(max_length=250)
    feminine_es = models.CharField(max_length=250)
    title_en = models.CharField(max_length=250)

    class Meta(View.Meta):
        db_table = "published_position_title"
        ordering = [F("starts_on").desc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return self.title_en or self.masculine_es or self.feminine_es


class Appointment(View):
    """A person in a post from `starts_on` until the day before `ends_on`; either may be unknown."""

    person = models.ForeignKey(Person, models.DO_NOTHING, db_constraint=False, related_name="appointments")
    position = models.ForeignKey(Position, models.DO_NOTHING, db_constraint=False, related_name="appointments")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    is_acting = models.BooleanField()
    title_es = models.CharField(max_length=250)
    title_en = models.CharField(max_length=250)

    class Meta(View.Meta):
        db_table = "published_appointment"
        ordering = [F("starts_on").desc(nulls_last=True), "-pk"]

    def __str__(self) -> str:
        return f"{self.person} · {self.position}"

    @property
    def last_day(self) -> dt.date | None:
        return self.ends_on - dt.timedelta(days=1) if self.ends_on else None
