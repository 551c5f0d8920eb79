"""What the world sees of an erased version: the reason, at every form of its address, and nothing of its words."""

import pytest

from tests import factories as make
from tests.comunicados.test_erasure import ask, erase

pytestmark = pytest.mark.django_db

SECRET = "Quetzalxóchitl"


@pytest.fixture
def first(publish):
    return publish(slug_es="acto", body_es=f"<p>Habló {SECRET}.</p>", headline_es=f"Habló {SECRET}")


@pytest.fixture
def corrected(first, correct):
    return correct(first, headline_es="Hablaron", body_es="<p>Hablaron.</p>")


@pytest.fixture
def all_erased(first, ana, carmen, lucia, clock):
    """Withdrawn, then erased; nothing of that language is left."""
    clock.tick()
    first.version.withdraw(by=carmen, reason="Error.")
    make.edit(first.communique, ana, headline_es="", body_es="", place_es="")
    ask(first, carmen, whole=True).confirm(by=lucia)
    return first


def gone(response):
    page = response.content.decode()
    return response.status_code, "Por orden judicial." in page, SECRET in page


def test_erased_version_answers_with_the_reason(client, first, corrected, carmen, lucia):
    erase(first, carmen, lucia)

    assert gone(client.get(f"{first.path}v/1/")) == (410, True, False)
    assert client.get(first.path).status_code == 200


@pytest.mark.parametrize("tail", ["", "v/1/", "v/2/"])
def test_erased_language_answers_with_the_reason(client, all_erased, tail):
    assert gone(client.get(all_erased.path + tail)) == (410, True, False)


def test_reason_of_the_erasure_is_told_instead_of_an_earlier_one(client, first, corrected, carmen, lucia):
    first.version.conceal(by=carmen, reason={"es": "Otra razón."}, publication=first)
    erase(first, carmen, lucia)

    assert "Otra razón." not in client.get(f"{first.path}v/1/").content.decode()


@pytest.mark.parametrize("path", ["/comunicados/", "/comunicados/feed.rss", "/comunicados/2024/01/15/", "/personas/"])
def test_lists_and_feeds_hold_nothing_of_it(client, all_erased, path):
    assert SECRET not in client.get(path).content.decode()


def test_search_does_not_find_it(client, all_erased):
    page = client.get("/comunicados/", {"q": SECRET}).content.decode()

    assert all_erased.path not in page
