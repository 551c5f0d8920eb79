"""standards §4: feeds are found from their lists, asked for again cheaply, and walked to the first text."""

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.models import Publication, PublicationPdf
from comunicados.public.views.forms import NAMES
from tests import factories as make
from tests.public.standards.answers import HOST, Answer, broken, unseen

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"
TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
LISTS = [
    "/comunicados/",
    "/comunicados/?q=agenda&topic=migration",
    "/comunicados/2024/01/",
    "/personas/melanie-joly/?kind=communique",
    "/cargos/ministro-de-negocios-extranjeros/",
    "/en/communiques/?party=canada",
    "/en/communiques/2024/01/15/",
    "/en/parties/canada/",
]


def names_its_feeds(answer: Answer) -> Iterator[str]:
    """§4.1"""
    path, mark, query = answer.address.partition("?")
    links = [dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in re.findall("<link [^>]*>", answer.content)]
    for form, media_type in TYPES.items():
        of_type = [link for link in links if (link.get("rel"), link.get("type")) == ("alternate", media_type)]
        if [unescape(link.get("href", "")) for link in of_type] != [f"{path}feed.{form}{mark}{query}"]:
            yield f"the page does not name its feed.{form}"
        if not all(link.get("title") for link in of_type):
            yield "a feed has no title"


DAMAGES = (
    (names_its_feeds, 'type="application/atom.xml"', 'type="text/xml"'),
    (names_its_feeds, "feed.json", "feed.rss"),
    (names_its_feeds, 'title="[^"]*"', 'title=""'),
    (names_its_feeds, "(comunicados/feed.rss)", r"\1?q=otra"),
)


def test_every_list_names_its_three_feeds_and_they_answer(agenda, as_public_role, client):
    """§4.1"""
    answers = [Answer.to(client, place) for place in LISTS]
    hrefs = {
        unescape(href) for answer in answers for href in re.findall(r'href="([^"]*feed\.[^"]*)"', answer.content)
    }

    assert broken(answers, [names_its_feeds]) == []
    assert len(hrefs) == 3 * len(LISTS)
    assert {client.get(href.removeprefix(HOST)).status_code for href in hrefs} == {200}


def test_rule_sees_what_breaks_it(agenda, client):
    assert unseen(Answer.to(client, "/comunicados/"), DAMAGES) == []


@pytest.mark.django_db(transaction=True, databases=["default", "public"])
def test_answer_that_is_held_is_not_sent_again(agenda, clock, client):
    """§4.2: by its ETag, else by its date; the ETag wins; each address has its own."""
    for publication in Publication.objects.all():
        PublicationPdf.objects.keep(publication, b"%PDF-1.7 " + publication.language.encode())
    clock.tick()
    addresses = [
        *(form for publication in Publication.objects.all() for form in forms_of(publication)),
        *(f"{place}feed.{form}" for place in ("/comunicados/", "/en/communiques/") for form in TYPES),
        "/sitemap.xml",
        "/sitemap-communiques-0.xml",
        "/sitemap-news.xml",
        agenda.path,
        "/seguir/",
    ]
    first = {address: client.get(address) for address in addresses}
    for address, answer in first.items():
        etag, date = {"if-none-match": answer["ETag"]}, {"if-modified-since": answer["Last-Modified"]}
        held = [client.get(address, headers=headers) for headers in (etag, date, etag | {"if-modified-since": OLD})]
        other = client.get(address, headers=date | {"if-none-match": '"another"'})

        assert answer["Cache-Control"] == "no-cache"
        assert {(again.status_code, again.content, again["ETag"]) for again in held} == {(304, b"", answer["ETag"])}
        assert other.status_code == client.get(address, headers={"if-modified-since": OLD}).status_code == 200
        assert (client.head(address).status_code, client.head(address)["ETag"]) == (200, answer["ETag"])
    assert len({answer["ETag"] for answer in first.values()}) == len(addresses)


def forms_of(publication: Publication) -> list[str]:
    return [f"{publication.path}{NAMES[publication.language]}.{ending}" for ending in ("txt", "json", "pdf")]


