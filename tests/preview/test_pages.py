"""What stands at a preview's address: the frozen copy while its link lives, one sentence afterwards."""

import contextlib
import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from comunicados.enums import Device, LinkState
from comunicados.exceptions import Refusal
from comunicados.models import PreviewLink
from tests import factories as make
from tests.comunicados.test_erasure import ask
from tests.preview.conftest import address

pytestmark = pytest.mark.django_db

SECRET = "Quetzalxóchitl"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1"
WHATSAPP = "WhatsApp/2.23.20.0"
UNKNOWN = "A" * 43


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana, body_es=f"<p>Habló {SECRET} hoy.</p>", participants=[make.appointment()])


def read(response) -> str:
    return response.content.decode()


# The copy


@pytest.mark.parametrize(("language", "headline"), [("es", "México y Canadá"), ("en", "Mexico and Canada")])
def test_copy_is_set_as_the_public_page_sets_it(draft, share, client, ana, bruno, carmen, clock, language, headline):
    draft.topics.add(make.topic())
    make.edit(draft, ana, subheadline_es="Bajada", subheadline_en="Deck")
    shown = read(client.get(address(share(draft, language))))
    publication = make.published(draft, language, writer=ana, editor=bruno, publisher=carmen)
    public = read(client.get(publication.path))

    def part(page: str, begin: str, end: str) -> str:
        """Without its links: in a copy no name is one."""
        inner = re.sub(r"</?a\b[^>]*>", "", page.partition(begin)[2].partition(end)[0])
        return " ".join(inner.split())

    assert headline in part(shown, "<h1>", "</h1>")
    for begin, end in [("<h1>", "</h1>"), ('<p class="subheadline">', "</p>"), ('<div class="body">', "</div>"),
                       ('<p class="dateline">', "</p>"), ("<dd>", "</dd>")]:  # fmt: skip
        assert part(shown, begin, end) == part(public, begin, end) != ""
    assert [name in shown for name in ("Alicia Bárcena Ibarra", "México", "Migra")] == [True] * 3 or language == "en"


def test_copy_leads_to_no_page_that_is_not_public_yet(draft, share, client):
    shown = read(client.get(address(share(draft))))

    assert "Alicia Bárcena Ibarra" in shown
    assert [link for link in ("/personas/alicia", "/paises/mexico", "/cargos/") if link in shown] == []


def test_later_edits_do_not_reach_the_copy(draft, link, client, ana, clock):
    before = read(client.get(address(link)))
    clock.tick()
    make.edit(draft, ana, headline_es="Marca de la copia de trabajo", body_es="<p>Marca.</p>")
    after = read(client.get(address(link)))

    assert "México y Canadá acuerdan una agenda común" in before
    assert SECRET in after
    assert "Marca" not in after
    assert "un texto anterior, cambiado" in after or "an earlier text, changed since" in after


def test_note_of_a_correction_is_shown_to_its_first_reader(draft, share, client, ana, bruno, carmen, clock):
    make.edit(draft, ana, correction_note_es="Se corrige un nombre.")
    first = read(client.get(address(share(draft))))
    make.edit(draft, ana, correction_note_es="")
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    clock.tick()
    make.edit(draft, ana, correction_note_es="Se corrige un nombre.", headline_es="Otro")

    assert "Se corrige" not in first
    assert "Se corrige un nombre." in read(client.get(address(share(draft))))


def test_page_says_for_whom_how_far_and_until_when(draft, share, client, ana, bruno, carmen, clock):
    link = share(draft, "en")

    def said() -> str:
        return " ".join(read(client.get(address(link))).split())

    assert "State of this text: draft." in said()
    draft.versions.get(language="en").submit(by=ana)
    assert "State of this text: in review." in said()
    draft.versions.get(language="en").approve(by=bruno)
    assert "State of this text: approved." in said()
    draft.versions.get(language="en").publish(by=carmen, at=clock.in_(hours=3))
    page = said()
    assert "State of this text: scheduled for 15 January 2024, 15:00." in page
    assert "Not to be made public before 15 January 2024, 15:00" in page
    assert "this address ends on 17 January 2024, 12:00" in page
    assert page.count("For Marta Ríos (Subsecretaría) alone") == 2
    assert page.count("Preview under embargo · scheduled for") == 9  # the watermark


