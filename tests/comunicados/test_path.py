"""The path of a text: submit, send back, approve, publish, cancel, withdraw."""

import pytest

from comunicados.enums import Public, Status, Verb, Working
from comunicados.exceptions import (
    Incomplete,
    NotInThisState,
    NotPermitted,
    OwnText,
    PastHour,
    ReasonMissing,
    TextHasChanged,
)
from comunicados.models import Confirmation, Publication
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana)


@pytest.fixture
def spanish(draft):
    return draft.versions.get(language="es")


@pytest.fixture
def approved(draft, ana, bruno):
    return make.approved(draft, writer=ana, editor=bruno)


@pytest.fixture
def live(draft, ana, bruno, carmen):
    return make.published(draft, writer=ana, editor=bruno, publisher=carmen)


# The states


def test_draft_is_never_public(spanish):
    assert spanish.state == (Public.NEVER, Working.DRAFT)


def test_submit_brings_the_text_into_review(spanish, ana):
    spanish.submit(by=ana)

    assert spanish.state == (Public.NEVER, Working.IN_REVIEW)


def test_send_back_makes_it_a_draft_again(spanish, ana, bruno):
    spanish.submit(by=ana)
    spanish.send_back(by=bruno, reason="El segundo párrafo.")

    assert spanish.state == (Public.NEVER, Working.DRAFT)


def test_approve_fits_the_exact_text(approved):
    assert approved.state == (Public.NEVER, Working.APPROVED)


def test_edit_after_approval_needs_a_new_review(draft, approved, ana):
    make.edit(draft, ana, headline_es="Otro titular")

    assert approved.state.working is Working.DRAFT


def test_edit_taken_back_finds_its_approval_again(draft, approved, ana):
    headline = draft.headline_es
    make.edit(draft, ana, headline_es="Otro titular")
    make.edit(draft, ana, headline_es=headline)

    assert approved.state.working is Working.APPROVED


def test_edit_of_english_leaves_the_spanish_approval(draft, approved, elena):
    make.edit(draft, elena, headline_en="Another headline")

    assert approved.state.working is Working.APPROVED


def test_edit_of_the_facts_concerns_both_languages(draft, approved, ana):
    make.edit(draft, ana, held_on="2024-01-14")

    assert approved.state.working is Working.DRAFT


def test_publish_makes_the_text_live(live, spanish):
    assert spanish.state == (Public.LIVE, Working.SAME)
    assert live.path == "/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/"


def test_publish_leaves_the_other_language_alone(draft, live):
    assert draft.version("en").state == (Public.NEVER, Working.DRAFT)


def test_edit_of_a_live_text_leaves_it_live(draft, live, spanish, ana):
    make.edit(draft, ana, headline_es="Otro titular")

    assert spanish.state == (Public.LIVE, Working.DRAFT)
    assert Publication.objects.get().headline == "México y Canadá acuerdan una agenda común"


