"""Ana edits, Bruno brings the first text back; and the history for eyes that are not theirs."""

import pytest
from playwright.sync_api import expect

from comunicados.models import Communique
from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

FIRST = "México y Canadá acuerdan una agenda común"


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(10_000)
    return Desk(page, live_server.url)


@pytest.fixture
def edited(ana) -> Communique:
    """Written and edited twice by Ana; the participant came with the third save."""
    draft = make.communique(ana)
    make.edit(draft, ana, headline_es="México y Perú acuerdan una agenda común", body_en="<p>They met.</p>")
    make.participate(draft, make.appointment())
    make.edit(draft, ana, headline_es="México y Perú firman un acta")
    return draft


def test_first_text_comes_back(desk, edited, bruno):
    desk.sign_in(bruno)
    desk.open(f"comunicados/communique/{edited.pk}/change/")
    desk.page.get_by_role("link", name="History", exact=True).click()
    desk.page.get_by_text("One earlier save in a row").press("Enter")
    desk.page.get_by_role("radio", name="from Revision 1").check()
    desk.page.get_by_role("radio", name="to Revision 2").check()
    desk.press("Compare the two that are chosen")
    expect(desk.page.locator(".changes del").first).to_contain_text("Canadá")
    expect(desk.page.locator(".changes ins").first).to_contain_text("Perú")

    desk.open(f"comunicados/communique/{edited.pk}/history/1/")
    desk.press("Restore this revision")
    expect(desk.page.locator(".changes ins").first).to_contain_text("Canadá")
    desk.press("Restore")

    expect(desk.page.locator("#id_headline_es")).to_have_value(FIRST)
    assert edited.versions.get(language="es").written_in.made_by == bruno
    assert (edited.revisions.count(), desk.complaints) == (4, [])


PAGES = ["history/", "history/compare/?from=1&to=3", "history/1/", "history/1/restore/"]


@pytest.mark.parametrize("language", ["es", "en"])
def test_history_has_no_grave_barrier(desk, edited, bruno, language):
    desk.sign_in(bruno, language)
    found = []
    for path in PAGES:
        desk.open(f"comunicados/communique/{edited.pk}/{path}")
        found += desk.violations()

    assert found == []


@pytest.mark.parametrize("path", PAGES)
def test_history_fits_a_phone(desk, edited, bruno, path):
    desk.page.set_viewport_size({"width": 375, "height": 800})
    desk.sign_in(bruno)
    desk.open(f"comunicados/communique/{edited.pk}/{path}")

    assert desk.page.evaluate("document.documentElement.scrollWidth") == 375
