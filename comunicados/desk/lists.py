"""What the list of communiqués shows, finds and filters by; its number of queries does not depend on its rows."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import Prefetch, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from comunicados.desk import states
from comunicados.enums import Language, Public, Working
from comunicados.models import Communique, Kind, LanguageVersion, SeriesNumber
from personas.querysets import Fold
from personas.widgets import Linked


def with_states(communiques: QuerySet[Communique]) -> QuerySet[Communique]:
    """Each communiqué with `states` (its language versions) and `held_numbers`, in two queries for all."""
    return communiques.prefetch_related(
        Prefetch("versions", LanguageVersion.objects.with_state(), to_attr="states"),
        Prefetch("numbers", SeriesNumber.objects.filter(voided_at=None), to_attr="held_numbers"),
    )


def find(communiques: QuerySet[Communique], text: str) -> QuerySet[Communique]:
    """Those in whose headlines, of either language, all the words stand; accents and case do not matter."""
    headlines = Fold(Concat("headline_es", Value(" "), "headline_en", output_field=TextField()))
    communiques = communiques.alias(headlines=headlines)
    for word in text.replace("\x00", "").split()[:8]:
        communiques = communiques.filter(headlines__contains=Fold(Value(word)))
    return communiques


def badge(code: str, words: str) -> SafeString:
    return format_html('<span class="state state-{}">{}</span>', code, words)


class StateFilter(admin.SimpleListFilter):
    """By the state of one language; a subclass says which."""

    language: Language

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(word.value, word.label) for word in (*Working, *Public) if word not in (Working.SAME, Public.NEVER)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        word = self.value()
        if word is None:
            return queryset
        versions = LanguageVersion.objects.with_state().filter(
            Q(public=word) | Q(working=word), language=self.language
        )
        return queryset.filter(pk__in=versions.values("communique"))


class SpanishFilter(StateFilter):
    title, parameter_name, language = _("state of the Spanish"), "es", Language.ES


class EnglishFilter(StateFilter):
    title, parameter_name, language = _("state of the English"), "en", Language.EN


class KindFilter(admin.SimpleListFilter):
    """By kind, under the names of the language that the desk speaks."""

    title, parameter_name = _("kind"), "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(kind.slug, kind.name_in(get_language() or "es")) for kind in Kind.objects.all()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(kind__slug=self.value()) if self.value() else queryset


class Dated(ChangeList):
    """Django's own, where it fails on the last year of the calendar."""

    def get_filters(self, request: HttpRequest) -> Any:
        try:
            return super().get_filters(request)
        except ValueError as error:
            raise IncorrectLookupParameters from error


class CommuniqueList(Linked, admin.ModelAdmin):
    """The list's half of the communiqué's admin."""

    list_display = ["title", "spanish", "english", "date", "kind_in_words", "number"]
    list_filter = [SpanishFilter, EnglishFilter, KindFilter]
    list_select_related = ["kind"]
    list_per_page = 50
    date_hierarchy = "date"
    search_fields = ["headline_es", "headline_en"]
    search_help_text = _("Words of the headline, in Spanish or English")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Dated

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Communique], search_term: str
    ) -> tuple[QuerySet[Communique], bool]:
        return find(queryset, search_term), False

    @admin.display(description=_("headline"))
    def title(self, communique: Communique) -> SafeString:
        """The headline; not named so, for the model's own base column is (see CommuniqueTranslation)."""
        language = Language.ES if communique.headline_es else Language.EN
        return format_html('<span lang="{}">{}</span>', language.value, communique)

    @admin.display(description=_("kind"), ordering="kind__order")
    def kind_in_words(self, communique: Communique) -> str:
        return communique.kind.name_in(get_language() or "es")

    @admin.display(description=_("number"))
    def number(self, communique: Any) -> str:
        return next((f"{number.value}/{number.year}" for number in communique.held_numbers), "")

    @admin.display(description=Language.ES.label)
    def spanish(self, communique: Communique) -> SafeString:
        return _badges(communique, Language.ES)

    @admin.display(description=Language.EN.label)
    def english(self, communique: Communique) -> SafeString:
        return _badges(communique, Language.EN)


def _badges(communique: Any, language: Language) -> SafeString:
    return format_html_join(" ", "{}", ((badge(*word),) for word in _words(communique, language)))


def _words(communique: Any, language: Language) -> Iterator[tuple[str, str]]:
    for version in communique.states:
        if version.language == language:
            yield from states.words(version, communique)
