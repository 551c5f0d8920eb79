"""Merging: what follows, what stays, what is refused, and that the dry run tells the truth."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from personas.exceptions import MergedAlready, MergedIntoItself, NotPermitted, RegistryHasChanged
from personas.merging import Merger
from personas.models import Appointment, Person, Position
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def gabriel(user):
    return user("gabriel", "registrar")


@pytest.fixture
def two(clock):
    """A minister, and her double with another post and a spelling."""
    double = make.person("Alicia Bárcena", gender="")
    Person.objects.filter(pk=double.pk).update(spellings="A. Bárcena", name_en="Alicia Barcena")
    double.refresh_from_db()
    make.appointment(double, make.position("embajadora", en="Ambassador"))
    return double, make.appointment(starts_on=dt.date(2023, 7, 1)).person


def test_everything_of_the_merged_person_is_the_survivors(two, gabriel):
    double, alicia = two
    double.merge_into(alicia, by=gabriel)

    assert double.merged_into == alicia
    assert (double.appointments.count(), alicia.appointments.count()) == (0, 2)
    assert alicia.spellings.splitlines() == ["Alicia Bárcena", "Alicia Barcena", "A. Bárcena"]
    assert list(Person.objects.current().search("Barcena")) == [alicia]


def test_survivor_takes_only_what_it_lacks(two, gabriel):
    double, alicia = two
    Person.objects.filter(pk=alicia.pk).update(gender="", name_en="")
    Person.objects.filter(pk=double.pk).update(gender="feminine")
    double.merge_into(alicia, by=gabriel)

    assert (alicia.name_es, alicia.name_en, alicia.gender) == ("Alicia Bárcena Ibarra", "Alicia Barcena", "feminine")


def test_survivor_is_shown_from_the_earlier_hour(two, gabriel, clock):
    double, alicia = two
    Person.objects.filter(pk=double.pk).update(shown_from=clock.now)
    double.merge_into(alicia, by=gabriel)

    assert alicia.shown_from == clock.now


def test_merged_before_points_on_in_one_step(two, gabriel):
    double, alicia = two
    third = make.person("Alicia Barcena I.")
    third.merge_into(double, by=gabriel)
    double.merge_into(alicia, by=gabriel)

    assert set(alicia.merged.values_list("pk", flat=True)) == {double.pk, third.pk}


def test_titles_follow_only_a_post_that_has_none(clock, gabriel):
    titled, other, bare = make.position(), make.position(en="Other"), make.position()
    bare.titles.all().delete()

    assert titled.merge_into(other, by=gabriel).stays == list(titled.titles.all())
    other.merge_into(bare, by=gabriel)
    assert (titled.titles.count(), other.titles.count(), bare.titles.count()) == (1, 0, 1)


def test_refusals(two, gabriel, ana):
    double, alicia = two
    for refusal, arguments in (
        (NotPermitted, {"survivor": alicia, "by": ana}),
        (MergedIntoItself, {"survivor": double, "by": gabriel}),
        (RegistryHasChanged, {"survivor": alicia, "by": gabriel, "seen": "x"}),
    ):
        with pytest.raises(refusal):
            double.merge_into(**arguments)
    double.merge_into(alicia, by=gabriel)
    for merged, survivor in ((double, make.person("Otra Persona")), (alicia, double)):
        with pytest.raises(MergedAlready):
            merged.merge_into(survivor, by=gabriel)


def test_what_was_added_since_the_dry_run_is_not_merged_unseen(two, gabriel):
    double, alicia = two
    seen = Merger.of(double, alicia).digest
    make.appointment(double)

    with pytest.raises(RegistryHasChanged):
        double.merge_into(alicia, by=gabriel, seen=seen)
    assert Person.objects.current().count() == 2


@pytest.mark.parametrize("model", ["person", "position", "organization"])
@pytest.mark.parametrize(
    ("merged", "into", "refusal"),
    [
        (3, 3, "is_not_merged_into_itself"),
        (3, 2, "only into one that is itself not merged"),
        (1, 3, "points on when that row is merged"),
    ],
)
def test_database_refuses_a_chain_or_a_circle(clock, model, merged, into, refusal):
    makers = {"person": make.person, "position": make.position, "organization": make.body}
    rows = [None, *(makers[model]() for _ in range(3))]
    update = f"UPDATE personas_{model} SET merged_into_id = %s WHERE id = %s"
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(update, [rows[1].pk, rows[2].pk])
        with pytest.raises(IntegrityError, match=refusal), transaction.atomic():
            cursor.execute(update, [rows[into].pk, rows[merged].pk])


@pytest.mark.parametrize("link", ["person", "position"])
def test_database_refuses_an_appointment_of_a_merged_row(two, gabriel, link):
    held = make.appointment()
    merged = getattr(held, link)
    merged.merge_into({"person": make.person, "position": make.position}[link]("Otro Nombre"), by=gabriel)

    with pytest.raises(IntegrityError, match="appointed no more"), transaction.atomic():
        Appointment.objects.filter(pk=held.pk).update(**{link: merged})


@pytest.mark.parametrize("model", [Person, Position])
def test_every_table_that_points_to_the_registry_follows_or_is_known_not_to(model):
    """A new foreign key has to say which it is: `follows_mergers` on its model, or a line here."""
    stays = {"Appearance.person", "Appearance.position", "Participation.person_as_written"}
    stays |= {"Attachment.portrait_of", "PublicationFile.portrait_of"}  # whom the text was written with
    by_policy = {"PositionTitle.position"}
    found = set()
    for each in apps.get_models():
        for field in each._meta.local_fields:
            is_link = isinstance(field, models.ForeignKey) and field.related_model is model
            if is_link and field.name not in getattr(each, "follows_mergers", ()):
                found.add(f"{each.__name__}.{field.name}")

    assert found <= stays | by_policy


def test_doubts_name_the_pair_that_the_merger_makes(clock):
    post = make.position()
    alicia = make.appointment(post=post, starts_on=dt.date(2023, 7, 1), ends_on=dt.date(2024, 10, 1)).person
    double = make.person("Alicia Bárcena", gender="masculine")
    make.appointment(double, post, starts_on=dt.date(2024, 1, 1))
    doubts = Merger.of(double, alicia).doubts

    assert len(doubts) == 3
    assert "Alicia Bárcena Ibarra" in doubts[0]


DAYS = st.one_of(st.none(), st.dates(dt.date(2020, 1, 1), dt.date(2024, 1, 1)))
HELD = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), DAYS), max_size=6)
NAMES = st.lists(st.sampled_from(["Ana", "Ana ", "Bárbara", "Ñ", "", "C. D."]), max_size=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(held=HELD, spellings=st.tuples(NAMES, NAMES), order=st.permutations([0, 1, 2]))
def test_nothing_is_lost_and_the_dry_run_tells_what_is_done(clock, gabriel, held, spellings, order):
    with transaction.atomic():
        people = [make.person(f"Persona {number}") for number in range(3)]
        for person, lines in zip(people, spellings, strict=False):
            person.spellings = "\r\n".join(lines)
            person.save()
        posts = [make.position(), make.position()]
        appointments = {make.appointment(people[who], posts[what], starts_on=day).pk for who, what, day in held}
        survivor, second, first = (people[place] for place in order)
        for merged in (first, second):
            shown = Merger.of(merged, survivor)
            done = merged.merge_into(survivor, by=gabriel, seen=shown.digest)
            moved = {(move.model, row.pk) for move in shown.moves for row in move.rows}
            assert moved == {(move.model, row.pk) for move in done.moves for row in move.rows}
            assert {name: after for name, (_, after) in shown.gains.items()} == {
                name: getattr(survivor, name) for name in shown.gains
            }
        reached = {line.strip() for line in [survivor.name_es, *survivor.spellings.splitlines()]}
        assert {name.strip() for lines in spellings for name in lines} - {""} <= reached
        assert {person.name_es for person in people} <= reached
        assert set(survivor.appointments.values_list("pk", flat=True)) == appointments
        transaction.set_rollback(True)
