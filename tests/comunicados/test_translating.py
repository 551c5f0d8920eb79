"""What a text accounts for: paragraphs that came to its source or went, in Python and in the database."""

import pytest
from django.db import IntegrityError, connection, transaction

from comunicados import document
from comunicados.exceptions import NotPermitted, TextHasChanged
from comunicados.models import Acknowledgement, LanguageVersion
from tests import factories as make

pytestmark = pytest.mark.django_db

TEXT = "<p>Uno.</p><p>Dos.</p><p>Tres.</p>"


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana, body_es=TEXT, body_en="<p>One.</p><p>Two.</p><p>Three.</p>")


@pytest.fixture
def english(draft, elena) -> LanguageVersion:
    """Submitted: it accounts for the Spanish text as it is."""
    version = draft.versions.get(language="en")
    version.submit(by=elena)
    return version


def digests(*texts):
    return [document.digest(text) for text in texts]


def test_text_that_was_never_finished_is_not_stale(draft):
    assert draft.versions.get(language="en").stale_paragraphs() == []


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        ({"body_es": "<p>Uno.</p><p>Dos más.</p><p>Tres.</p>"}, ["Dos más.", "Dos."]),
        ({"body_es": TEXT + "<p>Cuatro.</p>"}, ["Cuatro."]),
        ({"body_es": "<p>Uno.</p><p>Tres.</p>"}, ["Dos."]),
        ({"body_es": "<p>Dos.</p><p>Uno.</p><p>Tres.</p>"}, []),
        ({"body_es": "<p>Uno.</p>\n<h2>Dos.</h2><ul><li><p> Tres. </p></li></ul>"}, []),
        ({"headline_es": "Otro titular"}, ["Otro titular", "México y Canadá acuerdan una agenda común"]),
        ({"place_es": "Oaxaca"}, ["Oaxaca", "Ciudad de México"]),
        ({"correction_note_es": "Eran dos."}, ["Eran dos."]),
        ({"body_en": "<p>Nothing.</p>"}, []),
    ],
)
def test_translation_is_stale_in_what_came_and_went(draft, english, ana, change, stale):
    make.edit(draft, ana, **change)

    assert english.stale_paragraphs() == digests(*stale)
    assert list(LanguageVersion.objects.stale()) == ([english] if stale else [])


def test_original_that_comes_back_is_accounted_for_again(draft, english, ana):
    first = draft.revisions.first()
    make.edit(draft, ana, body_es="<p>Otra cosa.</p>")
    first.restore(by=ana)

    assert english.stale_paragraphs() == []


def test_nothing_to_change_for_one_leaves_the_others(draft, english, ana, elena):
    make.edit(draft, ana, body_es="<p>Uno más.</p><p>Dos más.</p><p>Tres.</p>")
    english.account_for(digests("Uno más.", "Uno."), by=elena)

    assert english.stale_paragraphs() == digests("Dos más.", "Dos.")


def test_nothing_to_change_at_all_is_noted_once_for_all(draft, english, ana, elena):
    revision = make.edit(draft, ana, body_es="<p>Uno más.</p><p>Tres.</p>")
    english.account_for(english.stale_paragraphs(), by=elena)

    noted = Acknowledgement.objects.get()
    assert (noted.made_by, noted.revision, len(noted.paragraphs)) == (elena, revision, 3)
    assert (english.stale_paragraphs(), list(LanguageVersion.objects.stale())) == ([], [])


def test_nothing_to_change_moves_no_state(draft, english, ana, bruno, carmen, elena):
    make.edit(draft, ana, headline_en="A headline")
    make.published(draft, "en", writer=elena, editor=bruno, publisher=carmen)
    make.edit(draft, ana, body_es="<p>Uno.</p>")
    before, english = draft.version("en").state, draft.version("en")
    english.account_for(english.stale_paragraphs(), by=elena)

    assert draft.version("en").state == before


@pytest.mark.parametrize("asked", [[], ["Tres."], ["Dos más.", "Nunca fue."]])
def test_nothing_to_change_is_said_of_what_changed(draft, english, ana, elena, asked):
    make.edit(draft, ana, body_es="<p>Uno.</p><p>Dos más.</p><p>Tres.</p>")

    with pytest.raises(TextHasChanged):
        english.account_for(digests(*asked), by=elena)
    assert Acknowledgement.objects.count() == 0


def test_second_translator_is_told_that_it_was_said(draft, english, ana, elena, bruno):
    make.edit(draft, ana, body_es=TEXT + "<p>Cuatro.</p>")
    english.account_for(digests("Cuatro."), by=elena)

    with pytest.raises(TextHasChanged):
        draft.versions.get(language="en").account_for(digests("Cuatro."), by=bruno)


def test_urgent_release_of_a_translation_accounts_for_the_original(draft, carmen):
    english = draft.versions.get(language="en")
    english.release(by=carmen, reason="Es urgente.")

    assert english.accounts_for == document.paragraph_digests(draft.document(), "es")


# An English original; a joint text


def test_spanish_can_be_the_translation(draft, ana, elena):
    make.edit(draft, ana, original="en")
    spanish = draft.versions.get(language="es")
    spanish.submit(by=elena)
    make.edit(draft, ana, body_en="<p>One.</p><p>Two.</p>")

    assert spanish.stale_paragraphs() == digests("Three.")
    assert list(LanguageVersion.objects.stale()) == [spanish]


@pytest.fixture
def joint(draft, ana):
    make.edit(draft, ana, original="both")
    for version in draft.versions.all():
        version.submit(by=ana)
    return draft


def test_joint_text_is_never_stale_but_raises_a_doubt(joint, ana):
    make.edit(joint, ana, body_es="<p>Uno.</p>")
    told = [[str(lack.sentence) for lack in version.missing() if not lack.blocks] for version in joint.versions.all()]

    assert list(LanguageVersion.objects.stale()) == []
    assert [version.stale_paragraphs() for version in joint.versions.all()] == [[], []]
    assert [len(sentences) for sentences in told] == [1, 2]  # no participant is named; and, in English, the doubt


def test_doubt_of_a_joint_text_goes_when_somebody_looked(joint, ana, elena):
    make.edit(joint, ana, body_es="<p>Uno.</p>")
    english = joint.versions.get(language="en")
    with pytest.raises(NotPermitted):  # no translation: a writer's
        english.account_for(english.unaccounted(), by=elena)
    english.account_for(english.unaccounted(), by=ana)

    assert english.unaccounted() == []


# In the database


def test_acknowledgement_is_append_only(draft, english, ana, elena):
    make.edit(draft, ana, body_es="<p>Uno.</p>")
    english.account_for(english.stale_paragraphs(), by=elena)

    for statement in (
        "UPDATE comunicados_acknowledgement SET made_at = now()",
        "DELETE FROM comunicados_acknowledgement",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement.format("comunicados_acknowledgement"))


def test_acknowledgement_is_of_something(english, elena):
    with pytest.raises(IntegrityError, match="acknowledgement_of_something"):
        Acknowledgement.objects.create(
            version=english, revision=english.written_in, paragraphs=[], made_by=elena, made_at="2024-01-15T00:00Z"
        )


def test_paragraphs_of_a_version_are_those_of_its_text(draft, ana):
    make.edit(draft, ana, headline_es="Otro", body_es="<p>Uno.</p>")

    assert [draft.versions.get(language=language).paragraphs for language in ("es", "en")] == [
        document.paragraph_digests(draft.document(), language) for language in ("es", "en")
    ]
