"""The pages of the site as the world reads them, their place in the foot of every page, and security.txt."""

import datetime as dt

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from comunicados.enums import SitePage
from comunicados.models import SitePageText
from comunicados.public.urls import SITE_PAGES
from tests import factories as make

pytestmark = pytest.mark.django_db

SECURITY = "/.well-known/security.txt"


def path(page: str, language: str) -> str:
    return ("/en/" if language == "en" else "/") + SITE_PAGES[language][page] + "/"


ADDRESSES = [path(page, language) for language in ("es", "en") for page in SitePage]


@pytest.fixture
def both(clock, bruno, carmen) -> None:
    for page in SitePage:
        for language in ("es", "en"):
            make.site_page(page, language, writer=bruno, editor=carmen)


@pytest.fixture
def spanish(clock, bruno, carmen) -> SitePageText:
    return make.site_page(writer=bruno, editor=carmen, title="Acerca", body="<p>Somos.</p>")


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_answers_with_its_text_in_the_language_of_its_path(both, as_public_role, client, address):
    response = client.get(address)
    language = "en" if address.startswith("/en/") else "es"

    assert (response.status_code, response["Content-Language"]) == (200, language)
    assert response.context["head"]["canonical"] == f"http://testserver{address}"
    assert set(response.context["head"]["alternates"]) == {"es", "en"}
    assert response.content.count(b"<h1>") == 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_answers_before_there_is_an_approved_text(clock, bruno, as_public_role, client, address):
    assert client.get(address).status_code == 404


def test_proposed_text_is_nowhere(spanish, bruno, client):
    SitePageText.write("about", "es", by=bruno, title="Secreto", body="<p>Secreto.</p>", after=1)
    SitePageText.write("about", "en", by=bruno, title="Secreto", body="<p>Secreto.</p>", after=0)

    answers = [client.get(address) for address in ("/acerca/", "/en/about/", "/comunicados/", "/en/communiques/")]
    assert [response.status_code for response in answers] == [200, 404, 200, 200]
    assert not any("Secreto" in response.content.decode() for response in answers)


def test_page_in_one_language_says_so_and_links_nowhere(spanish, client):
    response = client.get("/acerca/")

    assert (response.context["switch"], response.context["only_in"]) == ("", "es")
    assert list(response.context["head"]["alternates"]) == ["es"]
    assert "/en/about/" not in response.content.decode()


def test_page_says_when_it_was_last_changed(spanish, client):
    assert "15 de enero de 2024, 12:00" in client.get("/acerca/").content.decode()


@pytest.mark.parametrize("address", ["/comunicados/", "/personas/", "/paises/", "/acerca/", "/privacidad/"])
def test_foot_links_every_page_in_one_order(both, as_public_role, client, address):
    """standards §9, WCAG 3.2.6: help, the contact among it, is in the same place everywhere."""
    content = client.get(address).content.decode()
    places = [content.rindex(f'href="{path(page, "es")}"') for page in SitePage]

    assert places == sorted(places)
    assert places[0] > content.index("<footer")


def test_foot_links_those_pages_alone_that_there_are_in_the_language(spanish, client):
    found = {address: client.get(address).content.decode() for address in ("/comunicados/", "/en/communiques/")}

    assert '<a href="/acerca/">Acerca</a>' in found["/comunicados/"]
    assert '<a href="/privacidad/">' not in found["/comunicados/"]
    assert "/acerca/" not in found["/en/communiques/"]


def test_page_asks_three_questions(both, client):
    with CaptureQueriesContext(connection) as queries:
        client.get("/acerca/")

    assert len(queries) == 3  # the clock, the text in both languages, the foot


@pytest.mark.django_db(transaction=True, databases=["default", "public"])
def test_warm_foot_costs_no_query_and_an_approval_renews_it(bruno, carmen, client, settings):
    settings.DATABASE_ROUTERS = []
    make.site_page(writer=bruno, editor=carmen, title="Acerca")
    client.get("/comunicados/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/comunicados/?q=agua")
    assert not [query for query in queries if "published_site_page" in query["sql"]]

    make.site_page("privacy", writer=bruno, editor=carmen, title="Privacidad")
    assert '<a href="/privacidad/">Privacidad</a>' in client.get("/comunicados/").content.decode()


@pytest.fixture
def contact(settings, clock):
    settings.SITE_URL = "https://prensa.example"
    settings.SECURITY_CONTACT = ["mailto:seguridad@ministerio.example", "https://ministerio.example/seguridad"]
    settings.SECURITY_EXPIRES = dt.datetime(2024, 6, 30, tzinfo=dt.UTC)
    return settings


def test_security_txt_is_as_rfc_9116_has_it(contact, client):
    """standards §11.1."""
    response = client.get(SECURITY)

    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert response.content.decode().splitlines() == [
        "Contact: mailto:seguridad@ministerio.example",
        "Contact: https://ministerio.example/seguridad",
        "Expires: 2024-06-30T00:00:00Z",
        "Preferred-Languages: es, en",
        "Canonical: https://prensa.example/.well-known/security.txt",
    ]


def test_security_txt_names_the_policy_where_there_is_one(contact, client):
    contact.SECURITY_POLICY = "https://ministerio.example/politica"

    assert "Policy: https://ministerio.example/politica\n" in client.get(SECURITY).content.decode()


def test_security_txt_is_not_answered_without_a_contact_or_when_it_is_over(contact, client, clock):
    """standards §11.1: a contact that nobody vouches for is none."""
    seen = []
    for moment in (dt.datetime(2024, 6, 29, 23, 59, tzinfo=dt.UTC), dt.datetime(2024, 6, 30, tzinfo=dt.UTC)):
        clock.set(moment)
        seen.append(client.get(SECURITY).status_code)
    clock.set(dt.datetime(2024, 1, 15, tzinfo=dt.UTC))
    contact.SECURITY_CONTACT = []

    assert [*seen, client.get(SECURITY).status_code] == [200, 404, 404]


@pytest.mark.parametrize(("address", "page"), [("/nada/", "/acerca/"), ("/en/nothing/", "/en/about/")])
def test_page_that_is_missing_has_the_foot_of_every_other(both, as_public_role, client, address, page):
    response = client.get(address)

    assert (response.status_code, f'<a href="{page}">' in response.content.decode()) == (404, True)


def test_page_is_missing_without_a_database_too(both, client, monkeypatch):
    monkeypatch.setattr("comunicados.public.clock.read", failing)
    response = client.get("/nada/")

    assert (response.status_code, "/acerca/" in response.content.decode()) == (404, False)


def failing() -> None:
    raise OperationalError
