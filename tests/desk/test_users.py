"""Accounts at the desk: roles in words, and nobody becomes a superuser by keeping them."""

import pytest
from django.contrib.auth.models import Group, User

from comunicados import permissions
from comunicados.desk.users import ROLE_WORDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def hector(user) -> User:
    return user("hector", "administrator")


def page_of(account):
    return f"/admin/auth/user/{account.pk}/change/"


def sent(account, **changed):
    """The form of an account, as Hector's browser would send it back."""
    joined = account.date_joined
    whole = {
        "username": account.username,
        "is_active": "on",
        "is_staff": "on",
        "date_joined_0": joined.date().isoformat(),
        "date_joined_1": joined.time().isoformat("seconds"),
    }
    return whole | changed


def test_every_role_has_words():
    assert set(ROLE_WORDS) == set(permissions.ROLES)


def test_roles_are_shown_with_what_they_may_do(desk, ana, hector):
    page = desk(hector).get(page_of(ana)).content.decode()

    assert "<b>Translator</b>" in page
    assert "Writes and submits the language that is not the original; reads the rest." in page


def test_group_of_the_ministrys_own_keeps_its_name(desk, ana, hector):
    ana.groups.add(Group.objects.create(name="Gabinete"))

    assert "Writer, Gabinete" in desk(hector).get("/admin/auth/user/").content.decode()


def test_roles_are_given(desk, ana, hector):
    editor = Group.objects.get(name="editor")
    desk(hector).post(page_of(ana), sent(ana, groups=[editor.pk]))

    assert list(ana.groups.all()) == [editor]


def test_nobody_makes_themselves_a_superuser(desk, hector):
    desk(hector).post(page_of(hector), sent(hector, is_superuser="on", user_permissions=[1], groups=[]))
    hector.refresh_from_db()

    assert (hector.is_superuser, hector.user_permissions.count()) == (False, 0)


def test_superuser_is_out_of_an_administrators_reach(desk, hector):
    root = User.objects.create_superuser("root", password="secret")
    client = desk(hector)

    answers = [client.post(page_of(root), sent(root)), client.post(f"/admin/auth/user/{root.pk}/password/")]
    assert [answer.status_code for answer in answers] == [403, 403]


def test_superuser_gives_all_there_is(desk, user):
    root = User.objects.create_superuser("root", password="secret")
    fields = desk(root).get(page_of(root)).context["adminform"].form.fields

    assert {"is_superuser", "user_permissions"} <= set(fields)


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_depend_on_the_accounts(desk, user, hector, rows, django_assert_num_queries):
    for row in range(rows):
        user(f"otra-{row}", "writer", "editor")
    client = desk(hector)
    with django_assert_num_queries(8):
        client.get("/admin/auth/user/")
