"""The writing screen for those who may write, those who may not, and those who send nonsense."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.models import Communique
from tests import factories as make
from tests.desk.screen import ADD, open_form, url

pytestmark = pytest.mark.django_db


def test_script_of_the_editor_bears_the_nonce_of_the_policy(desk, draft, ana):
    response = desk(ana).get(url(draft))
    nonce = response.headers["Content-Security-Policy"].partition("'nonce-")[2].partition("'")[0]

    assert f'<script type="importmap" nonce="{nonce}">'.encode() in response.content


def test_missing_words_lead_to_their_fields(desk, clock, ana):
    draft = make.communique(ana, place_es="")
    page = desk(ana).get(url(draft)).content.decode()

    assert '<a href="#id_place_es">The place of the dateline is missing.</a>' in page


def test_live_text_leads_to_its_public_page(desk, draft, live, ana):
    assert f'href="{live.path}"' in desk(ana).get(url(draft)).content.decode()


def test_reader_reads_and_saves_nothing(desk, draft, diego, ana):
    make.participate(draft, make.appointment())
    client = desk(diego)
    page = client.get(url(draft))

    assert "Alicia Bárcena Ibarra" in page.content.decode()
    assert b"_save" not in page.content
    assert client.post(url(draft), open_form(desk(ana), draft)).status_code == 403


def test_reader_sees_the_text_and_not_its_tags(desk, draft, diego):
    assert "<p>Las dos delegaciones se reunieron hoy.</p>" in desk(diego).get(url(draft)).content.decode()


def test_nobody_deletes_a_communique(desk, draft):
    root = User.objects.create_superuser("root")

    assert desk(root).post(f"/admin/comunicados/communique/{draft.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Communique.objects.count() == 1


def test_desk_speaks_both_languages(desk, draft, ana):
    client = desk(ana, "es")
    client.post("/i18n/setlang/", {"language": "en", "next": url(draft)})

    assert client.get(url(draft)).headers["Content-Language"] == "en"


@pytest.mark.parametrize(
    "nonsense",
    [
        {"participations-TOTAL_FORMS": ""},
        {"participations-TOTAL_FORMS": "99999"},
        {"participations-TOTAL_FORMS": "-1"},
        {"participations-INITIAL_FORMS": "7", "participations-TOTAL_FORMS": "9"},
        {"participations-TOTAL_FORMS": "1", "participations-0-id": "x", "participations-0-person": "x"},
        {"participations-TOTAL_FORMS": "1", "participations-0-appointment": "9" * 30},
        {"participations-TOTAL_FORMS": "1", "participations-0-order": "99999", "participations-0-name_es": "A"},
        {"participations-TOTAL_FORMS": "1", "participations-0-name_es": "\x00"},
        {"headline_es": "\x00"},
        {"body_es": "<p>\x00</p>"},
        {"headline_es": "x" * 300},
        {"topics": ["x", "9" * 30]},
        {"kind": "9" * 30},
        {"date": "0000-13-45"},
        {"date": "9999-12-31"},
        {"held_on": "0001-01-01"},
        {"opened_with": '{"es": "\\u0000"}'},
    ],
)
def test_nonsense_is_no_error_and_nothing_typed_is_lost(desk, draft, ana, nonsense):
    client = desk(ana)
    response = client.post(url(draft), open_form(client, draft) | {"headline_en": "Typed"} | nonsense)

    assert response.status_code == 302 or "Typed" in response.content.decode()


@pytest.mark.parametrize("path", ["x/change/", "9999999999999999999999/change/", "0/change/"])
def test_unknown_communique_is_told(desk, ana, path):
    assert desk(ana).get(f"/admin/comunicados/communique/{path}").status_code == 302


def test_add_page_is_closed_to_readers(desk, diego):
    assert desk(diego).get(ADD).status_code == 403


def test_writing_screen_asks_no_more_for_many_participants(desk, clock, ana, bruno):
    made, client, counts = make.communique(ana), desk(bruno), []
    client.get(url(made))
    for place in range(3):
        post = make.position(f"cargo {place}", f"carga {place}", f"post {place}")
        make.participate(made, make.appointment(make.person(f"Persona Número{place}"), post), order=place)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url(made)).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[2] < 60


# The next step, in the bar that stays in sight


def next_steps(desk, user, communique):
    """By language: the verb that is offered, else the field that is missing, else the sentence."""
    steps = desk(user).get(url(communique)).context["next_steps"]
    return {
        step.language: step.deed.verb.value if step.deed else step.lack.field if step.lack else step.sentence
        for step in steps
    }


def test_next_step_of_a_draft(desk, draft, ana, bruno, carmen, diego, elena):
    found = [next_steps(desk, user, draft) for user in (ana, bruno, carmen)]

    assert found == [{"Spanish": "submit", "English": "submit"}] * 3
    assert next_steps(desk, elena, draft) == {"Spanish": "Waits for a writer to submit it.", "English": "submit"}
    assert set(next_steps(desk, diego, draft).values()) == {"Waits for a writer to submit it."}


def test_next_step_is_what_is_missing(desk, draft, ana):
    make.edit(draft, ana, place_es="", headline_en="", body_en="")

    assert next_steps(desk, ana, draft) == {"Spanish": "place_es"}


def test_next_step_of_a_text_in_review(desk, draft, spanish, ana, bruno):
    spanish.submit(by=ana)

    assert next_steps(desk, bruno, draft)["Spanish"] == "approve"
    assert next_steps(desk, ana, draft)["Spanish"] == "Waits for an editor to read it."


def test_next_step_of_ones_own_text_is_somebody_elses(desk, clock, bruno):
    own = make.communique(bruno)
    own.version("es").submit(by=bruno)

    assert next_steps(desk, bruno, own)["Spanish"].startswith("You were the last to change this text")


def test_next_step_of_an_approved_text(desk, draft, approved, ana, carmen):
    assert [next_steps(desk, user, draft)["Spanish"] for user in (carmen, ana)] == [
        "publish",
        "Waits for a publisher.",
    ]


def test_next_step_of_a_scheduled_and_of_a_live_text(desk, draft, approved, ana, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    before = next_steps(desk, ana, draft)["Spanish"]
    clock.tick(hours=3)

    assert before.endswith("in 3\xa0hours")
    assert next_steps(desk, ana, draft)["Spanish"].startswith("An edit begins a correction")


def test_next_step_after_a_withdrawal_is_its_confirmation(desk, live, bruno, carmen, clock):
    clock.tick()
    live.version.withdraw(by=carmen, reason="Error.")

    assert next_steps(desk, bruno, live.communique)["Spanish"] == "confirm"
    assert next_steps(desk, carmen, live.communique)["Spanish"] == "submit"
