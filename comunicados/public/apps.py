from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class PublicConfig(AppConfig):
    """The public site. Its models are views of the database, so it has no migrations."""

    name = "comunicados.public"
    label = "public"
    verbose_name = _("The public site")

    def ready(self) -> None:
        from comunicados.public import checks

        register(checks.ministry)
        register(checks.security)
