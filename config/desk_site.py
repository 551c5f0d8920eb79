"""The admin as the press desk: its name, its titles, and where its public site begins."""

from django.contrib import admin
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
        self.disable_action(
            "delete_selected"
        )  # what may be deleted is, one by one, on a page that says what hangs on it

    @property
    def site_url(self) -> str:  # type: ignore[override]
        return PUBLIC_SITE[get_language() or "es"]
