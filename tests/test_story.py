"""From a text to the front page: one story, through the doors that people and readers use."""

import tomllib
from io import StringIO
from pathlib import Path

import feedparser
import pytest
from django.core.management import call_command

from comunicados import kinds
from comunicados.demonstration import loader
from comunicados.models import Communique, Revision
from personas import states
from personas.models import Person

SAMPLE = Path(__file__).parent / "samples" / "comunicado_conjunto.txt"

pytestmark = pytest.mark.django_db


@pytest.fixture
def registry(clock):
    states.load()
    kinds.load()
    loader.Registry(tomllib.loads((loader.HERE / "registry.toml").read_text())).load()


@pytest.fixture
def brought_in(registry, ana):
    call_command("import_communique", SAMPLE, by="ana", stdout=StringIO())
    return Communique.objects.get()


@pytest.fixture
def published(brought_in, ana, bruno, carmen):
    spanish = brought_in.versions.get(language="es")
    spanish.submit(by=ana)
    spanish.approve(by=bruno)
    return spanish.publish(by=carmen)


def took_part(communique: Communique, iso: str) -> list[str]:
    rows = communique.participations.filter(delegation__iso_code=iso).exclude(role="mentioned")
    return [row.name_es for row in rows]


def test_text_is_brought_in_with_all_who_took_part(brought_in):
    assert len(took_part(brought_in, "MX")) == 11
    assert sorted(took_part(brought_in, "US")) == [
        "Alejandro Mayorkas",
        "Antony Blinken",
        "Elizabeth Sherwood-Randall",
        "Katie Tobin",
        "Ken Salazar",
    ]
    assert [row.name_es for row in brought_in.participations.filter(role="mentioned")] == ["Joseph Biden"]


def test_everybody_is_found_in_the_registry(brought_in):
    assert [row.name_es for row in brought_in.participations.filter(person=None)] == []


def test_published_text_is_on_the_list_and_in_its_month(published, client, as_public_role):
    for address in ("/comunicados/", "/comunicados/2023/", "/comunicados/2023/12/", "/comunicados/2023/12/28/"):
        assert published.path in client.get(address).content.decode(), address


def test_published_text_is_on_each_participants_page_with_the_title_of_that_day(published, client):
    for row in published.appearances.exclude(role="mentioned").select_related("person"):
        page = client.get(f"/personas/{row.person.slug}/").content.decode()

        assert published.path in page, row.name
        assert row.title in page, row.name


def test_published_text_is_in_the_feed(published, client):
    feed = feedparser.parse(client.get("/comunicados/feed.rss").content)

    assert not feed.bozo
    assert [entry.id for entry in feed.entries] == [f"urn:uuid:{published.uid}"]


def test_text_is_in_spanish_only_until_english_is_published(published, brought_in, client, ana, bruno, carmen):
    assert feedparser.parse(client.get("/en/communiques/feed.rss").content).entries == []

    Communique.objects.filter(pk=brought_in.pk).update(
        headline_en="Mexico and the United States continue their work",
        place_en="Mexico City",
        body_en="<p>They met.</p>",
    )
    Revision.record(brought_in, by=ana)
    english = brought_in.versions.get(language="en")
    english.submit(by=ana)
    english.approve(by=bruno)
    path = english.publish(by=carmen).path

    assert client.get(path).status_code == 200
    assert path in client.get(published.path).content.decode()


def test_minister_of_tomorrow_is_nowhere_today(registry, brought_in, client, ana, bruno, carmen, clock):
    Person.objects.filter(slug="alicia-barcena-ibarra").update(name_es="Nadie Todavía Nombrada")
    spanish = brought_in.versions.get(language="es")
    spanish.submit(by=ana)
    spanish.approve(by=bruno)
    spanish.publish(by=carmen, at=clock.in_(hours=9))
    addresses = ["/comunicados/", "/comunicados/?q=migratoria", "/comunicados/feed.rss", "/personas/?q=nadie"]
    addresses += ["/personas/", "/paises/", "/en/people/", "/personas/alicia-barcena-ibarra/"]

    for address in addresses:
        assert "Todavía" not in client.get(address).content.decode(), address
    assert client.get("/personas/alicia-barcena-ibarra/").status_code == 404

    clock.tick(hours=9)
    assert client.get("/personas/alicia-barcena-ibarra/").status_code == 200
