"""The page of a communiqué: what is related to it, how it is cited, what each version changed."""

import datetime as dt
import re

import pytest
from django.test import override_settings

from comunicados.models import Publication, Silence
from tests import factories as make
from tests.public.test_pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def tell(ana, publish, minister, guest):
    """Publish a text in English in which these took part; its page's address."""

    def tell(headline: str, *people: object, **fields: object) -> str:
        at = fields.pop("at", None)
        made = make.communique(ana, headline_en=headline, participants=list(people or (minister, guest)), **fields)
        make.edit(made, ana)
        return publish(made, "en", at=at).path

    return tell


def related(client, path: str) -> list[str]:
    return [text.headline for text in client.get(path).context["text"].related]


def test_text_of_the_same_meeting_is_related_and_comes_first(tell, minister, guest, client):
    path = tell("First day")
    tell("A year later", date=dt.date(2025, 1, 15))
    tell("Second day", date=dt.date(2024, 1, 16))
    page = client.get(path)

    assert [(text.headline, text.is_same_meeting) for text in page.context["text"].related] == [
        ("Second day", True),
        ("A year later", False),
    ]


def test_one_person_makes_a_meeting_in_the_same_place_alone(tell, minister, client):
    path = tell("Here", minister)
    tell("Here too", minister)
    tell("Far away", minister, place_en="Ottawa")

    assert [(text.headline, text.is_same_meeting) for text in client.get(path).context["text"].related] == [
        ("Here too", True),
        ("Far away", False),
    ]


def test_related_by_most_people_then_by_date(tell, minister, guest, client):
    path = tell("The text")
    tell("Both, long ago", date=dt.date(2020, 1, 1))
    tell("One, of late", guest, date=dt.date(2023, 1, 1))
    tell("One, earlier", guest, date=dt.date(2022, 1, 1))
    page = client.get(path)

    assert related(client, path) == ["Both, long ago", "One, of late", "One, earlier"]
    assert [text.names for text in page.context["text"].related][:2] == [
        ["Alicia Bárcena Ibarra", "Mélanie Joly"],
        ["Mélanie Joly"],
    ]


def test_page_says_why_a_text_is_related(tell, client):
    path = tell("The text")
    tell("Of the same day")
    tell("Of another year", date=dt.date(2020, 1, 1))
    page = words(client.get(path))

    assert "Of the same day 15 January 2024 · of the same meeting" in page
    assert "Of another year 1 January 2020 · with Alicia Bárcena Ibarra and Mélanie Joly" in page


def test_at_most_five_are_related(tell, client):
    path = tell("The text")
    for day in range(1, 8):
        tell(f"Text {day}", date=dt.date(2023, 1, day))

    assert related(client, path) == ["Text 7", "Text 6", "Text 5", "Text 4", "Text 3"]


def test_who_is_only_mentioned_relates_nothing(ana, publish, tell, guest, client):
    path = tell("The text", guest)
    made = make.communique(ana, headline_en="Mentions her")
    make.participate(made, guest, order=0, role="mentioned")
    make.edit(made, ana)
    publish(made, "en")

    assert related(client, path) == []


def test_what_is_not_listed_is_not_related(tell, publish, ana, carmen, clock, minister, guest, client):
    """Neither a draft nor an embargo, neither the other language nor what was withdrawn, concealed or silenced."""
    path = tell("The text")
    make.communique(ana, headline_en="A draft", participants=[minister, guest])
    tell("Under embargo", at=clock.now + dt.timedelta(hours=3))
    publish(make.communique(ana, headline_es="En español", participants=[minister, guest]))
    withdrawn = tell("Withdrawn")
    silenced = make.kind("silent")
    tell("Silenced", kind=silenced)
    clock.tick()
    Publication.objects.get(path=withdrawn).version.withdraw(by=carmen, reason="Error.")
    Silence.begin([silenced], by=carmen, reason={"es": "Luto.", "en": "Mourning."})

    assert related(client, path) == []
    assert "Under embargo" not in client.get(path).content.decode()


def test_concealed_text_is_not_related(tell, carmen, clock, client):
    path, gone = tell("The text"), tell("Gone")
    assert related(client, path) == ["Gone"]
    clock.tick()
    Publication.objects.get(path=gone).version.conceal(by=carmen, reason={"es": "Ley.", "en": "Law."})

    assert related(client, path) == []


def test_withdrawn_page_relates_nothing(tell, agenda, carmen, clock, client):
    clock.tick()
    agenda.version.withdraw(by=carmen, reason="Error.")

    assert 'class="related"' not in client.get(agenda.path).content.decode()


def test_version_says_what_changed_word_by_word(agenda, correct, client):
    second = correct(
        agenda,
        headline_es="México y Canadá acuerdan una agenda nueva",
        body_es="<p>Las dos delegaciones se reunieron ayer.</p><p>Habrá otra reunión.</p>",
        correction_note_es="Se corrige el día.",
    )
    page = client.get(f"{second.path}v/2/")
    marks = re.findall(r"<(ins|del)><span class=\"unseen\">\[[^<]*</span>([^<]*)<", page.content.decode())

    assert marks == [
        ("del", "común"),
        ("ins", "nueva"),
        ("del", "hoy"),
        ("ins", "ayer"),
        ("ins", "Habrá otra reunión."),
    ]
    assert page.context["changes"].count == 3


