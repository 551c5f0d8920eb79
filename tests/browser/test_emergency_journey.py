"""The desk against the clock, in a real browser: hours, corrections, and what is done in haste from a phone."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from comunicados import kinds
from comunicados.models import Publication
from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

PHONE = {"width": 375, "height": 700}


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(10_000)
    return Desk(page, live_server.url)


@pytest.fixture
def live(clock, ana, bruno, carmen):
    return make.published(make.communique(ana), writer=ana, editor=bruno, publisher=carmen)


def verb(desk, communique, name, language="es"):
    desk.open(f"comunicados/communique/{communique.pk}/{language}/{name}/")


def answer(desk, path):
    """The status of a public address, and the page's text."""
    response = desk.page.request.get(desk.server + path)
    return response.status, response.text()


def size(locator):
    box = locator.bounding_box()
    return box["width"], box["height"]


def test_spanish_at_nine_and_english_at_eleven(desk, clock, ana, bruno, carmen):
    draft = make.communique(ana)
    desk.sign_in(carmen)
    for language, hour in (("es", "09:00"), ("en", "11:00")):
        make.approved(draft, language, writer=ana, editor=bruno)
        verb(desk, draft, "publish", language)
        desk.page.locator("#id_at").fill(f"2024-01-16T{hour}")
        expect(desk.page.locator("#told")).to_contain_text(f"January 16, 2024, {hour} (")
        expect(desk.page.get_by_label("At this hour:")).to_be_checked()
        desk.press("Publish")
        desk.page.wait_for_url("**/change/")

    spanish, english = (draft.publications.get(language=language).path for language in ("es", "en"))
    seen = []
    for moment in ("14:59", "15:00", "17:00"):
        clock.set(dt.datetime.fromisoformat(f"2024-01-16T{moment}Z"))
        seen.append((answer(desk, spanish)[0], answer(desk, english)[0]))
    assert seen == [(404, 404), (200, 404), (200, 200)]


def test_hour_that_does_not_exist_is_told_while_it_is_typed(desk, clock, ana, bruno, carmen, settings):
    settings.TIME_ZONE = "America/New_York"
    draft = make.communique(ana)
    make.approved(draft, writer=ana, editor=bruno)
    desk.sign_in(carmen)
    verb(desk, draft, "publish")
    told = []
    for at in ("2024-03-10T02:30", "2024-11-03T01:30", "2024-01-15T12:59", "2024-01-15T16:00"):
        desk.page.locator("#id_at").fill(at)
        told.append(desk.page.locator("#told").inner_text().partition("2024, ")[2])

    assert told == [
        "02:30 does not exist: the ministry's clocks go forward over it. Choose another hour.",
        "01:30 comes twice: the ministry's clocks go back then. Choose an hour before or after.",
        "12:59 has passed.",
        "16:00 (21:00 UTC), in 3 hours",
    ]


def test_correction_while_the_page_stays_live(desk, live, ana, bruno, carmen, clock):
    note = "Se corrige el titular."
    clock.tick(hours=1)
    make.edit(live.communique, ana, headline_es="El titular correcto", correction_note_es=note)

    desk.sign_in(ana)
    verb(desk, live.communique, "submit")
    desk.page.get_by_label(note).check()
    desk.press("Submit for review")
    assert "El titular correcto" not in answer(desk, live.path)[1]

    desk.sign_in(bruno)
    verb(desk, live.communique, "approve")
    expect(desk.page.locator(".following")).to_contain_text(note)
    desk.press("Approve")
    desk.page.wait_for_url("**/change/")
    desk.sign_in(carmen)
    verb(desk, live.communique, "publish")
    desk.page.get_by_label("Now", exact=True).check()
    desk.press("Publish")
    desk.page.get_by_role("link", name="See it on the public site").click()

    expect(desk.page.locator("h1")).to_have_text("El titular correcto")
    expect(desk.page.locator(".notice")).to_contain_text(note)


def test_urgent_release_and_its_confirmation(desk, clock, carmen, bruno):
    draft = make.communique(carmen)
    desk.sign_in(carmen)
    verb(desk, draft, "release")
    desk.page.locator("#id_reason").fill("Terremoto")
    desk.press("Release urgently")
    desk.page.wait_for_url("**/change/")
    verb(desk, draft, "publish")
    desk.page.get_by_label("Now", exact=True).check()
    desk.press("Publish")
    desk.page.wait_for_url("**/change/")

    desk.sign_in(bruno)
    verb(desk, draft, "confirm")
    expect(desk.page.locator(".reviews")).to_contain_text("Terremoto")
    desk.press("Confirm")
    desk.page.wait_for_url("**/change/")

    assert draft.publications.get().approval.confirmation.made_by == bruno


