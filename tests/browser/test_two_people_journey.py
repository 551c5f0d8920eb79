"""Two people at one communiqué, two tabs of one, a session that ends in the middle of a sentence: nothing is lost."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from comunicados.models import Communique
from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

SPANISH, ENGLISH = ".section-es [contenteditable]", ".section-en [contenteditable]"


@pytest.fixture
def window(chromium, live_server):
    """A browser of its own for each colleague, with the writing screen open."""
    contexts = []

    def open_for(user, communique) -> Desk:
        contexts.append(chromium.new_context(viewport={"width": 1280, "height": 900}))
        page = contexts[-1].new_page()
        page.set_default_timeout(15_000)
        desk = Desk(page, live_server.url)
        desk.sign_in(user)
        show(desk, communique)
        return desk

    yield open_for
    for context in contexts:
        context.close()


def show(desk, communique):
    desk.open(f"comunicados/communique/{communique.pk}/change/")
    expect(desk.page.locator(".sections")).to_be_visible()


def write(desk, where, text):
    desk.page.locator(where).first.click()
    desk.page.keyboard.press("Control+End")
    desk.page.keyboard.type(text)


def stored():
    return Communique.objects.get()


def test_two_writers_clash_and_both_keep_their_words(window, ana, bruno):
    draft = make.communique(ana)
    hers, his = window(ana, draft), window(bruno, draft)
    write(hers, SPANISH, " De Ana.")
    write(his, SPANISH, " De Bruno.")
    his.press("Save and continue editing")
    expect(his.page.locator(".messagelist .success")).to_be_visible()

    hers.press("Save and continue editing")
    expect(hers.page.locator(".theirs")).to_contain_text("De Bruno.")
    expect(hers.page.locator(SPANISH)).to_contain_text("De Ana.")
    write(hers, SPANISH, " De Bruno.")
    hers.press("Save and continue editing")
    expect(hers.page.locator(".messagelist .success")).to_be_visible()

    assert stored().body_es.endswith("De Ana. De Bruno.</p>")


def test_two_writers_in_different_sections_both_save(window, ana, bruno):
    draft = make.communique(ana)
    hers, his = window(ana, draft), window(bruno, draft)
    expect(his.page.locator(".others")).to_contain_text("Ana is here too")
    write(hers, SPANISH, " De Ana.")
    write(his, ENGLISH, " By Bruno.")
    his.press("Save and continue editing")
    expect(his.page.locator(".messagelist .success")).to_be_visible()

    hers.page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(hers.page.locator(".news")).to_contain_text("Bruno saved the English text")
    hers.press("Save and continue editing")
    expect(hers.page.locator(".messagelist .success")).to_be_visible()

    assert (stored().body_es[-12:], stored().body_en[-14:]) == (" De Ana.</p>"[-12:], " By Bruno.</p>"[-14:])


def test_session_ends_in_the_middle_of_a_sentence(window, ana):
    draft = make.communique(ana)
    desk = window(ana, draft)
    write(desk, SPANISH, " Y una frase que")
    Session.objects.all().delete()
    write(desk, SPANISH, " sigue.")
    desk.press("Save and continue editing")
    expect(desk.page.locator(".trouble")).to_contain_text("Your session has ended.")

    desk.sign_in(ana)
    desk.press("Save and continue editing")
    expect(desk.page.locator(".messagelist .success")).to_be_visible()

    assert stored().body_es.endswith("Y una frase que sigue.</p>")


def test_text_survives_a_crash_and_is_brought_back(window, ana):
    draft = make.communique(ana)
    desk = window(ana, draft)
    write(desk, SPANISH, " Antes del corte.")
    desk.page.locator(".participants .addlink").click()
    desk.page.locator("#id_participations-0-name_es").fill("Delegación")
    expect(desk.page.locator(".unsaved")).to_contain_text("kept in this browser")
    crashed = desk.page
    desk.page = crashed.context.new_page()
    crashed.close(run_before_unload=False)

    show(desk, draft)
    desk.page.get_by_role("button", name="Bring it back").click()
    expect(desk.page.locator(SPANISH)).to_contain_text("Antes del corte.")
    desk.press("Save and continue editing")
    expect(desk.page.locator(".messagelist .success")).to_be_visible()

    assert stored().body_es.endswith("Antes del corte.</p>")
    assert [row.name_es for row in draft.participations.all()] == ["Delegación"]
    assert desk.page.locator(".found p").count() == 0


def test_connection_drops_while_saving(window, ana):
    draft = make.communique(ana)
    desk = window(ana, draft)
    write(desk, SPANISH, " De Ana.")
    desk.page.context.set_offline(True)
    desk.press("Save and continue editing")
    expect(desk.page.locator(".trouble")).to_contain_text("There is no connection.")

    desk.page.context.set_offline(False)
    desk.press("Save and continue editing")
    expect(desk.page.locator(".messagelist .success")).to_be_visible()

    assert stored().body_es.endswith("De Ana.</p>")


def test_two_tabs_of_one_user_clash_too(window, ana):
    draft = make.communique(ana)
    first, second = window(ana, draft), window(ana, draft)
    write(first, SPANISH, " Uno.")
    first.press("Save and continue editing")
    expect(first.page.locator(".messagelist .success")).to_be_visible()
    write(second, SPANISH, " Dos.")
    second.press("Save and continue editing")

    expect(second.page.locator(".news")).to_contain_text("You saved the Spanish text")
    expect(second.page.locator(".theirs")).to_contain_text("Uno.")
    expect(second.page.locator(SPANISH)).to_contain_text("Dos.")


def test_leaving_with_unsaved_text_is_asked_about(window, ana):
    draft = make.communique(ana)
    desk = window(ana, draft)
    asked = []
    desk.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    write(desk, SPANISH, " De Ana.")
    desk.open("")

    assert asked == ["beforeunload"]


@pytest.mark.parametrize("language", ["es", "en"])
def test_screen_between_colleagues_has_no_grave_barrier(window, ana, bruno, elena, language):
    draft = make.communique(ana, participants=[make.appointment()])
    window(bruno, draft)
    desk = window(ana, draft)
    found = []
    for user in (ana, elena):
        desk.sign_in(user, language)
        desk.open(f"comunicados/communique/{draft.pk}/change/")
        make.edit(draft, bruno, headline_en=f"By Bruno {user}")
        desk.page.evaluate("window.dispatchEvent(new Event('focus'))")
        expect(desk.page.locator(".news li")).to_be_visible()
        found += desk.violations()

    assert found == []


def test_whoever_saves_without_a_session_finds_the_text_after_signing_in(window, ana):
    draft = make.communique(ana)
    desk = window(ana, draft)
    write(desk, SPANISH, " De Ana.")
    Session.objects.all().delete()
    desk.press("Save and continue editing")
    expect(desk.page.locator(".trouble")).to_contain_text("Your session has ended.")
    desk.press("Save and continue editing")
    desk.sign_in_again(ana)

    desk.page.get_by_role("button", name="Bring it back").click()
    desk.press("Save and continue editing")
    expect(desk.page.locator(".messagelist .success")).to_be_visible()

    assert stored().body_es.endswith("De Ana.</p>")


def test_screen_between_colleagues_fits_a_phone(window, ana, bruno):
    draft = make.communique(ana)
    window(bruno, draft)
    desk = window(ana, draft)
    desk.page.set_viewport_size({"width": 375, "height": 800})
    write(desk, SPANISH, " De Ana.")
    expect(desk.page.locator(".unsaved")).to_contain_text("kept in this browser")

    assert desk.page.evaluate("document.documentElement.scrollWidth") == 375
