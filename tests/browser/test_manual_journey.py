"""From a page of the desk to its chapter of the manual, in a tab of its own; and the manual for every eye."""

import pytest
from playwright.sync_api import expect

from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(20_000)
    return Desk(page, live_server.url)


def test_sign_on_a_page_opens_its_chapter_and_leaves_the_page_alone(desk, ana):
    draft = make.communique(ana)
    desk.sign_in(ana)
    desk.open(f"comunicados/communique/{draft.pk}/es/submit/")
    desk.page.locator("#id_note").fill("A note that is not sent yet.")
    link = desk.page.get_by_role("link", name="Help: Review")
    with desk.page.expect_popup() as opened:
        link.press("Enter")

    expect(opened.value.locator("#review")).to_be_in_viewport()
    expect(desk.page.locator("#id_note")).to_have_value("A note that is not sent yet.")
    box = link.bounding_box()
    assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("language", ["es", "en"])
def test_manual_has_no_grave_barrier_fits_a_phone_and_shows_its_pictures(desk, diego, language):
    desk.sign_in(diego, language)
    desk.open("manual/")
    found = desk.violations()
    desk.page.set_viewport_size({"width": 375, "height": 800})
    picture = desk.page.locator(".told img").last
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)

    assert (found, desk.page.evaluate("document.documentElement.scrollWidth")) == ([], 375)
    assert picture.evaluate("image => image.naturalWidth") > 0
