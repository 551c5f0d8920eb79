"""Somebody without an account, to whom Bruno or Carmen gives an address."""

import pytest
from django.utils import translation

from comunicados.models import PreviewLink
from tests import factories as make

RECIPIENT = {"recipient": "Marta Ríos", "organization": "Subsecretaría"}


@pytest.fixture(autouse=True)
def switched_on(settings):
    settings.PREVIEW_LINKS = True
    with translation.override("en"):
        yield


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana, participants=[make.appointment()])


@pytest.fixture
def share(bruno, clock):
    """A link to the current text, for Marta Ríos; an address is where `address(link)` says."""

    def share(communique, language="es", **given) -> PreviewLink:
        return PreviewLink.share(communique.versions.get(language=language), by=bruno, **RECIPIENT | given)

    return share


@pytest.fixture
def link(draft, share):
    return share(draft)


def address(link: PreviewLink) -> str:
    folder = {"es": "vista-previa", "en": "en/preview"}[link.version.language]
    return f"/{folder}/{link.token}/"
