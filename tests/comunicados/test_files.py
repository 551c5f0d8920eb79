"""Files on the path of a text: kept by their digest, part of what is approved, listed by what is published."""

import io

import pytest
from django.db import DatabaseError, connection, transaction
from PIL import Image

from comunicados import document
from comunicados.enums import Language
from comunicados.exceptions import FileRefused, NotPermitted
from comunicados.files import store
from comunicados.models import Attachment, PublicationFile, Rendition, StoredFile
from comunicados.models.stored_file import MAKE_SIZES
from tests import factories as make
from tests import jobs, uploads
from tests.comunicados.test_published_views import count, public

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(ana, bruno, carmen):
    return {"writer": ana, "editor": bruno, "publisher": carmen}


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana)


# Kept


def test_file_is_kept_under_the_digest_of_its_bytes(ana, clock):
    file = StoredFile.keep(uploads.jpeg(), by=ana)

    with store.open_at(store.place_of(file.digest)) as kept:
        content = kept.read()
    assert (file.digest, file.size) == (store.digest_of(io.BytesIO(content)), len(content))
    assert (file.media_type, file.width, file.height, file.added_by) == ("image/jpeg", 64, 48, ana)


def test_same_file_is_kept_once(ana, bruno, clock):
    first = StoredFile.keep(uploads.jpeg(), by=ana)
    second = StoredFile.keep(uploads.jpeg(name="otra.jpg"), by=bruno)

    assert (first, StoredFile.objects.count()) == (second, 1)


def test_file_that_a_process_left_half_written_is_written_anew(ana, clock):
    place = store.place_of(store.digest_of(uploads.jpeg().file))
    store.storage().save(place, io.BytesIO(b"half"))

    assert store.storage().size(place) == 4
    assert StoredFile.keep(uploads.jpeg(), by=ana).size == store.storage().size(place)


def test_refused_file_leaves_nothing(ana, clock):
    with pytest.raises(FileRefused):
        StoredFile.keep(uploads.upload(*uploads.NOT_ACCEPTED["svg"]), by=ana)

    assert (StoredFile.objects.count(), store.storage().listdir("")) == (0, ([], []))


@pytest.mark.parametrize("who", ["diego", "elena"])
def test_only_who_writes_keeps_files(who, request, clock):
    with pytest.raises(NotPermitted):
        StoredFile.keep(uploads.jpeg(), by=request.getfixturevalue(who))


# Sizes


def test_sizes_smaller_than_the_image_are_made_by_a_job(ana, clock):
    file = StoredFile.keep(uploads.jpeg((1000, 500)), by=ana)
    assert (jobs.waiting(MAKE_SIZES), Rendition.objects.count()) == ([{"digest": file.digest}], 0)

    jobs.work()
    made = [
        (size.width, Image.open(store.open_at(store.place_of(file.digest, size.width))))
        for size in file.renditions.all()
    ]
    assert [(width, image.format, image.size) for width, image in made] == [
        (480, "WEBP", (480, 240)),
        (960, "WEBP", (960, 480)),
    ]


def test_job_done_twice_makes_the_sizes_once(ana, clock):
    file = StoredFile.keep(uploads.jpeg((1000, 500)), by=ana)
    jobs.work()
    made = [(size.pk, size.size) for size in file.renditions.all()]
    jobs.work()

    assert [(size.pk, size.size) for size in file.renditions.all()] == made


def test_job_is_enqueued_with_the_file_or_not_at_all(ana, clock):
    with transaction.atomic():
        StoredFile.keep(uploads.jpeg((1000, 500)), by=ana)
        transaction.set_rollback(True)

    assert (StoredFile.objects.count(), jobs.waiting(MAKE_SIZES)) == (0, [])


@pytest.mark.parametrize("upload", [uploads.jpeg((480, 500)), uploads.pdf()], ids=["small image", "PDF"])
def test_no_job_where_there_is_nothing_to_make(ana, clock, upload):
    StoredFile.keep(upload, by=ana)

    assert jobs.waiting(MAKE_SIZES) == []


# Part of the text


def test_files_are_in_the_page_of_each_language_in_its_words(draft, ana):
    file = make.attach(draft, ana).file
    pages = [document.page(draft.document(), language) for language in Language.values]

    shared = {
        "digest": file.digest,
        "name": "delegaciones.jpg",
        "role": "photograph",
        "credit": "SRE",
        "is_decorative": False,
    }
    assert [page["files"] for page in pages] == [
        [shared | {"es": {"caption": "Las dos delegaciones", "alternative": "Doce personas a una mesa."}}],
        [shared | {"en": {"caption": "The two delegations", "alternative": "Twelve people at a table."}}],
    ]


def test_text_without_files_has_the_digest_that_it_had_before_there_were_any(draft):
    written = document.page(draft.document(), "es")
    before = {
        "format": 1,
        "language": "es",
        "text": {
            "headline": "México y Canadá acuerdan una agenda común",
            "subheadline": "",
            "place": "Ciudad de México",
            "body": "<p>Las dos delegaciones se reunieron hoy.</p>",
            "correction_note": "",
        },
        "facts": {
            "kind": "communique",
            "date": "2024-01-15",
            "held_on": "2024-01-15",
            "original": "es",
            "topics": [],
        },
        "participants": [],
        "files": [],
    }

    assert document.digest(written) == document.digest(before)