@pytest.mark.django_db(transaction=True, databases=["default", "public"])
def test_form_of_a_text_that_was_replaced_holds_for_nobody(agenda, correct, clock, carmen, client):
    """§4.2: neither by its ETag nor by its date, nor after a correction in the second in which it was read; a version
    that is over keeps its own."""

    def keep(publication: Publication) -> None:
        PublicationPdf.objects.keep(publication, b"%PDF-1.7 " + publication.headline.encode())

    keep(agenda)
    unsettled = [client.get(form) for form in forms_of(agenda)]
    clock.tick()
    held = {form: client.get(form) for form in forms_of(agenda)}
    corrected = correct(agenda, headline_es="Otro titular", correction_note_es="Se corrige.")
    keep(corrected)
    clock.tick()

    assert [answer.get("Last-Modified") for answer in unsettled] == [None] * 3
    for form, answer in held.items():
        for headers in ({"if-none-match": answer["ETag"]}, {"if-modified-since": answer["Last-Modified"]}):
            now = client.get(form, headers=headers)
            assert (now.status_code, now["ETag"] == answer["ETag"]) == (200, False)
    etag = {"if-none-match": held[f"{agenda.path}comunicado.pdf"]["ETag"]}
    assert client.get(f"{agenda.path}v/1/comunicado.pdf", headers=etag).status_code == 304

    last = {form: client.get(form)["ETag"] for form in held}
    agenda.version.conceal(by=carmen, reason={"es": "Por ley."})
    assert {client.get(form, headers={"if-none-match": last[form]}).status_code for form in held} == {410}


OLD = "Sun, 14 Jan 2024 18:00:00 GMT"


@pytest.mark.django_db(transaction=True, databases=["default", "public"])
def test_whoever_asks_by_date_is_told_of_every_change(agenda, ana, bruno, carmen, clock, client):
    """§4.2: a withdrawal and a concealment too, and what changed in the second in which they asked."""

    def asked() -> dict[str, str]:
        return {"if-modified-since": client.get("/comunicados/feed.rss")["Last-Modified"]}

    clock.tick()
    since = asked()
    make.published(make.communique(ana, headline_es="Al instante"), writer=ana, editor=bruno, publisher=carmen)
    same_second = client.get("/comunicados/feed.rss", headers=since)
    assert (same_second.status_code, "Last-Modified" in same_second) == (200, False)

    for change in (
        lambda: agenda.version.withdraw(by=carmen, reason="Error."),
        lambda: agenda.version.conceal(by=carmen, reason={"es": "Por orden judicial."}),
    ):
        clock.tick()
        since = asked()
        clock.tick()
        assert client.get("/comunicados/feed.rss", headers=since).status_code == 304
        change()
        assert client.get("/comunicados/feed.rss", headers=since).status_code == 200


# Walking


@pytest.fixture
def archive(ana, publish, correct, carmen, clock, monkeypatch):
    """Many short documents: of news, of what was entered as archive; some corrected, withdrawn, in English alone."""
    monkeypatch.setattr("comunicados.public.feeds.sequence.LENGTH", 3)
    monkeypatch.setattr("comunicados.public.feeds.sequence.EDGE", 3)
    texts = []
    for at in range(14):
        clock.tick(minutes=0 if at in (5, 6) else 1)  # two of the same hour
        made = make.communique(ana, headline_es=f"Texto {at}", headline_en=f"Text {at}", is_archive=at % 4 == 1)
        texts.append(publish(made, "en" if at % 5 == 4 else "es"))
    correct(texts[3], headline_es="Corregido", correction_note_es="Se corrige.")
    clock.tick()
    texts[7].version.withdraw(by=carmen, reason="Error.")
    clock.tick(days=30)
    return texts


def listed(archive, language: str) -> list[str]:
    return sorted(text.uid.urn for text in archive if text.language == language and text is not archive[7])


