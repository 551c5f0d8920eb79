"""A joint text from the agreement to both pages; what was agreed stays as it was agreed."""

import pytest
from playwright.sync_api import expect

from comunicados.models import Agreement, Communique, Publication
from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(15_000)
    return Desk(page, live_server.url)


@pytest.fixture
def joint(ana) -> Communique:
    """Written in both languages by Mexico and Guatemala."""
    guatemala = make.state("GT", "Guatemala", "Guatemala")
    post = make.position("ministro", "ministra", "Minister", organization=make.body("Minex", guatemala))
    posts = [make.appointment(), make.appointment(make.person("Rigoberto Xicará Ajú", "masculine"), post)]
    return make.communique(ana, original="both", participants=posts)


def writing_screen(joint):
    return f"comunicados/communique/{joint.pk}/change/"


def test_joint_text_is_agreed_locked_and_published_with_its_counterpart(desk, joint, ana, bruno, carmen):
    desk.sign_in(ana)
    desk.open(writing_screen(joint))
    desk.page.locator("#id_counterpart_url").fill("https://example.org/minex/nota")
    desk.page.locator("#id_counterpart_language").select_option(label="Portuguese")
    desk.choose(".field-first_delegation_en", "guat", "Guatemala")
    desk.press("Save and continue editing")
    expect(desk.page.locator(".messagelist .success")).to_be_visible()

    desk.press("Record an agreement")
    for language in ("Spanish", "English"):
        desk.page.get_by_label(language).check()
    desk.choose("form", "guat", "Guatemala")
    desk.page.get_by_label("Or, in words").fill("Rigoberto Xicará")
    desk.page.locator("#id_channel").select_option(label="diplomatic note")
    desk.press("Record an agreement")
    expect(desk.page.locator(".lock").first).to_contain_text("Agreed with Guatemala, Rigoberto Xicará on")
    expect(desk.page.locator(".sections [contenteditable]")).to_have_count(0)

    joint.refresh_from_db()
    for language in ("es", "en"):
        make.published(joint, language, writer=ana, editor=bruno, publisher=carmen)
    for publication in Publication.objects.all():
        desk.page.goto(f"{desk.server}{publication.path}")
        expect(desk.page.locator("article .joint")).to_be_visible()
        expect(desk.page.locator("article .joint a")).to_have_attribute("href", "https://example.org/minex/nota")
        expect(desk.page.locator(".delegation h3").first).to_have_text(FIRST[publication.language])
    assert desk.complaints == []


FIRST = {"es": "México", "en": "Guatemala"}


def test_edit_of_an_agreed_text_is_refused_until_an_editor_releases_it(desk, joint, ana, bruno):
    desk.sign_in(bruno)
    desk.open(writing_screen(joint))
    desk.type_into(".section-es [contenteditable]", "Otra frase. ")
    joint.agree(by=ana, languages=["es"], agreed_on="2024-01-14", channel="note", counterpart_words="Guatemala")
    desk.press("Save and continue editing")
    expect(desk.page.locator(".errornote, .errorlist").first).to_be_visible()
    expect(desk.page.locator(".section-es [contenteditable]")).to_contain_text("Otra frase.")
    assert "Otra frase" not in Communique.objects.get().body_es

    desk.page.get_by_role("link", name="Release it to edit").first.click()
    desk.page.get_by_label("Reason").fill("Guatemala pide otra frase.")
    desk.press("Release the agreed text")
    expect(desk.page.locator(".section-es [contenteditable]")).to_be_visible()
    desk.type_into(".section-es [contenteditable]", "Otra frase. ")
    desk.press("Save and continue editing")
    expect(desk.page.locator(".messagelist .success")).to_contain_text("changed successfully")

    assert Communique.objects.get().body_es.startswith("<p>Otra frase. ")
    assert Agreement.objects.get().release_reason == "Guatemala pide otra frase."


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("width", [375, 1280])
def test_pages_have_no_grave_barrier_and_fit(desk, joint, ana, bruno, language, width):
    desk.page.set_viewport_size({"width": width, "height": 800})
    desk.sign_in(bruno, language)
    verb = f"comunicados/communique/{joint.pk}/verb/{{}}/"
    desk.open(verb.format("agree"))
    found, widths = desk.violations(), [desk.page.evaluate("document.documentElement.scrollWidth")]
    joint.agree(by=ana, languages=["es"], agreed_on="2024-01-14", channel="note", counterpart_words="Guatemala")
    for path in (verb.format("reopen"), writing_screen(joint)):
        desk.open(path)
        found += desk.violations()
        widths.append(desk.page.evaluate("document.documentElement.scrollWidth"))

    assert (found, widths) == ([], [width] * 3)
