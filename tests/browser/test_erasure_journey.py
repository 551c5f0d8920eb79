"""A judge orders words to be erased: Carmen asks, Lucía confirms, and the world reads the reason alone."""

import pytest
from playwright.sync_api import expect

from comunicados.models import Publication, SourceFile
from tests import factories as make
from tests.browser.test_desk_journey import Desk
from tests.comunicados.test_erasure import ask

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

SECRET = "Quetzalxóchitl"


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(10_000)
    return Desk(page, live_server.url)


@pytest.fixture
def first(clock, ana, bruno, carmen) -> Publication:
    """Version 1 names somebody whom it must not; it was corrected since."""
    draft = make.communique(ana, slug_es="acto", body_es=f"<p>Habló {SECRET} hoy.</p>")
    file = SourceFile.keep("acto-final.txt", f"Habló {SECRET} hoy.".encode(), {"blocks": []}, by=ana)
    file.belong_to(draft, "es", [])
    first = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    clock.tick(hours=1)
    make.edit(draft, ana, body_es="<p>Hablaron hoy.</p>", correction_note_es="Se corrige un nombre.")
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    clock.tick(hours=1)
    return first


def read(desk, path):
    response = desk.page.request.get(desk.server + path)
    return response.status, SECRET in response.text(), "Por orden judicial." in response.text()


def test_version_is_erased_by_two_persons(desk, first, carmen, lucia):
    version = f"{first.path}v/1/"
    assert read(desk, version) == (200, True, False)

    desk.sign_in(carmen)
    desk.open(f"comunicados/communique/{first.communique_id}/history/")
    desk.press("Erase a version for legal reasons (Spanish)")
    desk.page.get_by_label("v/1").check()
    desk.page.locator("#id_reason_es").fill("Por orden judicial.")
    desk.page.locator("#id_reason_en").fill("By order of a court.")
    desk.page.locator("#id_ground").fill("Expediente 12/2024.")
    desk.press("Ask for the erasure")
    expect(desk.page.locator(".messagelist")).to_contain_text("Nothing is lost before a second person confirms it.")
    assert read(desk, version) == (200, True, False)

    desk.sign_in(lucia)
    desk.open("")
    desk.page.locator("section:has-text('Erasures to confirm') a[href$='/es/erase/']").first.click()
    expect(desk.page.locator(".exact-text")).to_contain_text(SECRET)
    original = desk.page.get_by_role("link", name="acto-final.txt").get_attribute("href")
    assert read(desk, original) == (200, True, False)
    desk.press("Erase for ever")

    expect(desk.page.locator(".timeline")).to_contain_text("Lucia confirmed the erasure.")
    expect(desk.page.locator(".timeline")).to_contain_text(first.digest)
    assert read(desk, version) == (410, False, True)
    assert read(desk, original) == (410, False, False)
    assert read(desk, first.path) == (200, False, False)
    assert desk.complaints == []


@pytest.fixture
def pages(first, carmen, lucia):
    """The page before a request, while one waits, and what an erased revision says."""
    page = f"comunicados/communique/{first.communique_id}"
    asked = []

    def each():
        yield f"{page}/es/erase/"
        asked.append(ask(first, carmen))
        yield f"{page}/es/erase/"
        asked[0].confirm(by=lucia)
        yield f"{page}/history/"
        yield f"{page}/history/1/"
        yield f"{page}/history/compare/?from=1&to=2"
        yield f"{page}/original/{first.communique.source_files.first().pk}/"
        yield f"{page}/change/"

    return each


@pytest.mark.parametrize("language", ["es", "en"])
def test_pages_of_an_erasure_have_no_grave_barrier(desk, pages, user, language):
    desk.sign_in(user("rosa", "publisher"), language)
    found = []
    for path in pages():
        desk.open(path)
        found += desk.violations()

    assert found == []


def test_pages_of_an_erasure_fit_a_phone(desk, pages, user):
    desk.page.set_viewport_size({"width": 375, "height": 800})
    desk.sign_in(user("rosa", "publisher"))
    widths = []
    for path in pages():
        desk.open(path)
        widths.append(desk.page.evaluate("document.documentElement.scrollWidth"))

    assert widths == [375] * len(widths)
