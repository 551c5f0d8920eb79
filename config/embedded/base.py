"""The database backend: PostgreSQL's own, which starts the checkout's server at the first connection."""

from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base

from config.embedded.server import start


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        return super().get_connection_params() | start(settings.EMBEDDED_DATABASE_DIR, settings.DATABASE_NAME)
