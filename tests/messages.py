"""The Spanish catalogue: complete against the sources, nothing fuzzy. `python -m tests.messages` tells."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
SOURCES = ("config", "personas", "comunicados", "templates", "locale")
CATALOGUE = Path("locale/es/LC_MESSAGES/django.po")


def lacking(root: Path = ROOT) -> list[str]:
    """The messages of a catalogue that are empty or fuzzy."""
    with (root / CATALOGUE).open("rb") as file:
        catalogue = read_po(file, locale="es")
    return [
        str(message.id) for message in catalogue if message.id and (message.fuzzy or not _is_whole(message.string))
    ]


def lacking_after_makemessages() -> list[str]:
    """The same, after collecting the messages of all sources into a copy of the tree (needs gettext)."""
    with tempfile.TemporaryDirectory() as directory:
        copy = Path(directory)
        for source in SOURCES:
            shutil.copytree(ROOT / source, copy / source)
        (copy / "manage.py").write_bytes((ROOT / "manage.py").read_bytes())
        command = [
            sys.executable,
            "manage.py",
            "makemessages",
            "--locale",
            "es",
            "--no-wrap",
            "--no-location",
            "--verbosity",
            "0",
        ]
        subprocess.run(command, cwd=copy, check=True)  # noqa: S603  (our own command line)
        return lacking(copy)


def _is_whole(translation: object) -> bool:
    return all(translation) if isinstance(translation, tuple | list) else bool(translation)


if __name__ == "__main__":
    found = lacking_after_makemessages()
    print("\n".join(f"untranslated: {message}" for message in found) or "Every message is translated.")
    sys.exit(bool(found))
