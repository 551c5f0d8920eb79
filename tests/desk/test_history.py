"""The history's pages: one revision read, two compared, one restored; and who may see which."""

import sys
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.compare import Mark
from comunicados.models import Communique, Revision
from personas.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db


def url(communique, rest=""):
    return f"/admin/comunicados/communique/{communique.pk}/history/{rest}"


def shown(response):
    """What the comparison on the page marks: field, then what was removed and added."""
    marked = []
    for change in response.context["comparison"].shown.changes:
        stretches = [stretch for block in change.blocks for stretch in block.stretches]
        texts = ("".join(s.text for s in stretches if s.mark is mark) for mark in (Mark.REMOVED, Mark.ADDED))
        marked.append((change.field, *texts))
    return marked


@pytest.fixture
def edited(draft, ana, clock):
    """Three revisions: the first, one of the Spanish headline, one of the English text."""
    clock.tick()
    make.edit(draft, ana, headline_es="México y Perú acuerdan una agenda común")
    clock.tick()
    make.edit(draft, ana, body_en="<p>The two delegations met yesterday.</p>")
    return draft


def compared(client, communique, old, new, **asked):
    return client.get(url(communique, "compare/"), {"from": old, "to": new, **asked})


# Comparing


def test_two_revisions_are_compared_word_by_word(desk, edited, diego):
    page = compared(desk(diego), edited, 1, 2)

    assert shown(page) == [("headline", "Canadá", "Perú")]
    assert 'México y <del><span class="visually-hidden">[removed: </span>Canadá' in page.content.decode()


def test_comparison_opens_in_the_language_that_differs(desk, edited, diego):
    assert shown(compared(desk(diego), edited, 2, 3)) == [("body", "today", "yesterday")]
    assert shown(compared(desk(diego), edited, 2, 3, language="es")) == []


def test_facts_are_named_as_the_desk_names_them(desk, draft, ana, diego):
    draft.topics.add(make.topic())
    make.edit(draft, ana, date="2024-01-16", original="both")

    assert shown(compared(desk(diego), draft, 1, 2)) == [
        ("date", "15", "16"),
        ("original", "Spanish", "both, equally authentic"),
        ("topics", "", "Migration"),
    ]


def test_participant_is_told_in_the_words_of_the_language(desk, draft, ana, diego):
    make.participate(draft, make.appointment())
    Revision.record(draft, by=ana)
    page = compared(desk(diego), draft, 1, 2, language="en")

    assert shown(page) == [
        ("participants", "", "Alicia Bárcena Ibarra, Secretary of Foreign Affairs (head of delegation)")
    ]


def test_other_link_behind_the_same_words_is_a_change(desk, draft, ana, diego):
    row = make.participate(draft, make.appointment())
    Revision.record(draft, by=ana)
    row.delete()
    row.appointment, row.person = None, make.person("Alicia Bárcena Otra")
    row.save()
    Revision.record(draft, by=ana)
    forms = compared(desk(diego), draft, 2, 3).context["comparison"].shown.changes[0].blocks[0].forms

    assert [form.partition(" · ")[0] for form in forms] == [
        "person: Alicia Bárcena Ibarra",
        "person: Alicia Bárcena Otra",
    ]


def test_draft_is_compared_with_what_is_public(desk, live, ana, diego, clock):
    clock.tick()
    make.edit(live.communique, ana, place_es="Mérida")
    clock.tick()
    make.edit(live.communique, ana, place_es="Oaxaca")
    client = desk(diego)
    page = compared(client, live.communique, "public", 3, language="es")

    assert shown(page) == [("place", "Ciudad de México", "Oaxaca")]
    assert "from=public&amp;to=3&amp;language=es" in client.get(url(live.communique)).content.decode()


# A revision and its restoring


def test_revision_is_read_in_both_languages(desk, edited, diego):
    page = desk(diego).get(url(edited, "2/")).content.decode()

    assert all(text in page for text in ("México y Perú acuerdan", "The two delegations met today.", "Jan. 15, 2024"))
    assert "Restore" not in page


def restore(client, communique, ordinal, **given):
    """Open the page, then press its button with what it carries."""
    where = url(communique, f"{ordinal}/restore/")
    page = client.get(where)
    return client.post(where, {"seen": page.context["seen"]} | given, follow=True)


def test_restoring_is_shown_before_it_is_done(desk, edited, bruno):
    page = desk(bruno).get(url(edited, "1/restore/"))

    assert shown(page) == [("headline", "Perú", "Canadá")]
    assert edited.revisions.count() == 3


def test_restored_text_is_a_new_draft(desk, edited, bruno):
    response = restore(desk(bruno), edited, 1, note="Era Canadá.")
    latest = edited.revisions.first()

    assert response.redirect_chain == [(f"/admin/comunicados/communique/{edited.pk}/change/", 302)]
    assert [str(message) for message in response.context["messages"]] == ["Revision 1 is restored, as a new draft."]
    assert (latest.ordinal, latest.source, latest.made_by, latest.note) == (4, "restored", bruno, "#1 Era Canadá.")
    assert Communique.objects.get().headline_es == "México y Canadá acuerdan una agenda común"


@pytest.mark.parametrize("seen", ["2", "", "x"])
def test_text_changed_since_the_page_was_opened_is_not_overwritten(desk, edited, bruno, seen):
    response = restore(desk(bruno), edited, 1, seen=seen, note="Era Canadá.")

    assert (response.status_code, edited.revisions.count()) == (409, 3)
    assert "The text was changed since you opened it." in response.content.decode()
    assert "Era Canadá." in response.content.decode()


