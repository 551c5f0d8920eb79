"""A save of the writing screen: what is stored, what is recorded, what is refused."""

from html import unescape

import pytest

from comunicados.document import WORDS
from comunicados.models import Communique, Participation
from tests import factories as make
from tests.desk.screen import ADD, open_form, participant, url

pytestmark = pytest.mark.django_db


def save(client, communique, form, **changed):
    return client.post(url(communique), form | changed)


def said(response):
    """The page, as it was read in the language of that desk."""
    return unescape(response.content.decode())


# Saving


def test_first_save_makes_a_communique_of_its_author(desk, ana, clock):
    client = desk(ana)
    facts = {"kind": make.kind().pk, "date": "2024-01-15", "headline_es": "Nuevo", "body_es": "<p>Hoy.</p>"}

    client.post(ADD, open_form(client) | facts)
    made = Communique.objects.get()

    assert (made.headline_es, made.body_es, made.created_by) == ("Nuevo", "<p>Hoy.</p>", ana)
    assert [(row.ordinal, row.made_by) for row in made.revisions.all()] == [(1, ana)]


def test_new_communique_collides_with_nothing(desk, ana, clock):
    client = desk(ana)
    given = {"kind": make.kind().pk, "headline_es": "Nuevo", "opened_with": "{"} | participant(0, name_es="A")
    client.post(ADD, open_form(client) | given)

    assert Communique.objects.get().participations.count() == 1


def test_form_of_a_new_communique_proposes_today(desk, ana, clock):
    assert str(open_form(desk(ana))["date"]) == "2024-01-15"


def test_save_makes_one_revision(desk, draft, bruno):
    client = desk(bruno)
    save(client, draft, open_form(client, draft), headline_es="Otro titular", held_on="2024-01-14")

    latest = draft.revisions.first()
    assert (latest.ordinal, latest.made_by, latest.changed) == (2, bruno, ["es", "facts"])


def test_save_that_changes_nothing_makes_no_revision(desk, draft, ana):
    make.participate(draft, make.appointment())
    make.edit(draft, ana)
    client = desk(ana)

    response = save(client, draft, open_form(client, draft))

    assert response.status_code == 302
    assert draft.revisions.count() == 2


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("field", ["headline_es", "headline_en", "body_es", "body_en"])
def test_cleared_field_is_empty_in_either_language_of_the_desk(desk, draft, ana, language, field):
    client = desk(ana, language)
    save(client, draft, open_form(client, draft), **{field: ""})
    draft.refresh_from_db()

    assert getattr(draft, field) == ""


@pytest.mark.parametrize("field", ["body_es", "body_en"])
def test_body_is_sanitized(desk, draft, ana, field):
    client = desk(ana)
    html = '<p onclick="x()">Hoy<script>alert(1)</script></p> <p></p>'
    save(client, draft, open_form(client, draft), **{field: html})
    draft.refresh_from_db()

    assert getattr(draft, field) == "<p>Hoy</p>"


def test_headline_is_one_line(desk, draft, ana):
    client = desk(ana)
    save(client, draft, open_form(client, draft), headline_es="Otro\r\n  titular ")
    draft.refresh_from_db()

    assert draft.headline_es == "Otro titular"


# Participants


def test_words_are_filled_from_the_registry_of_the_day(desk, draft, ana):
    post = make.appointment()
    client = desk(ana)
    save(client, draft, open_form(client, draft) | participant(0, person=post.person))

    row = draft.participations.get()
    assert (row.name_es, row.title_es) == ("Alicia Bárcena Ibarra", "secretaria de Relaciones Exteriores")
    assert (row.appointment, row.delegation) == (post, make.state())


def test_typed_words_are_not_replaced(desk, draft, ana):
    post = make.appointment()
    client = desk(ana)
    save(client, draft, open_form(client, draft) | participant(0, person=post.person, title_es="canciller"))

    assert draft.participations.get().title_es == "canciller"


def test_post_alone_names_its_holder(desk, draft, ana):
    post = make.appointment()
    client = desk(ana)
    save(client, draft, open_form(client, draft) | participant(0, appointment=post))

    assert draft.participations.get().person == post.person


def test_post_of_somebody_else_is_refused(desk, draft, ana):
    post, other = make.appointment(), make.person("Rosa Icela Rodríguez")
    client = desk(ana)
    response = save(client, draft, open_form(client, draft) | participant(0, person=other, appointment=post))

    assert "This post is somebody else's." in said(response)


def test_rows_are_stored_in_the_order_of_their_numbers(desk, draft, ana):
    client = desk(ana)
    rows = participant(0, name_es="B", order=2) | participant(1, name_es="C") | participant(2, name_es="A", order=1)
    save(client, draft, open_form(client, draft) | rows)

    assert [row.name_es for row in draft.participations.all()] == ["A", "B", "C"]


def test_summit_of_a_hundred_is_saved(desk, draft, ana):
    client = desk(ana)
    form = open_form(client, draft)
    for row in range(100):
        words = {f"{word}_{language}": f"x{row}" for word in WORDS for language in ("es", "en")}
        form |= participant(row, person="", appointment="", delegation="", order=row, **words)

    assert (save(client, draft, form).status_code, draft.participations.count()) == (302, 100)


