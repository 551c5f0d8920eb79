"""Mails: the best attachment, or the mail's own words."""

import hashlib

import pytest

from comunicados.intake.readers import UnreadableFile, read
from tests.intake.readers.made import Paper, docx, mail, p, r
from tests.intake.said import said

WORD = docx(p(r("Texto del "), "<w:ins>" + r("comunicado") + "</w:ins>"))


def test_document_attached_is_the_text_and_its_place_says_so() -> None:
    data = mail("Va adjunto.", ("logo.png", b"\x89PNG"), ("comunicado.docx", WORD))
    source = read("x.eml", data)
    assert source.text() == "Texto del comunicado"
    assert source.blocks[0].place == "attachment comunicado.docx, paragraph 1"
    assert source.digest == hashlib.sha256(data).hexdigest()
    assert said(source) == (
        "attachment comunicado.docx: "
        "Tracked change in paragraph 1: “comunicado” was inserted; the text reads with it.",
    )


def test_word_is_better_than_pdf_and_the_other_is_told() -> None:
    source = read("x.eml", mail("", ("a.pdf", Paper().say("Otro.").data()), ("b.docx", docx(p(r("Texto"))))))
    assert source.text() == "Texto"
    assert said(source) == ("The attachment a.pdf was not read: b.docx was taken.",)


def test_attachment_that_cannot_be_read_gives_way_to_the_next() -> None:
    source = read("x.eml", mail("", ("b.docx", b"PK\x03\x04broken"), ("a.txt", b"Texto")))
    assert source.text() == "Texto"
    assert said(source)[0].startswith("The attachment b.docx was not read: The file is damaged")


def test_only_attachment_that_cannot_be_read_gives_the_reason() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read("x.eml", mail("", ("b.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")))
    assert refusal.value.reason == "old_word"


def test_own_words_stand_without_quotation_and_signature() -> None:
    body = "Texto.\n\nEl lun, 3 de may, Bruno\n<b@example.org> escribió:\n> Otro\n> más\n\n-- \nAna\n"
    source = read("x.eml", mail(body))
    assert source.text() == "Texto."
    assert said(source) == ("The signature of the mail was dropped.", "Lines quoted from another mail were dropped.")


def test_forwarded_mail_is_the_text() -> None:
    body = "Para publicar hoy.\n\n---------- Forwarded message ---------\nDe: Ana\nAsunto: Visita\n\nTexto.\n"
    source = read("x.eml", mail(body))
    assert source.text() == "Texto."
    assert said(source) == ("The forwarded mail was taken; the words above it were dropped.",)


def test_mail_that_only_quotes_gives_what_it_quotes() -> None:
    assert read("x.eml", mail("> Uno\n> dos\n")).text() == "Uno\ndos"


def test_mail_in_html_is_read_as_a_page() -> None:
    source = read("x.eml", mail("<p>Uno</p><p>Dos</p>", subtype="html"))
    assert source.text() == "Uno\n\nDos"
    assert source.media_type == "message/rfc822"