def test_change_is_told_by_word_and_not_by_colour_alone(agenda, correct, client):
    """standards §9, WCAG 1.4.1."""
    second = correct(agenda, headline_es="México y Canadá acuerdan una agenda nueva")
    page = client.get(f"{second.path}v/2/").content.decode()

    assert len(re.findall(r'<(?:ins|del)><span class="unseen">\[[^<]+: </span>', page)) == 2


def test_changed_people_and_files_are_told(agenda, ana, correct, client):
    agenda.communique.participations.filter(order=0).update(role="member")
    agenda.communique.attachments.filter(role="photograph").update(caption_es="La reunión")
    second = correct(agenda)
    changes = client.get(f"{second.path}v/2/").context["changes"]

    assert [change.field for _label, change in changes.labelled] == ["participants", "files"]


@pytest.mark.parametrize("ordinal", [1, 3])
def test_first_version_and_withdrawal_change_nothing(agenda, correct, carmen, clock, client, ordinal):
    correct(agenda, headline_es="Otro titular")
    clock.tick()
    agenda.version.withdraw(by=carmen, reason="Error.", keep_text=True)

    assert client.get(f"{agenda.path}v/{ordinal}/").context["changes"] is None


def test_concealed_predecessor_tells_none_of_its_words(agenda, correct, carmen, clock, client):
    second = correct(agenda, headline_es="México y Canadá acuerdan una agenda nueva")
    agenda.version.conceal(by=carmen, reason={"es": "Ley.", "en": "Law."}, publication=agenda)
    page = client.get(f"{second.path}v/2/")

    assert page.context["changes"] is None
    assert "común" not in page.content.decode()


def test_versions_are_listed_with_their_notes(agenda, correct, client):
    second = correct(agenda, headline_es="Otro titular", correction_note_es="Se corrige el titular.")
    page = client.get(second.path).content.decode()
    listed = page[page.index('id="versions"') :]

    assert "Se corrige el titular." in listed
    assert f'href="{second.path}v/2/#changes"' in listed


def test_versions_point_to_each_other(agenda, correct, client):
    """standards §10.2: version-history, latest-version, predecessor-version (RFC 5829)."""
    second = correct(agenda, headline_es="Otro titular")
    rels = re.compile('<link rel="([a-z-]+-version|version-history)" href="([^"]+)"')
    current, first = (client.get(path).content.decode() for path in (second.path, f"{second.path}v/1/"))

    assert rels.findall(current) == [("version-history", "#versions"), ("predecessor-version", f"{second.path}v/1/")]
    assert rels.findall(first) == [
        ("latest-version", second.path),
        ("version-history", f"{second.path}#versions"),
        ("successor-version", f"{second.path}v/2/"),
    ]


def test_version_says_what_its_newest_is(ana, publish, carmen, clock, client):
    """The text that stands, or that there is none any more."""

    def link(ordinal: int) -> str:
        page = client.get(f"{english.path}v/{ordinal}/").content.decode()
        found = re.search(rf'<a href="{english.path}">(.*?)</a>', page, re.DOTALL)
        assert found
        return found[1].strip()

    english = publish(make.communique(ana), "en")
    clock.tick(hours=1)
    make.edit(english.communique, ana, headline_en="Another headline", correction_note_en="A new headline.")
    publish(english.communique, "en")
    assert [link(ordinal) for ordinal in (1, 2)] == ["Read the current text", "Go to its permanent address"]

    clock.tick(hours=1)
    english.version.withdraw(by=carmen, reason="Error.")
    assert [link(ordinal) for ordinal in (1, 3)] == ["Read why it was withdrawn", "Go to its permanent address"]


@override_settings(MINISTRY_NAME={"es": "Secretaría", "en": "Ministry"}, SITE_URL="https://prensa.example")
def test_citation_is_in_the_language_of_the_text(agenda, client):
    pages = [words(client.get(path)) for path in (agenda.path, client.get(agenda.path).context["switch"])]

    assert f"Comunicado No. 1, 15 de enero de 2024. https://prensa.example{agenda.path}" in pages[0]
    assert "Ministry. “Mexico and Canada agree on a common agenda”. Communiqué No. 1, 15 January 2024." in pages[1]


def test_citation_names_the_version_where_there_are_several(tell, ana, publish, clock, client):
    path = tell("The text")
    clock.tick(hours=24)
    made = Publication.objects.get(path=path).communique
    make.edit(made, ana, body_en="<p>Another text.</p>")
    publish(made, "en")

    assert "Version 2, of 16 January 2024." in words(client.get(path))
    assert f"http://testserver{path}v/1/ Version 1, of 15 January 2024." in words(client.get(f"{path}v/1/"))


def test_post_of_that_day_leads_to_its_page(agenda, client):
    page = client.get(agenda.path).content.decode()

    assert '<a href="/cargos/ministro-de-negocios-extranjeros/">ministra de Negocios Extranjeros</a>' in page


def test_head_tells_what_the_page_is(agenda, client):
    """standards §6.4, as far as a text has it: title, type and canonical address, and the hours."""
    page = client.get(agenda.path).content.decode()
    told = dict(re.findall(r'<meta property="(?:og|article):([a-z_]+)" content="([^"]*)">', page))

    assert (told["type"], told["title"], told["url"]) == (
        "article",
        agenda.headline,
        f"http://testserver{agenda.path}",
    )
    assert told["published_time"] == told["modified_time"] == "2024-01-15T12:00:00-06:00"