@pytest.mark.parametrize(
    ("change", "needs_approval"),
    [
        ({"alternative_es": "Otra"}, ["es"]),
        ({"caption_en": "Other"}, ["en"]),
        ({"credit": "Otra"}, ["es", "en"]),
        ({"order": 9}, []),
    ],
)
def test_change_of_a_file_needs_a_new_approval(draft, cast, ana, change, needs_approval):
    attachment = make.attach(draft, ana)
    versions = [make.approved(draft, language, writer=ana, editor=cast["editor"]) for language in Language.values]
    Attachment.objects.filter(pk=attachment.pk).update(**change)
    make.edit(draft, ana)

    states = {version.language: draft.version(version.language).state.working for version in versions}
    assert [language for language, working in states.items() if working == "draft"] == needs_approval


def test_order_of_files_is_part_of_the_text(draft, ana):
    first, second = make.attach(draft, ana), make.annex(draft, ana)
    before = draft.document()["files"]
    Attachment.objects.filter(pk=first.pk).update(order=second.order + 1)

    assert draft.document()["files"] == before[::-1]
    assert make.edit(draft, ana).changed == ["files"]


def test_restored_revision_brings_its_files_back(draft, ana, bruno):
    make.attach(draft, ana, is_decorative=True)
    make.annex(draft, ana)
    with_files = draft.revisions.first()
    draft.attachments.all().delete()
    make.edit(draft, ana)

    assert with_files.restore(by=bruno).document == with_files.document


# Published


def test_publication_lists_the_files_in_its_words(draft, cast, ana):
    make.attach(draft, ana)
    make.annex(draft, ana)
    live = make.published(draft, "en", **cast)

    assert list(live.files.values_list("order", "role", "name", "caption", "alternative", "credit")) == [
        (1, "photograph", "delegaciones.jpg", "The two delegations", "Twelve people at a table.", "SRE"),
        (2, "annex", "acta.pdf", "Minutes", "Twelve people at a table.", ""),
    ]


def test_decorative_photograph_has_no_alternative_text(draft, cast, ana):
    make.attach(draft, ana, is_decorative=True)

    assert make.published(draft, **cast).files.get().alternative == ""


def test_file_is_in_the_view_while_a_publication_that_lists_it_is_visible(draft, cast, ana, clock):
    make.attach(draft, ana)
    make.published(draft, at=clock.in_(hours=1), **cast)
    scheduled = count("published_file")
    clock.tick(hours=1)
    live = public("SELECT name, widths FROM published_file")
    draft.versions.get(language="es").conceal(by=cast["publisher"], reason={"es": "Por orden judicial."})

    assert (scheduled, live, count("published_file")) == (0, [("delegaciones.jpg", [])], 0)
    assert public("SELECT name, reason_es FROM published_concealed_file") == [
        ("delegaciones.jpg", "Por orden judicial.")
    ]


def test_withdrawal_without_the_text_takes_the_files_away(draft, cast, ana, clock):
    make.attach(draft, ana)
    make.published(draft, **cast)
    clock.tick()
    draft.withdraw(by=cast["publisher"], reason={"es": "Error."}, keep_text=False)

    assert (count("published_file"), count("published_concealed_file")) == (0, 1)


# Kept by the database


@pytest.mark.parametrize(
    ("table", "constraint"),
    [
        ("comunicados_storedfile", "stored_file_is_append_only"),
        ("comunicados_rendition", "rendition_is_append_only"),
        ("comunicados_publicationfile", "publication_file_is_append_only"),
    ],
)
def test_what_was_kept_never_changes(draft, cast, ana, table, constraint):
    make.attach(draft, ana, uploads.jpeg((1000, 500)))
    jobs.work()
    make.published(draft, **cast)

    for sql in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError) as refusal, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
        assert refusal.value.__cause__.diag.constraint_name == constraint


@pytest.mark.parametrize("model", [Attachment, PublicationFile])
def test_only_an_image_is_a_photograph(draft, cast, ana, model):
    file = StoredFile.keep(uploads.pdf(), by=ana)
    owner = {"communique": draft} if model is Attachment else {"publication": make.published(draft, **cast)}

    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        model.objects.create(file=file, role="photograph", name="acta.pdf", order=1, **owner)
    assert refusal.value.__cause__.diag.constraint_name == "photograph_is_an_image"


@pytest.mark.parametrize(
    ("given", "constraint"),
    [
        ({"media_type": "image/svg+xml"}, "stored_file_is_of_a_kind"),
        ({"media_type": "image/png", "width": None}, "stored_file_of_an_image_has_its_size"),
        ({"media_type": "application/pdf"}, "stored_file_of_an_image_has_its_size"),
    ],
)
def test_stored_file_is_of_a_kind_and_an_image_has_a_size(ana, clock, given, constraint):
    about = {"digest": "0" * 64, "size": 1, "width": 1, "height": 1, "added_by": ana, "added_at": clock.now}

    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        StoredFile.objects.create(**about | given)
    assert refusal.value.__cause__.diag.constraint_name == constraint
