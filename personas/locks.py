"""Turns that people and processes take, held by the database."""

from django.db import connection


def take_turn(name: str) -> None:
    """Go on when every transaction that took a turn of that name has ended; keep it until this one ends.

    Whoever takes several turns takes them in one order, or two would wait for each other: the day of a text, the
    registry's people, the series of a number, an address.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
