"""Preview links: who makes them, what ends them, what is kept of them; and what the database refuses."""

import datetime as dt
import hashlib

import pytest
from django.db import connection

from comunicados.enums import Device, LinkState
from comunicados.exceptions import (
    Incomplete,
    LastsTooLong,
    NotInThisState,
    NotPermitted,
    PreviewsOff,
    RecipientMissing,
    TextHasChanged,
)
from comunicados.models import PreviewLink, PreviewVisit
from tests import factories as make
from tests.comunicados.test_guards import refused_by

pytestmark = pytest.mark.django_db


def state(link: PreviewLink) -> str:
    return PreviewLink.objects.with_state().get(pk=link.pk).state


# Making one


def test_link_freezes_the_current_text_for_two_days(draft, share, bruno, clock):
    link = share(draft)

    assert (str(link), link.state, link.made_by) == ("Marta Ríos (Subsecretaría)", LinkState.LIVE, bruno)
    assert (link.revision, link.digest) == (draft.revisions.get(), draft.versions.get(language="es").digest)
    assert link.expires_at - link.made_at == dt.timedelta(hours=48)


def test_token_has_256_bits_and_its_digest_alone_is_kept(link):
    stored = PreviewLink.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(l)::text FROM comunicados_previewlink l")
        row = cursor.fetchone()[0]

    assert (len(link.token), stored.token) == (43, "")
    assert stored.token_digest == hashlib.sha256(link.token.encode()).hexdigest()
    assert link.token not in row


def test_no_two_links_share_a_token(draft, share):
    assert len({share(draft).token for _ in range(20)}) == 20


@pytest.mark.parametrize("role", ["reader", "registrar", "administrator", "translator", "writer"])
def test_other_roles_make_none(draft, user, link, role):
    nobody = user("nadie", role)

    with pytest.raises(NotPermitted):
        PreviewLink.share(link.version, by=nobody, recipient="Marta")
    with pytest.raises(NotPermitted):
        link.revoke(by=nobody)


def test_switched_off_none_is_made(draft, share, settings):
    settings.PREVIEW_LINKS = False

    with pytest.raises(PreviewsOff):
        share(draft)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"recipient": " \t "}, RecipientMissing),
        ({"lasts": dt.timedelta(days=14, microseconds=1)}, LastsTooLong),
        ({"lasts": dt.timedelta(0)}, LastsTooLong),
        ({"seen": "0" * 64}, TextHasChanged),
    ],
)
def test_what_is_refused_leaves_nothing(draft, share, given, refusal):
    with pytest.raises(refusal):
        share(draft, **given)

    assert PreviewLink.objects.count() == 0


def test_language_that_nobody_wrote_is_not_shared(draft, share, ana):
    make.edit(draft, ana, headline_en="", body_en="")

    with pytest.raises(Incomplete):
        share(draft, "en")


def test_live_text_is_not_shared_but_its_correction_is(draft, share, ana, bruno, carmen, clock):
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    with pytest.raises(NotInThisState):
        share(draft)
    clock.tick()
    make.edit(draft, ana, headline_es="Corregido")

    assert share(draft).state == LinkState.LIVE


def test_scheduled_text_is_shared(draft, share, ana, bruno, carmen, clock):
    make.published(draft, writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=3))

    assert share(draft).state == LinkState.LIVE


@pytest.mark.parametrize("language", ["es", ""])
def test_concealed_text_is_not_shared(draft, share, ana, carmen, clock, language):
    draft.concealments.create(language=language, made_by=carmen, made_at=clock.now, reason_es="Error.")

    with pytest.raises(NotInThisState):
        share(draft)


def test_text_of_a_concealed_publication_is_not_shared(draft, share, ana, bruno, carmen, clock):
    first = make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    clock.tick()
    first.version.withdraw(by=carmen, reason="Error.")
    first.version.conceal(by=carmen, reason={"es": "Error."}, publication=first)
    clock.tick()
    with pytest.raises(NotInThisState):
        share(draft)

    assert PreviewLink.objects.count() == 0


def test_link_made_anew_ends_the_earlier_one(draft, share, link):
    other = share(draft, instead_of=link)

    assert (state(link), state(other)) == (LinkState.REVOKED, LinkState.LIVE)
    assert other.token != link.token


# What ends one


def test_link_lives_until_the_very_moment_that_it_ends(link, clock):
    clock.set(link.expires_at - dt.timedelta(microseconds=1))
    before = state(link)
    clock.set(link.expires_at)

    assert (before, state(link)) == (LinkState.LIVE, LinkState.EXPIRED)


def test_revoked_once_by_whoever_may(link, carmen):
    link.revoke(by=carmen)

    assert (state(link), link.revoked_by) == (LinkState.REVOKED, carmen)
    with pytest.raises(NotInThisState):
        link.revoke(by=carmen)


