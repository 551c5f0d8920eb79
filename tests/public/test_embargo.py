"""An embargo is kept by the database: until its hour, nothing of a text is anywhere on the site."""

import datetime as dt

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db

PLACES = [
    "/comunicados/",
    "/comunicados/?q=embargo",
    "/comunicados/2024/",
    "/comunicados/2024/01/15/",
    "/comunicados/feed.rss",
    "/comunicados/2024/feed.rss",
    "/personas/",
    "/personas/?q=Futura",
    "/personas/alicia-barcena-ibarra/",
    "/personas/alicia-barcena-ibarra/feed.rss",
    "/cargos/secretario-de-relaciones-exteriores/",
    "/paises/mexico/",
    "/paises/mexico/feed.rss",
    "/en/people/alicia-barcena-ibarra/",
    "/en/communiques/",
]


@pytest.fixture
def nine_o_clock(clock) -> dt.datetime:
    return clock.in_(hours=3)


@pytest.fixture
def embargoed(agenda, ana, publish, minister, nine_o_clock):
    """A text of today's minister for nine o'clock, which names her successor from tomorrow on."""
    successor = make.appointment(make.person("Eva Futura"), minister.position, starts_on=dt.date(2024, 1, 16))
    made = make.communique(ana, headline_es="Noticia con embargo")
    make.participate(made, minister, order=0)
    make.participate(made, successor, order=1, role="member")
    make.edit(made, ana)
    return publish(made, at=nine_o_clock)


@pytest.mark.parametrize("place", PLACES)
def test_embargoed_text_is_nowhere(embargoed, as_public_role, client, place):
    answer = client.get(place).content.decode()

    assert "Noticia con embargo" not in answer
    assert "Eva" not in answer


def test_embargoed_text_has_no_page(embargoed, as_public_role, client):
    assert client.get(embargoed.path).status_code == 404
    assert client.get("/personas/eva-futura/").status_code == 404


def test_text_is_there_at_its_hour_with_all_that_it_names(embargoed, clock, nine_o_clock, client):
    clock.set(nine_o_clock)

    assert client.get(embargoed.path).status_code == 200
    for place in ("/comunicados/", "/comunicados/?q=embargo", "/comunicados/feed.rss", "/paises/mexico/"):
        assert "Noticia con embargo" in client.get(place).content.decode().replace("<mark>embargo</mark>", "embargo")
    assert "Noticia con embargo" in client.get("/personas/eva-futura/").content.decode()


def test_scheduled_correction_is_unknown_until_its_hour(agenda, ana, publish, clock, nine_o_clock, client):
    make.edit(agenda.communique, ana, headline_es="Titular corregido", correction_note_es="Se corrige.")
    publish(agenda.communique, at=nine_o_clock)
    before = client.get(agenda.path)
    clock.set(nine_o_clock)
    after = client.get(agenda.path)

    assert [len(answer.context["text"].versions) for answer in (before, after)] == [1, 2]
    assert [answer.context["text"].headline for answer in (before, after)][1] == "Titular corregido"
    assert "Titular corregido" not in before.content.decode()
