"""standards §2: Atom (RFC 4287), with what was deleted (RFC 6721)."""

import re
from collections.abc import Iterator

import feedparser
import pytest

from tests.public.standards.answers import RFC_3339, URN, Answer, broken, is_relative, unseen

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PLACES = [
    "/comunicados/",
    "/comunicados/2024/01/",
    "/personas/melanie-joly/",
    "/en/communiques/",
    "/en/parties/canada/",
]


def has_one_id_title_and_date_each(answer: Answer) -> Iterator[str]:
    """§2.1"""
    for element in (answer.xml, *answer.xml.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len([child for child in element.findall(f"{ATOM}{name}") if child.text]) != 1:
                yield f"{element.tag} has not one {name}"
        if not RFC_3339.fullmatch(element.findtext(f"{ATOM}updated") or ""):
            yield "a date is none of RFC 3339"
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in answer.xml.iter(f"{ATOM}entry")]
    if len(set(ids)) != len(ids) or not all(URN.fullmatch(each) for each in ids):
        yield "an entry's id is no permanent IRI of its own"


def has_author_and_addresses(answer: Answer) -> Iterator[str]:
    """§2.2"""
    feed = answer.xml
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        yield "the feed has no author"
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if own != [answer.address]:
        yield f"self is not {answer.address}"
    for entry in feed.iter(f"{ATOM}entry"):
        alternates = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        kinds = [(link.get("type"), link.get("hreflang")) for link in alternates]
        if not alternates or len(kinds) != len(set(kinds)):
            yield "an entry has no alternate, or two of one type and language"
        if any(is_relative(link.get("href") or "") for link in alternates):
            yield "an alternate is relative"


def dates_each_entry(answer: Answer) -> Iterator[str]:
    """§2.3"""
    for entry in answer.xml.iter(f"{ATOM}entry"):
        published, updated = (entry.findtext(f"{ATOM}{name}") or "" for name in ("published", "updated"))
        if not RFC_3339.fullmatch(published) or published > updated:
            yield "an entry has no beginning before its last change"


def holds_the_text_in_its_language(answer: Answer) -> Iterator[str]:
    """§2.4"""
    for entry in answer.xml.iter(f"{ATOM}entry"):
        content = entry.find(f"{ATOM}content")
        if content is None or content.get("type") not in ("html", "xhtml") or not content.text:
            yield "an entry has no text"
        if not re.fullmatch("es-MX|en", entry.get(LANG, "")):
            yield "an entry is in no language"


def tells_what_was_deleted(answer: Answer) -> Iterator[str]:
    """§2.5"""
    ids = {entry.findtext(f"{ATOM}id") for entry in answer.xml.iter(f"{ATOM}entry")}
    for gone in answer.xml.findall(DELETED):
        if not URN.fullmatch(gone.get("ref", "")) or not RFC_3339.fullmatch(gone.get("when", "")):
            yield "what was deleted has no id or no date"
        if gone.get("ref") in ids:
            yield "what was deleted is listed"


RULES = (
    has_one_id_title_and_date_each,
    has_author_and_addresses,
    dates_each_entry,
    holds_the_text_in_its_language,
    tells_what_was_deleted,
)
DAMAGES = (
    (has_one_id_title_and_date_each, "<id>[^<]*</id>", ""),
    (has_one_id_title_and_date_each, "(<title>[^<]*</title>)", r"\1\1"),
    (has_one_id_title_and_date_each, "<updated>2024-", "<updated>24-"),
    (has_one_id_title_and_date_each, "urn:uuid:", "http://testserver/"),
    (has_author_and_addresses, "<author>.*?</author>", ""),
    (has_author_and_addresses, 'rel="self"', 'rel="related"'),
    (has_author_and_addresses, 'hreflang="en"', 'hreflang="es-MX"'),
    (has_author_and_addresses, 'href="http://testserver/comunicados/2024', 'href="/comunicados/2024'),
    (dates_each_entry, "<published>.*?</published>", ""),
    (dates_each_entry, "<published>2024", "<published>2025"),
    (holds_the_text_in_its_language, "<content.*?</content>", ""),
    (holds_the_text_in_its_language, '<entry xml:lang="es-MX">', "<entry>"),
    (tells_what_was_deleted, ' when="[^"]*"', ""),
)


