"""An embargo in real seconds: no frozen clock, no worker, two database connections, a real browser."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from personas.clock import ministry_now
from tests import factories as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

AHEAD = dt.timedelta(seconds=12)  # time enough to look three times before the hour, on a busy machine too


@pytest.fixture
def scheduled(ana, bruno, carmen):
    draft = make.communique(ana, participants=[make.appointment()])
    spanish = make.approved(draft, writer=ana, editor=bruno)
    return spanish.publish(by=carmen, at=ministry_now() + AHEAD)


def wait_until(moment: dt.datetime, page: Page) -> None:
    page.wait_for_timeout(max(0, (moment - ministry_now()).total_seconds() * 1000 + 50))


def test_text_is_nowhere_before_its_hour_and_everywhere_after(scheduled, page, live_server):
    headline = page.get_by_role("link", name=scheduled.headline)
    person = f"{live_server.url}/personas/alicia-barcena-ibarra/"

    page.goto(f"{live_server.url}/comunicados/")
    expect(headline).to_have_count(0)
    assert page.goto(f"{live_server.url}{scheduled.path}").status == 404
    assert page.goto(person).status == 404
    assert ministry_now() < scheduled.live_from, "the machine was too slow to look before the hour"

    wait_until(scheduled.live_from, page)

    page.goto(f"{live_server.url}/comunicados/")
    headline.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(scheduled.headline)
    assert page.goto(person).status == 200
