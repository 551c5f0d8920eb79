"""The one clock. Views, triggers and Python all ask the SQL function `ministry_now()`.

In production it is plain clock time. Only the test database replaces it, so that a frozen clock freezes all.
"""

import datetime as dt

from django.db import connection
from django.db.models import DateTimeField, Func
from django.utils import timezone


class MinistryNow(Func):
    """`ministry_now()` inside a query: constant within one statement."""

    function = "ministry_now"
    arity = 0
    output_field = DateTimeField()


def ministry_now() -> dt.datetime:
    """The moment now, in UTC. Call it after taking a lock, not before: waiting takes time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ministry_now()")
        moment: dt.datetime = cursor.fetchone()[0]
    return moment


def ministry_today() -> dt.date:
    """Today's date where the ministry is (`TIME_ZONE`)."""
    return timezone.localtime(ministry_now()).date()