def feed(client, place: str = "/comunicados/") -> Answer:
    return Answer.to(client, f"{place}feed.atom")


def entries(answer: Answer) -> dict[str | None, tuple[str | None, str | None]]:
    """Beginning and last change of each, by its id."""
    found = answer.xml.iter(f"{ATOM}entry")
    return {
        entry.findtext(f"{ATOM}id"): (entry.findtext(f"{ATOM}published"), entry.findtext(f"{ATOM}updated"))
        for entry in found
    }


def test_feed_of_every_list_keeps_every_rule(texts, as_public_role, client):
    answers = [feed(client, place) for place in PLACES]
    parsed = [feedparser.parse(answer.content) for answer in answers]

    assert broken(answers, RULES) == []
    assert {(each.bozo, each.version, len(each.entries) > 0) for each in parsed} == {(False, "atom10", True)}
    assert {answer.headers["Content-Type"] for answer in answers} == {"application/atom+xml; charset=utf-8"}


def test_rules_see_what_breaks_them(texts, client):
    good = feed(client)
    doubled = good.damaged('ref="urn:uuid:[^"]*"', f'ref="{texts.agenda.uid.urn}"')

    assert unseen(good, DAMAGES) == []
    assert list(tells_what_was_deleted(doubled))


def test_entry_has_the_same_id_in_all_feeds(texts, client):
    """§2.1"""
    ids = [set(entries(feed(client, place))) for place in ("/comunicados/", "/comunicados/2024/", "/paises/canada/")]

    assert ids[0] == ids[1] == {text.uid.urn for text in (texts.agenda, texts.corrected, texts.plain)}
    assert ids[2] == {texts.agenda.uid.urn}


def test_last_change_moves_on_a_correction_alone(agenda, correct, client):
    """§2.3: not on what no reader is told of."""
    first = entries(feed(client))
    correct(agenda, headline_es="Con una errata menos")
    minor = entries(feed(client))
    correct(agenda, headline_es="Corregido", correction_note_es="Se corrige el titular.")
    told = entries(feed(client))
    correct(agenda, headline_es="Corregido dos veces", correction_note_es="")

    assert first == minor == {agenda.uid.urn: ("2024-01-15T12:00:00-06:00",) * 2}
    assert told == {agenda.uid.urn: ("2024-01-15T12:00:00-06:00", "2024-01-15T14:00:00-06:00")}
    assert entries(feed(client)) == told


def test_withdrawal_leaves_a_notice(texts, client):
    """§2.5: and nothing of the text."""
    (gone,) = feed(client).xml.findall(DELETED)

    assert (gone.get("ref"), gone.get("when")) == (texts.withdrawn.uid.urn, "2024-01-15T18:00:00-06:00")
    assert gone.findtext("{http://purl.org/atompub/tombstones/1.0}comment") == "Contenía un error."
    assert texts.withdrawn.uid.urn not in entries(feed(client))


def test_two_languages_are_two_linked_entries(texts, client):
    """§2.6"""
    spanish, english = (
        {
            (link.get("hreflang"), link.get("href"))
            for entry in feed(client, place).xml.iter(f"{ATOM}entry")
            for link in entry.findall(f"{ATOM}link")
            if link.get("rel") == "alternate"
        }
        for place in ("/personas/melanie-joly/", "/en/people/melanie-joly/")
    )

    assert spanish == english
    assert {language for language, _ in spanish} == {"es-MX", "en"}
    assert not set(entries(feed(client))) & set(entries(feed(client, "/en/communiques/")))
