"""Days as a ministry writes them: 28 de diciembre de 2023, 28 December 2023."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

DAY = {"es": r"j \d\e F \d\e Y", "en": "j F Y"}
MONTH = {"es": r"F \d\e Y", "en": "F Y"}


def day(date: dt.date) -> str:
    return date_format(date, DAY[get_language() or "es"])


def month(date: dt.date) -> str:
    return date_format(date, MONTH[get_language() or "es"])


def moment(instant: dt.datetime) -> str:
    """Day, hour and minute where the ministry is."""
    local = timezone.localtime(instant)
    return f"{day(local)}, {local:%H:%M}"
