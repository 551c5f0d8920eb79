"""Verbs on a communiqué as a whole: an abandoned draft is put away, and taken up again."""

import pytest

from comunicados.desk import panels
from comunicados.exceptions import AlreadyPublic, NotInThisState, ReasonMissing
from comunicados.models import Communique
from tests.desk.test_verbs import CAST

pytestmark = pytest.mark.django_db


def url(communique, verb):
    return f"/admin/comunicados/communique/{communique.pk}/verb/{verb}/"


@pytest.fixture
def discarded(draft, ana):
    draft.discard(by=ana, reason="La visita se canceló.")
    return draft


@pytest.mark.parametrize("name", CAST)
@pytest.mark.parametrize("verb", ["discard", "take_up"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_page_is_forbidden_to_readers(desk, draft, request, name, verb, method):
    response = getattr(desk(request.getfixturevalue(name)), method)(url(draft, verb))
    writes = request.getfixturevalue(name).has_perm("comunicados.change_communique")

    assert (response.status_code != 403) == writes


def test_discard(desk, draft, ana, clock):
    desk(ana).post(url(draft, "discard"), {"reason": "La visita se canceló."})
    draft.refresh_from_db()

    assert (draft.discarded_at, draft.discarded_by, draft.discard_reason) == (clock.now, ana, "La visita se canceló.")
    assert (Communique.objects.kept().count(), Communique.objects.discarded().count()) == (0, 1)


def test_take_up(desk, discarded, ana):
    desk(ana).post(url(discarded, "take_up"))

    assert Communique.objects.kept().get() == discarded


def test_discarded_draft_moves_no_further(discarded, spanish, ana, carmen):
    with pytest.raises(NotInThisState):
        spanish.submit(by=ana)
    assert [deed.verb.value for deed in panels.communique_deeds(discarded, ana)] == ["take_up"]
    assert panels.language_panels(discarded, ana)[0].deeds == []


def test_screen_says_who_discarded_it_and_why(desk, discarded, ana):
    page = desk(ana).get(f"/admin/comunicados/communique/{discarded.pk}/change/").content.decode()

    assert "La visita se canceló." in page


def test_discard_voids_the_number_with_the_same_reason(draft, approved, ana, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    approved.cancel(by=carmen)
    draft.discard(by=ana, reason="La visita se canceló.")

    assert draft.numbers.get().void_reason == "La visita se canceló."


def test_discard_needs_a_reason(desk, draft, ana):
    with pytest.raises(ReasonMissing):
        draft.discard(by=ana, reason=" ")
    assert desk(ana).post(url(draft, "discard"), {"reason": ""}).status_code == 400


def test_what_was_public_is_not_discarded(desk, draft, live, carmen):
    with pytest.raises(AlreadyPublic):
        draft.discard(by=carmen, reason="Error.")
    assert desk(carmen).post(url(draft, "discard"), {"reason": "Error."}).status_code == 409


def test_what_is_scheduled_is_not_discarded(draft, approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))

    with pytest.raises(AlreadyPublic):
        draft.discard(by=carmen, reason="Error.")


@pytest.mark.parametrize(("verb", "fixture"), [("discard", "discarded"), ("take_up", "draft")])
def test_state_that_does_not_allow_it_is_refused(request, ana, verb, fixture):
    given = {"reason": "Otra vez."} if verb == "discard" else {}
    with pytest.raises(NotInThisState):
        getattr(request.getfixturevalue(fixture), verb)(by=ana, **given)


def test_unknown_verb_is_no_page(desk, draft, carmen):
    assert desk(carmen).get(url(draft, "publish")).status_code == 404
