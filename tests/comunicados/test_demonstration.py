"""The demonstration is told by people who may do what they do there."""

import pytest
from django.core.management import call_command
from pdfminer.high_level import extract_text

from comunicados.demonstration import drawings, loader
from comunicados.models import LanguageVersion, PublicationFile

pytestmark = pytest.mark.django_db


def test_demonstration_passes_the_rules_and_is_loaded_once():
    call_command("load_basics", verbosity=0)

    assert [loader.load(), loader.load()] == [True, False]
    assert [str(version) for version in LanguageVersion.objects.stale()] == [
        "Declaración al término del Diálogo sobre Agua y Cuencas Compartidas (en)"
    ]


def test_drawn_page_is_a_pdf_that_can_be_read():
    text = extract_text(drawings.page("Diálogo (segundo)", ["09:00  Apertura"]).file)

    assert text.split() == ["Diálogo", "(segundo)", "09:00", "Apertura"]


def test_demonstration_shows_a_photograph_and_an_annex():
    call_command("load_basics", verbosity=0)
    loader.load()
    listed = PublicationFile.objects.filter(publication__communique__headline_en__startswith="Statement at the close")

    assert sorted(listed.values_list("publication__language", "role", "name")) == [
        ("en", "annex", "programa.pdf"),
        ("en", "photograph", "valle.jpg"),
        ("es", "annex", "programa.pdf"),
        ("es", "photograph", "valle.jpg"),
    ]
