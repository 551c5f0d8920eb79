from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "comunicados.desk"
    label = "desk"
    verbose_name = _("The desk")

    def ready(self) -> None:
        from comunicados.desk import stock_reasons, users  # noqa: F401  (they register admins; admin.py is found by itself)
