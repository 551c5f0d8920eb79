"""CSV files at the desk: written as a stream, looked at, entered as they were shown."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from personas.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db

IMPORT = "/admin/personas/person/people/import/"


@pytest.fixture
def gabriel(user, clock):
    return user("gabriel", "registrar")


def sent(text: str) -> dict:
    return {"file": SimpleUploadedFile("people.csv", text.encode())}


def test_export_is_a_stream_with_the_mark_of_utf8(desk, gabriel):
    make.person("=Alicia")
    response = desk(gabriel).get("/admin/personas/person/people/export/")
    text = b"".join(response.streaming_content).decode()

    assert (response.streaming, response["Content-Disposition"]) == (True, 'attachment; filename="people.csv"')
    assert text.splitlines()[0] == "\ufeffid,slug,name_es,name_en,sort_name,gender,spellings,shown_from"
    assert ",'=Alicia," in text


def test_file_is_looked_at_and_then_entered(desk, gabriel):
    client = desk(gabriel)
    page = client.post(IMPORT, sent("name_es\nAlicia Bárcena Ibarra\n"))
    assert (Person.objects.count(), page.context["report"].writes) == (0, 1)

    response = client.post(IMPORT, {"shown": page.context["shown"]}, follow=True)
    assert response.redirect_chain == [("/admin/personas/person/", 302)]
    assert Person.objects.get().sort_name == "Bárcena Ibarra, Alicia"


def test_right_lines_are_entered_only_when_asked_for(desk, gabriel):
    client = desk(gabriel)
    page = client.post(IMPORT, sent("name_es,gender\nAlicia Bárcena,\nOtro,neutro\n"))
    assert "Enter the right ones" in page.content.decode()
    assert "<code>gender</code>" in page.content.decode()

    refused = client.post(IMPORT, {"shown": page.context["shown"]})
    assert (refused.status_code, Person.objects.count()) == (409, 0)
    client.post(IMPORT, {"shown": refused.context["shown"], "right": "1"})
    assert Person.objects.get().name_es == "Alicia Bárcena"


@pytest.mark.parametrize("shown", ["", "x", "a:b:c"])
def test_what_was_not_shown_is_not_entered(desk, gabriel, shown):
    response = desk(gabriel).post(IMPORT, {"shown": shown})

    assert (response.status_code, Person.objects.count()) == (409, 0)


def test_what_was_shown_to_another_or_for_another_file_is_not_entered(desk, gabriel, user):
    page = desk(gabriel).post(IMPORT, sent("name_es\nAlicia Bárcena\n"))
    shown = {"shown": page.context["shown"]}
    others = desk(user("hilda", "registrar"))

    statuses = [others.post(IMPORT, shown).status_code]
    statuses += [desk(gabriel).post("/admin/personas/position/titles/import/", shown).status_code]
    assert (statuses, Person.objects.count()) == ([409, 409], 0)


def test_change_meanwhile_is_shown_again_and_not_lost(desk, gabriel):
    alicia, client = make.person(), desk(gabriel)
    page = client.post(IMPORT, sent(f"id,name_en\n{alicia.pk},Alicia\n"))
    Person.objects.filter(pk=alicia.pk).update(name_en="A.")
    again = client.post(IMPORT, {"shown": page.context["shown"]})

    assert again.status_code == 409
    assert again.context["report"].outcomes[0].changes == {"name_en": ("A.", "Alicia")}
    client.post(IMPORT, {"shown": again.context["shown"]})
    assert Person.objects.get().name_en == "Alicia"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"PK\x03\x04", b"<html>", b"a" * 1_000_001])
def test_what_is_no_csv_file_is_refused_with_a_sentence(desk, gabriel, data):
    response = desk(gabriel).post(IMPORT, {"file": SimpleUploadedFile("x.csv", data)})

    assert (response.status_code, bool(str(response.context["refusal"]))) == (409, True)


def test_no_file_is_an_error_of_the_field(desk, gabriel):
    assert "file" in desk(gabriel).post(IMPORT, {}).context["form"].errors


def test_links_stand_on_the_lists_of_those_who_may(desk, gabriel, diego):
    pages = [desk(who).get("/admin/personas/position/").content.decode() for who in (gabriel, diego)]

    assert ["titles/import/" in page for page in pages] == [True, False]
