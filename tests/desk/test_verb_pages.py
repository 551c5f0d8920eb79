"""The page of each verb: it shows the exact text, does the verb, or says why not and loses nothing."""

import datetime as dt

import pytest

from comunicados.enums import Public, Working
from comunicados.models import Publication, Review
from tests import factories as make

pytestmark = pytest.mark.django_db


def url(communique, verb, language="es"):
    return f"/admin/comunicados/communique/{communique.pk}/{language}/{verb}/"


def messages(response):
    return [str(message) for message in response.context["messages"]]


def press(client, communique, verb, language="es", **given):
    """Open the page, then press its button with what it carries."""
    page = client.get(url(communique, verb, language))
    return client.post(url(communique, verb, language), {"seen": page.context.get("seen", "")} | given, follow=True)


# Each verb


def test_page_shows_the_text_and_who_did_what(desk, draft, spanish, ana, bruno):
    spanish.submit(by=ana, note="Urge.")
    page = desk(bruno).get(url(draft, "approve")).content.decode()

    assert "Las dos delegaciones se reunieron hoy." in page
    assert f'name="seen" value="{spanish.digest}"' in page
    assert "Urge." in page


def test_get_writes_nothing(desk, draft, ana):
    desk(ana).get(url(draft, "submit"))

    assert Review.objects.count() == 0


def test_submit(desk, draft, spanish, ana):
    response = press(desk(ana), draft, "submit", note="Urge.")

    assert spanish.state.working is Working.IN_REVIEW
    assert response.redirect_chain == [(f"/admin/comunicados/communique/{draft.pk}/change/", 302)]


def test_send_back(desk, draft, spanish, ana, bruno):
    spanish.submit(by=ana)
    press(desk(bruno), draft, "send_back", reason="El segundo párrafo.")

    assert spanish.reviews.first().note == "El segundo párrafo."


def test_approve(desk, draft, spanish, ana, bruno):
    spanish.submit(by=ana)
    press(desk(bruno), draft, "approve")

    assert spanish.state.working is Working.APPROVED


def test_release_and_confirm(desk, draft, spanish, carmen, bruno):
    press(desk(carmen), draft, "release", reason="Terremoto")
    press(desk(bruno), draft, "confirm")

    assert spanish.reviews.get().confirmation.made_by == bruno


def test_publish_now(desk, draft, approved, carmen):
    response = press(desk(carmen), draft, "publish", when="now")

    assert approved.state.public is Public.LIVE
    assert messages(response) == ["Published."]


def test_publish_at_an_hour_of_the_ministry(desk, draft, approved, carmen):
    response = press(desk(carmen), draft, "publish", when="at", at="2024-01-15T19:30")

    assert Publication.objects.get().live_from == dt.datetime(2024, 1, 16, 1, 30, tzinfo=dt.UTC)
    assert messages(response) == [
        "Scheduled: it is public from Jan. 15, 2024, 19:30 (Jan. 16, 2024, 01:30 UTC), in 7\xa0hours, 30\xa0minutes.",
    ]


