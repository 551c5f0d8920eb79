"""A file brought into a communiqué as its other language: aligned, then saved as if it had been typed."""

import json

import pytest
from django.utils import translation

from comunicados.models import Communique, SourceFile
from tests import factories as make

pytestmark = pytest.mark.django_db

TEXT = """Mexico and Canada agree on a common agenda

Mexico City, 15 January 2024

The two delegations met today in Mexico City.

Alicia Bárcena Ibarra, Secretary of Foreign Affairs, spoke of 12 projects.

They will meet again in Ottawa.
"""
BODY = (
    "<p>Las dos delegaciones se reunieron hoy en la Ciudad de México.</p>"
    "<p>Alicia Bárcena Ibarra, secretaria de Relaciones Exteriores, habló de 12 proyectos.</p>"
    "<p>Volverán a reunirse en Ottawa.</p>"
)


@pytest.fixture
def draft(clock, ana):
    made = make.communique(ana, headline_en="", place_en="", body_en="", body_es=BODY)
    make.participate(made, make.appointment())
    made.participations.update(name_en="", title_en="")
    make.edit(made, ana)
    return made


def page_of(communique, language="en"):
    return f"/admin/comunicados/communique/{communique.pk}/bring-in/{language}/"


def bring(client, communique, text=TEXT, language="en"):
    return client.get(client.post(page_of(communique, language), {"text": text}).url)


def sent(page):
    sheet = page.context["sheet"]
    boxes = {f"p{number}": pair.text for number, pair in enumerate(sheet.pairs)}
    forms = [sheet.form, *(named.form for named in sheet.participants)]
    fields = {bound.html_name: bound.value() or "" for form in forms for bound in form}
    return fields | boxes | {"opened_with": page.context["opened_with"]}


def save(client, page, **changed):
    return client.post(page.request["PATH_INFO"], sent(page) | changed)


def test_text_fills_the_section_of_its_language(desk, draft, ana):
    client = desk(ana)
    answer = save(client, bring(client, draft))
    draft.refresh_from_db()

    assert answer.url == f"/admin/comunicados/communique/{draft.pk}/change/#section-en"
    assert (draft.headline_en, draft.place_en) == ("Mexico and Canada agree on a common agenda", "Mexico City")
    assert draft.body_en.count("<p>") == 3
    assert draft.body_es == BODY


def test_it_is_an_imported_revision_of_that_section_and_keeps_its_source(desk, draft, elena):
    client = desk(elena)
    save(client, bring(client, draft))
    latest, kept = draft.revisions.first(), draft.source_files.get()

    assert (latest.source, latest.changed, latest.made_by) == ("imported", ["en"], elena)
    assert (kept.language, kept.name) == ("en", "pasted text")


def test_paragraphs_stand_beside_each_other(desk, draft, ana):
    pairs = bring(desk(ana), draft).context["sheet"].pairs

    assert [(pair.original[:12], pair.text[:12]) for pair in pairs] == [
        ("Las dos dele", "The two dele"),
        ("Alicia Bárce", "Alicia Bárce"),
        ("Volverán a r", "They will me"),
    ]


@pytest.mark.parametrize(
    ("gone", "lonely"),
    [("They will meet again in Ottawa.\n", [("Volverán", "")]), ("nothing", [])],
)
def test_paragraph_without_a_counterpart_is_shown(desk, draft, ana, gone, lonely):
    page = bring(desk(ana), draft, TEXT.replace(gone, ""))
    pairs = [pair for pair in page.context["sheet"].pairs if pair.is_lonely]

    assert [(pair.original[:8], pair.text[:8]) for pair in pairs] == lonely
    assert ("What was brought in has nothing here." in page.content.decode()) == bool(lonely)


def test_paragraph_that_the_original_lacks_is_shown_and_kept(desk, draft, ana):
    make.edit(draft, ana, body_es=BODY.replace("<p>Volverán a reunirse en Ottawa.</p>", ""))
    client = desk(ana)
    page = bring(client, draft)
    save(client, page)

    assert [pair.text[:9] for pair in page.context["sheet"].pairs if not pair.original] == ["They will"]
    assert Communique.objects.get().body_en.endswith("<p>They will meet again in Ottawa.</p>")


def test_words_of_participants_are_filled_by_person(desk, draft, ana):
    client = desk(ana)
    save(client, bring(client, draft))
    row = draft.participations.get()

    assert (row.name_en, row.title_en, row.title_es) == (
        "Alicia Bárcena Ibarra",
        "Secretary of Foreign Affairs",
        "secretaria de Relaciones Exteriores",
    )


def test_translator_writes_the_text_and_no_participant(desk, draft, elena):
    client = desk(elena)
    page = bring(client, draft)
    save(client, page, **{"w0-name": "By Elena"})

    assert (page.context["sheet"].participants, Communique.objects.get().place_en) == ([], "Mexico City")
    assert draft.participations.get().name_en == ""


