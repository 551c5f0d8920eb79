"""What communiqués are searched by: the parameters of their list, as filters of a queryset and as saved searches."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import F, Func, Q, QuerySet, TextField, Value

from comunicados.enums import Language, Public, Working
from comunicados.models import Communique, LanguageVersion
from personas.querysets import Fold

Communiques = QuerySet[Communique]

CONFIGURATIONS = {"es": "voceria_spanish", "en": "voceria_english"}
STATES = [word for word in (*Working, *Public) if word not in (Working.SAME, Public.NEVER)]
LONGEST = 150  # characters of a value that is kept


def find(communiques: Communiques, text: str) -> Communiques:
    """Those with all the words, or parts of words, in the headlines of both languages; or with the words in one text.

    Accents and case do not matter. Each of the three conditions has its index.
    """
    words = text.replace("\x00", "").split()[:8]
    if not words:
        return communiques
    found = Q()
    for word in words:
        found &= Q(headlines__contains=Fold(Value(word)))
    for language, configuration in CONFIGURATIONS.items():
        query = SearchQuery(" ".join(words), config=configuration, search_type="websearch")
        found |= Q(**{f"words_{language}": query})
    return communiques.alias(headlines=_Headlines(), words_es=_words("es"), words_en=_words("en")).filter(found)


def in_state(communiques: Communiques, state: str, language: str) -> Communiques:
    """Those whose text of that language is in that state, before the world or at the desk."""
    versions = LanguageVersion.objects.with_state().filter(Q(public=state) | Q(working=state), language=language)
    return communiques.filter(pk__in=versions.values("communique"))


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
    for name, value in parse_qsl(canonical(query)):
        communiques = CRITERIA[name][1](communiques, value)
    return communiques


class _Headlines(Func):
    """Both headlines, folded: the expression of the index `communique_headlines`."""

    template, arg_joiner, output_field = "fold(%(expressions)s)", " || ' ' || ", TextField()

    def __init__(self, *headlines: Any, **extra: Any) -> None:
        super().__init__(*(headlines or (F("headline_es"), F("headline_en"))), **extra)


def _words(language: str) -> Func:
    """The whole text of one language: the expression of the index `communique_search_…`."""
    fields = (F(f"{field}_{language}") for field in ("headline", "subheadline", "body"))
    template = f"communique_search('{language}', %(expressions)s)"
    return Func(*fields, template=template, output_field=SearchVectorField())
