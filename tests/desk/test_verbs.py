"""Who may do which verb at the desk: the server's answer to each role, and the buttons that it shows."""

import pytest

from comunicados.desk import panels, verbs
from comunicados.enums import Verb
from comunicados.models import Confirmation
from tests import factories as make

pytestmark = pytest.mark.django_db

CAST = ("diego", "ana", "elena", "bruno", "carmen")  # reader, writer, translator, editor, publisher
MAY = {
    "submit": {"ana", "bruno", "carmen"},  # the original; Elena translates
    "send_back": {"bruno", "carmen"},
    "approve": {"bruno", "carmen"},
    "release": {"carmen"},
    "publish": {"carmen"},
    "cancel": {"carmen"},
    "withdraw": {"carmen"},
    "conceal": {"carmen"},
    "confirm": {"bruno", "carmen"},
}


@pytest.mark.parametrize("name", CAST)
@pytest.mark.parametrize("verb", MAY)
@pytest.mark.parametrize("method", ["get", "post"])
def test_page_of_a_verb_is_forbidden_to_whoever_may_not(desk, draft, request, name, verb, method):
    client = desk(request.getfixturevalue(name))
    response = getattr(client, method)(f"/admin/comunicados/communique/{draft.pk}/es/{verb}/")

    assert (response.status_code != 403) == (name in MAY[verb])


@pytest.mark.parametrize("name", CAST)
def test_number_is_voided_by_publishers_alone(desk, draft, request, name):
    response = desk(request.getfixturevalue(name)).get(f"/admin/comunicados/communique/{draft.pk}/verb/void/")

    assert (response.status_code != 403) == (name == "carmen")


def test_verbs_are_for_staff(client, draft):
    response = client.get(f"/admin/comunicados/communique/{draft.pk}/es/submit/")

    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


def buttons(communique, user):
    return [deed.verb.value for deed in panels.language_panels(communique, user)[0].deeds]


def test_buttons_of_a_draft(draft, diego, ana, carmen):
    assert [buttons(draft, user) for user in (diego, ana, carmen)] == [[], ["submit"], ["submit", "release"]]


def test_buttons_of_a_text_in_review(draft, spanish, ana, bruno):
    spanish.submit(by=ana)

    assert [buttons(draft, user) for user in (ana, bruno)] == [[], ["send_back", "approve"]]


def test_buttons_of_a_live_text(draft, live, ana, carmen):
    assert [buttons(draft, user) for user in (ana, carmen)] == [[], ["withdraw", "conceal"]]


def test_refused_verbs_are_gathered_under_their_sentence(draft, diego):
    (refused,) = panels.language_panels(draft, diego)[0].refused

    assert len(refused.verbs) == len(verbs.OF_A_LANGUAGE)


def test_panel_says_what_is_missing_and_when_it_goes_out(draft, approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=12))
    panel = panels.language_panels(draft, carmen)[0]

    assert [code for code, words in panel.words] == ["scheduled"]
    assert [lack.field for lack in panel.missing] == ["participations"]
    assert "06:00 UTC" in panel.scheduled


def test_doubts_of_the_registry_are_told(draft):
    post = make.appointment(ends_on="2024-01-01")
    make.participate(draft, post)

    assert len(panels.doubts(draft)) == 1


# What somebody did alone


def test_nothing_to_confirm(spanish, bruno):
    assert verbs.unconfirmed(spanish) is None


def test_whoever_released_cannot_confirm(draft, spanish, carmen, bruno):
    release = spanish.release(by=carmen, reason="Terremoto")

    assert verbs.unconfirmed(spanish) == release
    assert verbs.why_not(Verb.CONFIRM, spanish, by=carmen) != ""
    assert verbs.why_not(Verb.CONFIRM, spanish, by=bruno) == ""


def test_confirmed_withdrawal_waits_no_more(live, spanish, carmen, bruno, clock):
    clock.tick()
    notice = spanish.withdraw(by=carmen, reason="Error.")
    Confirmation.give(by=bruno, withdrawal=notice)

    assert verbs.unconfirmed(spanish) is None


def test_number_without_a_publication_is_voidable(draft, approved, carmen, clock):
    assert verbs.why_not_communique(Verb.VOID, draft, by=carmen) != ""
    approved.publish(by=carmen, at=clock.in_(hours=3))
    assert verbs.why_not_communique(Verb.VOID, draft, by=carmen) != ""
    approved.cancel(by=carmen)
    assert verbs.why_not_communique(Verb.VOID, draft, by=carmen) == ""
