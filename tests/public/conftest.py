"""What the world reads: texts published by the cast, and the site that shows them."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import caches

from comunicados.models import Publication
from tests import factories as make

Publish = Callable[..., Publication]


@pytest.fixture
def publish(clock, ana, bruno, carmen) -> Publish:
    """Ana's text (a communiqué, or fields for a new one), read by Bruno, published by Carmen."""

    def publish(made: Any = None, language: str = "es", at: dt.datetime | None = None, **fields: Any) -> Publication:
        made = made or make.communique(ana, **fields)
        return make.published(made, language, writer=ana, editor=bruno, publisher=carmen, at=at)

    return publish


@pytest.fixture
def correct(clock, ana, publish) -> Publish:
    """The next version of a publication, an hour later, with the fields changed."""

    def correct(publication: Publication, **fields: Any) -> Publication:
        clock.tick(hours=1)
        make.edit(publication.communique, ana, **fields)
        return publish(publication.communique, publication.language)

    return correct


@pytest.fixture
def minister(clock):
    return make.appointment(starts_on=dt.date(2023, 7, 1))


@pytest.fixture
def guest(clock):
    canada = make.state("CA", "Canadá", "Canada")
    post = make.position(
        "ministro de Negocios Extranjeros", "ministra de Negocios Extranjeros", "Minister of Foreign Affairs", canada
    )
    return make.appointment(make.person("Mélanie Joly"), post)


@pytest.fixture
def agenda(ana, publish, minister, guest) -> Publication:
    """The Spanish text of a meeting with Canada: Canada's minister signs, Mexico's leads; it has two files."""
    made = make.communique(ana)
    made.topics.add(make.topic())
    make.participate(made, guest, order=0, role="signatory")
    make.participate(made, minister, order=1, role="head")
    make.attach(made, ana)
    make.annex(made, ana)
    publish(made, "en")
    return publish(made)


@pytest.fixture
def kept_parts(settings) -> Iterator[None]:
    """What pages share is kept, as in production, though the clock does not move within a test's transaction."""
    settings.CACHES = settings.CACHES | {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "parts"}
    }
    yield
    caches["default"].clear()
