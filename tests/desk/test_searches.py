"""The list's search in both languages and by dates; searches kept on the worklist."""

import datetime as dt

import pytest
from django.db.models import Q

from comunicados.desk.criteria import STATES, canonical, in_state
from comunicados.models import Communique, LanguageVersion, SavedSearch
from tests import factories as make
from tests.desk.test_lists import LIST, shown

pytestmark = pytest.mark.django_db
SAVE = "/admin/worklist/searches/"


def keep(client, query, name="Mía"):
    return client.post(SAVE, {"name": name, "query": query}, follow=True)


def messages(response):
    return [str(message) for message in response.context["messages"]]


def saved(client):
    return [(found.search.name, found.count) for found in client.get("/admin/").context["worklist"].searches]


# The list


@pytest.mark.parametrize(
    "text", ["delegaciones", "reunieron HOY", "delegation", "met today", "acuer", "Mexico agenda"]
)
def test_list_finds_words_of_the_text_in_either_language(desk, draft, ana, text):
    make.communique(ana, headline_es="Otro", headline_en="Other", body_es="<p>Nada</p>", body_en="<p>Nothing</p>")

    assert shown(desk(ana).get(LIST, {"q": text})) == [draft.pk]


@pytest.mark.parametrize("text", ["strong", '"', "-", "or", "' & !", "%", "\\", ":*", "a" * 3000])
def test_list_finds_nothing_in_marks_and_never_fails(desk, clock, ana, text):
    make.communique(ana, body_es="<p><strong>Uno</strong></p>")

    assert shown(desk(ana).get(LIST, {"q": text})) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("from=2024-01-15", True),
        ("from=2024-01-16", False),
        ("to=2024-01-15", True),
        ("to=2024-01-14", False),
        ("from=2024-01-01&to=2024-01-31&q=agenda", True),
        ("from=&to=", True),
    ],
)
def test_list_between_two_days(desk, draft, ana, query, found):
    assert shown(desk(ana).get(f"{LIST}?{query}")) == ([draft.pk] if found else [])


@pytest.mark.parametrize("day", ["x", "2024-02-30", "99999-01-01", "0000-00-00"])
def test_list_refuses_a_day_that_is_none(desk, draft, ana, day):
    assert desk(ana).get(LIST, {"from": day}).url == f"{LIST}?e=1"


def test_list_keeps_its_other_filters_with_the_days(desk, draft, ana):
    page = desk(ana).get(LIST, {"q": "agenda", "es": "draft"}).content.decode()
    form = page[page.index('class="period"') :]

    assert '<input type="hidden" name="es" value="draft">' in form
    assert '<input type="hidden" name="q" value="agenda">' in form


@pytest.fixture
def in_every_state(clock, ana, bruno, carmen):
    """Spanish texts: a draft, one in review, approved, scheduled, live, live with a correction begun, withdrawn."""
    cast = {"writer": ana, "editor": bruno, "publisher": carmen}
    make.communique(ana).versions.get(language="es").submit(by=ana)
    make.approved(make.communique(ana), writer=ana, editor=bruno)
    make.published(make.communique(ana), at=clock.in_(hours=1), **cast)
    for _ in range(3):
        make.published(make.communique(ana), **cast)
    clock.tick()
    *_, corrected, withdrawn = Communique.objects.order_by("pk")
    make.edit(corrected, ana, headline_es="Corregido")
    withdrawn.withdraw(by=carmen, reason={"es": "Contenía un error."})
    return make.communique(ana)


@pytest.mark.parametrize("state", STATES)
def test_list_in_a_state_is_what_the_states_say(in_every_state, state):
    texts = LanguageVersion.objects.with_state().filter(Q(public=state) | Q(working=state), language="es")
    found = in_state(Communique.objects.all(), state, "es").values_list("pk", flat=True)

    assert sorted(found) == sorted(texts.values_list("communique", flat=True)) != []


def test_text_that_nobody_wrote_is_no_draft(desk, clock, ana):
    make.communique(ana, headline_en="", body_en="")

    assert shown(desk(ana).get(f"{LIST}?en=draft")) == []


