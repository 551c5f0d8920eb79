"""Each page of the desk, asked as each role: the table of `pages.py`, held against the URL conf."""

import pytest
from django.contrib.auth.models import User

from comunicados import kinds, permissions
from comunicados.models import Communique, Topic
from tests import factories as make
from tests.desk.pages import PAGES, ROLES, Page, examples, names

pytestmark = pytest.mark.django_db

ASK_FOR_A_ROW = (
    "The URL conf and the table PAGES in tests/desk/pages.py differ. Give a new page a row there: the path of an"
    " example, and the roles that may open it, as you decided them; take out the row of a page that is gone."
)


def test_every_page_of_the_url_conf_is_in_the_table():
    assert names() == set(PAGES), f"{ASK_FOR_A_ROW} They differ in: {sorted(names() ^ set(PAGES))}"


def test_table_speaks_of_every_role():
    assert set(ROLES) == set(permissions.ROLES)


@pytest.fixture
def whole(clock, ana) -> Communique:
    """A communiqué with all that a page can be about: two revisions, a participant, a topic."""
    kinds.load()
    communique = make.communique(ana, participants=[make.appointment()])
    communique.topics.add(Topic.objects.all()[0])
    make.edit(communique, ana, headline_es="Otro titular")
    return communique


def ask(client, page: Page, rows: dict[str, int]):
    return getattr(client, page.method)(f"/admin/{page.path.format(**rows)}")


@pytest.mark.parametrize("name", PAGES)
def test_page_opens_to_these_roles_and_to_no_other(desk, whole, user, bruno, name):
    rows, opened = examples(whole, bruno), []
    for role in ROLES:
        status = ask(desk(user(f"of-{role}", role)), PAGES[name], rows).status_code
        assert status < 500
        if status not in (403, 404):
            opened.append(role)

    assert " ".join(opened) == PAGES[name].who


@pytest.mark.parametrize("name", PAGES)
def test_page_is_closed_to_the_world(client, whole, bruno, name):
    response = ask(client, PAGES[name], examples(whole, bruno))

    assert (response.status_code, response.headers.get("Location", "")[:13]) in [(302, "/admin/login/"), (401, "")]


@pytest.mark.parametrize("name", PAGES)
def test_page_is_closed_to_whoever_has_no_role(desk, whole, user, bruno, name):
    status = ask(desk(user("nadie")), PAGES[name], examples(whole, bruno)).status_code
    open_to_all_accounts = {"admin:index", "admin:password_change", "admin:password_change_done", "desk-presence"}

    assert (status == 200) == (name in open_to_all_accounts)


def test_superuser_opens_every_page(desk, whole, bruno):
    root = User.objects.create_superuser("root", password="secret")
    rows = examples(whole, root)
    closed = {name: ask(desk(root), page, rows).status_code for name, page in PAGES.items()}

    never = {"admin:comunicados_communique_delete", "admin:auth_user_delete"}
    assert {name for name, status in closed.items() if status >= 400} == never
