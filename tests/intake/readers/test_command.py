"""`manage.py import_communique` brings in a document of any kind."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from tests.intake.readers.made import docx, p, r

DATELINE = p(r("Quito, 3 de mayo de 2024"))


def test_word_document_is_shown_with_its_own_doubts_and_without_a_database(tmp_path: Path) -> None:
    path = tmp_path / "comunicado.docx"
    path.write_bytes(docx(p(r("Visita oficial")) + DATELINE + p(r("La canciller "), f"<w:ins>{r('viajó')}</w:ins>")))
    shown = io.StringIO()
    call_command("import_communique", path, dry_run=True, json=True, stdout=shown)
    facts = json.loads(shown.getvalue())
    assert facts["date"] == "2024-05-03"
    assert facts["doubts"][0] == "Tracked change in paragraph 3: “viajó” was inserted; the text reads with it."


def test_file_that_cannot_be_read_is_refused_with_its_sentence(tmp_path: Path) -> None:
    path = tmp_path / "comunicado.docx"
    path.write_bytes(b"PK\x03\x04")
    with translation.override("en"), pytest.raises(CommandError, match=r"comunicado\.docx: The file is damaged"):
        call_command("import_communique", path, dry_run=True)
