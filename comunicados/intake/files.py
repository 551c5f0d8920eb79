"""Which files are meant: files, folders with all that is in them, and patterns."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path


def files_of(names: Iterable[str]) -> list[Path]:
    """Each file once, in the order given, those of a folder or a pattern by name; what is hidden is left out.

    A name that is no file stays in the list: it is told with the others that cannot be read.
    """
    return list(dict.fromkeys(file for name in names for file in _files(name)))


def _files(name: str) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        yield from _within(path)
    elif path.exists() or not (found := sorted(glob.glob(name, recursive=True))):
        yield path
    else:
        for match in map(Path, found):
            yield from _within(match) if match.is_dir() else [match]


def _within(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not is_hidden:
            yield path
