"""An agreement at the desk: recorded, the sections it locks, released by an editor, told in the history."""

import pytest

from comunicados.models import Agreement, Communique
from tests import factories as make
from tests.desk.screen import fields, open_form, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana, original="both", participants=[make.appointment()])


def page(communique, verb):
    return f"/admin/comunicados/communique/{communique.pk}/verb/{verb}/"


def terms(client, communique, **given):
    seen = client.get(page(communique, "agree")).context["seen"]
    default = {
        "languages": ["es", "en"],
        "counterpart_words": "Rigoberto Xicará",
        "agreed_on": "2024-01-14",
        "channel": "note",
    }
    return default | {"seen": seen} | given


@pytest.fixture
def agreed(desk, draft, ana):
    desk(ana).post(page(draft, "agree"), terms(desk(ana), draft, counterpart=make.state().pk))
    return Agreement.objects.get()


def test_agreement_is_recorded_with_its_terms(agreed, ana):
    assert (agreed.made_by, agreed.channel, str(agreed)) == (ana, "note", "Mexico, Rigoberto Xicará")
    assert set(agreed.digests) == {"es", "en"}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"languages": []}, "languages"),
        ({"languages": ["fr"]}, "languages"),
        ({"counterpart_words": " "}, "counterpart"),
        ({"counterpart": "999999"}, "counterpart"),
        ({"agreed_on": "2024-01-16"}, "agreed_on"),
        ({"agreed_on": "mañana"}, "agreed_on"),
        ({"channel": "smoke"}, "channel"),
        ({"counterpart_words": "\x00"}, "counterpart_words"),
    ],
)
def test_what_is_missing_is_named_and_nothing_typed_is_lost(desk, draft, ana, given, field):
    sent = terms(desk(ana), draft, note="Lo dijo por escrito.", **given)
    response = desk(ana).post(page(draft, "agree"), sent)

    assert (response.status_code, list(response.context["form"].errors)) == (400, [field])
    assert "Lo dijo por escrito." in response.content.decode()


def test_agreement_on_a_text_that_was_changed_meanwhile_is_refused(desk, draft, ana, bruno):
    sent = terms(desk(ana), draft)
    make.edit(draft, bruno, headline_es="Otro titular")

    assert desk(ana).post(page(draft, "agree"), sent).status_code == 409
    assert Agreement.objects.count() == 0


def test_agreed_sections_are_only_read_and_say_why(desk, draft, agreed, ana, bruno):
    hers, his = (desk(user).get(url(draft)) for user in (ana, bruno))

    assert set(fields(hers)) & {"headline_es", "headline_en", "date"} == set()
    assert "An editor can release it." in hers.content.decode()
    assert f'<a href="{page(draft, "reopen")}">Release it to edit</a>' in his.content.decode()


def test_what_was_typed_before_it_was_agreed_is_refused_and_shown(desk, draft, ana, bruno):
    client = desk(bruno)
    form = open_form(client, draft) | {"headline_es": "De Bruno"}
    desk(ana).post(page(draft, "agree"), terms(desk(ana), draft))
    response = client.post(url(draft), form)

    assert "what you changed in it was not saved" in response.content.decode()
    assert ">\nDe Bruno</textarea>" in response.content.decode()
    assert Communique.objects.get().headline_es != "De Bruno"


def test_editor_releases_with_a_reason_and_the_history_tells_both(desk, draft, agreed, bruno):
    assert desk(bruno).post(page(draft, "reopen"), {"reason": ""}).status_code == 400
    desk(bruno).post(page(draft, "reopen"), {"reason": "Piden otra redacción."})
    history = desk(bruno).get(f"/admin/comunicados/communique/{draft.pk}/history/").content.decode()

    assert "Ana recorded that Spanish text and English text was agreed with" in history
    assert "Bruno released the text that was agreed with" in history
    assert "<q>Piden otra redacción.</q>" in history


def test_restoring_what_was_agreed_is_refused_on_its_page(desk, draft, ana, bruno):
    make.edit(draft, ana, headline_es="Otro titular")
    desk(ana).post(page(draft, "agree"), terms(desk(ana), draft))
    restore = f"/admin/comunicados/communique/{draft.pk}/history/1/restore/"

    assert "is locked as it was agreed" in desk(bruno).get(restore).content.decode()
    assert desk(bruno).post(restore, {"seen": "2", "note": ""}).status_code == 409


#               records one, releases it
MAY = {
    "reader":        (403, 403),
    "registrar":     (403, 403),
    "administrator": (403, 403),
    "translator":    (403, 403),
    "writer":        (302, 403),
    "editor":        (302, 302),
    "publisher":     (302, 302),
    "":              (403, 403),
}  # fmt: skip


@pytest.mark.parametrize("role", MAY)
def test_page_of_each_role(desk, draft, user, ana, role):
    client = desk(user("fulano", *([role] if role else [])))
    recorded = client.post(page(draft, "agree"), terms(desk(ana), draft)).status_code
    if not draft.agreement:
        draft.agree(by=ana, languages=["es"], agreed_on="2024-01-14", channel="mail", counterpart_words="ellos")
    released = client.post(page(draft, "reopen"), {"reason": "Otra redacción."}).status_code

    assert (recorded, released) == MAY[role]


@pytest.mark.parametrize("verb", ["agree", "reopen"])
def test_get_writes_nothing_and_anonymous_signs_in(client, desk, draft, bruno, verb):
    assert client.get(page(draft, verb)).url == f"/admin/login/?next={page(draft, verb)}"
    assert desk(bruno).get(page(draft, verb)).status_code == 200
    assert Agreement.objects.count() == 0


# What a joint text says


def test_counterparts_version_and_order_are_facts_like_others(desk, draft, ana):
    guatemala = make.state("GT", "Guatemala", "Guatemala")
    client = desk(ana)
    sent = {
        "counterpart_url": "https://www.minex.gob.gt/nota",
        "counterpart_language": "es",
        "first_delegation_en": guatemala.pk,
    }
    client.post(url(draft), open_form(client, draft) | sent)
    revision = draft.revisions.first()

    assert revision.changed == ["facts"]
    assert revision.document["facts"]["first_delegation"] == {"en": guatemala.pk}
    compare = f"/admin/comunicados/communique/{draft.pk}/history/compare/?from=1&to=2&language=en"
    assert "https://www.minex.gob.gt/nota (Spanish)" in client.get(compare).content.decode()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"counterpart_url": "http://example.org", "counterpart_language": "pt"}, "Enter a valid URL."),
        ({"counterpart_url": "https://example.org"}, "an address and a language, or neither"),
        ({"courtesy_translation": "on"}, "neither is a courtesy translation"),
    ],
)
def test_what_a_joint_text_cannot_say_is_refused_with_a_sentence(desk, draft, ana, sent, sentence):
    client = desk(ana)
    response = client.post(url(draft), open_form(client, draft) | sent)

    assert (response.status_code, draft.revisions.count()) == (200, 1)
    assert sentence in response.content.decode()
