"""People and posts that were merged: every address ever given leads to the survivor, who has the texts of both."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.models import Appearance
from comunicados.public.models import Publication
from personas.models import Person
from tests import factories as make
from tests.public.listed import listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def gabriel(user):
    return user("gabriel", "registrar")


@pytest.fixture
def double(ana, publish, agenda, minister):
    """The minister under another name, in a post of her own, on the record in both languages."""
    post = make.position("canciller", "canciller", "Foreign Minister", minister.position.organization)
    held = make.appointment(make.person("Alicia Bárcena"), post)
    made = make.communique(ana, headline_es="Otra reunión", headline_en="Another meeting", participants=[held])
    publish(made, "en")
    publish(made)
    return held


@pytest.fixture
def merged(double, minister, gabriel):
    double.person.merge_into(minister.person, by=gabriel)
    double.refresh_from_db()
    double.position.merge_into(minister.position, by=gabriel)


PERSON = ("alicia-barcena", "alicia-barcena-ibarra")
POST = {
    "es": ("canciller", "secretario-de-relaciones-exteriores"),
    "en": ("foreign-minister", "secretary-of-foreign-affairs"),
}


@pytest.mark.parametrize("tail", ["", "feed.rss", "feed.json", "?kind=communique", "feed.rss?from=2024-01-01"])
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("/personas/{}/", *PERSON),
        ("/en/people/{}/", *PERSON),
        ("/cargos/{}/", *POST["es"]),
        ("/en/positions/{}/", *POST["en"]),
    ],
)
def test_address_of_the_merged_leads_to_the_survivor(merged, as_public_role, client, path, old, new, tail):
    response = client.get(path.format(old) + tail)

    assert (response.status_code, response["Location"]) == (301, path.format(new) + tail)
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("path", ["/comunicados/", "/comunicados/feed.rss", "/en/communiques/"])
def test_filter_by_the_merged_leads_to_the_survivor(merged, as_public_role, client, path):
    response = client.get(f"{path}?person={PERSON[0]}&from=2024-01-01")

    assert (response.status_code, response["Location"]) == (301, f"{path}?person={PERSON[1]}&from=2024-01-01")


def test_survivor_has_the_texts_of_both(merged, as_public_role, client):
    pages = ["/personas/alicia-barcena-ibarra/", f"/cargos/{POST['es'][1]}/", f"/comunicados/?person={PERSON[1]}"]
    found = [client.get(page).context for page in pages]

    assert [len(context["entries"]) for context in found] == [2, 2, 2]
    assert [context["count"].number for context in found] == [2, 2, 2]
    feed = client.get("/personas/alicia-barcena-ibarra/feed.rss").content.decode()
    assert (feed.count("<item>"), "Otra reunión" in feed) == (2, True)


def test_text_links_its_participant_to_the_survivor_in_its_own_words(merged, as_public_role, client):
    text = Publication.objects.get(language="es", headline="Otra reunión")
    page = client.get(text.path).content.decode()

    assert '<a href="/personas/alicia-barcena-ibarra/">Alicia Bárcena</a>' in page


def test_merging_rewrites_nothing_that_was_published(double, minister, gabriel):
    before = list(Appearance.objects.order_by("pk").values())
    double.person.merge_into(minister.person, by=gabriel)

    assert list(Appearance.objects.order_by("pk").values()) == before


def test_merged_person_stands_in_the_directory_once(merged, as_public_role, client):
    people = client.get("/personas/?q=Alicia+Bárcena").context["people"]

    assert [person.slug for person in people] == [PERSON[1]]


def test_addresses_lead_on_through_a_second_merger(merged, minister, gabriel, client):
    """Also that of the one in the middle, whose page showed nothing but the texts of the first."""
    nobody, last = make.person("Alicia B."), make.person("Alicia Bárcena Ibarra Secretaria")
    Person.objects.get(slug=PERSON[1]).merge_into(nobody, by=gabriel)
    nobody.merge_into(last, by=gabriel)
    found = [client.get(f"/personas/{slug}/")["Location"] for slug in (*PERSON, nobody.slug)]

    assert found == [f"/personas/{last.slug}/"] * 3


def test_row_that_was_never_public_has_no_address(agenda, minister, gabriel, client):
    secret = make.person("Nombre Secreto")
    secret.merge_into(minister.person, by=gabriel)

    assert client.get("/personas/nombre-secreto/").status_code == 404
    assert client.get("/comunicados/?person=nombre-secreto").status_code == 404


def test_text_scheduled_before_the_merger_is_on_the_survivors_page(ana, publish, minister, gabriel, clock, client):
    held = make.appointment(make.person("Alicia Bárcena"))
    publish(make.communique(ana, participants=[held]), at=clock.in_(hours=1))
    held.person.merge_into(minister.person, by=gabriel)
    assert client.get(f"/personas/{PERSON[1]}/").status_code == 404

    clock.tick(hours=1)
    page = client.get(f"/personas/{PERSON[1]}/")
    assert (page.status_code, len(listed(page))) == (200, 1)
    assert client.get(f"/personas/{PERSON[0]}/").status_code == 404  # an address that nobody was given


def test_later_title_of_the_merged_post_is_the_survivors(double, minister, gabriel, client):
    minister.position.titles.all().delete()
    double.position.merge_into(minister.position, by=gabriel)

    assert client.get(f"/cargos/{POST['es'][1]}/").context["listing"].title == "Canciller"


def test_a_merger_is_two_rows_more_and_no_query_more(double, minister, gabriel, client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/personas/{PERSON[1]}/")
        return len(captured)

    before = queries()
    double.person.merge_into(minister.person, by=gabriel)
    assert queries() == before
