"""Every page of the desk, in both languages, light and dark, on a desk and on a phone: nothing shuts anybody out."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from comunicados import kinds
from comunicados.models import Topic
from tests import factories as make
from tests.browser.test_desk_journey import Desk
from tests.desk.pages import PAGES, examples

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]
FILES = {"desk-original", "desk-file", "desk-small-file"}  # what they answer is no page
FILES |= {f"admin:personas_{name}_export" for name in ("people", "positions", "titles", "appointments")}
OPENED = sorted(name for name, page in PAGES.items() if page.method == "get" and name not in FILES)
SCREEN, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 800}


@pytest.fixture
def everything(page, live_server, clock, ana, bruno, carmen):
    """The desk in the hands of a superuser, and the address of an example of each page."""
    kinds.load()
    root = User.objects.create_superuser("root", password="secret", first_name="Root")
    communique = make.communique(ana, participants=[make.appointment()], place_en="")
    communique.topics.add(Topic.objects.all()[0])
    make.published(communique, writer=ana, editor=bruno, publisher=carmen)
    clock.tick()
    make.edit(communique, ana, headline_es="Otro titular", correction_note_es="Se corrige.")
    page.set_default_timeout(20_000)
    desk = Desk(page, live_server.url)
    desk.sign_in(root)
    rows = examples(communique, root)
    return desk, root, {name: PAGES[name].path.format(**rows) for name in OPENED}


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_page_has_a_grave_barrier_and_every_one_fits_a_phone(everything, language):
    desk, root, paths = everything
    desk.sign_in(root, language)
    found, wide = [], []
    for name, path in paths.items():
        desk.page.set_viewport_size(SCREEN)
        desk.open(path)
        expect(desk.page.locator("h1").first).to_be_attached()
        found += [f"{name} {violation}" for violation in desk.violations()]
        desk.page.set_viewport_size(PHONE)
        width = desk.page.evaluate("document.documentElement.scrollWidth")
        wide += [f"{name}: {width}"] if width > PHONE["width"] else []

    assert (found, wide) == ([], [])
