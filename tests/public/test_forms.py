"""The other forms of a text: plain text for a wire, and data; at the address of its page, by the same rules."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from personas.merging import merge
from tests import factories as make
from tests.comunicados.test_erasure import ask

pytestmark = pytest.mark.django_db

TEXT, DATA, PDF = "comunicado.txt", "comunicado.json", "comunicado.pdf"
FORMS = [TEXT, DATA, PDF]


def read(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def data(client, path: str) -> dict:
    return json.loads(read(client, path))


# Plain text


def test_text_says_what_the_page_says_in_its_order(client, agenda, publish, minister, guest):
    lines = read(client, f"{agenda.path}{TEXT}").split("\n\n")

    assert lines[:4] == [
        f"Comunicado No. {agenda.number}",
        "México y Canadá acuerdan una agenda común",
        "Ciudad de México, 15 de enero de 2024",
        "Las dos delegaciones se reunieron hoy.",
    ]
    assert lines[5].startswith("México\n– Alicia Bárcena Ibarra, secretaria de Relaciones Exteriores (")
    assert lines[6].startswith("Canadá\n– Mélanie Joly, ministra de Negocios Extranjeros (")
    assert lines[-1] == f"http://testserver{agenda.path}\n"


def test_text_in_english_is_at_its_own_address(client, agenda):
    english = agenda.communique.publications.get(language="en")
    text = read(client, f"{english.path}communique.txt")

    assert text.startswith(f"Communiqué No. {english.number}\n\nMexico and Canada agree on a common agenda\n\n")
    assert (
        "PARTICIPANTS\n\nMexico\n– Alicia Bárcena Ibarra, Secretary of Foreign Affairs (head of delegation)" in text
    )
    assert client.get(f"{english.path}{TEXT}").status_code == 404
    assert client.get(f"{agenda.path}communique.txt").status_code == 404


def test_text_tells_where_photographs_and_annexes_are(client, agenda):
    text = read(client, f"{agenda.path}{TEXT}")

    for file in agenda.files.all():
        assert f": {file.caption}" in text
        assert f"\nhttp://testserver/archivos/{file.file.digest}/{file.name}\n" in text


def test_text_is_utf_8_without_a_line_broken(client, publish):
    long = "Una oración larga sobre la cooperación. " * 60
    answer = client.get(f"{publish(body_es=f'<p>{long}</p>').path}{TEXT}")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert f"\n\n{long.strip()}\n\n" in answer.content.decode()


def test_correction_is_told_at_the_top(client, publish, correct):
    first = publish()
    correct(first, headline_es="Otro titular", correction_note_es="Decía otra cosa.")
    text = read(client, f"{first.path}{TEXT}")

    assert text.index("(15 de enero de 2024, 13:00)") < text.index("Decía otra cosa.") < text.index("Otro titular")


def test_version_that_is_over_says_so_first_and_leads_to_the_current(client, publish, correct):
    first = publish()
    second = correct(first, headline_es="Otro titular", date=dt.date(2024, 1, 16))
    answer = client.get(f"{second.path}v/1/{TEXT}")
    blocks = answer.content.decode().split("\n\n")

    assert "15 de enero de 2024, 12:00" in blocks[0]
    assert "15 de enero de 2024, 13:00" in blocks[0]
    assert (first.headline in blocks, blocks[-1]) == (True, f"http://testserver{second.path}\n")
    assert answer["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("keep_text", [True, False])
def test_withdrawal_is_told_without_what_it_withdraws(client, agenda, carmen, clock, keep_text):
    clock.tick()
    agenda.version.withdraw(by=carmen, reason="Era un borrador.", keep_text=keep_text)
    text, found = read(client, f"{agenda.path}{TEXT}"), data(client, f"{agenda.path}{DATA}")

    assert text.index("15 de enero de 2024, 12:01") < text.index("Era un borrador.") < text.index(agenda.headline)
    assert "se reunieron" not in text + json.dumps(found, ensure_ascii=False)
    assert "Joly" not in text + json.dumps(found)
    assert (found["status"], found["withdrawal"]) == (
        "withdrawn",
        {"reason": "Era un borrador.", "replaced_by": None},
    )


def test_withdrawal_leads_to_what_replaces_it(client, publish, ana, carmen, clock):
    wrong, right = publish(), publish(headline_es="El bueno")
    clock.tick()
    wrong.version.withdraw(by=carmen, reason="Era otro.", replaced_by=right.communique)

    assert f"El bueno http://testserver{right.path}" in read(client, f"{wrong.path}{TEXT}")
    assert data(client, f"{wrong.path}{DATA}")["withdrawal"]["replaced_by"] == {
        "headline": "El bueno",
        "address": f"http://testserver{right.path}",
    }


@pytest.mark.parametrize(("original", "words"), [("both", "equally authentic"), ("es", "Courtesy translation")])
def test_text_says_which_text_is_authentic(client, publish, ana, original, words):
    made = make.communique(ana, original=original, courtesy_translation=original != "both")
    publish(made)

    assert words in read(client, f"{publish(made, 'en').path}communique.txt")


# Data

KEYS = """format uid language address version is_current status is_archive first_published published kind number date
held_on original is_courtesy_translation counterpart headline subheadline place line body_html body_text correction
withdrawal participants topics files forms pdf versions translation""".split()
OF_A_WITHDRAWAL = {"reason", "replaced_by"}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def test_data_have_the_documented_keys(client, agenda):
    documented = re.findall(r"^\| `(\w+)` \|", Path(settings.BASE_DIR, "docs/json.md").read_text(), re.MULTILINE)
    found = data(client, f"{agenda.path}{DATA}")

    assert (list(found), found["format"]) == (KEYS, 1)
    assert set(KEYS) <= set(documented)
    assert set(documented) == {key for value in _objects(found) for key in value} | OF_A_WITHDRAWAL


def _objects(value):
    """All objects within it, itself first."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from _objects(child)


