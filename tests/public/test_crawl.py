"""A crawl from the door reaches all that is public, in both languages, nothing dead, and no secret."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comunicados.models import Address, Erasure, Kind, Publication, PublicationFile, Remark, SitePageText, Topic
from comunicados.public import models as public
from tests import factories as make
from tests import uploads
from tests.public.crawl import Crawl

pytestmark = pytest.mark.django_db
SECRETS = "draft scheduled correction edited concealed erased withdrawn discarded registry tomorrow desk page".split()


def mark(name: str) -> str:
    """A word that stands nowhere by chance, the same in a slug as in a sentence."""
    return f"zx{name}zx"


def marked(by: Any, name: str, **fields: Any) -> Any:
    """A communiqué that says the mark wherever a text can say anything, and in a row of each table that it names."""
    word = mark(name)
    kind = Kind.objects.create(slug=word, name_es=f"Tipo {word}", name_en=f"Kind {word}", is_numbered=True)
    state = make.state(iso="", es=f"País {word}", en=f"Land {word}")
    post = make.position(f"ministro {word}", f"ministra {word}", f"Minister {word}", make.body(f"Casa {word}", state))
    holder = make.appointment(make.person(f"Persona {word}"), post)
    texts = {
        f"{part}_{language}": f"<p>{word}</p>" if part == "body" else f"{part} {word}"
        for part in ("headline", "subheadline", "place", "body")
        for language in ("es", "en")
    }
    made = make.communique(by, kind=kind, participants=[holder], **texts | fields)
    made.topics.add(Topic.objects.create(slug=word, name_es=f"Tema {word}", name_en=f"Subject {word}"))
    words = dict.fromkeys(("caption_es", "caption_en", "alternative_es", "alternative_en", "credit"), word)
    make.attach(made, by, uploads.jpeg(seed=len(name)), name=f"{word}.jpg", **words)
    sheet = SimpleUploadedFile(f"{word}.pdf", uploads.pdf_bytes(word.encode()))
    make.annex(made, by, sheet, name=f"{word}.pdf", caption_es=word, caption_en=word)
    return made


@pytest.fixture
def both(publish) -> Callable[..., list[Publication]]:
    return lambda made, **fields: [publish(made, language, **fields) for language in ("es", "en")]


@pytest.fixture
def world(agenda, ana, bruno, carmen, lucia, clock, both, publish, correct):
    """A site with a text of every fate; each fate has its mark, and so has what is public."""
    both(marked(ana, "public"))
    spanish_only = make.communique(ana, headline_es="Solo en español", headline_en="", body_en="", place_en="")
    photograph = uploads.upload(uploads.with_metadata("JPEG"))
    make.attach(spanish_only, ana, photograph)
    publish(spanish_only)
    correct(agenda, headline_es="Otro titular", correction_note_es="Se corrige el titular.")

    marked(ana, "draft")
    marked(ana, "discarded").discard(by=bruno, reason=mark("desk"))
    both(marked(ana, "scheduled"), at=clock.in_(hours=5))
    corrected = make.communique(ana, headline_es="Texto que se corregirá", headline_en="Text to be corrected")
    both(corrected)
    words = {"headline_es": mark("correction"), "correction_note_es": mark("correction"), "place_es": "Mérida"}
    make.edit(corrected, ana, **words)
    publish(corrected, at=clock.in_(hours=5))
    make.edit(corrected, ana, body_es=f"<p>{mark('edited')}</p>")
    for publication in both(marked(ana, "concealed")):
        publication.version.conceal(by=carmen, reason={"es": "Por orden judicial.", "en": "By order of a court."})
    for publication in both(marked(ana, "withdrawn")):
        clock.tick()
        publication.version.withdraw(by=carmen, reason="Error.", keep_text=False)
    erased = make.communique(ana, headline_en="", body_en="", place_en="", body_es=f"<p>{mark('erased')}</p>")
    first = publish(erased)
    correct(first, body_es="<p>Se reunieron.</p>", correction_note_es="Se quita un nombre.")
    reasons = {"es": "Por orden judicial.", "en": "By order of a court."}
    asked = Erasure.request(first.version, by=carmen, reason=reasons, ground=mark("desk"), publication=first)
    asked.confirm(by=lucia)

    make.appointment(make.person(mark("registry")), make.position(*[mark("registry")] * 3))
    make.appointment(
        agenda.appearances.first().person, make.position(*[mark("tomorrow")] * 3), starts_on=dt.date(2030, 1, 1)
    )
    Remark.write(agenda.communique, text=mark("desk"), by=ana)
    for user in (ana, bruno, carmen):
        user.last_name, user.email = mark("desk"), f"{mark('desk')}@example.org"
        user.save()
    for language in ("es", "en"):
        make.site_page("about", language, writer=bruno, editor=carmen, body=f"<p>{mark('public')}</p>")
        proposed = {"title": mark("page"), "body": f"<p>{mark('page')}</p>"}
        SitePageText.write("about", language, by=bruno, after=1, **proposed)
        SitePageText.write("privacy", language, by=bruno, after=0, **proposed)
    clock.tick()


@pytest.fixture
def addresses(world) -> list[str]:
    """Every address that a text was ever given, public or not, and those of its files."""
    files = PublicationFile.objects.values_list("file__digest", "name")
    return [
        *Address.objects.values_list("path", flat=True),
        *(f"/archivos/{digest}/{name}" for digest, name in files),
    ]


@pytest.fixture
def crawl(addresses, as_public_role, client) -> Crawl:
    return Crawl(client)


def expected() -> set[str]:
    """What a reader must be able to find: each text in each of its versions, and every row that has a page."""
    listed = public.Publication.objects.listed()
    texts = {text.path for text in listed} | {
        f"{text.path}v/{version.ordinal}/"
        for text in listed
        for version in public.Version.objects.filter(version_id=text.version_id)
        if public.Version.objects.filter(version_id=text.version_id).count() > 1
    }
    files = {file.path for file in public.File.objects.filter(publication__in=listed)}
    people = public.Person.objects.filter(appearances__publication__in=listed)
    slugs = list(people.values_list("slug", flat=True))
    days = {(text.path[: len(text.path.removesuffix("/").rpartition("/")[0]) + 1]) for text in listed}
    return texts | files | days | {f"{root}{slug}/" for root in ("/personas/", "/en/people/") for slug in slugs}


def test_crawl_finds_what_is_public_and_no_secret_and_nothing_dead(crawl):
    """One crawl, four questions: it takes its time."""
    found = {name: crawl.saying(mark(name)) for name in SECRETS}
    assert {name: addresses for name, addresses in found.items() if addresses} == {}
    assert crawl.saying(uploads.SECRET.decode()) == []

    assert crawl.dead == []
    assert expected() - set(crawl.answers) == set()

    kinds = {"/comunicados/", "feed.rss", "/personas/", "/en/", "/paises/", ".pdf", ".jpg", "/acerca/", "/en/about/"}
    said = crawl.saying(mark("public"))
    assert {kind for kind in kinds if not any(kind in address for address in said)} == set()


def test_addresses_that_nobody_was_told_of_say_no_secret(addresses, as_public_role, client):
    """Whoever guesses an address sees no more of a text than whoever follows links."""
    told = {}
    for address in addresses:
        response = client.get(address)
        content = b"".join(response) if response.streaming else response.content
        told[address] = response.status_code, content.lower().replace(address.encode(), b"")  # it says where one is

    assert {status for status, _ in told.values()} == {200, 404, 410}
    for name in SECRETS:
        saying = [address for address, (_, content) in told.items() if mark(name).encode() in content]
        assert saying == [] or name == "withdrawn", name  # the notice of a withdrawal keeps the headline
