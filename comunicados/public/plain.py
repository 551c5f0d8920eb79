"""The body's HTML as plain text: a paragraph a block, lists, tables and quotations legible, no line broken."""

from html.parser import HTMLParser

BULLET = "–"
HEADINGS = ("h2", "h3")
CELLS = ("td", "th")
BLOCKS = ("p", *HEADINGS, "li")


def plain(html: str) -> str:
    """Blocks are parted by an empty line, the items of a list and the rows of a table by none.

    A link is followed by its address, unless it reads as that.
    """
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._written: list[str] = []
        self._open = ""  # what the block at hand says so far
        self._mark = ""  # what the next block begins with, as the first of a list's item
        self._lists: list[int | None] = []  # those that are open: the last number, None where they have bullets
        self._quotations = 0
        self._row: list[str] | None = None
        self._is_tight = False  # whether the next block stands on the line below
        self._link = ("", 0)  # where the open link leads, and where its words begin

    def text(self) -> str:
        self._end_block()
        return "".join(self._written).strip("\n")

    def handle_data(self, data: str) -> None:
        self._open += data.replace("\n", " ")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._open += "\n"
        elif tag == "a":
            self._link = (dict(attrs).get("href") or "", len(self._open))
        elif tag in ("ul", "ol", "blockquote", "table", "tr", *CELLS, *BLOCKS):
            self._end_block()
            self._begin(tag)

    def _begin(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._is_tight = bool(self._lists)
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._mark = self._next_mark()
        elif tag == "blockquote":
            self._quotations += 1
        elif tag == "tr":
            self._row = []
        elif tag in CELLS and self._row is not None:
            self._row.append("")

    def _next_mark(self) -> str:
        if not self._lists or (number := self._lists[-1]) is None:
            return f"{BULLET} "
        self._lists[-1] = number + 1
        return f"{number + 1}. "

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end_link()
        elif tag in ("ul", "ol") and self._lists:
            self._end_block()
            self._lists.pop()
            self._is_tight = bool(self._lists)
        elif tag == "blockquote" and self._quotations:
            self._end_block()
            self._quotations -= 1
        elif tag == "tr" and self._row is not None:
            self._end_block()
            row, self._row = self._row, None
            self._write(" | ".join(row))
            self._is_tight = True
        elif tag == "table":
            self._is_tight = False
        elif tag in BLOCKS or tag in CELLS:
            self._end_block()

    def _end_link(self) -> None:
        href, begin = self._link
        words = self._open[begin:].strip()
        if href and words not in (href, href.removeprefix("mailto:")):
            self._open += f" ({href.removeprefix('mailto:')})"
        self._link = ("", 0)

    def _end_block(self) -> None:
        lines = [" ".join(line.split()) for line in self._open.split("\n")]
        self._open = ""
        if not any(lines):
            return
        if self._row:
            self._row[-1] = " / ".join(filter(None, [self._row[-1], *lines]))
            return
        indent = "  " * len(self._lists[1:])
        mark, self._mark = self._mark, ""
        self._write(f"{indent}{mark}" + f"\n{indent}".join(lines).strip("\n"))
        self._is_tight = bool(self._lists)

    def _write(self, block: str) -> None:
        quoted = "\n".join("> " * self._quotations + line for line in block.split("\n"))
        self._written.append(("\n" if self._is_tight else "\n\n") + quoted)
