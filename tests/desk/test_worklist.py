"""The worklist: what waits for whom, where it leads, and how often it asks."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.desk import piles
from comunicados.models import Communique, SavedSearch
from tests import factories as make
from tests.desk.screen import url

pytestmark = pytest.mark.django_db
INDEX = "/admin/"
SPANISH_ONLY = {"headline_en": "", "subheadline_en": "", "place_en": "", "body_en": ""}


def worklist(client):
    return client.get(INDEX).context["worklist"]


def in_pile(client, code):
    """(communiqué, language) of each row of a pile; nothing where the pile is empty or not for this user."""
    shown = worklist(client)
    piles = {pile.pile.code: pile for pile in (*shown.waiting, *shown.hours)}
    rows = piles[code].rows if code in piles else []
    return [(row.text.communique_id, row.text.language) for row in rows]


def spanish_draft(by, **fields):
    return make.communique(by, **SPANISH_ONLY | fields)


# Mine


def test_mine_are_drafts_that_i_wrote_or_began(desk, clock, ana, bruno):
    own, begun = spanish_draft(ana), spanish_draft(ana)
    make.edit(begun, bruno, headline_es="Otro")
    spanish_draft(bruno)

    assert in_pile(desk(ana), "mine") == [(begun.pk, "es"), (own.pk, "es")]


def test_mine_has_what_was_sent_back_on_top_with_its_reason(desk, clock, ana, bruno):
    returned, newer = spanish_draft(ana), spanish_draft(ana)
    version = returned.versions.get(language="es")
    version.submit(by=ana, note="Urge.")
    version.send_back(by=bruno, reason="Falta el cargo.")

    assert in_pile(desk(ana), "mine") == [(returned.pk, "es"), (newer.pk, "es")]
    assert "Falta el cargo." in desk(ana).get(INDEX).content.decode()


def test_mine_ends_with_the_approval(desk, approved, ana):
    assert in_pile(desk(ana), "mine") == [(approved.communique_id, "en")]


# For review, to publish, to confirm


def test_for_review_is_what_somebody_else_wrote_last(desk, spanish, ana, bruno, carmen):
    spanish.submit(by=ana)
    own = spanish_draft(bruno).versions.get(language="es")
    own.submit(by=bruno)

    assert in_pile(desk(bruno), "review") == [(spanish.communique_id, "es")]
    assert in_pile(desk(carmen), "review") == [(own.communique_id, "es"), (spanish.communique_id, "es")]
    assert in_pile(desk(ana), "review") == []


def test_for_review_leads_to_the_approval(desk, spanish, ana, bruno):
    spanish.submit(by=ana)
    link = f'href="/admin/comunicados/communique/{spanish.communique_id}/es/approve/"'

    assert link in desk(bruno).get(INDEX).content.decode()


def test_approved_waits_for_whoever_publishes(desk, approved, bruno, carmen):
    assert in_pile(desk(carmen), "publish") == [(approved.communique_id, "es")]
    assert in_pile(desk(bruno), "publish") == []


def test_correction_of_a_live_text_waits_too(desk, draft, live, ana, bruno, carmen):
    make.edit(draft, ana, body_es="<p>Corregido.</p>")
    make.approved(draft, writer=ana, editor=bruno)

    assert in_pile(desk(carmen), "publish") == [(draft.pk, "es")]


def test_urgent_release_waits_for_a_second_person(desk, spanish, bruno, carmen):
    spanish.release(by=carmen, reason="Terremoto")

    assert in_pile(desk(bruno), "confirm") == [(spanish.communique_id, "es")]
    assert in_pile(desk(carmen), "confirm") == []
    assert "Terremoto" in desk(bruno).get(INDEX).content.decode()


def test_withdrawal_waits_for_a_second_person(desk, draft, live, bruno, carmen, clock):
    clock.tick()
    draft.withdraw(by=carmen, reason={"es": "Contenía un error."})

    assert in_pile(desk(bruno), "confirm") == [(draft.pk, "es")]
    assert in_pile(desk(carmen), "confirm") == []


# Translations


def test_to_translate_once_the_original_is_submitted(desk, clock, ana, elena):
    draft = spanish_draft(ana)
    before = in_pile(desk(elena), "translate")
    draft.versions.get(language="es").submit(by=ana)

    assert (before, in_pile(desk(elena), "translate")) == ([], [(draft.pk, "en")])


@pytest.mark.parametrize("exempt", [{"is_archive": True}, {"original": "both"}, {"original": "en"}])
def test_not_everything_waits_for_a_translation(desk, clock, ana, elena, exempt):
    spanish_draft(ana, **exempt).versions.get(language="es").submit(by=ana)

    assert in_pile(desk(elena), "translate") == []


def test_stale_is_a_translation_whose_original_has_a_new_paragraph(desk, draft, ana, bruno, elena, clock):
    english = draft.versions.get(language="en")
    english.submit(by=elena)
    clock.tick()
    make.edit(draft, ana, body_es="<p>Las dos delegaciones se reunieron hoy.</p><p>Y mañana.</p>")
    changed = in_pile(desk(elena), "stale")
    clock.tick()
    english.send_back(by=bruno, reason="Falta un párrafo.")
    english.submit(by=elena)

    assert (changed, in_pile(desk(elena), "stale")) == ([(draft.pk, "en")], [])


def test_stale_is_none_whose_original_changed_its_facts_or_its_type(desk, clock, ana, elena):
    draft = make.communique(ana, body_es="<p>Uno.</p><p>Dos.</p>")
    draft.versions.get(language="en").submit(by=elena)
    clock.tick()
    make.edit(draft, ana, body_es="<p>Uno.</p><p><strong>Dos.</strong></p>", date=dt.date(2024, 1, 16))

    assert in_pile(desk(elena), "stale") == []


# Hours


@pytest.mark.parametrize(
    ("hours", "is_shown"),
    [(1, True), (7 * 24 + 11, True), (7 * 24 + 12, False)],  # it is noon: twelve hours to midnight
)
def test_schedule_has_today_and_seven_days(desk, approved, carmen, diego, clock, hours, is_shown):
    approved.publish(by=carmen, at=clock.in_(hours=hours))

    assert in_pile(desk(diego), "schedule") == ([(approved.communique_id, "es")] if is_shown else [])


def test_schedule_says_the_hour_here_and_in_utc(desk, approved, carmen, diego, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    page = " ".join(desk(diego).get(INDEX).content.decode().split())

    assert '15:00 <span class="quiet">(21:00 UTC)</span>' in page


def test_recently_published_is_what_stands_now(desk, draft, live, carmen, diego, clock):
    before = in_pile(desk(diego), "published")
    clock.tick()
    draft.withdraw(by=carmen, reason={"es": "Contenía un error."})

    assert (before, in_pile(desk(diego), "published")) == ([(draft.pk, "es")], [])


# Counts, pages, queries


def fill(ana, bruno, carmen, clock, size):
    """`size` communiqués in every pile."""
    for _ in range(size):
        make.published(make.communique(ana), writer=ana, editor=bruno, publisher=carmen)
        make.approved(make.communique(ana), writer=ana, editor=bruno)
        spanish_draft(ana).versions.get(language="es").submit(by=ana)
        spanish_draft(ana).versions.get(language="es").release(by=carmen, reason="Terremoto")
        later = make.approved(make.communique(ana), writer=ana, editor=bruno)
        later.publish(by=carmen, at=clock.in_(hours=2))
        later.communique.versions.get(language="en").submit(by=ana)
        clock.tick()
        make.edit(later.communique, ana, headline_es="Nuevo")


def test_number_of_queries_does_not_depend_on_the_data(desk, ana, bruno, carmen, clock):
    reader = desk(bruno)
    reader.get(INDEX)
    asked = []
    for size in (3, 27):
        fill(ana, bruno, carmen, clock, size)
        SavedSearch.objects.create(owner=bruno, name=f"{size}", query="q=agenda")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            reader.get(INDEX)
        asked.append(len(queries))

    assert asked == [19, 19]


def test_count_leads_to_all_of_them(desk, ana, clock):
    for _ in range(12):
        spanish_draft(ana)
    client = desk(ana)
    mine = worklist(client).waiting[0]

    assert (mine.count, len(mine.rows), mine.url) == ("12", 10, "/admin/worklist/mine/")
    assert len(client.get(mine.url).context["rows"]) == 12


def test_count_stops_at_a_hundred(desk, ana, clock):
    first = spanish_draft(ana)
    copies = Communique.objects.bulk_create(
        Communique(kind=first.kind, date=first.date, headline_es="Otro", created_by=ana) for _ in range(100)
    )
    for copy in copies:
        copy.versions.create(language="es", digest="0" * 64, written_in=first.revisions.get())

    assert worklist(desk(ana)).waiting[0].count == "100+"


@pytest.mark.parametrize("page", ["", "0", "2", "x", "99999999999999999999"])
def test_pile_page_takes_any_number(desk, draft, ana, page):
    assert len(desk(ana).get("/admin/worklist/mine/", {"p": page}).context["rows"]) == 2


# Who sees what

SEEN = {
    "reader": {"schedule", "published"},
    "writer": {"mine", "translate", "stale", "schedule", "published"},
    "translator": {"mine", "translate", "stale", "schedule", "published"},
    "editor": {"mine", "review", "confirm", "translate", "stale", "schedule", "published"},
    "publisher": {"mine", "review", "confirm", "publish", "translate", "stale", "schedule", "published"},
    "registrar": {"schedule", "published"},
    "": set(),
}
EVERY_PILE = sorted(SEEN["publisher"])


@pytest.mark.parametrize("code", EVERY_PILE)
@pytest.mark.parametrize("role", SEEN)
def test_pile_opens_for_the_roles_that_it_is_for(desk, user, role, code):
    client = desk(user("fulano", *([role] if role else [])))

    assert client.get(f"/admin/worklist/{code}/").status_code == (200 if code in SEEN[role] else 403)


def test_index_without_a_role_has_no_worklist(desk, user):
    response = desk(user("nadie")).get(INDEX)

    assert (response.status_code, "worklist" in response.context) == (200, False)


def test_index_keeps_the_way_to_the_registry(desk, user):
    page = desk(user("rita", "registrar")).get(INDEX).content.decode()

    assert 'href="/admin/personas/person/"' in page
    assert 'href="/admin/personas/person/add/"' in page


@pytest.mark.parametrize("path", [INDEX, "/admin/worklist/mine/"])
def test_anonymous_signs_in_first(client, db, path):
    assert client.get(path).url == f"/admin/login/?next={path}"


def test_unknown_pile_is_no_page(desk, ana):
    assert desk(ana).get("/admin/worklist/other/").status_code == 404


def test_pile_page_is_only_read(desk, ana):
    assert desk(ana).post("/admin/worklist/mine/").status_code == 405


def test_app_page_still_lists_its_models(desk, ana):
    assert 'href="/admin/personas/person/"' in desk(ana).get("/admin/personas/").content.decode()


def test_writing_screen_is_where_a_draft_leads(desk, draft, ana):
    assert f'href="{url(draft)}#section-es"' in desk(ana).get(INDEX).content.decode()


def test_discarded_draft_waits_for_nobody(desk, ana):
    draft = make.communique(ana)
    assert piles.mine(ana).count() == 2

    draft.discard(by=ana, reason="La visita se canceló.")

    assert not piles.mine(ana).exists()
