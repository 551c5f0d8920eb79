"""What a browser keeps of unsaved text: the server's half. The script's own is in tests/browser."""

import pytest

from comunicados.models import Communique
from tests import factories as make
from tests.desk.screen import ADD, open_form, participant, url

pytestmark = pytest.mark.django_db


def bring_back(client, communique, form, **typed):
    return client.post(url(communique), form | typed | {"_bring_back": "1"})


def test_kept_text_is_shown_again_and_not_saved(desk, draft, ana):
    client = desk(ana)
    form = open_form(client, draft) | participant(0, name_es="Delegación")
    response = bring_back(client, draft, form, headline_es="De Ana")
    page = response.content.decode()

    assert "This is what you had typed and not saved." in page
    assert ">\nDe Ana</textarea>" in page
    assert 'value="Delegación"' in page
    assert (draft.revisions.count(), draft.participations.count()) == (1, 0)


def test_text_that_was_brought_back_is_saved(desk, draft, ana):
    client = desk(ana)
    form = open_form(client, draft) | {"headline_es": "De Ana"}
    shown = bring_back(client, draft, form)
    client.post(url(draft), form | {"opened_with": shown.context["opened_with"]})

    assert Communique.objects.get().headline_es == "De Ana"


def test_text_that_was_brought_back_collides_as_it_would_have(desk, draft, ana, bruno):
    client = desk(ana)
    form = open_form(client, draft)
    make.edit(draft, bruno, headline_es="De Bruno")
    shown = bring_back(client, draft, form, headline_es="De Ana")

    assert "Somebody else changed this section meanwhile" in shown.content.decode()
    assert Communique.objects.get().headline_es == "De Bruno"


def test_new_communique_is_brought_back(desk, ana, clock):
    client = desk(ana)
    form = open_form(client) | {"kind": make.kind().pk, "headline_es": "Nuevo", "_bring_back": "1"}

    assert ">\nNuevo</textarea>" in client.post(ADD, form).content.decode()
    assert not Communique.objects.exists()


def test_save_tells_the_browser_which_page_it_was(desk, draft, ana):
    client = desk(ana)
    form = open_form(client, draft)
    for key in ("abc1", "abc2"):
        client.post(url(draft), form | {"save_key": key})

    assert client.cookies["saved"].value == "abc2.abc1"
    assert client.cookies["saved"]["path"] == "/admin/"


def test_refused_save_does_not(desk, draft, ana):
    client = desk(ana)
    client.post(url(draft), open_form(client, draft) | {"save_key": "abc1", "date": ""})

    assert "saved" not in client.cookies


@pytest.mark.parametrize("key", ["", "a;b", "a.b", "x" * 17, "Ñ", '"'])
def test_key_that_no_page_made_is_not_repeated(desk, draft, ana, key):
    client = desk(ana)
    client.post(url(draft), open_form(client, draft) | {"save_key": key})

    assert "saved" not in client.cookies


def test_cookie_forgets_the_oldest(desk, draft, ana):
    client = desk(ana)
    form = open_form(client, draft)
    client.cookies["saved"] = ".".join(f"k{number}" for number in range(30))
    client.post(url(draft), form | {"save_key": "new"})

    assert len(client.cookies["saved"].value.split(".")) == 20


def test_save_without_a_session_asks_to_sign_in_and_comes_back(client, draft):
    assert client.post(url(draft), {"headline_es": "De Ana"}).url == f"/admin/login/?next={url(draft)}"
