from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ComunicadosConfig(AppConfig):
    name = "comunicados"
    verbose_name = _("Communiqués")

    def ready(self) -> None:
        from comunicados.permissions import ensure_roles
        from comunicados.printing import checks

        register(checks.pango)
        post_migrate.connect(ensure_roles, sender=self)
