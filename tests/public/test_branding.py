"""A ministry's own look: its style sheet of variables after ours, its logo in the place of its name."""

import re

import pytest

from comunicados.public import clock

pytestmark = pytest.mark.django_db

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3H0z"/></svg>'


@pytest.fixture
def branded(settings, tmp_path):
    files = {"MINISTRY_STYLESHEET": ("own.css", ":root{--serif:Georgia}\n"), "MINISTRY_LOGO": ("logo.svg", SVG)}
    for setting, (name, content) in files.items():
        (tmp_path / name).write_text(content)
        setattr(settings, setting, str(tmp_path / name))
    return settings


def linked(page: str) -> list[str]:
    return re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)


def test_style_sheet_follows_ours_and_holds_the_colours_too(branded, client):
    ours, *_, own = linked(client.get("/comunicados/").content.decode())
    response = client.get(own)

    assert (ours.startswith("/static/site"), response["Content-Type"]) == (True, "text/css; charset=utf-8")
    assert response.content.decode().endswith(":root{--serif:Georgia}\n")
    assert "--ministry:#6b1530" in response.content.decode()


def test_logo_stands_for_the_name_and_says_it(branded, client):
    page = client.get("/comunicados/").content.decode()
    source = re.search(r'<img src="(/ministry-logo\?[0-9a-f]{12})" alt="([^"]+)">', page)
    response = client.get(source[1])

    assert source[2] == branded.MINISTRY_NAME["es"]
    assert (response["Content-Type"], response.content.decode()) == ("image/svg+xml", SVG)
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert 'class="ministry-name"' not in page


def test_logo_of_the_dark_paper_is_offered_where_there_is_one(branded, client, tmp_path):
    assert "prefers-color-scheme" not in client.get("/comunicados/").content.decode()

    (tmp_path / "dark.svg").write_text(SVG.replace("M0", "M1"))
    branded.MINISTRY_LOGO_DARK = str(tmp_path / "dark.svg")
    page = client.get("/comunicados/").content.decode()
    source = re.search(r'<source srcset="([^"]+)" media="\(prefers-color-scheme: dark\)">', page)
    assert "M1" in client.get(source[1]).content.decode()


@pytest.mark.parametrize("address", ["/ministry-logo", "/ministry-logo-dark", "/ministry-logo-blue"])
def test_there_is_no_logo_that_nobody_named(client, address):
    assert client.get(address).status_code == 404


def test_own_files_are_part_of_what_an_answer_is_made_with(settings, tmp_path):
    """An ETag of before a new logo is none of after it."""
    digests = []
    for name, content in (("one.svg", SVG), ("two.svg", SVG), ("three.svg", SVG.replace("9", "8"))):
        (tmp_path / name).write_text(content)
        settings.MINISTRY_LOGO = str(tmp_path / name)
        clock.build_digest.cache_clear()
        digests.append(clock.build_digest())
    clock.build_digest.cache_clear()

    assert len(set(digests)) == 3
