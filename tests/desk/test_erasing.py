"""Erasure at the desk: asked for from the history, answered from the worklist, told afterwards; never an error."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados import permissions
from comunicados.desk import piles
from comunicados.models import Erasure, Publication, Remark
from tests import factories as make
from tests.comunicados.test_erasure import REASON, ask, erase
from tests.desk.test_verb_pages import messages, url

pytestmark = pytest.mark.django_db

SECRET = "Quetzalxóchitl"
GIVEN = {"reason_es": "Por orden judicial.", "reason_en": "By order of a court.", "ground": "Expediente 12/2024."}


@pytest.fixture
def first(clock, ana, bruno, carmen):
    """Version 1 names somebody; the correction does not."""
    draft = make.communique(ana, slug_es="acto", body_es=f"<p>Habló {SECRET} hoy.</p>")
    return make.published_and_corrected(
        draft, clock, body_es="<p>Hablaron hoy.</p>", writer=ana, editor=bruno, publisher=carmen
    )


@pytest.fixture
def page(first):
    return url(first.communique, "erase")


@pytest.fixture
def waiting(first, carmen):
    return ask(first, carmen)


@pytest.fixture
def erased(first, carmen, lucia):
    erase(first, carmen, lucia)
    first.refresh_from_db()
    return first


def history(publication, rest=""):
    return f"/admin/comunicados/communique/{publication.communique_id}/history/{rest}"


def read(response):
    return response.content.decode()


# Asking


def test_versions_and_the_whole_language_can_be_asked_for(desk, page, first, carmen):
    choices = desk(carmen).get(page).context["form"].fields["which"].choices

    assert [label.partition(" · ")[0] for _key, label in choices] == ["v/2", "v/1", "Every version of this language"]


def test_request_waits_for_a_second_person(desk, page, first, carmen):
    response = desk(carmen).post(page, {"which": first.pk} | GIVEN, follow=True)
    erasure = Erasure.objects.get()

    assert (erasure.publication, erasure.requested_by, erasure.reason_en) == (first, carmen, REASON["en"])
    assert messages(response) == ["Asked. Nothing is lost before a second person confirms it."]
    assert SECRET in Publication.objects.get(pk=first.pk).body


@pytest.mark.parametrize("left_out", ["which", *GIVEN])
def test_what_is_left_out_is_named_and_the_rest_is_kept(desk, page, first, carmen, left_out):
    given = {"which": first.pk} | GIVEN
    response = desk(carmen).post(page, given | {left_out: " "})

    assert (response.status_code, list(response.context["form"].errors)) == (400, [left_out])
    assert all(text in read(response) for name, text in GIVEN.items() if name != left_out)


@pytest.mark.parametrize("which", ["0", "x", "9" * 40])
def test_nonsense_to_erase_is_refused(desk, page, carmen, which):
    assert desk(carmen).post(page, {"which": which} | GIVEN).status_code == 400


def test_what_the_world_reads_is_refused_with_the_words_kept(desk, page, first, carmen):
    live = first.version.publications.get(ordinal=2)
    response = desk(carmen).post(page, {"which": live.pk} | GIVEN)

    assert response.status_code == 409
    assert "The world reads this text now" in read(response)
    assert GIVEN["ground"] in read(response)


# Answering


def test_page_shows_what_will_be_lost_and_what_stays(desk, page, waiting, first, ana, lucia):
    Remark.write(first.communique, text=f"¿Quién es {SECRET}?", by=ana)
    shown = read(desk(lucia).get(page))

    for text in (f"Habló {SECRET} hoy.", f"¿Quién es {SECRET}?", "Carmen asked that version 1 be erased", first.path):
        assert text in shown


def test_second_person_confirms(desk, page, waiting, first, lucia):
    client = desk(lucia)
    seen = client.get(page).context["loss"].key
    response = client.post(page, {"answer": "confirm", "seen": seen}, follow=True)

    assert messages(response) == ["Erased. The address answers with the reason alone."]
    assert Publication.objects.get(pk=first.pk).body == ""


@pytest.mark.parametrize("seen", ["", "x"])
def test_what_was_not_seen_is_not_erased(desk, page, waiting, first, lucia, seen):
    response = desk(lucia).post(page, {"answer": "confirm", "seen": seen})

    assert (response.status_code, Publication.objects.get(pk=first.pk).body) == (409, first.body)


def test_whoever_asked_is_offered_no_confirmation_and_given_none(desk, page, waiting, first, carmen):
    client = desk(carmen)
    shown = client.get(page)
    response = client.post(page, {"answer": "confirm", "seen": shown.context["loss"].key})

    assert "Erase for ever" not in read(shown)
    assert (response.status_code, Publication.objects.get(pk=first.pk).body) == (409, first.body)


def test_request_is_taken_back_with_a_note(desk, page, waiting, carmen):
    refused = desk(carmen).post(page, {"answer": "refuse", "reason": ""})
    response = desk(carmen).post(page, {"answer": "refuse", "reason": "Era otra versión."}, follow=True)

    assert refused.status_code == 400
    assert messages(response) == ["Refused. Nothing was lost."]
    assert Erasure.objects.get().answer.is_confirmed is False


def test_current_text_that_holds_the_words_is_said_before(desk, page, waiting, first, ana, lucia):
    make.edit(first.communique, ana, body_es=f"<p>Otra vez {SECRET}.</p>")
    shown = read(desk(lucia).get(page))

    assert f"The current text still holds words of what is to be erased: {SECRET}." in shown
    assert "Erase for ever" not in shown


@pytest.mark.parametrize("sent", [{"answer": "confirm"}, {"answer": "refuse", "reason": "No."}])
def test_answer_to_what_was_answered_meanwhile_says_so(desk, page, waiting, lucia, carmen, sent):
    waiting.refuse(by=carmen, reason="Ya no.")
    response = desk(lucia).post(page, sent)

    assert (response.status_code, response.context["form"].is_bound) == (409, False)


def test_request_while_another_waits_says_so(desk, page, waiting, first, lucia):
    response = desk(lucia).post(page, {"which": first.pk} | GIVEN)

    assert (response.status_code, Erasure.objects.count()) == (409, 1)


# Who may

#           the page, asking, answering
GRID = {
    "reader": (403, 403, 403),
    "registrar": (403, 403, 403),
    "translator": (403, 403, 403),
    "writer": (403, 403, 403),
    "editor": (403, 403, 403),
    "publisher": (200, 302, 302),
    "administrator": (200, 302, 302),
    None: (403, 403, 403),  # staff without a role
}


def test_grid_speaks_of_every_role():
    assert set(GRID) == {*permissions.ROLES, None}


@pytest.mark.parametrize("role", GRID)
def test_grid_of_roles(desk, page, first, user, role):
    client = desk(user("fulana", *([role] if role else [])))
    opened = client.get(page).status_code
    asked = client.post(page, {"which": first.pk} | GIVEN).status_code
    Erasure.objects.waiting().exists() or ask(first, User.objects.get(username="carmen"))
    answered = client.post(page, {"answer": "refuse", "reason": "No."}).status_code

    assert (opened, asked, answered) == GRID[role]


@pytest.mark.parametrize("role", GRID)
def test_ground_is_not_shown_to_others(desk, page, waiting, user, role):
    client = desk(user("fulana", *([role] if role else [])))

    assert ("Expediente" in read(client.get(page))) == (GRID[role][0] == 200)


@pytest.mark.parametrize("role", [role for role in GRID if role])
def test_history_leads_there_for_whoever_may(desk, page, first, user, role):
    assert (page in read(desk(user("fulana", role)).get(history(first)))) == (GRID[role][0] == 200)


def test_stranger_is_asked_to_sign_in(client, page):
    assert client.get(page)["Location"].startswith("/admin/login/")


# The worklist


def test_request_is_on_the_worklist_of_the_others(desk, waiting, first, carmen, lucia):
    assert [list(piles.to_erase(user)) for user in (carmen, lucia)] == [[], [first.version]]

    shown = read(desk(lucia).get("/admin/"))
    assert url(first.communique, "erase") in shown
    assert "Expediente 12/2024." in shown


def test_answered_request_leaves_the_worklist(waiting, carmen, lucia):
    waiting.refuse(by=carmen, reason="Ya no.")

    assert list(piles.to_erase(lucia)) == []


# Afterwards


def test_history_tells_it(desk, erased, diego):
    told = [row.sentence for day in desk(diego).get(history(erased)).context["timeline"].days for row in day.rows]

    assert f"Lucia confirmed the erasure. The text is gone; its digest remains: {erased.digest}." in told
    assert "Carmen asked that version 1 be erased for legal reasons." in told


def test_refusal_is_told(desk, waiting, first, lucia, diego):
    waiting.refuse(by=lucia, reason="No procede.")

    assert "Lucia refused the erasure: nothing was lost." in read(desk(diego).get(history(first)))


def test_erased_revision_says_so(desk, erased, bruno):
    shown = read(desk(bruno).get(history(erased, "1/")))

    assert "Of revision 1 the text in Spanish was erased for legal reasons." in shown
    assert "Restore this revision" not in shown
    assert ("<p>Erased.</p>" in shown, "Not written yet." in shown) == (True, False)
    assert "The two delegations met today." in shown


@pytest.mark.parametrize("sides", ["from=1&to=2", "from=2&to=1", "from=1&to=2&language=en"])
def test_erased_revision_is_not_compared(desk, erased, diego, sides):
    response = desk(diego).get(history(erased, f"compare/?{sides}"))

    assert response.status_code == 410
    assert "Of revision 1 the text in Spanish was erased for legal reasons." in read(response)


def test_erased_revision_is_not_restored(desk, erased, bruno):
    shown = desk(bruno).get(history(erased, "1/restore/"))
    response = desk(bruno).post(history(erased, "1/restore/"), {"seen": "2"})

    assert "was erased for legal reasons" in read(shown)
    assert (response.status_code, erased.communique.revisions.count()) == (409, 2)


def test_version_is_not_offered_again(desk, page, erased, carmen):
    choices = desk(carmen).get(page).context["form"].fields["which"].choices

    assert [label.partition(" · ")[0] for _key, label in choices] == ["v/2", "Every version of this language"]


@pytest.mark.parametrize("rest", ["change/", "history/", "remarks/", "es/withdraw/", "es/conceal/", "es/confirm/"])
def test_pages_of_the_communique_do_not_break(desk, erased, carmen, rest):
    page = f"/admin/comunicados/communique/{erased.communique_id}/{rest}"

    assert desk(carmen).get(page).status_code == 200


def test_history_page_asks_as_much_with_three_versions_as_with_one(
    desk, page, waiting, first, ana, bruno, carmen, lucia, clock
):
    client, asked = desk(lucia), []
    for count in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        asked.append(len(queries))
        make.edit(first.communique, ana, body_es=f"<p>{count}</p>")
        make.published(first.communique, writer=ana, editor=bruno, publisher=carmen)
        clock.tick()

    assert asked[0] == asked[1]
