"""Bringing a text in: from a file or a pasted text to a draft, with a form and nothing else."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comunicados.desk.bring_in import upload
from comunicados.intake.readers import UnreadableFile
from comunicados.intake.sentences import refusal_in_words
from comunicados.models import Communique, SourceFile
from personas.models import Appointment, Person
from tests import factories as make
from tests.desk.bring_in import PAGE, TEXT, address, file, paste, post, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def registered(clock):
    make.kind()
    return make.appointment(starts_on=dt.date(2023, 7, 3))


@pytest.fixture
def registrar(user):
    """She writes, and keeps the registry too."""
    return user("fatima", "writer", "registrar")


def rows():
    return {row.name_es: row for row in Communique.objects.get().participations.all()}


# The first page


def test_pasted_text_becomes_a_draft(desk, registered, ana):
    client = desk(ana)
    answer = post(client, paste(client))
    made = Communique.objects.get()

    assert answer.url == f"/admin/comunicados/communique/{made.pk}/change/"
    assert (made.headline_es, made.place_es, made.date) == (
        "México y Estados Unidos acuerdan continuar su trabajo",
        "Ciudad de México",
        dt.date(2023, 12, 28),
    )
    assert [(row.name_es, row.person) for row in made.participations.all()] == [
        ("Alicia Bárcena Ibarra", registered.person),
        ("Antony Blinken", None),
    ]


def test_draft_is_an_imported_revision_and_keeps_its_source(desk, registered, ana):
    client = desk(ana)
    post(client, paste(client))
    made = Communique.objects.get()
    kept = made.source_files.get()

    assert (made.revisions.get().source, made.created_by) == ("imported", ana)
    assert (bytes(kept.data).decode(), kept.language, kept.brought_by) == (TEXT, "es", ana)


def test_file_is_read_by_its_content(desk, registered, ana):
    client = desk(ana)
    answer = client.post(PAGE, {"file": file("nota.txt", TEXT.encode("cp1252"))})

    assert client.get(answer.url).context["sheet"].form["place"].value() == "Ciudad de México"


def test_nothing_is_a_communique_before_the_draft_is_made(desk, registered, ana):
    paste(desk(ana))

    assert (Communique.objects.count(), SourceFile.objects.waiting().count()) == (0, 1)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.pdf", b"%PDF-1.7 broken", "The file is damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 900, "Word before 2007"),
        ("a.docx", b"PK\x03\x04 broken", "The file is damaged"),
        ("a.txt", b"   ", "The file holds no text."),
        ("a.exe", b"{\\rtf no", "of a kind that cannot be read"),
    ],
)
def test_file_that_cannot_be_read_is_told_on_the_form(desk, ana, name, data, sentence):
    answer = desk(ana).post(PAGE, {"file": file(name, data)})

    assert (answer.status_code, list(answer.context["form"].errors)) == (400, ["file"])
    assert sentence in answer.content.decode()
    assert not SourceFile.objects.exists()


def test_refusal_is_told_in_the_language_of_the_desk(desk, ana):
    with translation.override("es"):
        answer = desk(ana, "es").post(PAGE, {"file": file("a.txt", b"  ")})

        told = refusal_in_words(UnreadableFile("empty"))

    assert answer.context["form"].errors["file"] == [told]


def test_pasted_text_stays_when_it_comes_with_a_file(desk, ana):
    answer = desk(ana).post(PAGE, {"text": "Un texto.", "file": file("a.txt", b"Otro.")})

    assert (answer.status_code, answer.context["form"]["text"].value()) == (400, "Un texto.")


def test_nothing_at_all_is_refused(desk, ana):
    assert "Choose a file, or paste a text." in desk(ana).post(PAGE, {"text": "  "}).content.decode()


def test_file_over_the_limit_is_refused_and_the_text_stays(desk, ana, monkeypatch):
    monkeypatch.setattr(upload, "LIMIT", 100_000)
    answer = desk(ana).post(PAGE, {"file": file("a.txt", b"x" * 150_000), "text": "Un texto."})

    assert (answer.status_code, answer.context["form"]["text"].value()) == (413, "Un texto.")
    assert "larger than 25 MB" in answer.content.decode()


@pytest.mark.parametrize(
    "role", ["reader", "registrar", "administrator", "translator", "writer", "editor", "publisher"]
)
def test_whoever_begins_communiques_brings_texts_in(desk, user, role):
    client = desk(user("x", role))
    may = role in ("writer", "editor", "publisher")
    expected = 200 if may else 403

    assert [client.get(PAGE).status_code, client.post(PAGE, {"text": "x" * 9}).status_code] == [
        expected,
        302 if may else 403,
    ]


@pytest.mark.parametrize("role", ["reader", "translator", "writer"])
def test_what_somebody_brought_in_is_theirs_alone(desk, registered, ana, user, role):
    page = address(paste(desk(ana)))
    client = desk(user("x", role))
    refused = 404 if role == "writer" else 403

    assert [client.get(page).status_code, client.post(page).status_code] == [refused, refused]


def test_buttons_lead_there(desk, ana, diego):
    pages = ["/admin/", "/admin/comunicados/communique/"]

    assert [PAGE in desk(ana).get(page).content.decode() for page in pages] == [True, True]
    assert [PAGE in desk(diego).get(page).content.decode() for page in pages] == [False, False]


# Nothing typed is lost


def test_text_of_an_ended_session_is_held(db):
    answer = Client().post(PAGE, {"text": "Un texto & más."})

    assert answer.status_code == 401
    assert ">\nUn texto &amp; más.</textarea>" in answer.content.decode()


def test_answers_of_an_ended_session_are_held(desk, registered, ana):
    page = paste(desk(ana))
    answer = Client().post(address(page), sent(page) | {"headline": "Otro <titular>"})

    assert (answer.status_code, 'name="headline" value="Otro &lt;titular&gt;"' in answer.content.decode()) == (
        401,
        True,
    )


def test_text_with_an_old_token_is_held_and_can_be_sent_again(ana):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)
    held = client.post(PAGE, {"text": "Un texto.", "csrfmiddlewaretoken": "x" * 64})
    again = {"text": "Un texto.", "csrfmiddlewaretoken": str(held.context["csrf_token"])}

    assert (held.status_code, "Un texto." in held.content.decode()) == (403, True)
    assert client.post(PAGE, again).status_code == 302


def test_text_that_is_too_long_is_told(desk, ana):
    assert desk(ana).post(PAGE, {"text": "x" * 3_000_000}).status_code == 413


@pytest.mark.parametrize(
    ("field", "wrong"), [("date", "31.31.2023"), ("kind", "99"), ("headline", "x" * 251), ("p0-role", "king")]
)
def test_refused_draft_shows_all_that_was_typed(desk, registered, ana, field, wrong):
    client = desk(ana)
    page = paste(client)
    typed = sent(page) | {"body": "Otro texto.", "p1-name": "Otro Nombre", field: wrong}
    answer = post(client, page, **typed)

    assert (answer.status_code, Communique.objects.count()) == (400, 0)
    assert {name: str(value) for name, value in sent(answer).items()} == {
        name: str(value) for name, value in typed.items()
    }


@pytest.mark.parametrize("junk", ["-1", "x", "99999999999999999999999", "\x00", "🙂", "9" * 5000])
def test_junk_is_refused_and_never_fails(desk, registered, ana, junk):
    client = desk(ana)
    page = paste(client)

    statuses = {post(client, page, **{name: junk}).status_code for name in sent(page)}
    assert statuses <= {302, 400}


# The doubts


def test_kind_that_the_text_does_not_name_is_chosen(desk, registered, ana):
    client = desk(ana)
    page = paste(client, TEXT.replace("Comunicado\n\n", ""))
    refused = post(client, page)
    made = post(client, page, kind=make.kind().pk)

    assert (page.context["sheet"].kind_card.sentences, refused.status_code) == (["The text names no kind."], 400)
    assert (made.status_code, Communique.objects.get().kind) == (302, make.kind())


def test_unsettled_doubts_go_with_the_draft(desk, registered, ana):
    client = desk(ana)
    post(client, paste(client))
    page = client.get(f"/admin/comunicados/communique/{Communique.objects.get().pk}/change/").content.decode()

    assert "<li>Antony Blinken is not in the registry.</li>" in page


def test_settled_doubts_do_not(desk, registered, ana):
    client = desk(ana)
    page = paste(client)
    boxes = {card.answers.html_name: "on" for card in page.context["sheet"].cards if card.is_box}
    post(client, page, **boxes, **{"p1-person": "nobody"})

    assert SourceFile.objects.get().doubts == []


def test_like_name_is_taken_as_it_was_answered(desk, registered, ana):
    blinken = make.person("Antony J. Blinken")
    client = desk(ana)
    page = paste(client)
    choices = [value for value, _label in page.context["sheet"].rows[1].form.fields["person"].choices]
    post(client, page, **{"p1-person": str(blinken.pk)})

    assert choices == [str(blinken.pk), "another", "nobody"]
    assert rows()["Antony Blinken"].person == blinken


def test_another_person_of_the_registry_is_taken(desk, registered, ana):
    other = make.person("Tony Blink")
    client = desk(ana)
    page = paste(client)
    unsaid = post(client, page, **{"p1-person": "another"})
    post(client, page, **{"p1-person": "another", "p1-another": other.pk})

    assert unsaid.context["sheet"].rows[1].form.errors == {"another": ["Say who it is."]}
    assert rows()["Antony Blinken"].person == other


def test_post_that_the_registry_knows_otherwise_is_never_changed_by_itself(desk, registered, ana):
    client = desk(ana)
    post(client, paste(client, TEXT.replace("secretaria de Relaciones Exteriores", "embajadora")))
    row = rows()["Alicia Bárcena Ibarra"]

    assert (row.person, row.appointment, row.title_es) == (registered.person, None, "embajadora")


def test_post_of_the_registry_is_taken_when_chosen(desk, registered, ana):
    client = desk(ana)
    page = paste(client, TEXT.replace("secretaria de Relaciones Exteriores", "embajadora"))
    post(client, page, **{"p0-post": str(registered.pk)})
    row = rows()["Alicia Bárcena Ibarra"]

    assert (row.appointment, row.title_es) == (registered, "secretaria de Relaciones Exteriores")


def test_post_of_somebody_else_is_refused(desk, registered, ana):
    client = desk(ana)
    page = paste(client)
    answer = post(client, page, **{"p0-person": "nobody"})

    assert answer.context["sheet"].rows[0].form.errors == {"post": ["This post is somebody else's."]}


def test_participant_is_left_out(desk, registered, ana):
    client = desk(ana)
    post(client, paste(client), **{"p1-is_left_out": "on"})

    assert list(rows()) == ["Alicia Bárcena Ibarra"]


def test_registry_is_asked_again_by_what_was_typed(desk, registered, ana):
    client = desk(ana)
    page = paste(client, TEXT.replace("Alicia Bárcena Ibarra", "Amalia Larena Iborra"))
    again = post(client, page, _look_again="1", **{"p0-name": "Alicia Bárcena Ibarra"})

    assert (again.status_code, again.context["sheet"].rows[0].form.match.person) == (200, registered.person)
    assert not Communique.objects.exists()


def test_day_of_the_act_decides_which_posts_are_held(desk, registered, ana):
    client = desk(ana)
    page = paste(client)
    again = post(client, page, _look_again="1", held_on="2023-07-02")

    assert again.context["sheet"].rows[0].form.match.appointment is None


# New rows of the registry


def test_new_person_and_post_are_entered_when_accepted(desk, registered, registrar):
    make.state("US", "Estados Unidos", "United States")
    client = desk(registrar)
    page = paste(client, TEXT.replace("de Estado,", "de Estado de Estados Unidos,"))
    form = page.context["sheet"].rows[1].form
    post(client, page, **{"p1-person": "new", "p1-post": "new"})
    row = rows()["Antony Blinken"]

    assert (form["gender"].value(), form["sort_name"].value()) == ("masculine", "Blinken, Antony")
    assert (row.person.gender, str(row.appointment.position.organization)) == ("masculine", "Estados Unidos")


def test_nobody_is_entered_unasked(desk, registered, registrar):
    client = desk(registrar)
    post(client, paste(client))

    assert (Person.objects.count(), Appointment.objects.count()) == (1, 1)


@pytest.mark.parametrize("field", ["p1-person", "p1-post"])
def test_who_keeps_no_registry_enters_nothing(desk, registered, ana, field):
    client = desk(ana)
    answer = post(client, paste(client), **{field: "new"})

    assert (answer.status_code, Person.objects.count(), Communique.objects.count()) == (400, 1, 0)


def test_refused_draft_enters_nobody(desk, registered, registrar):
    client = desk(registrar)
    post(client, paste(client), **{"p1-person": "new", "date": ""})

    assert Person.objects.count() == 1


# Once


def test_draft_is_made_once(desk, registered, ana):
    client = desk(ana)
    page = paste(client)
    first, second = post(client, page), post(client, page)

    assert (first.url, Communique.objects.count()) == (second.url, 1)


@pytest.mark.parametrize("count", [1, 10])
def test_page_asks_no_more_for_ten_participants(desk, registered, ana, count):
    names = "; ".join(f"el ministro de Cultura, Juan Pérez {'ABCDEFGHIJ'[at]}ñez" for at in range(count))
    client = desk(ana)
    page = address(
        paste(client, f"Comunicado\n\nLima, 3 de mayo de 2023\n\nVisita oficial a Lima\n\nAsistieron {names}.\n")
    )
    with CaptureQueriesContext(connection) as queries:
        shown = client.get(page)

    assert (len(shown.context["sheet"].rows), len(queries)) == (count, 11)


# What is there already


def test_same_file_and_same_headline_are_told(desk, registered, ana):
    client = desk(ana)
    post(client, paste(client))
    made = Communique.objects.get()
    told = [sentence for card in paste(client).context["sheet"].cards for sentence in card.sentences]

    assert f"This very file was brought in before: communiqué {made.pk}." in told
    assert any(str(made.pk) in sentence and "headline" in sentence for sentence in told)


def test_number_and_embargo_of_the_text_are_shown(desk, registered, ana):
    page = paste(desk(ana), TEXT.replace("Comunicado\n", "Comunicado 123\n\nEmbargado hasta las 10:00\n", 1))

    assert "<q>123</q>" in page.content.decode()
    assert "<q>Embargado hasta las 10:00</q>" in page.content.decode()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), min_size=1, max_size=80))
def test_whatever_is_pasted_stays_when_it_is_refused(desk, ana, text):
    answer = desk(ana).post(PAGE, {"text": f"x{text}", "file": file("a.txt", b"Otro.")})

    assert (answer.status_code, answer.context["form"]["text"].value()) == (400, f"x{text}")


# A text in both languages

ENGLISH = """
Press release

