"""The state of a language version: derived in one query, never stored."""

from typing import Any, NamedTuple, Self

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from comunicados.enums import APPROVALS, Decision, Original, Public, Status, Working
from comunicados.models.publication import Publication
from comunicados.models.review import Review
from personas.clock import MinistryNow


class State(NamedTuple):
    """What the world sees, and how far the desk's current text is."""

    public: Public
    working: Working


class LanguageVersionQuerySet(models.QuerySet[Any]):
    def translations(self) -> Self:
        """Texts in the language that is not the original; a joint text has none."""
        return self.exclude(communique__original__in=(F("language"), Value(Original.BOTH)))

    def stale(self) -> Self:
        """Translations that differ from their original in what they account for: document.unaccounted, in SQL."""
        original = self.model._default_manager.filter(
            communique=OuterRef("communique"), language=OuterRef("communique__original")
        )
        finished = self.translations().exclude(accounts_for=[])
        finished = finished.annotate(_original=Subquery(original.values("paragraphs")[:1]))
        up_to_date = {"accounts_for__contains": F("_original"), "accounts_for__contained_by": F("_original")}
        return finished.exclude(**up_to_date)

    def with_state(self) -> Self:
        """Annotate what follows from publications, reviews, the current digest and the hour:

        `public` and `working` (words of the enums); `scheduled_for`, the hour of what is pending, or None;
        `live_from` and `live_path` of what stands now, or None; `was_public`, whether it ever was.
        """
        now = MinistryNow()
        of_version = Publication.objects.filter(version=OuterRef("pk"))
        current, pending = of_version.current(now), of_version.pending(now)
        fitting = Review.objects.filter(version=OuterRef("pk"), digest=OuterRef("digest"))
        return self.annotate(
            scheduled_for=Subquery(pending.values("live_from")[:1]),
            live_from=Subquery(current.values("live_from")[:1]),
            live_path=Subquery(current.values("path")[:1]),
            was_public=Exists(of_version.begun(now)),
            _status=Subquery(current.values("status")[:1]),
            _shown=Coalesce(Subquery(pending.values("digest")[:1]), Subquery(current.values("digest")[:1])),
            _decision=Subquery(fitting.order_by("-made_at", "-pk").values("decision")[:1]),
            public=Case(
                When(_status=Status.WITHDRAWN, then=Value(Public.WITHDRAWN)),
                When(_status=Status.PUBLISHED, then=Value(Public.LIVE)),
                When(scheduled_for__isnull=False, then=Value(Public.SCHEDULED)),
                default=Value(Public.NEVER),
            ),
            working=Case(
                When(
                    Q(_status=Status.PUBLISHED) | Q(scheduled_for__isnull=False),
                    _shown=F("digest"),
                    then=Value(Working.SAME),
                ),
                When(_decision__in=APPROVALS, then=Value(Working.APPROVED)),
                When(_decision=Decision.SUBMIT, then=Value(Working.IN_REVIEW)),
                default=Value(Working.DRAFT),
            ),
        )
