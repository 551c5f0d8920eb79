"""The site in a real browser, served with the real public role; what standards §9 asks is in standards/."""

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests import factories as make
from tests.public.test_pages import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE = {"width": 375, "height": 800}
CHARTS = [
    "/personas/melanie-joly/",
    "/cargos/ministro-de-negocios-extranjeros/",
    "/paises/canada/",
    "/temas/migration/",
]
STRANGE = ["/en/communiques/?q=agenda&from=yesterday&party=canada", "/personas/?q=zzz", "/en/nothing/"]


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complains of, a breach of the content security policy among it."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_no_page_breaks_the_policy(agenda, live_server, page, complaints):
    """Nothing inline, nothing from elsewhere: the browser refuses nothing of any page."""
    for address in [*PAGES, *STRANGE]:
        page.goto(f"{live_server.url}{address}")

    assert [complaint for complaint in complaints if "404" not in complaint] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_accessible(agenda, ana, publish, guest, live_server, page, complaints, scheme):
    """standards §9: drawn for two years, with the figures opened."""
    made = make.communique(ana, date=dt.date(2022, 1, 10), participants=[guest], headline_es="Antes")
    made.topics.add(make.topic())
    make.edit(made, ana)
    publish(made)
    page.emulate_media(color_scheme=scheme)
    found = {}
    for address in CHARTS:
        page.goto(f"{live_server.url}{address}")
        page.locator(".chart summary").click()
        violations = Axe().run(page, options=WCAG).response["violations"]
        found |= {(address, violation["id"]): violation["nodes"][0]["html"] for violation in violations}

    assert found == {}
    assert complaints == []


def test_keyboard_reaches_the_content_first(agenda, live_server, page):
    """standards §9, WCAG 2.4.1: the first stop is the link that skips the head."""
    page.goto(f"{live_server.url}/en/communiques/")
    page.keyboard.press("Tab")
    link = page.locator(":focus")

    assert link.get_attribute("href") == "#content"
    assert link.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_search_works_with_the_keyboard_and_says_how_many(agenda, live_server, page):
    """standards §9, WCAG 4.1.3: the number of results is a status message."""
    page.goto(f"{live_server.url}/en/communiques/")
    page.get_by_label("Search the communiqués").fill("agenda")
    page.keyboard.press("Enter")

    page.wait_for_url("**/?q=agenda*")
    assert page.get_by_role("status").inner_text() == "1 communiqué"


def test_paper_bears_the_text_and_its_address_alone(agenda, live_server, page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{live_server.url}{agenda.path}")

    address = page.locator(".printed-address")
    assert address.is_visible()
    assert f"{live_server.url}{agenda.path}" in address.inner_text()
    assert not page.get_by_role("navigation").is_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
