"""Erasure by two persons: what goes, what stays, who may; and no column of any table holds the words afterwards."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import translation

from comunicados.exceptions import NotConfirmable, NotInThisState, NotPermitted, ReasonMissing, TextHasChanged
from comunicados.models import Communique, Erasure, Publication, Remark, Revision, SourceFile
from comunicados.models.loss import Loss
from tests import factories as make

pytestmark = pytest.mark.django_db

REASON = {"es": "Por orden judicial.", "en": "By order of a court."}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def lucia(user):
    return user("lucia", "publisher")


@pytest.fixture
def publish(ana, bruno, carmen, clock):
    def publish(made: Communique, **fields: object) -> Publication:
        clock.tick()
        if fields:
            make.edit(made, ana, **fields)
        return make.published(made, writer=ana, editor=bruno, publisher=carmen)

    return publish


@pytest.fixture
def draft(clock, ana):
    return make.communique(ana, slug_es="acto", headline_en="", body_en="", place_en="")


@pytest.fixture
def first(publish, draft):
    """Version 1 names Quetzalxochitl, a draft between does so too, version 2 does not."""
    return publish(draft, body_es="<p>Se reunieron con Quetzalxóchitl hoy.</p>")


@pytest.fixture
def corrected(first, publish, ana, clock):
    make.edit(first.communique, ana, body_es="<p>Se reunieron hoy con la Quetzalxochitl.</p>")
    return publish(first.communique, body_es="<p>Se reunieron hoy.</p>")


def ask(publication, by, whole=False, **changes):
    given = {
        "reason": REASON,
        "ground": "Expediente 12/2024.",
        "publication": None if whole else publication,
    } | changes
    return Erasure.request(publication.version, by=by, **given)


def erase(publication, by, second):
    erasure = ask(publication, by)
    erasure.confirm(by=second)
    return erasure


def refusal(call, *given, **named) -> str:
    with pytest.raises(NotInThisState) as refused:
        call(*given, **named)
    return str(refused.value)


# What goes


def test_words_go_and_the_rest_stays(first, corrected, carmen, lucia, clock):
    before = Publication.objects.filter(pk=first.pk).values().get()
    erase(first, carmen, lucia)
    after = Publication.objects.filter(pk=first.pk).values().get()

    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"headline", "place", "body", "search"}
    assert [after[name] for name in ("headline", "subheadline", "place", "body", "note")] == [""] * 5


def test_revisions_that_hold_the_words_lose_that_language(first, corrected, carmen, lucia):
    corrected.communique.revisions.get(ordinal=1)
    erase(first, carmen, lucia)
    bodies = corrected.communique.revisions.order_by("ordinal").values_list("document__es__body", flat=True)

    assert list(bodies) == ["<p>Las dos delegaciones se reunieron hoy.</p>", "", "", "<p>Se reunieron hoy.</p>"]


def test_digests_remain(first, corrected, carmen, lucia):
    held = first.communique.revisions.filter(ordinal__in=(2, 3)).order_by("ordinal")
    erasure = erase(first, carmen, lucia)
    revisions = erasure.texts.exclude(revision=None).order_by("revision__ordinal")

    assert erasure.texts.get(publication=first).digest == first.digest
    assert [text.revision for text in revisions] == list(held)
    assert revisions[0].digest == first.digest


def test_who_appeared_is_gone_from_that_version_alone(draft, publish, ana, carmen, lucia):
    row = make.participate(draft, make.appointment())
    first = publish(draft, place_es="Mérida")
    row.delete()
    second = publish(draft, place_es="Oaxaca")
    erase(first, carmen, lucia)

    (gone,) = first.appearances.values_list("name", "title", "person", "delegation", "position", "role")
    assert gone == ("", "", None, None, None, "head")
    assert second.headline == Publication.objects.get(pk=second.pk).headline


def test_participants_of_the_other_language_stay_in_a_revision(ana, publish, draft, carmen, lucia):
    row = make.participate(draft, make.appointment())
    row.title_en = "Secretary"
    row.save()
    first = publish(draft, headline_en="Headline")
    row.delete()
    publish(draft, headline_en="Other headline")
    erase(first, carmen, lucia)
    (left,) = Revision.objects.get(pk=first.revision_id).document["participants"]

    assert (left["es"]["name"], left["en"]["title"], left["person"]) == ("", "Secretary", row.person_id)


def test_note_that_the_public_was_told_goes_with_its_version(first, publish, carmen, lucia):
    corrected = publish(first.communique, body_es="<p>Otro.</p>", correction_note_es="No era Quetzalxóchitl.")
    publish(first.communique, body_es="<p>Otro más.</p>", correction_note_es="")
    erase(corrected, carmen, lucia)

    assert Publication.objects.get(pk=corrected.pk).note == "[…]"


def test_withdrawal_of_the_version_goes_with_it(first, ana, carmen, lucia, clock):
    clock.tick()
    notice = first.version.withdraw(by=carmen, reason="Contenía un error.")
    make.edit(first.communique, ana, headline_es="", body_es="", place_es="")
    erase(first, carmen, lucia)
    notice.refresh_from_db()

    assert (notice.headline, notice.body, notice.note) == ("", "", "Contenía un error.")
    assert notice.concealments.count() == 1


# What is asked before


def test_whole_language_is_erased(first, corrected, ana, carmen, lucia, clock):
    clock.tick()
    corrected.version.withdraw(by=carmen, reason="Error.")
    make.edit(corrected.communique, ana, headline_es="", body_es="", place_es="")
    ask(corrected, carmen, whole=True).confirm(by=lucia)

    assert set(corrected.version.publications.values_list("headline", "body")) == {("", "")}
    assert set(corrected.communique.revisions.values_list("document__es__body", flat=True)) == {""}


def test_text_that_the_world_reads_is_not_erased(first, carmen, clock):
    assert refusal(ask, first, carmen).startswith("The world reads this text now")


def test_text_that_waits_for_its_hour_is_not_erased(first, ana, bruno, carmen, publish, clock):
    other = publish(first.communique, body_es="<p>Otro.</p>")
    make.edit(first.communique, ana, body_es=first.body)
    first.version.publish(by=carmen, at=clock.in_(hours=3))

    assert refusal(ask, first, carmen).startswith("The world reads this text now, or will")
    assert other.digest != first.digest


def test_current_text_has_to_be_rid_of_the_words_first(first, corrected, ana, carmen, lucia):
    erasure = ask(first, carmen)
    make.edit(first.communique, ana, body_es="<p>Saludaron a quetzalxochitl.</p>")

    sentence = refusal(erasure.confirm, by=lucia)
    assert "holds words of what is to be erased: quetzalxochitl." in sentence
    assert Publication.objects.get(pk=first.pk).body != ""


def test_version_is_erased_once(first, corrected, carmen, lucia):
    erase(first, carmen, lucia)

    assert refusal(ask, first, carmen) == "It is erased already."


def test_draft_that_was_never_public_is_not_erased(draft, carmen):
    version = draft.version("es")

    sentence = refusal(Erasure.request, version, by=carmen, reason=REASON, ground="X", publication=None)
    assert sentence == "Nothing of it was ever public."


@pytest.mark.parametrize(
    "missing", [{"ground": " "}, {"reason": {"es": "Sí."}}, {"reason": {"es": "", "en": "Yes."}}]
)
def test_reasons_are_due(first, corrected, carmen, missing):
    with pytest.raises(ReasonMissing):
        ask(first, carmen, **missing)


def test_one_request_at_a_time(first, corrected, carmen, lucia):
    ask(first, carmen)

    assert refusal(ask, first, lucia).startswith("Another erasure of this language waits")


# Two persons


def test_whoever_asked_does_not_confirm(first, corrected, carmen):
    with pytest.raises(NotConfirmable):
        ask(first, carmen).confirm(by=carmen)

    assert Publication.objects.get(pk=first.pk).body == first.body


@pytest.mark.parametrize("name", ["carmen", "lucia"])
def test_request_is_refused_by_either_and_another_may_follow(first, corrected, carmen, request, name):
    erasure = ask(first, carmen)
    erasure.refuse(by=request.getfixturevalue(name), reason="No procede.")

    assert refusal(erasure.confirm, by=request.getfixturevalue("lucia")).startswith("This erasure was")
    assert ask(first, carmen).pk != erasure.pk


@pytest.mark.parametrize("name", ["diego", "ana", "bruno", "elena"])
def test_erasing_is_for_publishers_and_administrators(first, corrected, carmen, request, name):
    somebody = request.getfixturevalue(name)
    erasure = ask(first, carmen)

    for verb in (lambda: ask(first, somebody), lambda: erasure.confirm(by=somebody)):
        with pytest.raises(NotPermitted):
            verb()
    with pytest.raises(NotPermitted):
        erasure.refuse(by=somebody, reason="No.")


def test_administrator_is_a_second_person(first, corrected, carmen, user):
    erase(first, carmen, user("adela", "administrator"))

    assert Publication.objects.get(pk=first.pk).body == ""


def test_more_than_was_seen_is_not_erased(first, corrected, ana, carmen, lucia):
    erasure = ask(first, carmen)
    seen = Loss.of(erasure).key
    Remark.write(first.communique, text="¿Y Quetzalxochitl?", by=ana)

    with pytest.raises(TextHasChanged):
        erasure.confirm(by=lucia, seen=seen)


# No column of any table


def columns_that_hold(stems: list[str]) -> set[str]:
    """Every column of every table, read as text, whatever its type; bytes as the letters that they may be."""
    found = set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns JOIN information_schema.tables"
            " USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        for table, column, kind in cursor.fetchall():
            text = f"encode(\"{column}\", 'escape')" if kind == "bytea" else f'"{column}"::text'
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE fold({text}) ~ %s)', ["|".join(stems)])
            if cursor.fetchone()[0]:
                found.add(f"{table}.{column}")
    return found


MARKS = {
    "headline_es": "Xochimarca",
    "subheadline_es": "Yohualmarca",
    "place_es": "Zacamarca",
    "body_es": "<p>Uno <b>Tepemarca</b>.</p><ul><li>Coyomarca</li></ul>",
    "correction_note_es": "Iztamarca",
}
STEMS = [
    f"{name}marc"
    for name in ("xochi", "yohual", "zaca", "tepe", "coyo", "izta", "papalo", "olin", "amatla", "eheca", "cipac")
]


@pytest.fixture
def marked(draft, publish, ana, bruno, carmen, clock):
    """Version 2: its words stand wherever words can stand. Version 3 is without them."""
    with translation.override("es"):  # so that the columns without a language hold them too
        publish(draft, place_es="Puebla")
        row = make.participate(draft, make.appointment(), name_es="Papalomarca", courtesy_es="Olinmarca")
        words = {"caption_es": "Amatlamarca", "alternative_es": "Ehecamarca", "credit": "Cipacmarca"}
        photograph = make.attach(draft, ana, caption_en="", alternative_en="", **words)
        for field, text in MARKS.items():
            setattr(draft, field, text)
        draft.save()
        Revision.record(draft, by=ana, note="Puse Papalomarca.")
    version = draft.versions.get(language="es")
    version.submit(by=ana, note="Con Tepemarca.", change="correction")
    version.send_back(by=bruno, reason="¿Coyomarca?")
    version.submit(by=ana, change="correction")
    version.approve(by=bruno)
    cancelled = version.publish(by=carmen, at=clock.in_(hours=2))
    reading = {"blocks": [{"text": "Coyomarca"}], "doubts": []}
    file = SourceFile.keep("iztamarca.txt", b"Uno Tepemarca.", reading, by=ana)
    file.belong_to(draft, "es", [{"sentence": "%(name)s?", "facts": {"name": "Zacamarca"}}])
    Remark.write(draft, text="La Olinmarca es Yohualmarca.", by=ana)
    LogEntry.objects.log_actions(ana.pk, Communique.objects.filter(pk=draft.pk), CHANGE, "Xochimarca")
    clock.tick()
    version.publish(by=carmen)
    row.delete()
    photograph.delete()
    clean = dict.fromkeys(MARKS, "") | {
        "headline_es": "Limpio",
        "place_es": "Puebla",
        "body_es": "<p>Nada.</p>",
    }
    publish(draft, **clean)
    assert cancelled.digest == version.publications.get(ordinal=2, cancelled_at=None).digest
    return version.publications.get(ordinal=2, cancelled_at=None)


def test_no_column_of_any_table_holds_the_words_afterwards(marked, carmen, lucia):
    assert {
        "comunicados_publication.search",
        "comunicados_publication.note",
        "comunicados_appearance.courtesy",
        "comunicados_publicationfile.caption",
        "comunicados_publicationfile.credit",
        "comunicados_communique.headline",
        "comunicados_revision.document",
        "comunicados_revision.note",
        "comunicados_review.note",
        "comunicados_remark.text",
        *(f"comunicados_sourcefile.{column}" for column in ("data", "name", "reading", "doubts")),
        "django_admin_log.object_repr",
        "django_admin_log.change_message",
    } <= columns_that_hold(STEMS)
    erase(marked, carmen, lucia)

    assert columns_that_hold(STEMS) == set()


def test_words_of_files_in_the_other_language_stay(draft, publish, ana, carmen, lucia):
    photograph = make.attach(draft, ana, alternative_es="Quetzalxochitl firma.")
    first = publish(draft)
    photograph.alternative_es = "Una firma."
    photograph.save()
    make.edit(draft, ana)
    publish(draft)
    erase(first, carmen, lucia)

    row = draft.revisions.get(ordinal=2).document["files"][0]
    assert (row["es"], row["en"]["caption"], row["credit"]) == (
        {"caption": "", "alternative": ""},
        "The two delegations",
        "SRE",
    )
    assert list(first.files.values_list("caption", "alternative", "credit", "name")) == [
        ("", "", "", "delegaciones.jpg")
    ]


def test_log_of_another_communique_stays(marked, ana, carmen, lucia):
    other = make.communique(ana, headline_es="Otro")
    LogEntry.objects.log_actions(ana.pk, Communique.objects.filter(pk=other.pk), CHANGE, "Algo")
    erase(marked, carmen, lucia)
    logged = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Communique))

    assert set(logged.values_list("object_repr", "change_message")) == {("Otro", "Algo"), ("[…]", "")}
