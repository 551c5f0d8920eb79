"""What rules and silences do on the public site: the lines that texts print, and what lists show when."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from comunicados import kinds
from comunicados.enums import Rule
from comunicados.models import Kind, Silence
from tests import factories as make

pytestmark = pytest.mark.django_db

REASON = {"es": "Veda electoral.", "en": "Electoral period."}
LISTS = [
    "/comunicados/",
    "/comunicados/2024/",
    "/comunicados/2024/01/",
    "/comunicados/?q=agenda",
    "/comunicados/feed.rss",
]
EVENING = dt.datetime(2024, 1, 18, 5, 59, tzinfo=dt.UTC)  # 23:59 of the 17th in Mexico City


@pytest.fixture(autouse=True)
def usual_kinds(clock):
    kinds.load()


def of(rule: Rule) -> Kind:
    return Kind.objects.get(rule=rule)


@pytest.fixture
def advisory(publish):
    """For the 17th, published on the 15th."""
    return publish(kind=of(Rule.ADVISORY), held_on=dt.date(2024, 1, 17))


@pytest.fixture
def silence(carmen, clock):
    return lambda *rules: Silence.begin([of(rule) for rule in rules], by=carmen, reason=REASON)


def read(client, address: str) -> str:
    """What a reader sees, white space folded."""
    return " ".join(strip_tags(client.get(address).content.decode()).split())


def listing(client, headline: str) -> list[str]:
    return [address for address in LISTS if headline in read(client, address)]


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (Rule.SPEECH, "Check against delivery."),
        (Rule.TRANSCRIPT, "Transcript of what was said."),
        (Rule.READOUT, "The ministry’s own account, not an agreed text."),
        (Rule.ADVISORY, "Notice to the media for 15 January 2024."),
        (Rule.CONSULAR, "Things may change: the latest version at this address holds."),
    ],
)
def test_line_of_the_rule_stands_on_the_page_and_in_the_feed(client, publish, rule, line):
    text = publish(language="en", kind=of(rule), held_on=dt.date(2024, 1, 15))

    assert line in read(client, text.path)
    assert line in read(client, "/en/communiques/feed.rss")


def test_rule_that_changes_afterwards_leaves_the_page_as_it_was(client, publish):
    text = publish(language="en", kind=of(Rule.SPEECH))
    Kind.objects.update(rule=Rule.READOUT)

    assert "Check against delivery." in read(client, text.path)


def test_speech_is_delivered_by_somebody_who_heads_no_delegation(client, publish, minister):
    text = publish(language="en", kind=of(Rule.SPEECH))
    made = make.communique(
        text.communique.created_by, kind=of(Rule.SPEECH), headline_en="A speech", participants=[minister]
    )
    page = read(client, publish(made, "en").path)

    assert ("Delivered by" in page, "Participants" in page, "head of delegation" in page) == (True, False, False)


def test_appointed_people_stand_above_the_text_and_are_no_participants(client, ana, publish, minister):
    made = make.communique(ana, kind=of(Rule.APPOINTMENT))
    make.participate(made, minister, role="appointed")
    make.edit(made, ana)
    page = read(client, publish(made, "en").path)

    assert page.index("Appointed") < page.index("The two delegations met today.")
    assert "Participants" not in page
    assert "appointed" in read(client, "/en/people/alicia-barcena-ibarra/")


def test_advisory_is_listed_until_midnight_of_the_ministry(client, advisory, clock):
    clock.set(EVENING)
    assert listing(client, advisory.headline) == LISTS

    clock.tick()
    assert listing(client, advisory.headline) == []


def test_past_advisory_stays_at_its_address_and_says_so(client, publish, clock):
    text = publish(language="en", kind=of(Rule.ADVISORY), held_on=dt.date(2024, 1, 17))
    note = "This was for 17 January 2024, a day that is over."
    assert note not in read(client, text.path)

    clock.set(EVENING)
    clock.tick()
    assert note in read(client, text.path)
    assert note in read(client, f"{text.path}v/1/")


def test_corrected_advisory_leaves_on_its_new_day(client, advisory, correct, clock):
    correct(advisory, held_on=dt.date(2024, 1, 20), correction_note_es="Cambia el día.")
    clock.set(EVENING)
    clock.tick()

    assert listing(client, advisory.headline) == LISTS


def test_silenced_kind_is_on_no_list_and_stays_at_its_address(client, publish, silence):
    speech = publish(kind=of(Rule.SPEECH), headline_es="Discurso sobre la agenda")
    other = publish(headline_es="Otra agenda")
    silence(Rule.SPEECH)

    assert (listing(client, speech.headline), listing(client, other.headline)) == ([], LISTS)
    assert client.get(speech.path).status_code == 200


def test_silenced_kind_is_counted_nowhere(client, publish, silence):
    publish(language="en", kind=of(Rule.SPEECH))
    publish(language="en", headline_en="Another agenda")
    assert "2 communiqués" in read(client, "/en/communiques/2024/")

    silence(Rule.SPEECH)
    assert "1 communiqué" in read(client, "/en/communiques/2024/")
    assert "1 communiqué" in read(client, "/en/communiques/")


def test_lists_and_feeds_say_what_they_do_not_show(client, publish, silence):
    publish(language="en", kind=of(Rule.SPEECH))
    publish(language="en", kind=of(Rule.READOUT), headline_en="A readout")
    silence(Rule.SPEECH, Rule.READOUT)
    sentence = "Not listed at present: Readout, Speech. Electoral period."

    assert sentence in read(client, "/en/communiques/")
    assert sentence in read(client, "/en/communiques/feed.rss")


def test_page_of_a_silenced_kind_says_why_it_is_not_listed(client, publish, silence):
    text = publish(language="en", kind=of(Rule.SPEECH))
    silence(Rule.SPEECH)
    sentence = "Texts of this kind are not listed at present. This one stays at its address. Electoral period."

    assert sentence in read(client, text.path)


def test_filter_by_a_silenced_kind_answers_with_an_empty_list(client, publish, silence):
    publish(kind=of(Rule.SPEECH))
    silence(Rule.SPEECH)
    response = client.get("/comunicados/?kind=speech")

    assert (response.status_code, response.content.count(b'class="entry"')) == (200, 0)


def test_lists_ask_as_often_with_three_silences_as_with_one(client, publish, silence):
    for rule in (Rule.SPEECH, Rule.READOUT, Rule.CONDOLENCE, Rule.CONSULAR):
        publish(kind=of(rule), headline_es=f"Una agenda: {rule.label}")

    def queries() -> list[int]:
        counts = []
        for address in LISTS:
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            counts.append(len(asked))
        return counts

    silence(Rule.SPEECH)
    with_one = queries()
    silence(Rule.READOUT)
    silence(Rule.CONDOLENCE)

    assert queries() == with_one
