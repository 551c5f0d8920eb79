"""The path of a text: submit, send back, approve, publish, cancel, withdraw."""

import pytest

from comunicados.enums import Public, Working
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana)


@pytest.fixture
def spanish(draft):
    return draft.versions.get(language="es")


@pytest.fixture
def live(draft, ana, bruno, carmen):
    return make.published(draft, writer=ana, editor=bruno, publisher=carmen)


def test_draft_begins_as_never_public(spanish):
    assert spanish.state == (Public.NEVER, Working.DRAFT)


def test_submit_brings_the_text_into_review(spanish, ana):
    spanish.submit(by=ana)

    assert spanish.state == (Public.NEVER, Working.IN_REVIEW)


def test_publish_makes_the_text_live(live, spanish):
    assert spanish.state == (Public.LIVE, Working.SAME)
    assert live.number == 1
    assert live.path == "/comunicados/2024/01/15/mexico-y-canada-acuerdan-una-agenda-comun/"


def test_edit_after_approval_needs_a_new_review(draft, spanish, ana, bruno):
    make.approved(draft, writer=ana, editor=bruno)

    make.edit(draft, ana, headline_es="Otro titular")

    assert spanish.state.working is Working.DRAFT
