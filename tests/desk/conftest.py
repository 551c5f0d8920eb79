"""The desk in the hands of the cast: `desk(ana)` is her browser, in English."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation

from tests import factories as make


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """What a test reads outside a request is in the language of `desk(ana)` too."""
    with translation.override("en"):
        yield


@pytest.fixture
def desk(db: None) -> Callable[..., Client]:
    def sign_in(user: User, language: str = "en") -> Client:
        client = Client()
        client.force_login(user)
        client.cookies["django_language"] = language
        return client

    return sign_in


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana)


@pytest.fixture
def spanish(draft):
    return draft.versions.get(language="es")


@pytest.fixture
def approved(draft, ana, bruno):
    return make.approved(draft, writer=ana, editor=bruno)


@pytest.fixture
def live(draft, ana, bruno, carmen):
    return make.published(draft, writer=ana, editor=bruno, publisher=carmen)
