"""The page that explains following, and makes the address of a feed from what somebody wants."""

import re
from html import unescape
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make

pytestmark = pytest.mark.django_db


def addresses(client: Any, asked: str = "", page: str = "/en/follow/") -> dict[str, str]:
    """What is offered to be copied, by format."""
    content = client.get(f"{page}{asked}").content.decode()
    found = re.findall(r'id="address-(\w+)" type="url" readonly value="([^"]*)"', content)
    return {form: unescape(address) for form, address in found}


def test_whoever_asks_for_nothing_is_given_everything(agenda, as_public_role, client):
    assert addresses(client, page="/seguir/") == {
        form: f"http://testserver/comunicados/feed.{form}" for form in ("rss", "atom", "json")
    }


def test_address_holds_all_that_was_asked_for(agenda, as_public_role, client):
    asked = "?q=agenda&person=melanie-joly&party=canada&topic=migration&kind=communique&name="
    made = addresses(client, asked)
    query = "q=agenda&person=melanie-joly&party=canada&kind=communique&topic=migration"

    assert made["rss"] == f"http://testserver/en/communiques/feed.rss?{query}"
    assert [len(feedparser.parse(client.get(made[form]).content).entries) for form in ("rss", "atom")] == [1, 1]


def test_several_people_are_asked_for_together(agenda, publish, ana, minister, client):
    alone = make.communique(ana, participants=[minister], headline_en="Alone")
    publish(alone, "en")
    made = addresses(client, "?person=melanie-joly&person=alicia-barcena-ibarra")["rss"]

    assert len(feedparser.parse(client.get(made).content).entries) == 1


def test_person_is_found_by_name_and_chosen_where_there_is_no_other(agenda, client):
    assert "person=melanie-joly" in addresses(client, "?name=jóly")["rss"]


def test_those_whom_a_name_may_mean_are_offered(agenda, publish, ana, guest, client):
    other = make.appointment(make.person("Pierre Joly"), guest.position)
    publish(make.communique(ana, participants=[other]))
    page = client.get("/en/follow/?name=joly").content.decode()

    assert "person=" not in addresses(client, "?name=joly")["rss"]
    assert set(re.findall('type="checkbox" name="person" value="([^"]*)">', page)) == {"melanie-joly", "pierre-joly"}


def test_name_that_nobody_bears_is_told(agenda, client):
    page = client.get("/en/follow/?name=Zzyzx").content.decode()

    assert 'role="alert"' in page
    assert addresses(client, "?name=Zzyzx")["rss"].endswith("feed.rss")


def test_what_was_chosen_stays_chosen_and_its_choice_is_in_the_other_language_too(agenda, client):
    page = client.get("/seguir/?party=canada&q=agenda").content.decode()

    assert re.search(r'name="party" value="canada" checked', page)
    assert 'value="agenda"' in page
    assert 'href="/en/follow/?q=agenda&amp;party=canada" lang="en"' in page
    assert 'name="robots" content="noindex"' in page


@pytest.mark.parametrize(
    ("place", "follow"),
    [
        ("/comunicados/?topic=migration", "/seguir/?topic=migration"),
        ("/personas/melanie-joly/", "/seguir/?person=melanie-joly"),
        ("/en/parties/canada/?q=agenda", "/en/follow/?q=agenda&amp;party=canada"),
    ],
)
def test_list_leads_to_the_page_set_to_what_it_shows(agenda, client, place, follow):
    assert f'href="{follow}"' in client.get(place).content.decode()


def test_page_costs_the_same_for_one_and_for_many(agenda, publish, ana, guest, client):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/follow/?name=joly&party=canada&topic=migration")
        return len(queries)

    one = cost()
    for place in range(2):
        other = make.appointment(make.person(f"Joly {place}"), guest.position)
        publish(make.communique(ana, participants=[other], headline_es=f"Otro {place}"))

    assert cost() == one <= 8
