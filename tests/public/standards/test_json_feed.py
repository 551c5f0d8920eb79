"""standards §3: JSON Feed 1.1."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.public.standards.answers import RFC_3339, Answer, broken, is_relative, unseen

pytestmark = pytest.mark.django_db

KNOWN = {
    "version", "title", "items", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon",
    "favicon", "authors", "language", "expired", "hubs",
}  # fmt: skip
KNOWN_OF_ITEMS = {
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
    "date_published", "date_modified", "authors", "tags", "language", "attachments",
}  # fmt: skip


def read(answer: Answer) -> Any:
    return json.loads(answer.content)


def is_json_feed(answer: Answer) -> Iterator[str]:
    feed = read(answer)
    if answer.headers["Content-Type"].partition(";")[0] != "application/feed+json":
        yield "the media type is another"
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "it is another version"
    if not feed.get("title") or not isinstance(feed.get("items"), list):
        yield "title or items are missing"
    if feed.get("feed_url") != answer.address:
        yield f"feed_url is not {answer.address}"
    if feed.get("language") not in ("es-MX", "en"):
        yield "the language is no tag of BCP 47"


def identifies_each_item(answer: Answer) -> Iterator[str]:
    ids = [item.get("id") for item in read(answer)["items"]]
    if len(set(ids)) != len(ids) or not all(isinstance(each, str) and each for each in ids):
        yield "an id is no string of its own"


def holds_each_text(answer: Answer) -> Iterator[str]:
    for item in read(answer)["items"]:
        if not (item.get("content_html") or item.get("content_text")):
            yield "an item has no text"
        if is_relative(item.get("url", "")):
            yield "an item has no address"


def dates_each_item(answer: Answer) -> Iterator[str]:
    for item in read(answer)["items"]:
        dates = [item[name] for name in ("date_published", "date_modified") if name in item]
        if "date_published" not in item or not all(RFC_3339.fullmatch(date) for date in dates):
            yield "an item has no date of RFC 3339"


def names_authors(answer: Answer) -> Iterator[str]:
    feed = read(answer)
    for part in (feed, *feed["items"]):
        if "author" in part or not all(author.get("name") for author in part.get("authors") or [{}]):
            yield "the authors are no array of names"


def keeps_extras_apart(answer: Answer) -> Iterator[str]:
    feed = read(answer)
    extras = [set(feed) - KNOWN, *(set(item) - KNOWN_OF_ITEMS for item in feed["items"])]
    if any(len(of_one) > 1 or not all(name.startswith("_") for name in of_one) for of_one in extras):
        yield "there is more than one key of our own, or one without its sign"


def leads_on(answer: Answer) -> Iterator[str]:
    feed = read(answer)
    if feed.get("next_url") == feed["feed_url"]:
        yield "the next document is the same"


RULES = (
    is_json_feed,
    identifies_each_item,
    holds_each_text,
    dates_each_item,
    names_authors,
    keeps_extras_apart,
    leads_on,
)
DAMAGES = (
    (is_json_feed, "version/1.1", "version/1"),
    (is_json_feed, "^application/feed.json", "application/json"),
    (is_json_feed, '"items":', '"entries":{},"items":{},"_":'),
    (is_json_feed, '"language":"es-MX"', '"language":"español"'),
    (identifies_each_item, '"id":"urn[^"]*"', '"id":1'),
    (identifies_each_item, '"id":"urn[^"]*"', '"id":"urn:x"'),
    (holds_each_text, '"content_html":', '"content":'),
    (holds_each_text, '"url":"http://testserver/comunicados/2024', '"url":"/comunicados/2024'),
    (dates_each_item, '"date_published":"2024-01-15T', '"date_published":"15 Jan 2024 '),
    (dates_each_item, '"date_published":', '"date":'),
    (names_authors, r'"authors":\[([^]]*)\]', r'"author":\1'),
    (keeps_extras_apart, '"_voceria":', '"voceria":'),
    (leads_on, '"feed_url":("[^"]*")(.*"next_url":)"[^"]*"', r'"feed_url":\1\2\1'),
)


def feed(client, place: str = "/comunicados/") -> Answer:
    return Answer.to(client, f"{place}feed.json")


def test_feed_of_every_list_keeps_every_rule(texts, as_public_role, client):
    places = [
        "/comunicados/",
        "/comunicados/2024/",
        "/personas/melanie-joly/",
        "/en/communiques/",
        "/en/parties/canada/",
    ]
    answers = [feed(client, place) for place in places]

    assert broken(answers, RULES) == []
    assert all(read(answer)["items"] for answer in answers)


def test_rules_see_what_breaks_them(texts, client):
    assert unseen(feed(client), DAMAGES) == []


def test_correction_and_withdrawal_are_told(texts, client):
    found = read(feed(client))
    items = {item["id"]: item for item in found["items"]}

    assert items[texts.corrected.uid.urn]["_voceria"]["correction"] == "Se corrige el titular."
    assert items[texts.corrected.uid.urn]["date_modified"] > items[texts.corrected.uid.urn]["date_published"]
    assert "date_modified" not in items[texts.plain.uid.urn]
    assert [gone["id"] for gone in found["_voceria"]["withdrawn"]] == [texts.withdrawn.uid.urn]


def test_item_comes_with_its_participants_and_files(texts, client):
    (item,) = read(feed(client, "/en/people/melanie-joly/"))["items"]

    assert [row["name"] for row in item["_voceria"]["participants"]] == ["Mélanie Joly", "Alicia Bárcena Ibarra"]
    assert [file["mime_type"] for file in item["attachments"]] == ["image/jpeg", "application/pdf"]
    assert item["_voceria"]["translation"] == f"http://testserver{texts.agenda.path}"