def test_data_tell_the_text_and_who_took_part(client, agenda, minister):
    answer = client.get(f"{agenda.path}{DATA}")
    found = json.loads(answer.content)

    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert (found["uid"], found["number"], found["date"]) == (str(agenda.uid), agenda.number, "2024-01-15")
    assert (found["headline"], found["body_html"]) == (agenda.headline, agenda.body)
    assert found["body_text"] == "Las dos delegaciones se reunieron hoy."
    assert [(row["name"], row["role"]) for row in found["participants"]] == [
        ("Mélanie Joly", "signatory"),
        ("Alicia Bárcena Ibarra", "head"),
    ]
    assert [topic["slug"] for topic in found["topics"]] == ["migration"]
    assert [file["sha256"] for file in found["files"]] == [file.file.digest for file in agenda.files.all()]


def test_moments_are_of_rfc_3339_with_the_ministrys_offset(client, publish, correct):
    correct(first := publish(), headline_es="Otro titular")
    found = data(client, f"{first.path}{DATA}")
    moments = [found["first_published"], found["published"], found["versions"][0]["until"]]

    assert all(RFC_3339.fullmatch(moment) for moment in moments)
    assert [dt.datetime.fromisoformat(moment) for moment in moments[:2]] == [
        first.live_from,
        first.live_from + dt.timedelta(hours=1),
    ]


def test_addresses_in_the_data_answer(client, agenda):
    found = data(client, f"{agenda.path}{DATA}")
    addresses = set(re.findall(r'"http://testserver([^"]+)"', json.dumps(found)))

    assert {path: client.get(path).status_code for path in addresses} == dict.fromkeys(addresses, 200)
    assert {"/personas/alicia-barcena-ibarra/", "/paises/canada/", f"{agenda.path}v/1/"} <= addresses
    assert found["translation"]["language"] == "en"


def test_data_of_a_merged_post_lead_to_the_one_that_is_left(client, agenda, minister, user):
    survivor = make.position("canciller", "canciller", "Chancellor")
    merge(minister.position, survivor, by=user("rita", "registrar"))
    rows = data(client, f"{agenda.path}{DATA}")["participants"]

    assert rows[1]["position"] == f"http://testserver/cargos/{survivor.slug_es}/"
    assert client.get(f"/cargos/{survivor.slug_es}/").status_code == 200