Mexico City, 28 December 2023

Mexico and the United States agree to continue their work

Today the Secretary of Foreign Affairs, Alicia Bárcena Ibarra, received the Secretary of State, Antony Blinken.

The two parties will meet again in January, and they will speak of what is still to be done by both of the countries.
"""
SPANISH = TEXT.replace("en enero.", "en enero, y hablarán de lo que los dos países y sus gobiernos tienen que hacer.")


def test_text_in_both_languages_fills_both_sections(desk, registered, ana):
    client = desk(ana)
    page = paste(client, SPANISH + ENGLISH)
    post(client, page, other_place="Mexico City, Mexico")
    made = Communique.objects.get()

    assert (made.original, made.headline_es[:8], made.headline_en[:10]) == ("es", "México y", "Mexico and")
    assert (made.place_en, made.body_en.count("<p>")) == ("Mexico City, Mexico", 2)
    assert rows()["Antony Blinken"].title_en == "Secretary of State"


def test_one_language_of_a_file_in_both_is_brought_in(desk, clock, ana):
    draft = make.communique(ana, headline_en="", place_en="", body_en="")
    client = desk(ana)
    answer = client.post(f"/admin/comunicados/communique/{draft.pk}/bring-in/en/", {"text": SPANISH + ENGLISH})
    sheet = client.get(answer.url).context["sheet"]

    assert (sheet.form["headline"].value()[:10], len(sheet.parsed.body)) == ("Mexico and", 2)
