"""An undersecretary without an account reads a text on her telephone before the world does, and not a day longer."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect

from comunicados.models import Communique, PreviewLink
from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/17.2 Mobile/15E148 Safari/604.1"
)


@pytest.fixture(autouse=True)
def switched_on(settings):
    settings.PREVIEW_LINKS = True


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(10_000)
    return Desk(page, live_server.url)


@pytest.fixture
def telephone(chromium: Browser):
    """Hers: 375 wide, no cookie of the desk, no JavaScript."""
    context = chromium.new_context(
        viewport={"width": 375, "height": 800}, user_agent=IPHONE, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def draft(clock, ana) -> Communique:
    return make.communique(ana, participants=[make.appointment()], subheadline_es="La agenda, en tres partes.")


def share(desk: Desk, draft: Communique, bruno: User, recipient: str) -> str:
    """Bruno makes a link from the writing screen; the address that he is shown."""
    desk.sign_in(bruno)
    desk.open(f"comunicados/communique/{draft.pk}/change/")
    desk.page.get_by_role("link", name="Preview links").first.click()
    desk.page.get_by_label("For whom").fill(recipient)
    desk.page.get_by_label("Of which office").fill("Subsecretaría")
    desk.press("Share a preview")
    return desk.page.locator(".made-link code").inner_text()


def width(page: Page) -> int:
    return page.locator("html").evaluate("e => e.scrollWidth")


def test_undersecretary_reads_it_on_her_telephone_until_it_is_revoked(desk, telephone, draft, ana, bruno):
    address = share(desk, draft, bruno, "Marta Ríos")

    assert telephone.goto(address).status == 200
    expect(telephone.locator("h1")).to_have_text("México y Canadá acuerdan una agenda común")
    expect(telephone.locator(".embargo").first).to_contain_text("Marta Ríos (Subsecretaría)")
    expect(telephone.locator(".participants")).to_contain_text("Alicia Bárcena Ibarra")
    assert telephone.context.cookies() == []

    make.edit(draft, ana, headline_es="Titular que Ana escribe después")
    telephone.reload()
    expect(telephone.locator("h1")).to_have_text("México y Canadá acuerdan una agenda común")

    desk.open(f"comunicados/communique/{draft.pk}/es/share/")
    expect(desk.page.locator(".preview-links")).to_contain_text(re.compile("Opened 2 times"))
    expect(desk.page.locator(".made-link")).to_have_count(0)
    desk.page.get_by_role("button", name="Revoke").click()
    expect(desk.page.locator(".messagelist")).to_contain_text("The link for Marta Ríos (Subsecretaría) is revoked.")

    assert telephone.reload().status == 410
    assert "México y Canadá" not in telephone.content()
    assert PreviewLink.objects.get().visits.count() == 2
    assert desk.complaints == []


def test_another_is_dead_once_the_world_reads_the_text(desk, telephone, draft, ana, bruno, carmen, clock):
    make.approved(draft, writer=ana, editor=bruno)
    address = share(desk, draft, bruno, "Marta Ríos")
    publication = draft.versions.get(language="es").publish(by=carmen, at=clock.in_(hours=3))

    assert telephone.goto(address).status == 200
    expect(telephone.locator(".embargo").first).to_contain_text("15:00")
    clock.set(publication.live_from)
    assert telephone.reload().status == 410
    telephone.locator("main a").first.click()
    expect(telephone.locator("h1")).to_have_text("México y Canadá acuerdan una agenda común")
    assert telephone.url.endswith(publication.path)


# For eyes and screens of all sorts


@pytest.fixture
def addresses(draft, bruno):
    """The copy in both languages, a dead address, what a robot is shown."""
    paths = []
    for language, folder in (("es", "vista-previa"), ("en", "en/preview")):
        version = draft.versions.get(language=language)
        live, dead = (PreviewLink.share(version, by=bruno, recipient="Marta Ríos") for _ in range(2))
        dead.revoke(by=bruno)
        paths += [f"/{folder}/{link.token}/" for link in (live, dead)]
    return paths


def test_previews_have_no_grave_barrier_and_fit_a_phone(desk, addresses):
    desk.page.set_viewport_size({"width": 375, "height": 800})
    found, widths = [], set()
    for path in addresses:
        desk.page.goto(desk.server + path)
        found += desk.violations()
        widths.add(width(desk.page))

    assert (found, widths) == ([], {375})


@pytest.mark.parametrize("language", ["es", "en"])
def test_page_of_the_links_has_no_grave_barrier_and_fits_a_phone(desk, draft, bruno, addresses, language):
    PreviewLink.objects.all()[0].log_visit("phone")
    desk.page.set_viewport_size({"width": 375, "height": 800})
    desk.sign_in(bruno, language)
    desk.open(f"comunicados/communique/{draft.pk}/es/share/")
    found = desk.violations()
    desk.page.locator("#id_recipient").fill("Marta Ríos")
    desk.page.locator("input[type=submit].default").press("Enter")
    expect(desk.page.locator(".made-link")).to_be_visible()

    assert found + desk.violations() == []
    assert width(desk.page) == 375


def test_watermark_is_on_every_printed_page_and_hides_no_text(desk, addresses):
    desk.page.goto(desk.server + addresses[0])
    desk.page.emulate_media(media="print")
    mark = desk.page.locator(".watermark")

    assert mark.evaluate("e => [getComputedStyle(e).position, getComputedStyle(e).zIndex]") == ["fixed", "-1"]
    expect(mark).to_contain_text("Marta Ríos")
    assert desk.page.locator("h1").evaluate(
        "e => { const r = e.getBoundingClientRect(); return document.elementFromPoint(r.x + 5, r.y + 5) === e }"
    )