def test_scheduled_copy_stays_so_while_the_desk_writes_on(draft, share, client, ana, bruno, carmen, clock):
    make.published(draft, "en", writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=3))
    link = share(draft, "en")
    make.edit(draft, ana, headline_en="Later")

    assert "State of this text: scheduled for" in read(client.get(address(link)))


def test_title_tells_nothing_of_the_text(draft, share, client):
    page = read(client.get(address(share(draft, "en"))))

    assert "<title>Preview under embargo · Ministry of Foreign Affairs</title>" in page
    assert '<meta name="description"' not in page


def test_recipient_is_text_and_no_markup(draft, share, client):
    link = share(draft, recipient="<script>alert(1)</script>")

    assert "<script" not in read(client.get(address(link)))


# What every answer keeps to


def dead(link, bruno):
    link.revoke(by=bruno)
    return address(link)


@pytest.mark.parametrize("agent", [PHONE, WHATSAPP])
@pytest.mark.parametrize(("which", "status"), [("live", 200), ("dead", 410), ("unknown", 404)])
@pytest.mark.parametrize("method", ["get", "head"])
def test_answer_is_kept_and_found_by_nobody(link, client, bruno, which, status, method, agent):
    path = {
        "live": lambda: address(link),
        "dead": lambda: dead(link, bruno),
        "unknown": lambda: f"/vista-previa/{UNKNOWN}/",
    }[which]()
    response = getattr(client, method)(path, headers={"user-agent": agent})

    assert (response.status_code, response["Cache-Control"]) == (status, "no-store")
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies
    assert [name for name in ("ETag", "Last-Modified", "Set-Cookie") if name in response] == []
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "script-src" not in response["Content-Security-Policy"]


def test_page_needs_nothing_that_the_policy_forbids(link, client):
    page = read(client.get(address(link)))

    assert [one for one in ("<script", "<style", " style=", " onclick=") if one in page] == []
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_preview_is_read_only(link, client, method):
    response = getattr(client, method)(address(link))

    assert (response.status_code, response["Allow"], link.visits.count()) == (405, "GET, HEAD", 0)


def test_robots_txt_says_nothing_of_previews(link, client):
    assert "vista-previa" not in read(client.get("/robots.txt"))


@pytest.mark.parametrize("page", ["/comunicados/", "/en/communiques/", "/comunicados/feed.rss", "/comunicados/2024/"])
def test_no_public_page_leads_to_a_preview(link, client, page):
    shown = read(client.get(page))

    assert [word for word in ("vista-previa", "preview", SECRET, link.token) if word in shown] == []


def test_link_answers_in_its_own_language_alone(link, client):
    assert client.get(f"/en/preview/{link.token}/").status_code == 404


def test_queries_are_few_however_many_take_part(draft, share, client, ana):
    def queries(link) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(link)).status_code == 200
        return len(captured)

    one = queries(share(draft))
    for _ in range(2):
        make.participate(draft, make.appointment())
    make.edit(draft, ana, headline_es="Con tres")

    assert queries(share(draft)) == one <= 11


# Visits


def test_every_get_is_a_visit_and_a_head_is_none(link, client, clock):
    client.head(address(link), headers={"user-agent": PHONE})
    client.get(address(link), headers={"user-agent": PHONE})
    later = clock.tick(hours=1)
    client.get(address(link), headers={"user-agent": PHONE})

    assert list(link.visits.values_list("device", "visited_at")) == [
        (Device.PHONE, later),
        (Device.PHONE, link.made_at),
    ]


def test_robot_of_a_messenger_is_noted_and_shown_no_text(link, client):
    page = read(client.get(address(link), headers={"user-agent": WHATSAPP}))

    assert (link.visits.get().device, SECRET in page, "México y Canadá" in page) == (Device.ROBOT, False, False)
    assert "Marta" not in page


def test_dead_address_notes_nothing(link, client, bruno):
    client.get(dead(link, bruno))

    assert link.visits.count() == 0


# What has ended shows one sentence


