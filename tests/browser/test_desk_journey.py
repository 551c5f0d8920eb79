"""A text from Ana's keyboard to the world, in a real browser; and the desk for eyes that are not hers."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from comunicados.models import Communique, Publication
from tests import factories as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

OF_COLOURS = ["color-contrast", "link-in-text-block"]  # of axe's category all but the one of WCAG AAA
GRAVE = """async options => {
    document.getAnimations().forEach(each => each.finish());  // a colour on its way to another is neither
    const {violations} = await axe.run({resultTypes: ["violations"], ...options});
    const grave = violations.filter(rule => ["serious", "critical"].includes(rule.impact));
    return grave.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`));
}"""


class Desk:
    """The desk in one browser tab."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.server = page, server
        self.complaints: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def sign_in(self, user: User, language: str = "en") -> None:
        client = Client()
        client.force_login(user)
        cookies = {"sessionid": client.cookies["sessionid"].value, "django_language": language}
        self.page.context.add_cookies(
            [{"name": name, "value": value, "url": self.server} for name, value in cookies.items()]
        )

    def sign_in_again(self, user: User) -> None:
        """On the page that asks for it, after a session that ended."""
        self.page.locator("#id_username").fill(user.username)
        self.page.locator("#id_password").fill("secret")
        self.page.locator("#id_password").press("Enter")

    def open(self, path: str) -> None:
        self.page.goto(f"{self.server}/admin/{path}")

    def type_into(self, selector: str, text: str) -> None:
        self.page.locator(selector).first.focus()
        self.page.keyboard.type(text)

    def choose(self, row: str, typed: str, shown: str) -> None:
        """Pick a row of the registry by keyboard: open the list, type, wait for its answer, take it."""
        self.page.locator(f"{row} .select2-selection").focus()
        self.page.keyboard.press("Enter")
        self.page.keyboard.type(typed)
        expect(self.page.locator(".select2-results__option--highlighted")).to_have_text(shown)
        self.page.keyboard.press("Enter")

    def press(self, name: str) -> None:
        """A button, or a link that looks like one."""
        self.page.locator(f"input[value='{name}'], .button:text-is('{name}')").first.press("Enter")

    def violations(self) -> list[str]:
        """Of the open page in light, and in dark of the rules that a colour can break."""
        self.page.evaluate(AXE_SCRIPT)
        found = self.page.evaluate(GRAVE, {})
        self.page.emulate_media(color_scheme="dark")
        found += self.page.evaluate(GRAVE, {"runOnly": OF_COLOURS})
        self.page.emulate_media(color_scheme="light")
        return list(found)


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(10_000)
    return Desk(page, live_server.url)


def write(desk: Desk) -> None:
    desk.open("comunicados/communique/add/")
    desk.type_into("#id_headline_es", "México y Canadá acuerdan una agenda común")
    desk.type_into("#id_place_es", "Ciudad de México")
    desk.type_into(".section-es [contenteditable]", "Las dos delegaciones se reunieron hoy.")
    desk.type_into(".section-en [contenteditable]", "The two delegations met today.")
    desk.page.locator("#id_kind").select_option(label="Communiqué")
    desk.page.locator(".participants .addlink").press("Enter")
    desk.choose("#participations-0 .field-person", "barcena", "Alicia Bárcena Ibarra")
    desk.press("Save and continue editing")


def test_text_travels_from_the_keyboard_to_the_world(desk, ana, bruno, carmen):
    make.kind()
    make.appointment()

    desk.sign_in(ana)
    write(desk)
    expect(desk.page.locator("#participations-0 h3")).to_contain_text("secretaria de Relaciones Exteriores")
    desk.press("Submit for review")
    desk.press("Submit for review")

    communique = Communique.objects.get()
    desk.sign_in(bruno)
    desk.open(f"comunicados/communique/{communique.pk}/es/approve/")
    expect(desk.page.locator(".exact-text")).to_contain_text("Las dos delegaciones se reunieron hoy.")
    desk.press("Approve")

    desk.sign_in(carmen)
    desk.open(f"comunicados/communique/{communique.pk}/es/publish/")
    desk.page.get_by_label("Now", exact=True).check()
    desk.press("Publish")
    desk.page.get_by_role("link", name="See it on the public site").click()

    expect(desk.page.locator("h1")).to_have_text("México y Canadá acuerdan una agenda común")
    assert Publication.objects.get().appearances.get().title == "secretaria de Relaciones Exteriores"
    assert (communique.body_en, desk.complaints) == ("<p>The two delegations met today.</p>", [])


def test_open_and_save_without_typing_changes_nothing(desk, ana):
    body = (
        '<h2>Uno</h2><p>Dos <strong>tres</strong> <a href="https://example.org">cuatro</a></p>'
        "<ul><li><p>cinco</p></li></ul><blockquote><p>seis</p></blockquote>"
    )
    draft = make.communique(ana, body_es=body, participants=[make.appointment()])
    desk.sign_in(ana)
    desk.open(f"comunicados/communique/{draft.pk}/change/")
    expect(desk.page.locator(".section-es [contenteditable]")).to_contain_text("seis")
    desk.press("Save")
    desk.page.wait_for_url("**/communique/")

    assert draft.revisions.count() == 1


@pytest.mark.parametrize("language", ["es", "en"])
def test_desk_has_no_grave_barrier(desk, ana, language):
    draft = make.communique(ana, place_es="", participants=[make.appointment()])
    desk.open("login/")
    found = desk.violations()
    desk.sign_in(ana, language)
    communique = "comunicados/communique"
    for path in ("", f"{communique}/", f"{communique}/{draft.pk}/change/", f"{communique}/{draft.pk}/en/submit/"):
        desk.open(path)
        found += desk.violations()

    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_hard_to_read_in_one_scheme_is_found(desk, scheme):
    desk.open("login/")
    desk.page.add_style_tag(content=f"@media (prefers-color-scheme: {scheme}) {{ label {{ opacity: .2 }} }}")

    assert {violation.split(":")[0] for violation in desk.violations()} == {"color-contrast"}


@pytest.mark.parametrize("path", ["", "{pk}/change/", "{pk}/es/submit/"])
def test_desk_fits_a_phone(desk, ana, path):
    draft = make.communique(ana, participants=[make.appointment()])
    desk.page.set_viewport_size({"width": 375, "height": 800})
    desk.sign_in(ana)
    desk.open("comunicados/communique/" + path.format(pk=draft.pk))

    assert desk.page.evaluate("document.documentElement.scrollWidth") == 375


def reach(desk: Desk, selector: str) -> None:
    """Go there by the Tab key alone, from wherever one is."""
    wanted = f"document.activeElement.matches({selector!r})"
    for _ in range(150):
        if desk.page.evaluate(wanted):
            return
        desk.page.keyboard.press("Tab")
    raise AssertionError(f"The keyboard does not reach {selector}")


def test_text_is_begun_filled_and_submitted_by_keyboard_alone(desk, ana):
    make.kind()
    make.appointment()
    keys = desk.page.keyboard
    desk.sign_in(ana)
    desk.open("")
    reach(desk, ".deeds a.button")
    keys.press("Enter")
    desk.page.wait_for_url("**/add/")
    for selector, words in (
        ("#id_headline_es", "México y Canadá acuerdan una agenda común"),
        ("#id_place_es", "Ciudad de México"),
        (".section-es [contenteditable]", "Las dos delegaciones se reunieron hoy."),
    ):
        reach(desk, selector)
        keys.type(words)
    reach(desk, "#id_kind")
    keys.press("ArrowDown")
    reach(desk, ".participants .addlink")
    keys.press("Enter")
    reach(desk, "#participations-0 .field-person .select2-selection")
    keys.press("Enter")
    keys.type("barcena")
    expect(desk.page.locator(".select2-results__option--highlighted")).to_have_text("Alicia Bárcena Ibarra")
    keys.press("Enter")
    reach(desk, "input[name=_continue]")
    keys.press("Enter")
    expect(desk.page.locator(".messagelist .success")).to_be_visible()

    reach(desk, ".next-steps .deed-submit")
    keys.press("Enter")
    desk.page.wait_for_url("**/es/submit/")
    reach(desk, "input[type=submit].default")
    keys.press("Enter")
    desk.page.wait_for_url("**/change/")

    communique = Communique.objects.get()
    assert communique.version("es").state.working == "in_review"
    assert [row.name_es for row in communique.participations.all()] == ["Alicia Bárcena Ibarra"]