def test_scheduled_text_goes_live_by_the_clock_alone(approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    assert approved.state == (Public.SCHEDULED, Working.SAME)

    clock.tick(hours=3)
    assert approved.state == (Public.LIVE, Working.SAME)


# Publishing again, cancelling


def test_correction_follows_its_predecessor_without_a_gap(draft, live, ana, bruno, carmen, clock):
    now = clock.tick(hours=1)
    make.edit(draft, ana, headline_es="Otro titular", correction_note_es="Se corrige el titular.")
    second = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    live.refresh_from_db()

    assert (live.live_until, second.live_from, second.predecessor) == (now, now, live)
    assert (second.ordinal, second.note) == (2, "Se corrige el titular.")


def test_correction_keeps_number_address_and_first_hour(draft, live, ana, bruno, carmen, clock):
    clock.tick(hours=1)
    make.edit(draft, ana, headline_es="Un titular muy distinto")
    second = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    second.refresh_from_db()

    assert (second.number, second.path) == (live.number, live.path)
    assert second.first_live_from == live.live_from


def test_corrected_dateline_moves_the_address(draft, live, ana, bruno, carmen, clock):
    clock.tick(hours=1)
    make.edit(draft, ana, date="2024-01-16")
    second = make.published(draft, writer=ana, editor=bruno, publisher=carmen)

    assert second.path == "/comunicados/2024/01/16/mexico-y-canada-acuerdan-una-agenda-comun/"
    assert set(second.version.addresses.values_list("path", flat=True)) == {live.path, second.path}


def test_publish_now_cancels_what_was_scheduled_and_says_so(approved, carmen, clock):
    scheduled = approved.publish(by=carmen, at=clock.in_(hours=3))
    now = approved.publish(by=carmen)

    assert now.replaced == scheduled
    assert approved.state == (Public.LIVE, Working.SAME)


def test_publish_at_another_hour_moves_the_schedule(approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    approved.publish(by=carmen, at=clock.in_(hours=5))

    assert approved.publications.uncancelled().get().live_from == clock.in_(hours=5)


def test_cancel_brings_back_the_approved_text(approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    approved.cancel(by=carmen)

    assert approved.state == (Public.NEVER, Working.APPROVED)


def test_cancel_of_a_correction_lets_its_predecessor_run_on(draft, live, ana, bruno, carmen, clock):
    make.edit(draft, ana, headline_es="Otro titular")
    make.published(draft, writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=3))
    draft.versions.get(language="es").cancel(by=carmen)
    live.refresh_from_db()

    assert live.live_until is None


def test_cancelled_publication_leaves_no_gap_in_the_versions(approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    approved.cancel(by=carmen)

    assert approved.publish(by=carmen).ordinal == 1


# Taking down


def test_withdraw_takes_the_text_down_alone(live, spanish, carmen, clock):
    clock.tick()
    notice = spanish.withdraw(by=carmen, reason="Contenía un error de hecho.")

    assert spanish.state == (Public.WITHDRAWN, Working.DRAFT)
    assert (notice.status, notice.note) == (Status.WITHDRAWN, "Contenía un error de hecho.")
    assert (notice.path, notice.headline, notice.body) == (live.path, live.headline, live.body)


def test_withdraw_without_its_text_conceals_the_versions(live, spanish, carmen, clock):
    clock.tick()
    notice = spanish.withdraw(by=carmen, reason="Por orden judicial.", keep_text=False)

    assert (notice.body, notice.appearances.count()) == ("", 0)
    assert live.concealments.get().reason_es == "Por orden judicial."


def test_withdraw_takes_the_live_languages_of_a_communique(draft, live, carmen, clock):
    clock.tick()
    notices = draft.withdraw(by=carmen, reason={"es": "Error.", "en": "Error."})

    assert [notice.language for notice in notices] == ["es"]


def test_withdraw_cancels_what_is_scheduled(draft, live, ana, bruno, carmen, clock):
    make.edit(draft, ana, headline_es="Otro titular")
    make.published(draft, writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=3))
    clock.tick()

    draft.withdraw(by=carmen, reason={"es": "Error."})

    assert draft.version("es").scheduled_for is None


def test_withdrawn_text_is_published_again_after_a_new_review(draft, live, spanish, ana, bruno, carmen, clock):
    clock.tick()
    spanish.withdraw(by=carmen, reason="Error.")
    clock.tick()
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)

    assert spanish.state == (Public.LIVE, Working.SAME)


# Who, and with whom


def test_approve_is_refused_to_the_last_who_changed_the_text(draft, spanish, ana, bruno):
    make.edit(draft, bruno, headline_es="Otro titular")
    spanish.submit(by=ana)

    with pytest.raises(OwnText):
        spanish.approve(by=bruno)


def test_approve_is_allowed_to_who_changed_the_other_language(draft, spanish, ana, bruno):
    make.edit(draft, bruno, headline_en="Another headline")
    spanish.submit(by=ana)

    spanish.approve(by=bruno)

    assert spanish.state.working is Working.APPROVED


def test_release_by_the_author_waits_for_a_second_person(draft, carmen, bruno, clock):
    make.edit(draft, carmen, headline_es="Terremoto")
    spanish = draft.versions.get(language="es")
    release = spanish.release(by=carmen, reason="Emergencia")
    spanish.publish(by=carmen)

    with pytest.raises(NotPermitted.__base__):
        Confirmation.give(by=carmen, release=release)
    Confirmation.give(by=bruno, release=release)
    assert release.confirmation.made_by == bruno


def test_withdrawal_is_confirmed_by_a_second_person(live, spanish, carmen, bruno, clock):
    clock.tick()
    notice = spanish.withdraw(by=carmen, reason="Error.")

    Confirmation.give(by=bruno, withdrawal=notice)

    assert notice.confirmation.made_by == bruno


READER, WRITER, EDITOR, PUBLISHER = "diego", "ana", "bruno", "carmen"
WHO_MAY = {
    Verb.SUBMIT: {WRITER, EDITOR, PUBLISHER},
    Verb.SEND_BACK: {EDITOR, PUBLISHER},
    Verb.APPROVE: {EDITOR, PUBLISHER},
    Verb.RELEASE: {PUBLISHER},
    Verb.PUBLISH: {PUBLISHER},
    Verb.CANCEL: {PUBLISHER},
    Verb.WITHDRAW: {PUBLISHER},
    Verb.ACCOUNT: {WRITER, EDITOR, PUBLISHER},
    Verb.CONFIRM: {EDITOR, PUBLISHER},
    Verb.CONCEAL: {PUBLISHER},
    Verb.ERASE: {PUBLISHER},
    Verb.SHARE: {EDITOR, PUBLISHER},
    Verb.VOID: {PUBLISHER},
    Verb.DISCARD: {WRITER, EDITOR, PUBLISHER},
    Verb.TAKE_UP: {WRITER, EDITOR, PUBLISHER},
    Verb.AGREE: {WRITER, EDITOR, PUBLISHER},
    Verb.REOPEN: {EDITOR, PUBLISHER},
}


@pytest.mark.parametrize("name", [READER, WRITER, EDITOR, PUBLISHER])
def test_roles_hold_what_their_verbs_need(name, request):
    from comunicados.permissions import may

    user = request.getfixturevalue(name)

    assert {verb for verb in Verb if may(user, verb)} == {verb for verb, who in WHO_MAY.items() if name in who}


# Refusals change nothing


@pytest.mark.parametrize(
    ("verb", "arguments"),
    [("approve", {}), ("publish", {}), ("cancel", {}), ("withdraw", {"reason": "Error."})],
)
def test_draft_refuses_what_comes_later(spanish, carmen, verb, arguments):
    with pytest.raises(NotInThisState):
        getattr(spanish, verb)(by=carmen, **arguments)


def test_submit_refuses_a_text_without_a_headline(draft, spanish, ana):
    make.edit(draft, ana, headline_es="")

    with pytest.raises(Incomplete, match=str(spanish.missing()[0].sentence)):
        spanish.submit(by=ana)


def test_publish_refuses_a_past_hour(approved, carmen, clock):
    with pytest.raises(PastHour):
        approved.publish(by=carmen, at=clock.in_(seconds=-1))


def test_verbs_refuse_a_text_that_changed_since_it_was_seen(draft, spanish, ana, bruno):
    seen = spanish.digest
    make.edit(draft, ana, headline_es="Otro titular")
    spanish.submit(by=ana)

    with pytest.raises(TextHasChanged):
        spanish.approve(by=bruno, seen=seen)


@pytest.mark.parametrize(("verb", "decisive"), [("send_back", "submit"), ("release", None)])
def test_verbs_that_need_a_reason_refuse_an_empty_one(spanish, ana, carmen, verb, decisive):
    if decisive:
        spanish.submit(by=ana)

    with pytest.raises(ReasonMissing):
        getattr(spanish, verb)(by=carmen, reason="  ")


def test_refused_publication_draws_no_number(draft, approved, carmen, clock):
    with pytest.raises(PastHour):
        approved.publish(by=carmen, at=clock.in_(seconds=-1))

    assert draft.numbers.count() == 0


def test_why_not_is_a_sentence_for_each_verb_that_is_refused(spanish, ana):
    assert spanish.why_not(Verb.SUBMIT, by=ana) == ""
    assert spanish.why_not(Verb.APPROVE, by=ana) == "Su función no permite esto."
