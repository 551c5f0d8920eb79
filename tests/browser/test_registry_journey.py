"""Gabriel keeps the registry, in a real browser and with the keyboard."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from comunicados.models import Communique
from personas.models import Person
from tests import factories as make
from tests.browser.test_desk_journey import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]


@pytest.fixture
def desk(page, live_server) -> Desk:
    page.set_default_timeout(15_000)
    return Desk(page, live_server.url)


@pytest.fixture
def gabriel(user):
    return user("gabriel", "registrar")


@pytest.fixture
def twice(clock, ana, bruno, carmen) -> list[Communique]:
    """One minister, entered twice, each time named in a published text."""
    post = make.position()
    make.appointment(make.person("Juan Pérez"), post, starts_on=dt.date(2010, 1, 1), ends_on=dt.date(2018, 12, 1))
    names = ("Alicia Bárcena Ibarra", "Alicia Bárcena")
    texts = [
        make.communique(
            ana, headline_es=f"Reunión de {name}", participants=[make.appointment(make.person(name), post)]
        )
        for name in names
    ]
    for text in texts:
        make.published(text, writer=ana, editor=bruno, publisher=carmen)
    return texts


def follow(desk: Desk, name: str) -> None:
    desk.page.get_by_role("link", name=name).first.press("Enter")


def test_duplicate_is_merged_and_its_address_leads_to_the_one_that_stays(desk, twice, gabriel):
    desk.sign_in(gabriel)
    desk.open("personas/person/?q=barcena")
    desk.page.locator("#result_list").get_by_role("link", name="Alicia Bárcena", exact=True).press("Enter")
    follow(desk, "Merge into another")
    follow(desk, "Keep Alicia Bárcena Ibarra")
    expect(desk.page.locator(".warned").first).to_contain_text("The names differ")
    expect(desk.page.locator(".warned").first).to_contain_text("Two appointments to one post overlap")
    expect(desk.page.locator("details").nth(1)).to_contain_text("Reunión de Alicia Bárcena")
    desk.press("Merge them")
    expect(desk.page.locator(".messagelist")).to_contain_text("was merged into “Alicia Bárcena Ibarra”")
    expect(desk.page.locator("#id_spellings")).to_have_value("Alicia Bárcena")

    desk.page.goto(f"{desk.server}/personas/alicia-barcena/")
    assert desk.page.url == f"{desk.server}/personas/alicia-barcena-ibarra/"
    expect(desk.page.get_by_role("link", name="Reunión de Alicia Bárcena", exact=True)).to_be_visible()
    expect(desk.page.get_by_role("link", name="Reunión de Alicia Bárcena Ibarra")).to_be_visible()
    assert desk.complaints == []


def test_renamed_post_keeps_its_history(desk, clock, ana, bruno, carmen, gabriel):
    """The text of before shows the old title, that of after the new one; each stays as it is."""
    held = make.appointment(starts_on=dt.date(2023, 7, 1))
    before = make.communique(ana, headline_es="Antes", participants=[held])
    make.published(before, writer=ana, editor=bruno, publisher=carmen)
    desk.sign_in(gabriel)
    desk.open(f"personas/position/{held.position_id}/change/")
    desk.page.locator("#titles-group .add-row a").press("Enter")
    desk.type_into("#id_titles-1-starts_on", "2024-01-16")
    desk.type_into("#id_titles-1-feminine_es", "canciller")
    desk.press("Save and continue editing")
    expect(desk.page.locator(".messagelist")).to_contain_text("has no title in English")

    clock.tick(days=1)
    after = make.communique(ana, headline_es="Después", date=dt.date(2024, 1, 16), participants=[held])
    make.published(after, writer=ana, editor=bruno, publisher=carmen)
    follow(desk, "Timeline")
    expect(desk.page.locator(".titles li")).to_contain_text(
        ["Jan. 15, 2024 secretaria de Relaciones Exteriores", "Jan. 16, 2024 – canciller"]
    )
    desk.page.goto(desk.page.url + "?on=2024-01-15")
    expect(desk.page.locator(".answer")).to_contain_text("secretaria de Relaciones Exteriores")
    for text, title in ((before, "secretaria de Relaciones Exteriores"), (after, "canciller")):
        desk.page.goto(desk.server + text.publications.get().path)
        expect(desk.page.locator(".participant dd")).to_contain_text(title)
    assert desk.complaints == []


def test_file_of_people_is_looked_at_and_entered(desk, twice, gabriel):
    desk.sign_in(gabriel)
    desk.open("personas/person/")
    follow(desk, "Bring in people.csv")
    lines = "name_es;gender\nRosa Icela Rodríguez;feminine\nOtro;neutro\n"
    desk.page.locator("#id_file").set_input_files({"name": "p.csv", "mimeType": "text/csv", "buffer": lines.encode()})
    desk.press("Look at it")
    expect(desk.page.locator("tr.kind-refused")).to_contain_text("gender")
    desk.press("Enter the right ones")

    expect(desk.page.locator(".messagelist")).to_have_text("One row was entered.")
    assert Person.objects.get(name_es="Rosa Icela Rodríguez").gender == "feminine"
    assert desk.complaints == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_registry_has_no_grave_barrier(desk, twice, gabriel, language):
    desk.sign_in(gabriel, language)
    found = []
    for path in pages(twice):
        desk.open(path)
        found += desk.violations()

    assert found == []


def test_registry_fits_a_phone(desk, twice, gabriel):
    desk.page.set_viewport_size({"width": 375, "height": 800})
    desk.sign_in(gabriel)
    widths = {}
    for path in pages(twice):
        desk.open(path)
        widths[path] = desk.page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(widths, 375)


def pages(twice: list[Communique]) -> list[str]:
    survivor, double = (text.participations.get().person_id for text in twice)
    merging = f"personas/person/{double}/merge/"
    post = twice[0].participations.get().appointment.position
    return [
        merging,
        f"{merging}?into={survivor}",
        f"personas/person/{survivor}/timeline/",
        f"personas/position/{post.pk}/timeline/",
        f"personas/organization/{post.organization_id}/holders/?on=ayer",
        f"personas/organization/{post.organization_id}/holders/",
        "personas/person/people/import/",
    ]
