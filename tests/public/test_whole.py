"""Whole texts: all that belongs to a text, in one query, whatever it holds and however many they are."""

import datetime as dt

import pytest

from comunicados.public.models import Appearance, File, Publication, Topic, Version
from comunicados.public.participants import Participants
from personas.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db


def texts(language: str = "es"):
    return Publication.objects.listed().in_language(language).newest_first()


@pytest.fixture
def crowd(ana, publish) -> Publication:
    """A text with twenty participants of twenty posts."""
    made = make.communique(ana, headline_es="Veinte participantes")
    for order in range(20):
        post = make.position(f"vocal {order}", f"vocala {order}", f"Member {order}", make.state())
        make.participate(made, make.appointment(make.person(f"Vocal Número{order}"), post), order=order)
    make.edit(made, ana)
    return publish(made)


def test_whole_text_says_what_its_rows_say(agenda, as_public_role):
    (text,) = texts().whole()
    row = Publication.objects.select_related("kind").defer("search").get(pk=agenda.pk)
    columns = [field.attname for field in Publication._meta.concrete_fields]
    columns = [name for name in columns if name not in {"id", "search", "kind_id", "is_listed"}]

    assert [getattr(text, name) for name in columns] == [getattr(row, name) for name in columns]
    assert (text.pk, text.kind.slug, str(text.kind)) == (row.pk, row.kind.slug, str(row.kind))


def test_whole_text_has_its_topics_and_files(agenda, as_public_role):
    (text,) = texts().whole()
    topics = Topic.objects.filter(publication_topics__publication=agenda.pk)
    files = File.objects.filter(publication=agenda.pk)

    assert [topic.slug for topic in text.topics] == [topic.slug for topic in topics] == ["migration"]
    assert [vars(file) for file in text.files] == [
        {name: getattr(file, name) for name in vars(text.files[0])} for file in files
    ]
    assert [(file.path, file.sources) for file in text.files] == [(file.path, file.sources) for file in files]


def test_whole_text_has_its_people_as_the_registry_knows_them(agenda, as_public_role):
    (text,) = texts().whole()
    rows = Appearance.objects.filter(publication=agenda.pk).select_related("person", "delegation", "position")

    assert [
        (who.name, who.title, who.person.slug, who.position.slug_es, who.delegation_id, str(who.delegation))
        for who in text.appearances
    ] == [
        (row.name, row.title, row.person.slug, row.position.slug_es, row.delegation_id, str(row.delegation))
        for row in rows
    ]
    assert [str(group.party) for group in Participants.of(text.appearances).delegations] == ["México", "Canadá"]


def test_whole_texts_name_what_stands_in_the_other_language(agenda, publish, carmen, clock, as_public_role):
    (spanish,), (english,) = texts("es").whole(), texts("en").whole()

    assert (spanish.translation.path, english.translation.path) == (english.path, spanish.path)


def test_unnamed_participant_points_to_nobody(ana, publish):
    made = make.communique(ana)
    made.participations.create(order=0, role="head", title_es="Delegación de observadores")
    make.edit(made, ana)
    publish(made)
    ((who,),) = (text.appearances for text in texts().whole())

    assert (str(who), who.person, who.position, who.delegation) == ("Delegación de observadores", None, None, None)


def test_merged_person_is_the_one_that_is_left(agenda, guest):
    survivor = make.person("Mélanie Joly Survivor")
    Person.objects.filter(pk=guest.person_id).update(merged_into=survivor)
    (text,) = texts().whole()

    assert next(who for who in text.appearances if who.name == "Mélanie Joly").person.slug == survivor.slug


def test_withdrawn_text_is_a_whole_one_with_its_notice(agenda, carmen, clock):
    clock.tick()
    agenda.version.withdraw(by=carmen, reason="Contenía un error de hecho.")
    (text,) = Publication.objects.standing().in_language("es").pages()

    assert (text.is_withdrawn, text.note) == (True, "Contenía un error de hecho.")


def test_one_query_reads_one_text_and_twenty(agenda, crowd, publish, django_assert_num_queries):
    for number in range(18):
        publish(headline_es=f"Titular {number}")
    with django_assert_num_queries(1):
        assert len(texts()[:1].whole()) == 1
    with django_assert_num_queries(1):
        found = texts()[:20].whole()

    assert {len(text.appearances) for text in found} == {0, 2, 20}


def test_pages_know_their_versions_and_no_end_to_come(agenda, correct, publish, ana, clock):
    second = correct(agenda, headline_es="Otro titular", correction_note_es="Se corrige el titular.")
    make.edit(second.communique, ana, headline_es="Un tercer titular", correction_note_es="")
    publish(second.communique, at=clock.in_(hours=3))
    (text,) = Publication.objects.standing().filter(path=second.path).pages()

    assert [(version.ordinal, version.note, version.live_until) for version in text.versions] == [
        (1, "", second.live_from),
        (2, "Se corrige el titular.", None),
    ]
    assert (text.is_current, text.predecessor.ordinal, text.live_until) == (True, 1, None)


def test_older_version_is_whole_too(agenda, correct):
    second = correct(agenda, headline_es="Otro titular")
    (text,) = Version.objects.filter(pk=agenda.pk).pages()

    assert (text.headline, text.live_until, text.is_current) == (agenda.headline, second.live_from, False)
    assert (text.current.path, len(text.appearances), len(text.files)) == (second.path, 2, 2)


@pytest.mark.parametrize("path", ["", "v/1/"])
def test_page_takes_the_clock_and_one_query(agenda, crowd, client, settings, django_assert_num_queries, path):
    """For two participants as for twenty; the foot of all pages, which has a query of its own, is made once."""
    settings.CACHES |= {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    client.get("/personas/")
    for text in (agenda, crowd):
        with django_assert_num_queries(2):
            assert client.get(f"{text.path}{path}").status_code == 200


def test_draft_scheduled_and_concealed_texts_are_not_in_the_view(publish, ana, clock):
    make.communique(ana, headline_es="Borrador secreto")
    publish(headline_es="Mañana secreta", at=clock.now + dt.timedelta(hours=3))

    assert texts().whole() == []
    assert Version.objects.all().pages() == []
