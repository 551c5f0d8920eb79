"""The PDF of a publication: made by a job, once, of its own words and files; destroyed by an erasure."""

import io
import logging
import re

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from comunicados import printing
from comunicados.files import store
from comunicados.models import Participation, PublicationPdf, Revision
from comunicados.models.publication_pdf import DESTROY_PDF, MAKE_PDF
from comunicados.printing import checks, making
from tests import factories as make
from tests import jobs, uploads
from tests.comunicados.test_erasure import ask

pytestmark = pytest.mark.django_db
with_pango = pytest.mark.usefixtures("pango")

SECRET = "Quetzalxóchitl"


@pytest.fixture
def publish(clock, ana, bruno, carmen):
    def publish(made=None, language="es", at=None, **fields):
        made = made or make.communique(ana, **fields)
        return make.published(made, language, writer=ana, editor=bruno, publisher=carmen, at=at)

    return publish


@pytest.fixture
def guest(clock):
    canada = make.state("CA", "Canadá", "Canada")
    post = make.position("ministro de Comercio", "ministra de Comercio", "Minister of Trade", canada)
    return make.appointment(make.person("Mélanie Joly"), post)


def pdf(publication) -> bytes:
    """The one that the job makes and the storage keeps."""
    made = printing.make(publication.pk)
    with store.open_at(made.place) as file:
        return file.read()


def said(content: bytes) -> str:
    return " ".join(extract_text(io.BytesIO(content)).split())


def document(content: bytes) -> PDFDocument:
    return PDFDocument(PDFParser(io.BytesIO(content)))


def stored(publication) -> list[str]:
    try:
        return store.storage().listdir(f"pdf/{publication.pk}")[1]
    except FileNotFoundError:
        return []


# The job


@pytest.mark.parametrize("hours", [0, 3])
def test_job_is_asked_for_with_the_publication(publish, clock, hours):
    publication = publish(at=clock.in_(hours=hours) if hours else None)

    assert jobs.waiting(MAKE_PDF) == [{"publication": publication.pk}]


def test_job_is_not_there_where_publishing_was_taken_back(publish):
    with transaction.atomic():
        publish()
        transaction.set_rollback(True)

    assert jobs.waiting(MAKE_PDF) == []


@with_pango
def test_job_done_twice_makes_one_pdf(publish):
    publication = publish()
    jobs.work()
    first = PublicationPdf.objects.get()
    jobs.work()

    assert PublicationPdf.objects.get().pk == first.pk
    assert stored(publication) == [f"{first.digest}.pdf"]


@with_pango
def test_same_publication_is_set_to_the_same_bytes(publish):
    from comunicados.printing.sheet import pdf_of

    publication = publish()

    assert pdf_of(publication) == pdf_of(publication)


@with_pango
def test_each_version_and_each_language_has_its_own(publish, ana, clock):
    first, english = publish(), None
    english = publish(first.communique, "en")
    clock.tick()
    make.edit(first.communique, ana, headline_es="Otro titular")
    second = publish(first.communique)
    jobs.work()

    assert ["Otro titular" in said(pdf(one)) for one in (first, english, second)] == [False, False, True]
    assert "Mexico and Canada agree" in said(pdf(english))


@with_pango
def test_cancelled_publication_gets_none(publish, carmen, clock):
    publication = publish(at=clock.in_(hours=1))
    publication.version.cancel(by=carmen)
    jobs.work()

    assert PublicationPdf.objects.count() == 0


@with_pango
def test_what_is_missing_is_made_by_command(publish, ana, capsys):
    publication = publish()
    call_command("make_pdfs")
    call_command("make_pdfs")

    assert capsys.readouterr().out.split("\n") == ["1 PDFs made.", "0 PDFs made.", ""]
    assert publication.pdf.size == len(pdf(publication))


@with_pango
def test_photograph_that_cannot_be_read_lets_the_job_fail(publish, ana):
    made = make.communique(ana)
    attachment = make.attach(made, ana)
    publication = publish(made)
    store.storage().delete(store.place_of(attachment.file.digest))

    with pytest.raises(OSError, match="delegaciones"):
        printing.make(publication.pk)
    assert PublicationPdf.objects.count() == 0


