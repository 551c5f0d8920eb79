"""The texts of the site's pages: written by one, approved by another, public from then on."""

import pytest
from django.db import DatabaseError, connection, transaction

from comunicados import site_pages
from comunicados.enums import SitePage
from comunicados.exceptions import Incomplete, NotInThisState, NotPermitted, OwnText, TextHasChanged
from comunicados.models import SitePageApproval, SitePageText
from personas.clock import ministry_now
from tests import factories as make
from tests.comunicados.test_published_views import public

pytestmark = pytest.mark.django_db

READ = "SELECT page, language, title FROM published_site_page ORDER BY page, language"


@pytest.fixture
def write(clock, bruno):
    def write(title: str = "Acerca", body: str = "<p>Somos.</p>", by=bruno, after: int = 0) -> SitePageText:
        return SitePageText.write("about", "es", by=by, title=title, body=body, after=after)

    return write


def refused(act) -> str:
    """The name of what the database refuses it by."""
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        act()
    return refusal.value.__cause__.diag.constraint_name


def test_text_is_public_from_its_approval_in_its_language_alone(write, carmen):
    text = write()
    assert public(READ) == []

    text.approve(by=carmen)
    assert public(READ) == [("about", "es", "Acerca")]


def test_later_text_takes_the_place_of_the_earlier_one_when_it_is_approved(write, bruno, carmen, clock):
    write().approve(by=carmen)
    clock.tick(hours=1)
    later = write("Quiénes somos", by=carmen, after=1)
    assert public(READ) == [("about", "es", "Acerca")]

    later.approve(by=bruno)
    assert public(READ) == [("about", "es", "Quiénes somos")]
    assert public("SELECT changed_at FROM published_site_page") == [(clock.now,)]
    assert [text.title for text in SitePageText.objects.all()] == ["Quiénes somos", "Acerca"]


def test_author_cannot_approve_though_their_role_allows_it(write, bruno):
    text = write()
    with pytest.raises(OwnText):
        text.approve(by=bruno)

    approve = {"text": text, "made_by": bruno, "made_at": ministry_now()}
    assert refused(lambda: SitePageApproval.objects.create(**approve)) == "site_page_approval_by_a_second_person"
    assert public(READ) == []


def test_text_that_was_written_anew_is_no_longer_approved(write, carmen, lucia):
    first = write()
    write("Otra", by=carmen, after=1)
    with pytest.raises(NotInThisState):
        first.approve(by=lucia)

    approve = {"text": first, "made_by": lucia, "made_at": ministry_now()}
    assert refused(lambda: SitePageApproval.objects.create(**approve)) == "site_page_approval_of_the_latest_text"


def test_text_is_approved_once(write, carmen, lucia):
    text = write()
    text.approve(by=carmen)

    with pytest.raises(NotInThisState):
        SitePageText.objects.get().approve(by=lucia)


@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
@pytest.mark.parametrize(
    ("table", "column", "name"),
    [
        ("comunicados_sitepagetext", "ordinal", "site_page_text_is_append_only"),
        ("comunicados_sitepageapproval", "made_at", "site_page_approval_is_append_only"),
    ],
)
def test_history_is_kept(write, carmen, change, table, column, name):
    write().approve(by=carmen)

    def act():
        with connection.cursor() as cursor:
            cursor.execute(change.format(table, column, column))

    assert refused(act) == name


def test_nobody_writes_over_what_somebody_else_wrote_meanwhile(write, carmen):
    write()
    with pytest.raises(TextHasChanged):
        write("Otra", by=carmen, after=0)

    again = {"page": "about", "language": "es", "ordinal": 1, "title": "x", "body": "x", "written_at": ministry_now()}
    assert refused(lambda: SitePageText.objects.create(written_by=carmen, **again)) == "site_page_text_ordinal_once"


def test_two_at_the_same_moment_are_told_apart_by_the_database(write, carmen, monkeypatch):
    write()
    monkeypatch.setattr(type(SitePageText.objects.all()), "of", lambda self, page, language: self.none())

    with pytest.raises(TextHasChanged):
        write("Otra", by=carmen, after=0)


