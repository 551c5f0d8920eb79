"""What a search finds, in which order, and how the words found are shown."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.public import paging
from comunicados.public.models import publication as publications
from comunicados.public.words import typed_words
from tests import factories as make
from tests.public.listed import listed

pytestmark = pytest.mark.django_db


def headlines(response) -> list[str]:
    return [text.headline for text in listed(response)]


def marked(response) -> list[str]:
    return re.findall(r"<mark>(.*?)</mark>", response.content.decode())


def passages(response) -> list[str]:
    return re.findall(r'<p class="passage">(.*?)</p>', response.content.decode(), re.DOTALL)


@pytest.fixture
def embassy(publish):
    return publish(
        headline_es="La Cancillería recibe a las delegaciones",
        body_es="<p>Hoy <b>las</b> cancillerías & otras.</p><p>La declaración se firmó en la embajada de Perú.</p>",
        date=dt.date(2024, 1, 10),
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("cancilleria", ["Cancillería", "cancillerías"]),
        ("CANCILLERÍA", ["Cancillería", "cancillerías"]),
        ("delegacion", ["delegaciones"]),
        ("declaraciones embajadas", ["declaración", "embajada"]),
        ("firmar", ["firmó"]),
        ('"las delegaciones" -marte', ["delegaciones"]),
        ("marte or peru", ["Perú"]),
    ],
)
def test_words_found_are_marked_by_stem_and_without_regard_to_accents(embassy, as_public_role, client, typed, words):
    """docs/adr/0008."""
    response = client.get("/comunicados/", {"q": typed})

    assert headlines(response) == [embassy.headline]
    assert marked(response) == words


def test_english_words_are_marked_by_their_stems(agenda, as_public_role, client):
    assert marked(client.get("/en/communiques/?q=delegation+AGREES")) == ["agree", "delegations"]


def test_passage_is_escaped_and_has_no_tags_of_the_body(publish, client):
    publish(
        headline_es='<i>Pesca</i> & "mar"', body_es="<p>La pesca &lt;script&gt; es <em>buena</em> &amp; libre.</p>"
    )
    page = client.get("/comunicados/?q=pesca").content.decode()

    assert "&lt;i&gt;<mark>Pesca</mark>&lt;/i&gt; &amp;" in page
    assert "La <mark>pesca</mark> &lt;script&gt; es buena &amp; libre." in page
    assert "<script" not in page


def test_passage_is_where_most_of_the_words_are(publish, client):
    far = " ".join(["relleno"] * 60)
    publish(headline_es="Nota", body_es=f"<p>Puente. {far} El puente y el túnel de la frontera. {far}</p>")
    [passage] = passages(client.get("/comunicados/?q=puente+tunel"))

    assert "<mark>puente</mark> y el <mark>túnel</mark>" in passage
    assert (passage[0], passage[-1]) == ("…", "…")


def test_without_words_nothing_is_marked_and_no_body_read(agenda, client):
    with CaptureQueriesContext(connection) as captured:
        response = client.get("/comunicados/")

    assert marked(response) == []
    assert not any('"body"' in query["sql"] for query in captured)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pesca -mar", ["pesca"]),
        ('-"alta mar" pesca', ["pesca"]),
        ("a or b", ["a", "b"]),
        ("México-Perú", ["México", "Perú"]),
    ],
)
def test_words_to_leave_out_are_not_marked(text, words):
    assert typed_words(text) == words


# Order


@pytest.fixture
def bridges(publish):
    """The bridge in two headlines, and in the body of the newest."""
    publish(headline_es="Puente del norte", date=dt.date(2022, 1, 1))
    publish(headline_es="Visita de obras", body_es="<p>Junto al puente.</p>", date=dt.date(2023, 1, 1))
    publish(headline_es="Puentes sin frontera", date=dt.date(2021, 1, 1))


def test_newest_come_first_unless_relevance_is_asked_for(bridges, as_public_role, client):
    assert headlines(client.get("/comunicados/?q=puente")) == [
        "Visita de obras",
        "Puente del norte",
        "Puentes sin frontera",
    ]


def test_headline_weighs_most_and_of_equal_ones_the_newest_comes_first(bridges, as_public_role, client):
    response = client.get("/comunicados/?q=puente&order=relevance")

    assert headlines(response) == ["Puente del norte", "Puentes sin frontera", "Visita de obras"]
    assert [is_this for _label, _href, is_this in response.context["orders"]] == [False, True]


def test_relevance_is_that_of_the_newest_matches_alone(bridges, client, monkeypatch):
    monkeypatch.setattr(publications, "RANKED", 2)

    assert headlines(client.get("/comunicados/?q=puente&order=relevance")) == ["Puente del norte", "Visita de obras"]


@pytest.mark.parametrize("query", ["order=relevance", "q=puente&order=best", "q=puente&order="])
def test_order_that_is_none_is_the_newest_first(bridges, client, query):
    response = client.get(f"/comunicados/?{query}", follow=True)

    assert headlines(response)[0] == "Visita de obras"
    assert "order" not in response.context["head"]["canonical"]


@pytest.mark.parametrize("size", [1, 2])
def test_pages_by_relevance_visit_each_once_and_back(bridges, publish, client, monkeypatch, size):
    monkeypatch.setattr(paging, "PAGE_SIZE", size)
    address, pages = "/comunicados/?q=puente&order=relevance", []
    while address:
        pages.append((address, client.get(address)))
        address = pages[-1][1].context["turned_to"].get("older")
    visited = [headline for _address, page in pages for headline in headlines(page)]
    back = client.get(pages[1][1].context["turned_to"]["newer"])

    assert visited == ["Puente del norte", "Puentes sin frontera", "Visita de obras"]
    assert headlines(back) == visited[:size]


def test_newcomer_does_not_shift_the_next_page_by_relevance(bridges, publish, client, monkeypatch):
    monkeypatch.setattr(paging, "PAGE_SIZE", 2)
    older = client.get("/comunicados/?q=puente&order=relevance").context["turned_to"]["older"]
    publish(headline_es="Otro puente")

    assert headlines(client.get(older)) == ["Visita de obras"]


@pytest.mark.parametrize("cursor", ["x", "A" * 27, "_" * 32, "A" * 32])
def test_place_that_nobody_wrote_is_no_place_by_relevance(bridges, client, cursor):
    assert client.get(f"/comunicados/?q=puente&order=relevance&before={cursor}").status_code == 404


def test_switch_and_form_keep_the_order(bridges, client):
    response = client.get("/comunicados/?q=puente&order=relevance")

    assert response.context["switch"] == "/en/communiques/?q=puente&order=relevance"
    assert '<input type="hidden" name="order" value="relevance">' in response.content.decode()
    assert not any("order" in address for _form, address in response.context["feeds"])


# Numbers


@pytest.fixture
def numbered(publish):
    """Communiqués 1 and 2 of 2023, 1 of 2024, and note 1 of 2024, which shares no series with them."""
    note = make.kind("note")
    type(note).objects.filter(pk=note.pk).update(name_es="Nota", name_en="Note")
    note.refresh_from_db()
    for headline, date, kind in [
        ("Uno de 2023", dt.date(2023, 3, 1), make.kind()),
        ("Dos de 2023", dt.date(2023, 4, 1), make.kind()),
        ("Uno de 2024", dt.date(2024, 1, 5), make.kind()),
        ("Nota uno", dt.date(2024, 1, 6), note),
    ]:
        publish(headline_es=headline, date=date, kind=kind)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Comunicado 1", ["Uno de 2024", "Uno de 2023"]),
        ("Communiqué 1", ["Uno de 2024", "Uno de 2023"]),
        ("communique no. 2", ["Dos de 2023"]),
        ("COMUNICADO N.º 1/2023", ["Uno de 2023"]),
        ("comunicado núm. 1 de 2024", ["Uno de 2024"]),
        ("Nota 1", ["Nota uno"]),
        ("1/2024", ["Nota uno", "Uno de 2024"]),
        ("No. 2", ["Dos de 2023"]),
        ("#2", ["Dos de 2023"]),
        ("Agenda 1", []),
        ("Comunicado 7", []),
        ("comunicado", []),
        ("1/2024/1", []),
    ],
)
def test_number_is_found_as_it_is_typed(numbered, as_public_role, client, typed, found):
    response = client.get("/comunicados/", {"q": typed})

    assert [text.headline for text in response.context["hints"].numbered] == found
    assert all(text.path in response.content.decode() for text in response.context["hints"].numbered)


def test_number_of_a_withdrawn_text_is_not_found(publish, carmen, clock, client):
    text = publish()
    clock.tick()
    text.version.withdraw(by=carmen, reason="Error.")

    assert client.get("/comunicados/?q=comunicado+1").context["hints"].numbered == []


# Names


def names(rows) -> list[str]:
    return [str(row) for row in rows]


@pytest.mark.parametrize("typed", ["melanie joly", "Mélanie  JOLY"])
def test_name_of_a_person_is_said_to_be_one(agenda, as_public_role, client, typed):
    response = client.get("/comunicados/", {"q": typed})

    assert names(response.context["hints"].exact) == ["Mélanie Joly"]
    assert '<a href="/personas/melanie-joly/">' in response.content.decode()


def test_name_of_a_country_is_said_to_be_one_in_either_language(agenda, as_public_role, client):
    for address in ("/comunicados/?q=canada", "/en/communiques/?q=Canadá"):
        assert [party.iso_code for party in client.get(address).context["hints"].exact] == ["CA"]


def test_surname_leads_to_its_bearer(agenda, client):
    hints = client.get("/comunicados/?q=barcena").context["hints"]

    assert (names(hints.exact), names(hints.named)) == ([], ["Alicia Bárcena Ibarra"])


@pytest.mark.parametrize(("typed", "meant"), [("barsena", "Alicia Bárcena Ibarra"), ("canda", "Canadá")])
def test_nothing_found_asks_whether_a_like_name_was_meant(agenda, as_public_role, client, typed, meant):
    response = client.get("/comunicados/", {"q": typed})

    assert names(response.context["hints"].similar) == [meant]
    assert meant in response.content.decode()


def test_what_is_found_is_not_asked_about(agenda, client):
    page = client.get("/comunicados/?q=agenda+or+canda").content.decode()

    assert 'id="similar"' not in page


@pytest.mark.parametrize("typed", ["zzzz canada", "Canadá zzzz Mélanie Joly"])
def test_name_that_was_typed_is_not_asked_about(agenda, client, typed):
    response = client.get("/comunicados/", {"q": typed})

    assert (response.context["count"].number, names(response.context["hints"].similar)) == (0, [])


def test_name_that_is_not_public_is_never_offered(agenda, client):
    make.person("Nombre Secreto")

    assert "Nombre Secreto" not in client.get("/comunicados/?q=nombre+secreto").content.decode()
