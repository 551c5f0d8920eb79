"""What is missing, or odd, is said before the button: links, and a translation left behind."""

import pytest

from comunicados.desk.links import dead_links
from comunicados.requirements import missing
from tests import factories as make
from tests.desk.screen import url

pytestmark = pytest.mark.django_db


def warnings(communique, language="es", **known):
    lacks = missing(communique.document(), language, **known)
    return [(lack.field, str(lack.sentence)) for lack in lacks if lack.field.startswith("body") and not lack.blocks]


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org/a?b=c#d",
        "HTTPS://example.org",
        "mailto:prensa@example.org",
        "https://example.org:8443/a",
        "https://xn--caf-dma.example?x=1",
        "https://secretaría.example.org/",
        "mailto:a.b+c@example.org?subject=Hola",
    ],
)
def test_whole_and_safe_link_is_fine(ana, href):
    assert warnings(make.communique(ana, body_es=f'<p><a href="{href}">aquí</a></p>')) == []


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ('<a href="http://example.org">aquí</a>', "The link to http://example.org is not secure (http)."),
        ('<a href="/comunicados/">aquí</a>', "The link to /comunicados/ is no whole address."),
        ('<a href="https://localhost">aquí</a>', "The link to https://localhost is no whole address."),
        ('<a href="mailto:nadie">aquí</a>', "The link to mailto:nadie is no whole address."),
        *(
            (f'<a href="{odd}">aquí</a>', f"The link to {odd} is no whole address.")
            for odd in (
                "https://",
                "https:///ruta",
                "https://example..org",
                "https://.example.org",
                "https://example.org.",
                "https://example.org:x/",
                "https://exa mple.org",
                "https://localhost/a.b",
                "#nota",
                "mailto:",
                "mailto:nadie@localhost",
                "mailto:a@b@example.org",
                "mailto:a@example.org,b@example.org",
            )
        ),
        ('<a href=" ">aquí</a>', "A link leads nowhere."),
        ("<a>aquí</a>", "A link leads nowhere."),
    ],
)
def test_odd_link_is_told_and_does_not_block(ana, link, sentence):
    assert warnings(make.communique(ana, body_es=f"<p>Véase {link}</p>")) == [("body_es", sentence)]


def test_translation_left_behind_is_told(draft, ana, elena):
    english = draft.versions.get(language="en")
    before = [lack.sentence for lack in english.missing()]
    english.submit(by=elena)
    make.edit(draft, ana, body_es="<p>Las dos delegaciones se reunieron hoy.</p><p>Y mañana.</p>")
    english = draft.version("en")

    assert warnings(draft, "en", accounts_for=english.accounts_for) == [
        ("body_en", "The original has changed since it was translated.")
    ]
    assert len(english.missing()) == len(before) + 1


def test_original_is_left_behind_by_nothing(draft, ana):
    assert warnings(draft, "es", accounts_for=["0" * 64]) == []


def test_warning_leads_to_its_field(desk, ana, clock):
    draft = make.communique(ana, body_es='<p><a href="http://example.org">aquí</a></p>')

    assert '<a href="#id_body_es">The link to http://example.org is not secure (http).</a>' in (
        desk(ana).get(url(draft)).content.decode()
    )


# The correction note


def note_warnings(version):
    lacks = [lack for lack in version.missing() if lack.field.startswith("correction_note")]
    return [(lack.field, str(lack.sentence)[:38], lack.blocks) for lack in lacks]


def test_note_that_readers_have_seen_is_told_beside_its_field(desk, live, ana, bruno, carmen, clock):
    spanish, cast = live.version, {"writer": ana, "editor": bruno, "publisher": carmen}
    for headline in ("Uno", "Dos"):
        clock.tick()
        make.edit(live.communique, ana, headline_es=headline, correction_note_es=f"Se corrige: {headline}.")
        assert note_warnings(spanish) == []
        make.published(live.communique, **cast)
        spanish.refresh_from_db()
        assert note_warnings(spanish) == []  # the very text that is live
    make.edit(live.communique, ana, headline_es="Tres", correction_note_es="Se corrige: Uno.")

    assert note_warnings(live.communique.version("es")) == [
        ("correction_note_es", "Readers have seen this correction note", False)
    ]
    assert (
        '<a href="#id_correction_note_es">Readers have seen' in desk(ana).get(url(live.communique)).content.decode()
    )


def test_note_to_a_text_that_was_never_public_is_told(draft, ana):
    make.edit(draft, ana, correction_note_es="Se corrige.")

    assert note_warnings(draft.version("es")) == [
        ("correction_note_es", "Nothing of it is public yet: no reader", False)
    ]


# Links to the public site


@pytest.fixture
def links_of(desk, ana, settings):
    """What the writing screen says about links to these paths of the public site."""
    settings.SITE_URL = "https://voceria.example.org"

    def told(*paths):
        body = "".join(f'<p><a href="https://voceria.example.org{path}">x</a></p>' for path in paths)
        page = desk(ana).get(url(make.communique(ana, body_es=body)))
        spanish = page.context["panels"][0]
        of_links = [str(lack.sentence) for lack in spanish.missing if lack.field == "body_es"]
        return [sentence.removeprefix("The link to https://voceria.example.org") for sentence in of_links]

    return told


def test_links_that_answer_are_fine(links_of, live, clock):
    assert links_of("", "/comunicados/?q=a", live.path, f"{live.path}v/1/", "/comunicados/2024/01/") == []


@pytest.mark.parametrize(
    "path",
    ["/nada/", "/comunicados/2024/01/15/nada/", "/comunicados/2024/02/31/nada/", "/en/communiques/2024/01/15/nada/"],
)
def test_link_to_no_page_is_told(links_of, live, path):
    assert links_of(path) == [f"{path} leads to no page (404)."]


def test_link_to_what_is_not_public_yet_is_told(links_of, approved, carmen, clock):
    path = approved.publish(by=carmen, at=clock.in_(hours=3)).path

    assert links_of(path) == [f"{path} leads to a communiqué that is not public yet."]
    clock.tick(hours=3)
    assert links_of(path) == []


@pytest.mark.parametrize("keep_text", [True, False])
def test_link_to_what_was_withdrawn_is_told(links_of, live, carmen, clock, keep_text):
    clock.tick()
    live.version.withdraw(by=carmen, reason="Error.", keep_text=keep_text)

    assert links_of(live.path) == [f"{live.path} leads to a communiqué that was withdrawn."]


def test_link_to_what_is_concealed_is_told(links_of, live, carmen):
    live.version.conceal(by=carmen, reason={"es": "Datos personales."})

    assert links_of(live.path) == [f"{live.path} leads to a communiqué that is gone (410)."]


def test_link_to_somebody_whom_the_public_does_not_see_is_told(links_of, clock, ana, bruno, carmen):
    post = make.appointment()
    path = f"/personas/{post.person.slug}/"
    assert links_of(path, f"{path}feed.rss") == [
        f"{address} leads to a page that the public does not see (404)." for address in (path, f"{path}feed.rss")
    ]
    make.published(make.communique(ana, participants=[post]), writer=ana, editor=bruno, publisher=carmen)
    assert links_of(path) == []


def test_links_to_other_sites_are_not_asked_for(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert list(dead_links({"es": {"body": '<p><a href="https://example.org/nada/">x</a></p>'}}, "es")) == []
