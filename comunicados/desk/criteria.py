"""What communiqués are searched by: the parameters of their list, as filters of a queryset and as saved searches."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet, TextField, Value

from comunicados.enums import Language, Public, Status, Working
from comunicados.models import Communique, LanguageVersion, Publication, Review
from personas.clock import MinistryNow
from personas.querysets import Fold

Communiques = QuerySet[Communique]
Texts = Any  # a LanguageVersionQuerySet; mypy does not see through its annotations

STATES = [word for word in (*Working, *Public) if word not in (Working.SAME, Public.NEVER)]
DISCARDED = "yes"  # the value of the parameter `discarded`
LONGEST = 150  # characters of a value that is kept


def find(communiques: Communiques, text: str) -> Communiques:
    """Those with all the words, or parts of words, in the headlines of both languages; or with the words in one text.

    Accents and case do not matter. A union, not an OR: each condition is answered by its index alone.
    """
    words = text.replace("\x00", "").split()[:8]
    if not words:
        return communiques
    in_headlines = Communique.objects.alias(headlines=_headlines())
    for word in words:
        in_headlines = in_headlines.filter(headlines__contains=Fold(Value(word)))
    in_a_text = Communique.objects.filter(pk__in=_with_words(" ".join(words)))
    found = (part.order_by().values("pk") for part in (in_headlines, in_a_text))
    return communiques.filter(pk__in=next(found).union(*found))


def in_state(communiques: Communiques, state: str, language: str) -> Communiques:
    """Those whose text of that language is in that state, before the world or at the desk."""
    texts = LanguageVersion.objects.filter(language=language)
    if state in Public.values:
        return communiques.filter(pk__in=texts.filter(_is_public(state)).values("communique"))
    worked_on = unsettled(texts.filter(begun() if state == Working.DRAFT else reviewed()))
    return communiques.filter(pk__in=worked_on.filter(Q(working=state)).values("communique"))


def unsettled(texts: Texts) -> Texts:
    """Those of the texts that the world neither reads nor will read at a set hour, with their state.

    The limit, which is never reached, makes the database find them first: else it asks every text for its state.
    """
    settled = Publication.objects.uncancelled().filter(
        version=OuterRef("pk"), digest=OuterRef("digest"), status=Status.PUBLISHED, live_until=None
    )
    few = texts.filter(~Exists(settled)).order_by().values("pk")[:1_000_000]
    return LanguageVersion.objects.filter(pk__in=few).with_state()


def reviewed() -> Exists:
    """Whether anybody ever said something about the text as it is now."""
    return Exists(Review.objects.filter(version=OuterRef("pk"), digest=OuterRef("digest")))


def begun() -> Q:
    """Whether somebody wrote a headline or a body."""
    written = Q()
    for language in Language.values:
        empty = {f"communique__headline_{language}": "", f"communique__body_{language}": ""}
        written |= Q(language=language) & ~Q(**empty)
    return written


def _is_public(state: str) -> Any:
    """What with_state() calls `public`, as a condition that an index answers."""
    of_text, now = Publication.objects.filter(version=OuterRef("pk")), MinistryNow()
    current = of_text.current(now)
    if state == Public.SCHEDULED:
        return Exists(of_text.pending(now)) & ~Exists(current)
    return Exists(current.filter(status=Status.WITHDRAWN if state == Public.WITHDRAWN else Status.PUBLISHED))


def kept_or_discarded(communiques: Communiques, discarded: str) -> Communiques:
    """What was discarded is on no list but its own."""
    return communiques.filter(discarded_at__isnull=discarded != DISCARDED)


def of_kind(communiques: Communiques, slug: str) -> Communiques:
    return communiques.filter(kind__slug=slug)


def _dated(lookup: str, communiques: Communiques, value: str) -> Communiques:
    return communiques.filter(**{lookup: value})


def _is_day(value: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(value))
    except ValueError:
        return False


def _is_part_of_a_day(value: str) -> bool:
    return value.isdecimal() and 0 < int(value[:5]) < 9999


Criterion = tuple[Callable[[str], bool], Callable[[Communiques, str], Communiques]]

# By parameter: whether a value can be one, and what it leaves of the communiqués.
CRITERIA: dict[str, Criterion] = {
    "q": (bool, find),
    "es": (STATES.__contains__, partial(in_state, language=Language.ES)),
    "en": (STATES.__contains__, partial(in_state, language=Language.EN)),
    "kind": (bool, of_kind),
    "from": (_is_day, partial(_dated, "date__gte")),
    "to": (_is_day, partial(_dated, "date__lte")),
    "date__year": (_is_part_of_a_day, partial(_dated, "date__year")),
    "date__month": (_is_part_of_a_day, partial(_dated, "date__month")),
    "date__day": (_is_part_of_a_day, partial(_dated, "date__day")),
    "discarded": (DISCARDED.__eq__, kept_or_discarded),
}


def canonical(query: str) -> str:
    """The query string with the known parameters whose values can be meant, each once, in one order."""
    given = {name: value.strip() for name, value in parse_qsl(query.replace("\x00", ""), max_num_fields=40)}
    known = {name: given[name] for name in CRITERIA if name in given}
    return urlencode(
        {name: value for name, value in known.items() if len(value) <= LONGEST and CRITERIA[name][0](value)}
    )


def matching(query: str) -> Communiques:
    """The communiqués that the list would show for that query string."""
    communiques: Communiques = Communique.objects.all()
    for name, value in ({"discarded": ""} | dict(parse_qsl(canonical(query)))).items():
        communiques = CRITERIA[name][1](communiques, value)
    return communiques


def _headlines() -> Func:
    """Both headlines, folded: the expression of the index `communique_headlines`."""
    fields = (F("headline_es"), F("headline_en"))
    return Func(*fields, function="fold", arg_joiner=" || ' ' || ", output_field=TextField())


def _with_words(words: str) -> Func:
    """The ids of those in whose text, of one language, all the words stand: a subquery."""
    template = "(SELECT %(function)s(%(expressions)s))"
    return Func(Value(words), function="communiques_with_words", template=template)
