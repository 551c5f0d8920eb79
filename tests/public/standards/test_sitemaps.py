"""standards §5.1 to §5.3: sitemaps."""

import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.public.standards.answers import HOST, Answer, broken, unseen

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}link"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SAID_OF_NEWS = (
    f"{NEWS}publication/{NEWS}name",
    f"{NEWS}publication/{NEWS}language",
    f"{NEWS}publication_date",
    f"{NEWS}title",
)
W3C_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?")


def is_within_the_limits(answer: Answer) -> Iterator[str]:
    """§5.1"""
    if len(answer.content.encode()) > 50_000_000 or len(answer.xml) > 50_000:
        yield "the file is too long"
    if answer.xml.tag not in (f"{MAP}urlset", f"{MAP}sitemapindex"):
        yield "it is no sitemap"
    addresses = [each.text or "" for each in answer.xml.iter(f"{MAP}loc")]
    if len(addresses) != len(answer.xml) or len(set(addresses)) != len(addresses):
        yield "an address is missing or stands twice"
    if any(not address.startswith(f"{HOST}/") for address in addresses):
        yield "an address is not of this site"
    if any(not W3C_DATE.fullmatch(each.text or "") for each in answer.xml.iter(f"{MAP}lastmod")):
        yield "a date is none of the W3C's"


def names_every_language(answer: Answer) -> Iterator[str]:
    """§5.2"""
    sets = {}
    for url in answer.xml.iter(f"{MAP}url"):
        links = [(link.get("hreflang"), link.get("href")) for link in url.iter(XHTML)]
        own = url.findtext(f"{MAP}loc")
        sets[own] = set(links)
        languages = [language for language, _ in links]
        if len(links) != len(set(links)) or len(languages) != len(set(languages)):
            yield "a language stands twice"
        if own not in [href for language, href in links if language != "x-default"]:
            yield f"{own} does not name itself"
        if languages.count("x-default") != (len(languages) > 1):
            yield "x-default does not stand once"
    for own, links in sets.items():
        if any(sets.get(href) != links for _, href in links):
            yield f"the links from {own} are not returned"


def names_the_publication(answer: Answer) -> Iterator[str]:
    """§5.3"""
    if len(answer.xml) > 1000:
        yield "there are more than a thousand"
    for url in answer.xml.iter(f"{MAP}url"):
        news = url.find(f"{NEWS}news")
        parts = [news.findtext(path) if news is not None else "" for path in SAID_OF_NEWS]
        if not all(parts):
            yield "something is not said of a text"
        elif parts[1] not in ("es", "en") or not W3C_DATE.fullmatch(parts[2] or ""):
            yield "language or date cannot be read"


DAMAGES = (
    (is_within_the_limits, "<loc>http://testserver", "<loc>http://elsewhere"),
    (is_within_the_limits, "(<url>.*</url>)", r"\1\1"),
    (is_within_the_limits, "<lastmod>2024-01-15T", "<lastmod>15/01/2024 "),
    (is_within_the_limits, "sitemap/0.9", "sitemap/0.8"),
    (names_every_language, 'hreflang="es"', 'hreflang="en"'),
    (names_every_language, '<xhtml:link rel="alternate" hreflang="x-default"[^>]*>', ""),
    (names_every_language, '<xhtml:link rel="alternate" hreflang="es"[^>]*>', ""),
    (names_every_language, "(<urlset[^>]*>\n)<url>.*?</url>", r"\1"),
)
DAMAGES_OF_NEWS = (
    (names_the_publication, "<news:title>.*?</news:title>", ""),
    (names_the_publication, "<news:language>es", "<news:language>español"),
    (names_the_publication, "<news:publication_date>2024-", "<news:publication_date>24-"),
    (names_the_publication, "<news:news>.*?</news:news>", ""),
)


def files(client) -> list[str]:
    index = Answer.to(client, "/sitemap.xml")
    assert broken([index], [is_within_the_limits]) == []
    return [(each.text or "").removeprefix(HOST) for each in index.xml.iter(f"{MAP}loc")]


def urls(client) -> dict[str, Answer]:
    """Every address, and the file in which it stands."""
    answers = [Answer.to(client, file) for file in files(client) if "news" not in file]
    assert broken(answers, [is_within_the_limits, names_every_language]) == []
    found = [(each.text or "", answer) for answer in answers for each in answer.xml.iter(f"{MAP}loc")]
    assert len(dict(found)) == len(found)
    return dict(found)


