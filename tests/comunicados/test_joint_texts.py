"""Joint texts: what was agreed is locked, by the verbs and by the database; what the pages say is approved first."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from comunicados import document
from comunicados.exceptions import (
    AgreedTextIsLocked,
    Incomplete,
    NotInThisState,
    NotPermitted,
    ReasonMissing,
    TextHasChanged,
)
from comunicados.models import Agreement, Communique, LanguageVersion, Publication, Revision
from tests import factories as make

pytestmark = pytest.mark.django_db

TERMS = {"agreed_on": dt.date(2024, 1, 14), "channel": "note", "counterpart_words": "la delegación de Guatemala"}


@pytest.fixture
def draft(clock, ana) -> Communique:
    return make.communique(ana, original="both", participants=[make.appointment()])


@pytest.fixture
def agreed(draft, ana) -> Agreement:
    return draft.agree(by=ana, languages=["es"], **TERMS)


def refused(statement, constraint, *values):
    with pytest.raises(IntegrityError) as raised, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
    return raised.value.__cause__.diag.constraint_name == constraint


# The agreement


def test_agreement_is_about_the_exact_text(draft, agreed):
    assert agreed.digests == {"es": draft.versions.get(language="es").digest}
    assert draft.agreement == agreed


@pytest.mark.parametrize("change", [{"date": dt.date(2024, 1, 16)}, {"courtesy_translation": True, "original": "es"}])
def test_edit_of_what_its_page_shows_is_refused(draft, agreed, ana, change):
    with pytest.raises(AgreedTextIsLocked), transaction.atomic():
        make.edit(draft, ana, **change)
    assert draft.revisions.count() == 1


def test_participants_are_locked_with_it(draft, agreed, ana):
    draft.participations.update(name_es="Otra")

    with pytest.raises(AgreedTextIsLocked):
        Revision.record(draft, by=ana)


def test_other_language_can_be_written(draft, agreed, ana):
    assert make.edit(draft, ana, headline_en="Mexico and Guatemala agree").changed == ["en"]


def test_text_that_was_agreed_takes_its_path(draft, agreed, ana, bruno, carmen):
    assert make.published(draft, writer=ana, editor=bruno, publisher=carmen).digest == agreed.digest_es


def test_restoring_another_text_is_refused(draft, ana):
    make.edit(draft, ana, headline_es="Otro titular")
    draft.agree(by=ana, languages=["es"], **TERMS)

    with pytest.raises(AgreedTextIsLocked):
        draft.revisions.get(ordinal=1).restore(by=ana)


def test_what_is_released_can_be_edited(draft, agreed, ana, bruno):
    draft.reopen(by=bruno, reason="Piden otra redacción.")
    make.edit(draft, ana, headline_es="Otro titular")
    agreed.refresh_from_db()

    assert (agreed.released_by, agreed.release_reason, draft.agreement) == (bruno, "Piden otra redacción.", None)


def test_writer_records_and_does_not_release(draft, agreed, ana, elena):
    with pytest.raises(NotPermitted):
        draft.reopen(by=ana, reason="No.")
    with pytest.raises(NotPermitted):
        draft.agree(by=elena, languages=["en"], **TERMS)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [({"languages": []}, Incomplete), ({"languages": ["fr"]}, Incomplete), ({"seen": "0" * 64}, TextHasChanged)],
)
def test_agreement_on_nothing_or_on_another_text_is_refused(draft, ana, given, refusal):
    with pytest.raises(refusal):
        draft.agree(by=ana, **{"languages": ["es"]} | TERMS | given)


def test_agreement_is_one_at_a_time(draft, agreed, ana, bruno):
    with pytest.raises(NotInThisState):
        draft.agree(by=ana, languages=["en"], **TERMS)
    with pytest.raises(ReasonMissing):
        draft.reopen(by=bruno, reason=" ")
    draft.reopen(by=bruno, reason="Otra vez.")
    with pytest.raises(NotInThisState):
        draft.reopen(by=bruno, reason="Otra vez.")


# In the database


def test_database_keeps_the_agreed_words(draft, agreed):
    update = "UPDATE comunicados_communique SET {} = 'x' WHERE id = %s"

    for field in document.TEXT_FIELDS:
        assert refused(update.format(f"{field}_es"), "agreed_words_are_locked", draft.pk)
    assert Communique.objects.filter(pk=draft.pk).update(headline_en="x") == 1


def test_database_keeps_the_agreed_digest(draft, agreed):
    update = (
        "UPDATE comunicados_languageversion SET digest = repeat('0', 64) WHERE communique_id = %s AND language = %s"
    )

    assert refused(update, "agreed_text_is_locked", draft.pk, "es")
    assert LanguageVersion.objects.filter(communique=draft, language="en").update(digest="0" * 64) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE comunicados_agreement SET note = 'x'",
        "UPDATE comunicados_agreement SET digest_es = ''",
        "DELETE FROM comunicados_agreement",
    ],
)
def test_database_keeps_the_agreement(agreed, statement):
    assert refused(statement, "agreement_stays")


def test_release_is_for_ever(draft, agreed, bruno):
    draft.reopen(by=bruno, reason="Otra redacción.")

    assert refused("UPDATE comunicados_agreement SET released_at = NULL", "agreement_stays")


@pytest.mark.parametrize(
    ("given", "constraint"),
    [
        ({"digest_es": "0" * 64}, "agreement_on_the_current_text"),
        ({"digest_es": ""}, "agreement_on_a_text"),
        ({"counterpart_words": ""}, "agreement_with_somebody"),
        ({"channel": "smoke"}, "agreement_channel_is_known"),
        ({"release_reason": "x"}, "agreement_released_with_a_reason"),
    ],
)
def test_database_refuses_an_agreement_that_says_too_little(draft, ana, clock, given, constraint):
    digest = draft.versions.get(language="es").digest

    with pytest.raises(IntegrityError) as raised:
        Agreement.objects.create(
            communique=draft, made_by=ana, made_at=clock.now, **{"digest_es": digest} | TERMS | given
        )
    assert raised.value.__cause__.diag.constraint_name == constraint


@pytest.mark.parametrize(
    ("given", "constraint"),
    [
        ({"courtesy_translation": True}, "communique_courtesy_translation_of_an_original"),
        ({"counterpart_url": "https://example.org"}, "communique_counterpart_with_its_language"),
        ({"counterpart_url": "http://example.org", "counterpart_language": "pt"}, "counterpart_with_its_language"),
    ],
)
def test_database_refuses_what_a_joint_text_cannot_say(draft, given, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        Communique.objects.filter(pk=draft.pk).update(**given)


# The document


def test_document_of_other_communiques_is_as_it_always_was(clock, ana):
    kept = make.communique(ana).document()

    assert set(kept["facts"]) == {"kind", "date", "held_on", "original", "topics"}
    assert document.digest(document.page(kept, "es")) == (
        "19de679ad310b4f52941bb111728bb93e9f8927c35097b32a255605ec3b9832c"
    )


@pytest.fixture
def with_portuguese(draft, ana):
    make.edit(
        draft,
        ana,
        original="es",
        courtesy_translation=True,
        counterpart_url="https://www.gov.br/nota",
        counterpart_language="pt-br",
        first_delegation_en=make.state("BR", "Brasil", "Brazil"),
    )
    return draft


def test_document_holds_what_a_joint_text_says(with_portuguese):
    facts = with_portuguese.document()["facts"]
    brazil = with_portuguese.first_delegation_en_id

    assert (facts["courtesy_translation"], facts["first_delegation"]) == (True, {"en": brazil})
    assert facts["counterpart"] == {"url": "https://www.gov.br/nota", "language": "pt-br"}


def test_order_of_one_language_is_no_part_of_the_other_page(with_portuguese, ana):
    before = [version.digest for version in with_portuguese.versions.all()]
    make.edit(with_portuguese, ana, first_delegation_en=None)
    after = [version.digest for version in with_portuguese.versions.all()]

    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False]


def test_restoring_brings_back_what_a_joint_text_says(with_portuguese, ana):
    revision = with_portuguese.revisions.first()
    make.edit(
        with_portuguese,
        ana,
        courtesy_translation=False,
        counterpart_url="",
        counterpart_language="",
        first_delegation_en=None,
    )
    restored = revision.restore(by=ana)

    assert restored.document == revision.document


def test_publication_keeps_what_was_approved(with_portuguese, ana, bruno, carmen):
    made = make.published(with_portuguese, "en", writer=ana, editor=bruno, publisher=carmen)
    public = Publication.objects.get(pk=made.pk)

    assert (public.courtesy_translation, public.counterpart_url, public.counterpart_language) == (
        True,
        "https://www.gov.br/nota",
        "pt-br",
    )


def test_each_text_names_its_own_delegation_first(with_portuguese, ana, bruno, carmen):
    brazil = make.appointment(
        make.person("Mauro Vieira", "masculine"), make.position(organization=make.body("Itamaraty", make.state("BR")))
    )
    make.participate(with_portuguese, brazil, order=1)
    Revision.record(with_portuguese, by=ana)
    names = []
    for language in ("es", "en"):
        made = make.published(with_portuguese, language, writer=ana, editor=bruno, publisher=carmen)
        names.append([row.name for row in made.appearances.all()])

    assert names == [["Alicia Bárcena Ibarra", "Mauro Vieira"], ["Mauro Vieira", "Alicia Bárcena Ibarra"]]
