"""From a file of any kind to a `Source`: its blocks in reading order, each with its place, and what is doubtful.

`read_safely` and `read_file_safely` are the doors for what somebody sent: read in a process of its own, with limits.
Nothing here imports Django, so that this process starts quickly and holds no secret.
"""

from comunicados.intake.readers.choice import read, read_pasted
from comunicados.intake.readers.failures import SENTENCES, UnreadableFile
from comunicados.intake.readers.sandbox import read_file_safely, read_safely
from comunicados.intake.readers.source import Block, BlockKind, Source

__all__ = [
    "SENTENCES",
    "Block",
    "BlockKind",
    "Source",
    "UnreadableFile",
    "read",
    "read_file_safely",
    "read_pasted",
    "read_safely",
]
