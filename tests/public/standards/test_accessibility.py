"""standards §9: WCAG 2.2 AA, as far as a machine can tell, on every type of public page in a real browser.

The rules stand in accessibility.js, each with the criterion that it is of. They are asked of every page, which must
break none, and of a page that was damaged, which must break the one that is for it.
"""

import re
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

RULES = Path(__file__).with_name("accessibility.js").read_text(encoding="utf-8")
BROKEN = f"""names => {{
    const rules = {RULES};
    return Object.entries(rules).filter(([name]) => !names.length || names.includes(name))
        .flatMap(([name, rule]) => rule().map(sentence => `${{name}}: ${{sentence}}`));
}}"""
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
AXE = "options => axe.run(options).then(said => said.violations.map(one => `${one.id}: ${one.nodes[0].html}`))"
DESK, PHONE, NARROW = ({"width": width, "height": 800} for width in (1280, 390, 320))
DOUBLED = "document.documentElement.style.fontSize = '200%'"
DAMAGES = [
    ("language", "front", "document.documentElement.lang = 'fr'"),
    ("language", "front", "document.querySelector('main').lang = 'español'"),
    ("headings", "text", "document.querySelector('main').append(document.createElement('h1'))"),
    ("headings", "text", "document.querySelectorAll('h2').forEach(each => each.remove())"),
    ("landmarks", "front", "document.body.append('.', document.querySelector('.results'))"),
    ("landmarks", "front", "document.querySelector('nav').removeAttribute('aria-label')"),
    ("labels", "front", "document.querySelector('label').remove()"),
    ("labels", "following", "document.querySelector('legend').textContent = ''"),
    ("images", "text", "document.querySelector('figure img').removeAttribute('alt')"),
    ("tables", "month", "document.querySelectorAll('th').forEach(each => each.removeAttribute('scope'))"),
    ("tables", "text", "document.querySelector('.participant dt').textContent = ''"),
    (
        "targets",
        "front",
        "document.querySelectorAll('.feeds a')"
        ".forEach(each => Object.assign(each.style, {font: '6px serif', padding: 0, margin: '0 -6px'}))",
    ),
    ("reflow", "front", "document.querySelector('.results').style.width = '110vw'"),
    ("reflow", "text", "Object.assign(document.querySelector('h1').style, {overflow: 'hidden', width: '2rem'})"),
    ("status", "search", "document.querySelector('[role=status]').removeAttribute('role')"),
    ("errors", "error", "document.querySelector('[aria-invalid=true]').removeAttribute('aria-describedby')"),
    ("errors", "error", "document.querySelector('[role=alert]').remove()"),
    ("skip", "front", "document.querySelector('.skip').remove()"),
    ("skip", "front", "document.querySelector('main').removeAttribute('tabindex')"),
]


def visit(page: Page, address: str, viewport: dict[str, int] = DESK) -> None:
    page.set_viewport_size(viewport)
    page.goto(address)


def test_every_page_keeps_the_rules(page_types, live_server, page):
    """On a desk, at 320 pixels with all that is folded up opened, and with letters twice as large."""
    broken = {}
    for name, address in page_types.items():
        visit(page, live_server.url + address)
        found = page.evaluate(BROKEN, [])
        page.set_viewport_size(NARROW)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found += page.evaluate(BROKEN, ["reflow", "targets", "headings"])
        for viewport in (DESK, {"width": 640, "height": 800}):
            page.set_viewport_size(viewport)
            page.evaluate(DOUBLED)
            found += page.evaluate(BROKEN, ["reflow"])
        if found:
            broken[name] = found

    assert broken == {}


def test_rules_see_what_breaks_them(page_types, live_server, page):
    unseen = []
    for rule, name, damage in DAMAGES:
        visit(page, live_server.url + page_types[f"{name} es"])
        assert page.evaluate(BROKEN, [rule]) == []
        page.evaluate(damage)
        if not page.evaluate(BROKEN, [rule]):
            unseen.append((rule, damage))

    assert unseen == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing(page_types, live_server, page, language):
    """Light and dark, on a desk and on a phone."""
    found = {}
    for name, address in page_types.items():
        if not name.endswith(language):
            continue
        visit(page, live_server.url + address)
        page.evaluate(AXE_SCRIPT)
        for viewport, scheme in ((DESK, "light"), (DESK, "dark"), (PHONE, "dark"), (PHONE, "light")):
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme)
            if violations := page.evaluate(AXE, WCAG):
                found[name, viewport["width"], scheme] = violations

    assert found == {}


