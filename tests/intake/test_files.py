"""Which files a command line means."""

from pathlib import Path

import pytest

from comunicados.intake.files import files_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.docx", "2019/c.txt", ".hidden.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_folder_stands_for_all_that_is_in_it(folder: Path) -> None:
    assert files_of([str(folder)]) == [folder / "2019/c.txt", folder / "a.docx", folder / "b.txt"]


def test_pattern_stands_for_what_it_fits(folder: Path) -> None:
    assert files_of([f"{folder}/**/*.txt"]) == [folder / "2019/c.txt", folder / "b.txt"]


def test_file_is_meant_once(folder: Path) -> None:
    assert files_of([f"{folder}/b.txt", f"{folder}/*.txt"]) == [folder / "b.txt"]


def test_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "[1].txt").touch()
    assert files_of([f"{tmp_path}/[1].txt"]) == [tmp_path / "[1].txt"]


def test_missing_file_stays_to_be_told() -> None:
    assert files_of(["nowhere.txt"]) == [Path("nowhere.txt")]
