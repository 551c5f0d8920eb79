"""What every reader gives: the blocks of a document in reading order, and what is doubtful about them."""

import hashlib
import re
import unicodedata
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from comunicados.intake.doubts import Doubt

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile(r"[^\S\n]+")
CELL = " | "


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"
    INSERTION = "insertion"  # words of a tracked change; the block before holds them too
    DELETION = "deletion"


ASIDES = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.COMMENT, BlockKind.INSERTION, BlockKind.DELETION})
_LINES = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


def clean(text: str) -> str:
    """NFC, without invisible characters, one space between words; line breaks stay, empty lines go."""
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    lines = (_SPACES.sub(" ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Block:
    """`place` is for people: "page 2, paragraph 3". `label` is the number or letter before a list item or heading."""

    text: str
    kind: BlockKind
    place: str
    cells: tuple[str, ...] = ()
    label: str = ""

    def as_line(self) -> str:
        """The block as it stands in plain text. A row is marked as an item, so that it joins no other line."""
        if self.kind is BlockKind.TABLE_ROW:
            return f"- {CELL.join(self.cells)}".rstrip(" |")
        label = self.label or ("-" if self.kind is BlockKind.LIST_ITEM else "")
        return f"{label} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Source:
    """`digest` is the SHA-256 of the bytes that were read, in hexadecimal; `doubts` are for the desk."""

    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...]
    media_type: str
    digest: str

    def text(self) -> str:
        """The plain text that the parser takes: tracked changes as if accepted, nothing that stands aside."""
        text, before = "", None
        for block in self.blocks:
            if block.kind in ASIDES:
                continue
            if before:
                text += "\n" if block.kind in _LINES and block.kind is before.kind else "\n\n"
            text += block.as_line()
            before = block
        return text

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Source":
        blocks = tuple(
            Block(**(block | {"kind": BlockKind(block["kind"]), "cells": tuple(block["cells"])}))
            for block in facts["blocks"]
        )
        doubts = tuple(Doubt.from_json(doubt) for doubt in facts["doubts"])
        return cls(blocks, doubts, facts["media_type"], facts["digest"])


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
