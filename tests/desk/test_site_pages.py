"""The desk's pages of the site's own pages: the overview, the form in both languages, the approval."""

import pytest

from comunicados.models import SitePageText
from tests import factories as make

pytestmark = pytest.mark.django_db

OVERVIEW, ABOUT = "/admin/site-pages/", "/admin/site-pages/about/"
EMPTY = {"title_es": "", "body_es": "", "opened_es": "0", "title_en": "", "body_en": "", "opened_en": "0"}
SPANISH = EMPTY | {"title_es": "Acerca", "body_es": "<p>Somos.</p>"}


@pytest.fixture
def standing(clock, bruno, carmen) -> SitePageText:
    return make.site_page(writer=bruno, editor=carmen, title="Acerca", body="<p>Uno.</p><p>Somos la voz.</p>")


@pytest.fixture
def waiting(standing, bruno) -> SitePageText:
    words = {"title": "Acerca", "body": "<p>Uno.</p><p>Somos la palabra.</p>"}
    return SitePageText.write("about", "es", by=bruno, after=1, **words)


def path(text: SitePageText) -> str:
    return f"{OVERVIEW}{text.page}/{text.language}/{text.ordinal}/"


def test_editor_writes_one_language_and_nothing_is_public_yet(desk, clock, bruno, client):
    response = desk(bruno).post(ABOUT, SPANISH)

    assert (response.status_code, response["Location"]) == (302, OVERVIEW)
    assert [str(text) for text in SitePageText.objects.all()] == ["about/es/1: Acerca"]
    assert client.get("/acerca/").status_code == 404


def test_both_languages_are_written_at_once(desk, clock, bruno):
    desk(bruno).post(ABOUT, SPANISH | {"title_en": "About", "body_en": "<p>We are.</p>"})

    assert sorted(text.language for text in SitePageText.objects.all()) == ["en", "es"]


def test_language_that_was_not_touched_is_not_written_anew(desk, waiting, bruno):
    form = desk(bruno).get(ABOUT).context["form"]
    sent = {name: form[name].value() for name in EMPTY} | {"title_en": "About", "body_en": "<p>We are.</p>"}
    desk(bruno).post(ABOUT, sent)

    assert [str(text) for text in SitePageText.objects.exclude(pk=waiting.pk)] == [
        "about/en/1: About",
        "about/es/1: Acerca",
    ]


def test_save_that_changes_nothing_says_so(desk, waiting, bruno):
    form = desk(bruno).get(ABOUT).context["form"]
    response = desk(bruno).post(ABOUT, {name: form[name].value() for name in EMPTY})

    assert (response.status_code, response.context["form"].non_field_errors()) == (400, ["Nothing was changed."])


def test_text_that_lacks_its_title_is_refused_and_kept_on_the_screen(desk, clock, bruno):
    half = SPANISH | {"title_es": "", "title_en": "About", "body_en": "<p>We are.</p>"}
    response = desk(bruno).post(ABOUT, half)

    assert (response.status_code, SitePageText.objects.count()) == (400, 0)
    assert response.context["form"].errors == {"body_es": ["A page needs a title and a text."]}
    assert "&lt;p&gt;Somos.&lt;/p&gt;" in response.content.decode()


def test_what_somebody_else_wrote_meanwhile_is_shown_and_not_written_over(desk, waiting, carmen):
    late = EMPTY | {"title_es": "Acerca", "body_es": "<p>Lo mío.</p>", "opened_es": "1"}
    response = desk(carmen).post(ABOUT, late)

    assert (response.status_code, SitePageText.objects.count()) == (409, 2)
    page = response.content.decode()
    assert (path(waiting) in page, "Lo mío." in page, "<p>Somos la palabra.</p>" in page) == (True, True, True)
    assert '<input type="hidden" name="opened_es" value="2">' in page

    desk(carmen).post(ABOUT, late | {"opened_es": "2"})
    assert SitePageText.objects.first().body == "<p>Lo mío.</p>"


def test_refusal_of_one_language_does_not_carry_the_other_past_what_was_written_meanwhile(desk, waiting, carmen):
    browser = desk(carmen)
    sent = {
        "title_es": "Acerca",
        "body_es": waiting.predecessor().body,
        "opened_es": "1",
        "body_en": "<p>We are.</p>",
    }
    refused = browser.post(ABOUT, EMPTY | sent)
    again = EMPTY | sent | {f"opened_{side['language']}": side["opened"] for side in refused.context["form"].sides}
    browser.post(ABOUT, again | {"title_en": "About"})

    assert (refused.status_code, SitePageText.objects.of("about", "es").first()) == (400, waiting)
    assert SitePageText.objects.get(language="en").title == "About"