def test_row_is_removed(desk, draft, ana):
    make.participate(draft, make.appointment())
    make.edit(draft, ana)
    client = desk(ana)
    save(client, draft, open_form(client, draft), **{"participations-0-DELETE": "on"})

    assert draft.participations.count() == 0
    assert draft.revisions.first().changed == ["participants"]


# Two people at one communiqué


def test_changes_in_different_sections_are_both_kept(desk, draft, ana, elena):
    of_ana, of_elena = desk(ana), desk(elena)
    spanish, english = open_form(of_ana, draft), open_form(of_elena, draft)

    save(of_elena, draft, english, headline_en="By Elena")
    save(of_ana, draft, spanish | participant(0, name_es="Delegación"), headline_es="De Ana", held_on="2024-01-14")
    draft.refresh_from_db()

    assert (draft.headline_es, draft.headline_en) == ("De Ana", "By Elena")
    assert (draft.held_on.day, draft.participations.count()) == (14, 1)


def test_untouched_facts_and_participants_stay_as_somebody_else_left_them(desk, draft, ana, bruno):
    of_ana, of_bruno = desk(ana), desk(bruno)
    mine, theirs = open_form(of_ana, draft), open_form(of_bruno, draft)
    topic = make.topic()

    save(of_bruno, draft, theirs | participant(0, name_es="Delegación"), topics=[topic.pk], is_archive="on")
    save(of_ana, draft, mine, headline_es="De Ana")
    draft.refresh_from_db()

    assert (list(draft.topics.all()), draft.participations.count(), draft.is_archive) == ([topic], 1, True)


def test_collision_in_one_section_is_refused_with_both_texts(desk, draft, ana, bruno):
    of_ana, of_bruno = desk(ana), desk(bruno)
    mine, theirs = open_form(of_ana, draft), open_form(of_bruno, draft)
    save(of_bruno, draft, theirs, headline_es="De Bruno")

    response = save(of_ana, draft, mine, headline_es="De Ana")
    page = said(response)

    assert "Somebody else changed this section meanwhile (Spanish text)." in page
    assert "Saved by Bruno, Jan. 15, 2024, 12:00 (18:00 UTC)" in page
    assert ">\nDe Ana</textarea>" in page
    assert "De Bruno" in page
    assert Communique.objects.get().headline_es == "De Bruno"


def test_refused_form_goes_through_once_both_were_read(desk, draft, ana, bruno):
    of_ana, of_bruno = desk(ana), desk(bruno)
    mine, theirs = open_form(of_ana, draft), open_form(of_bruno, draft)
    save(of_bruno, draft, theirs, headline_es="De Bruno", headline_en="By Bruno")
    refused = save(of_ana, draft, mine, headline_es="De Ana")

    save(of_ana, draft, mine, headline_es="De ambos", opened_with=refused.context["opened_with"])
    draft.refresh_from_db()

    assert (draft.headline_es, draft.headline_en) == ("De ambos", "By Bruno")


def test_collision_of_participants_shows_theirs_and_goes_through_after(desk, draft, ana, bruno):
    of_ana, of_bruno = desk(ana), desk(bruno)
    mine, theirs = open_form(of_ana, draft), open_form(of_bruno, draft)
    save(of_bruno, draft, theirs | participant(0, name_es="De Bruno"))

    refused = save(of_ana, draft, mine | participant(0, name_es="De Ana"))
    names = [row.name_es for row in Participation.objects.all()]
    carried = {"opened_with": refused.context["opened_with"]}
    save(of_ana, draft, mine | participant(0, name_es="De Ana") | carried)

    assert (names, [line.text for line in refused.context["inline_admin_formsets"][0].formset.theirs.lines]) == (
        ["De Bruno"],
        ["De Bruno"],
    )
    assert [row.name_es for row in Participation.objects.all()] == ["De Ana"]


def test_row_that_somebody_else_removed_is_no_invalid_choice(desk, draft, ana, bruno):
    make.participate(draft, make.appointment())
    make.edit(draft, ana)
    of_ana, of_bruno = desk(ana), desk(bruno)
    mine, theirs = open_form(of_ana, draft), open_form(of_bruno, draft)
    save(of_bruno, draft, theirs, **{"participations-0-DELETE": "on"})

    save(of_ana, draft, mine, headline_es="De Ana")

    assert (Communique.objects.get().headline_es, draft.participations.count()) == ("De Ana", 0)


@pytest.mark.parametrize("carried", ["", "{", '{"es": 1}'])
def test_form_that_does_not_say_what_it_was_opened_with_is_refused_once(desk, draft, ana, carried):
    client = desk(ana)
    form = open_form(client, draft) | {"headline_es": "De Ana"}

    refused = save(client, draft, form, opened_with=carried)
    save(client, draft, form, opened_with=refused.context["opened_with"])

    assert "This page does not say what it was opened with." in said(refused)
    assert Communique.objects.get().headline_es == "De Ana"
