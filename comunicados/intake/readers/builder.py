"""A Source in the making: blocks in order, tracked changes as if accepted, and a doubt for each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.readers.failures import UnreadableFile
from comunicados.intake.readers.source import ASIDES, Block, BlockKind, Source, clean, digest_of

LONGEST = 2_000_000  # characters; the longest communiqués have some tens of thousands
MOST = 20_000  # blocks
QUOTED = 80  # characters of the source in a doubt


class Mark(StrEnum):
    PLAIN = "plain"
    INSERTED = "inserted"
    DELETED = "deleted"
    HIDDEN = "hidden"
    STRUCK = "struck"


LEFT_OUT = frozenset({Mark.DELETED, Mark.HIDDEN})
_DOUBTS = {
    Mark.INSERTED: _("Tracked change in %(place)s: “%(words)s” was inserted; the text reads with it."),
    Mark.DELETED: _("Tracked change in %(place)s: “%(words)s” was deleted; the text reads without it."),
    Mark.HIDDEN: _("Hidden text in %(place)s was left out: “%(words)s”."),
    Mark.STRUCK: _("Words struck through in %(place)s still stand in the text: “%(words)s”."),
}
_SIGNED_DOUBTS = _DOUBTS | {
    Mark.INSERTED: _("Tracked change by %(author)s in %(place)s: “%(words)s” was inserted; the text reads with it."),
    Mark.DELETED: _("Tracked change by %(author)s in %(place)s: “%(words)s” was deleted; the text reads without it."),
}
NOTE = _("The %(place)s stands at the end of the text: “%(words)s”.")
_ASIDE_OF = {Mark.INSERTED: BlockKind.INSERTION, Mark.DELETED: BlockKind.DELETION}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph that were all written, marked and changed in the same way."""

    text: str
    mark: Mark = Mark.PLAIN
    author: str = ""


Pieces = list[Piece]


def accepted(pieces: Iterable[Piece]) -> str:
    """The words as they read once every tracked change is accepted."""
    return clean("".join(piece.text for piece in pieces if piece.mark not in LEFT_OUT))


def quote(text: str) -> str:
    """The beginning of a text, on one line, for a doubt."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else f"{line[: QUOTED - 1].rstrip()}…"


@dataclass
class SourceBuilder:
    blocks: list[Block] = field(default_factory=list)
    doubts: dict[Doubt, None] = field(default_factory=dict)  # each once, in order
    paragraphs: int = 0
    tables: int = 0
    length: int = 0

    def next_place(self) -> str:
        return f"paragraph {self.paragraphs + 1}"

    def add(self, kind: BlockKind, text: str, place: str = "", *, label: str = "", cells: Iterable[str] = ()) -> None:
        """Add a block if it says anything. Without a place it is the next paragraph."""
        text = clean(text)
        if not text:
            return
        self.length += len(text)
        if self.length > LONGEST or len(self.blocks) > MOST:
            raise UnreadableFile("too_large")
        if not place:
            place = self.next_place()
            self.paragraphs += 1
        self.blocks.append(Block(text, kind, place, tuple(clean(cell) for cell in cells), label))

    def add_pieces(self, kind: BlockKind, pieces: Pieces, place: str = "", *, label: str = "") -> None:
        """Add a block as if its tracked changes were accepted, and after it the changes themselves."""
        where = place or self.next_place()
        self.add(kind, accepted(pieces), place, label=label)
        self.add_changes(pieces, where)

    def add_changes(self, pieces: Pieces, place: str) -> None:
        for (mark, author), run in groupby(pieces, key=lambda piece: (piece.mark, piece.author)):
            words = clean("".join(piece.text for piece in run))
            if mark is Mark.PLAIN or not words:
                continue
            sentence = (_SIGNED_DOUBTS if author else _DOUBTS)[mark]
            self.doubt(sentence, author=author, place=place, words=quote(words))
            if mark in _ASIDE_OF:
                self.add(_ASIDE_OF[mark], words, place)

    def add_comment(self, text: str, author: str, place: str) -> None:
        if text := clean(text):
            by = f" by {author}" if author else ""
            self.add(BlockKind.COMMENT, text, f"comment{by} on {place}")
            sentence = _("Comment on %(place)s, left out of the text: “%(words)s”.")
            if author:
                sentence = _("Comment by %(author)s on %(place)s, left out of the text: “%(words)s”.")
            self.doubt(sentence, author=author, place=place, words=quote(text))

    def add_furniture(self, kind: BlockKind, text: str, place: str) -> None:
        """Add what stands at the edge of the pages. Only words are worth a doubt, a page number is not."""
        text = clean(text)
        if any(block.kind is kind and block.text == text for block in self.blocks):
            return
        self.add(kind, text, place)
        if sum(letter.isalpha() for letter in text) > len("página de"):
            header, footer = (
                _("The header of the pages was left out: “%(words)s”."),
                _("The footer of the pages was left out: “%(words)s”."),
            )
            self.doubt(header if kind is BlockKind.HEADER else footer, words=quote(text))

    def doubt(self, sentence: str, **words: str) -> None:
        self.doubts[Doubt(sentence, words, "source")] = None

    def finish(self, media_type: str, data: bytes, *, when_empty: str = "empty") -> Source:
        """The Source of these bytes. Without any text it is refused, for the reason `when_empty`."""
        if all(block.kind in ASIDES for block in self.blocks):
            raise UnreadableFile(when_empty)
        return Source(tuple(self.blocks), tuple(self.doubts), media_type, digest_of(data))
