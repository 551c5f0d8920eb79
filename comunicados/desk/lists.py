"""What the list of communiqués shows, finds and filters by; its number of queries does not depend on its rows."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from comunicados.desk import criteria, states
from comunicados.desk.panels import verb_url
from comunicados.enums import Language, Public, Verb
from comunicados.models import Communique, Kind, LanguageVersion, SeriesNumber
from comunicados.permissions import may
from personas.widgets import Linked

BESIDE = (
    '<a class="beside" href="{}"><span class="in-a-block">{}:</span> {}<span class="visually-hidden">, {}</span></a>'
)


def with_states(communiques: QuerySet[Communique]) -> QuerySet[Communique]:
    """Each communiqué with `states` (its language versions) and `held_numbers`, in two queries for all."""
    return communiques.prefetch_related(
        Prefetch("versions", LanguageVersion.objects.with_state(), to_attr="states"),
        Prefetch("numbers", SeriesNumber.objects.filter(voided_at=None), to_attr="held_numbers"),
    )


def badge(code: str, words: str) -> SafeString:
    return format_html('<span class="state state-{}">{}</span>', code, words)


class StateFilter(admin.SimpleListFilter):
    """By the state of one language; a subclass says which."""

    language: Language

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(word.value, word.label) for word in criteria.STATES]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        state = self.value()
        return queryset if state is None else criteria.in_state(queryset, state, self.language)


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
        slug = self.value()
        return criteria.of_kind(queryset, slug) if slug else queryset


class DiscardedFilter(admin.SimpleListFilter):
    """What the desk works on, or what was discarded."""

    title, parameter_name = _("discarded"), "discarded"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(criteria.DISCARDED, _("discarded"))]

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        kept, *others = super().choices(changelist)
        yield {**kept, "display": _("kept")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return criteria.kept_or_discarded(queryset, self.value() or "")


class PeriodFilter(admin.ListFilter):
    """By the date of the dateline: from a day, to a day, both included."""

    title, template = _("date of the dateline"), "desk/worklist/period_filter.html"

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        given = {name: params.pop(name)[-1] for name in self.expected_parameters() if name in params}
        self.days: dict[str, str] = {str(name): day for name, day in given.items() if day}

    def expected_parameters(self) -> list[str | None]:
        return ["from", "to"]

    def has_output(self) -> bool:
        return True

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        """One, the form of the template: both days, and what else the list is filtered by."""
        others = {name: value for name, value in changelist.params.items() if name not in self.expected_parameters()}
        yield {"days": self.days, "others": others}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        for name, day in self.days.items():
            is_meant, narrow = criteria.CRITERIA[name]
            if not is_meant(day):
                raise IncorrectLookupParameters
            queryset = narrow(queryset, day)
        return queryset


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
    list_filter = [SpanishFilter, EnglishFilter, KindFilter, PeriodFilter, DiscardedFilter]
    list_select_related = ["kind"]
    list_per_page = 50
    date_hierarchy = "date"
    search_fields = ["headline_es", "headline_en"]
    search_help_text = _("Words of the headline or of the text, in Spanish or English")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Dated

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Whoever may withdraw does so from the row, in two taps."""
        return [*self.list_display, *(["withdrawal"] if may(request.user, Verb.WITHDRAW) else [])]  # type: ignore[arg-type]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Communique], search_term: str
    ) -> tuple[QuerySet[Communique], bool]:
        return criteria.find(queryset, search_term), False

    @admin.display(description=_("headline"))
    def title(self, communique: Communique) -> SafeString:
        """The headline; not named so, for the model's own base column is (see CommuniqueTranslation)."""
        language = Language.ES if communique.headline_es else Language.EN
        return format_html('<span lang="{}">{}</span>', language.value, communique)

    @admin.display(description=_("kind"), ordering="kind__order")
    def kind_in_words(self, communique: Communique) -> str:
        return communique.kind.name_in(get_language() or "es")

    @admin.display(description=_("number"), empty_value="")
    def number(self, communique: Any) -> str:
        return next((f"{number.value}/{number.year}" for number in communique.held_numbers), "")

    @admin.display(description=Verb.WITHDRAW.label, empty_value="")
    def withdrawal(self, communique: Any) -> SafeString:
        """A link for each language that is live; several languages are chosen together on its page."""
        live = [version for version in communique.states if version.public == Public.LIVE]
        links = (
            (verb_url(version, Verb.WITHDRAW), Verb.WITHDRAW.label, version.get_language_display(), communique)
            for version in live
        )
        return format_html_join(" ", BESIDE, links)

    @admin.display(description=Language.ES.label)
    def spanish(self, communique: Communique) -> SafeString:
        return _badges(communique, Language.ES)

    @admin.display(description=Language.EN.label)
    def english(self, communique: Communique) -> SafeString:
        return _badges(communique, Language.EN)


def _badges(communique: Any, language: Language) -> SafeString:
    """Each state as a badge; the language before them where the list has no columns, on a phone."""
    badges = format_html_join(" ", "{}", ((badge(*word),) for word in _words(communique, language)))
    return format_html('<span class="of-language" aria-hidden="true">{}</span> {}', language.label, badges)


def _words(communique: Any, language: Language) -> Iterator[tuple[str, str]]:
    for version in communique.states:
        if version.language == language:
            yield from states.words(version, communique)
