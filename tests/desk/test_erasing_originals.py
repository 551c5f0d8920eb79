"""An erasure reaches the file that a communiqué was brought in from: what goes, what stays, what the desk says."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.intake.known import known_files
from comunicados.models import SourceFile
from comunicados.models.loss import Loss
from tests import factories as make
from tests.comunicados.test_erasure import ask, erase
from tests.desk.test_verb_pages import url

pytestmark = pytest.mark.django_db

SECRET = "Quetzalxóchitl"
DATA = f"Habló {SECRET} hoy.".encode()
DIGEST = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def bring(first, ana):
    def bring(language="es", name="acto.txt", data=DATA, text="Habló.", doubts=()):
        reading = {"blocks": [{"text": text, "kind": "footer", "cells": []}], "doubts": []}
        file = SourceFile.keep(name, data, reading, by=ana)
        file.belong_to(first.communique, language, list(doubts))
        return file

    return bring


@pytest.fixture
def first(clock, ana, bruno, carmen):
    """Version 1 names somebody; the correction does not."""
    draft = make.communique(ana, slug_es="acto", body_es=f"<p>Habló {SECRET} hoy.</p>")
    return make.published_and_corrected(
        draft, clock, body_es="<p>Hablaron hoy.</p>", writer=ana, editor=bruno, publisher=carmen
    )


@pytest.fixture
def erased(bring, first, carmen, lucia):
    file = bring()
    erase(first, carmen, lucia)
    file.refresh_from_db()
    return file


def original(file):
    return f"/admin/comunicados/communique/{file.communique_id}/original/{file.pk}/"


# What goes, what stays


def test_bytes_go_and_digest_who_and_when_stay(bring, first, carmen, lucia):
    before = SourceFile.objects.filter(pk=bring(doubts=[{"sentence": SECRET}]).pk).values().get()
    erase(first, carmen, lucia)
    after = SourceFile.objects.values().get()

    assert after == before | {"data": b"", "name": "", "reading": {}, "doubts": []}
    assert after["digest"] == DIGEST


def test_digest_of_the_original_is_among_what_the_erasure_took(erased, first):
    assert first.version.erasures.get().texts.get(source_file=erased).digest == DIGEST


def test_original_of_that_language_goes_whatever_was_read_of_it(bring, first, carmen):
    file = bring(text="Un retrato.", name="escaneo.pdf")

    assert Loss.of(ask(first, carmen)).originals == [file]


@pytest.mark.parametrize(
    ("given", "goes"),
    [
        ({"text": "Nobody spoke."}, False),
        ({"text": "Quetzalxochitl spoke."}, True),
        ({"name": "speech_quetzalxochitl-v2.docx"}, True),
        ({"doubts": [{"sentence": "%(name)s?", "facts": {"name": SECRET}}]}, True),
    ],
)
def test_original_of_the_other_language_goes_where_it_holds_the_words(bring, first, carmen, given, goes):
    file = bring(language="en", **given)

    assert Loss.of(ask(first, carmen)).originals == ([file] if goes else [])


def test_original_of_another_communique_stays(first, ana, carmen, lucia):
    other = SourceFile.keep("acto.txt", DATA, {}, by=ana)
    other.belong_to(make.communique(ana), "es", [])
    erase(first, carmen, lucia)

    assert bytes(SourceFile.objects.get().data) == DATA


def test_same_file_that_waits_goes_too(bring, first, ana, carmen, lucia):
    kept = bring()
    SourceFile.keep("copia.txt", DATA, {}, by=ana)
    other = SourceFile.keep("otro.txt", b"Otro", {}, by=ana)
    erase(first, carmen, lucia)

    assert set(SourceFile.objects.all()) == {kept, other}


def test_erased_original_is_no_part_of_the_next_erasure(erased, first, ana, bruno, carmen, clock):
    make.edit(first.communique, ana, body_es="<p>Tres.</p>")
    make.published(first.communique, writer=ana, editor=bruno, publisher=carmen)
    clock.tick()

    assert Loss.of(ask(first.version.publications.get(ordinal=2), carmen)).originals == []


def test_archive_that_is_brought_in_again_knows_the_file(erased):
    assert known_files() == {DIGEST: erased.communique_id}


# What the desk says


def test_page_names_the_original_among_what_will_be_lost(desk, bring, first, carmen, lucia):
    file, staying = bring(), bring(language="en", name="act.txt", data=b"Nobody")
    ask(first, carmen)
    shown = desk(lucia).get(url(first.communique, "erase")).content.decode()
    lost, stays = shown.split("What stays")

    assert [f'<a href="{original(file)}">acto.txt</a>' in part for part in (lost, stays)] == [True, False]
    assert [f'<a href="{original(staying)}">act.txt</a>' in part for part in (lost, stays)] == [False, True]


def test_file_brought_in_since_the_page_was_shown_is_not_erased(desk, bring, first, carmen, lucia):
    ask(first, carmen)
    page, client = url(first.communique, "erase"), desk(lucia)
    seen = client.get(page).context["loss"].key
    file = bring()
    response = client.post(page, {"answer": "confirm", "seen": seen})

    assert (response.status_code, bytes(SourceFile.objects.get(pk=file.pk).data)) == (409, DATA)


def test_erased_original_answers_that_it_is_gone(desk, erased, diego):
    response = desk(diego).get(original(erased))

    assert response.status_code == 410
    assert f"This file was erased for legal reasons. What remains is its digest, SHA-256: {DIGEST}." in (
        response.content.decode()
    )


def test_erased_original_is_told_to_nobody_else(desk, client, erased, user):
    answers = [client.get(original(erased)), desk(user("nobody")).get(original(erased))]

    assert [answer.status_code for answer in answers] == [302, 403]


def test_writing_screen_says_that_the_original_is_erased(desk, erased, ana):
    shown = desk(ana).get(f"/admin/comunicados/communique/{erased.communique_id}/change/").content.decode()

    assert "a file that was erased for legal reasons" in shown
    assert DIGEST in shown
    assert original(erased) not in shown


def test_page_asks_as_much_with_three_originals_as_with_one(desk, bring, first, carmen, lucia):
    ask(first, carmen)
    bring()
    asked, client = [], desk(lucia)
    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(url(first.communique, "erase"))
        asked.append(len(queries))
        bring(name="dos.txt", data=b"Dos")
        bring(language="en", name="tres.txt", data=b"Tres")

    assert asked[0] == asked[1]
