"""What the public reads of a joint text: in both languages, on the page and in the feed."""

import pytest
from django.db import connection
from django.utils import translation

from comunicados.models import Revision
from comunicados.public.models import Appearance, Publication, Version
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def published(clock, ana, bruno, carmen):
    """Publish a joint text in both languages; the addresses of its pages."""

    def make_joint(**fields):
        brazil = make.state("BR", "Brasil", "Brazil")
        posts = [
            make.appointment(),
            make.appointment(make.person("Mauro Vieira"), make.position(organization=make.body("Itamaraty", brazil))),
        ]
        made = make.communique(ana, participants=posts, first_delegation_en=brazil, **fields)
        Revision.record(made, by=ana)
        return [
            make.published(made, language, writer=ana, editor=bruno, publisher=carmen).path
            for language in ("es", "en")
        ]

    return make_joint


AUTHENTIC = "The Spanish and the English text are equally authentic."


def test_both_texts_authentic_is_said_in_the_page_and_the_feed(client, published):
    _, english = published(original="both")

    assert AUTHENTIC in client.get(english).content.decode()
    assert AUTHENTIC in client.get("/en/communiques/feed.rss").content.decode()


def test_page_says_nothing_of_the_kind_of_other_texts(client, published):
    assert 'class="joint"' not in "".join(client.get(path).content.decode() for path in published())


def test_courtesy_translation_and_the_counterparts_version(client, published):
    fields = {"counterpart_url": "https://www.gov.br/nota", "counterpart_language": "pt"}
    _, english = published(courtesy_translation=True, **fields)
    page = client.get(english).content.decode()

    assert "Courtesy translation; the authentic text is the Spanish one." in page
    assert '<a href="https://www.gov.br/nota" hreflang="pt" rel="external">Portuguese</a>' in page


def test_each_side_comes_first_in_its_own_text(client, published):
    pages = [client.get(path).content.decode() for path in published(original="both")]

    assert [page.index("Mauro Vieira") < page.index("Alicia Bárcena Ibarra") for page in pages] == [False, True]


def test_public_role_reads_it(published):
    published(courtesy_translation=True)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE voceria_public")
        found = [text.courtesy_translation for text in (*Publication.objects.all(), *Version.objects.all())]
        first = Appearance.objects.filter(is_of_the_first=True).values_list("publication__language", "order")
        rows = list(first)
        cursor.execute("RESET ROLE")

    assert (found, rows) == ([True] * 4, [("en", 0)])