# What is kept


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("to=2024-01-31&q=agenda&es=draft", "q=agenda&es=draft&to=2024-01-31"),
        ("q=una+agenda&p=3&o=2&e=1&kind__slug=x", "q=una+agenda"),
        ("q=uno&q=dos", "q=dos"),
        ("es=x&en=same&from=x&date__year=x&date__month=-1&q=+", ""),
        ("discarded=yes&q=uno", "q=uno&discarded=yes"),
        ("discarded=no", ""),
        ("date__year=2024&date__month=1&date__day=15", "date__year=2024&date__month=1&date__day=15"),
        ("q=" + "a" * 151, ""),
        ("&&=&q", ""),
    ],
)
def test_query_is_kept_as_far_as_it_is_known(query, kept):
    assert canonical(query) == kept


@pytest.mark.parametrize(
    "query",
    [
        "q=agenda",
        "es=draft",
        "en=in_review",
        "kind=communique",
        "from=2024-01-15",
        "date__year=2024",
        "q=otra",
        "discarded=yes",
        "discarded=yes&q=agenda",
        "discarded=yes&q=otra",
    ],
)
def test_saved_search_counts_what_the_list_shows(desk, draft, ana, query):
    make.communique(ana).discard(by=ana, reason="La visita se canceló.")
    client = desk(ana)
    keep(client, query)

    assert saved(client) == [("Mía", str(len(shown(client.get(f"{LIST}?{query}")))))]


def test_saved_search_counts_to_a_hundred(desk, draft, ana):
    Communique.objects.bulk_create(
        Communique(kind=draft.kind, date=draft.date, headline_es="Otro", created_by=ana) for _ in range(101)
    )
    keep(desk(ana), "q=otro")

    assert saved(desk(ana)) == [("Mía", "100+")]


@pytest.mark.parametrize("searches", [1, 10])
def test_number_of_queries_does_not_depend_on_the_searches(desk, draft, ana, searches, django_assert_num_queries):
    client = desk(ana)
    for number in range(searches):
        SavedSearch.objects.create(owner=ana, name=f"{number}", query="q=agenda&es=draft&kind=communique")
    with django_assert_num_queries(16):
        client.get("/admin/")


def test_list_offers_to_save_only_a_search(desk, draft, ana):
    pages = [desk(ana).get(LIST, given).content.decode() for given in ({}, {"q": "agenda"})]

    assert ["Save this search" in page for page in pages] == [False, True]


def test_saving_returns_to_the_search_and_says_so(desk, draft, ana):
    response = keep(desk(ana), "q=agenda")

    assert response.redirect_chain == [(f"{LIST}?q=agenda", 302)]
    assert messages(response) == ["“Mía” is on your worklist."]


def test_same_name_replaces(desk, draft, ana):
    client = desk(ana)
    keep(client, "q=agenda")
    keep(client, "q=otra")

    assert saved(client) == [("Mía", "0")]


@pytest.mark.parametrize(("name", "query"), [("", "q=agenda"), ("x" * 61, "q=agenda"), ("Mía", ""), ("Mía", "p=2")])
def test_nothing_is_kept_without_a_name_or_a_search(desk, draft, ana, name, query):
    response = keep(desk(ana), query, name)

    assert (SavedSearch.objects.count(), len(messages(response))) == (0, 1)


def test_eleventh_is_refused(desk, draft, ana):
    client = desk(ana)
    for number in range(11):
        response = keep(client, "q=agenda", f"{number}")

    assert messages(response) == ["You keep 10 searches already. Remove one on the worklist first."]
    assert SavedSearch.objects.count() == 10


# Who may


def test_search_is_its_owners_alone(desk, draft, ana, bruno):
    keep(desk(ana), "q=agenda")
    remove = f"{SAVE}{SavedSearch.objects.get().pk}/remove/"

    assert saved(desk(bruno)) == []
    assert desk(bruno).post(remove).status_code == 404
    assert desk(ana).get(remove).status_code == 405
    assert desk(ana).post(remove).status_code == 302
    assert SavedSearch.objects.count() == 0


@pytest.mark.parametrize("pk", [0, 10**30])
def test_unknown_search_is_no_page(desk, ana, pk):
    assert desk(ana).post(f"{SAVE}{pk}/remove/").status_code == 404


def test_nothing_is_kept_for_whoever_sees_no_communiques(desk, user):
    assert keep(desk(user("nadie")), "q=agenda").status_code == 403


def test_anonymous_keeps_nothing(client, db):
    assert client.post(SAVE, {"name": "Mía", "query": "q=agenda"}).url == f"/admin/login/?next={SAVE}"


def test_two_days_hold_between_them(desk, draft, ana):
    make.communique(ana, date=dt.date(2024, 2, 1))
    client = desk(ana)
    keep(client, "from=2024-01-15&to=2024-01-31")

    assert saved(client) == [("Mía", "1")]