def test_axe_sees_what_is_hard_to_read(page_types, live_server, page):
    visit(page, live_server.url + page_types["front es"])
    page.evaluate("document.querySelector('h1').style.color = '#bbb'")
    page.evaluate(AXE_SCRIPT)

    assert [violation.split(":")[0] for violation in page.evaluate(AXE, WCAG)] == ["color-contrast"]


# The keyboard

LISTEN = """() => {
    window.stops = []; window.dim = [];
    document.addEventListener("focusin", ({target}) => {
        const style = getComputedStyle(target), box = target.getBoundingClientRect();
        const [right, down] = [Math.min(box.width, 20) / 2, Math.min(box.height, 20) / 2];
        const at = document.elementFromPoint(box.x + right, box.y + down);
        const isShown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        const isCovered = !at || !(target.contains(at) || at.contains(target));
        stops.push(target);
        if (!target.matches("main") && (!isShown || isCovered)) dim.push(target.outerHTML);
    });
}"""
REACHED = """() => {
    const meant = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")];
    const missed = meant.filter(each => each.checkVisibility() && !stops.includes(each)).map(each => each.outerHTML);
    return [missed, dim];
}"""
STOPS = "document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary').length"


def walked(page: Page) -> tuple[list[str], list[str]]:
    """What the tabulator never reaches on the open page, and where it is not seen to be. A date has three stops."""
    page.evaluate(LISTEN)
    for _ in range(page.evaluate(STOPS) + 10):
        page.keyboard.press("Tab")
    missed, dim = page.evaluate(REACHED)
    return missed, dim


@pytest.mark.parametrize("name", ["front es", "what changed en", "following es"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_keyboard_reaches_everything_and_is_seen(page_types, live_server, page, name, viewport):
    """2.1.1, 2.4.7, 2.4.11"""
    visit(page, live_server.url + page_types[name], viewport)

    assert walked(page) == ([], [])


@pytest.mark.parametrize(
    ("damage", "missed", "dim"),
    [
        ("document.querySelector('.feeds a').tabIndex = -1", 1, 0),
        ("document.querySelector('.feeds a').style.outline = 'none'", 0, 1),
        (
            """const cover = document.createElement('div');
            Object.assign(cover.style, {position: 'fixed', inset: 0, bottom: '50%', background: '#fff'});
            document.querySelector('main').append(cover)""",
            0,
            10,
        ),
    ],
)
def test_walk_sees_what_is_not_reached_and_what_is_covered(page_types, live_server, page, damage, missed, dim):
    visit(page, live_server.url + page_types["front es"])
    page.evaluate(f"() => {{ {damage} }}")
    found = walked(page)

    assert (len(found[0]), len(found[1]) >= dim, bool(found[1])) == (missed, True, bool(dim))


# From page to page


def helped(page: str) -> list[str]:
    return re.findall('href="([^"]+)"', page.partition('<footer class="colophon">')[2])


def out_of_order(orders: list[list[str]]) -> list[list[str]]:
    """Those that offer no help, or not in the order of the longest."""
    whole = max(orders, key=len)
    return [order for order in orders if not order or order != [link for link in whole if link in order]]


@pytest.mark.parametrize("language", ["es", "en"])
def test_help_stands_in_the_same_order_on_every_page(page_types, client, language):
    """3.2.6: where a page leaves one out, the others keep their order."""
    addresses = [address for name, address in page_types.items() if name.endswith(language)]
    orders = [helped(client.get(address).content.decode()) for address in addresses]

    assert len(max(orders, key=len)) > 1
    assert out_of_order(orders) == []
    assert out_of_order([*orders, max(orders, key=len)[::-1], []]) == [max(orders, key=len)[::-1], []]
