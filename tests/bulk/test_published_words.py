"""The words of what was entered in bulk stand in its publications' index, until somebody changes one."""

import pytest
from django.db import IntegrityError, connection

from comunicados.desk.criteria import find
from comunicados.models import Communique
from tests import factories as make
from tests.bulk.test_load_corpus import archive, loaded  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(loaded):  # noqa: F811
    return Communique.objects.earliest("pk")


def found(text):
    return set(find(Communique.objects.all(), text).values_list("pk", flat=True))


def test_archive_is_found_by_the_words_of_either_language(entry):
    assert entry.words_are_published
    assert found("dos") == set(Communique.objects.values_list("pk", flat=True))


def test_changed_text_is_found_by_its_own_words_alone(entry, ana):
    make.edit(entry, ana, body_es="<p>Cuatro canoas.</p>", body_en="<p>Four canoes.</p>")

    assert found("canoas") == found("canoes") == {entry.pk}
    assert entry.pk not in found("dos")


def test_words_stay_those_of_its_own_when_they_are_the_published_ones_again(entry, ana):
    before = entry.body_es
    make.edit(entry, ana, body_es="<p>Cuatro canoas.</p>")
    make.edit(entry, ana, body_es=before)

    assert not Communique.objects.get(pk=entry.pk).words_are_published
    assert entry.pk in found("dos")


def test_change_of_something_else_leaves_the_words_where_they_are(entry, ana):
    make.edit(entry, ana, place_es="Puerto Oscuro")

    assert Communique.objects.get(pk=entry.pk).words_are_published
    assert entry.pk in found("dos")


def test_withdrawn_archive_is_found_still(entry, clock, carmen):
    clock.tick(hours=1)
    for version in entry.versions.all():
        version.withdraw(by=carmen, reason="Contenía un error.")

    assert entry.pk in found("dos")


def test_publication_that_is_cancelled_no_longer_holds_the_words(clock, ana, bruno, carmen):
    only_spanish = {"headline_en": "", "body_en": "", "body_es": "<p>Cuatro canoas.</p>"}
    draft = make.communique(ana, words_are_published=True, **only_spanish)
    spanish = draft.versions.get(language="es")
    spanish.submit(by=ana)
    spanish.approve(by=bruno)
    spanish.publish(by=carmen, at=clock.in_(hours=1))
    connection.check_constraints()
    assert found("canoas") == {draft.pk}

    spanish.cancel(by=carmen)

    assert not Communique.objects.get(pk=draft.pk).words_are_published
    assert found("canoas") == {draft.pk}


@pytest.mark.parametrize("body", ["<p>Cuatro canoas.</p>", ""])
def test_words_that_no_publication_has_are_refused(ana, body):
    kind = make.communique(ana).kind
    entry = Communique(kind=kind, date="2010-01-01", created_by=ana, words_are_published=True)
    entry.headline_es, entry.body_es = "Titular", body
    entry.save()

    with pytest.raises(IntegrityError, match=r"No publication of communiqué \d+ has its words"):
        connection.check_constraints()
