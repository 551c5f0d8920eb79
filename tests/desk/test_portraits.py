"""The portrait in the row of a file: chosen among the participants, judged, compared, shown to whoever reviews."""

import pytest

from comunicados.models import Attachment
from tests import factories as make
from tests import uploads
from tests.desk.screen import open_form, url
from tests.desk.test_files import files, row, said, save

pytestmark = pytest.mark.django_db

FIELD = "attachments-0-portrait_of"


@pytest.fixture
def minister(clock):
    return make.appointment()


@pytest.fixture
def draft(ana, minister):
    draft = make.communique(ana, participants=[minister])
    draft.participations.create(order=2, name_es="La delegación de Canadá")  # nobody of the registry
    make.edit(draft, ana)
    return draft


@pytest.fixture
def photograph(draft, ana):
    return make.attach(draft, ana)


def offered(client, draft) -> list[object]:
    (choices,) = (form.fields["portrait_of"].choices for form in files(client.get(url(draft)))[:1])
    return [value for value, _words in choices]


def kept(draft) -> list[int | None]:
    return list(draft.attachments.values_list("portrait_of", flat=True))


def test_participants_of_the_registry_are_offered(desk, draft, photograph, ana, minister):
    make.person("Rosa Luz")

    assert offered(desk(ana), draft) == ["", minister.person_id]


def test_portrait_is_chosen_with_the_file(desk, draft, ana, minister):
    client = desk(ana)
    given = row(0, upload=uploads.jpeg(), portrait_of=minister.person_id)
    save(client, draft, open_form(client, draft), **given)

    assert kept(draft) == [minister.person_id]
    assert draft.revisions.first().document["files"][0]["portrait_of"] == minister.person_id


def test_portrait_stays_when_something_else_is_saved(desk, draft, photograph, ana, minister):
    client = desk(ana)
    save(client, draft, open_form(client, draft), **{FIELD: minister.person_id})
    save(client, draft, open_form(client, draft), headline_es="Otro titular")

    assert kept(draft) == [minister.person_id]
    assert draft.revisions.first().changed == ["es"]


@pytest.mark.parametrize("wrong", ["nobody", "x", "0"])
def test_somebody_else_is_refused_at_the_field_and_nothing_typed_is_lost(desk, draft, photograph, ana, wrong):
    client = desk(ana)
    value = make.person("Rosa Luz").pk if wrong == "nobody" else wrong
    given = {FIELD: value, "attachments-0-credit": "Otra", "headline_es": "Otro titular"}
    refused = save(client, draft, open_form(client, draft), **given)

    assert files(refused)[0].errors == {"portrait_of": ["A portrait is of one of the participants."]}
    assert "Otro titular" in said(refused)
    assert files(refused)[0]["credit"].value() == "Otra"
    assert kept(draft) == [None]


def test_portrait_is_not_decorative(desk, draft, photograph, ana, minister):
    client = desk(ana)
    given = {FIELD: minister.person_id, "attachments-0-is_decorative": "on"}
    refused = save(client, draft, open_form(client, draft), **given)

    assert "A portrait says whom it shows: it is not decorative." in said(refused)
    assert kept(draft) == [None]


def test_what_becomes_an_annex_is_no_portrait(desk, draft, photograph, ana, minister):
    client = desk(ana)
    Attachment.objects.update(portrait_of=minister.person)
    save(client, draft, open_form(client, draft), **{"attachments-0-role": "annex"})

    assert list(draft.attachments.values_list("role", "portrait_of")) == [("annex", None)]


def test_portrait_of_who_takes_part_no_more_is_said_and_stays_until_it_is_changed(desk, draft, photograph, ana):
    Attachment.objects.update(portrait_of=make.person("Rosa Luz"))
    make.edit(draft, ana)
    client = desk(ana)
    page = said(client.get(url(draft)))
    save(client, draft, open_form(client, draft), headline_es="Otro titular")

    assert f'<a href="#id_{FIELD}">The photograph delegaciones.jpg is the portrait of somebody' in page
    assert f'id="id_{FIELD}"' in page
    assert draft.revisions.first().changed == ["es"]


def test_merged_participant_is_offered_as_the_text_names_them(desk, draft, photograph, ana, minister, user):
    minister.person.merge_into(make.person("Alicia B."), by=user("gabriel", "registrar"))
    client = desk(ana)
    save(client, draft, open_form(client, draft), **{FIELD: minister.person_id})

    assert kept(draft) == [minister.person_id]
    assert [lack for lack in draft.version("es").missing() if lack.blocks] == []
    assert ">Alicia B.</option>" in said(client.get(url(draft)))


def test_comparison_says_whose_portrait_it_became(desk, draft, photograph, ana, minister):
    Attachment.objects.update(portrait_of=minister.person)
    make.edit(draft, ana)
    last = draft.revisions.first().ordinal
    path = f"/admin/comunicados/communique/{draft.pk}/history/compare/?from={last - 1}&to={last}&language=es"
    shown = desk(ana).get(path).context["comparison"].shown
    (change,) = (change for change in shown.changes if change.field == "files")

    assert "portrait of: Alicia Bárcena Ibarra" in change.blocks[0].forms[1]
    assert "portrait of" not in change.blocks[0].forms[0]


def test_whoever_submits_and_whoever_only_reads_see_whose_portrait_it_is(
    desk, draft, photograph, ana, diego, minister
):
    Attachment.objects.update(portrait_of=minister.person)
    make.edit(draft, ana)

    assert 'Portrait of <span lang="es">Alicia Bárcena Ibarra</span>' in said(
        desk(ana).get(f"/admin/comunicados/communique/{draft.pk}/es/submit/")
    )
    assert "Portrait of Alicia Bárcena Ibarra" in said(desk(diego).get(url(draft)))


def test_published_version_says_whose_portrait_it_lists(desk, draft, photograph, ana, bruno, carmen, minister):
    Attachment.objects.update(portrait_of=minister.person)
    make.edit(draft, ana)
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    page = said(desk(carmen).get(f"/admin/comunicados/communique/{draft.pk}/es/withdraw/"))

    assert 'Portrait of <span lang="es">Alicia Bárcena Ibarra</span>' in page
