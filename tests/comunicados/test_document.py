"""The canonical document, its digests and what they say of a change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comunicados import document
from comunicados.models import Revision
from comunicados.text import from_paragraphs, paragraphs, sanitize
from tests import factories as make


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana, participants=[make.appointment()])


def test_document_holds_the_four_sections(draft):
    kept = draft.document()

    assert kept["facts"] == {
        "kind": "communique",
        "date": "2024-01-15",
        "held_on": None,
        "original": "es",
        "topics": [],
    }
    assert kept["es"]["headline"] == "México y Canadá acuerdan una agenda común"
    assert kept["participants"][0]["es"]["title"] == "secretaria de Relaciones Exteriores"


def test_page_of_one_language_says_nothing_of_the_other(draft):
    page = document.page(draft.document(), "es")

    assert "Foreign" not in str(page)
    assert page["facts"]["held_on"] == "2024-01-15"


def test_changed_sections_names_what_differs(draft):
    before = draft.document()
    after = {**before, "en": before["en"] | {"headline": "Other"}}

    assert document.changed_sections(before, after) == ["en"]


def test_save_without_a_change_makes_no_revision(draft, ana):
    assert Revision.record(draft, by=ana) == draft.revisions.get()


def test_revision_says_what_changed(draft, ana):
    assert make.edit(draft, ana, headline_en="Other").changed == ["en"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), json_values, max_size=5))
def test_digest_does_not_depend_on_the_order_of_keys(part):
    backwards = dict(reversed(part.items()))

    assert document.digest(part) == document.digest(backwards)


@given(st.text())
def test_sanitize_is_idempotent(text):
    once = sanitize(text)

    assert sanitize(once) == once


@given(st.lists(st.text(alphabet="aáñZ <>&;\"'\n"), max_size=5))
def test_paragraphs_give_back_the_text_that_went_in(texts):
    folded = [" ".join(text.split()) for text in texts]

    assert paragraphs(from_paragraphs(texts)) == [text for text in folded if text]


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p>Hola<script>alert(1)</script></p>", "<p>Hola</p>"),
        ('<p onclick="x()">Hola</p>', "<p>Hola</p>"),
        ('<p><a href="javascript:x()">Hola</a></p>', "<p><a>Hola</a></p>"),
        ("<p>Uno</p>\r\n <p>Dos</p>", "<p>Uno</p><p>Dos</p>"),
        ("<p></p>", ""),
        ("<p>an\u0303o</p>", "<p>a\u00f1o</p>"),
    ],
)
def test_sanitize_leaves_only_what_the_editor_makes(dirty, clean):
    assert sanitize(dirty) == clean
