"""The body of a communiqué: a small HTML that the editor can make, nothing else, always in one form."""

import re
import unicodedata
from collections.abc import Iterable
from html import escape, unescape
from html.parser import HTMLParser

from django_prose_editor.fields import create_sanitizer

# What the editor offers and what the sanitizer lets through; a Table needs its three parts, or the editor fails.
BODY_EXTENSIONS: dict[str, object] = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Table": True,
    "TableRow": True,
    "TableCell": True,
    "TableHeader": True,
}
BLOCKS = ("p", "h2", "h3", "li", "td", "th")

_clean = create_sanitizer(BODY_EXTENSIONS)
_BETWEEN_BLOCKS = re.compile(r">\s+<(?=/?(?:p|h2|h3|ul|ol|li|blockquote|table|tbody|thead|tr|td|th)\b)")
_PARAGRAPHS_ALONE = re.compile(r"(?:<p>[^<]*</p>)+")
_EMPTY = re.compile(r"<p>\s*</p>")


def sanitize(html: str) -> str:
    """The same text as safe HTML in canonical form: NFC, known tags only, no white space between blocks."""
    html = unicodedata.normalize("NFC", html.replace("\x00", "").replace("\r\n", "\n"))
    html = _BETWEEN_BLOCKS.sub("><", _clean(html).strip())
    return _EMPTY.sub("", html)


def from_paragraphs(paragraphs: list[str]) -> str:
    """Plain paragraphs as the body's HTML."""
    return sanitize("".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs))


def from_blocks(text: str) -> str:
    """Blocks parted by empty lines as the body's HTML; `## ` begins a heading, `> ` a quotation, `- ` each item of a
    list."""
    return sanitize("".join(_block(block.strip()) for block in text.split("\n\n") if block.strip()))


def _block(block: str) -> str:
    lines = [escape(line.strip(), quote=False) for line in block.splitlines()]
    if block.startswith("## "):
        return f"<h2>{lines[0][3:]}</h2>"
    if block.startswith("> "):
        quoted = " ".join(line.removeprefix("&gt; ") for line in lines)
        return f"<blockquote><p>{quoted}</p></blockquote>"
    if block.startswith("- "):
        return "<ul>" + "".join(f"<li><p>{line.removeprefix('- ')}</p></li>" for line in lines) + "</ul>"
    return f"<p>{' '.join(lines)}</p>"


def paragraphs(html: str) -> list[str]:
    """The text of each block (paragraph, heading, list item, cell), white space folded, empty ones left out."""
    if _PARAGRAPHS_ALONE.fullmatch(html):  # nearly every text of an archive: no parser is needed
        return _folded(unescape(text) for text in html[3:-4].split("</p><p>"))
    reader = _BlockReader()
    reader.feed(html)
    reader.close()
    return reader.blocks()


def _folded(texts: Iterable[str]) -> list[str]:
    folded = (" ".join(text.split()) for text in texts)
    return [text for text in folded if text]


def links(html: str) -> list[str]:
    """Where the links of the text lead, in their order; "" for one that leads nowhere."""
    reader = _LinkReader()
    reader.feed(html)
    reader.close()
    return reader.addresses


class _LinkReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.addresses.append((dict(attrs).get("href") or "").strip())


class _BlockReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._texts: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._texts.append("")
        elif tag == "br":
            self._texts[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._texts.append("")

    def handle_data(self, data: str) -> None:
        self._texts[-1] += data

    def blocks(self) -> list[str]:
        return _folded(self._texts)
