"""The three forms of a feed. Each writes a text once; a document is what stands around such pieces."""

import datetime as dt
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from comunicados.public.feeds.item import Enclosure, Feed, Item, Withdrawal

NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
JSON_FEED = "https://jsonfeed.org/version/1.1"
OURS = "_voceria"  # the key of what the format has no words for


@dataclass(frozen=True)
class Format:
    name: str  # of the addresses: `feed.rss`
    label: str
    media_type: str
    piece: Callable[[Item], str]
    document: Callable[[Feed, Sequence[str], Sequence[Withdrawal]], str]


def _xml(template: str, **context: Any) -> str:
    """Characters that XML cannot hold are left out."""
    return NOT_XML.sub("", render_to_string(f"public/feeds/{template}", context))


def _rss_piece(item: Item) -> str:
    return _xml("item.rss", item=item)


def _rss(feed: Feed, pieces: Sequence[str], withdrawn: Sequence[Withdrawal]) -> str:
    """RSS has no word for what was withdrawn."""
    return _xml("feed.rss", feed=feed, pieces=pieces)


def _atom_piece(item: Item) -> str:
    return _xml("entry.atom", item=item)


def _atom(feed: Feed, pieces: Sequence[str], withdrawn: Sequence[Withdrawal]) -> str:
    return _xml("feed.atom", feed=feed, pieces=pieces, withdrawn=withdrawn)


def _json_piece(item: Item) -> str:
    files = [*([item.photograph] if item.photograph else []), *item.annexes]
    said = {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "content_html": item.content,
        "summary": item.summary,
        "image": item.photograph.address if item.photograph else None,
        "date_published": moment(item.published),
        "date_modified": moment(item.updated) if item.correction or item.updated != item.published else None,
        "authors": [{"name": item.author}],
        "tags": [subject.word for subject in item.subjects],
        "language": item.language,
        "attachments": [_attachment(file) for file in files],
        OURS: item.facts | {"correction": item.correction, "translation": item.translation},
    }
    return _json(said)


def _attachment(file: Enclosure) -> dict[str, Any]:
    return {
        "url": file.address,
        "mime_type": file.media_type,
        "title": file.title,
        "size_in_bytes": file.size,
    }


def _json_document(feed: Feed, pieces: Sequence[str], withdrawn: Sequence[Withdrawal]) -> str:
    gone = [{"id": text.id, "date_withdrawn": moment(text.at), "reason": text.reason} for text in withdrawn]
    said = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "description": feed.description,
        "next_url": feed.older,
        "authors": [{"name": feed.author, "url": feed.site}],
        "language": feed.language,
        OURS: {"withdrawn": gone},
    }
    return f'{_json(said)[:-1]},"items":[{",".join(pieces)}]}}'


def _json(said: dict[str, Any]) -> str:
    """Without what there is nothing to say of."""
    kept = {name: value for name, value in said.items() if value not in (None, "", [])}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def moment(instant: dt.datetime) -> str:
    """As RFC 3339 has it, to the second, where the ministry is."""
    return timezone.localtime(instant).isoformat(timespec="seconds")


RSS = Format("rss", "RSS", "application/rss+xml", _rss_piece, _rss)
ATOM = Format("atom", "Atom", "application/atom+xml", _atom_piece, _atom)
JSON = Format("json", "JSON Feed", "application/feed+json", _json_piece, _json_document)
FORMATS = (RSS, ATOM, JSON)
