"""Two texts side by side."""

import itertools
import random
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comunicados.compare import Line, Mark, Stretch, compare, compare_words


def lines(*texts):
    return {"body": [Line(text) for text in texts]}


def marks(old, new):
    return [block.mark for change in compare(lines(*old), lines(*new)) for block in change.blocks]


def test_equal_texts_have_no_change():
    assert compare(lines("Uno.", "Dos."), lines("Uno.", "Dos.")) == []


def test_changed_word_is_marked_alone():
    assert compare_words("México y Perú acuerdan", "México y Chile acuerdan") == (
        Stretch(Mark.SAME, "México y "),
        Stretch(Mark.REMOVED, "Perú"),
        Stretch(Mark.ADDED, "Chile"),
        Stretch(Mark.SAME, " acuerdan"),
    )


def test_changed_number_is_marked_whole():
    assert compare_words("los 1.500 años", "los 1.800 años")[1:3] == (
        Stretch(Mark.REMOVED, "1.500"),
        Stretch(Mark.ADDED, "1.800"),
    )


def test_words_in_a_row_are_marked_as_one():
    old, new = compare_words("hoy se firmó un acta", "hoy partió la misión")[1:]

    assert (old.text, new.text) == ("se firmó un acta", "partió la misión")


def test_new_paragraph_is_an_added_block():
    assert marks(["Uno.", "Tres."], ["Uno.", "Dos.", "Tres."]) == [Mark.SAME, Mark.ADDED, Mark.SAME]


def test_alike_paragraphs_face_each_other():
    old = ["La reunión fue cordial y breve.", "Se firmó un acta de paz."]
    new = ["Hubo lluvia.", "La reunión fue cordial y larga.", "Se firmó un acta de comercio."]

    assert marks(old, new) == [Mark.ADDED, Mark.CHANGED, Mark.CHANGED]


def test_paragraph_of_other_words_is_no_version_of_the_old_one():
    assert marks(["Hubo lluvia."], ["Llegó el canciller de Perú"]) == [Mark.REMOVED, Mark.ADDED]


def test_same_words_in_another_form_are_a_change():
    [change] = compare({"body": [Line("Lea", "link → a")]}, {"body": [Line("Lea", "link → b")]})

    assert change.blocks[0].forms == ("link → a", "link → b")
    assert change.blocks[0].stretches == (Stretch(Mark.SAME, "Lea"),)


def test_unchanged_paragraphs_can_be_folded():
    [change] = compare(lines("a", "b", "c", "d"), lines("a", "b", "c", "e"))

    assert [(run.is_same, len(run.blocks)) for run in change.runs] == [(True, 3), (False, 2)]


def test_only_the_field_that_differs_is_named():
    old, new = {"place": [Line("Lima")], "topics": []}, {"place": [Line("Lima")], "topics": [Line("Paz")]}

    assert [change.field for change in compare(old, new)] == ["topics"]


def few_words(seed, count):
    return " ".join(random.Random(seed).choices("ab", k=count))


def steps(work) -> int:
    """How many calls the work makes, of Python and of C: the same on every machine."""
    counter = itertools.count()
    sys.setprofile(lambda *event: next(counter))
    work()
    sys.setprofile(None)
    return next(counter)


@pytest.mark.parametrize(
    "work",
    [
        lambda: compare_words(few_words(1, 50_000), few_words(2, 50_000)),
        lambda: compare_words(few_words(1, 400), few_words(2, 400)),
        lambda: compare(lines(*["0"] * 5_000), lines(*["1", "0"] * 5_000)),
        lambda: compare(
            lines(*(few_words(n, 400) for n in range(500))), lines(*(few_words(-n, 400) for n in range(1, 501)))
        ),
    ],
)
def test_hostile_text_takes_a_bounded_number_of_steps(work):
    assert steps(work) < 20_000_000


# Properties

some_text = st.one_of(st.text(), st.text("ab .\n", max_size=40))
some_lines = st.lists(st.builds(Line, st.text("ab ", max_size=8), st.sampled_from(["", "h2"])), max_size=8)


@given(some_text, some_text)
def test_stretches_hold_both_texts_whole(old, new):
    stretches = compare_words(old, new)

    assert "".join(stretch.text for stretch in stretches if stretch.mark is not Mark.ADDED) == old
    assert "".join(stretch.text for stretch in stretches if stretch.mark is not Mark.REMOVED) == new


@given(some_lines, some_lines)
def test_blocks_hold_every_line_of_both(old, new):
    changes = compare({"body": old}, {"body": new})
    blocks = changes[0].blocks if changes else ()

    assert bool(changes) == (old != new)
    for lines, other in ((old, Mark.ADDED), (new, Mark.REMOVED)):
        kept = [
            "".join(s.text for s in block.stretches if s.mark is not other)
            for block in blocks
            if block.mark is not other
        ]
        assert kept == ([line.text for line in lines] if changes else [])
