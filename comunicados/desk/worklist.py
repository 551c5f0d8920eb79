"""The desk's first page: what waits for whoever opens it. As many queries with thirty communiqués as with three."""

import datetime as dt
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from comunicados import permissions
from comunicados.desk import remarks, searches, silences, site_pages, states
from comunicados.desk.panels import Deed, side_by_side_url, verb_url
from comunicados.desk.piles import PILES, Pile
from comunicados.enums import Decision, Language, Status
from comunicados.models import Erasure, LanguageVersion, Publication, Review, Silence, SitePageText
from comunicados.permissions import User

SHOWN = 10
COUNTED = 100
ROWS_OF_A_PAGE = 50


class Note(NamedTuple):
    """What somebody wrote, and who."""

    text: str
    by: str


@dataclass(frozen=True)
class Row:
    """A text in a pile, and where its next step is."""

    text: Any  # a LanguageVersion with its state and what _texts() annotates
    pile: Pile
    user: User

    @property
    def headline(self) -> str:
        return str(self.text.communique)

    @property
    def headline_language(self) -> str:
        return Language.ES.value if self.text.communique.headline_es else Language.EN.value

    @property
    def url(self) -> str:
        if self.pile.verb is not None:
            return verb_url(self.text, self.pile.verb)
        if self.pile.code == "stale":
            return side_by_side_url(self.text)
        page = reverse("admin:comunicados_communique_change", args=[self.text.communique_id])
        return f"{page}#section-{self.text.language}"

    @property
    def beside(self) -> Deed | None:
        """The verb that takes the text back, for whoever may; its page says so when it can no more be done."""
        verb = self.pile.beside
        if verb is None or not permissions.may(self.user, verb, on_translation=False):
            return None
        return Deed(verb, verb_url(self.text, verb))

    @property
    def badges(self) -> list[tuple[str, str]]:
        return states.words(self.text, self.text.communique)

    @property
    def moment(self) -> dt.datetime | None:
        return getattr(self.text, self.pile.hour) if self.pile.hour else None

    @property
    def day(self) -> dt.date | None:
        return timezone.localtime(self.moment).date() if self.moment else None

    @property
    def is_begun(self) -> bool:
        return states.is_begun(self.text, self.text.communique)

    @property
    def is_sent_back(self) -> bool:
        return self.pile.code == "mine" and self.text._decision == Decision.SEND_BACK

    @property
    def note(self) -> Note | None:
        """What a colleague wrote that the next step is about: why it came back, why it was done alone."""
        if self.pile.code == "confirm":
            return _note(self.text, "release") or _note(self.text, "withdrawal")
        if self.pile.code == "erase":
            return _note(self.text, "erasure")
        return _note(self.text, "latest") if self.is_sent_back else None


@dataclass(frozen=True)
class Shown:
    """A pile as the worklist shows it: its first rows, and how many there are."""

    pile: Pile
    rows: list[Row]
    found: int  # at most one more than are counted

    @property
    def count(self) -> str:
        return f"{COUNTED}+" if self.found > COUNTED else str(self.found)

    @property
    def url(self) -> str:
        return reverse("desk-pile", args=[self.pile.code])


@dataclass(frozen=True)
class Worklist:
    waiting: list[Shown]
    hours: list[Shown]  # what is scheduled, and what went out
    nothing_in: list[Pile]
    mentions: "remarks.Mentions"
    searches: "list[searches.Counted]"
    silences: list[Silence]  # that run or come
    site_pages: list[SitePageText]  # for the user's approval

    @classmethod
    def of(cls, user: User) -> "Worklist":
        mine = [pile for pile in PILES if user.has_perm(pile.needs)]
        found = {pile.code: list(pile.texts(user).values_list("pk", flat=True)[: COUNTED + 1]) for pile in mine}
        texts = _texts(set(chain.from_iterable(pks[:SHOWN] for pks in found.values())))
        shown = [
            Shown(pile, [Row(texts[pk], pile, user) for pk in found[pile.code][:SHOWN]], len(found[pile.code]))
            for pile in mine
        ]
        return cls(
            waiting=[pile for pile in shown if pile.found and not pile.pile.hour],
            hours=[pile for pile in shown if pile.found and pile.pile.hour],
            nothing_in=[pile.pile for pile in shown if not pile.found],
            mentions=remarks.mentions_of(user),
            searches=searches.counted(user),
            silences=silences.of_worklist(),
            site_pages=site_pages.waiting_for(user),
        )


def for_index(user: User) -> dict[str, Any]:
    """The context of the desk's index; nothing for whoever may not see communiqués."""
    return {"worklist": Worklist.of(user)} if user.has_perm(permissions.READ) else {}


@require_safe
def pile_page(request: HttpRequest, code: str) -> HttpResponse:
    """All of one pile, page by page."""
    user: User = request.user  # type: ignore[assignment]
    pile = next((pile for pile in PILES if pile.code == code), None)
    if pile is None:
        raise Http404
    if not user.has_perm(pile.needs):
        raise PermissionDenied
    page = Paginator(pile.texts(user).values_list("pk", flat=True), ROWS_OF_A_PAGE).get_page(request.GET.get("p"))
    texts = _texts(set(page.object_list))
    context = {
        **admin.site.each_context(request),
        "title": pile.title,
        "pile": pile,
        "rows": [Row(texts[pk], pile, user) for pk in page.object_list],
        "page": page,
    }
    return render(request, "desk/worklist/pile_page.html", context)


def _texts(pks: set[int]) -> dict[int, LanguageVersion]:
    """These texts with all that a row says, in one query."""
    reviews = Review.objects.filter(version=OuterRef("pk")).order_by("-made_at", "-pk")
    releases = reviews.filter(decision=Decision.RELEASE, confirmation=None)
    withdrawals = Publication.objects.filter(version=OuterRef("pk"), status=Status.WITHDRAWN, confirmation=None)
    latest = reviews.filter(digest=OuterRef("digest"))
    texts = LanguageVersion.objects.filter(pk__in=pks).with_state()
    texts = texts.select_related("communique", "written_in__made_by").defer("written_in__document")
    texts = texts.annotate(**_notes("release", releases), **_notes("withdrawal", withdrawals))
    erasures = Erasure.objects.waiting().filter(version=OuterRef("pk"))
    erasures = erasures.annotate(note=F("ground"))
    texts = texts.annotate(**_notes("latest", latest), **_notes("erasure", erasures, by="requested_by"))
    return {text.pk: text for text in texts}


def _notes(name: str, rows: QuerySet[Any], by: str = "made_by") -> dict[str, Subquery]:
    """Annotations with the note of the first row, and the name of whoever wrote it."""
    who = Coalesce(NullIf(f"{by}__first_name", Value("")), f"{by}__username")
    return {
        f"{name}_note": Subquery(rows.values("note")[:1]),
        f"{name}_by": Subquery(rows.annotate(who=who).values("who")[:1]),
    }


def _note(text: Any, name: str) -> Note | None:
    written = getattr(text, f"{name}_note")
    return Note(written, getattr(text, f"{name}_by")) if written else None
