"""An hour to come: told on three clocks, changed, cancelled; one that is no hour is refused by its name."""

import datetime as dt

import pytest
from django.utils import translation

from comunicados.desk import panels
from comunicados.models import Publication
from tests import factories as make
from tests.desk.test_verb_pages import messages, press, url

pytestmark = pytest.mark.django_db

AT_THREE = "Jan. 15, 2024, 15:00 (21:00 UTC), in 3\xa0hours"


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def scheduled(approved, carmen, clock):
    return approved.publish(by=carmen, at=clock.in_(hours=3))


def refusals(response):
    return list(response.context["form"].errors["at"])


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("2024-01-15T11:59", "Jan. 15, 2024, 11:59 (16:59 UTC) has passed."),
        (
            "2024-03-10T02:30",
            "March 10, 2024, 02:30 does not exist: the ministry's clocks go forward over it. Choose another hour.",
        ),
        (
            "2024-11-03T01:30",
            "Nov. 3, 2024, 01:30 comes twice: the ministry's clocks go back then. Choose an hour before or after.",
        ),
        ("2025-06-01T09:00", "This is more than a year ahead. Is the year right?"),
    ],
)
def test_hour_that_cannot_be_is_refused_by_its_name(desk, draft, approved, carmen, settings, at, sentence):
    settings.TIME_ZONE = "America/New_York"
    response = desk(carmen).post(url(draft, "publish"), {"seen": approved.digest, "when": "at", "at": at})

    assert refusals(response) == [sentence]
    assert (response.status_code, Publication.objects.count()) == (400, 0)


def test_hour_is_told_in_the_message_and_in_the_panel(desk, draft, approved, carmen):
    response = press(desk(carmen), draft, "publish", when="at", at="2024-01-15T15:00")

    assert messages(response) == [f"Scheduled: it is public from {AT_THREE}."]
    assert panels.language_panels(draft, carmen)[0].scheduled == "Jan. 15, 2024, 15:00 (21:00 UTC), in 3\xa0hours"


def test_hour_that_was_typed_is_told_when_something_else_is_refused(desk, draft, approved, carmen):
    response = desk(carmen).post(url(draft, "publish"), {"seen": "another", "when": "at", "at": "2024-01-15T15:00"})

    assert response.context["form"].told == AT_THREE


def test_page_of_a_scheduled_text_carries_its_hour(desk, draft, scheduled, carmen):
    page = desk(carmen).get(url(draft, "publish"))

    assert (page.context["form"]["when"].value(), page.context["form"].told) == ("at", AT_THREE)
    assert 'value="2024-01-15T15:00"' in page.content.decode()


def test_page_of_another_text_carries_no_hour(desk, draft, scheduled, ana, bruno, carmen):
    make.edit(draft, ana, headline_es="Otro titular")
    make.approved(draft, writer=ana, editor=bruno)

    assert desk(carmen).get(url(draft, "publish")).context["form"]["when"].value() is None


def test_hour_is_changed(desk, draft, scheduled, carmen, clock):
    response = press(desk(carmen), draft, "publish", when="at", at="2024-01-15T17:00")

    assert draft.version("es").scheduled_for == clock.in_(hours=5)
    assert messages(response)[1] == "What was scheduled for Jan. 15, 2024, 15:00 (21:00 UTC) is cancelled."


def test_scheduled_text_is_published_now_with_its_hour_still_in_the_field(desk, draft, scheduled, carmen, clock):
    press(desk(carmen), draft, "publish", when="now", at="2024-01-15T15:00")

    assert Publication.objects.get(cancelled_at=None).live_from == clock.now


def test_hour_is_cancelled(desk, draft, scheduled, carmen):
    press(desk(carmen), draft, "cancel")

    assert draft.version("es").scheduled_for is None


def test_each_language_has_its_own_hour(desk, draft, approved, ana, bruno, carmen):
    make.approved(draft, "en", writer=ana, editor=bruno)
    press(desk(carmen), draft, "publish", "es", when="at", at="2024-01-16T09:00")
    press(desk(carmen), draft, "publish", "en", when="at", at="2024-01-16T11:00")

    hours = [draft.version(language).scheduled_for for language in ("es", "en")]
    assert hours == [dt.datetime(2024, 1, 16, hour, tzinfo=dt.UTC) for hour in (15, 17)]
