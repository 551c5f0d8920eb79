"""Preview links at the desk: made on a page that shows what it freezes, listed with their visits, revoked, told."""

import datetime as dt
import re

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.enums import Device
from comunicados.models import PreviewLink
from tests import factories as make
from tests.desk.test_timeline import told
from tests.desk.test_verb_pages import messages, url

pytestmark = pytest.mark.django_db

MARTA = {"recipient": "Marta Ríos", "organization": "Subsecretaría", "lasts": "24"}


@pytest.fixture(autouse=True)
def switched_on(settings):
    settings.PREVIEW_LINKS = True


@pytest.fixture
def page(draft):
    return url(draft, "share")


def sent(spanish, **changes):
    return MARTA | {"seen": spanish.digest} | changes


def read(response):
    return " ".join(response.content.decode().split())


def address_in(response):
    return re.search(r"<code>http://testserver(/vista-previa/[\w-]{43}/)</code>", read(response))[1]


def link(version, by, **given):
    return PreviewLink.share(version, by=by, recipient="Marta Ríos", **given)


# Making one


def test_page_freezes_what_it_shows_and_gives_the_address_once(desk, page, spanish, bruno, client, clock):
    response = desk(bruno).post(page, sent(spanish))
    made = PreviewLink.objects.get()

    assert (response.status_code, str(made), made.made_by) == (201, "Marta Ríos (Subsecretaría)", bruno)
    assert made.expires_at == clock.in_(hours=24)
    assert client.get(address_in(response)).status_code == 200
    assert "<code>" not in read(desk(bruno).get(page))


def test_address_is_in_no_session_and_kept_by_no_browser(desk, page, spanish, bruno):
    response = desk(bruno).post(page, sent(spanish))
    token = address_in(response).split("/")[2]

    assert "no-store" in response["Cache-Control"]
    assert [session for session in Session.objects.all() if token in str(session.get_decoded())] == []


def test_english_text_has_an_english_address(desk, draft, bruno, settings):
    settings.SITE_URL = "https://press.example"
    english = draft.versions.get(language="en")

    assert "https://press.example/en/preview/" in read(desk(bruno).post(url(draft, "share", "en"), sent(english)))


@pytest.mark.parametrize(("changes", "field"), [({"recipient": " "}, "recipient"), ({"lasts": "999"}, "lasts")])
def test_what_is_wrong_is_named_and_the_rest_is_kept(desk, page, spanish, bruno, changes, field):
    response = desk(bruno).post(page, sent(spanish, **changes))

    assert (response.status_code, list(response.context["form"].errors)) == (400, [field])
    assert 'value="Subsecretaría"' in read(response)
    assert PreviewLink.objects.count() == 0


def test_text_that_changed_meanwhile_is_shown_before_it_is_shared(desk, page, draft, spanish, ana, bruno):
    make.edit(draft, ana, headline_es="Otro titular")
    response = desk(bruno).post(page, sent(spanish))

    assert (response.status_code, PreviewLink.objects.count()) == (409, 0)
    assert "Otro titular" in read(response)
    assert 'value="Marta Ríos"' in read(response)


def test_switched_off_the_page_says_so_and_makes_none(desk, page, spanish, bruno, settings):
    settings.PREVIEW_LINKS = False
    shown, posted = desk(bruno).get(page), desk(bruno).post(page, sent(spanish))

    assert (shown.status_code, posted.status_code, PreviewLink.objects.count()) == (200, 409, 0)
    assert "Preview links are switched off in this installation." in read(shown)
    assert 'name="recipient"' not in read(shown)


def test_live_text_is_not_shared(desk, live, bruno):
    response = desk(bruno).get(url(live.communique, "share"))

    assert "The world reads this text already: give its address." in read(response)
    assert 'name="recipient"' not in read(response)


@pytest.mark.parametrize("role", ["reader", "writer", "translator", "registrar", "administrator"])
def test_other_roles_see_neither_the_page_nor_its_link(desk, page, draft, spanish, bruno, user, role):
    made, other = link(spanish, bruno), desk(user("otra", role))

    assert other.post(page, sent(spanish)).status_code == 403
    assert "Marta" not in other.get(page).content.decode()
    assert other.post(f"/admin/comunicados/communique/{draft.pk}/previews/{made.pk}/revoke/").status_code == 403
    assert page not in other.get(f"/admin/comunicados/communique/{draft.pk}/change/").content.decode()


