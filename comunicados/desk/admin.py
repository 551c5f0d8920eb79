"""The admin of communiqués, kinds and topics: the list and the writing screen."""

from typing import Any

import js_asset
from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob

from comunicados import permissions
from comunicados.desk import history, presence, screen
from comunicados.desk.files import FilesInline
from comunicados.desk.forms import ARCHIVE, FIELDS_OF, CommuniqueForm, is_sent
from comunicados.desk.lists import CommuniqueList, with_states
from comunicados.desk.locks import locks_for
from comunicados.desk.participants import ParticipantsInline
from comunicados.enums import Rule, Section
from comunicados.models import Agreement, Communique, Kind, Revision, Topic
from comunicados.rules import CONDUCT
from personas.clock import ministry_today

SHOWN = FIELDS_OF | {Section.FACTS.value: (*FIELDS_OF[Section.FACTS], ARCHIVE)}

admin.site.unregister(ProcrastinateJob)  # jobs are the operator's, who has `manage.py procrastinate shell`


@admin.register(Communique)
class CommuniqueAdmin(CommuniqueList):
    form = CommuniqueForm
    inlines = [ParticipantsInline, FilesInline]
    autocomplete_fields = ["topics", "first_delegation_es", "first_delegation_en"]

    class Media:
        js = [Script("desk/naming.js", type="module"), Script("desk/paragraph.js", type="module")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Communique]:
        return with_states(super().get_queryset(request))

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Communique | None:
        """For a save: as it is stored now, locked until the transaction ends, so that sections can be compared."""
        communique = super().get_object(request, object_id, from_field)
        if communique is not None and request.method == "POST":
            communique.lock()
            communique = Communique.objects.get(pk=communique.pk)
        return communique

    def get_fieldsets(self, request: HttpRequest, obj: Communique | None = None) -> Any:
        """One for each section; without fields where the section is only read."""
        locked = locks_for(request, obj)
        return [
            (
                Section(section).label,
                {"fields": names if section not in locked or is_sent(section, request.POST) else ()},
            )
            for section, names in SHOWN.items()
        ]

    def get_form(
        self, request: HttpRequest, obj: Communique | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.locks = locks_for(request, obj)  # type: ignore[attr-defined]
        return form

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"date": ministry_today(), **super().get_changeform_initial_data(request)}

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Our own, of all that happened on the path of the text."""
        if not object_id.isdecimal():
            raise Http404
        return history.timeline(request, int(object_id))

    def has_change_permission(self, request: HttpRequest, obj: Communique | None = None) -> bool:
        """Whoever writes a section of it; which ones, the form knows."""
        if obj is None or not obj.pk:
            return request.user.has_perm(permissions.WRITE) or request.user.has_perm(permissions.TRANSLATE)
        return bool(permissions.writable_sections(request.user, obj.original))  # type: ignore[arg-type]

    def has_delete_permission(self, request: HttpRequest, obj: Communique | None = None) -> bool:
        """Nobody: a communiqué is withdrawn or concealed, and its history stays."""
        return False

    def save_model(self, request: HttpRequest, obj: Communique, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    def response_add(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return presence.tell_saved(request, super().response_add(request, *args, **kwargs))

    def response_change(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return presence.tell_saved(request, super().response_change(request, *args, **kwargs))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Everything is stored by then: one revision for the whole save."""
        super().save_related(request, form, formsets, change)
        Revision.record(form.instance, by=request.user)  # type: ignore[arg-type]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["show_save_and_add_another"] = False
        locked = locks_for(request, context["original"])
        context["is_writable"] = len(locked) < len(Section)
        context["show_save"] = context["show_save_and_continue"] = context["is_writable"]
        lists = [inline.formset for inline in context["inline_admin_formsets"]]  # none for whoever may not see them
        context |= screen.sections(context["adminform"], lists)
        # the editor's import map is inline: the desk's policy asks for a nonce
        context["media"] = js_asset.Media.from_media(context["media"], nonce=request.csp_nonce)  # type: ignore[attr-defined]
        if context["original"] is not None:  # which holds by now what was typed
            stored = Communique.objects.get(pk=context["original"].pk)
            context |= {"subtitle": str(stored), **screen.around(stored, request.user)}  # type: ignore[arg-type]
            if self.has_change_permission(request, stored):
                context |= presence.of_page(request, stored)
        return super().render_change_form(request, context, *args, **kwargs)


class _Vocabulary(admin.ModelAdmin):
    """Kinds and topics: a name in each language, and a code that stands in addresses for ever."""

    search_fields = ["name_es", "name_en", "slug"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []


class KindForm(forms.ModelForm):
    def clean_rule(self) -> str:
        """The rule is part of a text: one that was agreed with others stays as it was agreed."""
        rule: str = self.cleaned_data["rule"]
        agreed = Agreement.objects.filter(communique__kind=self.instance.pk, released_at=None)
        if "rule" in self.changed_data and self.instance.pk and agreed.exists():
            raise forms.ValidationError(_("Texts of this kind are locked by an agreement; release them first."))
        return rule


@admin.register(Kind)
class KindAdmin(_Vocabulary):
    form = KindForm
    list_display = ["name_es", "name_en", "slug", "rule", "is_numbered", "order"]
    fields = ["name_es", "name_en", "slug", "rule", "is_numbered", "order"]

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Each rule with what it does."""
        field: Any = super().formfield_for_choice_field(db_field, request, **kwargs)
        if db_field.name == "rule":
            field.widget = forms.RadioSelect()
            field.choices = [(rule, _told(rule)) for rule in Rule]
        return field


def _told(rule: Rule) -> str:
    does = str(CONDUCT[rule].help)
    return f"{capfirst(str(rule.label))}: {does}" if does else capfirst(str(rule.label))


@admin.register(Topic)
class TopicAdmin(_Vocabulary):
    list_display = ["name_es", "name_en", "slug"]
    fields = ["name_es", "name_en", "slug"]