@pytest.mark.parametrize(
    ("role", "language", "status"),
    [
        ("reader", "en", 403),
        ("registrar", "en", 403),
        ("administrator", "en", 403),
        ("translator", "en", 200),
        ("translator", "es", 404),
        ("writer", "en", 200),
        ("writer", "es", 404),
        ("writer", "fr", 404),
        ("editor", "en", 200),
        ("publisher", "en", 200),
    ],
)
def test_whoever_writes_the_section_brings_it_in(desk, draft, user, role, language, status):
    client = desk(user("x", role))
    sent_there = client.post(page_of(draft, language), {"text": TEXT})

    assert client.get(page_of(draft, language)).status_code == status
    assert sent_there.status_code == (302 if status == 200 else status)


@pytest.mark.parametrize("language", ["es", "en"])
def test_translator_brings_in_neither_text_of_a_joint_communique(desk, draft, ana, elena, language):
    make.edit(draft, ana, original="both")

    assert desk(elena).get(page_of(draft, language)).status_code == 403
    assert desk(ana).get(page_of(draft, language)).status_code == 200


def test_what_somebody_else_brought_in_is_no_page(desk, draft, ana, elena):
    page = bring(desk(ana), draft).request["PATH_INFO"]

    assert [desk(elena).get(page).status_code, desk(elena).post(page).status_code] == [404, 404]


def test_button_is_there_for_whoever_may(desk, draft, ana, elena, diego):
    page = f"/admin/comunicados/communique/{draft.pk}/change/"
    offered = [page_of(draft) in desk(user).get(page).content.decode() for user in (ana, elena, diego)]

    assert offered == [True, True, False]


# Nothing is lost, nothing overwritten


def test_section_that_somebody_saved_meanwhile_is_refused_with_both(desk, draft, ana, elena):
    client = desk(elena)
    page = bring(client, draft)
    make.edit(draft, ana, headline_en="By Ana")
    answer = save(client, page, p0="Typed by Elena.")
    shown = answer.content.decode()

    assert (answer.status_code, Communique.objects.get().headline_en) == (409, "By Ana")
    assert "Typed by Elena." in shown
    assert "By Ana" in shown


def test_after_it_was_compared_it_is_saved(desk, draft, ana, elena):
    client = desk(elena)
    page = bring(client, draft)
    make.edit(draft, ana, headline_en="By Ana")
    save(client, save(client, page))

    assert Communique.objects.get().headline_en == "Mexico and Canada agree on a common agenda"


def test_participants_changed_meanwhile_are_refused(desk, draft, ana, bruno):
    client = desk(ana)
    page = bring(client, draft)
    draft.participations.update(title_en="By Bruno")
    make.edit(draft, bruno)
    answer = save(client, page)

    assert (answer.status_code, draft.participations.get().title_en) == (409, "By Bruno")
    assert not Communique.objects.get().headline_en


def test_change_of_the_original_meanwhile_loses_no_box(desk, draft, ana, elena):
    client = desk(elena)
    page = bring(client, draft)
    make.edit(draft, ana, body_es="<p>Uno.</p>", headline_en="By Ana")
    answer = save(client, page)

    assert [pair.text[:9] for pair in answer.context["sheet"].pairs if pair.text] == [
        "The two d",
        "Alicia Bá",
        "They will",
    ]


def test_too_long_a_line_is_told_and_all_stays(desk, draft, ana):
    client = desk(ana)
    answer = save(client, bring(client, draft), headline="x" * 251, p1="Otro.")

    assert list(answer.context["sheet"].form.errors) == ["headline"]
    assert "x" * 251 in answer.content.decode()
    assert "Otro." in answer.content.decode()


@pytest.mark.parametrize("opened", ["", "{}", "[", '{"en": "x"}'])
def test_page_that_does_not_say_what_it_was_opened_with_is_refused(desk, draft, ana, opened):
    client = desk(ana)
    answer = save(client, bring(client, draft), opened_with=opened)

    assert (answer.status_code, Communique.objects.get().headline_en) == (409, "")


def test_scheduled_text_is_not_replaced(desk, draft, ana, bruno, carmen, clock):
    client = desk(ana)
    page = bring(client, draft)
    save(client, page)
    make.published(draft, "en", writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=2))
    again = desk(ana).post(page_of(draft), {"text": TEXT})

    assert (again.status_code, "is scheduled: public from" in again.content.decode()) == (200, True)
    assert SourceFile.objects.waiting().count() == 0


def test_saved_once(desk, draft, ana):
    client = desk(ana)
    page = bring(client, draft)
    save(client, page)
    again = save(client, page, headline="Another")

    assert (again.status_code, Communique.objects.get().headline_en[:6]) == (302, "Mexico")


def test_text_in_another_language_is_a_doubt_in_the_language_of_the_desk(desk, draft, ana):
    text = "Comunicado\n\nLas delegaciones de los dos países se reunieron hoy en la ciudad y hablaron de la agenda.\n"
    client = desk(ana)
    doubts = [str(doubt) for doubt in bring(client, draft, text).context["sheet"].doubts]
    with translation.override("es"):
        assert desk(ana, "es").get(page_of(draft)).status_code == 200

    assert "The text does not seem to be in this language." in doubts


def test_carried_digests_are_those_of_all_sections(desk, draft, ana):
    carried = json.loads(bring(desk(ana), draft).context["opened_with"])

    assert set(carried) == {"es", "en", "facts", "participants"}