def test_rows_stay_as_they_are(publish):
    row = PublicationPdf.objects.keep(publish(), b"%PDF-1.7")
    for change in ("UPDATE comunicados_publicationpdf SET size = 1", "DELETE FROM comunicados_publicationpdf"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)

    assert PublicationPdf.objects.get().size == row.size


# Without Pango


@pytest.fixture
def no_pango(monkeypatch):
    def fail(name: str) -> None:
        raise OSError(f"cannot load library for {name}")

    monkeypatch.setattr(making.importlib, "import_module", fail)
    making.why_not.cache_clear()
    yield
    making.why_not.cache_clear()


def test_without_pango_the_job_says_so_once_and_ends(publish, no_pango, caplog):
    publish()
    publish(headline_es="Otro titular")
    with caplog.at_level(logging.WARNING):
        jobs.work()

    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "Pango" in caplog.text
    assert PublicationPdf.objects.count() == 0


def test_without_pango_the_command_says_why(no_pango, db):
    with pytest.raises(CommandError, match="Pango"):
        call_command("make_pdfs")


def test_without_pango_the_start_warns(monkeypatch):
    monkeypatch.setattr(checks, "find_library", lambda name: None)

    assert [message.id for message in checks.pango(None)] == ["voceria.W010"]


@with_pango
def test_with_pango_the_start_is_silent():
    assert checks.pango(None) == []


# What it says


@pytest.mark.parametrize("language", ["es", "en"])
@with_pango
def test_pdf_says_what_the_publication_says(publish, ana, guest, settings, language):
    settings.SITE_URL = "https://press.example"
    made = make.communique(ana, subheadline_es="Bajada", subheadline_en="Subheadline")
    make.participate(made, make.appointment(), order=0)
    make.participate(made, guest, order=1, role="absent")
    publication = publish(made, language)
    text = said(pdf(publication))

    words = [publication.headline, publication.subheadline, publication.place, settings.MINISTRY_NAME[language]]
    words += [f"No. {publication.number}", "1 / 1"]
    words += [word for row in publication.appearances.all() for word in (row.name, row.title)]
    assert {word: word in text for word in words} == dict.fromkeys(words, True)
    assert "".join(f"https://press.example{publication.path}".split()) in "".join(text.split())


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    headline=st.text("abcdeñáéíóúüÑ ÇŠłø-“”’", min_size=4, max_size=120).map(str.strip).filter(bool),
    names=st.lists(st.text("aeiouñçłšøýABCDEF’- ", min_size=2, max_size=60).filter(str.strip), max_size=25),
)
@with_pango
def test_pdf_holds_headline_and_every_participant(publish, ana, headline, names):
    made = make.communique(ana, headline_es=headline, slug_es="acto")
    for order, name in enumerate([*names, "Última de Todas"]):
        Participation.objects.create(
            communique=made, order=order, role="member", **{f"name_{tongue}": name.strip() for tongue in ("es", "en")}
        )
    Revision.record(made, by=ana)
    publication = publish(made)
    text = "".join(said(pdf(publication)).split())

    for word in [publication.headline, *(row.name for row in publication.appearances.all())]:
        assert "".join(word.split()) in text
    Participation.objects.filter(communique=made).delete()


@with_pango
def test_pdf_is_tagged_and_names_its_language_title_and_author(publish, ana, settings):
    content = pdf(publish())
    found = document(content)
    catalog, info = found.catalog, found.info[0]

    assert (resolve1(catalog["MarkInfo"])["Marked"], "StructTreeRoot" in catalog) == (True, True)
    assert resolve1(catalog["Lang"]) in (b"es", "es")
    assert info["Author"].decode("utf-8", "ignore").startswith("Ministerio")
    assert b"pdfuaid" not in content  # nothing is claimed that no validator has said


@with_pango
def test_correction_and_withdrawal_are_told(publish, ana, carmen, clock):
    first = publish()
    clock.tick()
    make.edit(first.communique, ana, headline_es="Otro titular", correction_note_es="Decía otra cosa.")
    second = publish(first.communique)
    clock.tick()
    notice = second.version.withdraw(by=carmen, reason="Era un borrador.")

    assert "Decía otra cosa." in said(pdf(second))
    assert "Era un borrador." in said(pdf(notice))
    assert "se reunieron" not in said(pdf(notice))


