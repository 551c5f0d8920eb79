"""The documents are honest, the scoring is right, and the score does not fall."""

import json

import pytest

from comunicados.intake.readers import read
from tests.documents.invented import date_stands, inventions, words_of
from tests.documents.made import made, sources
from tests.documents.score import (
    HALVES,
    HERE,
    SUFFIX,
    Document,
    Facts,
    Tally,
    accepted,
    compared,
    documents,
    judge,
    tally_of,
)

FLOOR = 0.89  # of the held-out half over all rows; docs/intake.md says when to raise it
DATES_FLOOR = 1.0  # of the held-out half
EVERY = [document for half in HALVES for document in documents(half)]
ANA = {"name": "Ana Ruiz", "title": ["ministra", None], "relation": "head", "side": "Chile"}
ANA |= {"body": None, "courtesy": None, "rank": None}
NOTHING = dict.fromkeys(("date", "place", "title", "kind", "number", "subheadline", "embargo"))


def facts(*people: Facts, **more: str | None) -> Facts:
    return NOTHING | {"language": "es", "participants": list(people)} | more


def score(expected: Facts, found: Facts) -> Tally:
    tally = Tally()
    judge(expected, found, tally)
    return tally


@pytest.fixture(scope="module")
def held_out() -> Tally:
    return tally_of("held_out")


def test_held_out_half_invents_nothing(held_out: Tally) -> None:
    assert held_out.invented == []


def test_tuned_half_is_read_as_expected_and_invents_nothing() -> None:
    tally = tally_of("tuned")
    assert (tally.invented, tally.overall) == ([], 1.0)


def test_held_out_half_does_not_fall_below_its_floors(held_out: Tally) -> None:
    assert held_out.share("dates") >= DATES_FLOOR
    assert held_out.overall >= FLOOR


def test_every_document_has_an_expected_result_and_the_reverse() -> None:
    for half in HALVES:
        files = {path.name for path in (HERE / half).iterdir() if path.is_file()} - {"README.md"}
        expected = {name.removesuffix(SUFFIX) for name in files if name.endswith(SUFFIX)}
        assert sorted(expected) == sorted(name.rpartition(".")[0] for name in files if not name.endswith(SUFFIX))


def test_held_out_half_has_every_form() -> None:
    suffixes = [document.path.suffix for document in documents("held_out")]
    assert set(suffixes) == {".txt", ".docx", ".odt", ".html", ".eml", ".pdf"}
    assert len(suffixes) >= 24


@pytest.mark.parametrize("document", EVERY, ids=lambda document: document.path.stem)
def test_expected_result_says_only_what_the_text_says(document: Document) -> None:
    expected, text = document.expected, document.text()
    best = expected | {fact: accepted(expected[fact])[0] for fact in ("date", "place")}
    best["participants"] = [
        person | {"name": name, "title": title}
        for person in expected["participants"]
        for name in accepted(person["name"])
        for title in accepted(person["title"])
    ]
    assert list(inventions(best, text)) == []
    assert all(date_stands(date, words_of(text)) for date in accepted(expected["date"]) if date)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.stem)
def test_made_document_is_what_its_source_makes(source) -> None:
    name, data = made(source)
    kept = source.parent.parent / name
    assert read(name, kept.read_bytes()).text() == read(name, data).text()


def test_right_person_counts_as_found_and_right() -> None:
    tally = score(facts(ANA), facts(ANA | {"title": None, "side": "Perú"}))
    rows = ("people: found of those named", "people: right of those found", "posts", "relation", "side", "rank")
    assert [tally.counts[row] for row in rows] == [[1, 1], [1, 1], [0, 0], [1, 1], [0, 1], [0, 0]]


def test_part_of_a_name_is_neither_found_nor_right() -> None:
    tally = score(facts(ANA), facts(ANA | {"name": "Ruiz"}))
    assert [tally.counts[row] for row in ("people: found of those named", "people: right of those found")] == [
        [0, 1],
        [0, 1],
    ]


def test_value_that_is_not_in_the_text_is_invented() -> None:
    found = facts(ANA | {"title": "ministra"}, date="2025-03-02", place="Lima")
    assert list(inventions(found, "Lima, 2 de marzo de 2025. Los ministros ANA RUIZ y…")) == []
    assert list(inventions(found, "Los embajadores Ana y Ruiz, el 2 de mayo de 2025")) == [
        "place Lima",
        "date 2025-03-02",
        "name Ana Ruiz",
        "post ministra",
    ]


def test_comparison_shows_only_what_differs(tmp_path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Lima, 2 de marzo de 2025\n\nSe reanudan los vuelos\n\nSe reanudaron ayer los vuelos a Cusco.\n")
    found = Document(path).found() | {"participants": []}
    path.with_name(f"x{SUFFIX}").write_text(json.dumps(found | {"place": "Cusco"}))
    assert list(compared(Document(path)))[:1] == ["place\n    expected 'Cusco'\n    found    'Lima'"]
