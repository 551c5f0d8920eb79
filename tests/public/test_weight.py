"""A page weighs under 60 kB compressed, with its style sheets and without its photographs."""

import gzip
import re
import secrets

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from tests import factories as make
from tests.public.standards.conftest import page_types  # noqa: F401

pytestmark = pytest.mark.django_db

MOST = 60_000  # bytes
SHEETS = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def weight(client, address: str) -> int:
    page = client.get(address).content
    return compressed(page) + sum(_of_sheet(client, href) for href in SHEETS.findall(page.decode()))


def _of_sheet(client, href: str) -> int:
    if not href.startswith(settings.STATIC_URL):
        return compressed(client.get(href).content)
    with open(finders.find(href.removeprefix(settings.STATIC_URL)), "rb") as sheet:
        return compressed(sheet.read())


def paragraphs(number: int) -> str:
    """Words that compress no better than a language does."""
    return "".join(f"<p>{' '.join(secrets.token_hex(3) for _ in range(60))}</p>" for _ in range(number))


def test_every_page_is_light(page_types, client):  # noqa: F811
    weights = {name: weight(client, address) for name, address in page_types.items()}

    assert {name: found for name, found in weights.items() if not 2_000 < found < MOST} == {}


def test_long_text_and_a_full_list_are_light(publish, ana, guest, client):
    """Of 4,000 words, which few speeches have; of the twenty that a list shows at a time, with long headlines."""
    long = publish(headline_es="Un discurso largo", body_es=paragraphs(67))
    heavy = publish(headline_es="Demasiado", body_es=paragraphs(250))
    for at in range(20):
        words = " ".join(secrets.token_hex(3) for _ in range(20))
        publish(make.communique(ana, headline_es=f"{at} {words}", subheadline_es=words, participants=[guest]))

    assert weight(client, long.path) < MOST
    assert weight(client, "/comunicados/") < MOST
    assert weight(client, heavy.path) > MOST
