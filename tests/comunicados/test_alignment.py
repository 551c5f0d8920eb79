"""Which paragraph stands beside which."""

from hypothesis import given
from hypothesis import strategies as st

from comunicados.alignment import facing

SPANISH = [
    "El secretario recibió a la embajadora de Noruega, Åse Hjelmeland, en la Cancillería.",
    "Acordaron 45 becas.",
    "Asistió también Kenji Morinaga, embajador de Japón, con funcionarios de su Embajada en la capital.",
    "La próxima reunión será en Tokio.",
]
ENGLISH = [
    "The Secretary received the Ambassador of Norway, Åse Hjelmeland, at the Ministry.",
    "They agreed on 45 scholarships.",
    "Kenji Morinaga, Ambassador of Japan, also attended, with officials of his Embassy in the capital.",
    "The next meeting will be in Tokyo.",
]
texts = st.lists(st.text(alphabet="aB 1", max_size=8), max_size=6)


def test_as_many_of_both_face_each_other_by_their_places():
    assert facing(SPANISH, ["c", "b", "a", ""]) == {0: 0, 1: 1, 2: 2, 3: 3}


def test_paragraph_that_is_not_translated_yet_faces_nothing():
    assert facing(SPANISH, ENGLISH[:1] + ENGLISH[2:]) == {0: 0, 2: 1, 3: 2}


def test_paragraph_that_only_the_translation_has_faces_nothing():
    assert facing(SPANISH[:2] + SPANISH[3:], ENGLISH) == {0: 0, 1: 1, 2: 3}


@given(texts, texts)
def test_pairs_are_in_order_and_each_place_has_one(source, target):
    pairs = facing(source, target)

    assert list(pairs) == sorted(pairs)
    assert list(pairs.values()) == sorted(set(pairs.values()))
    assert len(pairs) == len(source) if len(source) == len(target) else len(pairs) <= min(len(source), len(target))


def test_very_long_texts_face_each_other_by_their_places():
    assert facing(["a"] * 200, ["a"] * 150) == {place: place for place in range(150)}