def test_dead_and_unknown_addresses_show_the_same_page(link, client, bruno):
    unknown, gone = client.get(f"/vista-previa/{UNKNOWN}/"), client.get(dead(link, bruno))

    assert (unknown.status_code, gone.status_code) == (404, 410)
    assert read(unknown) == read(gone)


def test_switched_off_every_address_is_unknown(link, client, settings):
    settings.PREVIEW_LINKS = False

    assert client.get(address(link)).status_code == 404
    assert link.visits.count() == 0


def test_after_publication_it_leads_to_the_public_page(draft, link, client, ana, bruno, carmen):
    publication = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    response = client.get(address(link))

    assert (response.status_code, SECRET in read(response)) == (410, False)
    assert f'href="{publication.path}"' in read(response)


def test_concealed_text_is_not_led_to(draft, link, client, ana, bruno, carmen):
    publication = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    publication.version.conceal(by=carmen, reason={"es": "Error."})
    response = client.get(address(link))

    assert (response.status_code, publication.path in read(response)) == (410, False)


def test_erased_copy_is_not_served(draft, share, client, user, ana, bruno, carmen, clock):
    first = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    clock.tick()
    make.edit(draft, ana, body_es="<p>Hablaron hoy.</p>")
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    clock.tick()
    make.edit(draft, ana, body_es=f"<p>Volvió a hablar {SECRET}.</p>")
    link = share(draft)
    assert SECRET in read(client.get(address(link)))
    make.edit(draft, ana, body_es="<p>Volvieron a hablar.</p>")
    ask(first, carmen).confirm(by=user("lucia", "publisher"))

    assert PreviewLink.objects.with_state().get(pk=link.pk).state == LinkState.ERASED
    assert client.get(address(link)).status_code == 410


# Whatever happens to a link: it shows its text while it lives, and not a word of it when it does not

EVENTS = "edit submit approve publish schedule cancel withdraw discard take_up conceal revoke wait expire off".split()


@profile(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=st.lists(st.sampled_from(EVENTS), max_size=6))
def test_only_a_live_link_shows_any_text(client, clock, settings, ana, bruno, carmen, events):
    settings.PREVIEW_LINKS = True
    with transaction.atomic():
        clock.tick()
        draft = make.communique(ana, headline_es=f"{SECRET} habla", body_es=f"<p>Habló {SECRET}.</p>")
        link = PreviewLink.share(draft.versions.get(language="es"), by=bruno, recipient="Marta")
        for event in events:
            clock.tick()
            with contextlib.suppress(Refusal):  # what its state does not allow is left undone
                happen(event, draft, link, ana, bruno, carmen, clock, settings)
        state = PreviewLink.objects.with_state().get(pk=link.pk).state
        response = client.get(address(link), headers={"user-agent": PHONE})
        is_shown = settings.PREVIEW_LINKS and state == LinkState.LIVE

        assert (response.status_code == 200, SECRET in read(response)) == (is_shown, is_shown)
        assert settings.PREVIEW_LINKS or response.status_code == 404
        transaction.set_rollback(True)


def happen(event, draft, link, ana, bruno, carmen, clock, settings) -> None:
    """One thing that may come to pass at a desk."""
    version = draft.versions.get(language="es")
    path = {"writer": ana, "editor": bruno, "publisher": carmen}
    {
        "edit": lambda: make.edit(draft, ana, place_es=f"A las {clock.now:%H:%M}"),
        "submit": lambda: version.submit(by=ana),
        "approve": lambda: version.approve(by=bruno),
        "publish": lambda: make.published(draft, **path),
        "schedule": lambda: make.published(draft, at=clock.in_(hours=1), **path),
        "cancel": lambda: version.cancel(by=carmen),
        "withdraw": lambda: version.withdraw(by=carmen, reason="Error."),
        "discard": lambda: draft.discard(by=ana, reason="Se canceló."),
        "take_up": lambda: draft.take_up(by=ana),
        "conceal": lambda: version.conceal(by=carmen, reason={"es": "Error."}),
        "revoke": lambda: link.revoke(by=carmen),
        "wait": lambda: clock.tick(hours=2),
        "expire": lambda: clock.tick(hours=49),
        "off": lambda: setattr(settings, "PREVIEW_LINKS", False),
    }[event]()
