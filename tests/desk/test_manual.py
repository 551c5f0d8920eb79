"""The manual is true to the desk: its pictures are there, its chapters in both languages, its words on the screen."""

import re
from itertools import chain

import pytest
from babel.messages.pofile import read_po
from django.template import Context, Template
from django.utils.translation import override

from comunicados.desk import manual
from comunicados.enums import Language, Verb
from tests.messages import CATALOGUE, ROOT

DOCS = ROOT / "docs"
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
NO_WORDS_OF_THE_SCREEN = {"es": {"?", "Nada se publica"}, "en": {"?", "Nothing is published"}}
LANGUAGES = pytest.mark.parametrize("language", Language.values)


def told(language: str) -> str:
    return manual.FILES[Language(language)].read_text()


def screen_words(language: str) -> set[str]:
    """What the desk can say in that language, by the catalogue: without regard to capitals."""
    with (ROOT / CATALOGUE).open("rb") as file:
        catalogue = read_po(file, locale="es")
    said = (message.id if language == "en" else message.string for message in catalogue if message.id)
    lists = ([words] if isinstance(words, str) else words for words in said)
    return {words.casefold() for words in chain.from_iterable(lists)}


@LANGUAGES
def test_words_in_bold_are_words_of_the_screen(language):
    bold = {" ".join(words.split()) for words in BOLD.findall(told(language))} - NO_WORDS_OF_THE_SCREEN[language]

    assert {words for words in bold if words.casefold() not in screen_words(language)} == set()


@LANGUAGES
def test_manual_names_every_picture_and_no_other(language):
    named = re.findall(r"\]\(pictures/(.+?)\)", told(language))
    there = [f"{language}/{path.name}" for path in (DOCS / "pictures" / language).iterdir()]

    assert sorted(named) == sorted(there)


@LANGUAGES
def test_every_picture_says_what_it_shows(language):
    alternatives = re.findall(r"!\[(.*?)\]", told(language))

    assert [text for text in alternatives if len(text) < 40] == []


def test_chapters_and_pictures_are_the_same_in_both_languages():
    spanish, english = (manual.chapters(language) for language in ("es", "en"))
    pictures = [re.findall(r"pictures/../(.+?)\)", told(language)) for language in ("es", "en")]

    assert list(spanish) == list(english)
    assert pictures[0] == pictures[1]
    assert not set(spanish.values()) & set(english.values())


def test_pictures_are_light():
    files = list((DOCS / "pictures").rglob("*.webp"))

    assert [file.name for file in files if file.stat().st_size >= 60_000] == []
    assert sum(file.stat().st_size for file in files) < 1_500_000


@LANGUAGES
def test_each_link_of_the_desk_leads_to_a_chapter(language):
    templates = "".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    linked = set(re.findall(r'help_link "(.+?)"', templates)) | set(manual.OF_A_VERB.values())

    assert len(linked) > 5
    assert linked - manual.chapters(language).keys() == set()


def test_manual_tells_of_each_verb_that_has_a_page():
    assert set(manual.OF_A_VERB) == set(Verb) - {Verb.ACCOUNT}


@LANGUAGES
def test_page_has_an_anchor_for_each_chapter_and_its_pictures_by_their_size(language, desk, diego):
    page = desk(diego, language).get("/admin/manual/").content.decode()

    assert re.findall(r'<h2><a id="(.+?)"', page) == list(manual.chapters(language))
    sized = re.findall(rf'src="/static/manual/{language}/[a-z-]+.webp" alt=".+?" width="\d+" height="\d+"', page)
    assert len(sized) == len(list((DOCS / "pictures" / language).iterdir()))
    assert "manual.en.md" not in page


def test_link_names_its_chapter_to_those_who_only_hear_it():
    with override("en"):
        link = Template('{% load manual %}{% help_link "worklist" %}').render(Context())

    assert '/admin/manual/#worklist"' in link
    assert "Help: The worklist (in a new tab)" in link


def test_verb_page_links_its_chapter(desk, draft, ana):
    page = desk(ana).get(f"/admin/comunicados/communique/{draft.pk}/es/submit/").content.decode()

    assert '/admin/manual/#review"' in page
