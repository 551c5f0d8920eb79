"""The translator's page: what stands beside what, what changed, and who may say that it needs no change."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.desk.facing import Facing
from comunicados.document import digest
from tests import factories as make

pytestmark = pytest.mark.django_db

SPANISH = ["Uno y uno son dos.", "Dos y dos son cuatro.", "Tres y tres son seis."]
ENGLISH = ["One and one are two.", "Two and two are four.", "Three and three are six."]


def html(paragraphs):
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


@pytest.fixture
def draft(clock, ana, elena):
    made = make.communique(ana, body_es=html(SPANISH), body_en=html(ENGLISH))
    made.versions.get(language="en").submit(by=elena)
    return made


def url(communique, language="en"):
    return f"/admin/comunicados/communique/{communique.pk}/{language}/side-by-side/"


def body_rows(communique, language="en"):
    """(mark, what stands beside it, whether it waits for somebody) of each row of the body."""
    facing = Facing.of(communique.version(language))
    return [(row.block.mark, row.facing, bool(row.settles)) for row in facing.rows if row.field == "body"]


def test_unchanged_paragraphs_stand_side_by_side(draft):
    assert body_rows(draft) == [("same", text, False) for text in ENGLISH]


def test_changed_paragraph_shows_old_and_new_words_beside_the_old_translation(draft, ana):
    make.edit(draft, ana, body_es=html([SPANISH[0], "Dos y dos son cinco.", SPANISH[2]]))
    (row,) = Facing.of(draft.version("en")).changed

    assert [(stretch.mark.value, stretch.text) for stretch in row.block.stretches] == [
        ("same", "Dos y dos son "),
        ("removed", "cuatro"),
        ("added", "cinco"),
        ("same", "."),
    ]
    assert (row.facing, row.place) == (ENGLISH[1], 2)


def test_paragraph_that_came_faces_nothing_until_it_is_translated(draft, ana):
    make.edit(draft, ana, body_es=html([*SPANISH[:2], "Y nada más.", SPANISH[2]]))
    before = body_rows(draft)
    make.edit(draft, ana, body_en=html([*ENGLISH[:2], "And nothing else.", ENGLISH[2]]))

    assert before == [
        ("same", ENGLISH[0], False),
        ("same", ENGLISH[1], False),
        ("added", "", True),
        ("same", ENGLISH[2], False),
    ]
    assert body_rows(draft)[2] == ("added", "And nothing else.", True)


def test_one_writes_what_is_missing_after_what_stands_before(desk, draft, ana, elena):
    make.edit(draft, ana, body_es=html([*SPANISH[:2], "Y nada más.", SPANISH[2]]))

    assert "?at=en-body-2#section-en" in desk(elena).get(url(draft)).content.decode()


def test_paragraph_that_went_stands_where_it_was(draft, ana):
    make.edit(draft, ana, body_es=html([SPANISH[0], SPANISH[2]]))

    assert body_rows(draft) == [
        ("same", ENGLISH[0], False),
        ("removed", ENGLISH[1], True),
        ("same", ENGLISH[2], False),
    ]


def test_headline_that_is_another_faces_the_old_one(draft, ana):
    make.edit(draft, ana, headline_es="Nada que ver")
    (row,) = Facing.of(draft.version("en")).changed

    assert (row.label, row.facing, len(row.settles)) == ("Headline", "Mexico and Canada agree on a common agenda", 2)


def test_change_after_an_acknowledged_one_is_compared_with_that(draft, ana, elena):
    make.edit(draft, ana, body_es=html([SPANISH[0], "Dos y dos son cinco.", SPANISH[2]]))
    english = draft.version("en")
    english.account_for(english.unaccounted(), by=elena)
    make.edit(draft, ana, body_es=html([SPANISH[0], "Dos y dos son seis.", SPANISH[2]]))
    (row,) = Facing.of(draft.version("en")).changed

    assert (
        "".join(stretch.text for stretch in row.block.stretches if stretch.mark != "added") == "Dos y dos son cinco."
    )


def test_change_of_one_that_was_acknowledged_leaves_the_other(draft, ana, elena):
    make.edit(draft, ana, body_es=html(["Uno y uno son uno.", "Dos y dos son cinco.", SPANISH[2]]))
    english = draft.version("en")
    english.account_for([digest("Uno y uno son uno."), digest(SPANISH[0])], by=elena)

    assert [row.facing for row in Facing.of(draft.version("en")).changed] == [ENGLISH[1]]
    assert body_rows(draft)[0] == ("same", ENGLISH[0], False)


def test_guess_is_called_a_guess(desk, draft, ana):
    make.edit(draft, ana, body_en=html(ENGLISH[:1]))

    assert "is a guess" in desk(ana).get(url(draft)).content.decode()


def test_row_is_settled_by_its_button(desk, draft, ana, elena):
    make.edit(draft, ana, body_es=html([SPANISH[0], "Dos y dos son cinco.", "Tres y tres son siete."]))
    rows = Facing.of(draft.version("en")).changed
    response = desk(elena).post(url(draft), {"settles": " ".join(rows[0].settles)})

    assert (response.status_code, response.url) == (302, url(draft))
    assert [row.facing for row in Facing.of(draft.version("en")).changed] == [ENGLISH[2]]


def test_all_are_settled_by_one_button_and_the_history_tells_it(desk, draft, ana, elena):
    make.edit(draft, ana, body_es=html(SPANISH[:1]))
    page = desk(elena).get(url(draft))
    desk(elena).post(url(draft), {"settles": " ".join(page.context["facing"].unaccounted)})
    history = desk(elena).get(f"/admin/comunicados/communique/{draft.pk}/history/").content.decode()

    assert draft.version("en").unaccounted() == []
    assert "Elena found nothing to change for 2 paragraphs that came or went in the other text." in history


def test_button_of_a_page_that_is_old_is_refused_with_the_new_one(desk, draft, ana, elena):
    make.edit(draft, ana, body_es=html([*SPANISH, "Cuatro."]))
    make.edit(draft, ana, body_es=html([*SPANISH, "Cinco."]))
    response = desk(elena).post(url(draft), {"settles": digest("Cuatro.")})

    assert response.status_code == 409
    assert "The text was changed since you opened it." in response.content.decode()
    assert "Cinco." in response.content.decode()


@pytest.mark.parametrize("sent", ["", "nonsense", "\x00", "a b c", "0" * 70_000])
def test_nonsense_is_refused(desk, draft, ana, elena, sent):
    make.edit(draft, ana, body_es=html(SPANISH[:1]))

    assert desk(elena).post(url(draft), {"settles": sent}).status_code == 409


# Who may


#               sees it, says "nothing to change" of a translation, and of a joint text
MAY = {
    "reader":        (200, 403, 403),
    "registrar":     (200, 403, 403),
    "administrator": (200, 403, 403),
    "translator":    (200, 302, 403),
    "writer":        (200, 302, 302),
    "editor":        (200, 302, 302),
    "publisher":     (200, 302, 302),
    "":              (403, 403, 403),
}  # fmt: skip


@pytest.mark.parametrize("role", MAY)
def test_page_of_each_role(desk, draft, user, ana, role):
    client = desk(user("fulano", *([role] if role else [])))
    found = [client.get(url(draft)).status_code]
    for change in ({}, {"original": "both"}):
        make.edit(draft, ana, body_es=html(SPANISH[: 2 - bool(change)]), **change)
        settles = " ".join(draft.version("en").unaccounted())
        found.append(client.post(url(draft), {"settles": settles}).status_code)

    assert tuple(found) == MAY[role]


@pytest.mark.parametrize(("role", "buttons"), [("reader", 0), ("translator", 2)])
def test_buttons_are_for_those_who_may(desk, draft, user, ana, role, buttons):
    make.edit(draft, ana, body_es=html([SPANISH[0], "Dos y dos son cinco.", SPANISH[2]]))
    page = desk(user("fulano", role)).get(url(draft)).content.decode()

    assert page.count(">Write here<") + page.count(">Nothing to change<") == buttons


def test_anonymous_signs_in_first(client, draft):
    assert client.get(url(draft)).url == f"/admin/login/?next={url(draft)}"


@pytest.mark.parametrize("language", ["es", "fr", "verb"])
def test_original_stands_beside_nothing(desk, draft, ana, language):
    assert desk(ana).get(url(draft, language)).status_code == 404


def test_other_methods_are_refused(desk, draft, ana):
    assert desk(ana).put(url(draft)).status_code == 405


def test_discarded_communique_is_only_read(desk, draft, ana):
    make.edit(draft, ana, body_es=html(SPANISH[:1]))
    settles = " ".join(draft.version("en").unaccounted())
    draft.discard(by=ana, reason="No procede.")

    assert desk(ana).post(url(draft), {"settles": settles}).status_code == 409
    assert ">Nothing to change" not in desk(ana).get(url(draft)).content.decode()


# The ways there


def test_panel_and_pile_lead_there(desk, draft, ana, elena):
    make.edit(draft, ana, body_es=html(SPANISH[:1]))
    screen = desk(elena).get(f"/admin/comunicados/communique/{draft.pk}/change/").content.decode()

    assert f'<a href="{url(draft)}">Side by side with the original</a>' in screen
    assert f'<a href="{url(draft)}"' in desk(elena).get("/admin/worklist/stale/").content.decode()


def test_number_of_queries_does_not_depend_on_the_paragraphs(desk, ana, elena, clock):
    client, asked = desk(elena), []
    for size in (1, 3, 30):
        draft = make.communique(ana, body_es=html(["Uno.", "Dos."] * size), body_en=html(["One.", "Two."] * size))
        draft.versions.get(language="en").submit(by=elena)
        make.edit(draft, ana, body_es=html([f"Otro {number}." for number in range(size)]))
        client.get(url(draft))
        with CaptureQueriesContext(connection) as queries:
            client.get(url(draft))
        asked.append(len(queries))

    assert len(set(asked)) == 1
