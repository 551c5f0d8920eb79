"""What the pages of people, posts, parties and topics tell beside their lists: charts, timelines, people."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from comunicados.models import Topic
from comunicados.public import frequent
from tests import factories as make
from tests.public.listed import listed

pytestmark = pytest.mark.django_db

PERSON = {"es": "/personas/alicia-barcena-ibarra/", "en": "/en/people/alicia-barcena-ibarra/"}
POST = {"es": "/cargos/secretario-de-relaciones-exteriores/", "en": "/en/positions/secretary-of-foreign-affairs/"}
COUNTRY = {"es": "/paises/canada/", "en": "/en/parties/canada/"}
TOPIC = {"es": "/temas/migration/", "en": "/en/topics/migration/"}
PAGES = {"person": PERSON, "post": POST, "country": COUNTRY, "topic": TOPIC}
EVERY = [page[language] for page in PAGES.values() for language in ("es", "en")]


def words(response) -> str:
    return " ".join(strip_tags(response.content.decode()).split())


def figures(response) -> list[tuple[str, int]]:
    return [(figure.label, figure.number) for figure in response.context["chart"].figures]


def people(response) -> list[tuple[str, int]]:
    return [(person.name_es, person.number) for person in response.context["people"]]


@pytest.fixture
def meeting(ana, publish, minister, guest):
    """Meets Canada's minister on a day, in Spanish."""

    def meeting(year: int = 2024, at: dt.datetime | None = None, language: str = "es", **fields):
        made = make.communique(ana, date=dt.date(year, 1, 10), **fields)
        made.topics.add(make.topic())
        make.participate(made, guest, order=0)
        make.participate(made, minister, order=1)
        make.edit(made, ana)
        return publish(made, language, at=at)

    return meeting


@pytest.mark.parametrize("address", EVERY)
def test_page_draws_its_texts_by_year_with_the_figures_in_a_table(agenda, meeting, as_public_role, client, address):
    language = "en" if address.startswith("/en/") else "es"
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        meeting(2022, language=language, headline_es="Antes", headline_en="Before")
        cursor.execute("SET ROLE voceria_public")
    response = client.get(address)
    page = response.content.decode()

    assert figures(response) == [("2022", 1), ("2023", 0), ("2024", 1)]
    assert re.search(r'<svg class="bars"[^>]* role="img" aria-labelledby="chart-title"', page)
    assert '<th scope="row"><a href="' + address + "?from=2022-01-01&amp;to=2022-12-31" in page
    assert client.get(f"{address}?from=2022-01-01&to=2022-12-31").context["count"].number == 1


@pytest.mark.parametrize("address", EVERY)
def test_figures_are_of_the_language_of_the_page(agenda, meeting, client, address):
    meeting(2022, language="es")

    response = client.get(address)
    assert figures(response) == ([("2024", 1)] if address.startswith("/en/") else figures(response))
    assert sum(number for _, number in figures(response)) == response.context["count"].number


@pytest.mark.parametrize("address", EVERY)
def test_text_of_tomorrow_is_in_no_figure(agenda, meeting, clock, client, address):
    other = make.appointment(make.person("Rosa Luz"), make.position("cónsul", "cónsul", "Consul"))
    tomorrow = clock.in_(days=1)
    language = "en" if address.startswith("/en/") else "es"
    before = client.get(address)
    was = figures(before), people(before)
    made = meeting(2021, at=tomorrow, language=language)
    make.appearance(made, other)

    response = client.get(address)
    assert (figures(response), people(response)) == was
    assert "Rosa Luz" not in words(response)
    clock.set(tomorrow)
    response = client.get(address)
    assert figures(response)[0] == ("2021", 1)


def test_withdrawn_text_is_in_no_figure(agenda, meeting, clock, carmen, client):
    gone = meeting(2020)
    clock.tick()
    gone.version.withdraw(by=carmen, reason="Contenía un error de hecho.")

    for page in PAGES.values():
        assert figures(client.get(page["es"])) == [("2024", 1)]
    assert people(client.get(PERSON["es"])) == [("Mélanie Joly", 1)]


def test_person_is_named_with_those_most_often_in_the_same_texts(agenda, meeting, ana, publish, minister, client):
    meeting(headline_es="Otra reunión")
    once = make.appointment(make.person("Rosa Luz"), make.position("cónsul", "cónsul", "Consul"))
    publish(make.communique(ana, headline_es="Con la cónsul", participants=[minister, once]))
    response = client.get(PERSON["es"])

    assert people(response) == [("Mélanie Joly", 2), ("Rosa Luz", 1)]
    for person in response.context["people"]:
        link = f"{PERSON['es']}?person={person.slug}"
        assert f'href="{link}"' in response.content.decode()
        assert client.get(link).context["count"].number == person.number


def test_those_of_a_person_that_was_merged_are_the_survivors(agenda, meeting, user, minister, guest, client):
    double = make.appointment(make.person("Melany Joly"), guest.position)
    gabriel = user("gabriel", "registrar")
    make.appearance(meeting(2023), double)
    double.person.merge_into(guest.person, by=gabriel)

    assert people(client.get(PERSON["es"])) == [("Mélanie Joly", 2)]