def test_text_as_it_stands_is_not_restored(desk, edited, bruno):
    response = restore(desk(bruno), edited, 3)

    assert (response.status_code, edited.revisions.count()) == (409, 3)
    assert 'name="seen"' not in response.content.decode()


def test_revision_with_somebody_whom_the_registry_lost_is_restored_with_the_words_alone(desk, draft, ana, bruno):
    row = make.participate(draft, make.appointment())
    Revision.record(draft, by=ana)
    row.delete()
    Revision.record(draft, by=ana)
    row.appointment.delete()
    Person.objects.filter(pk=row.person.pk).delete()
    response = restore(desk(bruno), draft, 2)
    restored = draft.participations.get()

    assert (response.status_code, restored.person, restored.name_es) == (200, None, row.name_es)


def test_revision_is_not_restored_over_what_is_scheduled(desk, draft, ana, bruno, carmen, clock):
    make.edit(draft, ana, headline_es="Otro titular")
    make.published(draft, writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=3))
    response = restore(desk(bruno), draft, 1)

    assert (response.status_code, draft.revisions.count()) == (409, 2)


def test_revision_of_a_discarded_communique_is_not_restored(desk, draft, ana, bruno):
    make.edit(draft, ana, headline_es="Otro titular")
    draft.discard(by=ana, reason="La visita se canceló.")
    response = restore(desk(bruno), draft, 1)

    assert (response.status_code, draft.revisions.count()) == (409, 2)


# Who may

PAGES = {"timeline": "", "revision": "1/", "compare": "compare/?from=1&to=2", "restore": "1/restore/"}
#             timeline  revision  compare  restore  POST restore
GRID = {
    "reader": (200, 200, 200, 403, 403),
    "registrar": (200, 200, 200, 403, 403),
    "writer": (200, 200, 200, 200, 302),
    "translator": (200, 200, 200, 403, 403),  # restoring writes every section
    "editor": (200, 200, 200, 200, 302),
    "publisher": (200, 200, 200, 200, 302),
    None: (403, 403, 403, 403, 403),  # staff without a role
}


@pytest.mark.parametrize("role", GRID)
def test_grid_of_roles_and_pages(desk, edited, user, role):
    client = desk(user("fulana", *([role] if role else [])))
    answers = [client.get(url(edited, page)).status_code for page in PAGES.values()]
    posted = client.post(url(edited, "1/restore/"), {"seen": "3"}).status_code

    assert (*answers, posted) == GRID[role]


@pytest.mark.parametrize("page", PAGES.values())
def test_stranger_is_asked_to_sign_in(client, edited, page):
    response = client.get(url(edited, page))

    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/admin/login/")


@pytest.mark.parametrize("page", ["", "1/", "compare/?from=1&to=2"])
def test_reading_pages_take_no_post(desk, edited, carmen, page):
    assert desk(carmen).post(url(edited, page)).status_code == 405


# Nonsense

NONSENSE = ["", "0", "4", "-1", "x", "1.0", "²", "9" * 6000, "public"]


@pytest.mark.parametrize("asked", NONSENSE)
def test_nonsense_to_compare_is_no_page(desk, edited, diego, asked):
    assert compared(desk(diego), edited, asked, 1, language="es").status_code == 404
    assert compared(desk(diego), edited, 1, asked).status_code == 404


@pytest.mark.parametrize(
    "page", ["4/", "0/", "9999999999999/", f"{'9' * 40}/", "4/restore/", "1/restore/?language=fr"]
)
def test_page_that_is_not_there(desk, edited, bruno, page):
    assert desk(bruno).get(url(edited, page)).status_code == 404


@pytest.mark.parametrize("pk", ["0", "9" * 40])
@pytest.mark.parametrize("page", PAGES.values())
def test_communique_that_is_not_there(desk, bruno, pk, page):
    assert desk(bruno).get(f"/admin/comunicados/communique/{pk}/history/{page}").status_code == 404


@pytest.mark.parametrize("pk", ["x", "²", "1_0"])
def test_history_of_what_is_no_number(desk, bruno, pk):
    assert desk(bruno).get(f"/admin/comunicados/communique/{pk}/history/").status_code == 404


# How long it takes


@pytest.mark.parametrize("participants", [1, 8])
def test_queries_do_not_depend_on_the_participants(desk, draft, ana, diego, participants):
    for number in range(participants):
        make.participate(draft, make.appointment(make.person(f"Alicia {number}")))
    Revision.record(draft, by=ana)
    client = desk(diego)
    with CaptureQueriesContext(connection) as queries:
        compared(client, draft, 1, 2)

    assert len(queries) == 13


def steps(run: Callable[[], object]) -> int:
    """How many calls it makes, whatever the machine."""
    made = 0

    def count(*event: object) -> None:
        nonlocal made
        made += 1

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return made


def test_comparison_of_texts_five_times_as_long_takes_about_five_times_the_steps(desk, draft, ana, diego):
    words = "La secretaria de Relaciones Exteriores se reunió con su homólogo para hablar de la agenda común. " * 20
    for length in (20, 100):
        text = "".join(f"<p>{number} {words}</p>" for number in range(length))
        make.edit(draft, ana, body_es=text)
        make.edit(draft, ana, body_es=text.replace("reunió", "entrevistó", 9 * length).replace("<p>7", "<p>siete"))
    client = desk(diego)

    short, long = (steps(lambda pair=pair: compared(client, draft, *pair)) for pair in ((2, 3), (4, 5)))

    assert long < 8 * short
