"""The stock reasons in the admin: for those who withdraw, and those who keep the desk's other vocabularies."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from comunicados.enums import Verb
from comunicados.models import StockReason
from comunicados.permissions import may


@admin.register(StockReason)
class StockReasonAdmin(admin.ModelAdmin):
    list_display = ["text_es", "text_en", "order"]
    fields = ["text_es", "text_en", "order"]

    def _may(self, request: HttpRequest) -> bool:
        user = request.user
        return may(user, Verb.WITHDRAW) or user.has_perm("comunicados.change_kind")  # type: ignore[arg-type]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._may(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._may(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request)
