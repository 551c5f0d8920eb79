"""Hours on the ministry's clock: those that do not exist, those that come twice, and how they are told."""

import datetime as dt
import zoneinfo

import pytest
from django.utils import timezone, translation

from comunicados.desk.states import hour
from comunicados.desk.verb_forms import PublishForm

pytestmark = pytest.mark.django_db
SANTIAGO = zoneinfo.ZoneInfo("America/Santiago")  # 2024-09-08 skips 00:00–01:00; 2024-04-06 has 23:00–24:00 twice


def form_of(at):
    return PublishForm({"when": "at", "at": at})


@pytest.mark.parametrize("at", ["2024-09-08T00:30", "2024-04-06T23:30"])
def test_hour_that_does_not_exist_or_comes_twice_is_refused(clock, at):
    with timezone.override(SANTIAGO):
        assert form_of(at).errors["at"]


def test_hour_is_of_the_ministry(clock):
    with timezone.override(SANTIAGO):
        form = form_of("2024-06-01T09:00")

        assert form.is_valid()
        assert form.cleaned_data["at"] == dt.datetime(2024, 6, 1, 13, 0, tzinfo=dt.UTC)


def test_hour_is_told_on_both_clocks():
    with translation.override("en"):
        assert hour(dt.datetime(2024, 1, 15, 18, 0, tzinfo=dt.UTC)) == "Jan. 15, 2024, 12:00 (18:00 UTC)"
