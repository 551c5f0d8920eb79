"""RSS 2.0: each rule of the standard that can be checked on the feed itself."""

import re
import xml.etree.ElementTree as ElementTree
from typing import Any

import feedparser
import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
LISTS = [
    "/comunicados/",
    "/comunicados/2024/",
    "/comunicados/2024/01/",
    "/comunicados/2024/01/15/",
    "/personas/melanie-joly/",
    "/cargos/ministro-de-negocios-extranjeros/",
    "/paises/canada/",
    "/en/communiques/",
    "/en/communiques/2024/01/15/",
    "/en/people/melanie-joly/",
    "/en/parties/canada/",
]


def channel(client, address: str = "/comunicados/feed.rss") -> Any:
    response = client.get(address)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content).find("channel")  # noqa: S314 — our own answer


def titles(feed: Any) -> list[str]:
    return [item.findtext("title") for item in feed.iter("item")]


@pytest.mark.parametrize("place", LISTS)
def test_every_list_has_its_feed_and_points_to_it(agenda, as_public_role, client, place):
    """standards §4.1: the page names the feed of that list."""
    page = client.get(place).content.decode()

    assert re.search(f'type="application/rss.xml" title="[^"]+" href="http://testserver{place}feed.rss"', page)
    assert len(titles(channel(client, f"{place}feed.rss"))) == 1


@pytest.mark.parametrize("place", LISTS)
def test_feed_is_well_formed_for_a_reader(agenda, client, place):
    parsed = feedparser.parse(client.get(f"{place}feed.rss").content)

    assert (parsed.bozo, parsed.version) == (False, "rss20")


def test_feed_is_rss_with_its_channel(agenda, client):
    """standards §1.1: media type, root, title, link and description."""
    response = client.get("/comunicados/feed.rss")
    root = ElementTree.fromstring(response.content)  # noqa: S314

    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    assert all(root[0].findtext(name) for name in ("title", "link", "description"))


def test_feed_names_its_own_address_without_noise(agenda, client):
    """standards §1.2: atom:self is the absolute address asked for, its filters in one order, nothing else."""
    feed = channel(client, "/comunicados/feed.rss?utm=x&topic=migration&before=zz&q=agenda&kind=")
    link = feed.find(f"{ATOM}link")

    assert (link.get("rel"), link.get("type")) == ("self", "application/rss+xml")
    assert link.get("href") == "http://testserver/comunicados/feed.rss?q=agenda&topic=migration"


def test_feed_is_addressed_by_the_public_site(agenda, client, settings):
    settings.SITE_URL = "https://prensa.example"

    assert channel(client).findtext("link") == "https://prensa.example/comunicados/"


@pytest.mark.parametrize(("place", "language"), [("/comunicados/", "es-MX"), ("/en/communiques/", "en")])
def test_feed_tells_its_language_and_dates(agenda, client, place, language):
    """standards §1.3: BCP 47; RFC 822 dates with a four-digit year and a numeric zone."""
    feed = channel(client, f"{place}feed.rss")
    dates = [feed.findtext("lastBuildDate"), *(item.findtext("pubDate") for item in feed.iter("item"))]

    assert feed.findtext("language") == language
    assert dates == ["Mon, 15 Jan 2024 18:00:00 +0000"] * 2


def test_item_has_an_id_that_is_no_address(agenda, client):
    """standards §1.4: title, description, absolute link, exactly one guid."""
    (item,) = channel(client).iter("item")
    (guid,) = item.findall("guid")

    assert item.findtext("title") == "México y Canadá acuerdan una agenda común"
    assert item.findtext("link") == f"http://testserver{agenda.path}"
    assert (guid.text, guid.get("isPermaLink")) == (f"urn:uuid:{agenda.uid}", "false")


def test_id_and_first_hour_outlive_a_correction(agenda, correct, client):
    """standards §1.4: the guid never changes; lastBuildDate does."""
    correct(agenda, date="2024-01-14", headline_es="Corregido", correction_note_es="Se corrige el titular.")
    feed = channel(client)
    (item,) = feed.iter("item")

    assert item.findtext("guid") == f"urn:uuid:{agenda.uid}"
    assert item.findtext("pubDate") == "Mon, 15 Jan 2024 18:00:00 +0000"
    assert feed.findtext("lastBuildDate") == "Mon, 15 Jan 2024 19:00:00 +0000"
    assert "Se corrige el titular." in item.findtext(CONTENT)


