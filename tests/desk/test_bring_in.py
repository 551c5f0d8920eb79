"""Bringing a text in: from a file or a pasted text to a draft, with a form and nothing else."""

import datetime as dt

import pytest

from comunicados.models import Communique, SourceFile
from tests import factories as make
from tests.desk.bring_in import PAGE, file, paste, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def registered(clock):
    make.kind()
    return make.appointment(starts_on=dt.date(2023, 7, 3))


def test_pasted_text_becomes_a_draft(desk, registered, ana):
    client = desk(ana)
    page = paste(client)
    answer = client.post(page.request["PATH_INFO"], sent(page))
    made = Communique.objects.get()

    assert answer.url == f"/admin/comunicados/communique/{made.pk}/change/"
    assert made.headline_es == "México y Estados Unidos acuerdan continuar su trabajo"
    assert [(row.name_es, row.person) for row in made.participations.all()] == [
        ("Alicia Bárcena Ibarra", registered.person),
        ("Antony Blinken", None),
    ]