def test_publication_at_its_hour_ends_the_links_of_that_language(draft, share, ana, bruno, carmen, clock):
    spanish, english = share(draft), share(draft, "en")
    publication = make.published(draft, writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=3))
    clock.set(publication.live_from - dt.timedelta(microseconds=1))
    before = state(spanish)
    clock.set(publication.live_from)

    assert (before, state(spanish), state(english)) == (LinkState.LIVE, LinkState.PUBLISHED, LinkState.LIVE)


def test_cancelled_schedule_ends_nothing(draft, share, ana, bruno, carmen, clock):
    publication = make.published(draft, writer=ana, editor=bruno, publisher=carmen, at=clock.in_(hours=3))
    link = share(draft)
    publication.version.cancel(by=carmen)
    clock.tick(hours=4)

    assert state(link) == LinkState.LIVE


def test_discard_ends_it_and_taking_up_does_not_bring_it_back(draft, link, ana, clock):
    clock.tick()
    draft.discard(by=ana, reason="Se canceló.")
    discarded = state(link)
    clock.tick()
    draft.take_up(by=ana)

    assert (discarded, state(link)) == (LinkState.DISCARDED, LinkState.DISCARDED)


def test_concealment_of_its_language_ends_it(draft, link, share, carmen, clock):
    english = share(draft, "en")
    draft.concealments.create(language="en", made_by=carmen, made_at=clock.now, reason_es="Error.")

    assert (state(link), state(english)) == (LinkState.LIVE, LinkState.CONCEALED)


# What is kept of a visit


def test_visit_is_a_moment_and_a_sort_of_device(link, clock):
    moment = clock.tick(hours=1)
    link.log_visit(Device.PHONE)

    assert list(link.visits.values_list("visited_at", "device")) == [(moment, "phone")]
    assert {field.name for field in PreviewVisit._meta.fields} == {"id", "link", "visited_at", "device"}


# What the database refuses


@pytest.mark.parametrize(
    "change",
    [
        "expires_at = expires_at + interval '1 day'",
        "recipient = 'Otra'",
        "token_digest = repeat('1', 64)",
        "revoked_at = expires_at, revoked_by_id = made_by_id, recipient = 'Otra'",
    ],
)
def test_link_is_never_changed(link, change):
    assert refused_by(f"UPDATE comunicados_previewlink SET {change}") == "preview_link_guard"


def test_revoked_link_is_never_taken_back(link, bruno):
    link.revoke(by=bruno)
    taken_back = "UPDATE comunicados_previewlink SET revoked_at = NULL, revoked_by_id = NULL"

    assert refused_by(taken_back) == "preview_link_guard"


def test_link_and_visits_are_never_deleted(link):
    link.log_visit(Device.PHONE)

    assert refused_by("DELETE FROM comunicados_previewvisit") == "previewvisit_is_append_only"
    assert refused_by("DELETE FROM comunicados_previewlink") == "preview_link_guard"


def inserted(**changes: str) -> str:
    """A statement that writes the one link once more, with some columns changed."""
    columns = [field.column for field in PreviewLink._meta.concrete_fields if field.column != "id"]
    changes = {"token_digest": "repeat('1', 64)"} | changes
    values = ", ".join(changes.get(column, column) for column in columns)
    return f"INSERT INTO comunicados_previewlink ({', '.join(columns)}) SELECT {values} FROM comunicados_previewlink"


def test_link_is_of_a_revision_of_its_communique(link, ana):
    other = make.communique(ana).revisions.get()

    assert refused_by(inserted(revision_id=str(other.pk))) == "preview_link_of_its_version"


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"expires_at": "made_at"}, "preview_link_lasts_two_weeks_at_most"),
        ({"expires_at": "made_at + interval '14 days 1 second'"}, "preview_link_lasts_two_weeks_at_most"),
        ({"recipient": "''"}, "preview_link_for_somebody"),
        ({"revoked_at": "made_at"}, "preview_link_revoked_by_somebody"),
    ],
)
def test_link_that_cannot_be(link, changes, constraint):
    assert refused_by(inserted(**changes)) == constraint


def test_two_links_share_no_token(link):
    assert refused_by(inserted(token_digest="token_digest")).startswith("comunicados_previewlink_token_digest")


def test_visit_is_by_a_known_device(link):
    visit = "INSERT INTO comunicados_previewvisit (link_id, visited_at, device) VALUES (%s, now(), 'fridge')"

    assert refused_by(visit, link.pk) == "preview_visit_by_a_known_device"


def test_public_role_reads_neither_links_nor_visits(link, as_public_role):
    readable = "SELECT has_table_privilege(%s, 'SELECT')"
    with connection.cursor() as cursor:
        for table in ("comunicados_previewlink", "comunicados_previewvisit"):
            cursor.execute(readable, [table])
            assert cursor.fetchone() == (False,)
