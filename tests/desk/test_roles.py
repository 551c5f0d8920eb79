"""Who may do what: tables that a person reads, for every state that occurs, verb and role; and for every section."""

import pytest
from django.contrib.auth.models import User

from comunicados import permissions
from comunicados.enums import Public, Verb, Working
from comunicados.models import Communique, LanguageVersion
from tests import factories as make
from tests.desk.screen import fields, open_form, participant, url

pytestmark = pytest.mark.django_db

ROLES = ("reader", "registrar", "administrator", "translator", "writer", "editor", "publisher")


@pytest.fixture
def of(user, db):
    """Somebody of that role."""
    return lambda role: User.objects.filter(username=f"of-{role}").first() or user(f"of-{role}", role)


def test_tables_speak_of_every_role():
    assert set(ROLES) == set(permissions.ROLES)


# Verbs on the original. Reader, registrar and administrator do none; neither does a translator.

#                                 writer     editor               publisher
VERBS = {
    ("never",     "draft"):      ("submit",  "submit",            "submit release"),
    ("never",     "in_review"):  ("",        "send_back approve", "send_back approve release"),
    ("never",     "approved"):   ("",        "send_back",         "send_back publish"),
    ("scheduled", "same"):       ("",        "",                  "publish cancel"),
    ("scheduled", "draft"):      ("submit",  "submit",            "submit release cancel"),
    ("scheduled", "in_review"):  ("",        "send_back approve", "send_back approve release cancel"),
    ("scheduled", "approved"):   ("",        "send_back",         "send_back publish cancel"),
    ("live",      "same"):       ("",        "",                  "withdraw"),
    ("live",      "draft"):      ("submit",  "submit",            "submit release withdraw"),
    ("live",      "in_review"):  ("",        "send_back approve", "send_back approve release withdraw"),
    ("live",      "approved"):   ("",        "send_back",         "send_back publish withdraw"),
    ("withdrawn", "draft"):      ("submit",  "submit",            "submit release"),
    ("withdrawn", "in_review"):  ("",        "send_back approve", "send_back approve release"),
    ("withdrawn", "approved"):   ("",        "send_back",         "send_back publish"),
}  # fmt: skip
TOLD = [Verb(name) for name in "submit send_back approve release publish cancel withdraw".split()]


@pytest.fixture
def reach(draft, clock, ana, bruno, carmen):
    """A language version brought to a state by its verbs."""

    def bring(public: str, working: str, language: str = "es") -> LanguageVersion:
        version = draft.versions.get(language=language)
        if public != "never":
            make.approved(draft, language, writer=ana, editor=bruno)
            version.publish(by=carmen, at=clock.in_(hours=1) if public == "scheduled" else None)
        clock.tick()
        if public == "withdrawn":
            version.withdraw(by=carmen, reason="Error.")
        if working != "same":
            make.edit(draft, ana, **{f"headline_{language}": "Otro titular"})
        if working in ("in_review", "approved"):
            version.submit(by=ana)
        if working == "approved":
            version.approve(by=bruno)
        return draft.version(language)

    return bring


def allowed(version: LanguageVersion, user: User) -> str:
    return " ".join(verb.value for verb in TOLD if not version.why_not(verb, by=user))


@pytest.mark.parametrize("state", VERBS, ids="-".join)
def test_verbs_of_each_role_in_each_state(reach, of, state):
    version = reach(*state)
    found = {role: allowed(version, of(role)) for role in ROLES}

    assert version.state == (Public(state[0]), Working(state[1]))
    assert found == dict(zip(ROLES, ("", "", "", "", *VERBS[state]), strict=True))


@pytest.mark.parametrize("state", VERBS, ids="-".join)
def test_translator_submits_a_translation_where_a_writer_would(reach, of, state):
    assert allowed(reach(*state, language="en"), of("translator")) == VERBS[state][0]


def test_translator_submits_neither_text_of_a_joint_communique(draft, ana, of):
    make.edit(draft, ana, original="both")

    assert [allowed(draft.version(language), of("translator")) for language in ("es", "en")] == ["", ""]


@pytest.mark.parametrize(("language", "status"), [("es", 403), ("en", 302)])
def test_page_that_submits_asks_which_language_it_is(desk, draft, of, language, status):
    page = f"/admin/comunicados/communique/{draft.pk}/{language}/submit/"
    seen = draft.versions.get(language=language).digest

    assert desk(of("translator")).post(page, {"seen": seen}).status_code == status


# Sections

ALL = "es en facts participants files"