def walk(client, address: str) -> tuple[list[list[str]], list[str]]:
    """The ids in each document from the current one on, and their addresses."""
    documents, addresses = [], []
    while address:
        assert address not in addresses
        addresses.append(address)
        content = client.get(address.removeprefix(HOST)).content.decode()
        if ".json" in address:
            feed = json.loads(content)
            documents.append([item["id"] for item in feed["items"]])
            address = feed.get("next_url", "")
        else:
            answer = Answer(address, content)
            documents.append(
                [each.text for tag in ("guid", f"{ATOM}entry/{ATOM}id") for each in answer.xml.iterfind(f".//{tag}")]
            )
            address = link(answer, "prev-archive")
    return documents, addresses


def link(answer: Answer, rel: str) -> str:
    found = [each.get("href", "") for each in answer.xml.iter(f"{ATOM}link") if each.get("rel") == rel]
    assert len(found) < 2
    return found[0] if found else ""


def test_walk_gives_every_published_item_exactly_once(archive, as_public_role, client):
    """§4.3: in each form and language, news first, then what was entered as archive."""
    for form in TYPES:
        for place, language in (("/comunicados/", "es"), ("/en/communiques/", "en"), ("/comunicados/2024/", "es")):
            documents, _ = walk(client, f"{HOST}{place}feed.{form}")
            found = [each for document in documents for each in document]

            assert sorted(found) == listed(archive, language)
            archived = {text.uid.urn for text in archive if text.is_archive}
            assert [each in archived for each in found] == sorted(each in archived for each in found)
            assert len(documents) > 2 or language == "en"


def test_document_of_the_archive_says_what_it_is_and_leads_both_ways(archive, client):
    """§4.3"""
    _, addresses = walk(client, f"{HOST}/comunicados/feed.atom")
    answers = [Answer.to(client, address.removeprefix(HOST)) for address in addresses]
    newer = {answer.address: link(answer, "next-archive") for answer in answers[1:]}

    assert [answer.xml.find(ARCHIVE) is not None for answer in answers] == [False] + [True] * (len(answers) - 1)
    assert {link(answer, "current") for answer in answers[1:]} == {addresses[0]}
    assert {link(answer, "self") == answer.address for answer in answers} == {True}
    assert any(newer.values())
    for address, leads_to in newer.items():
        if leads_to in addresses:
            assert addresses.index(leads_to) == addresses.index(address) - 1


def test_document_of_the_archive_never_changes(archive, publish, carmen, clock, client):
    """§4.3: while new texts come; a walk comes upon the addresses that it knows."""
    before, addresses = walk(client, f"{HOST}/comunicados/feed.atom")
    for place in range(3):
        clock.tick()
        publish(headline_es=f"Nuevo {place}")
    kept = [walk(client, address)[0][0] for address in addresses[1:]]
    _, again = walk(client, f"{HOST}/comunicados/feed.atom")

    assert kept == before[1:]
    assert set(addresses[2:]) & set(again)


def test_withdrawn_text_leaves_its_notice_where_it_stood(archive, client):
    """§4.3 and §2.5: whoever reads the archive knows what is gone."""
    _, addresses = walk(client, f"{HOST}/comunicados/feed.atom")
    told = [
        address
        for address in addresses
        if archive[7].uid.urn in client.get(address.removeprefix(HOST)).content.decode()
    ]

    assert len(told) == 1


@pytest.mark.parametrize("place", ["x", "AAAA", "_" * 34, "%00"])
def test_place_that_was_never_given_is_missing(agenda, client, place):
    assert client.get(f"/comunicados/feed.atom?archive={place}").status_code in {400, 404}


def test_feed_costs_the_clock_and_one_query(texts, client, settings):
    """However many texts; the silences are read once for a clock."""
    settings.CACHES = {
        name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
        for name in settings.CACHES
    }
    client.get("/en/communiques/feed.json")
    client.get("/comunicados/feed.json?kind=communique")
    for form in ("rss", "atom"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/comunicados/feed.{form}").status_code == 200
        assert len(queries) == 2