def test_robots_are_led_to_the_index(client, db):
    """§5.1"""
    assert f"Sitemap: {HOST}/sitemap.xml" in client.get("/robots.txt").content.decode().splitlines()


def test_every_address_is_public_and_canonical_and_its_head_agrees(texts, as_public_role, client):
    """§5.1 and §5.2: answers 200, may be indexed, and names the same languages as the file."""
    for address, file in urls(client).items():
        response = client.get(address.removeprefix(HOST))
        page = response.content.decode()
        (url,) = [each for each in file.xml.iter(f"{MAP}url") if each.findtext(f"{MAP}loc") == address]
        in_file = {(link.get("hreflang"), link.get("href")) for link in url.iter(XHTML)}

        assert response.status_code == 200, address
        assert re.findall('rel="canonical" href="([^"]*)"', page) == [address]
        assert 'name="robots"' not in page
        assert set(re.findall('rel="alternate" hreflang="([^"]*)" href="([^"]*)"', page)) == in_file


def test_files_hold_what_is_listed_and_nothing_else(texts, client):
    """§5.1: not what was withdrawn, is embargoed, or is an older version."""
    found = urls(client)
    held = [text for text in vars(texts).values() if HOST + text.path in found]

    assert held == [texts.agenda, texts.corrected, texts.archive, texts.english, texts.plain]
    assert {HOST + path for path in ("/personas/melanie-joly/", "/en/parties/canada/", "/seguir/")} <= set(found)
    assert {f"{HOST}/comunicados/{day}/" for day in ("1999", "1999/05", "1999/05/01", "2024/01/15")} <= set(found)
    assert not any("/v/" in address or "embarg" in address or "retirado" in address for address in found)


def test_last_change_is_that_of_which_readers_are_told(agenda, correct, client):
    """§5.1"""
    correct(agenda, headline_es="Con una errata menos")
    minor = Answer.to(client, "/sitemap-communiques-0.xml").content
    correct(agenda, headline_es="Corregido", correction_note_es="Se corrige el titular.")
    told = Answer.to(client, "/sitemap-communiques-0.xml").content

    assert set(re.findall("<lastmod>([^<]*)", minor)) == {"2024-01-15T12:00:00-06:00"}
    assert set(re.findall("<lastmod>([^<]*)", told)) == {"2024-01-15T12:00:00-06:00", "2024-01-15T14:00:00-06:00"}
    assert "<lastmod>2024-01-15T14:00:00-06:00</lastmod>" in Answer.to(client, "/sitemap.xml").content


def test_rules_see_what_breaks_them(texts, client):
    assert unseen(Answer.to(client, "/sitemap-communiques-0.xml"), DAMAGES) == []
    assert unseen(Answer.to(client, "/sitemap-news.xml"), DAMAGES_OF_NEWS) == []


def test_news_are_of_two_days(texts, publish, clock, client):
    """§5.3"""
    news = Answer.to(client, "/sitemap-news.xml")
    clock.tick(days=1)
    publish(headline_es="De hoy")
    clock.tick(days=1)
    later = Answer.to(client, "/sitemap-news.xml")

    assert broken([news, later], [is_within_the_limits, names_the_publication]) == []
    assert len(news.xml) == 5
    assert re.findall("<news:title>([^<]*)", later.content) == ["Palabras embargadas", "De hoy"]


def test_files_of_many_blocks_are_each_read_at_the_same_cost(publish, ana, client, monkeypatch):
    """A block that holds nothing has no file; one holds what its numbers say."""
    first = publish(headline_es="Primero")
    numbers = {first.communique_id // 2500}

    def cost(path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        return len(queries)

    before = [cost("/sitemap.xml"), cost(f"/sitemap-communiques-{first.communique_id // 2500}.xml")]
    for place in range(3):
        numbers.add(publish(made=make.communique(ana, headline_es=f"Otro {place}")).communique_id // 2500)

    assert [cost("/sitemap.xml"), cost(f"/sitemap-communiques-{first.communique_id // 2500}.xml")] == before
    assert [file for file in files(client) if "communiques" in file] == [
        f"/sitemap-communiques-{n}.xml" for n in sorted(numbers)
    ]


@pytest.mark.parametrize(
    "file", ["/sitemap-nada-0.xml", "/sitemap-communiques-99.xml", "/sitemap-people-9999999999999999999999.xml"]
)
def test_file_that_is_none_is_missing(agenda, client, file):
    assert client.get(file).status_code == 404
