"""Reading in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from comunicados.intake.readers import Source, UnreadableFile, read, read_file_safely, read_safely, sandbox
from tests.intake.readers.made import Paper, docx, mail, p, r

CONFINED = "from comunicados.intake.readers.sandbox import confine; confine(); "


def run_confined(code: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", CONFINED + code]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words


@pytest.mark.parametrize(
    "data", [docx(p(r("Texto"))), Paper().say("Texto").data(), mail("Texto"), b"<html><p>Texto"], ids=len
)
def test_what_comes_back_is_what_was_read(data: bytes) -> None:
    assert read_safely("x", data) == read("x", data)


def test_json_keeps_everything() -> None:
    source = read("x", docx(p(r("a")) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"))
    assert Source.from_json(source.as_json()) == source


def test_plain_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    assert read_safely("x.txt", b"Texto").text() == "Texto"


def test_refusal_comes_back_with_its_reason() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_safely("x.docx", b"PK\x03\x04")
    assert refusal.value.reason == "broken"


def test_200_megabytes_are_refused_before_any_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    with pytest.raises(UnreadableFile) as refusal:
        read_safely("x.docx", b"PK\x03\x04" + b"\0" * 200 * 1024 * 1024)
    assert refusal.value.reason == "too_large"


def test_large_file_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    with pytest.raises(UnreadableFile) as refusal:
        read_file_safely(path)
    assert refusal.value.reason == "too_large"


def test_reading_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_safely("x.docx", docx(p(r("Texto"))), seconds=0.001)
    assert refusal.value.reason == "timeout"


def test_a_child_that_dies_without_a_word_is_a_broken_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox.sys, "executable", "/bin/false")
    with pytest.raises(UnreadableFile) as refusal:
        read_safely("x.docx", docx(p(r("Texto"))))
    assert refusal.value.reason == "broken"


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("import socket; socket.socket()", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("bytearray(2 * 1024**3)", "MemoryError"),
        ("import tempfile; tempfile.TemporaryFile()", "No usable temporary directory"),
    ],
)
def test_the_process_that_reads_can_do_nothing_else(code: str, error: str) -> None:
    assert error in run_confined(code).stderr


def test_the_process_that_reads_loads_no_django() -> None:
    assert run_confined("import sys; print([name for name in sys.modules if 'django' in name])").stdout == "[]\n"
