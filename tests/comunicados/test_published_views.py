"""What the public role may read: the views, asked in SQL as that role."""

import pytest
from django.db import DatabaseError, connection, transaction

from personas.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(ana, bruno, carmen):
    return {"writer": ana, "editor": bruno, "publisher": carmen}


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana, participants=[make.appointment()])


def public(sql: str, *parameters: object) -> list[tuple]:
    """The rows that the public role is given."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE voceria_public")
        cursor.execute(sql, parameters)
        rows = cursor.fetchall()
        cursor.execute("RESET ROLE")
    return rows


def count(view: str) -> int:
    return public(f"SELECT count(*) FROM {view}")[0][0]


REGISTRY = ["published_person", "published_position", "published_appointment", "published_organization"]


def test_draft_is_in_no_view(draft):
    views = ["published_publication", "published_version", "published_appearance", "published_kind", *REGISTRY]

    assert {view: count(view) for view in views} == dict.fromkeys(views, 0)


def test_scheduled_text_and_its_people_appear_at_their_hour(draft, cast, clock):
    make.published(draft, at=clock.in_(hours=3), **cast)
    views = ["published_publication", "published_appearance", "published_position_title", *REGISTRY]
    assert [count(view) for view in views] == [0] * 7

    clock.tick(hours=3)
    assert [count(view) for view in views] == [1, 1, 1, 1, 1, 1, 2]


def test_person_known_already_is_not_tomorrows_minister_today(draft, cast, clock):
    make.published(draft, **cast)
    minister = make.appointment(draft.participations.get().person, make.position(en="Minister of the Interior"))
    other = make.communique(cast["writer"], participants=[minister])
    make.published(other, at=clock.in_(hours=3), **cast)

    assert count("published_appointment") == 1
    assert public("SELECT count(*) FROM published_position WHERE name_en = 'Minister of the Interior'") == [(0,)]


def test_tomorrows_title_of_a_public_post_is_not_told_today(draft, cast, clock):
    make.published(draft, **cast)
    post = draft.participations.get().appointment.position
    post.titles.create(starts_on="2024-01-16", title_en="Minister of External Relations")

    assert public("SELECT title_en FROM published_position_title") == [("Secretary of Foreign Affairs",)]


def test_registrar_may_show_a_person_before_any_text(clock):
    person = make.person()
    Person.objects.filter(pk=person.pk).update(shown_from=clock.in_(hours=1))
    assert count("published_person") == 0

    clock.tick(hours=1)
    assert count("published_person") == 1


def test_end_of_a_text_that_is_to_be_corrected_is_not_told(draft, cast, clock):
    make.published(draft, **cast)
    make.edit(draft, cast["writer"], headline_es="Otro titular")
    make.published(draft, at=clock.in_(hours=3), **cast)

    assert public("SELECT ordinal, live_until FROM published_version") == [(1, None)]


def test_correction_takes_the_place_of_its_predecessor(draft, cast, clock):
    make.published(draft, **cast)
    clock.tick()
    make.edit(draft, cast["writer"], headline_es="Otro titular")
    make.published(draft, **cast)

    assert public("SELECT ordinal, headline FROM published_publication") == [(2, "Otro titular")]
    assert count("published_version") == 2


def test_cancelled_text_never_appears(draft, cast, clock):
    make.published(draft, at=clock.in_(hours=3), **cast).version.cancel(by=cast["publisher"])
    clock.tick(hours=4)

    assert count("published_version") == 0
    assert public("SELECT * FROM published_address") == []


def test_concealed_text_is_gone_with_its_people_and_its_reason_is_told(draft, cast):
    live = make.published(draft, **cast)
    live.version.conceal(by=cast["publisher"], reason={"es": "Por orden judicial."})

    assert [count("published_version"), count("published_appearance"), count("published_person")] == [0, 0, 0]
    assert public("SELECT path, reason_es FROM published_concealment") == [(live.path, "Por orden judicial.")]


def test_concealing_one_language_leaves_the_other(draft, cast):
    make.published(draft, "en", **cast)
    make.published(draft, **cast).version.conceal(by=cast["publisher"], reason={"es": "Por orden judicial."})

    assert public("SELECT language FROM published_publication") == [("en",)]


def test_replacement_is_told_while_it_is_listed_in_that_language(draft, cast, ana, clock):
    make.published(draft, **cast)
    other = make.communique(ana, headline_es="El bueno")
    clock.tick()
    draft.withdraw(by=cast["publisher"], reason={"es": "Error."}, replaced_by=other)
    before = count("published_replacement")
    make.published(other, **cast)

    assert (before, public("SELECT language, headline FROM published_replacement")) == (0, [("es", "El bueno")])


def test_old_address_leads_to_the_new_one(draft, cast, clock):
    old = make.published(draft, **cast).path
    clock.tick()
    make.edit(draft, cast["writer"], date="2024-01-16")
    new = make.published(draft, **cast).path

    assert public("SELECT path, leads_to FROM published_address") == [(old, new)]


def test_address_of_a_scheduled_correction_is_not_known_yet(draft, cast, clock):
    make.published(draft, **cast)
    make.edit(draft, cast["writer"], date="2024-01-16")
    make.published(draft, at=clock.in_(hours=3), **cast)

    assert public("SELECT * FROM published_address") == []


@pytest.mark.parametrize(
    "table",
    [
        "comunicados_publication",
        "comunicados_communique",
        "comunicados_revision",
        "personas_person",
        "auth_user",
        "visible_publication",
        "comunicados_attachment",
        "comunicados_storedfile",
        "comunicados_rendition",
        "comunicados_publicationfile",
        "procrastinate_jobs",
        "procrastinate_events",
        "django_session",
    ],
)
def test_public_role_may_read_nothing_else(db, table):
    with pytest.raises(DatabaseError, match="permission denied"):
        public(f"SELECT * FROM {table}")


def test_public_role_may_write_nothing(db):
    with pytest.raises(DatabaseError, match="permission denied"):
        public("UPDATE published_person SET slug = 'x' RETURNING 1")


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("La Cancillería informa.", "cancilleria"),
        ("La Cancillería informa.", "Cancillerías"),
        ("LA DELEGACIÓN llegó.", "delegaciones"),
        ("Las delegaciones llegaron.", "delegación"),
        ("Las delegaciones llegaron.", "delegacion"),
        ("Varias declaraciones.", "declaración"),
        ("Una reunión.", "reuniones"),
    ],
)
def test_spanish_search_stems_without_regard_to_accents(clock, cast, written, typed):
    draft = make.communique(cast["writer"], body_es=f"<p>{written}</p>")
    make.published(draft, **cast)
    query = "websearch_to_tsquery('voceria_spanish', search_words('es', %s))"

    assert public(f"SELECT count(*) FROM published_publication WHERE search @@ {query}", typed) == [(1,)]
