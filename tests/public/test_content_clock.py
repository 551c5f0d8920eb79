"""Answers by the content clock: whoever holds the current one is told so, and nobody is told so of an old one."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.models import Kind, Silence
from tests import factories as make
from tests.production import ProductionClient

# the clock ticks when a transaction commits, so these commit
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "public"])

ADDRESSES = ["/comunicados/", "/comunicados/feed.rss", "/personas/", "/personas/alicia-barcena-ibarra/", "/paises/"]


@pytest.fixture
def client() -> ProductionClient:
    return ProductionClient()


@pytest.fixture
def cast(ana, bruno, carmen):
    return {"writer": ana, "editor": bruno, "publisher": carmen}


@pytest.fixture
def live(clock, cast):
    draft = make.communique(cast["writer"], participants=[make.appointment()])
    return make.published(draft, **cast)


def held(client, address: str) -> dict[str, str]:
    return {"HTTP_IF_NONE_MATCH": client.get(address)["ETag"]}


@pytest.mark.parametrize("address", ADDRESSES)
def test_answer_that_is_held_costs_one_query(live, client, address, settings):
    settings.DATABASE_ROUTERS = []
    headers = held(client, address)

    with CaptureQueriesContext(connection) as queries:
        again = client.get(address, **headers)

    assert (again.status_code, again.content, len(queries)) == (304, b"", 1)
    assert again["ETag"] == headers["HTTP_IF_NONE_MATCH"]


def correct(draft, cast):
    make.edit(draft, cast["writer"], headline_es="Otro titular", correction_note_es="El titular.")
    make.published(draft, **cast)


def withdraw(draft, cast):
    draft.withdraw(by=cast["publisher"], reason={"es": "Error."})


def rename(draft, cast):
    person = draft.participations.get().person
    person.name_es = "Alicia Bárcena"
    person.save()


@pytest.mark.parametrize("happens", [correct, withdraw, rename])
def test_answer_held_from_before_a_change_is_sent_anew(live, client, clock, cast, happens):
    headers = {address: held(client, address) for address in ADDRESSES}
    clock.tick()
    happens(live.communique, cast)

    assert {address: client.get(address, **headers[address]).status_code for address in ADDRESSES} == dict.fromkeys(
        ADDRESSES, 200
    )


def test_answer_held_from_before_a_scheduled_hour_is_sent_anew(live, client, clock, cast):
    other = make.communique(cast["writer"])
    path = make.published(other, at=clock.in_(hours=3), **cast).path
    headers = held(client, "/comunicados/")
    clock.tick(hours=2)
    assert client.get("/comunicados/", **headers).status_code == 304

    clock.tick(hours=1)
    assert path in client.get("/comunicados/", **headers).content.decode()


def test_answers_differ_by_address_and_language(live, client):
    addresses = [*ADDRESSES, "/comunicados/?kind=communique", "/en/communiques/"]

    assert len({client.get(address)["ETag"] for address in addresses}) == len(addresses)


def test_communique_that_is_concealed_is_gone_for_whoever_holds_it(live, client, cast):
    headers = held(client, live.path)
    live.version.conceal(by=cast["publisher"], reason={"es": "Por orden judicial."})

    assert client.get(live.path, **headers).status_code == 410


@pytest.mark.parametrize("address", ADDRESSES)
def test_answer_that_was_made_before_costs_one_query(live, client, address, settings):
    settings.DATABASE_ROUTERS = []
    made = client.get(address)

    with CaptureQueriesContext(connection) as queries:
        again = client.get(address)

    assert len(queries) == 1
    assert (again.content, again.headers) == (made.content, made.headers)


@pytest.mark.parametrize("happens", [correct, withdraw, rename])
def test_answer_made_before_a_change_is_made_anew(live, client, clock, cast, happens):
    before = [client.get(address)["ETag"] for address in ADDRESSES]
    clock.tick()
    happens(live.communique, cast)

    after = [client.get(address)["ETag"] for address in ADDRESSES]

    assert not set(before) & set(after)


def test_renamed_person_is_shown_by_the_new_name(live, client, cast):
    client.get("/personas/")
    rename(live.communique, cast)

    assert "Alicia Bárcena<" in client.get("/personas/").content.decode()


def test_address_where_nothing_was_answers_once_something_is(live, client, cast):
    path = "/comunicados/2024/01/15/otro-asunto/"
    assert client.get(path).status_code == 404

    make.published(make.communique(cast["writer"], headline_es="Otro asunto"), **cast)

    assert client.get(path).status_code == 200


def test_answer_held_from_before_a_silence_is_sent_anew_at_its_hours(live, client, clock, cast):
    Silence.begin(
        [live.kind],
        by=cast["publisher"],
        reason={"es": "Veda.", "en": "Silence."},
        at=clock.in_(hours=1),
        until=clock.in_(hours=2),
    )
    answers = []
    for _ in range(3):
        headers = held(client, ADDRESSES[0])
        assert client.get(ADDRESSES[0], **headers).status_code == 304
        clock.tick(hours=1)
        answers.append(client.get(ADDRESSES[0], **headers).status_code)

    assert answers == [200, 200, 304]


def test_answer_held_from_before_a_silence_is_lifted_is_sent_anew(live, client, clock, cast):
    silence = Silence.begin([live.kind], by=cast["publisher"], reason={"es": "Veda.", "en": "Silence."})
    headers = held(client, ADDRESSES[0])
    clock.tick()
    silence.lift(by=cast["publisher"])

    assert client.get(ADDRESSES[0], **headers).status_code == 200


def test_feed_asked_by_date_is_sent_anew_after_a_silence_began(live, client, clock, cast):
    feed = "/comunicados/feed.rss"
    clock.tick()
    since = {"HTTP_IF_MODIFIED_SINCE": client.get(feed)["Last-Modified"]}
    assert client.get(feed, **since).status_code == 304

    clock.tick()
    Silence.begin([live.kind], by=cast["publisher"], reason={"es": "Veda.", "en": "Silence."})
    assert client.get(feed, **since).status_code == 200


def test_answer_held_from_before_the_last_day_of_an_advisory_is_sent_anew(client, clock, cast):
    kind = make.kind("media-advisory", is_numbered=False)
    Kind.objects.filter(pk=kind.pk).update(rule="advisory")
    kind.refresh_from_db()
    make.published(make.communique(cast["writer"], kind=kind, held_on=dt.date(2024, 1, 15)), **cast)
    feed = "/comunicados/feed.rss"
    clock.tick()
    headers, since = held(client, feed), {"HTTP_IF_MODIFIED_SINCE": client.get(feed)["Last-Modified"]}

    clock.tick(hours=12)  # midnight at the ministry
    assert [client.get(feed, **headers).status_code, client.get(feed, **since).status_code] == [200, 200]
