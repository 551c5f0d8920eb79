from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "comunicados.desk"
    label = "desk"
    verbose_name = _("The desk")

    def ready(self) -> None:
        from comunicados.desk import stock_reasons  # noqa: F401  (registers its admin; admin.py is found by itself)
