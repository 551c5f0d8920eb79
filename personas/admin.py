"""The registry at the desk: people, posts, organizations, appointments."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db.models import F, Q, QuerySet, Value
from django.forms.widgets import Script
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from personas.desk.exchange import ExchangeAdmin
from personas.desk.merging import MergingAdmin
from personas.desk.timelines import HoldersOfTheDay, PersonTimeline, PostTimeline
from personas.exchange.tables import APPOINTMENTS, PEOPLE, POSITIONS, TITLES
from personas.hours import LAST_HOUR
from personas.models import Appointment, Organization, Person, Position, PositionTitle
from personas.querysets import Fold
from personas.sorting import guess_sort_name
from personas.title_gaps import title_gaps
from personas.widgets import Linked, NamedCells, name_both_parts


class RegistryAdmin(Linked, admin.ModelAdmin):
    class Media:
        js = [Script("desk/naming.js", type="module")]

    list_per_page = 50
    search_fields = ["pk"]  # autocompletion asks that there be some; the search is the registry's own

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "shown_from" and field is not None:
            field.validators.append(MaxValueValidator(LAST_HOUR))
            name_both_parts(field)
        return field

    def get_field_queryset(self, db: Any, db_field: Any, request: HttpRequest) -> QuerySet[Any] | None:
        """Nothing new is linked to a merged row."""
        queryset = db_field.remote_field.model._default_manager
        return queryset.current() if hasattr(queryset, "current") else None


class NamedAdmin(RegistryAdmin):
    """Found by every spelling, a typo forgiven; also by whoever looks for a row from another form."""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        current: Any = queryset.current()  # type: ignore[attr-defined]
        return (current.search(search_term) if search_term.strip() else current), False


class PersonForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = ["name_es", "name_en", "sort_name", "gender", "spellings", "shown_from"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "sort_name" in self.fields:
            self.fields["sort_name"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["sort_name"] = cleaned.get("sort_name") or guess_sort_name(cleaned.get("name_es", ""))
        return cleaned


class AppointmentInline(Linked, admin.TabularInline):
    model = Appointment
    formset = NamedCells
    fields = ["position", "starts_on", "ends_on", "is_acting", "title_es", "title_en"]
    autocomplete_fields = ["position"]
    extra = 0


@admin.register(Person)
class PersonAdmin(MergingAdmin, PersonTimeline, ExchangeAdmin, NamedAdmin):
    tables = (PEOPLE,)
    form = PersonForm
    list_display = ["name_es", "sort_name", "gender", "shown_from"]
    list_filter = ["gender"]
    ordering = ["sort_key"]
    inlines = [AppointmentInline]

    def save_model(self, request: HttpRequest, obj: Person, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not form.data.get("sort_name"):
            sentence = _("Sorted as “%(sort_name)s”, a guess from the name. Correct it if the surnames are others.")
            messages.warning(request, sentence % {"sort_name": obj.sort_name})

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for appointment in form.instance.appointments.select_related("position"):
            warn_of_overlap(request, appointment)


class TitleFormSet(NamedCells):
    """The titles of one post. The database would refuse two of one day; two unknown days count as one too.

    Django compares neither the rows of one form, where the day is unknown, nor those stored since it was opened.
    """

    def clean(self) -> None:
        super().clean()
        shown = [form for form in self.forms if form.has_changed() or form.instance.pk]
        others = PositionTitle.objects.filter(position=self.instance.pk)
        days = list(others.exclude(pk__in=[form.instance.pk for form in shown]).values_list("starts_on", flat=True))
        days += [form.cleaned_data.get("starts_on") for form in shown if not form.cleaned_data.get("DELETE")]
        if len(days) != len(set(days)):
            raise ValidationError(_("Two titles of one post cannot begin on the same day."))


class TitleInline(admin.TabularInline):
    model = PositionTitle
    formset = TitleFormSet
    extra = 0

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        return [F("starts_on").asc(nulls_first=True)]


@admin.register(Position)
class PositionAdmin(MergingAdmin, PostTimeline, ExchangeAdmin, NamedAdmin):
    tables = (POSITIONS, TITLES)
    list_display = ["name_es", "name_en", "organization", "rank"]
    list_select_related = ["organization"]
    fields = ["organization", "name_es", "name_en", "rank", "shown_from"]
    autocomplete_fields = ["organization"]
    ordering = ["rank", "name_es"]
    inlines = [TitleInline]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for sentence in title_gaps(form.instance):
            messages.warning(request, sentence)


class OrganizationForm(forms.ModelForm):
    class Meta:
        model = Organization
        fields = ["kind", "parent", "iso_code", "name_es", "name_en", "acronym_es", "acronym_en", "shown_from"]

    def clean_parent(self) -> Organization | None:
        """The tree does not bite its tail; the database says so too, but not as a sentence."""
        parent: Organization | None = self.cleaned_data["parent"]
        above = parent
        while above is not None:
            if above.pk == self.instance.pk:
                raise ValidationError(_("An organization cannot be part of itself, nor of a body of its own."))
            above = above.parent
        return parent


@admin.register(Organization)
class OrganizationAdmin(HoldersOfTheDay, NamedAdmin):
    form = OrganizationForm
    list_display = ["name_es", "name_en", "kind", "parent"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    autocomplete_fields = ["parent"]
    ordering = ["sort_key_es"]


@admin.register(Appointment)
class AppointmentAdmin(ExchangeAdmin, RegistryAdmin):
    tables = (APPOINTMENTS,)
    list_display = ["person", "position", "starts_on", "ends_on", "is_acting"]
    list_select_related = ["person", "position"]
    fields = ["person", "position", "starts_on", "ends_on", "is_acting", "title_es", "title_en", "shown_from"]
    autocomplete_fields = ["person", "position"]
    search_help_text = gettext_lazy("Words of the name or of the post")
    ordering = ["person__sort_key", "-starts_on"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appointment]:
        return super().get_queryset(request).select_related("person", "position")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Every word stands in the name or in the post; or the whole is nearly a name."""
        words = search_term.replace("\x00", "").split()[:8]
        if not words:
            return queryset, False
        held = Q(pk__isnull=False)
        for word in words:
            folded = Fold(Value(word))
            held &= Q(person__search_text__contains=folded) | Q(position__search_text__contains=folded)
        alike = Person.objects.search(search_term).order_by().values("pk")
        return queryset.filter(held | Q(person__in=alike)), False

    def get_readonly_fields(self, request: HttpRequest, obj: Appointment | None = None) -> list[str]:
        """Whose it is stands in every text that names it: another holder is another appointment."""
        return ["person"] if obj else []

    def save_model(self, request: HttpRequest, obj: Appointment, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        warn_of_overlap(request, obj)


def warn_of_overlap(request: HttpRequest, appointment: Appointment) -> None:
    """Two holders of one post at one time: acting and joint ones exist, so it is said and not refused."""
    for other in appointment.overlapping().select_related("person"):
        sentence = _("%(holder)s held %(post)s at the same time, says the registry. Is an end missing?")
        messages.warning(request, sentence % {"holder": other.person, "post": appointment.position})
