"""Revisions: every save kept, any one restored."""

import pytest

from comunicados.models import Revision
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana, participants=[make.appointment()])


def test_restored_text_is_the_old_one_in_a_new_revision(draft, ana, bruno):
    first = draft.revisions.get()
    make.edit(draft, ana, headline_es="Otro titular", held_on="2024-01-14")
    draft.topics.add(make.topic())
    draft.participations.all().delete()
    Revision.record(draft, by=ana)

    restored = first.restore(by=bruno)

    assert restored.document == first.document
    assert (restored.ordinal, restored.source, restored.made_by) == (4, "restored", bruno)


def test_restoring_is_a_change_of_the_one_who_restores(draft, ana, bruno):
    first = draft.revisions.get()
    make.edit(draft, ana, headline_es="Otro titular")
    first.restore(by=bruno)

    assert draft.versions.get(language="es").written_in.made_by == bruno


def test_restoring_what_is_current_makes_no_revision(draft, bruno):
    assert draft.revisions.get().restore(by=bruno) == draft.revisions.get()


def test_revision_tells_a_language_version_only_of_its_own_change(draft, ana, elena):
    make.edit(draft, elena, headline_en="Other")
    spanish, english = (draft.versions.get(language=language) for language in ("es", "en"))

    assert (spanish.written_in.made_by, english.written_in.made_by) == (ana, elena)


def test_restoring_leaves_out_a_registry_row_that_is_gone_and_keeps_its_words(draft, ana, bruno):
    first, row = draft.revisions.get(), draft.participations.get()
    row.delete()
    Revision.record(draft, by=ana)
    row.appointment.delete()

    first.restore(by=bruno)

    restored = draft.participations.get()
    assert (restored.person, restored.appointment, restored.title_es) == (row.person, None, row.title_es)
