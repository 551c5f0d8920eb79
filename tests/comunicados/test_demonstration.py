"""The demonstration is told by people who may do what they do there."""

import pytest
from django.core.management import call_command

from comunicados.demonstration import loader
from comunicados.models import LanguageVersion

pytestmark = pytest.mark.django_db


def test_demonstration_passes_the_rules_and_is_loaded_once():
    call_command("load_basics", verbosity=0)

    assert [loader.load(), loader.load()] == [True, False]
    assert [str(version) for version in LanguageVersion.objects.stale()] == [
        "Declaración al término del Diálogo sobre Agua y Cuencas Compartidas (en)"
    ]