def test_description_comes_before_the_whole_text(ana, publish, client):
    """standards §1.5: the order of the two, no relative address in either, no script."""
    publish(body_es='<p>Véase <a href="/otro/">el anexo</a> y <a href="v/1/">la primera versión</a>.</p>')
    (item,) = channel(client).iter("item")
    tags = [child.tag for child in item]

    assert tags.index("description") < tags.index(CONTENT)
    assert re.findall('href="([^"]*)"', item.findtext(CONTENT)) == [
        "http://testserver/otro/",
        "http://testserver/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/v/1/",
    ]
    assert "<" not in item.findtext("description")


def test_whole_text_comes_with_its_participants(agenda, client):
    content = next(channel(client).iter("item")).findtext(CONTENT)

    assert "Las dos delegaciones se reunieron hoy." in content
    assert "Mélanie Joly" in content
    assert content.index("Alicia Bárcena Ibarra") < content.index("Mélanie Joly")


def test_item_is_sorted_by_kind_subject_and_country(agenda, client):
    """standards §1.6: categories with the address of their vocabulary; the institution as creator."""
    (item,) = channel(client, "/en/communiques/feed.rss").iter("item")

    assert [(category.text, category.get("domain")) for category in item.findall("category")] == [
        ("Communiqué", "http://testserver/en/communiques/#id_kind"),
        ("Migration", "http://testserver/en/communiques/#id_topic"),
        ("Mexico", "http://testserver/en/parties/"),
        ("Canada", "http://testserver/en/parties/"),
    ]
    assert item.findtext(f"{DC}creator") == "Ministry of Foreign Affairs"


def test_newest_entry_comes_first_whatever_its_date(publish, clock, client):
    """standards §1.7: newest first, by the hour in which each went live."""
    publish(headline_es="Primero", date="2024-01-15")
    clock.tick()
    publish(headline_es="Segundo", date="2024-01-10")

    assert titles(channel(client)) == ["Segundo", "Primero"]


def test_withdrawn_and_archived_are_absent(agenda, publish, carmen, clock, client):
    """standards §1.7."""
    publish(headline_es="De archivo", is_archive=True, date="1999-01-01")
    clock.tick()
    agenda.version.withdraw(by=carmen, reason="Error.")

    assert titles(channel(client)) == []


def test_feed_of_nothing_is_valid_and_ever_the_same(agenda, client, clock):
    """standards §1.8: 200 and empty."""
    first = client.get("/comunicados/feed.rss?q=nada")
    clock.tick(hours=1)
    second = client.get("/comunicados/feed.rss?q=nada")

    assert titles(channel(client, "/comunicados/feed.rss?q=nada")) == []
    assert first["ETag"] == second["ETag"]


def test_character_that_xml_cannot_hold_breaks_no_feed(publish, client):
    publish(headline_es="Titular\x0b con\x1f control")

    assert titles(channel(client)) == ["Titular con control"]


def test_unchanged_feed_is_not_sent_again(agenda, client):
    """standards §4.2: If-None-Match answers 304 with the same ETag, and wins over If-Modified-Since."""
    first = client.get("/comunicados/feed.rss")
    again = client.get("/comunicados/feed.rss", headers={"if-none-match": first["ETag"]})

    assert first["Last-Modified"] == "Mon, 15 Jan 2024 18:00:00 GMT"
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_withdrawal_changes_the_feed_for_whoever_asks_by_date(agenda, publish, carmen, clock, client):
    publish(headline_es="Otro")
    asked = client.get("/comunicados/feed.rss")["Last-Modified"]
    clock.tick()
    agenda.version.withdraw(by=carmen, reason="Error.")

    assert client.get("/comunicados/feed.rss", headers={"if-modified-since": asked}).status_code == 200


def test_feed_holds_the_newest_fifty(ana, publish, client, monkeypatch):
    monkeypatch.setattr("comunicados.public.views.feeds.LENGTH", 2)
    for place in range(3):
        publish(made=make.communique(ana, headline_es=f"Comunicado {place}"))

    assert len(titles(channel(client))) == 2
