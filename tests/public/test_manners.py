"""What every answer of the public site keeps to: read only, no cookie, a strict policy, few queries."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.public.test_pages import PAGES

pytestmark = pytest.mark.django_db

MACHINES = [
    "/",
    "/en/",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-communiques-0.xml",
    "/comunicados/feed.rss",
    "/comunicados/feed.atom",
    "/en/people/melanie-joly/feed.json",
]
MISSING = ["/nada/", "/en/nothing/", "/comunicados/1900/"]


@pytest.mark.parametrize("address", [*PAGES, *MACHINES, *MISSING])
def test_answer_sets_no_cookie_and_is_asked_for_anew(agenda, as_public_role, client, address):
    response = client.get(address)

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", [*PAGES, *MISSING])
def test_page_needs_nothing_that_the_policy_forbids(agenda, client, address):
    response = client.get(address)
    page = response.content.decode()

    assert sorted(response["Content-Security-Policy"].split("; ")) == [
        "base-uri 'none'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "style-src 'self'",
    ]
    assert not any(forbidden in page for forbidden in ("<script", "<style", " style=", " onclick="))


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("address", ["/", "/comunicados/", "/comunicados/feed.rss", "/personas/", "/robots.txt"])
def test_public_site_is_read_only(agenda, client, address, method):
    response = getattr(client, method)(address)

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("address", PAGES)
def test_head_answers_like_get_without_the_page(agenda, client, address):
    response = client.head(address)

    assert (response.status_code, response.content) == (200, b"")


def test_colours_are_the_ministry_s_and_kept_for_ever(client, db, settings):
    settings.MINISTRY_COLOUR = "#004488"
    response = client.get("/ministry.css")

    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "--ministry:#004488" in response.content.decode()


def test_new_colour_has_a_new_address(client, db, settings):
    before = client.get("/comunicados/").content.split(b"/ministry.css?")[1][:12]
    settings.MINISTRY_COLOUR = "#004488"

    assert client.get("/comunicados/").content.split(b"/ministry.css?")[1][:12] != before


def test_robots_stay_out_of_the_desk(client, db):
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\n\nSitemap: http://testserver/sitemap.xml\n"
    )


def test_failure_is_a_page_that_asks_nothing(client, agenda, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("comunicados.public.views.lists.Turn", None)
    response = client.get("/en/communiques/")

    assert response.status_code == 500
    assert "The fault is ours." in response.content.decode()


def test_unknown_host_gets_a_page_that_says_no(client, db):
    response = client.get("/comunicados/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize(
    ("address", "first", "later"),
    [
        ("/comunicados/", 8, 2),
        ("/comunicados/?q=delegaciones&person=melanie-joly&party=canada&kind=communique&topic=migration", 20, 2),
        ("/comunicados/2024/", 10, 2),
        ("/comunicados/2024/01/15/", 9, 2),
        ("/personas/", 4, 4),
        ("/personas/melanie-joly/", 17, 2),
        ("/cargos/ministro-de-negocios-extranjeros/", 13, 2),
        ("/paises/", 2, 2),
        ("/paises/canada/", 16, 2),
        ("/temas/", 2, 2),
        ("/temas/migration/", 12, 2),
        ("/comunicados/feed.rss", 3, 2),
        ("/personas/melanie-joly/feed.rss", 5, 2),
        ("/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/", 2, 2),
        ("/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/v/1/", 2, 2),
    ],
)
@pytest.mark.usefixtures("kept_parts")
def test_queries_do_not_grow_with_what_is_shown(agenda, publish, ana, minister, guest, client, address, first, later):
    one = queries(client, address)
    for place in range(2):
        made = make.communique(ana, headline_es=f"Reunión de las delegaciones {place}")
        made.topics.add(make.topic())
        make.attach(made, ana)
        make.participate(made, guest, order=0)
        make.participate(made, minister, order=1)
        make.edit(made, ana)
        publish(made)
    caches["default"].clear()  # as the clock, which would have moved

    assert queries(client, address) == one
    assert one == (first, later)


def queries(client, address: str) -> tuple[int, int]:
    """Of the first request of a content clock, and of a later one, which finds what pages share."""
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        counts.append(len([query for query in captured if "published_site_page" not in query["sql"]]))  # the foot's
    return counts[0], counts[1]
