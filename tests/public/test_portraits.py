"""The portrait on a person's page: of the newest text in a list that has one, in either language, and of no other."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comunicados.models import Silence
from comunicados.public.models import Person
from tests import factories as make
from tests import uploads

pytestmark = pytest.mark.django_db

PAGES = {"es": "/personas/alicia-barcena-ibarra/", "en": "/en/people/alicia-barcena-ibarra/"}


@pytest.fixture
def pictured(ana, publish, minister):
    """A published text with a portrait of the minister, told apart by its seed."""

    def pictured(language: str = "es", seed: int = 0, at=None, post=None, **fields):
        post = post or minister
        made = make.communique(ana, participants=[post], **fields)
        make.attach(made, ana, uploads.jpeg(seed=seed), portrait_of=post.person)
        return publish(made, language, at=at)

    return pictured


def shown(client, language: str = "es"):
    return client.get(PAGES[language]).context["portrait"]


def html(client, language: str = "es") -> str:
    return client.get(PAGES[language]).content.decode()


@pytest.mark.parametrize(
    ("language", "alternative", "headline"),
    [
        ("es", "Doce personas a una mesa.", "México y Canadá acuerdan una agenda común"),
        ("en", "Twelve people at a table.", "Mexico and Canada agree on a common agenda"),
    ],
)
def test_page_shows_the_portrait_of_its_own_language(
    pictured, publish, as_public_role, client, language, alternative, headline
):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        first = pictured("en")
        publish(first.communique, "es")
        cursor.execute("SET ROLE voceria_public")
    page = html(client, language)
    file = shown(client, language)

    assert f'width="64" height="48" alt="{alternative}">' in page
    assert f'srcset="{file.path} 64w"' in page
    assert f'<a href="{file.publication.path}">{headline}</a>' in page
    assert 'class="credit"' in page


def test_portrait_of_the_other_language_is_marked_as_such(pictured, publish, ana, minister, client):
    publish(make.communique(ana, headline_en="Without", participants=[minister]), "en")
    pictured("es")
    page = html(client, "en")

    assert 'alt="Doce personas a una mesa." lang="es">' in page
    assert '" lang="es" hreflang="es">México y Canadá' in page


def test_own_language_goes_before_what_is_newer(pictured, publish, clock, client):
    pictured("en", headline_en="Older")
    clock.tick()
    pictured("es", seed=1)

    assert shown(client, "en").publication.headline == "Older"


def test_newest_text_by_its_date_is_shown(pictured, clock, client):
    for date in ("2024-01-10", "2024-01-12", "2024-01-11"):
        pictured(date=date, headline_es=f"Del {date}")
        clock.tick()

    assert shown(client).publication.headline == "Del 2024-01-12"


def test_photograph_that_is_nobodys_portrait_is_not_shown(agenda, client):
    assert not shown(client)
    assert 'class="portrait"' not in html(client)


def test_portrait_is_of_that_person_alone(pictured, publish, ana, guest, minister, client):
    publish(make.communique(ana, participants=[minister, guest]))
    pictured(post=guest)

    assert not shown(client)


def test_portrait_comes_with_the_hour_of_its_text(pictured, publish, ana, minister, clock, client):
    publish(make.communique(ana, participants=[minister]))
    pictured(at=clock.in_(hours=1))
    assert 'class="portrait"' not in html(client)

    clock.tick(hours=1)
    assert 'class="portrait"' in html(client)


@pytest.mark.parametrize("keep_text", [True, False])
def test_portrait_of_a_withdrawn_text_gives_way_to_the_one_before(pictured, carmen, clock, client, keep_text):
    pictured(headline_es="Antes")
    clock.tick()
    newest = pictured(seed=1)
    clock.tick()
    newest.communique.withdraw(by=carmen, reason={"es": "Error."}, keep_text=keep_text)

    assert shown(client).publication.headline == "Antes"


def test_portrait_of_a_concealed_text_is_gone(pictured, publish, ana, minister, carmen, client):
    publish(make.communique(ana, participants=[minister]))
    pictured().version.conceal(by=carmen, reason={"es": "Por orden judicial."})

    assert 'class="portrait"' not in html(client)


def test_portrait_of_a_silent_kind_is_not_shown(pictured, publish, ana, minister, carmen, client):
    publish(make.communique(ana, participants=[minister]))
    kind = make.kind("notice")
    pictured(kind=kind)
    assert shown(client)
    Silence.begin([kind], by=carmen, reason={"es": "Veda.", "en": "Silence."})

    assert not shown(client)


def test_correction_without_the_portrait_takes_it_away(pictured, correct, client):
    live = pictured()
    assert shown(client)
    live.communique.attachments.all().delete()
    correct(live, headline_es="Sin retrato")

    assert not shown(client)


def test_portrait_of_who_was_merged_is_the_survivors(pictured, publish, ana, minister, user, client):
    publish(make.communique(ana, participants=[minister]))
    double = make.appointment(make.person("Alicia Bárcena"), minister.position)
    pictured(post=double)
    assert not shown(client)
    double.person.merge_into(minister.person, by=user("gabriel", "registrar"))

    assert shown(client).portrait_of == Person.objects.get(slug="alicia-barcena-ibarra")


def test_portraits_that_are_looked_at_are_bounded(pictured, clock, client, monkeypatch):
    monkeypatch.setattr("comunicados.public.models.files.LOOKED_AT", 1)
    pictured(headline_es="De hoy")
    clock.tick()
    pictured(headline_es="De ayer", date="2024-01-14")

    assert shown(client).publication.headline == "De ayer"


def test_page_asks_as_often_without_a_portrait_as_with_many(pictured, publish, ana, minister, clock, client):
    publish(make.communique(ana, participants=[minister]))

    def asked() -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGES["es"])
        return [query["sql"] for query in queries]

    without = asked()
    for seed in range(3):
        pictured(seed=seed)
    with_many = asked()

    assert len(with_many) == len(without)
    (portrait,) = (sql for sql in with_many if "published_file" in sql)
    assert '"body"' not in portrait


def test_text_as_data_links_the_person_of_a_portrait(pictured, client):
    live = pictured()
    (file,) = client.get(f"{live.path}comunicado.json").json()["files"]

    assert file["portrait_of"] == f"http://testserver{PAGES['es']}"


def test_photograph_of_nobody_links_nobody_as_data(agenda, client):
    files = client.get(f"{agenda.path}comunicado.json").json()["files"]

    assert [file["portrait_of"] for file in files] == [None, None]