#                    Spanish original                English original                a joint text
WRITES = {
    "reader":        ("",                            "",                             ""),
    "registrar":     ("",                            "",                             ""),
    "administrator": ("",                            "",                             ""),
    "translator":    ("en",                          "es",                           ""),
    "writer":        (ALL,                           ALL,                            ALL),
    "editor":        (ALL,                           ALL,                            ALL),
    "publisher":     (ALL,                           ALL,                            ALL),
}  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_sections_of_a_role(of, role):
    sections = [permissions.writable_sections(of(role), original) for original in ("es", "en", "both")]

    assert sections == [set(words.split()) for words in WRITES[role]]


def test_whoever_has_left_writes_nothing(of):
    writer = of("writer")
    writer.is_active = False

    assert permissions.writable_sections(writer, "es") == set()


@pytest.mark.parametrize("role", ROLES)
def test_screen_offers_the_fields_of_those_sections(desk, draft, of, role):
    sent = fields(desk(of(role)).get(url(draft)))
    first = {"es": "headline_es", "en": "headline_en", "facts": "date"}

    assert {section for section, name in first.items() if name in sent} == set(WRITES[role][0].split()) - {
        "participants",
        "files",
    }


# What a translator sends

CHANGED = {
    "headline_es": "De Elena",
    "body_es": "<p>De Elena</p>",
    "date": "2024-01-16",
    "original": "en",
    "participations-0-name_es": "De Elena",
}


def sent_by(client, of_a_writer, draft, **changed):
    """The whole form, as somebody would send it who may write all of it."""
    return client.post(url(draft), open_form(of_a_writer, draft) | participant(0, name_es="A", order=1) | changed)


@pytest.mark.parametrize("changed", CHANGED)
def test_change_of_another_section_is_refused(desk, draft, ana, elena, changed):
    make.edit(draft, ana, headline_en="By Ana")
    sent_by(desk(ana), desk(ana), draft)
    before = draft.revisions.count()

    response = sent_by(desk(elena), desk(ana), draft, **{changed: CHANGED[changed], "headline_en": "By Elena"})

    assert (response.status_code, draft.revisions.count()) == (200, before)
    assert "This section cannot be written now" in response.content.decode()


def test_their_own_section_is_saved_and_the_archive_mark_ignored(desk, draft, elena):
    client = desk(elena)
    client.post(url(draft), open_form(client, draft) | {"headline_en": "By Elena", "is_archive": "on"})
    draft.refresh_from_db()

    assert (draft.headline_en, draft.is_archive) == ("By Elena", False)
    assert draft.revisions.first().changed == ["en"]


def test_participants_stay_when_a_translator_saves(desk, draft, ana, elena):
    make.participate(draft, make.appointment())
    make.edit(draft, ana)
    client = desk(elena)
    client.post(url(draft), open_form(client, draft) | {"headline_en": "By Elena"})

    assert (Communique.objects.get().headline_en, draft.participations.count()) == ("By Elena", 1)


def test_translator_begins_no_communique(desk, elena):
    assert desk(elena).get("/admin/comunicados/communique/add/").status_code == 403


# What is scheduled


@pytest.fixture
def scheduled(approved, carmen, clock):
    approved.publish(by=carmen, at=clock.in_(hours=3))
    return approved.communique


def test_scheduled_language_opens_read_only_with_the_way_back(desk, scheduled, carmen):
    page = desk(carmen).get(url(scheduled))

    assert set(page.context["adminform"].form.fields) == {name for name in fields(page) if name.endswith("_en")}
    assert f'href="/admin/comunicados/communique/{scheduled.pk}/es/cancel/">Take it back to edit' in (
        page.content.decode()
    )


def test_writer_is_told_who_can_take_it_back(desk, scheduled, ana):
    page = desk(ana).get(url(scheduled)).content.decode()

    assert "A publisher can take it back." in page
    assert "Take it back to edit" not in page


def test_what_was_typed_while_it_was_scheduled_is_refused_and_shown(desk, draft, approved, ana, carmen, clock):
    client = desk(ana)
    form = open_form(client, draft) | {"headline_es": "De Ana"}
    approved.publish(by=carmen, at=clock.in_(hours=3))
    response = client.post(url(draft), form)

    assert "what you changed in it was not saved" in response.content.decode()
    assert ">\nDe Ana</textarea>" in response.content.decode()
    assert Communique.objects.get().headline_es != "De Ana"


def test_other_language_is_saved_while_one_is_scheduled(desk, scheduled, ana):
    client = desk(ana)
    client.post(url(scheduled), open_form(client, scheduled) | {"headline_en": "By Ana"})

    assert Communique.objects.get().headline_en == "By Ana"
