"""Who else has a communiqué open, and what was saved since a page of it was opened."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comunicados.models import Presence
from tests import factories as make
from tests.desk.screen import ADD, open_form, url

pytestmark = pytest.mark.django_db

BEAT = "/admin/comunicados/communique/presence/"


def beat(client, communique, opened=1):
    return client.post(BEAT, {"communique": communique.pk, "opened": opened})


def told(client, communique, opened=1):
    return beat(client, communique, opened).json()


# Who else is here


def test_colleague_with_the_page_open_is_here(desk, draft, ana, bruno, clock):
    desk(bruno).get(url(draft))
    clock.tick(seconds=10)

    assert told(desk(ana), draft)["others"] == ["Bruno is here too (since 12:00)"]


def test_page_says_it_without_a_script(desk, draft, ana, bruno):
    desk(bruno).get(url(draft))

    assert "Bruno is here too (since 12:00)" in desk(ana).get(url(draft)).content.decode()


def test_nobody_is_told_of_themselves(desk, draft, ana):
    desk(ana).get(url(draft))

    assert told(desk(ana), draft)["others"] == []


def test_whoever_is_silent_for_a_minute_is_gone(desk, draft, ana, bruno, clock):
    beat(desk(bruno), draft)
    clock.tick(seconds=60)

    assert told(desk(ana), draft)["others"] == []


def test_whoever_stays_is_there_since_they_came(desk, draft, ana, bruno, clock):
    for _ in range(4):
        beat(desk(bruno), draft)
        clock.tick(seconds=45)

    assert told(desk(ana), draft)["others"] == ["Bruno is here too (since 12:00)"]


def test_whoever_comes_back_is_there_since_then(desk, draft, ana, bruno, clock):
    beat(desk(bruno), draft)
    clock.tick(minutes=5)
    beat(desk(bruno), draft)

    assert told(desk(ana), draft)["others"] == ["Bruno is here too (since 12:05)"]


def test_two_windows_are_one_presence(desk, draft, ana):
    for _ in range(2):
        beat(desk(ana), draft)

    assert Presence.objects.count() == 1


def test_reader_leaves_no_trace_and_hears_nothing(desk, draft, ana, diego):
    desk(diego).get(url(draft))
    desk(ana).get(url(draft))

    assert told(desk(diego), draft)["others"] == []
    assert Presence.objects.get().user == ana


# What was saved meanwhile


def test_page_hears_of_a_newer_revision(desk, draft, ana, bruno, clock):
    clock.tick(minutes=41)
    make.edit(draft, bruno, headline_en="By Bruno")

    assert told(desk(ana), draft)["news"] == [
        {
            "sentence": "Bruno saved the English text at 12:41: your page shows the older one.",
            "url": f"/admin/comunicados/communique/{draft.pk}/history/compare/?from=1&to=2",
        }
    ]


def test_sections_of_one_colleague_are_told_together(desk, draft, ana, bruno, clock):
    make.edit(draft, bruno, headline_en="By Bruno")
    make.edit(draft, bruno, headline_es="De Bruno")
    (news,) = told(desk(ana), draft)["news"]

    assert news["sentence"].startswith("Bruno saved the Spanish text and English text at")


def test_own_save_in_another_window_is_told(desk, draft, ana):
    make.edit(draft, ana, headline_en="By Ana")

    assert "in another window" in told(desk(ana), draft)["news"][0]["sentence"]


def test_page_with_the_newest_hears_nothing(desk, draft, ana, bruno):
    make.edit(draft, bruno, headline_en="By Bruno")

    assert told(desk(ana), draft, opened=2)["news"] == []


def test_refused_page_still_shows_what_it_was_opened_with(desk, draft, ana, bruno):
    client = desk(ana)
    form = open_form(client, draft) | {"opened_revision": 1, "headline_es": "De Ana"}
    make.edit(draft, bruno, headline_es="De Bruno")

    assert client.post(url(draft), form).context["opened_revision"] == 1


# The session


def test_beat_without_a_session_says_so(draft):
    assert beat(Client(), draft).status_code == 401


def test_beat_of_somebody_who_is_not_staff_says_so(desk, draft, ana):
    ana.is_staff = False
    ana.save()

    assert beat(desk(ana), draft).status_code == 401


def test_beat_brings_a_token_that_saves(draft, ana):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)
    token = told(client, draft)["token"]

    assert client.post(url(draft), {}).status_code == 403
    assert client.post(url(draft), {"csrfmiddlewaretoken": token}).status_code == 200


def test_page_of_a_new_communique_beats_too(desk, ana, db):
    answer = desk(ana).post(BEAT, {"communique": "", "opened": ""}).json()

    assert (answer["user"], answer["others"], answer["news"]) == (ana.pk, [], [])


@pytest.mark.parametrize("nonsense", ["x", "-1", "9" * 40, "²", "1.5"])
def test_nonsense_is_no_error(desk, draft, ana, nonsense):
    client = desk(ana)
    assert client.post(BEAT, {"communique": nonsense, "opened": nonsense}).json()["news"] == []


def test_beat_is_a_post(desk, ana, db):
    assert desk(ana).get(BEAT).status_code == 405


def test_number_of_queries_is_constant(desk, draft, ana, bruno, carmen):
    client = desk(ana)
    asked = []
    for colleague in (bruno, carmen):
        beat(desk(colleague), draft)
        make.edit(draft, colleague, headline_en=f"By {colleague}")
        beat(client, draft)
        with CaptureQueriesContext(connection) as queries:
            beat(client, draft)
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 14


def test_add_page_needs_no_presence(desk, ana, clock):
    desk(ana).get(ADD)

    assert Presence.objects.count() == 0
