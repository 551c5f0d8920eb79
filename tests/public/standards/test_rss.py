"""standards §1: RSS 2.0, with the profile of the RSS Advisory Board."""

import email.utils
import re
from collections.abc import Iterator

import feedparser
import pytest

from tests import factories as make
from tests.public.standards.answers import HOST, URN, Answer, broken, is_relative, unseen

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
RFC_822 = re.compile(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)")
FORMS = ("rss", "atom", "json")
LISTS = [
    "/comunicados/",
    "/comunicados/2024/",
    "/comunicados/2024/01/15/",
    "/personas/melanie-joly/",
    "/cargos/ministro-de-negocios-extranjeros/",
    "/en/communiques/",
    "/en/parties/canada/",
]


def is_rss_with_its_channel(answer: Answer) -> Iterator[str]:
    """§1.1"""
    root = answer.xml
    if answer.headers["Content-Type"] != "application/rss+xml; charset=utf-8":
        yield "the media type is another"
    if (root.tag, root.get("version"), len(root)) != ("rss", "2.0", 1):
        yield "it is not RSS 2.0 with one channel"
    yield from (
        f"the channel has no {name}" for name in ("title", "link", "description") if not root[0].findtext(name)
    )


def names_its_own_address(answer: Answer) -> Iterator[str]:
    """§1.2"""
    own = [link for link in answer.xml[0].findall(f"{ATOM}link") if link.get("rel") == "self"]
    if [(link.get("type"), link.get("href")) for link in own] != [("application/rss+xml", answer.address)]:
        yield f"self is not {answer.address}"


def tells_language_and_dates(answer: Answer) -> Iterator[str]:
    """§1.3"""
    channel = answer.xml[0]
    if not re.fullmatch(r"es-MX|en", channel.findtext("language") or ""):
        yield "the language is no tag of BCP 47"
    dates = [channel.findtext("lastBuildDate"), *(item.findtext("pubDate") for item in channel.iter("item"))]
    yield from (f"{date} is no date of RFC 822" for date in dates if not RFC_822.fullmatch(date or ""))


def identifies_each_item(answer: Answer) -> Iterator[str]:
    """§1.4"""
    ids = []
    for item in answer.xml.iter("item"):
        guids = item.findall("guid")
        ids += [guid.text for guid in guids]
        if not (item.findtext("title") and item.findtext("description")):
            yield "an item lacks title or description"
        if is_relative(item.findtext("link") or ""):
            yield "a link is relative"
        if [guid.get("isPermaLink") for guid in guids] != ["false"] or not URN.fullmatch(guids[0].text or ""):
            yield "an item has not exactly one id that is no address"
    if len(ids) != len(set(ids)):
        yield "two items have the same id"


def gives_the_text_after_its_summary(answer: Answer) -> Iterator[str]:
    """§1.5"""
    for item in answer.xml.iter("item"):
        tags = [child.tag for child in item]
        text = item.findtext("description", "") + item.findtext(CONTENT, "")
        if CONTENT not in tags or tags.index("description") > tags.index(CONTENT):
            yield "the summary does not come before the text"
        if any(is_relative(address) for address in re.findall(r'(?:href|src)="([^"]*)"', text)):
            yield "the text holds a relative address"
        if "<script" in text:
            yield "the text holds a script"


def sorts_each_item(answer: Answer) -> Iterator[str]:
    """§1.6"""
    for item in answer.xml.iter("item"):
        categories = item.findall("category")
        if not categories or any(is_relative(category.get("domain", "")) for category in categories):
            yield "an item has no category of a vocabulary"
        if not (item.findtext(f"{DC}creator") or "").startswith("Minist"):
            yield "an item has no institution as its creator"


def begins_with_the_newest(answer: Answer) -> Iterator[str]:
    """§1.7"""
    dates = [email.utils.parsedate_to_datetime(item.findtext("pubDate")) for item in answer.xml.iter("item")]
    if dates != sorted(dates, reverse=True):
        yield "the newest is not at the head"


RULES = (
    is_rss_with_its_channel,
    names_its_own_address,
    tells_language_and_dates,
    identifies_each_item,
    gives_the_text_after_its_summary,
    sorts_each_item,
    begins_with_the_newest,
)


def titles(answer: Answer) -> list[str | None]:
    return [item.findtext("title") for item in answer.xml.iter("item")]


DAMAGES = (
    (is_rss_with_its_channel, 'version="2.0"', 'version="0.92"'),
    (is_rss_with_its_channel, "^application/rss.xml", "text/xml"),
    (is_rss_with_its_channel, "<title>[^<]*</title>", "<title/>"),
    (names_its_own_address, "feed.rss", "feed.rss?utm_source=x"),
    (names_its_own_address, 'rel="self"', 'rel="via"'),
    (tells_language_and_dates, "<language>es-MX", "<language>español"),
    (tells_language_and_dates, " 2024 ", " 24 "),
    (identifies_each_item, 'isPermaLink="false"', ""),
    (identifies_each_item, "(<guid.*?</guid>)", r"\1\1"),
    (identifies_each_item, "urn:uuid:[0-9a-f-]*", "urn:uuid:00000000-0000-0000-0000-000000000000"),
    (identifies_each_item, "<link>http://testserver", "<link>"),
    (
        gives_the_text_after_its_summary,
        "(<description>.{,400}?</description>)\n(<content:.*?</content:encoded>)",
        r"\2\1",
    ),
    (gives_the_text_after_its_summary, 'href="http://testserver/personas', 'href="/personas'),
    (gives_the_text_after_its_summary, "<content:encoded>", "<content:encoded>&lt;script>"),
    (sorts_each_item, "<category.*?</category>", ""),
    (sorts_each_item, "<dc:creator>.*?</dc:creator>", ""),
    (begins_with_the_newest, "<pubDate>Mon, 15 Jan 2024 2", "<pubDate>Mon, 15 Jan 2023 2"),
)


