"""The files of the writing screen: chosen, refused, merged with what colleagues do, looked at."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.files import kinds
from comunicados.models import Attachment, StoredFile
from tests import factories as make
from tests import jobs, uploads
from tests.desk.screen import open_form, url

pytestmark = pytest.mark.django_db


def row(number: int, **given):
    """The fields of one more file, the number `number`."""
    names = {f"attachments-{number}-{field}": value for field, value in {"role": "photograph", **given}.items()}
    return {"attachments-TOTAL_FORMS": number + 1, **names}


def save(client, communique, form, **changed):
    return client.post(url(communique), form | changed)


def said(response) -> str:
    return unescape(response.content.decode())


def files(response):
    """The rows of the files, as the refused page shows them."""
    return response.context["inline_admin_formsets"][1].formset.forms


def test_photograph_is_attached_with_its_words(desk, draft, ana):
    client = desk(ana)
    words = {"alternative_es": "Una mesa", "caption_en": "A  table", "credit": "SRE"}
    save(client, draft, open_form(client, draft), **row(0, upload=uploads.jpeg(name="La Mesa.JPG"), **words))

    kept = draft.attachments.get()
    assert (kept.name, kept.order, kept.role) == ("la-mesa.jpg", 1, "photograph")
    assert (kept.alternative_es, kept.caption_en, kept.credit) == ("Una mesa", "A table", "SRE")
    assert draft.revisions.first().changed == ["files"]


def test_pdf_is_an_annex_whatever_was_chosen(desk, draft, ana):
    client = desk(ana)
    save(client, draft, open_form(client, draft), **row(0, upload=uploads.pdf()))

    assert list(draft.attachments.values_list("role", "name")) == [("annex", "acta-final.pdf")]


def test_save_that_touches_no_file_makes_no_revision(desk, draft, ana):
    make.attach(draft, ana)
    client = desk(ana)
    save(client, draft, open_form(client, draft))

    assert draft.revisions.count() == 2


def test_words_of_a_kept_file_are_changed_without_sending_it_again(desk, draft, ana):
    file = make.attach(draft, ana).file
    client = desk(ana)
    save(client, draft, open_form(client, draft), **{"attachments-0-alternative_es": "Otra mesa"})

    assert list(draft.attachments.values_list("file", "alternative_es")) == [(file.pk, "Otra mesa")]


def test_file_is_put_in_the_place_of_another(desk, draft, ana):
    make.attach(draft, ana)
    client = desk(ana)
    save(client, draft, open_form(client, draft), **{"attachments-0-upload": uploads.jpeg(seed=1, name="otra.jpg")})

    kept = draft.attachments.get()
    assert (kept.name, kept.alternative_es, StoredFile.objects.count()) == (
        "otra.jpg",
        "Doce personas a una mesa.",
        2,
    )


def test_removed_file_leaves_the_list_and_stays_in_the_history(desk, draft, ana, bruno):
    make.attach(draft, ana)
    client = desk(ana)
    save(client, draft, open_form(client, draft), **{"attachments-0-DELETE": "on"})

    assert (draft.attachments.count(), StoredFile.objects.count()) == (0, 1)
    assert draft.revisions.get(ordinal=2).restore(by=bruno).changed == ["files"]


def test_order_that_was_typed_is_kept(desk, draft, ana):
    make.attach(draft, ana)
    make.annex(draft, ana)
    client = desk(ana)
    save(client, draft, open_form(client, draft), **{"attachments-0-order": 9})

    assert list(draft.attachments.values_list("name", "order")) == [("acta.pdf", 1), ("delegaciones.jpg", 2)]


@pytest.mark.parametrize("what", uploads.NOT_ACCEPTED)
def test_refused_file_is_told_beside_its_field_and_nothing_typed_is_lost(desk, draft, ana, what):
    client = desk(ana)
    upload = uploads.upload(*uploads.NOT_ACCEPTED[what])
    given = row(0, upload=upload, credit="SRE") | {"headline_es": "Otro titular"}
    refused = save(client, draft, open_form(client, draft), **given)

    assert (refused.status_code, StoredFile.objects.count()) == (200, 0)
    assert list(files(refused)[0].errors) == ["upload"]
    assert "SRE" in said(refused)
    assert "Otro titular" in said(refused)


def test_very_large_file_is_refused_without_being_kept_anywhere(desk, draft, ana, settings, monkeypatch, tmp_path):
    settings.FILES_MOST_BYTES = 300_000
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    large = uploads.upload(uploads.pdf_bytes() + b" " * 4_000_000, "acta.pdf")
    client = desk(ana)
    refused = save(client, draft, open_form(client, draft), **row(0, upload=large), headline_es="Otro titular")

    assert files(refused)[0].errors == {"upload": ["The file is larger than 293.0\xa0KB."]}
    assert "Otro titular" in said(refused)
    assert list(tmp_path.iterdir()) == []


def test_row_without_a_file_is_told_so(desk, draft, ana):
    client = desk(ana)
    refused = save(client, draft, open_form(client, draft), **row(0, caption_es="Una mesa"))

    assert files(refused)[0].errors == {"upload": ["Choose a file, or remove this row."]}


def test_same_file_twice_is_told_so(desk, draft, ana):
    client = desk(ana)
    twice = row(0, upload=uploads.jpeg()) | row(1, upload=uploads.jpeg(name="otra.jpg"))
    refused = save(client, draft, open_form(client, draft), **twice)

    assert "The same file is in the list twice." in said(refused)
    assert draft.attachments.count() == 0


def test_file_of_a_form_that_is_refused_need_not_be_chosen_again(desk, draft, ana):
    client = desk(ana)
    given = row(0, upload=uploads.jpeg(), alternative_es="Una mesa")
    refused = save(client, draft, open_form(client, draft), **given, date="never")
    again = {name: field.value() for form in files(refused) for name, field in named(form)}
    save(client, draft, open_form(client, draft), **row(0), **again)

    assert list(draft.attachments.values_list("name", "alternative_es")) == [("foto.jpg", "Una mesa")]


def named(form):
    fields = [form[name] for name in ("digest", "name", "alternative_es")]
    return [(field.html_name, field) for field in fields]


@pytest.mark.parametrize("digest", ["", "0" * 64, "x" * 64, "../../etc"])
def test_digest_of_no_file_is_no_file(desk, draft, ana, digest):
    client = desk(ana)
    refused = save(client, draft, open_form(client, draft), **row(0, digest=digest, credit="SRE"))

    assert list(files(refused)[0].errors) == ["upload"]


@pytest.mark.parametrize("name", ["../../x.html", "<script>.svg", "", "a" * 500])
def test_name_that_was_sent_is_made_plain(desk, draft, ana, name):
    file = make.attach(draft, ana).file
    client = desk(ana)
    save(client, draft, open_form(client, draft), **{"attachments-0-name": name})

    kept = draft.attachments.get()
    assert kept.name == kinds.public_name(name, file.media_type)


# Two people


def test_two_people_in_two_sections_do_not_collide(desk, draft, ana, bruno):
    anas, brunos = desk(ana), desk(bruno)
    hers, his = open_form(anas, draft), open_form(brunos, draft)
    save(anas, draft, hers, **row(0, upload=uploads.jpeg()))
    save(brunos, draft, his, headline_es="Otro titular")

    draft.refresh_from_db()
    assert (draft.headline_es, draft.attachments.count()) == ("Otro titular", 1)


def test_two_people_in_the_files_see_both(desk, draft, ana, bruno):
    anas, brunos = desk(ana), desk(bruno)
    hers, his = open_form(anas, draft), open_form(brunos, draft)
    save(anas, draft, hers, **row(0, upload=uploads.jpeg(name="una.jpg")))
    refused = save(brunos, draft, his, **row(0, upload=uploads.jpeg(seed=1, name="otra.jpg")))

    assert "Somebody else changed this section meanwhile (files)" in said(refused)
    theirs = refused.context["inline_admin_formsets"][1].formset.theirs
    assert [line.text for line in theirs.lines] == ["una.jpg"]
    assert [attachment.name for attachment in draft.attachments.all()] == ["una.jpg"]


def test_files_of_a_scheduled_text_are_only_read(desk, draft, approved, ana, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=1))
    client = desk(ana)
    page = client.get(url(draft))

    assert [inline.formset.is_shut for inline in page.context["inline_admin_formsets"]] == [True, True]
    refused = save(client, draft, open_form(client, draft), **row(0, upload=uploads.jpeg()))
    assert "This section cannot be written now (files)" in said(refused)
    assert draft.attachments.count() == 0


@pytest.mark.parametrize("who", ["diego", "elena"])
def test_who_does_not_write_files_reads_them(desk, draft, ana, who, request):
    make.attach(draft, ana)
    page = said(desk(request.getfixturevalue(who)).get(url(draft)))

    assert "delegaciones.jpg" in page
    assert "Twelve people at a table." in page
    assert "attachments-0-upload" not in page


def test_translator_cannot_send_files_past_the_screen(desk, draft, elena):
    client = desk(elena)
    refused = save(client, draft, open_form(client, draft), **row(0, upload=uploads.jpeg()))

    assert (refused.status_code, Attachment.objects.count(), StoredFile.objects.count()) == (200, 0, 0)


def test_writing_screen_asks_no_more_for_many_files(desk, draft, ana, bruno):
    client, counts = desk(bruno), []
    client.get(url(draft))
    for seed in range(3):
        make.attach(draft, ana, uploads.jpeg(seed=seed))
        with CaptureQueriesContext(connection) as queries:
            client.get(url(draft))
        counts.append(len(queries))

    assert counts[0] == counts[2]


# What is missing, what is compared


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"alternative_es": ""}, [("es", "attachments-0-alternative_es")]),
        ({"alternative_en": ""}, [("en", "attachments-0-alternative_en")]),
        ({"alternative_es": "", "alternative_en": "", "is_decorative": True}, []),
        ({"role": "annex", "alternative_es": "", "caption_en": ""}, [("en", "attachments-0-caption_en")]),
    ],
)
def test_photograph_needs_its_alternative_text_in_each_language(draft, ana, given, missing):
    make.attach(draft, ana, **given)
    lacks = [(version.language, lack.field) for version in draft.versions.all() for lack in version.missing()]

    assert [lack for lack in lacks if lack[1].startswith("attachments")] == missing


def test_missing_alternative_text_leads_to_its_field(desk, draft, ana):
    make.attach(draft, ana, alternative_es="")
    page = said(desk(ana).get(url(draft)))

    assert (
        '<a href="#id_attachments-0-alternative_es">The photograph delegaciones.jpg has no alternative text' in page
    )
    assert 'id="id_attachments-0-alternative_es"' in page
    assert "The photograph" in draft.version("es").why_not("submit", by=ana)


def test_comparison_shows_what_became_of_files(desk, draft, ana):
    make.attach(draft, ana)
    make.attach(draft, ana, uploads.jpeg(seed=1), name="otra.jpg", caption_es="El edificio visto desde la plaza")
    draft.attachments.get(name="otra.jpg").delete()
    draft.attachments.update(alternative_es="Diez personas a una mesa.")
    make.edit(draft, ana)
    make.annex(draft, ana)
    page = desk(ana).get(f"/admin/comunicados/communique/{draft.pk}/history/compare/?from=3&to=5&language=es")

    change = next(change for change in page.context["comparison"].shown.changes if change.field == "files")
    assert [(block.mark, "".join(stretch.text for stretch in block.stretches)) for block in change.blocks] == [
        ("changed", "Las dos delegaciones (photograph)"),
        ("removed", "El edificio visto desde la plaza (photograph)"),
        ("added", "Acta (annex)"),
    ]
    assert "Diez personas" in change.blocks[0].forms[1]


@pytest.mark.parametrize("path", ["es/submit/", "history/2/"])
def test_pages_about_a_text_show_its_files(desk, draft, ana, path):
    make.attach(draft, ana)
    page = said(desk(ana).get(f"/admin/comunicados/communique/{draft.pk}/{path}"))

    assert 'alt="Doce personas a una mesa."' in page
    assert "Las dos delegaciones" in page


# Looked at


def look(client, attachment, small=""):
    return client.get(f"/admin/files/{attachment.file.digest}/{small}{attachment.name}")


@pytest.mark.parametrize("who", ["diego", "elena", "ana", "carmen"])
def test_who_reads_communiques_looks_at_a_drafts_file(desk, draft, ana, who, request):
    attachment = make.attach(draft, ana)
    answer = look(desk(request.getfixturevalue(who)), attachment)

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert len(b"".join(answer.streaming_content)) == attachment.file.size
    assert (answer["X-Content-Type-Options"], "private" in answer["Cache-Control"]) == ("nosniff", True)
    assert answer["Content-Security-Policy"].endswith("sandbox")


def test_who_reads_no_communiques_looks_at_no_file(desk, draft, ana, user, client):
    attachment = make.attach(draft, ana)

    assert look(desk(user("gast")), attachment).status_code == 403
    assert look(client, attachment).status_code == 302


def test_small_file_is_the_smallest_that_there_is(desk, draft, ana):
    attachment = make.attach(draft, ana, uploads.jpeg((1000, 500)))
    client = desk(ana)
    before = look(client, attachment, "small/")["Content-Type"]
    jobs.work()

    assert (before, look(client, attachment, "small/")["Content-Type"]) == ("image/jpeg", "image/webp")


def test_annex_is_saved_to_disk(desk, draft, ana):
    answer = look(desk(ana), make.annex(draft, ana))

    assert answer["Content-Disposition"] == 'attachment; filename="acta.pdf"'
