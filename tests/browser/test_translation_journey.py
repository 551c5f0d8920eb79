"""Elena after the original changed; and the real editor, which changes nothing by being opened."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from comunicados.demonstration import loader
from comunicados.models import Agreement, Communique, LanguageVersion, Publication, Revision
from comunicados.text import sanitize
from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

SPANISH = "<p>Se reunieron ayer.</p><p>Acordaron 45 becas.</p><p>Volverán a verse en Tokio.</p>"
ENGLISH = "<p>They met yesterday.</p><p>They agreed on 45 scholarships.</p><p>They will meet again in Tokyo.</p>"


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(15_000)
    return Desk(page, live_server.url)


@pytest.fixture
def translated(ana, bruno, carmen, elena) -> Communique:
    """Live in both languages; then Ana changed the first two paragraphs of the Spanish text."""
    made = make.communique(ana, body_es=SPANISH, body_en=ENGLISH)
    for language, writer in (("es", ana), ("en", elena)):
        make.published(made, language, writer=writer, editor=bruno, publisher=carmen)
    make.edit(made, bruno, headline_en="Mexico and Canada agree")  # so that English was last changed by no translator
    changed = SPANISH.replace("ayer", "hoy por la mañana").replace("45", "54")
    make.edit(made, ana, body_es=changed)
    return made


def test_elena_follows_what_changed_in_the_original(desk, translated, elena, bruno, carmen):
    desk.sign_in(elena)
    desk.open("worklist/stale/")
    desk.page.get_by_role("link", name="México y Canadá acuerdan una agenda común").click()
    changed = desk.page.locator(".pair.changed")
    expect(changed).to_have_count(2)
    expect(changed.nth(1).locator("del")).to_contain_text("45")
    expect(changed.nth(1).locator("ins")).to_contain_text("54")
    expect(changed.nth(1)).to_contain_text("They agreed on 45 scholarships.")

    changed.nth(0).get_by_role("button", name="Nothing to change").press("Enter")
    expect(changed).to_have_count(1)
    changed.nth(0).get_by_role("link", name="Write here").click()
    expect(desk.page.locator(".section-en [contenteditable]")).to_be_focused()
    desk.page.keyboard.type(" They are 54 by now.")
    desk.press("Save and continue editing")
    expect(desk.page.locator(".messagelist .success")).to_be_visible()
    communique = Communique.objects.get()
    assert communique.body_en == ENGLISH.replace("scholarships.", "scholarships. They are 54 by now.")

    desk.press("Submit for review")
    desk.page.get_by_label("A minor change").check()
    desk.press("Submit for review")
    english = translated.versions.get(language="en")
    english.approve(by=bruno)
    english.publish(by=carmen)
    desk.page.goto(f"{desk.server}{Publication.objects.get(language='en', live_until=None).path}")

    expect(desk.page.locator(".body")).to_contain_text("They are 54 by now.")
    assert (english.stale_paragraphs(), list(LanguageVersion.objects.stale())) == ([], [])
    assert desk.complaints == []


def test_elena_writes_where_a_headline_changed(desk, translated, ana, elena):
    make.edit(translated, ana, headline_es="Otro titular")
    desk.sign_in(elena)
    desk.open(f"comunicados/communique/{translated.pk}/en/side-by-side/")
    desk.page.get_by_role("link", name="Write here (Headline)").click()

    expect(desk.page.locator("#id_headline_en")).to_be_focused()


# Whatever the readers of files and the editor can make
BODIES = [
    "<h2>Uno</h2><h3>Dos</h3><p>Tres <strong>cuatro</strong> <em>cinco</em> <strong><em>seis</em></strong></p>",
    '<p><a href="https://example.org/?a=1&amp;b=2">siete</a> <a href="mailto:a@example.org"><em>ocho</em></a></p>',
    "<p>nueve<br>diez &lt;once&gt; &amp; «doce» — trece\u00a0catorce</p>",
    "<ul><li><p>uno</p><ul><li><p>dos</p></li></ul></li><li><p>tres</p></li></ul>",
    "<ol><li><p>uno</p></li></ol><blockquote><p>dos</p><p>tres</p></blockquote>",
    "<ul><li>uno</li></ul><table><tbody><tr><td>dos</td></tr></tbody></table>",
    "<p>uno<br></p><p> </p><p>dos </p><blockquote>tres</blockquote><h2><strong>cuatro</strong></h2>",
    '<p><strong><a href="https://example.org">uno</a></strong> <em><strong>dos</strong></em></p>',
    '<ol start="3"><li><p>uno</p></li></ol><table><tbody><tr><td colspan="2"><p>dos</p></td></tr></tbody></table>',
    "<table><tbody><tr><th><p>uno</p></th><td><p>dos</p></td></tr></tbody></table>",
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_editor_gives_back_the_body_that_it_was_given(desk, ana, body):
    draft = make.communique(ana, body_es=sanitize(body))
    desk.sign_in(ana)
    save_untouched(desk, draft)

    assert (draft.revisions.count(), Communique.objects.get().body_es) == (1, sanitize(body))


def test_demonstration_opens_and_saves_without_a_change(desk, carmen):
    call_command("load_basics", verbosity=0)
    loader.load()
    unlock_all(carmen)
    before = (Revision.objects.count(), list(LanguageVersion.objects.stale()))
    desk.sign_in(carmen)
    for communique in Communique.objects.all():
        save_untouched(desk, communique)

    assert (Revision.objects.count(), list(LanguageVersion.objects.stale())) == before
    assert desk.complaints == []


def unlock_all(publisher):
    """What is agreed is released, what is scheduled is cancelled: else it would only be read."""
    for agreement in Agreement.objects.filter(released_at=None):
        agreement.communique.reopen(by=publisher, reason="Para leerlo.")
    for version in LanguageVersion.objects.with_state():
        if version.scheduled_for:
            version.cancel(by=publisher)


def save_untouched(desk, communique):
    """Open the writing screen, wait for both of its editors, save."""
    desk.open(f"comunicados/communique/{communique.pk}/change/")
    expect(desk.page.locator(".sections [contenteditable=true]")).to_have_count(2, timeout=20_000)
    desk.press("Save and continue editing")
    expect(desk.page.locator(".messagelist .success")).to_be_visible(timeout=20_000)


# For every eye, on every screen


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("width", [375, 1280])
def test_page_has_no_grave_barrier_and_fits(desk, translated, elena, language, width):
    desk.page.set_viewport_size({"width": width, "height": 800})
    desk.sign_in(elena, language)
    desk.open(f"comunicados/communique/{translated.pk}/en/side-by-side/")

    assert desk.violations() == []
    assert desk.page.evaluate("document.documentElement.scrollWidth") == width
