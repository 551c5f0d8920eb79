"""The registry as CSV: nothing is lost on the way out and back, and a dry run tells what the real run does."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from personas.exceptions import NotPermitted, RegistryHasChanged
from personas.exchange.files import FileRefused, decode, guard, read, unguard, write
from personas.exchange.importing import LinesRefused, Report, carry_out, dry_run
from personas.exchange.tables import APPOINTMENTS, PEOPLE, POSITIONS, TABLES, TITLES, Table
from personas.models import Appointment, Person, PositionTitle
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def gabriel(user, clock):
    return user("gabriel", "registrar")


def exported(table: Table) -> str:
    rows = (table.cells(row).values() for row in table.rows())
    return decode(b"".join(write(table.header, rows)))


def kinds(report: Report) -> list[str]:
    return [outcome.kind.value for outcome in report.outcomes]


def snapshot() -> list[list[dict[str, str]]]:
    return [[table.cells(row) for row in table.rows()] for table in TABLES]


def people(*lines: str) -> str:
    return "\n".join(("id;slug;name_es;name_en;sort_name;gender;spellings", *lines))


def test_new_changed_unchanged_and_refused(gabriel):
    alicia, juan = make.person(), make.person("Juan Pérez")
    text = people(
        f'{alicia.pk};;{alicia.name_es};;{alicia.sort_name};feminine;"A. Bárcena\nAlicia B."',
        f"{juan.pk};;{juan.name_es};;{juan.sort_name};feminine;",
        ";;Rosa Icela Rodríguez;;;;",
        ";;;;;;",
        "x;;Nadie;;;;",
        ";;Otro;;;neutro;",
    )
    report = dry_run(PEOPLE, text, by=gabriel)

    assert kinds(report) == ["changed", "unchanged", "created", "refused", "refused"]
    assert report.outcomes[0].changes == {"spellings": ("", "A. Bárcena\nAlicia B.")}
    assert [(o.line, [column for column, _ in o.errors]) for o in report.outcomes[3:]] == [
        (7, ["id"]),
        (8, ["gender"]),
    ]
    assert Person.objects.count() == 2


def test_nothing_is_entered_while_a_line_is_wrong_unless_the_right_ones_are_asked_for(gabriel):
    text = people(";;Rosa Icela Rodríguez;;;;", ";;Otro;;;neutro;")
    seen = dry_run(PEOPLE, text, by=gabriel).digest
    with pytest.raises(LinesRefused):
        carry_out(PEOPLE, text, by=gabriel, seen=seen)
    assert Person.objects.count() == 0

    carry_out(PEOPLE, text, by=gabriel, seen=seen, only_right=True)
    assert [(row.name_es, row.sort_name) for row in Person.objects.all()] == [
        ("Rosa Icela Rodríguez", "Icela Rodríguez, Rosa")
    ]


def test_registry_that_changed_since_the_dry_run_is_looked_at_again(gabriel):
    alicia = make.person()
    text = f"id,name_es\n{alicia.pk},Alicia Bárcena\n"
    seen = dry_run(PEOPLE, text, by=gabriel).digest
    Person.objects.filter(pk=alicia.pk).update(name_es="Alicia B.")

    with pytest.raises(RegistryHasChanged):
        carry_out(PEOPLE, text, by=gabriel, seen=seen)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_nobody_else_brings_a_file_in(user, table, clock):
    for role in ("reader", "writer", "editor", "publisher", "translator"):
        with pytest.raises(NotPermitted):
            dry_run(table, ",".join(table.header), by=user(role, role))


def test_appointments_and_titles_by_address(gabriel):
    post, alicia = make.position(), make.person()
    text = (
        f"person,position,starts_on,is_acting\n{alicia.slug},{post.slug_es},2023-07-01,sí\nnadie,{post.slug_es},,\n"
    )
    report = dry_run(APPOINTMENTS, text, by=gabriel)
    assert (kinds(report), report.outcomes[1].errors[0][0]) == (["created", "refused"], "person")

    carry_out(APPOINTMENTS, text, by=gabriel, seen=report.digest, only_right=True)
    held = Appointment.objects.get()
    assert (held.person, held.starts_on, held.is_acting) == (alicia, dt.date(2023, 7, 1), True)
    twice = f"position,masculine_es\n{post.slug_es},canciller\n"
    assert kinds(dry_run(TITLES, twice, by=gabriel)) == ["refused"]


def test_address_of_a_merged_row_is_its_survivors(gabriel):
    alicia, double = make.person(), make.person("Alicia Bárcena")
    double.merge_into(alicia, by=gabriel)
    text = f"person,position\n{double.slug},{make.position().slug_es}\n"
    carry_out(APPOINTMENTS, text, by=gabriel, seen=dry_run(APPOINTMENTS, text, by=gabriel).digest)

    assert Appointment.objects.get().person == alicia
    assert kinds(dry_run(PEOPLE, people(f"{double.pk};;A;;A;;"), by=gabriel)) == ["refused"]


def test_holder_of_an_appointment_and_an_address_stay(gabriel):
    held, other = make.appointment(), make.person("Otra Persona")
    assert kinds(dry_run(APPOINTMENTS, f"id,person\n{held.pk},{other.slug}\n", by=gabriel)) == ["refused"]
    assert kinds(dry_run(PEOPLE, f"id,slug\n{other.pk},otra\n", by=gabriel)) == ["refused"]


def test_row_that_two_lines_speak_of_is_refused_the_second_time(gabriel):
    alicia = make.person()
    report = dry_run(PEOPLE, f"id,slug,name_es\n{alicia.pk},,Alicia\n,{alicia.slug},Alice\n", by=gabriel)

    assert kinds(report) == ["changed", "refused"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        "name_es\nÁ".encode("latin-1"),
        b'name_es\n"a',
        b"name_es,color\na,b",
        b"name_es,name_es\na,b",
        b"name_es\na,b,c",
        b"name_es\na\x00b",
        b"name_es\n" + b"a" * 1_000_001,
        b"name_es\n" + b"a\n" * 5_001,
    ],
)
def test_file_that_cannot_be_read_is_refused_with_a_sentence(gabriel, data):
    with pytest.raises(FileRefused) as refusal:
        dry_run(PEOPLE, decode(data), by=gabriel)
    assert str(refusal.value).endswith((".", "”."))


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_dialects(mark, delimiter, ending):
    text = mark + ending.join([f"Name_ES{delimiter} slug ", f'"a{delimiter}b"{delimiter}c', ""])
    names, lines = read(decode(text.encode()))

    assert (names, [line.cells for line in lines]) == (
        ["name_es", "slug"],
        [{"name_es": f"a{delimiter}b", "slug": "c"}],
    )


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "'=1", "''=1"])
def test_what_a_spreadsheet_would_compute_is_written_with_an_apostrophe(cell):
    assert guard(cell) == "'" + cell
    assert unguard(guard(cell)) == cell


@given(st.text("'=+-@\t\r\nab ", max_size=6))
def test_apostrophe_is_taken_away_again(cell):
    assert unguard(guard(cell)) == cell
    assert guard(cell)[:1] not in ("=", "+", "-", "@", "\t", "\r")


CELL = st.text(st.sampled_from("aÑ'=-@,;\"\t\r\n é"), max_size=8)
DAYS = st.one_of(st.none(), st.dates(dt.date(2000, 1, 1), dt.date(2020, 1, 1)))
MOMENTS = st.one_of(st.none(), st.datetimes(timezones=st.just(dt.UTC), min_value=dt.datetime(2000, 1, 1)))  # noqa: DTZ001


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELL, CELL, CELL, DAYS, MOMENTS, st.booleans()), min_size=1, max_size=4))
def test_export_that_is_brought_in_changes_nothing(gabriel, given_rows):
    with transaction.atomic():
        for number, (name, spellings, title, day, moment, acting) in enumerate(given_rows):
            who = Person.objects.create(name_es=name or "x", sort_name=name, spellings=spellings, shown_from=moment)
            post = make.position()
            PositionTitle.objects.create(position=post, starts_on=dt.date(2001, 1, 1 + number), title_en=title or "x")
            make.appointment(who, post, starts_on=day, is_acting=acting, title_es=title)
        before = snapshot()
        for table in TABLES:
            text = exported(table)
            report = carry_out(table, text, by=gabriel, seen=dry_run(table, text, by=gabriel).digest)
            assert set(kinds(report)) == {"unchanged"}
            assert len(report.outcomes) == table.rows().count()
        assert snapshot() == before
        transaction.set_rollback(True)


EDIT = st.tuples(
    st.sampled_from(["name_es", "name_en", "gender", "shown_from", "spellings", "id", "slug"]),
    st.sampled_from(["", "x", "feminine", "2024-01-01T00:00:00+00:00", "9999-99-99", "=1", "1"]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(EDIT, max_size=3), min_size=3, max_size=5))
def test_real_run_does_what_the_dry_run_told(gabriel, edits):
    with transaction.atomic():
        rows = [PEOPLE.cells(make.person(f"Persona {number}")) for number in range(3)]
        rows += [dict.fromkeys(PEOPLE.header, "") for _ in edits[3:]]
        for row, changes in zip(rows, edits, strict=True):
            row |= dict(changes)
        text = decode(b"".join(write(PEOPLE.header, (row.values() for row in rows))))
        untouched = snapshot()
        told = dry_run(PEOPLE, text, by=gabriel)
        assert snapshot() == untouched
        done = carry_out(PEOPLE, text, by=gabriel, seen=told.digest, only_right=True)

        assert told.outcomes == done.outcomes
        assert Person.objects.count() == 3 + len(told.of("created"))
        stored = {str(row.pk): PEOPLE.cells(row) for row in Person.objects.all()}
        for outcome in told.of("changed"):
            line = next(line for line in read(text)[1] if line.number == outcome.line)
            row = stored.get(line.cells["id"]) or next(r for r in stored.values() if r["slug"] == line.cells["slug"])
            assert {name: row[name] for name in outcome.changes} == {
                n: after for n, (_, after) in outcome.changes.items()
            }
        transaction.set_rollback(True)


def test_positions_have_their_columns_in_this_order():
    """They are a promise to whoever keeps files of them."""
    assert {table.name: ",".join(table.header) for table in TABLES} == {
        "people": "id,slug,name_es,name_en,sort_name,gender,spellings,shown_from",
        "positions": "id,slug_es,slug_en,organization,name_es,name_en,rank,shown_from",
        "titles": "id,position,starts_on,masculine_es,feminine_es,title_en",
        "appointments": "id,person,position,starts_on,ends_on,is_acting,title_es,title_en,shown_from",
    }
    assert POSITIONS.links.keys() == {"organization"}
