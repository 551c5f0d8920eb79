"""Which database answers: the published views are read as the public role, all else as the desk."""

from typing import Any

from django.db.models import Model


class PublicFace:
    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return "public" if model._meta.app_label == "public" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return False if db == "public" else None
