"""Addresses are for ever: 200, 301 or 410; 404 only where nothing ever was."""

import pytest

from tests.public.listed import listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved(agenda, correct):
    """The agenda, whose dateline was wrong by a day."""
    return correct(agenda, date="2024-01-16")


def test_corrected_dateline_moves_the_address(agenda, moved, as_public_role, client):
    response = client.get(agenda.path)

    assert (response.status_code, response["Location"]) == (301, moved.path)


def test_version_moves_with_its_communique(agenda, moved, as_public_role, client):
    response = client.get(f"{agenda.path}v/1/")

    assert (response.status_code, response["Location"]) == (301, f"{moved.path}v/1/")


def test_archive_of_the_wrong_day_stays_and_is_empty(moved, as_public_role, client):
    response = client.get("/comunicados/2024/01/15/")

    assert response.status_code == 200
    assert list(listed(response)) == []


def test_old_version_says_that_it_is_old(agenda, correct, client):
    """standards §10.2: an old version links to the latest, the current page to its predecessor."""
    correct(agenda, headline_es="Otro titular")
    old, new = client.get(f"{agenda.path}v/1/"), client.get(agenda.path)

    assert f'<link rel="latest-version" href="{agenda.path}">' in old.content.decode()
    assert '<meta name="robots" content="noindex">' in old.content.decode()
    assert f'<link rel="predecessor-version" href="{agenda.path}v/1/">' in new.content.decode()


@pytest.fixture
def concealed(agenda, carmen):
    agenda.version.conceal(by=carmen, reason={"es": "Por orden judicial."})
    return agenda


@pytest.mark.parametrize("tail", ["", "v/1/"])
def test_concealed_communique_is_gone_with_the_reason(concealed, as_public_role, client, tail):
    response = client.get(f"{concealed.path}{tail}")

    assert response.status_code == 410
    assert "Por orden judicial." in response.content.decode()


def test_concealed_version_is_gone_and_its_communique_stands(agenda, correct, carmen, client):
    correct(agenda, headline_es="Otro titular")
    agenda.version.conceal(by=carmen, reason={"en": "By order of a court."}, publication=agenda)
    response = client.get(f"{agenda.path}v/1/")

    assert response.status_code == 410
    assert '<span lang="en">By order of a court.</span>' in response.content.decode()
    assert client.get(agenda.path).status_code == 200


def test_archive_of_a_concealed_communique_stays(concealed, as_public_role, client):
    assert client.get("/comunicados/2024/01/15/").status_code == 200


def test_withdrawn_communique_answers_at_its_address(agenda, carmen, clock, client):
    clock.tick()
    agenda.version.withdraw(by=carmen, reason="Error.", keep_text=False)

    assert client.get(agenda.path).status_code == 200
    assert client.get(f"{agenda.path}v/1/").status_code == 410
    assert client.get(f"{agenda.path}v/2/").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/comunicados/2024/01/15/otro/",
        "/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/v/2/",
        "/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/v/01/",
        "/comunicados/2023/",
        "/comunicados/2024/02/30/",
        "/comunicados/2024/00/",
        "/comunicados/0000/",
        "/comunicados/99999/",
        "/personas/nadie/",
        "/cargos/nada/",
        "/paises/atlantida/",
        "/en/parties/canada-2/feed.rss",
        "/en/comunicados/",
    ],
)
def test_nothing_ever_was_there(agenda, as_public_role, client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert f'<html lang="{"en" if address.startswith("/en/") else "es"}">' in response.content.decode()


@pytest.mark.parametrize(
    ("prefers", "door"),
    [
        ("en-GB,en;q=0.9,es;q=0.5", "/en/communiques/"),
        ("fr,es-MX;q=0.8,en;q=0.2", "/comunicados/"),
        ("fr", "/comunicados/"),
        ("", "/comunicados/"),
    ],
)
def test_door_opens_in_the_language_that_the_reader_prefers(client, prefers, door):
    """standards §5.5: `/` may choose by Accept-Language, and varies by it; no other address does."""
    response = client.get("/", headers={"accept-language": prefers})

    assert (response.status_code, response["Location"], response["Vary"]) == (302, door, "Accept-Language")
    assert "Vary" not in client.get("/comunicados/", headers={"accept-language": prefers})
    assert client.get("/en/")["Location"] == "/en/communiques/"