@with_pango
def test_photograph_is_in_it_with_its_alternative_text(publish, ana):
    made = make.communique(ana)
    make.attach(made, ana, uploads.jpeg((1000, 500)))
    content = pdf(publish(made))

    assert b"/Subtype /Image" in content
    assert "Doce personas a una mesa." in alternatives(document(content))


def alternatives(found: PDFDocument) -> list[str]:
    objects = [resolve1(found.getobj(number)) for xref in found.xrefs for number in xref.get_objids()]
    alts = [resolve1(one["Alt"]) for one in objects if isinstance(one, dict) and "Alt" in one]
    return [alt.decode("utf-16" if alt.startswith(b"\xfe\xff") else "utf-8") for alt in alts]


# What it loads


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/x.png",
        "http://127.0.0.1:1/x.png",
        "file:///etc/hostname",
        "data:image/svg+xml,<svg/>",
        "https://own-files.invalid/archivos/" + "0" * 64 + "/x.jpg",
        "ftp://elsewhere.example/x.png",
    ],
)
@with_pango
def test_nothing_but_its_own_photographs_is_loaded(address):
    from comunicados.printing.fetching import OwnFiles

    with pytest.raises(ValueError, match="Not a photograph"):
        OwnFiles([]).fetch(address)


@with_pango
def test_body_that_names_other_addresses_loads_none(publish, ana, monkeypatch):
    import socket

    def no_network(*args: object, **kwargs: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    made = make.communique(
        ana,
        body_es="<p>Uno</p><img src='http://elsewhere.example/x.png'><img src='file:///etc/hostname'>"
        "<style>@import 'http://elsewhere.example/x.css'; p { background: url(file:///etc/hostname) }</style>"
        "<link rel='stylesheet' href='http://elsewhere.example/x.css'><object data='file:///etc/hostname'></object>"
        "<link rel='attachment' href='file:///etc/hostname'>",
    )
    content = pdf(publish(made))

    assert b"/EmbeddedFile" not in content
    assert "Uno" in said(content)


# Erasure


@pytest.fixture
def erased(publish, ana, carmen, lucia, clock):
    """A text with its PDF, withdrawn and asked to be erased."""
    made = publish(headline_es=f"Habló {SECRET}", slug_es="acto", body_es=f"<p>Habló {SECRET}.</p>")
    PublicationPdf.objects.keep(made, f"%PDF-1.7 {SECRET}".encode())
    clock.tick()
    made.version.withdraw(by=carmen, reason="Error.")
    make.edit(made.communique, ana, headline_es="", body_es="", place_es="")
    ask(made, carmen, whole=True).confirm(by=lucia)
    return made


def test_erasure_destroys_the_pdf_and_leaves_its_digest(erased):
    before = stored(erased)
    assert {"publication": erased.pk} in jobs.waiting(DESTROY_PDF)
    jobs.work()

    assert (len(before), stored(erased)) == (1, [])
    assert re.fullmatch("[0-9a-f]{64}", PublicationPdf.objects.get(publication=erased).digest)


def test_job_that_comes_after_the_erasure_keeps_nothing(erased):
    jobs.work()

    assert PublicationPdf.objects.keep(erased, b"%PDF-1.7") is None
    assert stored(erased) == []


def test_erasure_of_one_version_leaves_the_pdf_of_the_other(publish, ana, carmen, lucia, clock):
    first = publish(body_es=f"<p>Habló {SECRET}.</p>")
    clock.tick()
    make.edit(first.communique, ana, body_es="<p>Hablaron.</p>")
    second = publish(first.communique)
    for one in (first, second):
        PublicationPdf.objects.keep(one, b"%PDF-1.7")
    clock.tick()
    ask(first, carmen).confirm(by=lucia)
    store.destroy_pdfs(first.pk)

    assert jobs.waiting(DESTROY_PDF) == [{"publication": first.pk}]
    assert (stored(first), len(stored(second))) == ([], 1)
