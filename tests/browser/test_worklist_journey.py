"""Two colleagues and the first page of the desk, in a real browser: a text and a remark go from one to the other."""

import pytest
from playwright.sync_api import expect

from comunicados.models import Remark
from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]
HEADLINE = "México y Canadá acuerdan una agenda común"


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(10_000)
    return Desk(page, live_server.url)


def press_link(desk, section, name):
    desk.page.locator(f"#{section}").get_by_role("link", name=name).first.press("Enter")


def test_text_and_remark_reach_the_reviewer(desk, ana, bruno):
    draft = make.communique(ana)

    desk.sign_in(ana)
    desk.open("")
    press_link(desk, "mine", HEADLINE)
    desk.press("Submit for review")
    desk.press("Submit for review")
    with desk.page.expect_popup() as opened:
        desk.page.get_by_role("link", name="Write one").press("Enter")
    beside = Desk(opened.value, desk.server)
    beside.type_into("#id_text", "@bruno, mira el segundo párrafo.")
    beside.press("Add the remark")
    expect(opened.value.locator(".remark")).to_contain_text("mira el segundo párrafo")

    desk.sign_in(bruno)
    desk.open("")
    expect(desk.page.locator("#mentions")).to_contain_text("Ana: @bruno, mira el segundo párrafo.")
    expect(desk.page.locator("#review .count")).to_have_text("1")
    press_link(desk, "review", HEADLINE)
    expect(desk.page.locator(".exact-text")).to_contain_text("Las dos delegaciones se reunieron hoy.")
    desk.press("Approve")
    expect(desk.page.locator(".messagelist")).to_have_text("Approved.")
    desk.open("")
    desk.page.get_by_role("button", name="Seen").press("Enter")
    expect(desk.page.locator("#mentions .count")).to_have_count(0)
    expect(desk.page.locator("#review")).to_have_count(0)

    assert (draft.version("es").state.working, desk.complaints + beside.complaints) == ("approved", [])


def test_search_is_kept_and_forgotten(desk, ana):
    make.communique(ana)
    desk.sign_in(ana)
    desk.open("comunicados/communique/")
    desk.type_into("#searchbar", "agenda")
    desk.page.keyboard.press("Enter")
    desk.type_into("#save-search-name", "La agenda")
    desk.page.keyboard.press("Enter")
    expect(desk.page.locator(".messagelist")).to_have_text("“La agenda” is on your worklist.")
    desk.open("")
    expect(desk.page.locator("#searches .saved a")).to_have_text("La agenda 1")
    desk.page.get_by_role("button", name="Remove “La agenda”").press("Enter")

    expect(desk.page.locator("#searches")).to_have_count(0)
    assert desk.complaints == []


@pytest.fixture
def busy(ana, bruno, carmen):
    """A communiqué in every pile of Bruno's, and a remark that mentions him."""
    make.published(make.communique(ana), writer=ana, editor=bruno, publisher=carmen)
    draft = make.communique(ana, headline_en="", body_en="")
    draft.versions.get(language="es").submit(by=ana)
    make.communique(ana).versions.get(language="es").release(by=carmen, reason="Terremoto")
    returned = make.communique(bruno).versions.get(language="es")
    returned.submit(by=bruno)
    returned.send_back(by=carmen, reason="Falta el cargo.")
    Remark.write(draft, text="@bruno, mira esto.", by=ana)
    return draft


@pytest.mark.parametrize("language", ["es", "en"])
def test_worklist_has_no_grave_barrier(desk, busy, bruno, language):
    desk.sign_in(bruno, language)
    found = []
    for path in ("", "worklist/mine/", f"comunicados/communique/{busy.pk}/remarks/", "comunicados/communique/?q=a"):
        desk.open(path)
        found += desk.violations()

    assert found == []


@pytest.mark.parametrize("path", ["", "worklist/mine/", "comunicados/communique/{pk}/remarks/"])
def test_worklist_fits_a_phone(desk, busy, bruno, path):
    desk.page.set_viewport_size({"width": 375, "height": 800})
    desk.sign_in(bruno)
    desk.open(path.format(pk=busy.pk))

    assert desk.page.evaluate("document.documentElement.scrollWidth") == 375
