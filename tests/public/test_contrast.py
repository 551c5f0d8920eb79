"""The site for those who ask for more contrast or have colours of their own; served as the public role."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from comunicados.enums import SitePage
from tests import factories as make
from tests.public.test_pages import PAGES
from tests.public.test_site_pages import path

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

ADDRESSES = [*(page for page in PAGES if not page.startswith("/en/")), *(path(page, "es") for page in SitePage)]
SITE_PAGES = [path(page, language) for page in SitePage for language in ("es", "en")]
STRICT = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
BRAND = (
    ":root{--ink:#2b2b2b;--quiet:#6b6b6b;--paper:#fdfcf8}"
    "@media (prefers-color-scheme:dark){:root{--ink:#dddddd;--quiet:#999999;--paper:#14161a}}"
)


@pytest.fixture
def everything(agenda, bruno, carmen):
    body = "<h2>Uno</h2><p>Dos</p><ul><li><p>Tres</p></li></ul>"
    for page in SitePage:
        for language in ("es", "en"):
            make.site_page(page, language, writer=bruno, editor=carmen, body=body)


def violations(page, addresses, options) -> dict[tuple[str, str], str]:
    found = {}
    for address in addresses:
        page.goto(address)
        rules = Axe().run(page, options=options).response["violations"]
        found |= {(address, rule["id"]): rule["nodes"][0]["html"] for rule in rules}
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_is_seven_to_one_on_every_page_whatever_the_ministry_s_colours(
    everything, live_server, page, settings, tmp_path, scheme
):
    """standards §9; WCAG 1.4.6, which this mode is for."""
    (tmp_path / "brand.css").write_text(BRAND)
    settings.MINISTRY_STYLESHEET = str(tmp_path / "brand.css")
    page.emulate_media(color_scheme=scheme, contrast="more")

    assert violations(page, [live_server.url + address for address in ADDRESSES], STRICT) == {}


@pytest.mark.parametrize(("viewport", "scheme"), [((375, 800), "light"), ((1280, 900), "dark")])
def test_pages_of_the_site_are_accessible(everything, live_server, page, viewport, scheme):
    """standards §9: WCAG 2.2 AA, as far as a machine can tell."""
    page.set_viewport_size({"width": viewport[0], "height": viewport[1]})
    page.emulate_media(color_scheme=scheme)
    options = {"runOnly": STRICT["runOnly"]}

    assert violations(page, [live_server.url + address for address in SITE_PAGES], options) == {}


def test_pages_of_the_site_reflow(everything, live_server, page):
    """standards §9, WCAG 1.4.10, with the foot that links them all."""
    page.set_viewport_size({"width": 320, "height": 800})
    for address in SITE_PAGES:
        page.goto(f"{live_server.url}{address}")

        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_own_colours_show_where_one_is_and_what_a_notice_is(everything, live_server, page):
    page.emulate_media(forced_colors="active")
    page.goto(f"{live_server.url}/personas/")
    seen = page.evaluate(
        """() => ["nav [aria-current]", ".letters [aria-current]"].map(selector => {
            const style = getComputedStyle(document.querySelector(selector));
            return [style.textDecorationLine, parseFloat(style.textDecorationThickness) >= 3, style.fontWeight];
        })"""
    )
    search = page.evaluate("getComputedStyle(document.querySelector('.filters')).borderTopWidth")

    filled = page.evaluate(
        """() => ["button", ".letters [aria-current]"].map(selector => {
            const style = getComputedStyle(document.querySelector(selector));
            return [style.backgroundColor, style.color];
        })"""
    )
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    assert seen == [["underline", True, "700"]] * 2
    assert [(background, color == ground) for background, color in filled] == [(ground, False)] * 2
    assert search == "1px"
