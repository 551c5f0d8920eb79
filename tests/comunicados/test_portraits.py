"""Portraits of participants: approved with the text, published with whom they show, erased with them, kept by SQL."""

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F, Func, JSONField, Value

from comunicados.document import digest, page
from comunicados.enums import Language
from comunicados.models import Attachment, PublicationFile
from tests import factories as make
from tests import uploads
from tests.comunicados.test_erasure import erase
from tests.comunicados.test_guards import refused_by
from tests.comunicados.test_published_views import public

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(ana, bruno, carmen):
    return {"writer": ana, "editor": bruno, "publisher": carmen}


@pytest.fixture
def minister(clock):
    return make.appointment()


@pytest.fixture
def draft(ana, minister):
    return make.communique(ana, participants=[minister])


@pytest.fixture
def portrait(draft, ana, minister):
    return make.attach(draft, ana, portrait_of=minister.person)


def constraint_of(refusal) -> str:
    return refusal.value.__cause__.diag.constraint_name


# The working copy


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"role": "annex"}, "attachment_portrait_is_a_photograph"),
        ({"is_decorative": True}, "attachment_portrait_is_not_decorative"),
    ],
)
def test_only_a_photograph_that_says_what_it_shows_is_a_portrait(portrait, change, constraint):
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        Attachment.objects.filter(pk=portrait.pk).update(**change)

    assert constraint_of(refusal) == constraint


def test_document_names_whose_portrait_it_is_only_where_it_is_one(draft, ana, portrait, minister):
    make.attach(draft, ana, uploads.jpeg(seed=1))
    first, second = draft.document()["files"]

    assert first["portrait_of"] == minister.person_id
    assert second.keys() == first.keys() - {"portrait_of"}


def test_photograph_has_the_digest_that_it_had_before_there_were_portraits(draft, ana):
    attachment = make.attach(draft, ana)
    written = page(draft.document(), "es")
    before = written | {
        "files": [
            {
                "digest": attachment.file.digest,
                "name": "delegaciones.jpg",
                "role": "photograph",
                "credit": "SRE",
                "is_decorative": False,
                "es": {"caption": "Las dos delegaciones", "alternative": "Doce personas a una mesa."},
            }
        ]
    }

    assert digest(written) == digest(before)


def test_portrait_needs_a_new_approval_in_both_languages(draft, ana, cast, minister):
    attachment = make.attach(draft, ana)
    for language in Language.values:
        make.approved(draft, language, writer=ana, editor=cast["editor"])
    Attachment.objects.filter(pk=attachment.pk).update(portrait_of=minister.person)

    assert make.edit(draft, ana).changed == ["files"]
    assert [draft.version(language).state.working for language in Language.values] == ["draft", "draft"]


def test_restored_revision_brings_its_portrait_back(draft, ana, bruno, portrait):
    with_portrait = draft.revisions.first()
    draft.attachments.update(portrait_of=None)
    make.edit(draft, ana)

    assert with_portrait.restore(by=bruno).document == with_portrait.document


def test_restored_portrait_of_somebody_whom_the_registry_lost_is_none(draft, ana, bruno):
    gone = make.person("Rosa Luz")
    make.attach(draft, ana, portrait_of=gone)
    with_portrait = draft.revisions.first()
    draft.attachments.update(portrait_of=None)
    make.edit(draft, ana)
    gone.delete()
    with_portrait.restore(by=bruno)

    assert list(draft.attachments.values_list("portrait_of", flat=True)) == [None]


def test_merger_changes_no_approved_portrait(draft, ana, bruno, portrait, minister, user):
    approved = make.approved(draft, writer=ana, editor=bruno)
    before = draft.document()
    minister.person.merge_into(make.person("Alicia B."), by=user("gabriel", "registrar"))

    assert draft.document() == before
    assert (approved.missing(), approved.state.working) == ([], "approved")


def test_portrait_of_somebody_who_does_not_take_part_is_not_published(draft, ana, portrait):
    draft.participations.all().delete()
    make.edit(draft, ana)
    lacks = [lack for lack in draft.version("es").missing() if lack.field == "attachments-0-portrait_of"]

    assert [lack.blocks for lack in lacks] == [True]


# What is published


def test_publication_keeps_whose_portrait_it_lists(draft, cast, portrait, minister):
    live = make.published(draft, **cast)

    assert live.files.get().portrait_of == minister.person
    assert refused_by("UPDATE comunicados_publicationfile SET portrait_of_id = NULL") == (
        "publication_file_is_append_only"
    )


@pytest.mark.parametrize(
    ("role", "is_named", "constraint"),
    [
        ("photograph", False, "portrait_is_of_somebody_named"),
        ("annex", True, "publication_file_portrait_is_a_photograph"),
    ],
)
def test_publication_lists_portraits_of_those_whom_it_names_alone(
    draft, ana, cast, minister, role, is_named, constraint
):
    file = make.attach(draft, ana).file
    live = make.published(draft, **cast)
    person = minister.person if is_named else make.person("Rosa Luz")

    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        PublicationFile.objects.create(
            publication=live, file=file, order=9, role=role, name="x.jpg", portrait_of=person
        )
    assert constraint_of(refusal) == constraint


def test_view_tells_whom_the_text_named_and_who_remains(draft, cast, portrait, minister, user):
    make.published(draft, **cast)
    survivor = make.person("Alicia B.")
    minister.person.merge_into(survivor, by=user("gabriel", "registrar"))

    assert public("SELECT portrait_of_id, current_portrait_of_id FROM published_file") == [
        (minister.person_id, survivor.pk)
    ]


# Erased


def test_erasure_takes_whose_portrait_it_was(draft, ana, cast, portrait, carmen, lucia, clock):
    first = make.published(draft, **cast)
    draft.attachments.all().delete()
    draft.participations.all().delete()
    clock.tick()
    make.edit(draft, ana, headline_es="Otra cosa", body_es="<p>Nada.</p>")
    make.published(draft, **cast)
    erase(first, carmen, lucia)

    assert list(first.files.values_list("portrait_of", "credit")) == [(None, "")]


@pytest.mark.parametrize(
    ("emptied", "is_left"),
    [
        ({}, True),
        ({"words": {"caption_en": "", "alternative_en": ""}}, False),
        ({"names": {"name_en": "", "title_en": "", "organization_en": ""}}, False),
    ],
)
def test_revision_without_a_language_says_whose_portrait_it_is_where_the_other_does(
    draft, ana, portrait, minister, emptied, is_left
):
    draft.attachments.update(**emptied.get("words", {"caption_es": "Otra"}))
    draft.participations.update(**emptied.get("names", {"name_es": "Otra"}))
    make.edit(draft, ana)
    blank = Func(F("document"), Value("es"), function="erased_document", output_field=JSONField())
    (left,) = draft.revisions.values_list(blank, flat=True)[:1]

    assert left["files"][0].get("portrait_of") == (minister.person_id if is_left else None)
    assert left["files"][0]["es"] == {"caption": "", "alternative": ""}
