"""Rows by COPY: which columns, which ids."""

from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.models import Model
from psycopg import sql

from comunicados import models

# The tables of a communiqué in the order of their references, with the columns that are written.
COLUMNS: dict[type[Model], str] = {
    models.Communique: "id kind_id date original is_archive words_are_published created_by_id created_at"
    " slug_es slug_en headline headline_es headline_en subheadline subheadline_es subheadline_en place place_es"
    " place_en body body_es body_en correction_note correction_note_es correction_note_en discard_reason",
    models.Participation: "communique_id order person_id appointment_id delegation_id role name name_es name_en title"
    " title_es title_en organization organization_es organization_en courtesy courtesy_es courtesy_en",
    models.Revision: "id communique_id ordinal document changed source note made_by_id made_at",
    models.LanguageVersion: "id communique_id language uid digest written_in_id paragraphs accounts_for",
    models.Review: "id version_id decision digest revision_id note made_by_id made_at",
    models.Publication: "id version_id communique_id language uid ordinal status headline subheadline place body note"
    " date held_on original kind_id rule listed_until number path is_archive revision_id digest approval_id"
    " made_by_id made_at live_from first_live_from",
    models.Appearance: "publication_id order role person_id appointment_id position_id organization_id delegation_id"
    " name title organization_words courtesy",
}
NUMBERED: tuple[type[Model], ...] = (
    models.Communique,
    models.Revision,
    models.LanguageVersion,
    models.Review,
    models.Publication,
)

Row = dict[str, Any]


def copy(model: type[Model], rows: list[Row]) -> None:
    """Write `rows` (by column; a column that a row lacks is the empty text) into the table of `model`."""
    columns = COLUMNS[model].split()
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, cursor.copy(statement) as stream:
        for row in rows:
            stream.write_row([row.get(column, "") for column in columns])


def for_many_rows() -> None:
    """For this transaction: words go into their indexes many at a time, and the disk is not waited for."""
    settings = {"gin_pending_list_limit": "16MB", "work_mem": "64MB", "synchronous_commit": "off"}
    with connection.cursor() as cursor:
        for name, value in settings.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])


def reserve_ids(model: type[Model], count: int) -> Iterator[int]:
    """Take `count` ids of the table out of its sequence; others may take theirs in between."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return iter([number for (number,) in cursor.fetchall()])


def after_all_rows() -> None:
    """Put the words that wait beside their indexes into them, and let the planner know what is there."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT gin_clean_pending_list(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = ANY(%s::regclass[]) AND c.relam = (SELECT oid FROM pg_am WHERE amname = 'gin')""",
            [[model._meta.db_table for model in COLUMNS]],
        )
        cursor.execute("ANALYZE")