def test_kept_text_is_shown_again_and_not_saved(desk, waiting, bruno):
    browser = desk(bruno)
    kept = SPANISH | {"opened_es": "2", "_bring_back": "1"}
    response = browser.post(ABOUT, kept)

    assert (response.status_code, SitePageText.objects.count()) == (200, 2)
    page = response.content.decode()
    assert ("This is what you had typed and not saved." in page, "&lt;p&gt;Somos.&lt;/p&gt;" in page) == (True, True)

    del kept["_bring_back"]
    browser.post(ABOUT, kept)
    assert SitePageText.objects.first().body == "<p>Somos.</p>"


def test_kept_text_collides_as_it_would_have(desk, waiting, carmen):
    response = desk(carmen).post(ABOUT, SPANISH | {"opened_es": "1", "_bring_back": "1"})

    assert (response.context["form"].overtaken, SitePageText.objects.count()) == ({"es"}, 2)
    assert "<p>Somos la palabra.</p>" in response.content.decode()


@pytest.mark.parametrize(("title", "told"), [("Acerca", "abc1"), ("", None)])
def test_browser_is_told_which_page_was_saved(desk, clock, bruno, title, told):
    browser = desk(bruno)
    browser.post(ABOUT, SPANISH | {"title_es": title, "save_key": "abc1"})

    assert (browser.cookies["saved"].value if "saved" in browser.cookies else None) == told


def test_suggestion_is_offered_where_there_is_no_text_and_stored_nowhere(desk, standing, carmen):
    browser = desk(carmen)
    assert "?suggested=en" in browser.get(ABOUT).content.decode()
    assert "?suggested=es" not in browser.get(ABOUT).content.decode()

    form = browser.get(f"{ABOUT}?suggested=en").context["form"]
    assert (form["title_en"].value(), form["title_es"].value()) == ("About this site", "Acerca")
    assert SitePageText.objects.count() == 1


def test_approver_sees_what_differs_and_makes_it_public(desk, waiting, carmen, client):
    browser = desk(carmen)
    page = browser.get(path(waiting)).content.decode()
    assert ("</span>voz<span" in page, "</span>palabra<span" in page, "unchanged" in page) == (True, True, True)

    assert browser.post(path(waiting)).status_code == 302
    assert "Somos la palabra." in client.get("/acerca/").content.decode()


def test_author_is_told_why_they_cannot_approve(desk, waiting, bruno, client):
    browser = desk(bruno)
    page = browser.get(path(waiting)).content.decode()
    response = browser.post(path(waiting))

    assert "somebody else has to approve it" in page
    assert 'value="Approve"' not in page
    assert response.status_code == 409
    assert "Somos la voz." in client.get("/acerca/").content.decode()


@pytest.mark.parametrize("role", ["reader", "writer", "translator", "registrar", "administrator"])
def test_others_read_and_change_nothing(desk, user, waiting, role):
    browser = desk(user("alguien", role))
    asked = [
        browser.get(OVERVIEW),
        browser.get(path(waiting)),
        browser.post(path(waiting)),
        browser.post(ABOUT, EMPTY),
    ]

    assert [response.status_code for response in asked] == [200, 200, 403, 403]
    assert 'value="Approve"' not in asked[1].content.decode()
    assert SitePageText.objects.waiting().get() == waiting


@pytest.mark.parametrize("address", ["blog/", "blog/es/1/", "about/fr/1/", "about/es/9/"])
def test_page_that_is_none_is_not_found(desk, standing, carmen, address):
    assert desk(carmen).get(OVERVIEW + address).status_code == 404


def test_overview_tells_what_is_public_and_what_waits(desk, waiting, diego):
    rows = dict(desk(diego).get(OVERVIEW).context["rows"])

    assert [(one and one.ordinal, other and other.ordinal) for _, one, other in rows["about"]] == [
        (1, 2),
        (None, None),
    ]
    assert [(one, other) for _, one, other in rows["privacy"]] == [(None, None)] * 2


def test_worklist_shows_it_to_whoever_can_approve(desk, waiting, ana, bruno, carmen):
    shown = [desk(somebody).get("/admin/").context["worklist"].site_pages for somebody in (ana, bruno, carmen)]

    assert shown == [[], [], [waiting]]


def test_history_tells_who_wrote_and_who_approved(desk, waiting, carmen):
    page = desk(carmen).get(ABOUT).content.decode()

    assert page.index("Spanish 2: Acerca") < page.index("Spanish 1: Acerca")
    assert (page.count("Written by Bruno"), page.count("approved by Carmen")) == (2, 1)