def test_data_take_the_same_queries_for_one_and_for_many(client, publish, ana, minister, guest):
    def queries(made) -> int:
        path = f"{publish(made).path}{DATA}"
        with CaptureQueriesContext(connection) as captured:
            read(client, path)
        return len(captured)

    few = make.communique(ana, participants=[minister])
    many = make.communique(ana, headline_es="Otro", participants=[minister, guest])
    make.attach(many, ana)
    make.annex(many, ana)

    assert queries(few) == queries(many)


# The rules of the page


@pytest.mark.parametrize("form", FORMS)
def test_form_is_led_to_where_the_text_moved(client, publish, correct, form):
    first = publish()
    second = correct(first, date=dt.date(2024, 1, 16))

    for tail in ("", "v/1/"):
        answer = client.get(f"{first.path}{tail}{form}")
        assert (answer.status_code, answer["Location"]) == (301, f"{second.path}{tail}{form}")


@pytest.mark.parametrize("form", FORMS)
def test_form_of_what_is_concealed_is_gone_with_the_reason(client, publish, carmen, form):
    live = publish()
    live.version.conceal(by=carmen, reason={"es": "Por orden judicial."})

    for tail in ("", "v/1/"):
        answer = client.get(f"{live.path}{tail}{form}")
        assert (answer.status_code, "Por orden judicial." in answer.content.decode()) == (410, True)


@pytest.mark.parametrize("form", FORMS)
def test_form_of_what_is_erased_is_gone(client, publish, ana, carmen, lucia, clock, form):
    live = publish(headline_es="Secreto", slug_es="acto")
    clock.tick()
    live.version.withdraw(by=carmen, reason="Error.")
    make.edit(live.communique, ana, headline_es="", body_es="", place_es="")
    ask(live, carmen, whole=True).confirm(by=lucia)

    assert [client.get(f"{live.path}{tail}{form}").status_code for tail in ("", "v/1/")] == [410, 410]


@pytest.mark.parametrize("form", FORMS)
def test_form_of_what_never_was_is_not_found(client, publish, form):
    live = publish()

    assert client.get(f"{live.path}v/7/{form}").status_code == 404
    assert client.get(f"/comunicados/2024/01/15/nada/{form}").status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_form_is_there_from_the_hour_of_its_text(client, publish, clock, as_public_role, form):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    embargoed = publish(at=clock.in_(hours=1), headline_es="Con embargo")
    before = client.get(f"{embargoed.path}{form}")
    clock.tick(hours=1)

    assert (before.status_code, b"Con embargo" in before.content) == (404, False)
    assert client.get(f"{embargoed.path}{form}").status_code in (200, 302)


@pytest.mark.parametrize("form", [TEXT, DATA])
def test_whoever_holds_a_form_is_told_so(client, publish, form):
    """§4.2 of the standards: If-None-Match → 304, empty, of the same ETag; each form has its own."""
    path = publish().path
    held = client.get(f"{path}{form}")
    again = client.get(f"{path}{form}", HTTP_IF_NONE_MATCH=held["ETag"])

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", held["ETag"])
    assert held["ETag"] != client.get(path)["ETag"]
    assert held["Link"] == f'<http://testserver{path}>; rel="canonical"'


@pytest.mark.parametrize("form", FORMS)
def test_forms_are_only_read(client, publish, form):
    assert client.post(f"{publish().path}{form}").status_code == 405


def test_forms_are_read_with_the_rights_of_the_public_role(client, agenda, as_public_role):
    paths = [f"{agenda.path}{tail}{form}" for tail in ("", "v/1/") for form in (TEXT, DATA)]

    assert [client.get(path).status_code for path in paths] == [200] * 4


# The page


def test_page_offers_the_forms_that_there_are(client, agenda):
    page = read(client, agenda.path)
    offered = re.findall(r'href="([^"]+)" rel="alternate" type="[^"]+">', page)

    assert offered == [f"{agenda.path}{TEXT}", f"{agenda.path}{DATA}"]


def test_page_of_a_version_offers_the_forms_of_that_version(client, publish, correct):
    second = correct(publish(), headline_es="Otro titular")
    page = read(client, f"{second.path}v/1/")

    assert f'href="{second.path}v/1/{TEXT}"' in page
    assert f'href="{second.path}{TEXT}"' in read(client, f"{second.path}v/2/")
