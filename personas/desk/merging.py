"""The page that merges a row of the registry into another: whom, what would be done, and the button."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, Model, Value
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from personas.exceptions import NotPermitted, Refusal
from personas.merging import Merger
from personas.querysets import Fold, Likeness

OFFERED = 12
ALIKE = 0.5  # of the name to the likest stretch of the other's


class MergingAdmin(admin.ModelAdmin):
    """A row that can be merged into another of its kind; a merged one is only read."""

    def get_urls(self) -> list[URLPattern]:
        name = f"personas_{self.opts.model_name}_merge"
        return [path("<int:pk>/merge/", self.admin_site.admin_view(self.merge_view), name=name), *super().get_urls()]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return (obj is None or not obj.merged_into_id) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return (obj is None or not obj.merged_into_id) and super().has_delete_permission(request, obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        original = context.get("original")
        context["may_merge"] = original is not None and self.has_change_permission(request, original)
        return super().render_change_form(request, context, *args, **kwargs)

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """GET with `into` shows what would be done; POST does it if that is still the same."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        merged, survivor = self._row(str(pk)), self._row(request.GET.get("into"))
        context = {"title": _("Merge"), "merged": merged, "survivor": survivor, "opts": self.opts}
        status = 200
        if survivor is None:
            context["offered"] = self._offered(merged, request.GET.get("q", ""))
        else:
            try:
                context["merger"] = Merger.of(merged, survivor)
                if request.method == "POST":
                    return self._merge(request, merged, survivor)
            except Refusal as refusal:
                context["refusal"], status = refusal, 403 if isinstance(refusal, NotPermitted) else 409
        page = {**self.admin_site.each_context(request), **context}
        return render(request, "desk/registry/merge.html", page, status=status)

    def _merge(self, request: HttpRequest, merged: Any, survivor: Any) -> HttpResponse:
        merged.merge_into(survivor, by=request.user, seen=request.POST.get("seen") or "-")
        sentence = _("“%(merged)s” was merged into “%(survivor)s”; its address leads there from now on.")
        messages.success(request, sentence % {"merged": merged, "survivor": survivor})
        return HttpResponseRedirect(reverse(f"admin:personas_{self.opts.model_name}_change", args=[survivor.pk]))

    def _row(self, pk: str | None) -> Any:
        """None where none is asked for."""
        if not pk:
            return None
        return get_object_or_404(self.model, pk=int(pk) if pk.isdecimal() and len(pk) < 19 else 0)

    def _offered(self, merged: Any, typed: str) -> list[Model]:
        """Whom a search finds; else those whose names are alike."""
        others: Any = self.model._default_manager.current().exclude(pk=merged.pk)
        if typed.strip():
            return list(others.search(typed)[:OFFERED])
        alike = Likeness(Fold(Value(merged.name_in("es"))), F("search_text"))
        return list(others.annotate(alike=alike).filter(alike__gt=ALIKE).order_by("-alike", "pk")[:OFFERED])
