"""An archive entered in bulk is what the verbs would have written."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from comunicados.bulk.verify import discrepancies
from comunicados.models import Communique, LanguageVersion, Participation, Publication
from tests import factories as make

RECORDS = [
    {"t": "country", "id": 1, "iso": "XV", "es": "Valdoria", "en": "Valdoria"},
    {"t": "organisation", "id": 1, "country": 1, "es": "Ministerio de Economía", "en": "Ministry of Economy"},
    {"t": "organisation", "id": 2, "country": None, "es": "Liga de Puertos", "en": "League of Ports"},
    {"t": "position", "id": 1, "organisation": 1, "es": "Ministro", "en": "Minister"},
    {"t": "position", "id": 2, "organisation": 2, "es": "Secretario general", "en": "Secretary-General"},
    {
        "t": "person",
        "id": 1,
        "name": "Lucía Kim Benítez",
        "slug": "lucia-kim-benitez",
        "country": 1,
        "tenures": [{"position": 1, "from": "2000-01-01"}, {"position": 2, "from": "2007-01-01"}],
    },
    {"t": "kind", "id": 1, "slug": "comunicado", "es": "Comunicado", "en": "Communiqué"},
    *(
        {
            "t": "communique",
            "id": number,
            "published_at": f"{year}-03-09T15:20:00Z",
            "date": f"{year}-03-09",
            "kind": "comunicado",
            **{f"slug_{language}": f"titular-{number}" for language in ("es", "en")},
            **{f"headline_{language}": f"Titular {number}" for language in ("es", "en")},
            **{f"place_{language}": "Puerto Claro" for language in ("es", "en")},
            **{f"body_{language}": "Uno & dos.\n\nTres." for language in ("es", "en")},
            "participants": [{"person": 1, "position": 1}],
        }
        for number, year in enumerate((2004, 2012), start=1)
    ),
    {"t": "probes", "n": 2},
]

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(clock, tmp_path):
    file = tmp_path / "archive.jsonl"
    file.write_text("\n".join(json.dumps(record) for record in RECORDS))
    return file


@pytest.fixture
def loaded(archive):
    call_command("load_corpus", archive, verify=2, threads=1, stdout=StringIO())


def test_archive_is_public_in_both_languages(loaded):
    states = LanguageVersion.objects.with_state().values_list("public", "working")

    assert list(states) == [("live", "same")] * 4


def test_archive_has_the_post_of_the_day(loaded):
    titles = Participation.objects.order_by("communique__date").values_list("title_es", "delegation__name_es")

    assert list(titles) == [("ministro", "Valdoria"), ("secretario general", "Liga de Puertos")]


def test_archive_entry_is_not_announced_and_carries_its_own_date(loaded):
    entry = Publication.objects.filter(language="es").earliest("date")

    assert (entry.is_archive, entry.path) == (True, "/comunicados/2004/03/09/titular-1/")


def test_verification_finds_a_text_that_differs(loaded):
    changed = Communique.objects.earliest("pk")
    Communique.objects.filter(pk=changed.pk).update(headline_es="Otro")
    changed.refresh_from_db()

    assert list(discrepancies(changed)) == [f"{changed.pk}: the latest revision is not the working copy"]


def test_verification_finds_nothing_in_what_the_verbs_wrote(clock, ana, bruno, carmen):
    draft = make.communique(ana, participants=[make.appointment()])
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    draft.refresh_from_db()

    assert list(discrepancies(draft)) == []


def test_archive_can_be_entered_twice_beside_people_of_the_same_name(loaded, archive):
    lines = archive.read_text().replace("titular-", "otro-titular-")
    archive.write_text(lines)
    call_command("load_corpus", archive, threads=1, stdout=StringIO())

    assert Communique.objects.count() == 4


@pytest.mark.django_db(transaction=True, databases=["default", "public"])
def test_archive_is_entered_the_same_by_several_threads(archive, monkeypatch):
    monkeypatch.setattr("comunicados.management.commands.load_corpus.BATCH", 1)

    call_command("load_corpus", archive, verify=2, threads=2, stdout=StringIO())

    assert Publication.objects.count() == 4