def test_feed_of_every_list_keeps_every_rule(texts, as_public_role, client):
    answers = [Answer.to(client, f"{place}feed.rss") for place in LISTS]
    parsed = [feedparser.parse(answer.content) for answer in answers]

    assert broken(answers, RULES) == []
    assert {(feed.bozo, feed.version, len(feed.entries) > 0) for feed in parsed} == {(False, "rss20", True)}


def test_rules_see_what_breaks_them(texts, client):
    assert unseen(Answer.to(client, "/comunicados/feed.rss"), DAMAGES) == []


def test_feed_of_a_filter_keeps_every_rule(texts, client):
    """§1.2: the filters in one order, nothing else."""
    noise = "/comunicados/feed.rss?utm=x&topic=migration&before=zz&q=agenda&kind="
    answer = Answer.to(client, noise, "/comunicados/feed.rss?q=agenda&topic=migration")

    assert broken([answer], RULES) == []
    assert len(titles(answer)) == 1


def test_feed_is_addressed_by_the_public_site(agenda, client, settings):
    settings.SITE_URL = "https://prensa.example"
    answer = Answer.to(client, "/comunicados/feed.rss")

    assert answer.xml[0].findtext("link") == "https://prensa.example/comunicados/"
    assert HOST not in answer.content


def test_id_and_first_hour_outlive_a_correction(agenda, correct, client):
    """§1.4: the guid never changes; lastBuildDate does."""
    before = Answer.to(client, "/comunicados/feed.rss")
    correct(agenda, date="2024-01-14", headline_es="Corregido", correction_note_es="Se corrige el titular.")
    after = Answer.to(client, "/comunicados/feed.rss")
    (old,), (new,) = before.xml.iter("item"), after.xml.iter("item")

    assert [new.findtext(name) for name in ("guid", "pubDate")] == [
        old.findtext(name) for name in ("guid", "pubDate")
    ]
    assert after.xml[0].findtext("lastBuildDate") == "Mon, 15 Jan 2024 19:00:00 +0000"
    assert "Se corrige el titular." in new.findtext(CONTENT)


def test_whole_text_comes_with_its_participants(agenda, client):
    """§1.5"""
    content = next(Answer.to(client, "/comunicados/feed.rss").xml.iter("item")).findtext(CONTENT)

    assert "Las dos delegaciones se reunieron hoy." in content
    assert content.index("Alicia Bárcena Ibarra") < content.index("Mélanie Joly")


def test_item_is_sorted_by_kind_subject_and_country(agenda, client):
    """§1.6"""
    (item,) = Answer.to(client, "/en/communiques/feed.rss").xml.iter("item")

    assert [(category.text, category.get("domain")) for category in item.findall("category")] == [
        ("Communiqué", "http://testserver/en/communiques/#id_kind"),
        ("Migration", "http://testserver/en/topics/"),
        ("Mexico", "http://testserver/en/parties/"),
        ("Canada", "http://testserver/en/parties/"),
    ]


def test_embargoed_withdrawn_and_archived_words_are_absent(texts, client):
    """§1.7"""
    for form in FORMS:
        answer = Answer.to(client, f"/comunicados/feed.{form}")

        assert not re.search("embargadas|Palabras retiradas|Texto retirado|de archivo", answer.content)
        assert "Texto sin errata" in answer.content


def test_newest_entry_comes_first_whatever_its_date(publish, clock, client):
    """§1.7: newest first, by the hour in which each went live."""
    publish(headline_es="Primero", date="2024-01-15")
    clock.tick()
    publish(headline_es="Segundo", date="2024-01-10")

    assert titles(Answer.to(client, "/comunicados/feed.rss")) == ["Segundo", "Primero"]


def test_feed_of_nothing_is_valid_and_empty_and_of_nobody_missing(agenda, client):
    """§1.8"""
    for form in FORMS:
        answer = Answer.to(client, f"/comunicados/feed.{form}?q=nada")

        assert not re.search('<item|<entry|"id":', answer.content)
        assert form == "json" or not feedparser.parse(answer.content).bozo
        assert client.get(f"/comunicados/feed.{form}?person=nadie").status_code == 404
        assert client.get(f"/personas/nadie/feed.{form}").status_code == 404


def test_character_that_xml_cannot_hold_breaks_no_feed(publish, client):
    publish(headline_es="Titular\x0b con\x1f control")

    assert titles(Answer.to(client, "/comunicados/feed.rss")) == ["Titular con control"]
    assert not feedparser.parse(client.get("/comunicados/feed.atom").content).bozo
    assert not feedparser.parse(client.get("/sitemap-news.xml").content).get("bozo_exception")


def test_feed_holds_the_newest_and_an_older_one_that_was_corrected_of_late(
    ana, publish, correct, clock, client, monkeypatch
):
    monkeypatch.setattr("comunicados.public.feeds.sequence.LENGTH", 2)
    published = []
    for place in range(4):
        clock.tick(days=1)
        published.append(publish(made=make.communique(ana, headline_es=f"Comunicado {place}")))
    correct(published[0], headline_es="Corregido", correction_note_es="Se corrige.")
    late = titles(Answer.to(client, "/comunicados/feed.rss"))
    clock.tick(days=15)

    assert late == ["Comunicado 3", "Comunicado 2", "Corregido"]
    assert titles(Answer.to(client, "/comunicados/feed.rss")) == ["Comunicado 3", "Comunicado 2"]
