"""Remarks between colleagues: what is kept, whom they reach, what a wrong name does."""

import pytest
from django.db import DatabaseError, transaction

from comunicados.exceptions import NotPermitted
from comunicados.models import Mention, Remark
from comunicados.models.remark import UnknownNames
from tests import factories as make
from tests.desk.screen import url as screen_url

pytestmark = pytest.mark.django_db


def url(communique):
    return f"/admin/comunicados/communique/{communique.pk}/remarks/"


def seen_url(mention):
    return f"/admin/worklist/mentions/{mention.pk}/seen/"


def say(client, communique, text, **extra):
    return client.post(url(communique), {"text": text}, **extra)


def mentioned(remark):
    return sorted(remark.mentioned.values_list("username", flat=True))


# Whom a remark mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sin nombres.", []),
        ("@bruno ¿puedes?", ["bruno"]),
        ("¿Puedes, @Bruno?", ["bruno"]),
        ("Lo vio @bruno.", ["bruno"]),
        ("(@bruno, @carmen)", ["bruno", "carmen"]),
        ("@bruno @bruno", ["bruno"]),
        ("Escriban a prensa@bruno.example", []),
        ("A las @ 9:00", []),
        ("Yo, @ana, lo escribí.", []),
    ],
)
def test_remark_mentions(draft, ana, bruno, carmen, text, names):
    assert mentioned(Remark.write(draft, text=text, by=ana)) == names


def test_mention_of_a_dotted_name(draft, ana, user):
    user("jose.perez", "reader")

    assert mentioned(Remark.write(draft, text="Pregunta a @jose.perez.", by=ana)) == ["jose.perez"]


def test_remark_with_an_unknown_name_is_refused(draft, ana, bruno):
    with pytest.raises(UnknownNames, match="@brno, @zoe"):
        Remark.write(draft, text="@zoe @bruno @brno", by=ana)

    assert Remark.objects.count() == 0


@pytest.mark.parametrize("lacks", [{"is_active": False}, {"is_staff": False}])
def test_nobody_outside_the_desk_can_be_mentioned(draft, ana, bruno, lacks):
    type(bruno).objects.filter(pk=bruno.pk).update(**lacks)
    with pytest.raises(UnknownNames):
        Remark.write(draft, text="@bruno", by=ana)


def test_nobody_without_a_role_can_be_mentioned(draft, ana, user):
    user("nadie")
    with pytest.raises(UnknownNames):
        Remark.write(draft, text="@nadie", by=ana)


def test_reader_makes_no_remark(draft, diego):
    with pytest.raises(NotPermitted):
        Remark.write(draft, text="Hola", by=diego)


# What is kept


@pytest.mark.parametrize("sql", ["UPDATE comunicados_remark SET text = ''", "DELETE FROM comunicados_remark"])
def test_remark_is_append_only(draft, ana, sql):
    Remark.write(draft, text="Hola", by=ana)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Remark.objects.raw(sql + " RETURNING id")[0]


def test_mention_is_seen_once(draft, ana, bruno, clock):
    mention = Remark.write(draft, text="@bruno", by=ana).mentions.get()
    first = mention.see()
    clock.tick()

    assert mention.see() == first
    with pytest.raises(DatabaseError, match="seen once"), transaction.atomic():
        Mention.objects.update(seen_at=None)


# The page


def test_page_has_the_remarks_newest_last(desk, draft, ana, bruno, clock):
    Remark.write(draft, text="Primera", by=ana)
    clock.tick()
    say(desk(bruno), draft, "Segunda <b>& última</b>")
    page = desk(ana).get(url(draft)).content.decode()

    assert page.index("Primera") < page.index("Segunda &lt;b&gt;&amp; última")


def test_page_keeps_what_was_typed_with_a_wrong_name(desk, draft, ana):
    response = say(desk(ana), draft, "@zoe mira el párrafo 2")

    assert response.status_code == 400
    assert "Nobody at the desk is called @zoe." in response.content.decode()
    assert "@zoe mira el párrafo 2</textarea>" in response.content.decode()


