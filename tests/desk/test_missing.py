"""What is missing, or odd, is said before the button: links, and a translation left behind."""

import pytest

from comunicados.requirements import missing
from tests import factories as make
from tests.desk.screen import url

pytestmark = pytest.mark.django_db


def warnings(communique, language="es", **known):
    lacks = missing(communique.document(), language, **known)
    return [(lack.field, str(lack.sentence)) for lack in lacks if lack.field.startswith("body") and not lack.blocks]


@pytest.mark.parametrize("href", ["https://example.org/a?b=c#d", "HTTPS://example.org", "mailto:prensa@example.org"])
def test_whole_and_safe_link_is_fine(ana, href):
    assert warnings(make.communique(ana, body_es=f'<p><a href="{href}">aquí</a></p>')) == []


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ('<a href="http://example.org">aquí</a>', "The link to http://example.org is not secure (http)."),
        ('<a href="/comunicados/">aquí</a>', "The link to /comunicados/ is no whole address."),
        ('<a href="https://localhost">aquí</a>', "The link to https://localhost is no whole address."),
        ('<a href="mailto:nadie">aquí</a>', "The link to mailto:nadie is no whole address."),
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
