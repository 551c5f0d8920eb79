"""Where PDFs can be made: the fixture of the tests that make one."""

import os

import pytest

from comunicados import printing


@pytest.fixture(scope="session")
def pango() -> None:
    """In CI it has to be there, so that these tests are never skipped."""
    if printing.why_not() and "CI" not in os.environ:
        pytest.skip("There is no Pango on this machine: install Debian's libpangoft2-1.0-0.")
