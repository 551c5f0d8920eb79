"""A joint communiqué from Word to the world: dropped, its doubts settled with the keyboard, published by another."""

import base64
import datetime as dt
import io
from pathlib import Path

import docx
import pytest
from playwright.sync_api import expect

from comunicados import kinds
from comunicados.models import Communique, Publication, SourceFile
from personas.models import Person
from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

SAMPLE = Path(__file__).parents[1] / "samples" / "comunicado_conjunto.txt"
PAGE = "comunicados/communique/bring-in/"
DROP = """([data, name]) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(15_000)
    return Desk(page, live_server.url)


@pytest.fixture
def fatima(user):
    """She writes, and keeps the registry."""
    return user("fatima", "writer", "registrar")


@pytest.fixture
def registry(db):
    kinds.load()
    make.state("US", "Estados Unidos", "United States")
    blinken = make.person("Antony J. Blinken", "masculine")
    state = make.body("Departamento de Estado", make.state("US"))
    make.appointment(
        blinken, make.position("secretario de Estado", "secretaria de Estado", "Secretary of State", state)
    )
    make.appointment(starts_on=dt.date(2023, 7, 3))


def sample() -> bytes:
    document, data = docx.Document(), io.BytesIO()
    for paragraph in SAMPLE.read_text().split("\n"):
        if paragraph.strip():
            document.add_paragraph(paragraph)
    document.save(data)
    return data.getvalue()


def drop(desk: Desk, data: bytes, name: str) -> None:
    desk.page.evaluate(DROP, [base64.b64encode(data).decode(), name])


def bring(desk: Desk, data: bytes) -> None:
    desk.open(PAGE)
    drop(desk, data, "comunicado.docx")
    expect(desk.page.locator("#draft")).to_be_visible()


def settle(desk: Desk) -> None:
    """With the keyboard alone: each card in turn, by what it asks."""
    desk.page.locator(".begin").press("Enter")
    expect(desk.page.locator(".card:focus")).to_be_visible()
    while desk.page.locator(".card:focus").count():
        card = desk.page.locator(".card:focus")
        answers = card.locator(".answers label").all_text_contents()
        wanted = ("Antony J. Blinken", "enter them", "at ", "right as it stands")
        desk.page.keyboard.press(
            next(str(at) for word in wanted for at, answer in enumerate(answers, 1) if word in answer)
        )


def test_word_file_is_brought_in_settled_and_published(desk, registry, fatima, bruno, carmen):
    desk.sign_in(fatima)
    bring(desk, sample())
    settle(desk)
    expect(desk.page.locator(".left")).to_have_text("Every doubt is settled.")
    expect(desk.page.locator(".submit-row .default")).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(desk.page.locator(".brought-in")).to_contain_text("comunicado.docx")

    made = Communique.objects.get()
    assert [row.person is not None for row in made.participations.all()] == [True] * 17
    assert Person.objects.get(name_es="Katie Tobin").gender == "feminine"
    assert bytes(SourceFile.objects.get().data)[:2] == b"PK"

    desk.press("Submit for review")
    desk.press("Submit for review")
    desk.sign_in(bruno)
    desk.open(f"comunicados/communique/{made.pk}/es/approve/")
    desk.press("Approve")
    desk.sign_in(carmen)
    desk.open(f"comunicados/communique/{made.pk}/es/publish/")
    desk.page.get_by_label("Now", exact=True).check()
    desk.press("Publish")
    desk.page.get_by_role("link", name="See it on the public site").click()

    expect(desk.page.locator("h1")).to_contain_text("acuerdan continuar su trabajo conjunto")
    assert (Publication.objects.get().appearances.count(), desk.complaints) == (17, [])


def test_too_large_a_file_is_refused_before_it_is_sent(desk, fatima):
    desk.sign_in(fatima)
    desk.open(PAGE)
    desk.page.locator("#id_text").fill("Un texto.")
    desk.page.evaluate("document.querySelector('form.upload').dataset.limit = 10")
    drop(desk, b"x" * 11, "a.txt")

    expect(desk.page.locator(".trouble")).to_contain_text("larger than 25 MB")
    expect(desk.page.locator("#id_text")).to_have_value("Un texto.")


def test_keys_answer_only_the_card_that_has_the_focus(desk, registry, ana):
    desk.sign_in(ana)
    bring(desk, sample())
    desk.page.locator("#id_headline").focus()
    desk.page.keyboard.type("1jk")
    first, second = desk.page.locator(".card").nth(0), desk.page.locator(".card").nth(1)
    assert desk.page.locator(".card.settled").count() == 0

    desk.page.locator(".begin").press("Enter")
    desk.page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    desk.page.keyboard.press("k")
    expect(first).to_be_focused()


@pytest.mark.parametrize("language", ["es", "en"])
def test_pages_have_no_grave_barrier_and_fit_a_phone(desk, registry, fatima, language):
    desk.sign_in(fatima, language)
    desk.open(PAGE)
    found = desk.violations()
    bring(desk, sample())
    found += desk.violations()
    desk.page.set_viewport_size({"width": 375, "height": 800})
    found += desk.violations()

    assert (found, width(desk)) == ([], 375)


def test_page_beside_the_original_has_no_grave_barrier_and_fits_a_phone(desk, ana):
    draft = make.communique(ana, participants=[make.appointment()])
    desk.page.set_viewport_size({"width": 375, "height": 800})
    desk.sign_in(ana)
    desk.open(f"comunicados/communique/{draft.pk}/bring-in/en/")
    desk.page.locator("#id_text").fill("A headline of a text\n\nOttawa, 15 January 2024\n\nThey met.\n\nThey spoke.")
    desk.press("Read it")
    expect(desk.page.locator(".pair.lonely")).not_to_have_count(0)

    assert (desk.violations(), width(desk)) == ([], 375)


def width(desk: Desk) -> int:
    return int(desk.page.evaluate("document.documentElement.scrollWidth"))