def test_publish_now_says_what_it_cancelled(desk, draft, approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    response = press(desk(carmen), draft, "publish", when="now")

    assert messages(response)[1] == "What was scheduled for Jan. 15, 2024, 15:00 (21:00 UTC) is cancelled."


def test_cancel(desk, draft, approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    press(desk(carmen), draft, "cancel")

    assert approved.state == (Public.NEVER, Working.APPROVED)


def test_withdraw_both_languages_then_confirm(desk, draft, live, ana, bruno, carmen, clock):
    make.published(draft, "en", writer=ana, editor=bruno, publisher=carmen)
    clock.tick()
    reasons = {"reason_es": "Contenía un error.", "reason_en": "It held an error."}
    press(desk(carmen), draft, "withdraw", languages=["es", "en"], keep_text="on", **reasons)
    press(desk(bruno), draft, "confirm", "en")

    assert [draft.version(language).state.public for language in ("es", "en")] == [Public.WITHDRAWN] * 2
    assert [notice.confirmation.made_by for notice in Publication.objects.exclude(confirmation=None)] == [bruno]


def test_conceal(desk, draft, live, carmen):
    press(desk(carmen), draft, "conceal", reason_es="Por orden judicial.")

    assert draft.concealments.get().reason_es == "Por orden judicial."


def test_void_number(desk, draft, approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    approved.cancel(by=carmen)
    desk(carmen).post(f"/admin/comunicados/communique/{draft.pk}/verb/void/", {"reason": "No se publicará."})

    assert draft.numbers.get().void_reason == "No se publicará."


# Refusals


def test_text_that_changed_since_it_was_read_is_refused(desk, draft, spanish, ana, bruno):
    seen = spanish.digest
    make.edit(draft, ana, headline_es="Otro titular")
    spanish.submit(by=ana)
    response = desk(bruno).post(url(draft, "approve"), {"seen": seen, "note": "Bien."})
    page = response.content.decode()

    assert response.status_code == 409
    assert ("Otro titular" in page, "Bien." in page) == (True, True)
    assert draft.version("es").digest == response.context["seen"]


def test_verb_without_what_was_seen_is_refused(desk, draft, spanish, ana):
    assert desk(ana).post(url(draft, "submit")).status_code == 409


def test_state_that_does_not_allow_it_is_refused(desk, draft, spanish, carmen):
    response = desk(carmen).post(url(draft, "publish"), {"seen": spanish.digest, "when": "now"})

    assert response.status_code == 409
    assert response.context["refusal"] == "Only an approved text can be published."


def test_own_text_is_refused(desk, draft, spanish, bruno, ana):
    make.edit(draft, bruno, headline_es="Otro titular")
    spanish.submit(by=ana)
    response = desk(bruno).post(url(draft, "approve"), {"seen": draft.version("es").digest})

    assert response.status_code == 409


def test_other_release_than_the_one_read_is_not_confirmed(desk, draft, spanish, carmen, bruno):
    spanish.release(by=carmen, reason="Terremoto")
    response = desk(bruno).post(url(draft, "confirm"), {"seen": "review-0"})

    assert response.status_code == 409


@pytest.mark.parametrize(
    ("verb", "given"),
    [
        ("send_back", {"reason": "  "}),
        ("publish", {}),
        ("publish", {"when": "at", "at": ""}),
        ("publish", {"when": "at", "at": "2024-01-15T11:59"}),
        ("publish", {"when": "at", "at": "2034-01-15T11:59"}),
        ("publish", {"when": "at", "at": "9999-12-31T23:59"}),
        ("publish", {"when": "now", "at": "2024-01-15T19:30"}),
        ("publish", {"when": "at", "at": "mañana"}),
        ("withdraw", {"languages": ["es"], "reason_en": "Wrong language."}),
        ("withdraw", {"languages": ["fr"], "reason_es": "Error."}),
        ("conceal", {}),
        ("approve", {"note": "\x00"}),
    ],
)
def test_what_is_missing_or_wrong_is_said(desk, draft, approved, carmen, verb, given):
    response = desk(carmen).post(url(draft, verb), {"seen": approved.digest} | given)

    assert response.status_code == 400
    assert Publication.objects.count() == 0


# Addresses


@pytest.mark.parametrize(
    "path",
    [
        "1234567/es/submit/",
        "99999999999999999999999/es/submit/",
        "{pk}/fr/submit/",
        "{pk}/es/rejoice/",
        "{pk}/es/void/",
    ],
)
def test_unknown_communique_language_or_verb_is_no_page(desk, draft, carmen, path):
    response = desk(carmen).get("/admin/comunicados/communique/" + path.format(pk=draft.pk))

    assert response.status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(desk, draft, carmen, method):
    assert getattr(desk(carmen), method)(url(draft, "submit")).status_code == 405
