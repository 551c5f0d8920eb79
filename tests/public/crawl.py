"""A reader that follows every link of every answer, as a search engine would."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.http.response import HttpResponseBase
from django.test import Client
from pdfminer.high_level import extract_text
from pdfminer.pdfparser import PDFSyntaxError

HOST = "http://testserver"
ELSEWHERE = ("/admin", "/static/")  # another face; files that the build collects
MOST_PARAMETERS = 1  # filters combine without end: of an address with more, test_facets.py tells
WRITTEN_OUT = re.compile(r"https?://testserver[^\s\"'<>]*")
HREFS = re.compile(r"\b(?:href|src|url)=[\"']([^\"']+)[\"']")
ADDRESSES = {"href", "src", "action"}


class Links(HTMLParser):
    """What a page leads to: links, images, and each choice of its forms."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.action, self.select = "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found += [value for name, value in given.items() if name in ADDRESSES]
        self.found += [source.split()[0] for source in given.get("srcset", "").split(",") if source.strip()]
        if tag == "form":
            self.action = given.get("action", "")
        elif tag == "select":
            self.select = given.get("name", "")
        elif tag == "option" and given.get("value"):
            self.found.append(f"{self.action}?{self.select}={given['value']}")


@dataclass
class Answer:
    status: int
    content: bytes
    headers: str
    said_by: str  # the address that led here

    @property
    def words(self) -> str:
        """All that can be read of it, by a person or a machine, small letters."""
        text = (
            f"{self.headers}\n{self.content.decode('utf-8', 'replace')}\n{unescape(self.content.decode('latin-1'))}"
        )
        if self.content.startswith(b"%PDF"):
            with suppress(PDFSyntaxError, ValueError):  # an annex of the tests that has no page
                text += extract_text(BytesIO(self.content))
        return text.lower()


@dataclass
class Crawl:
    """All that can be reached from `start`, on this host, by address (path and query)."""

    client: Client
    start: Iterable[str] = ("/",)
    answers: dict[str, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        waiting = deque((address, "") for address in self.start)
        while waiting:
            address, said_by = waiting.popleft()
            if address in self.answers:
                continue
            response = self.client.get(address)
            content = b"".join(response) if response.streaming else response.content
            headers = "\n".join(f"{name}: {value}" for name, value in response.items())
            self.answers[address] = Answer(response.status_code, content, headers, said_by)
            waiting.extend((found, address) for found in self._leads_to(address, response, content))

    def saying(self, word: str) -> list[str]:
        """The addresses whose answers say `word`."""
        return [address for address, answer in self.answers.items() if word in answer.words]

    @property
    def dead(self) -> list[tuple[int, str, str]]:
        return [
            (answer.status, address, answer.said_by)
            for address, answer in self.answers.items()
            if answer.status not in (200, 301, 302)
        ]

    def _leads_to(self, address: str, response: HttpResponseBase, content: bytes) -> Iterator[str]:
        for found in _links(response, content):
            parts = urlsplit(urljoin(HOST + address, unescape(found)))
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            is_ours = parts.scheme in ("http", "https") and parts.netloc == "testserver"
            if is_ours and not parts.path.startswith(ELSEWHERE) and len(parse_qsl(parts.query)) <= MOST_PARAMETERS:
                yield path


def _links(response: HttpResponseBase, content: bytes) -> Iterable[str]:
    if location := response.headers.get("Location"):
        return [location]
    kind = response.headers.get("Content-Type", "")
    if kind.startswith("text/html"):
        return Links(content.decode()).found
    if "json" in kind:
        return [text for text in _strings(json.loads(content)) if text.startswith(("http", "/"))]
    if "xml" in kind or kind.startswith("text/plain"):
        text = content.decode()
        return [*WRITTEN_OUT.findall(text), *HREFS.findall(text)]
    return []


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