@pytest.mark.parametrize("text", ["", "   ", "a" * 5001])
def test_page_refuses_nothing_and_too_much(desk, draft, ana, text):
    assert (say(desk(ana), draft, text).status_code, Remark.objects.count()) == (400, 0)


def test_writing_screen_shows_the_last_three_and_the_count(desk, draft, ana):
    for text in ("Uno", "Dos", "Tres", "Cuatro"):
        Remark.write(draft, text=f"{text} dicho", by=ana)
    page = desk(ana).get(screen_url(draft)).content.decode()

    assert [text in page for text in ("Uno dicho", "Dos dicho", "Cuatro dicho")] == [False, True, True]
    assert 'Remarks <span class="count">4</span>' in page


@pytest.mark.parametrize("size", [1, 3])
def test_number_of_queries_does_not_depend_on_the_remarks(desk, draft, ana, bruno, size, django_assert_num_queries):
    for _ in range(size):
        Remark.write(draft, text="@bruno", by=ana)
    client = desk(bruno)
    with django_assert_num_queries(6):
        client.get(url(draft))


# The worklist of whoever is mentioned


def test_mention_is_on_the_worklist_until_seen(desk, draft, ana, bruno, clock):
    old, new = (Remark.write(draft, text=f"@bruno {text}", by=ana).mentions.get() for text in ("uno", "dos"))
    client = desk(bruno)
    client.post(seen_url(new))
    mentions = client.get("/admin/").context["worklist"].mentions

    assert ([mention.pk for mention in mentions.shown], mentions.unseen) == ([old.pk, new.pk], 1)


def test_answer_has_seen_the_mentions_of_that_communique(desk, draft, ana, bruno):
    here, there = (
        Remark.write(draft, text="@bruno", by=ana),
        Remark.write(make.communique(ana), text="@bruno", by=ana),
    )
    say(desk(bruno), draft, "Sí.")

    assert [remark.mentions.get().seen_at is not None for remark in (here, there)] == [True, False]


def test_reading_marks_nothing_as_seen(desk, draft, ana, bruno):
    Remark.write(draft, text="@bruno", by=ana)
    desk(bruno).get(url(draft))
    desk(bruno).get("/admin/")

    assert Mention.objects.get().seen_at is None


# Who may

MAY_REMARK = {
    "reader": (200, 403),
    "writer": (200, 302),
    "translator": (200, 302),
    "editor": (200, 302),
    "publisher": (200, 302),
    "registrar": (200, 302),
    "": (403, 403),
}


@pytest.mark.parametrize(("role", "read", "remarked"), [(role, *may) for role, may in MAY_REMARK.items()])
def test_page_by_role(desk, draft, user, role, read, remarked):
    client = desk(user("fulano", *([role] if role else [])))

    assert client.get(url(draft)).status_code == read
    assert say(client, draft, "Hola").status_code == remarked


def test_reader_sees_no_form(desk, draft, diego):
    assert "<textarea" not in desk(diego).get(url(draft)).content.decode()


def test_mention_of_somebody_else_is_no_page(desk, draft, ana, bruno, carmen):
    mention = Remark.write(draft, text="@bruno", by=ana).mentions.get()

    assert desk(carmen).post(seen_url(mention)).status_code == 404
    assert desk(bruno).get(seen_url(mention)).status_code == 405


@pytest.mark.parametrize("pk", [0, 10**30])
def test_unknown_communique_is_no_page(desk, ana, pk):
    assert desk(ana).get(f"/admin/comunicados/communique/{pk}/remarks/").status_code == 404
    assert desk(ana).post(f"/admin/worklist/mentions/{pk}/seen/").status_code == 404


def test_anonymous_signs_in_first(client, draft):
    assert client.get(url(draft)).url == f"/admin/login/?next={url(draft)}"
    assert say(client, draft, "Hola").status_code == 302
    assert Remark.objects.count() == 0
