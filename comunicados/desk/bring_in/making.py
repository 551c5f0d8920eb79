"""The draft is made: of what stands on the sheet, once it is valid."""

from dataclasses import asdict, replace

from django.db import transaction

from comunicados.desk.bring_in.forms import OTHER, ParticipantForm
from comunicados.desk.bring_in.sheet import Row, Sheet
from comunicados.document import WORDS
from comunicados.enums import Language
from comunicados.intake.draft import FIELD_OF, length_of, words_of, write_draft
from comunicados.intake.parser.languages import counterparts
from comunicados.intake.proposals import NewPerson
from comunicados.models import Communique, Participation, SourceFile
from comunicados.text import from_paragraphs


@transaction.atomic
def make_draft(sheet: Sheet) -> Communique:
    """Write the draft, with what was accepted into the registry; once only. The file becomes its original."""
    file = SourceFile.objects.select_for_update(of=("self",)).get(pk=sheet.file.pk)
    if file.communique is not None:  # the button was pressed twice
        return file.communique
    given = sheet.form.cleaned_data
    language = given["language"]
    communique = Communique(
        kind=given["kind"],
        date=given["date"],
        held_on=given["held_on"],
        original=language,
        **{f"{field}_{language}": given[field] for field in FIELD_OF.values()},
        **{f"body_{language}": from_paragraphs(paragraphs_of(given["body"]))},
    )
    rows = [_participation(row.form, language) for row in _kept(sheet)]
    if sheet.other is not None:
        _add_translated(communique, rows, sheet)
    write_draft(communique, rows, by=sheet.user)
    file.belong_to(communique, language, [asdict(doubt) for card in sheet.unsettled for doubt in card.doubts])
    return communique


def _kept(sheet: Sheet) -> list[Row]:
    return [row for row in sheet.rows if not row.form.cleaned_data["is_left_out"]]


def _add_translated(communique: Communique, rows: list[Participation], sheet: Sheet) -> None:
    """What a text in two languages says in the other one, and its words for the participants."""
    given = sheet.form.cleaned_data
    other = Language.EN if given["language"] == Language.ES else Language.ES
    for field in FIELD_OF.values():
        setattr(communique, f"{field}_{other}", given[f"{OTHER}{field}"])
    setattr(communique, f"body_{other}", from_paragraphs(paragraphs_of(given[f"{OTHER}body"])))
    found = counterparts(sheet.parsed)
    for kept, row in zip(_kept(sheet), rows, strict=True):
        participant = found[kept.number - 1]
        for word, text in words_of(participant).items() if participant else ():
            setattr(row, f"{word}_{other}", text[: length_of(Participation, word)])


def paragraphs_of(text: str) -> list[str]:
    """Plain text as paragraphs; a single end of line is a space."""
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return [paragraph for block in blocks if (paragraph := " ".join(block.split()))]


def _participation(form: ParticipantForm, language: str) -> Participation:
    """The unsaved row, once what was accepted for it stands in the registry."""
    given = form.cleaned_data
    person, post = form.chosen_person, form.chosen_post
    if form.is_new_person:
        name = given["name"]
        person = NewPerson(name, given["sort_name"] or name, given["gender"]).enter()
    if form.is_new_post and person is not None and form.new_post is not None:
        titles = {name: given[name] for name in ("masculine_es", "feminine_es", "title_en")}
        post = replace(form.new_post, **titles).enter(person, language)
    words = {word: given[word] for word in WORDS}
    if given.get("post") and post is not None and not form.is_new_post and form.match.about_post:
        words["title"] = ""  # the registry's words were chosen instead of the text's
    return Participation(
        role=given["role"],
        person=person,
        appointment=post,
        delegation=form.chosen_delegation,
        **{f"{word}_{language}": words[word] for word in WORDS},
    )
