"""Taking a text down: a stock reason that stands ready, words of one's own, another communiqué in its place."""

import pytest

from comunicados import kinds
from comunicados.exceptions import ReplacedByItself
from comunicados.models import Publication, StockReason
from tests import factories as make
from tests.desk.test_verb_pages import press, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def reason():
    return StockReason.objects.create(text_es="Contenía un error.", text_en="It held an error.", order=1)


@pytest.fixture
def both_live(draft, live, ana, bruno, carmen, clock):
    make.published(draft, "en", writer=ana, editor=bruno, publisher=carmen)
    clock.tick()
    return draft


def notices():
    return list(Publication.objects.filter(status="withdrawn").order_by("-language").values_list("note", flat=True))


def test_stock_reason_and_this_language_are_chosen_beforehand(desk, draft, live, reason, carmen):
    form = desk(carmen).get(url(draft, "withdraw")).context["form"]

    assert (form["stock"].value(), form["languages"].value()) == (str(reason.pk), ["es"])
    assert form.asks_for_words is False


def test_page_as_it_opens_withdraws_with_one_button(desk, draft, live, reason, carmen, clock):
    clock.tick()
    client = desk(carmen)
    form = client.get(url(draft, "withdraw")).context["form"]
    client.post(url(draft, "withdraw"), {name: form[name].value() for name in ("stock", "languages", "keep_text")})

    assert notices() == ["Contenía un error."]


def test_both_languages_go_down_each_with_its_reason(desk, both_live, reason, carmen):
    press(desk(carmen), both_live, "withdraw", languages=["es", "en"], stock=reason.pk, keep_text="on")

    assert notices() == ["Contenía un error.", "It held an error."]


def test_own_words_follow_the_stock_reason(desk, draft, live, reason, carmen, clock):
    clock.tick()
    press(desk(carmen), draft, "withdraw", languages=["es"], stock=reason.pk, reason_es="La fecha era otra.")

    assert notices() == ["Contenía un error. La fecha era otra."]


def test_own_words_alone_are_needed_in_each_language(desk, both_live, reason, carmen):
    given = {"languages": ["es", "en"], "stock": "", "reason_es": "Error."}
    response = desk(carmen).post(url(both_live, "withdraw"), given)

    assert list(response.context["form"].errors) == ["reason_en"]
    assert notices() == []


def test_without_its_text_every_version_is_concealed(desk, draft, live, reason, carmen, clock):
    clock.tick()
    press(desk(carmen), draft, "withdraw", languages=["es"], stock=reason.pk)

    assert live.concealments.get().reason_es == "Contenía un error."


# Another communiqué in its place


@pytest.fixture
def replacement(live, ana, bruno, carmen):
    other = make.communique(ana, headline_es="El comunicado bueno")
    make.published(other, writer=ana, editor=bruno, publisher=carmen)
    return other


def read(client, publication):
    return client.get(publication.path).content.decode()


def test_notice_leads_to_what_replaces_it(desk, client, draft, live, replacement, reason, carmen, clock):
    clock.tick()
    press(desk(carmen), draft, "withdraw", languages=["es"], stock=reason.pk, replaced_by=replacement.pk)
    path = replacement.publications.get().path

    assert f'<a href="{path}">El comunicado bueno</a>' in read(client, live)


def test_notice_leads_nowhere_while_the_replacement_is_not_public(client, draft, live, ana, carmen, clock):
    clock.tick()
    draft.withdraw(by=carmen, reason={"es": "Error."}, replaced_by=make.communique(ana, headline_es="Secreto"))
    page = read(client, live)

    assert ("Error." in page, "Secreto" in page, "reemplaza" in page) == (True, False, False)


def test_notice_leads_no_more_to_a_withdrawn_replacement(client, draft, live, replacement, carmen, clock):
    clock.tick()
    draft.withdraw(by=carmen, reason={"es": "Error."}, replaced_by=replacement)
    replacement.withdraw(by=carmen, reason={"es": "También."})

    assert "El comunicado bueno" not in read(client, live)


def test_communique_does_not_replace_itself(desk, draft, live, reason, carmen):
    given = {"languages": ["es"], "stock": reason.pk, "replaced_by": draft.pk}

    assert desk(carmen).post(url(draft, "withdraw"), given).status_code == 400
    with pytest.raises(ReplacedByItself):
        draft.withdraw(by=carmen, reason={"es": "Error."}, replaced_by=draft)


# The stock


def test_stock_is_loaded_once_and_never_changed():
    kinds.load()
    StockReason.objects.filter(order=1).update(text_es="Otro.")
    kinds.load()

    assert StockReason.objects.count() == len(kinds.REASONS)


@pytest.mark.parametrize("name", ["diego", "ana", "elena", "bruno", "carmen"])
@pytest.mark.parametrize("path", ["", "add/", "{pk}/change/", "{pk}/delete/"])
def test_stock_is_kept_by_publishers(desk, request, reason, name, path):
    client = desk(request.getfixturevalue(name))
    response = client.get("/admin/comunicados/stockreason/" + path.format(pk=reason.pk))

    assert (response.status_code == 200) == (name == "carmen")


# From the rows of the first page and of the list


def beside(page, communique, language="es", verb="withdraw"):
    return f'class="beside" href="/admin/comunicados/communique/{communique.pk}/{language}/{verb}/"' in page


@pytest.mark.parametrize("path", ["", "worklist/published/", "comunicados/communique/"])
@pytest.mark.parametrize(("name", "may"), [("carmen", True), ("bruno", False), ("elena", False), ("diego", False)])
def test_row_of_a_live_text_leads_whoever_may_to_its_withdrawal(desk, live, request, path, name, may):
    page = desk(request.getfixturevalue(name)).get(f"/admin/{path}").content.decode()

    assert (beside(page, live.communique), beside(page, live.communique, "en")) == (may, False)


@pytest.mark.parametrize(("name", "may"), [("carmen", True), ("ana", False)])
def test_row_of_a_scheduled_text_leads_whoever_may_to_its_cancelling(
    desk, approved, carmen, clock, request, name, may
):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    page = desk(request.getfixturevalue(name)).get("/admin/").content.decode()

    assert beside(page, approved.communique, verb="cancel") == may
