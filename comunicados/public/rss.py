"""RSS 2.0, with Dublin Core and the whole text."""

import re
from typing import Any

from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date

NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


class Rss(Rss201rev2Feed):
    """Takes, beside Django's own: `self_address`, and for each item `content` (HTML), `subjects` and `enclosure`.

    A subject is a pair: the address of the vocabulary, the word. Characters that XML cannot hold are left out.
    """

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_root_elements(self, handler: Any) -> None:
        for name in ("title", "link", "description", "language"):
            _put(handler, name, self.feed[name])
        address = {"rel": "self", "type": "application/rss+xml", "href": self.feed["self_address"]}
        handler.addQuickElement("atom:link", None, address)
        if self.items:  # an empty feed has no last change; Django would say now, and it would never be the same
            _put(handler, "lastBuildDate", rfc2822_date(self.latest_post_date()))

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        for name in ("title", "link", "description"):
            _put(handler, name, item[name])
        _put(handler, "content:encoded", item["content"])
        _put(handler, "dc:creator", item["author_name"])
        _put(handler, "pubDate", rfc2822_date(item["pubdate"]))
        for vocabulary, word in item["subjects"]:
            _put(handler, "category", word, {"domain": vocabulary})
        if item["enclosure"]:
            _put(handler, "enclosure", "", item["enclosure"])
        _put(handler, "guid", item["unique_id"], {"isPermaLink": "false"})


def _put(handler: Any, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    handler.addQuickElement(name, NOT_XML.sub("", text), attributes)
