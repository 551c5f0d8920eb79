"""The desk's pages of silences, and what the writing screen says of a kind's rule."""

import datetime as dt

import pytest
from django.contrib.auth.models import User

from comunicados import kinds
from comunicados.models import Kind, Silence
from tests import factories as make
from tests.desk.screen import url

pytestmark = pytest.mark.django_db

LOG, BEGIN = "/admin/silences/", "/admin/silences/begin/"
REASONS = {"reason_es": "Veda electoral.", "reason_en": "Electoral period."}


@pytest.fixture(autouse=True)
def usual_kinds(clock):
    kinds.load()


@pytest.fixture
def speech() -> Kind:
    return Kind.objects.get(slug="speech")


@pytest.fixture
def running(carmen, speech) -> Silence:
    return Silence.begin([speech], by=carmen, reason={"es": "Veda electoral.", "en": "Electoral period."})


def lift(silence: Silence) -> str:
    return f"{LOG}{silence.pk}/lift/"


def test_publisher_sets_a_silence_for_a_time(desk, carmen, speech, clock):
    hours = {"at": "2024-02-01T00:00", "until": "2024-06-03T00:00"}
    response = desk(carmen).post(BEGIN, {"kinds": [speech.pk], **hours, **REASONS})

    assert (response.status_code, response.headers["Location"]) == (302, LOG)
    silence = Silence.objects.get()
    assert [silence.starts_at.isoformat(), silence.ends_at.isoformat()] == [
        "2024-02-01T06:00:00+00:00",
        "2024-06-03T06:00:00+00:00",
    ]
    assert list(silence.kinds.all()) == [speech]


def test_silence_without_hours_begins_at_once_and_stays_open(desk, carmen, speech, clock):
    desk(carmen).post(BEGIN, {"kinds": [speech.pk], **REASONS})

    silence = Silence.objects.get()
    assert (silence.starts_at, silence.ends_at) == (clock.now, None)


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"kinds": []}, "kinds", "Choose at least one kind."),
        ({"kinds": ["999"]}, "kinds", "Select a valid choice. 999 is not one of the available choices."),
        ({"reason_en": ""}, "reason_en", "Give a reason."),
        ({"at": "2024-03-01T00:00", "until": "2024-02-01T00:00"}, "until", "It would end before it begins."),
        ({"at": "2023-03-01T00:00"}, "at", "March 1, 2023, midnight"),
        ({"until": "mañana"}, "until", "Enter a valid date/time."),
    ],
)
def test_what_is_wrong_is_named_at_its_field_and_nothing_typed_is_lost(desk, carmen, speech, given, field, sentence):
    typed = {"kinds": [speech.pk], **REASONS} | given
    response = desk(carmen).post(BEGIN, typed)

    errors = response.context["form"].errors
    assert (response.status_code, list(errors)) == (400, [field])
    if field != "at":
        assert errors[field] == [sentence]
    assert "Veda electoral." in response.content.decode()
    assert Silence.objects.count() == 0


def test_silence_that_would_end_at_once_is_refused_with_what_was_typed(desk, carmen, speech, clock):
    response = desk(carmen).post(BEGIN, {"kinds": [speech.pk], "until": "2024-01-15T12:00", **REASONS})

    assert (response.status_code, Silence.objects.count()) == (400, 0)


def test_publisher_lifts_it_and_the_log_keeps_both(desk, carmen, running):
    browser = desk(carmen)
    assert browser.get(lift(running)).status_code == 200
    assert running.lifted_at is None

    assert browser.post(lift(running)).status_code == 302
    log = browser.get(LOG).content.decode()
    assert ("Set by Carmen" in log, "lifted by Carmen" in log, "Lift the silence" in log) == (True, True, False)


def test_silence_that_is_over_cannot_be_lifted_again(desk, carmen, running):
    running.lift(by=carmen)
    browser = desk(carmen)

    assert "This silence is over already." in browser.get(lift(running)).content.decode()
    assert browser.post(lift(running)).status_code == 409


@pytest.mark.parametrize("role", ["reader", "writer", "translator", "editor", "registrar"])
def test_others_read_the_log_and_change_nothing(desk, user, running, speech, role):
    browser = desk(user("alguien", role))
    asked = [browser.get(LOG), browser.post(BEGIN, {"kinds": [speech.pk], **REASONS}), browser.post(lift(running))]

    assert [response.status_code for response in asked] == [200, 403, 403]
    assert [silence.lifted_at for silence in Silence.objects.all()] == [None]


def test_worklist_shows_the_silences_that_run_or_come(desk, ana, carmen, running, speech, clock):
    Silence.begin([speech], by=carmen, reason={"es": "b", "en": "b"}, at=clock.in_(hours=1))
    ended = Silence.begin([speech], by=carmen, reason={"es": "c", "en": "c"})
    ended.lift(by=carmen)

    shown = desk(ana).get("/admin/").context["worklist"].silences
    assert [silence.reason_es for silence in shown] == ["Veda electoral.", "b"]


def test_writing_screen_says_what_the_rule_of_the_kind_does(desk, ana, speech):
    page = desk(ana).get(url(make.communique(ana, kind=speech))).content.decode()

    assert "Prints “Check against delivery”. It has one speaker: whoever takes part." in page


def test_text_of_a_silenced_kind_warns_before_it_is_published(ana, bruno, running, speech):
    version = make.approved(make.communique(ana, kind=speech), writer=ana, editor=bruno)
    found = [(str(lack.sentence), lack.blocks) for lack in version.missing() if lack.field == "kind"]

    assert found == [("A silence runs: no list of the public site shows this kind now.", False)]


def test_administrator_gives_a_kind_its_rule(desk, user, speech):
    browser = desk(user("root", "administrator"))
    fields = {"name_es": "Discurso", "name_en": "Speech", "order": 6, "rule": "transcript"}
    response = browser.post(f"/admin/comunicados/kind/{speech.pk}/change/", fields)

    assert response.status_code == 302
    speech.refresh_from_db()
    assert speech.rule == "transcript"


def test_rule_stays_while_a_text_of_the_kind_is_locked_by_an_agreement(desk, ana, user, speech):
    terms = {"agreed_on": dt.date(2024, 1, 14), "channel": "note", "counterpart_words": "la otra delegación"}
    make.communique(ana, kind=speech).agree(by=ana, languages=["es"], **terms)
    fields = {"name_es": "Discurso", "name_en": "Speech", "order": 6, "rule": "transcript"}
    response = desk(user("root", "administrator")).post(f"/admin/comunicados/kind/{speech.pk}/change/", fields)

    assert response.context["adminform"].form.errors == {
        "rule": ["Texts of this kind are locked by an agreement; release them first."]
    }


def test_approver_reads_the_line_that_will_be_printed(desk, ana, bruno, speech):
    version = make.communique(ana, kind=speech).versions.get(language="en")
    version.submit(by=ana)
    page = desk(bruno).get(f"/admin/comunicados/communique/{version.communique_id}/en/approve/").content.decode()

    assert "<em>Check against delivery.</em>" in page


def test_desk_is_superusers_too(desk, speech):
    root = User.objects.create_superuser("root", password="secret")

    assert desk(root).post(BEGIN, {"kinds": [speech.pk], **REASONS}).status_code == 302
