"""HTML: a page saved from a site, a mail's body, or what Word exports."""

import re
from html.parser import HTMLParser

from comunicados.intake.readers.builder import Mark, Piece, Pieces, SourceBuilder, accepted
from comunicados.intake.readers.plain import GUESSED, decode
from comunicados.intake.readers.source import BlockKind, Source
from comunicados.intake.readers.tables import Row, add_table

MEDIA_TYPE = "text/html"
_DROPPED = frozenset("script style template noscript svg math iframe object button select textarea title".split())
_FURNITURE = {"nav": BlockKind.HEADER, "aside": BlockKind.FOOTER, "footer": BlockKind.FOOTER}
_BLOCKS = frozenset(
    "html body main article section header div p blockquote pre address center form fieldset details summary "
    "figure figcaption dl dt dd hr h1 h2 h3 h4 h5 h6 ul ol li table caption thead tbody tfoot tr td th".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_MARKS = {"del": Mark.DELETED, "ins": Mark.INSERTED, "s": Mark.STRUCK, "strike": Mark.STRUCK}
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)


def read_html(data: bytes) -> Source:
    text, guess = _decode(data)
    page = _Page()
    if guess:
        page.builder.doubt(GUESSED, encoding=guess)
    page.feed(text)
    page.close()
    page.end()
    return page.builder.finish(MEDIA_TYPE, data, when_empty="scanned" if page.has_pictures else "empty")


def _decode(data: bytes) -> tuple[str, str]:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = declared[1].decode("ascii").lower()
        try:
            return data.decode("cp1252" if encoding in {"iso-8859-1", "latin1", "us-ascii"} else encoding), ""
        except (LookupError, UnicodeDecodeError):
            pass  # what the page says of itself is wrong
    text, _, guess = decode(data)
    return text, guess


class _Page(HTMLParser):
    """Never fails on markup: a tag that opens a block ends the one before, closed or not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = SourceBuilder()
        self.has_pictures = False
        self._pieces: Pieces = []
        self._kind, self._label = BlockKind.PARAGRAPH, ""
        self._lists: list[int] = []  # of each open list the number of its last item, -1 where it has no numbers
        self._tables: list[list[Row]] = []
        self._marks: list[tuple[str, Mark]] = []
        self._dropped: list[str] = []
        self._edges: list[str] = []
        self._edge = ""
        self._headers = 0  # open ones

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dropped or tag in _DROPPED:
            if tag in _DROPPED:
                self._dropped.append(tag)
            return
        if tag in _BLOCKS or tag in _FURNITURE:
            self._flush()
        if tag == "br":
            self._pieces.append(Piece("\n", self._mark()))
        self.has_pictures = self.has_pictures or tag == "img"
        self._open_mark(tag, dict(attrs))
        self._headers += tag == "header"
        if tag in _FURNITURE or self._is_link_of_site(tag):
            self._flush()
            self._edges.append(tag)
        elif tag in _HEADINGS:
            self._kind = BlockKind.HEADING
        elif tag in {"ul", "ol"}:
            self._lists.append(_start(dict(attrs)) if tag == "ol" else -1)
        elif tag == "li":
            self._open_item()
        elif tag in {"table", "tr", "td", "th"}:
            self._open_table_part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            if tag == self._dropped[-1]:
                self._dropped.pop()
            return
        if tag in _BLOCKS or tag in _FURNITURE:
            self._flush()
        if any(tag == opened for opened, _ in self._marks):
            while self._marks.pop()[0] != tag:
                pass
        self._headers -= tag == "header" and self._headers > 0
        if self._edges and tag == self._edges[-1]:
            self._close_edge(tag)
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        elif tag == "table" and self._tables:
            add_table(self.builder, [row for row in self._tables.pop() if row])

    def handle_data(self, data: str) -> None:
        if self._dropped:
            return
        text = re.sub(r"\s+", " ", data)
        if self._edges:
            self._edge += text
        else:
            self._pieces.append(Piece(text, self._mark()))

    def end(self) -> None:
        """What the last tags left open."""
        self._flush()
        if self._edges:
            self._close_edge(self._edges[0])
        while self._tables:
            add_table(self.builder, [row for row in self._tables.pop() if row])

    def _is_link_of_site(self, tag: str) -> bool:
        """A link in a header leads to other pages, unless it is the headline itself."""
        return tag == "a" and self._headers > 0 and not self._edges and self._kind is not BlockKind.HEADING

    def _mark(self) -> Mark:
        marks = [mark for _, mark in self._marks]
        return Mark.HIDDEN if Mark.HIDDEN in marks else marks[-1] if marks else Mark.PLAIN

    def _open_mark(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in _VOID:
            return
        unseen = "hidden" in attributes or _UNSEEN.search(attributes.get("style") or "")
        if unseen or tag in _MARKS:
            self._marks.append((tag, Mark.HIDDEN if unseen else _MARKS[tag]))
        elif any(tag == opened for opened, _ in self._marks):
            self._marks.append((tag, self._mark()))  # so that its end does not end the mark

    def _open_item(self) -> None:
        self._kind, self._label = BlockKind.LIST_ITEM, ""
        if self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            self._label = f"{self._lists[-1]}."

    def _open_table_part(self, tag: str) -> None:
        """A table within a table: the outer one lays out the page, so what it holds so far is told as it stands."""
        if tag == "table":
            if self._tables:
                add_table(self.builder, [row for row in self._tables[-1] if row])
                self._tables[-1] = []
            self._tables.append([])
        elif self._tables and tag == "tr":
            self._tables[-1].append([])
        elif self._tables:
            if not self._tables[-1]:
                self._tables[-1].append([])
            self._tables[-1][-1].append([])

    def _flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        kind, label = self._kind, self._label
        if not any(piece.text.strip() for piece in pieces):
            return
        self._kind, self._label = BlockKind.PARAGRAPH, ""
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1].append(pieces)
        else:
            self.builder.add_pieces(kind, pieces, label=label if accepted(pieces) else "")

    def _close_edge(self, tag: str) -> None:
        self._edges.pop()
        if not self._edges:
            self.builder.add_furniture(_FURNITURE.get(tag, BlockKind.HEADER), self._edge, tag)
            self._edge = ""


def _start(attributes: dict[str, str | None]) -> int:
    start = attributes.get("start") or ""
    return int(start) - 1 if start.isdigit() and start != "0" else 0