@pytest.mark.parametrize(("title", "body"), [("", "<p>Algo.</p>"), ("Acerca", ""), ("Acerca", "<p> </p>")])
def test_page_needs_a_title_and_a_text(write, title, body):
    with pytest.raises(Incomplete):
        write(title, body)


def test_text_that_changes_nothing_is_none(write):
    write()

    with pytest.raises(NotInThisState):
        write("Acerca ", "<p>Somos.</p>\n", after=1)


def test_body_is_cleaned(write):
    assert write(body="<p onclick='x()'>Somos.<script>x()</script></p>").body == "<p>Somos.</p>"


@pytest.mark.parametrize("name", ["ana", "diego", "elena"])
def test_others_neither_write_nor_approve(write, request, name):
    somebody = request.getfixturevalue(name)
    text = write()

    with pytest.raises(NotPermitted):
        text.approve(by=somebody)
    with pytest.raises(NotPermitted):
        write("Otra", by=somebody, after=1)


def test_unknown_page_and_language_are_refused(clock, bruno):
    words = {"ordinal": 1, "title": "x", "body": "x", "written_by": bruno, "written_at": ministry_now()}
    wrong = [{"page": "blog", "language": "es"}, {"page": "about", "language": "fr"}]

    assert [refused(lambda given=given: SitePageText.objects.create(**given, **words)) for given in wrong] == [
        "site_page_is_known",
        "site_page_language_is_known",
    ]


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("page", SitePage.values)
def test_suggested_text_bears_the_ministry_and_cannot_be_approved_with_a_blank(
    clock, bruno, carmen, settings, page, language
):
    settings.MINISTRY_NAME = {"es": "Ministerio Azul", "en": "Blue Ministry"}
    title, body = site_pages.suggestion(page, language)
    text = SitePageText.write(page, language, by=bruno, title=title, body=body, after=0)

    assert settings.MINISTRY_NAME[language] in body or page in (SitePage.CORRECTIONS, SitePage.PRIVACY)
    assert ("{" in body, "##" in body, "h2" in body) == (False, False, True)
    with pytest.raises(Incomplete, match=site_pages.blanks_in(body, language)[0][1:-1]):
        text.approve(by=carmen)


def test_suggested_text_can_be_approved_when_its_blanks_are_filled(clock, bruno, carmen):
    title, body = site_pages.suggestion("corrections", "es", press_email="prensa@ministerio.example")
    SitePageText.write("corrections", "es", by=bruno, title=title, body=body, after=0).approve(by=carmen)

    assert "prensa@ministerio.example" in public("SELECT body FROM published_site_page")[0][0]


def test_suggestions_are_as_many_and_as_long_in_both_languages():
    """The same headings and list items, so that nothing is said in one language alone."""
    for page in SitePage.values:
        spanish, english = (site_pages.suggestion(page, language).body for language in ("es", "en"))

        assert [spanish.count(tag) for tag in ("<h2>", "<li>", "<p>")] == [
            english.count(tag) for tag in ("<h2>", "<li>", "<p>")
        ], page


@pytest.mark.django_db(transaction=True)
def test_approval_ticks_the_content_clock_and_writing_does_not(bruno, carmen):
    def tick() -> int:
        return public("SELECT tick FROM published_clock")[0][0]

    before = tick()
    text = SitePageText.write("about", "es", by=bruno, title="Acerca", body="<p>Somos.</p>", after=0)
    assert tick() == before

    text.approve(by=carmen)
    assert tick() == before + 1


@pytest.mark.parametrize("table", ["comunicados_sitepagetext", "comunicados_sitepageapproval"])
def test_public_role_reads_the_view_alone(db, table):
    with pytest.raises(DatabaseError, match="permission denied"):
        public(f"SELECT * FROM {table}")


def test_standing_and_waiting_are_told_apart(bruno, carmen, clock):
    make.site_page(writer=bruno, editor=carmen)
    SitePageText.write("about", "es", by=carmen, title="Otra", body="<p>Otra.</p>", after=1)
    make.site_page("privacy", "en", writer=bruno, editor=carmen)

    assert [str(text) for text in SitePageText.objects.standing()] == [
        "about/es/1: about es",
        "privacy/en/1: privacy en",
    ]
    assert [str(text) for text in SitePageText.objects.waiting()] == ["about/es/2: Otra"]
