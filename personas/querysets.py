"""How the registry is asked: by likeness of name, by day."""

import datetime as dt
from typing import Any, Self

from django.db.models import Case, F, FloatField, Func, IntegerField, Q, QuerySet, TextField, Value, When

LIKENESS = 0.45  # of a word typed to the likest stretch of the name; one wrong letter in seven passes


class Fold(Func):
    """Lower case, no accents: what two spellings of one name have in common."""

    function = "fold"
    output_field = TextField()


class Likeness(Func):
    """From 0 to 1, how much a folded text resembles the likest stretch of another."""

    function = "word_similarity"
    arity = 2
    output_field = FloatField()


class RegistryQuerySet(QuerySet[Any]):
    """Rows with a `search_text` (every spelling, folded) and a `merged_into`."""

    def current(self) -> Self:
        """Without the rows that were merged into another."""
        return self.filter(merged_into=None)

    def search(self, text: str) -> Self:
        """Rows whose name holds every word of `text`, or nearly: accents, case and a typo are forgiven.

        Best first: names that hold the words as typed, then by likeness, then by the alphabet.
        """
        words = text.replace("\x00", "").split()[:8]
        if not words:
            return self.none()
        folded = Fold(Value(" ".join(words)))
        holds_all = Q(pk__isnull=False)
        resembles_all = Q(pk__isnull=False)
        likenesses: dict[str, Any] = {}
        for place, word in enumerate(words):
            likenesses[f"likeness_{place}"] = Likeness(Fold(Value(word)), "search_text")
            holds_all &= Q(search_text__contains=Fold(Value(word)))
            resembles_all &= Q(**{f"likeness_{place}__gt": LIKENESS})
        return (
            self.alias(**likenesses)
            .annotate(
                is_held=Case(When(holds_all, then=1), default=0, output_field=IntegerField()),
                likeness=Likeness(folded, "search_text"),
            )
            .filter(holds_all | resembles_all)
            .order_by("-is_held", "-likeness", "pk")
        )


class PeriodQuerySet(QuerySet[Any]):
    """Rows with a half-open period `[starts_on, ends_on)` whose ends may be unknown."""

    def on(self, day: dt.date) -> Self:
        """Rows whose period holds `day`, as far as is known."""
        begun = Q(starts_on=None) | Q(starts_on__lte=day)
        not_over = Q(ends_on=None) | Q(ends_on__gt=day)
        return self.filter(begun, not_over).order_by(F("starts_on").desc(nulls_last=True), "pk")
