"""No line of the log holds the token of a preview."""

import logging

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

TOKEN = "A1b2_-" * 7 + "x"


def line(message: str, *given: object) -> str:
    """What is left of a record of Django's once it has passed what every handler passes it through."""
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, message, given, None)
    assert {tuple(handler["filters"]) for handler in settings.LOGGING["handlers"].values()} == {("no tokens",)}
    assert import_string(settings.LOGGING["filters"]["no tokens"]["()"])().filter(record)
    return record.getMessage()


@pytest.mark.parametrize("path", [f"/vista-previa/{TOKEN}/", f"/en/preview/{TOKEN}/files/00/acta.pdf"])
def test_token_is_left_out_of_the_log(path):
    assert line("%s: %s", "Not Found", path) == f"Not Found: {path.replace(TOKEN, '…')}"


def test_other_lines_are_left_as_they_are():
    assert line("Not Found: %s (%d)", "/comunicados/nada%20/", 7) == "Not Found: /comunicados/nada%20/ (7)"
