"""A version that follows a live one says what it is to its readers: a correction with a note, or a minor change."""

import pytest

from comunicados.enums import Change, Working
from comunicados.exceptions import NoteMissing, NoteNotEmpty, NoteToldBefore
from tests import factories as make
from tests.desk.test_verb_pages import press, url

pytestmark = pytest.mark.django_db

NOTE = "Se corrige el titular."


@pytest.fixture
def corrected(draft, live, ana, clock):
    """Ana's correction of the live Spanish, with a note, not submitted yet."""
    clock.tick()
    make.edit(draft, ana, headline_es="Otro titular", correction_note_es=NOTE)
    return draft.version("es")


@pytest.fixture
def changed(draft, live, ana, clock):
    """The same without a note."""
    clock.tick()
    make.edit(draft, ana, headline_es="Otro titular")
    return draft.version("es")


@pytest.fixture
def stale(draft, corrected, ana, bruno, carmen, clock):
    """A third version, in which the note of the second still stands."""
    make.published(draft, writer=ana, editor=bruno, publisher=carmen)
    clock.tick()
    make.edit(draft, ana, headline_es="Un tercer titular")
    return draft.version("es")


# The verb


@pytest.mark.parametrize(
    ("text", "change", "refusal"),
    [
        ("corrected", Change.MINOR, NoteNotEmpty),
        ("changed", Change.CORRECTION, NoteMissing),
        ("stale", "", NoteToldBefore),
        ("stale", Change.CORRECTION, NoteToldBefore),
        ("stale", Change.MINOR, NoteNotEmpty),
    ],
)
@pytest.mark.parametrize("verb", ["submit", "release"])
def test_answer_that_the_note_belies_is_refused(request, carmen, text, change, refusal, verb):
    reason = {"reason": "Urge."} if verb == "release" else {}
    with pytest.raises(refusal):
        getattr(request.getfixturevalue(text), verb)(by=carmen, change=change, **reason)


@pytest.mark.parametrize(
    ("text", "change"),
    [("corrected", Change.CORRECTION), ("changed", Change.MINOR), ("stale", Change.STILL_TRUE)],
)
def test_answer_that_the_note_bears_out_is_taken(request, ana, text, change):
    version = request.getfixturevalue(text)
    version.submit(by=ana, change=change)

    assert version.state.working is Working.IN_REVIEW


def test_note_that_was_cleared_is_told_no_more(draft, stale, ana):
    make.edit(draft, ana, correction_note_es="")

    assert draft.version("es").submit(by=ana, change=Change.MINOR).pk


def test_first_version_is_not_asked(spanish, ana):
    assert spanish.submit(by=ana).pk


# The page


def test_page_asks_and_nothing_is_chosen_beforehand(desk, draft, corrected, ana):
    form = desk(ana).get(url(draft, "submit")).context["form"]

    assert [value for value, words in form.fields["change"].choices] == ["correction", "minor"]
    assert (form["change"].value(), NOTE in str(form["change"])) == (None, True)


def test_page_without_an_answer_is_refused(desk, draft, corrected, ana):
    response = desk(ana).post(url(draft, "submit"), {"seen": corrected.digest})

    assert response.status_code == 400
    assert corrected.state.working is Working.DRAFT


def test_page_refuses_a_correction_without_a_note(desk, draft, changed, ana):
    response = desk(ana).post(url(draft, "submit"), {"seen": changed.digest, "change": "correction"})

    assert response.status_code == 409
    assert response.context["refusal"] == str(NoteMissing.sentence)


def test_first_version_has_no_question_on_its_page(desk, spanish, draft, ana):
    assert list(desk(ana).get(url(draft, "submit")).context["form"].fields) == ["note"]


def test_text_in_review_is_released_without_asking_again(desk, draft, corrected, ana, carmen):
    corrected.submit(by=ana)

    assert list(desk(carmen).get(url(draft, "release")).context["form"].fields) == ["reason"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("corrected", "A correction of what is live."), ("changed", "A minor change of what is live:")],
)
@pytest.mark.parametrize("verb", ["approve", "publish"])
def test_approval_and_publication_say_what_it_will_be(desk, draft, request, ana, bruno, carmen, text, words, verb):
    version = request.getfixturevalue(text)
    version.submit(by=ana)
    if verb == "publish":
        version.approve(by=bruno)
    page = desk(carmen).get(url(draft, verb)).content.decode()

    assert words in page


def test_correction_travels_through_the_pages(desk, draft, corrected, ana, bruno, carmen):
    press(desk(ana), draft, "submit", change="correction")
    press(desk(bruno), draft, "approve")
    press(desk(carmen), draft, "publish", when="now")

    assert corrected.publications.first().note == NOTE
