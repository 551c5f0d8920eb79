"""The environment's values that cannot be read stop the start with a sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment


def test_database_reads_an_address(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ana:s%40cret@db.example:5433/press?sslmode=require")
    found = environment.database("DATABASE_URL") or {}

    assert [found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "press",
        "ana",
        "s@cret",
        "db.example",
        "5433",
    ]
    assert found["OPTIONS"] == {"pool": environment.POOL, "sslmode": "require"}


def test_database_refuses_what_is_no_address(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "mysql://ana@db.example/press")

    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        environment.database("DATABASE_URL")


def test_boolean_refuses_what_is_neither(monkeypatch):
    monkeypatch.setenv("HTTPS", "perhaps")

    with pytest.raises(ImproperlyConfigured, match="HTTPS"):
        environment.env_bool("HTTPS", False)


def test_secret_is_made_once(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    file = tmp_path / "var" / "secret-key"

    assert environment.env_secret("SECRET_KEY", file) == environment.env_secret("SECRET_KEY", file)
    assert file.stat().st_mode & 0o077 == 0
