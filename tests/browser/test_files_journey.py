"""A photograph from Ana's disk to the world, by keyboard, with its words in both languages."""

import pytest
from playwright.sync_api import Page, expect

from comunicados.models import Communique, StoredFile
from tests import factories as make
from tests import jobs, uploads
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]


@pytest.fixture
def desk(page: Page, live_server) -> Desk:
    page.set_default_timeout(10_000)
    return Desk(page, live_server.url)


def choose_file(desk: Desk, row: int, name: str, content: bytes) -> None:
    kind = "application/pdf" if name.endswith("pdf") else "image/jpeg"
    file = {"name": name, "mimeType": kind, "buffer": content}
    desk.page.locator(f"#id_attachments-{row}-upload").set_input_files(file)


def add(desk: Desk) -> None:
    desk.page.locator(".files .addlink").press("Enter")


def test_photograph_travels_from_the_disk_to_the_world(desk, ana, bruno, carmen):
    draft = make.communique(ana)
    desk.sign_in(ana)
    desk.open(f"comunicados/communique/{draft.pk}/change/")
    add(desk)
    photograph = uploads.with_metadata("JPEG", uploads.image((1200, 800)))
    choose_file(desk, 0, "Firma del Acuerdo.JPG", photograph)
    desk.type_into("#id_attachments-0-caption_es", "La firma")
    desk.type_into("#id_attachments-0-alternative_es", "Dos cancilleres firman.")
    desk.press("Save and continue editing")

    panel = desk.page.get_by_role("region", name="English")
    lack = panel.get_by_role("link", name="The photograph firma-del-acuerdo.jpg has no alternative text")
    lack.press("Enter")
    expect(desk.page.locator("#id_attachments-0-alternative_en")).to_be_in_viewport()
    desk.type_into("#id_attachments-0-alternative_en", "Two ministers sign.")
    desk.press("Save and continue editing")
    expect(desk.page.locator(".kept-file")).to_contain_text("800 × 1200")  # it stood on its side
    expect(lack).to_have_count(0)

    jobs.work()
    for language in ("es", "en"):
        make.published(draft, language, writer=ana, editor=bruno, publisher=carmen)
    paths = {language: draft.version(language).live_path for language in ("es", "en")}
    shown = {language: see(desk, path) for language, path in paths.items()}

    assert shown == {"es": ("Dos cancilleres firman.", 480), "en": ("Two ministers sign.", 480)}
    original = desk.page.request.get(desk.server + desk.page.locator("figure img").get_attribute("src"))
    assert (original.status, uploads.SECRET in original.body()) == (200, False)
    assert desk.complaints == []


def see(desk: Desk, path: str) -> tuple[str, int]:
    """The alternative text on a phone's page, and how wide the image is that its browser chose."""
    desk.page.set_viewport_size({"width": 375, "height": 800})
    desk.page.goto(desk.server + path)
    image = desk.page.locator("figure img")
    image.scroll_into_view_if_needed()
    desk.page.wait_for_function("document.querySelector('figure img').complete")
    chosen = image.evaluate("image => image.currentSrc")
    return image.get_attribute("alt"), int(chosen.split("/")[-2])


def test_refused_file_is_told_and_what_was_chosen_beside_it_stays(desk, ana):
    draft = make.communique(ana)
    desk.sign_in(ana)
    desk.open(f"comunicados/communique/{draft.pk}/change/")
    add(desk)
    choose_file(desk, 0, "foto.jpg", uploads.jpeg().read())
    desk.type_into("#id_attachments-0-caption_es", "La firma")
    add(desk)
    choose_file(desk, 1, "acta.pdf", uploads.NOT_ACCEPTED["page of the web in a PDF"][0])
    desk.press("Save")

    expect(desk.page.locator("#attachments-1 .errorlist")).to_contain_text("of two kinds at once")
    expect(desk.page.locator("#attachments-0 .kept-file")).to_contain_text("foto.jpg")
    choose_file(desk, 1, "acta.pdf", uploads.pdf_bytes())
    desk.press("Save")
    desk.page.wait_for_url("**/communique/")

    kept = Communique.objects.get().attachments
    assert list(kept.values_list("role", "name", "caption_es")) == [
        ("photograph", "foto.jpg", "La firma"),
        ("annex", "acta.pdf", ""),
    ]
    assert StoredFile.objects.count() == 2


def test_screen_with_files_has_no_grave_barrier(desk, ana):
    draft = make.communique(ana)
    make.attach(draft, ana, alternative_en="")
    make.annex(draft, ana)
    desk.sign_in(ana)
    found = []
    for path in ("change/", "es/submit/", "history/2/"):
        desk.open(f"comunicados/communique/{draft.pk}/{path}")
        found += desk.violations()

    assert found == []


@pytest.mark.parametrize("path", ["change/", "es/submit/", "history/2/"])
def test_files_fit_a_phone(desk, ana, path):
    draft = make.communique(ana)
    make.attach(draft, ana, uploads.jpeg((1000, 500)), name="un-nombre-muy-largo-" * 4 + ".jpg")
    desk.page.set_viewport_size({"width": 375, "height": 800})
    desk.sign_in(ana)
    desk.open(f"comunicados/communique/{draft.pk}/{path}")

    assert desk.page.evaluate("document.documentElement.scrollWidth") == 375