def test_people_are_counted_in_the_newest_texts_alone(agenda, meeting, client, monkeypatch):
    meeting(2020)
    monkeypatch.setattr(frequent, "COMPARED", 1)

    assert people(client.get(PERSON["es"])) == [("Mélanie Joly", 1)]


def test_list_that_was_narrowed_has_no_figures(agenda, client):
    narrowed = client.get(f"{PERSON['es']}?person=melanie-joly").content.decode()

    assert 'class="frequent"' not in narrowed
    assert 'class="frequent"' in client.get(PERSON["es"]).content.decode()


def test_post_says_in_how_many_texts_each_holder_took_part(agenda, meeting, ana, publish, minister, client):
    former = make.appointment(make.person("Marcelo Ebrard", gender="masculine"), minister.position)
    type(former).objects.filter(pk=former.pk).update(ends_on=dt.date(2023, 7, 1))
    publish(make.communique(ana, headline_es="Antes", date=dt.date(2023, 1, 10), participants=[former]))
    meeting(headline_es="Otra reunión")
    response = client.get(POST["es"])
    held = [(appointment.person.name_es, appointment.number) for appointment, _ in response.context["timeline"].rows]

    assert held == [("Alicia Bárcena Ibarra", 2), ("Marcelo Ebrard", 1)]
    link = f"{POST['es']}?person=marcelo-ebrard"
    assert f'href="{link}"' in response.content.decode()
    assert client.get(link).context["count"].number == 1
    assert [track.opens_before for track in response.context["timeline"].tracks] == [False, True]


def test_holder_whom_the_public_does_not_know_is_not_drawn(agenda, minister, client):
    make.appointment(make.person("La de Mañana"), minister.position, starts_on=dt.date(2024, 2, 1))

    assert len(client.get(POST["es"]).context["timeline"].tracks) == 1
    assert "La de Mañana" not in words(client.get(POST["es"]))


def test_person_has_a_track_for_each_public_post(agenda, minister, client):
    make.appointment(minister.person, make.position("embajador", "embajadora", "Ambassador"))
    response = client.get(PERSON["en"])

    assert len(response.context["timeline"].tracks) == 1
    assert response.content.decode().count('class="track"') == 1
    assert "since 1 July 2023" in words(response)


def test_country_names_its_people_and_its_public_bodies(agenda, ana, publish, client):
    canada = make.state("CA")
    seen, unseen = make.body("Global Affairs", canada), make.body("Oficina Reservada", canada)
    consul = make.appointment(make.person("Rosa Luz"), make.position("cónsul", "cónsul", "Consul", seen))
    made = make.communique(ana, headline_es="Con la cónsul", participants=[consul])
    publish(made)
    response = client.get(COUNTRY["es"])

    assert people(response) == [("Mélanie Joly", 1), ("Rosa Luz", 1)]
    assert {body.pk for body in response.context["bodies"]} <= {seen.pk}
    assert str(unseen) not in words(response)
    assert "Bárcena" not in {name for name, _ in people(response)}


def test_topic_is_linked_where_a_text_names_it(agenda, client):
    for language, path in TOPIC.items():
        text = agenda.path if language == "es" else client.get(agenda.path).context["switch"]

        assert f'href="{path}"' in client.get(text).content.decode()
        assert f'href="{path}"' in client.get(path.removesuffix("migration/")).content.decode()
        assert listed(client.get(path))


def test_topic_that_no_public_text_names_is_nowhere(agenda, ana, publish, clock, client):
    made = make.communique(ana, headline_es="Mañana")
    made.topics.add(Topic.objects.create(slug="secret", name_es="Reservado", name_en="Secret"))
    make.edit(made, ana)
    publish(made, at=clock.in_(days=1))

    assert client.get("/temas/secret/").status_code == 404
    assert "Reservado" not in words(client.get("/temas/"))
    clock.tick(days=2)
    assert client.get("/temas/secret/").status_code == 200


def test_topic_of_withdrawn_texts_alone_is_not_offered(agenda, clock, carmen, client):
    clock.tick()
    for publication in (agenda, type(agenda).objects.get(communique=agenda.communique, language="en")):
        publication.version.withdraw(by=carmen, reason="Contenía un error de hecho.")

    assert list(client.get("/temas/").context["topics"]) == []
    assert client.get(TOPIC["es"]).status_code == 200


@pytest.mark.parametrize("typed", ["canada", "CANADÁ", "canda"])
def test_parties_are_found_by_name_in_either_language(agenda, as_public_role, client, typed):
    assert [party.name_es for party in client.get("/en/parties/", {"q": typed}).context["found"]] == ["Canadá"]


def test_parties_stand_under_their_letters(agenda, client):
    shown = client.get("/paises/").context["states"]

    assert [(letter, [state.name_es for state in states]) for letter, states in shown] == [
        ("c", ["Canadá"]),
        ("m", ["México"]),
    ]
    assert "nothing" in client.get("/paises/?q=zzz").content.decode()


@pytest.mark.parametrize("address", [page["es"] for page in PAGES.values()])
def test_page_asks_as_often_for_many_as_for_one(agenda, meeting, client, address):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    one = asked()
    for place in range(3):
        make.appearance(meeting(2020 + place), make.appointment(make.person(f"Rosa {place}")))

    assert asked() == one