def test_take_down_on_a_phone_in_two_taps(desk, live, carmen, bruno, clock):
    kinds.load()
    clock.tick(hours=1)
    desk.page.set_viewport_size(PHONE)
    desk.sign_in(carmen)
    desk.open(f"comunicados/communique/{live.communique.pk}/change/")

    button = desk.page.get_by_role("link", name="Withdraw").first
    assert min(size(button)) >= 44
    button.click()
    confirm = desk.page.locator("input[value='Withdraw']")
    expect(confirm).to_be_in_viewport()
    assert min(size(confirm)) >= 44
    confirm.click()

    desk.page.wait_for_url("**/change/")
    status, text = answer(desk, live.path)
    assert (status, kinds.REASONS[0][0] in text) == (200, True)


@pytest.mark.parametrize("path", ["", "comunicados/communique/"])
def test_take_down_in_two_taps_from_a_row(desk, live, carmen, clock, path):
    kinds.load()
    clock.tick(hours=1)
    desk.page.set_viewport_size(PHONE)
    desk.sign_in(carmen)
    desk.open(path)

    row = desk.page.locator("a.beside")
    row.scroll_into_view_if_needed()
    assert min(size(row)) >= 44
    row.click()
    confirm = desk.page.locator("input[value='Withdraw']")
    expect(confirm).to_be_in_viewport()
    confirm.click()

    desk.page.wait_for_url("**/change/")
    assert kinds.REASONS[0][0] in answer(desk, live.path)[1]
    assert live.version.state.public == "withdrawn"


def test_what_a_thumb_has_to_reach_is_large_enough(desk, live, carmen):
    kinds.load()
    desk.page.set_viewport_size(PHONE)
    desk.sign_in(carmen)
    verb(desk, live.communique, "withdraw")
    desk.page.locator("summary").first.click()
    targets = desk.page.locator(
        ".deciding label:has(input), .deciding .check label, .deciding summary, .submit-row > *"
    )

    assert [target.inner_text() for target in targets.all() if size(target)[1] < 44] == []
    assert desk.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_approval_on_a_phone(desk, clock, ana, bruno):
    draft = make.communique(ana, body_es="<p>Un párrafo.</p>" * 60)
    draft.version("es").submit(by=ana)
    desk.page.set_viewport_size(PHONE)
    desk.sign_in(bruno, "es")
    verb(desk, draft, "approve")
    desk.page.locator(".exact-text p").last.scroll_into_view_if_needed()
    button = desk.page.locator(".submit-row input")
    expect(button).to_be_in_viewport()
    button.click()
    desk.page.wait_for_url("**/change/")

    assert draft.version("es").state.working == "approved"


def test_withdrawn_communique_and_its_replacement(desk, live, ana, bruno, carmen, clock):
    kinds.load()
    good = make.communique(ana, headline_es="El comunicado bueno")
    make.published(good, writer=ana, editor=bruno, publisher=carmen)
    clock.tick(hours=1)
    desk.sign_in(carmen)
    verb(desk, live.communique, "withdraw")
    desk.page.locator("summary").first.click()
    desk.choose(".form-row:has(#id_replaced_by)", "bueno", "El comunicado bueno")
    desk.press("Withdraw")
    desk.page.wait_for_url("**/change/")

    desk.page.goto(desk.server + live.path)
    desk.page.get_by_role("link", name="El comunicado bueno").click()
    expect(desk.page.locator("h1")).to_have_text("El comunicado bueno")
    assert Publication.objects.get(status="withdrawn").replaced_by == good


@pytest.mark.parametrize("language", ["es", "en"])
def test_pages_of_the_verbs_have_no_grave_barrier(desk, live, ana, bruno, carmen, clock, language):
    kinds.load()
    clock.tick()
    make.edit(live.communique, ana, headline_es="Otro titular", correction_note_es="Se corrige.")
    desk.sign_in(carmen, language)
    found = []
    for name in ("submit", "release", "withdraw", "conceal"):
        verb(desk, live.communique, name)
        found += desk.violations()
    verb(desk, live.communique, "withdraw")
    desk.page.locator("summary").first.click()
    found += desk.violations()
    make.approved(live.communique, writer=ana, editor=bruno)
    verb(desk, live.communique, "publish")
    desk.page.locator("#id_at").fill("2024-01-16T09:00")
    found += desk.violations()
    other = make.communique(ana)
    for name in ("discard", "take_up"):
        desk.open(f"comunicados/communique/{other.pk}/verb/{name}/")
        found += desk.violations()

    assert found == []