def test_writing_screen_leads_editors_there(desk, page, draft, bruno):
    assert f'href="{page}"' in read(desk(bruno).get(f"/admin/comunicados/communique/{draft.pk}/change/"))


# Made anew


def test_link_made_anew_knows_for_whom_and_ends_the_earlier_one(desk, page, spanish, bruno):
    first = link(spanish, bruno, organization="Subsecretaría")
    form = desk(bruno).get(page, {"again": first.pk})
    desk(bruno).post(page, sent(spanish, again=first.pk))
    first.refresh_from_db()

    assert form.context["form"].initial == {"recipient": "Marta Ríos", "organization": "Subsecretaría"}
    assert (first.revoked_by, PreviewLink.objects.count()) == (bruno, 2)


@pytest.mark.parametrize("again", ["x", "-1", "0", "9" * 40, "²"])
def test_nonsense_is_no_link(desk, page, spanish, bruno, again):
    assert desk(bruno).get(page, {"again": again}).status_code == 404
    assert desk(bruno).post(page, sent(spanish, again=again)).status_code == 404


def test_link_of_another_language_is_not_made_anew_here(desk, page, draft, bruno):
    english = link(draft.versions.get(language="en"), bruno)

    assert desk(bruno).get(page, {"again": english.pk}).status_code == 404


# The list


def test_list_tells_each_visit_and_counts_robots_apart(desk, page, spanish, bruno, clock):
    made = link(spanish, bruno)
    made.log_visit(Device.ROBOT)
    made.log_visit(Device.PHONE)
    clock.tick(hours=1)
    made.log_visit(Device.COMPUTER)
    shown = read(desk(bruno).get(page))

    assert "Opened 2 times, last Jan. 15, 2024, 13:00 (19:00 UTC)" in shown
    assert "Jan. 15, 2024, 12:00 (18:00 UTC) · phone" in shown
    assert "A robot of a messenger asked once and was shown no text." in shown


def test_list_says_what_has_become_of_each(desk, page, spanish, bruno, carmen, clock):
    link(spanish, bruno)
    link(spanish, bruno).revoke(by=carmen)
    link(spanish, bruno, lasts=dt.timedelta(hours=4))
    clock.tick(hours=5)
    states = [listed.state for listed in desk(bruno).get(page).context["links"]]

    assert states == ["expired", "revoked", "live"]


def test_list_asks_as_often_for_three_links_as_for_one(desk, page, spanish, bruno):
    client = desk(bruno)

    def queries():
        link(spanish, bruno).log_visit(Device.PHONE)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page).status_code == 200
        return len(captured)

    assert len({queries(), queries(), queries()}) == 1


# Revoking


@pytest.fixture
def made(spanish, bruno):
    return link(spanish, bruno)


@pytest.fixture
def revocation(made, draft):
    return f"/admin/comunicados/communique/{draft.pk}/previews/{made.pk}/revoke/"


def test_revoked_at_once_and_once(desk, made, revocation, carmen):
    first, again = desk(carmen).post(revocation, follow=True), desk(carmen).post(revocation, follow=True)
    made.refresh_from_db()

    assert made.revoked_by == carmen
    assert messages(first) == ["The link for Marta Ríos is revoked."]
    assert messages(again) == ["It was revoked already."]


def test_switched_off_a_link_can_still_be_revoked(desk, made, revocation, carmen, settings):
    settings.PREVIEW_LINKS = False
    desk(carmen).post(revocation)
    made.refresh_from_db()

    assert made.revoked_by == carmen


def test_get_revokes_nothing(desk, made, revocation, carmen):
    assert desk(carmen).get(revocation).status_code == 405
    made.refresh_from_db()
    assert made.revoked_at is None


def test_link_of_another_communique_is_not_revoked_from_here(desk, made, carmen, ana):
    other = make.communique(ana)

    assert (
        desk(carmen).post(f"/admin/comunicados/communique/{other.pk}/previews/{made.pk}/revoke/").status_code == 404
    )


# The history


def test_history_tells_who_shared_and_revoked_and_not_who_opened(draft, made, carmen, clock):
    made.log_visit(Device.PHONE)
    clock.tick()
    made.revoke(by=carmen)

    assert told(draft)[:2] == [
        ("Carmen revoked the preview link for Marta Ríos.", "", "es"),
        ("Bruno made a preview link for Marta Ríos, until Jan. 17, 2024, 12:00 (18:00 UTC).", "", "es"),
    ]
    assert len(told(draft)) == 3
