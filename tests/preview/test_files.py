"""The files of a frozen copy: below its own address, while its link lives, those that it lists and no other."""

import re

import pytest

from tests import factories as make
from tests import jobs, uploads
from tests.preview.conftest import address

pytestmark = pytest.mark.django_db

WHATSAPP = "WhatsApp/2.23.20.0"


@pytest.fixture
def draft(clock, ana):
    draft = make.communique(ana)
    make.attach(draft, ana, uploads.jpeg(size=(1000, 750)))
    make.annex(draft, ana)
    return draft


def files(client, link) -> list[str]:
    """The addresses that the page of the copy names, with those of the sizes."""
    page = client.get(address(link)).content.decode()
    return sorted(set(re.findall(r"/(?:vista-previa|en/preview)/[\w-]{43}/[^ \"]+", page)))


@pytest.mark.parametrize(("language", "caption"), [("es", "Las dos delegaciones"), ("en", "The two delegations")])
def test_copy_shows_its_files_from_its_own_path(draft, share, client, language, caption):
    jobs.work()
    link = share(draft, language)
    found = files(client, link)

    assert caption in client.get(address(link)).content.decode()
    assert len(found) == 4  # the photograph, its two sizes, the annex
    assert {(path.startswith(address(link)), client.get(path).status_code) for path in found} == {(True, 200)}
    assert "/archivos/" not in client.get(address(link)).content.decode().replace(address(link) + "archivos/", "")


def test_file_is_kept_and_found_by_nobody(link, client):
    for path in files(client, link):
        response = client.get(path)

        assert (response["Cache-Control"], response["Referrer-Policy"]) == ("no-store", "no-referrer")
        assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert "sandbox" in response["Content-Security-Policy"]
        assert (response["X-Content-Type-Options"], "ETag" in response) == ("nosniff", False)


def test_file_that_the_desk_takes_out_or_adds_later_changes_nothing(draft, link, client, ana):
    before = files(client, link)
    draft.attachments.all().delete()
    make.annex(draft, ana, name="otra-acta.pdf")

    assert files(client, link) == before
    assert {client.get(path).status_code for path in before} == {200}
    (annex,) = [path for path in before if path.endswith("/acta.pdf")]
    assert client.get(annex.replace("acta.pdf", "otra-acta.pdf")).status_code == 404


def test_files_go_with_the_link(link, client, bruno):
    found = files(client, link)
    link.revoke(by=bruno)
    answers = [client.get(path) for path in found]

    assert {answer.status_code for answer in answers} == {410}
    assert {answer["Content-Type"] for answer in answers} == {"text/html; charset=utf-8"}


def test_link_opens_no_file_of_another_communique(link, client, ana):
    other = make.attach(make.communique(ana), ana, uploads.jpeg(size=(640, 480)), name="secreta.jpg")

    assert other.file.digest not in [row["digest"] for row in link.revision.document["files"]]
    assert client.get(f"{address(link)}archivos/{other.file.digest}/secreta.jpg").status_code == 404


def test_size_that_was_not_made_is_nowhere(link, client, draft):
    photograph = draft.attachments.all()[0]
    path = f"{address(link)}archivos/{photograph.file.digest}"

    assert client.get(f"{path}/{photograph.name}").status_code == 200
    assert client.get(f"{path}/17/{photograph.name}").status_code == 404


def test_robot_is_given_no_file(link, client):
    answers = [client.get(path, headers={"user-agent": WHATSAPP}) for path in files(client, link)]

    assert {answer["Content-Type"] for answer in answers} == {"text/html; charset=utf-8"}


def test_opening_files_is_part_of_the_visit(link, client):
    for path in files(client, link):
        client.get(path)

    assert link.visits.count() == 1
