"""`manage.py import_communique` with many files: each by itself, all of them told."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from comunicados.intake import archive, run
from comunicados.models import Communique, Publication
from tests import factories as make
from tests.intake.readers.made import docx, p, r
from tests.intake.texts import old_text

Bring = Any


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in (1, 2, 3):
        text = old_text(number, f"Titular {number}", f"{number} de marzo de 2019")
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def bring(clock, ana, carmen) -> Bring:
    """The command, its lines, and the sentence with which it failed."""
    make.kind()

    def bring(*files: Path, **options: Any) -> tuple[list[str], str]:
        out, failure = io.StringIO(), ""
        given = {"archive": True, "by": "ana", "approved_by": "carmen"} | options
        try:
            call_command("import_communique", *map(str, files), stdout=out, stderr=io.StringIO(), **given)
        except CommandError as error:
            failure = str(error)
        return out.getvalue().splitlines(), failure

    return bring


def headlines() -> list[str]:
    return list(Publication.objects.order_by("date").values_list("headline", flat=True))


def test_every_file_of_a_folder_is_entered(bring, folder):
    lines, failure = bring(folder)

    assert headlines() == ["Titular 1", "Titular 2", "Titular 3"]
    assert (lines[0], failure) == (f"{folder}/1.txt: entered", "")
    assert "3 entered" in lines


def test_broken_file_does_not_stop_the_others(bring, folder):
    (folder / "2.docx").write_bytes(b"PK\x03\x04")
    lines, failure = bring(folder)

    assert headlines() == ["Titular 1", "Titular 2", "Titular 3"]
    assert any(line.startswith(f"{folder}/2.docx: failed: The file is damaged") for line in lines)
    assert failure == "1 of 4 files failed."


def test_missing_file_is_told(bring, folder):
    lines, failure = bring(folder / "1.txt", folder / "nowhere.txt")

    assert f"{folder}/nowhere.txt: failed: No such file or directory" in lines
    assert failure == "1 of 2 files failed."


def test_error_that_nobody_foresaw_fails_its_file_alone(bring, folder, monkeypatch):
    def enter(parsed: Any, **given: Any) -> Any:
        if parsed.title == "Titular 2":
            raise RuntimeError("Nobody knew.")
        return entered(parsed, **given)

    entered = archive.enter
    monkeypatch.setattr(archive, "enter", enter)
    lines, failure = bring(folder)

    assert headlines() == ["Titular 1", "Titular 3"]
    assert f"{folder}/2.txt: failed: RuntimeError: Nobody knew." in lines
    assert failure == "1 of 3 files failed."


def test_failure_leaves_nothing_of_its_file(bring, folder, monkeypatch):
    monkeypatch.setattr(archive, "follow", lambda *given, **more: 1 / 0)
    bring(folder)

    assert Communique.objects.count() == 0


def test_clash_of_numbers_is_told_with_its_file(bring, folder):
    (folder / "2.txt").write_text(old_text(1, "Titular 2"), encoding="utf-8")
    lines, _failure = bring(folder)

    assert f"{folder}/2.txt: failed: The number communique 1/2019 belongs to another communiqué: Titular 1." in lines


def test_text_that_comes_in_two_files_is_entered_once(bring, folder):
    text = (folder / "1.txt").read_text(encoding="utf-8")
    (folder / "1b.docx").write_bytes(docx("".join(p(r(line)) for line in text.split("\n\n"))))
    lines, failure = bring(folder)
    first = Communique.objects.get(headline_es="Titular 1")

    assert f"{folder}/1b.docx: skipped: The same text is there already: communiqué {first.pk}." in lines
    assert ("3 entered, 1 skipped" in lines, failure) == (True, "")


def test_second_run_enters_nothing(bring, folder):
    bring(folder)
    lines, failure = bring(folder)

    assert (Communique.objects.count(), lines[-1], failure) == (3, "3 skipped", "")


def test_file_that_was_brought_in_is_known_by_its_digest_and_not_read_again(bring, folder, monkeypatch):
    bring(folder / "1.txt")
    first = Communique.objects.get()
    (folder / "1.txt").rename(folder / "renamed.txt")
    monkeypatch.setattr(run, "parse", None)

    assert bring(folder / "renamed.txt") == (
        [
            f"This file was brought in before: communiqué {first.pk}.",
            f"/admin/comunicados/communique/{first.pk}/change/",
        ],
        "",
    )


def test_copy_of_a_file_in_the_same_run_is_entered_once(bring, folder):
    (folder / "copy.txt").write_bytes((folder / "1.txt").read_bytes())

    assert "3 entered, 1 skipped" in bring(folder)[0]


def test_file_is_kept_with_its_entry(bring, folder, ana):
    bring(folder)
    kept = Communique.objects.get(headline_es="Titular 1").source_files.get()
    data = (folder / "1.txt").read_bytes()

    assert (bytes(kept.data), kept.digest, kept.name) == (data, hashlib.sha256(data).hexdigest(), "1.txt")
    assert (kept.brought_by, kept.language) == (ana, "es")
    assert [doubt["about"] for doubt in kept.doubts] == ["participants.0"]


def test_file_of_an_abandoned_draft_may_come_again(bring, folder, ana):
    bring(folder / "1.txt", archive=False)
    Communique.objects.get().discard(by=ana, reason="Otra vez.")
    bring(folder / "1.txt")

    assert headlines() == ["Titular 1"]


def test_interrupted_run_goes_on_where_it_stopped(bring, folder, monkeypatch):
    def follow(version: Any, document: Any, **given: Any) -> Any:
        if document["es"]["headline"] == "Titular 2":
            raise KeyboardInterrupt
        return followed(version, document, **given)

    followed = archive.follow
    with monkeypatch.context() as patch:
        patch.setattr(archive, "follow", follow)
        with pytest.raises(SystemExit) as stopped:
            bring(folder)
    assert (stopped.value.code, Communique.objects.count()) == (130, 1)
    lines, _failure = bring(folder)

    assert headlines() == ["Titular 1", "Titular 2", "Titular 3"]
    assert "2 entered, 1 skipped" in lines


def test_doubts_are_counted_by_sentence_and_told_with_their_place(bring, folder):
    lines, _failure = bring(folder)

    assert f"? {folder}/1.txt, paragraph 4: Alicia Bárcena Ibarra is not in the registry." in lines
    assert "      3 × … is not in the registry." in lines


def test_table_holds_each_file_and_each_doubt(bring, folder, tmp_path):
    (folder / "2.txt").write_text("Titular sin fecha\n\nUn texto.", encoding="utf-8")
    bring(folder, report=tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))

    assert [row["result"] for row in rows if row["result"] != "doubt"] == ["entered", "failed", "entered"]
    assert rows[1] == {
        "file": f"{folder}/1.txt",
        "result": "doubt",
        "communique": str(Communique.objects.get(headline_es="Titular 1").pk),
        "paragraph": "4",
        "about": "participants.0",
        "sentence": "Alicia Bárcena Ibarra is not in the registry.",
    }


def test_json_of_many_is_a_line_for_each(bring, folder):
    (folder / "2.docx").write_bytes(b"PK\x03\x04")
    lines, _failure = bring(folder, json=True)
    facts = [json.loads(line) for line in lines]

    assert [(Path(line["file"]).name, line["result"]) for line in facts] == [
        ("1.txt", "entered"),
        ("2.docx", "failed"),
        ("2.txt", "entered"),
        ("3.txt", "entered"),
    ]
    assert facts[0]["title"] == "Titular 1"


def test_drafts_are_made_without_archive(bring, folder):
    lines, failure = bring(folder, archive=False, approved_by=None)

    assert (Communique.objects.filter(is_archive=False).count(), headlines()) == (3, [])
    assert ("3 entered" in lines, failure) == (True, "")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"approved_by": None}, "Say who the second person is that has read them: --approved-by USERNAME."),
        ({"approved_by": "ana"}, "Your role does not allow this."),
        ({"by": "carmen"}, "You were the last to change this text; somebody else has to approve it."),
        ({"by": "nobody"}, "There is no user 'nobody'."),
    ],
)
def test_archive_needs_two_people_of_whom_one_may_publish(bring, folder, options, sentence):
    assert bring(folder, **options) == ([], sentence)


def test_many_are_shown_without_a_database(folder):
    out = io.StringIO()
    call_command("import_communique", str(folder), dry_run=True, json=True, stdout=out)

    assert [json.loads(line)["title"] for line in out.getvalue().splitlines()] == [
        "Titular 1",
        "Titular 2",
        "Titular 3",
    ]


def test_files_are_read_ahead_of_those_that_are_entered(folder, monkeypatch):
    """With the first outcome in hand, others were read already; each comes out in its turn."""
    reading = []
    monkeypatch.setattr(run, "_read", lambda file, **given: reading.append(file) or run.Outcome(file))
    files = [Path(str(number)) for number in range(30)]
    outcomes = run.run(files, None)
    first = next(outcomes)

    assert (first.file, len(reading) <= 1 + run.AHEAD + 1) == (files[0], True)
    assert [outcome.file for outcome in outcomes] == files[1:]
