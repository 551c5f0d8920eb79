"""standards §5.4 and §5.5: one canonical address per language, and languages that agree everywhere."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests.public.standards.answers import HOST, Answer, broken, unseen

pytestmark = pytest.mark.django_db


def pages(texts) -> list[str]:
    return [
        "/comunicados/",
        "/comunicados/?topic=migration",
        "/comunicados/2024/01/15/",
        "/personas/",
        "/personas/melanie-joly/",
        "/paises/canada/",
        "/seguir/",
        "/en/communiques/",
        "/en/communiques/?q=agenda",
        "/en/people/melanie-joly/",
        "/en/follow/",
        texts.agenda.path,
        texts.plain.path,
        texts.english.path,
    ]


def has_one_canonical_address(answer: Answer) -> Iterator[str]:
    """§5.4"""
    found = [unescape(href) for href in re.findall('rel="canonical" href="([^"]*)"', answer.content)]
    if found != [answer.address] and 'name="robots" content="noindex"' not in answer.content:
        yield "the canonical address is not its own"
    if not all(href.startswith(HOST) for href in found) or len(found) != 1:
        yield "the canonical address is not one absolute address"


def agrees_on_its_language(answer: Answer) -> Iterator[str]:
    """§5.5"""
    language = "en" if answer.address.startswith(f"{HOST}/en/") else "es"
    if re.findall('<html lang="([^"]*)"', answer.content) != [language]:
        yield "the page says another language than its address"
    if answer.headers["Content-Language"] != language:
        yield "Content-Language is another"
    if "Accept-Language" in answer.headers.get("Vary", ""):
        yield "the page varies by what the reader prefers"


def switches_to_the_same(answer: Answer) -> Iterator[str]:
    """§5.5"""
    switch = re.findall(r'<p class="switch">\s*(?:<a href="([^"]*)" lang="(\w+)" hreflang="(\w+)")?', answer.content)
    if len(switch) != 1:
        yield "there is not one switch"
        return
    href, lang, hreflang = switch[0]
    other = re.findall(r'rel="alternate" hreflang="(?!x-default)(\w+)" href="([^"]*)"', answer.content)
    others = {unescape(address) for language, address in other if language != lang and address != answer.address}
    if href and lang != hreflang:
        yield "the switch is not marked in its language"
    if (
        href
        and HOST + unescape(href) not in {unescape(address) for _, address in other}
        and "noindex" not in answer.content
    ):
        yield f"the switch leads elsewhere than {others}"


RULES = (has_one_canonical_address, agrees_on_its_language, switches_to_the_same)
DAMAGES = (
    (
        has_one_canonical_address,
        'rel="canonical" href="[^"]*"',
        'rel="canonical" href="http://testserver/comunicados/"',
    ),
    (has_one_canonical_address, 'rel="canonical"', 'rel="other"'),
    (has_one_canonical_address, 'rel="canonical" href="http://testserver', 'rel="canonical" href="'),
    (agrees_on_its_language, '<html lang="en"', '<html lang="es"'),
    (agrees_on_its_language, "^en$", "es"),
    (switches_to_the_same, '<p class="switch">', "<p>"),
    (switches_to_the_same, r'(<p class="switch">\s*<a href=")[^"]*', r"\1/comunicados/"),
    (switches_to_the_same, r'(<p class="switch">\s*<a[^>]*) hreflang="es"', r'\1 hreflang="en"'),
)


def test_page_keeps_every_rule(texts, as_public_role, client):
    assert broken([Answer.to(client, page) for page in pages(texts)], RULES) == []


def test_rules_see_what_breaks_them(texts, client):
    assert unseen(Answer.to(client, "/en/people/melanie-joly/"), DAMAGES) == []


def test_door_alone_chooses_by_what_the_reader_prefers(texts, client):
    """§5.5: a deep link leads nowhere else."""
    english = {"accept-language": "en"}
    door = client.get("/", headers=english)

    assert (door.status_code, door["Location"], door["Vary"]) == (302, "/en/communiques/", "Accept-Language")
    assert client.get(texts.agenda.path, headers=english).status_code == 200


def test_text_in_one_language_names_no_other(texts, client):
    """§5.5"""
    page = client.get(texts.plain.path).content.decode()

    assert re.findall('rel="alternate" hreflang="([^"]*)"', page) == ["es"]
    assert not re.search(r'<p class="switch">\s*<a', page)
