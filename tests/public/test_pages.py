"""Every kind of page, in both languages, read with the rights of the public role alone."""

import datetime as dt

import pytest
from django.utils.html import strip_tags

from tests import factories as make
from tests.public.listed import listed

pytestmark = pytest.mark.django_db

PAGES = [
    "/comunicados/",
    "/comunicados/2024/",
    "/comunicados/2024/01/",
    "/comunicados/2024/01/15/",
    "/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/",
    "/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/v/1/",
    "/personas/",
    "/personas/melanie-joly/",
    "/cargos/ministro-de-negocios-extranjeros/",
    "/paises/",
    "/paises/canada/",
    "/temas/",
    "/temas/migration/",
    "/seguir/",
    "/en/communiques/",
    "/en/communiques/2024/",
    "/en/communiques/2024/01/",
    "/en/communiques/2024/01/15/",
    "/en/communiques/2024/01/15/mexico-and-canada-agree-on-a-common-agenda/",
    "/en/communiques/2024/01/15/mexico-and-canada-agree-on-a-common-agenda/v/1/",
    "/en/people/",
    "/en/people/melanie-joly/",
    "/en/positions/minister-of-foreign-affairs/",
    "/en/parties/",
    "/en/parties/canada/",
    "/en/topics/",
    "/en/topics/migration/",
]
SPANISH = "/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/"
ENGLISH = "/en/communiques/2024/01/15/mexico-and-canada-agree-on-a-common-agenda/"


def words(response) -> str:
    return " ".join(strip_tags(response.content.decode()).split())


@pytest.mark.parametrize("address", PAGES)
def test_page_answers_in_the_language_of_its_path(agenda, as_public_role, client, address):
    response = client.get(address)
    language = "en" if address.startswith("/en/") else "es"

    assert response.status_code == 200
    assert response["Content-Language"] == language
    assert f'<html lang="{language}">' in response.content.decode()
    assert response.content.count(b"<h1>") == 1


@pytest.mark.parametrize("address", PAGES)
def test_page_names_itself_as_canonical(agenda, as_public_role, client, address):
    canonical = address.removesuffix("v/1/")  # the version that stands has its page as canonical

    assert client.get(address).context["head"]["canonical"] == f"http://testserver{canonical}"


@pytest.mark.parametrize(("here", "there"), [(SPANISH, ENGLISH), (ENGLISH, SPANISH)])
def test_communique_switches_to_the_same_in_the_other_language(agenda, client, here, there):
    """standards §5.2: the alternates include the page itself, the same set on both."""
    response = client.get(here)

    assert response.context["switch"] == there
    assert sorted(response.context["head"]["alternates"].items()) == [
        ("en", f"http://testserver{ENGLISH}"),
        ("es", f"http://testserver{SPANISH}"),
    ]


def test_untranslated_communique_says_so_and_links_nowhere(publish, client):
    """standards §5.2: an untranslated page has only itself."""
    response = client.get(publish().path)

    assert response.context["switch"] == ""
    assert list(response.context["head"]["alternates"]) == ["es"]
    assert "Only in Spanish" in words(response) or "Solo en español" in words(response)


def test_list_says_how_many_more_the_other_language_has(agenda, publish, client):
    publish(headline_es="Otro comunicado")

    assert client.get("/en/communiques/").context["elsewhere"].number == 1
    assert client.get("/comunicados/").context["elsewhere"].number == 0


def test_count_of_the_other_language_honours_the_filter(agenda, publish, client):
    publish(headline_es="Otro comunicado")

    assert client.get("/en/communiques/?from=2025-01-01").context["elsewhere"].number == 0


def test_participants_are_grouped_with_the_host_first(agenda, client):
    delegations = client.get(SPANISH).context["participants"].delegations

    assert [(group.party.iso_code, [row.name for row in group.people]) for group in delegations] == [
        ("MX", ["Alicia Bárcena Ibarra"]),
        ("CA", ["Mélanie Joly"]),
    ]


def test_mentioned_and_absent_are_no_participants(ana, publish, minister, guest, client):
    made = make.communique(ana)
    make.participate(made, guest, order=0, role="absent")
    make.participate(made, minister, order=1, role="mentioned")
    make.edit(made, ana)
    participants = client.get(publish(made).path).context["participants"]

    assert participants.delegations == []
    assert [row.name for row in participants.absent] == ["Mélanie Joly"]
    assert [row.name for row in participants.mentioned] == ["Alicia Bárcena Ibarra"]


def test_communique_is_dated_as_a_ministry_writes(agenda, client):
    assert "Ciudad de México, 15 de enero de 2024" in words(client.get(SPANISH))
    assert "Mexico City, 15 January 2024" in words(client.get(ENGLISH))


def test_name_missing_in_one_language_is_printed_in_the_other_and_marked(ana, publish, client):
    made = make.communique(ana, kind=make.kind("note"))
    type(made.kind).objects.update(name_en="")

    assert '<span lang="es">Comunicado</span>' in client.get(publish(made, "en").path).content.decode()


def test_correction_tells_what_it_corrects(agenda, correct, client):
    second = correct(agenda, headline_es="Otro titular", correction_note_es="Se corrige el titular.")

    assert "Se corrige el titular." in words(client.get(second.path))


def test_minor_correction_says_nothing(agenda, correct, client):
    text = client.get(correct(agenda, headline_es="Otro titular").path).context["text"]

    assert not text.is_correction


def test_withdrawn_communique_says_why_and_asks_robots_to_forget(agenda, carmen, clock, client):
    clock.tick()
    agenda.version.withdraw(by=carmen, reason="Contenía un error de hecho.")
    response = client.get(SPANISH)

    assert "Contenía un error de hecho." in words(response)
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert list(listed(client.get("/comunicados/"))) == []


def test_person_is_shown_with_the_title_borne_in_each_text(agenda, client):
    response = client.get("/personas/melanie-joly/")

    assert "<span>ministra de Negocios Extranjeros</span>" in str(response.context["entries"])
    assert [post.title_borne for post, _ in response.context["timeline"].rows] == ["ministra de Negocios Extranjeros"]


def test_position_is_called_in_both_genders(agenda, client):
    title = client.get("/cargos/ministro-de-negocios-extranjeros/").context["listing"].title

    assert title == "Ministra o ministro de Negocios Extranjeros"


@pytest.mark.parametrize("typed", ["joly", "MELANIE", "Mélanie Joly", "melany joly"])
def test_people_are_found_without_accents_and_with_a_typo(agenda, as_public_role, client, typed):
    people = client.get("/personas/", {"q": typed}).context["people"]

    assert [person.name_es for person in people] == ["Mélanie Joly"]


def test_people_stand_under_their_letter_and_enye_is_one(publish, client):
    for name in ("Ana Nava", "Eva Ñandú", "Luz Ortiz"):
        make.person(name)
    make.Person.objects.update(shown_from=dt.datetime(2024, 1, 1, tzinfo=dt.UTC))

    assert client.get("/personas/").context["letters"] == ["n", "ñ", "o"]
    assert [person.name_es for person in client.get("/personas/?letter=n").context["people"]] == ["Ana Nava"]
    assert [person.name_es for person in client.get("/personas/?letter=ñ").context["people"]] == ["Eva Ñandú"]
