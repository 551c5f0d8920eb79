"""A page of the site, from one editor's keyboard past another's eyes to the world; without a mouse."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from comunicados.models import SitePageText
from tests import factories as make
from tests.browser.test_desk_journey import Desk, reach

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(10_000)
    return Desk(page, live_server.url)


def test_page_is_written_by_one_and_approved_by_another_by_keyboard_alone(desk, clock, bruno, carmen):
    make.site_page(writer=carmen, editor=bruno, title="Acerca", body="<p>Somos la voz.</p>")
    keys = desk.page.keyboard
    desk.sign_in(bruno)
    desk.open("site-pages/")
    reach(desk, "a[href$='/site-pages/about/']")
    keys.press("Enter")
    desk.page.wait_for_url("**/about/")
    expect(desk.page.locator(".section [contenteditable]").first).to_contain_text("Somos la voz.")
    reach(desk, ".section [contenteditable]")
    keys.press("Control+End")
    keys.type(" Y la palabra.")
    reach(desk, "input[type=submit]")
    keys.press("Enter")
    desk.page.wait_for_url("**/site-pages/")

    desk.open("site-pages/about/es/2/")
    expect(desk.page.locator(".deciding")).to_contain_text("somebody else has to approve it")
    assert "palabra" not in desk.page.request.get(f"{desk.server}/acerca/").text()

    desk.sign_in(carmen)
    desk.open("")
    reach(desk, "#site-pages li a")
    keys.press("Enter")
    expect(desk.page.locator(".changes ins")).to_contain_text("Y la palabra.")
    reach(desk, "input[type=submit].default")
    keys.press("Enter")
    desk.page.wait_for_url("**/site-pages/")

    desk.page.goto(f"{desk.server}/comunicados/")
    reach(desk, "footer a[href='/acerca/']")
    keys.press("Enter")
    expect(desk.page.locator(".body")).to_have_text("Somos la voz. Y la palabra.")
    assert (SitePageText.objects.count(), desk.complaints) == (2, [])


def test_open_and_save_without_typing_writes_nothing(desk, clock, bruno, carmen):
    body = "<h2>Uno</h2><p>Dos <strong>tres</strong></p><ul><li><p>cinco</p></li></ul>"
    make.site_page(writer=carmen, editor=bruno, body=body)
    desk.sign_in(bruno)
    desk.open("site-pages/about/")
    expect(desk.page.locator(".section [contenteditable]").first).to_contain_text("cinco")
    desk.page.locator("input[type=submit]").press("Enter")

    expect(desk.page.locator(".errorlist")).to_contain_text("Nothing was changed.")
    assert SitePageText.objects.count() == 1


def write(desk, words):
    desk.page.locator(".section [contenteditable]").first.click()
    desk.page.keyboard.press("Control+End")
    desk.page.keyboard.type(words)


def open_about(desk, user):
    desk.sign_in(user)
    desk.open("site-pages/about/")
    expect(desk.page.locator(".section [contenteditable]").first).to_contain_text("Somos la voz.")


def test_session_that_ends_in_the_middle_of_a_sentence_loses_none_of_it(desk, clock, bruno, carmen):
    make.site_page(writer=carmen, editor=bruno, body="<p>Somos la voz.</p>")
    open_about(desk, bruno)
    write(desk, " Y una frase que")
    Session.objects.all().delete()
    write(desk, " sigue.")
    save = desk.page.locator("input[type=submit]")
    save.press("Enter")
    expect(desk.page.locator(".trouble")).to_contain_text("Your session has ended.")

    save.press("Enter")
    desk.sign_in_again(bruno)
    desk.page.get_by_role("button", name="Bring it back").click()
    expect(desk.page.locator(".section [contenteditable]").first).to_contain_text("Y una frase que sigue.")
    assert SitePageText.objects.count() == 1

    save.press("Enter")
    desk.page.wait_for_url("**/site-pages/")
    assert SitePageText.objects.first().body == "<p>Somos la voz. Y una frase que sigue.</p>"
    desk.open("site-pages/about/")
    expect(desk.page.locator(".section [contenteditable]").first).to_contain_text("Y una frase que sigue.")
    assert desk.page.locator(".found p").count() == 0


def test_what_is_kept_of_one_page_is_not_offered_on_another(desk, clock, bruno, carmen):
    make.site_page(writer=carmen, editor=bruno, body="<p>Somos la voz.</p>")
    open_about(desk, bruno)
    write(desk, " De Bruno.")
    expect(desk.page.locator(".unsaved")).to_contain_text("kept in this browser")
    desk.page.on("dialog", lambda dialog: dialog.accept())
    desk.open("site-pages/privacy/")
    expect(desk.page.locator(".section [contenteditable]")).to_have_count(2)
    assert desk.page.locator(".found p").count() == 0

    desk.open("site-pages/about/")
    expect(desk.page.locator(".found p")).to_have_count(1)


def test_of_two_editors_the_later_reads_both_texts(desk, clock, bruno, carmen):
    make.site_page(writer=carmen, editor=bruno, body="<p>Somos la voz.</p>")
    open_about(desk, bruno)
    write(desk, " De Bruno.")
    SitePageText.write("about", "es", by=carmen, title="about es", body="<p>De Carmen.</p>", after=1)
    desk.page.locator("input[type=submit]").press("Enter")

    expect(desk.page.locator(".theirs")).to_contain_text("De Carmen.")
    expect(desk.page.locator(".section [contenteditable]").first).to_contain_text("De Bruno.")
    assert SitePageText.objects.count() == 2


def test_pages_of_the_desk_have_no_grave_barrier(desk, clock, bruno, carmen):
    make.site_page(writer=carmen, editor=bruno)
    SitePageText.write("about", "es", by=bruno, title="Acerca", body="<p>Otra cosa.</p>", after=1)
    desk.sign_in(carmen, "es")
    found = []
    for path, editors in (("", 0), ("about/", 2), ("about/?suggested=en", 2), ("about/es/2/", 0)):
        desk.open(f"site-pages/{path}")
        expect(desk.page.locator("[contenteditable][aria-label]")).to_have_count(editors)
        found += desk.violations()

    assert found == []
