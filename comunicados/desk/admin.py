"""The admin of communiqués, kinds and topics: the list and the writing screen."""

from typing import Any, ClassVar

import js_asset
from django.contrib import admin
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from comunicados.desk import history, screen
from comunicados.desk.forms import FIELDS_OF, CommuniqueForm
from comunicados.desk.lists import CommuniqueList, with_states
from comunicados.desk.participants import ParticipantsInline
from comunicados.enums import Section
from comunicados.models import Communique, Kind, Revision, Topic
from personas.clock import ministry_today


@admin.register(Communique)
class CommuniqueAdmin(CommuniqueList):
    form = CommuniqueForm
    inlines = [ParticipantsInline]
    fieldsets: ClassVar[list[Any]] = [
        (Section.ES.label, {"fields": FIELDS_OF["es"]}),
        (Section.EN.label, {"fields": FIELDS_OF["en"]}),
        (Section.FACTS.label, {"fields": [*FIELDS_OF["facts"], "is_archive"]}),
    ]
    autocomplete_fields = ["topics"]
    readonly_fields = ["text_es", "text_en"]

    class Media:
        js = [Script("desk/naming.js", type="module")]

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
        """For readers: the text instead of its editor."""
        if self.has_change_permission(request, obj):
            return self.fieldsets
        return [
            (name, {"fields": [field.replace("body_", "text_") for field in options["fields"]]})
            for name, options in self.fieldsets
        ]

    @admin.display(description=_("text"))
    def text_es(self, communique: Communique) -> str:
        return mark_safe(communique.body_es)  # noqa: S308  (sanitized on save)

    @admin.display(description=_("text"))
    def text_en(self, communique: Communique) -> str:
        return mark_safe(communique.body_en)  # noqa: S308  (sanitized on save)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"date": ministry_today(), **super().get_changeform_initial_data(request)}

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Our own, of all that happened on the path of the text."""
        if not object_id.isdecimal():
            raise Http404
        return history.timeline(request, int(object_id))

    def has_delete_permission(self, request: HttpRequest, obj: Communique | None = None) -> bool:
        """Nobody: a communiqué is withdrawn or concealed, and its history stays."""
        return False

    def save_model(self, request: HttpRequest, obj: Communique, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Everything is stored by then: one revision for the whole save."""
        super().save_related(request, form, formsets, change)
        Revision.record(form.instance, by=request.user)  # type: ignore[arg-type]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["show_save_and_add_another"] = False
        participants = next(iter(context["inline_admin_formsets"]), None)  # none for whoever may not see them
        context |= screen.sections(context["adminform"], participants)
        # the editor's import map is inline: the desk's policy asks for a nonce
        context["media"] = js_asset.Media.from_media(context["media"], nonce=request.csp_nonce)  # type: ignore[attr-defined]
        if context["original"] is not None:  # which holds by now what was typed
            stored = Communique.objects.get(pk=context["original"].pk)
            context |= {"subtitle": str(stored), **screen.around(stored, request.user)}  # type: ignore[arg-type]
        return super().render_change_form(request, context, *args, **kwargs)


class _Vocabulary(admin.ModelAdmin):
    """Kinds and topics: a name in each language, and a code that stands in addresses for ever."""

    search_fields = ["name_es", "name_en", "slug"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []


@admin.register(Kind)
class KindAdmin(_Vocabulary):
    list_display = ["name_es", "name_en", "slug", "is_numbered", "order"]
    fields = ["name_es", "name_en", "slug", "is_numbered", "order"]


@admin.register(Topic)
class TopicAdmin(_Vocabulary):
    list_display = ["name_es", "name_en", "slug"]
    fields = ["name_es", "name_en", "slug"]
