"""A corrected communiqué with what is related to it, in a real browser: on the page, in its versions, on paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import factories as make
from tests.public.test_looks import PHONE, WCAG

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]


@pytest.fixture
def addresses(agenda, correct, publish, ana, minister, guest) -> list[str]:
    """Of the page and of its second version."""
    other = make.communique(ana, headline_es="Al día siguiente", participants=[minister, guest])
    make.edit(other, ana)
    publish(other)
    second = correct(
        agenda,
        headline_es="México y Canadá acuerdan una agenda nueva",
        body_es="<p>Las <strong>dos</strong> delegaciones se reunieron ayer.</p><p>Habrá otra reunión.</p>",
        correction_note_es="Se corrige el día.",
    )
    return [second.path, f"{second.path}v/2/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_of_a_text_is_accessible(addresses, live_server, page, scheme):
    """standards §9: WCAG 2.2 AA, with the citation open, at 320 pixels too."""
    page.emulate_media(color_scheme=scheme)
    found = {}
    for viewport in ({"width": 320, "height": 800}, PHONE, {"width": 1280, "height": 900}):
        page.set_viewport_size(viewport)
        for address in addresses:
            page.goto(f"{live_server.url}{address}")
            page.locator(".cite summary").click()
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address
            violations = Axe().run(page, options=WCAG).response["violations"]
            found |= {(address, violation["id"]): violation["nodes"][0]["html"] for violation in violations}

    assert found == {}


def test_what_changed_is_told_without_colour(addresses, live_server, page):
    """standards §9, WCAG 1.4.1: by a line through or below, and in words for those who hear it."""
    page.goto(f"{live_server.url}{addresses[1]}")
    lines = "(tag) => getComputedStyle(document.querySelector(tag)).textDecorationLine"

    assert [page.evaluate(lines, tag) for tag in ("del", "ins")] == ["line-through", "underline"]
    assert page.locator("del .unseen").first.bounding_box()["width"] <= 1
    assert page.locator("del").first.inner_text().startswith("[")
    assert page.locator(".related li").count() == 0


def test_page_leads_to_what_is_related_and_to_what_changed(addresses, live_server, page):
    page.goto(f"{live_server.url}{addresses[0]}")

    assert page.locator(".related a").all_inner_texts() == ["Al día siguiente"]
    page.locator(".notice a").click()
    page.wait_for_url(f"**{addresses[1]}#changes")


def test_paper_bears_the_number_and_no_more_than_the_text(addresses, live_server, page):
    page.emulate_media(media="print")
    page.goto(f"{live_server.url}{addresses[0]}")

    assert page.locator("article .label").first.is_visible()
    assert page.locator(".printed-address").is_visible()
    assert not any(part.is_visible() for part in page.locator(".after, .notice a, .margin").all())
