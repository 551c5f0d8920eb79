"""The admin as the press desk: its name, its first page, and where its public site begins."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

PUBLIC_SITE = {"es": "/comunicados/", "en": "/en/communiques/"}


class Desk(admin.AdminSite):
    site_header = _("Vocería · the press desk")
    site_title = _("Vocería")
    index_title = _("The desk")
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")  # rows are deleted one by one, on a page that says what hangs on them

    @property
    def site_url(self) -> str:  # type: ignore[override]
        return PUBLIC_SITE[get_language() or "es"]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The worklist, and below it what the admin itself would list."""
        from comunicados.desk import worklist  # its pages ask for this site

        context = {**worklist.for_index(request.user), **(extra_context or {})}  # type: ignore[arg-type]
        return super().index(request, context)
