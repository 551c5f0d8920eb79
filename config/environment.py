"""Readers of the process environment for settings.py; a value that cannot be read stops the start."""

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError, conninfo

TRUE, FALSE = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}
POOL = {"min_size": 4, "max_size": 16}  # connections of one process to one database: as many as it has threads


def env_bool(name: str, default: bool) -> bool:
    value = os.environ.get(name, str(default)).strip().lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")
    return value in TRUE


def env_int(name: str, default: int) -> int:
    """A whole number of at least one."""
    value = os.environ.get(name, str(default)).strip()
    if not value.isdecimal() or int(value) < 1:
        raise ImproperlyConfigured(f"{name} must be a whole number of at least 1, not {value!r}.")
    return int(value)


def env_json(name: str) -> dict[str, Any]:
    """A JSON object; empty when there is none."""
    value = os.environ.get(name, "{}")
    try:
        found = json.loads(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise ImproperlyConfigured(f"{name} must be a JSON object, not {value!r}.")
    return found


def env_list(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [item.strip() for item in os.environ.get(name, default).split(",") if item.strip()]


def env_day(name: str) -> dt.datetime | None:
    """The beginning of a day, in UTC, from a date as 2027-06-30."""
    value = os.environ.get(name, "").strip()
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=dt.UTC) if value else None
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a date as 2027-06-30, not {value!r}.") from error


def env_secret(name: str, file: Path) -> str:
    """A secret from the environment, else from `file`, which is made on first use (a laptop, a test)."""
    if value := os.environ.get(name):
        return value
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_text(os.urandom(50).hex())
        fresh.chmod(0o600)
        fresh.rename(file)
    return file.read_text()


def database(name: str) -> dict[str, Any] | None:
    """A Django database from a `postgresql://` address or libpq string in the environment, if there is one."""
    if not (address := os.environ.get(name)):
        return None
    try:
        found = conninfo.conninfo_to_dict(address)
    except ProgrammingError as error:
        raise ImproperlyConfigured(f"{name} is not a PostgreSQL address: {error}") from error
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": found.pop("dbname", "voceria"),
        "USER": found.pop("user", ""),
        "PASSWORD": found.pop("password", ""),
        "HOST": found.pop("host", ""),
        "PORT": str(found.pop("port", "")),
        "OPTIONS": {"pool": POOL if env_bool("DATABASE_POOL", True) else False, **found},
    }


def cache(name: str, *, prefix: str, entries: int) -> dict[str, Any]:
    """A Django cache at a `redis://` address in the environment; without one, that many entries in this process."""
    if address := os.environ.get(name):
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": address, "KEY_PREFIX": prefix}
    return {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": prefix,
        "OPTIONS": {"MAX_ENTRIES": entries},
    }
