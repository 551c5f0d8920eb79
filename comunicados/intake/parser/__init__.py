"""A communiqué's text, Spanish or English, made into its facts. It fails on no text and asks nobody."""

import re
from dataclasses import dataclass, replace

from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.parsed import ParsedCommunique, ParsedParticipant
from comunicados.intake.parser.above import Opening
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.cues import MENTIONED
from comunicados.intake.parser.dateline import day_of_act
from comunicados.intake.parser.doubts import find_doubts
from comunicados.intake.parser.finder import find_mentions
from comunicados.intake.parser.forms import form_of, headline_mentions, settle
from comunicados.intake.parser.languages import language_of, split_languages
from comunicados.intake.parser.layout import LONG, Line, Paragraph, lines_of, paragraphs
from comunicados.intake.parser.lists import apply_headings, pair_signatures
from comunicados.intake.parser.marks import find_marks
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.opening import read_opening
from comunicados.intake.parser.organizations import organization
from comunicados.intake.parser.parties import (
    bilateral_parties,
    home_of,
    international,
    is_named_above,
    parties_of,
    sends_ambassador,
    tells_of_travel,
)
from comunicados.intake.parser.persons import Person, gather, give_home, oppose_sides, share_sides
from comunicados.intake.parser.roles import assign
from comunicados.intake.parser.spelling import usual_capitals
from comunicados.intake.parser.tables import read_tables
from comunicados.intake.parser.tokens import Passage, tokenize

BEGINNING = 4  # paragraphs in which a text says between whom it is
_CUT = _("“%(name)s” stands at the end of a paragraph that seems cut.")
_TWO = _("The text is in two languages: check that each is whole.")
_CONTACT = re.compile(
    r"^\W{0,3}(?:(?:media|press|prensa)\s)?(?:contacts?\b|enquir(?:y|ies)\b|inquir(?:y|ies)\b|contactos?\b|"
    r"para (?:mayor|m[aá]s) informaci[oó]n\b|for (?:more|further|additional) information\b|media office\b|"
    r"(?:associated|related|quick|useful) (?:links|products|content)\b|enlaces (?:relacionados|de inter[eé]s)\b|"
    r"media (?:relations|enquiries|inquiries)\b|relaci[oó]n con los medios\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W{0,3}(?:photos?|fotos?|fotograf[ií]as?|im[aá]gen(?:es)?|images?|credits?|cr[eé]ditos?)\s?:", re.I
)


def parse(text: str) -> ParsedCommunique:
    """The facts that a text states; what is uncertain about them is said in `doubts`.

    Of a text in two languages, the one that comes first is the original, and the other its `translation`.
    """
    first, second = split_languages(lines_of(text))
    original = _parse(first)
    if not second:
        return original
    other = _parse(second)
    return replace(
        original,
        date=original.date or other.date,
        number=original.number or other.number,
        held_on=original.held_on or other.held_on,
        doubts=(*original.doubts, Doubt(_TWO, about="source")),
        translation=other,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What of a text is read for its people: the body up to the contact, with the States that the text knows."""

    opening: Opening
    texts: list[str]
    passages: list[Passage]
    letterhead: list[Passage]
    parties: list[str]
    atlas: Atlas


def _parse(lines: list[Line]) -> ParsedCommunique:
    whole = "\n".join(line.text for line in lines)
    opening, rest = read_opening(lines, whole)
    reading = _reading_of(opening, paragraphs(rest, whole))
    texts, atlas = reading.texts, reading.atlas
    mentions = _mentions(reading.passages, atlas)
    form = form_of(opening, reading.passages, mentions)
    mentions = settle(form, [*headline_mentions(opening, mentions, atlas), *mentions])
    persons, unsure = _persons(mentions, reading)
    participants = tuple(_participant(person, atlas) for person in persons)
    doubts = find_doubts(opening, texts, participants, form, is_between_parties=bool(reading.parties))
    facts = _of_opening(opening)
    return replace(
        facts,
        language=language_of(whole),
        body=tuple(texts),
        participants=participants,
        doubts=tuple(doubts + unsure),
        form=form,
        held_on=_held_on(opening, texts),
        source=(*(taken.text for taken in opening.taken), *texts, *(taken.text for taken in opening.below)),
        marks=find_marks(opening, texts, persons),
    )


def _reading_of(opening: Opening, body: list[Paragraph]) -> _Reading:
    contact = next((number for number, p in enumerate(body) if _CONTACT.match(p.text)), len(body))
    passages = [
        Passage(p.text, number, p.is_item, [] if _CREDIT.match(p.text) else tokenize(p.text))
        for number, p in enumerate(body[:contact])  # whom to ask took no part
    ]
    atlas, letterhead = Atlas(), _loose_passages(opening.letterhead)
    parties = parties_of(opening, letterhead, atlas)
    above = [opening.headline or "", opening.kind_line, opening.dateline_text, opening.place or ""]
    atlas.read([*_loose_passages(above), *letterhead, *passages])
    return _Reading(opening, [paragraph.text for paragraph in body], passages, letterhead, parties, atlas)


def _of_opening(opening: Opening) -> ParsedCommunique:
    dateline = opening.dateline
    return ParsedCommunique(
        language="",
        kind=opening.kind,
        number=opening.number,
        date=dateline.found.day.isoformat() if dateline else None,
        place=(dateline.place if dateline else None) or opening.place,
        title=opening.headline,
        subheadline=opening.subheadline,
        embargo=opening.embargo,
        body=(),
        participants=(),
        doubts=(),
    )


def _held_on(opening: Opening, body: list[str]) -> str | None:
    held_on = day_of_act(opening.dateline.found.day, body) if opening.dateline else None
    return held_on.isoformat() if held_on else None


def _loose_passages(texts: list[str]) -> list[Passage]:
    """Lines above the body, in which States may be named but nobody takes part."""
    return [Passage(text, -1, False, tokenize(text)) for text in texts]


def _mentions(passages: list[Passage], atlas: Atlas) -> list[Mention]:
    """The namings of a body, each with what it did."""
    mentions: list[Mention] = list(find_mentions(passages, atlas))
    assign(mentions, atlas)
    mentions = pair_signatures(mentions, passages, atlas)
    mentions = read_tables(mentions, passages, atlas)
    apply_headings(mentions, passages, atlas)
    return [mention for mention in mentions if not mention.is_line or mention.title or mention.relation]


def _persons(mentions: list[Mention], reading: _Reading) -> tuple[list[Person], list[Doubt]]:
    """The people of a text, each with whose side it is, and what is doubtful about them."""
    opening, parties, letterhead, atlas = reading.opening, reading.parties, reading.letterhead, reading.atlas
    home = home_of(opening, letterhead, atlas)
    between = parties if len(parties) == 2 else bilateral_parties(reading.passages[:BEGINNING], atlas)
    persons, doubts = gather(mentions)
    share_sides(persons)
    oppose_sides(persons, between, home)
    share_sides(persons)
    is_told = home and (is_named_above(home, opening, letterhead, atlas) or sends_ambassador(home, mentions))
    if home and is_told and len(parties) < 2 and atlas.written(home):
        give_home(persons, home, is_abroad=tells_of_travel(opening, reading.texts))
    doubts += [Doubt(_CUT, {"name": name}) for name in _cut_names(mentions)]
    return persons, doubts


def _cut_names(mentions: list[Mention]) -> list[str]:
    """Names with which a long paragraph ends without a full stop, as before a page that is missing."""
    last = [mention for mention in mentions if mention.name[1] == len(mention.passage.tokens)]
    return [m.passage.cut(*m.name) for m in last if len(m.passage.text) > LONG and not m.passage.is_item]


def _house(mention: Mention, atlas: Atlas) -> str | None:
    if mention.house[1] > mention.house[0]:
        return mention.passage.cut(*mention.house)
    return organization(mention.titled_in, mention.title, atlas) if mention.title else None


def _participant(person: Person, atlas: Atlas) -> ParsedParticipant:
    first, titled = person.mentions[0], person.titled
    housed = next((m for m in person.mentions if m.house[1] > m.house[0]), titled)
    title = titled.titled_in.cut(*titled.title) if titled and titled.title else None
    body = _house(housed, atlas) if housed else None
    courtesy = next((m.passage.cut(*m.courtesy) for m in person.mentions if m.courtesy[1] > m.courtesy[0]), None)
    rank = next((m.passage.cut(*m.rank) for m in person.mentions if m.rank[1] > m.rank[0]), None)
    return ParsedParticipant(
        name=usual_capitals(person.name),
        title=title,
        body=body,
        side=atlas.written(person.side) if person.side else international(body),
        relation=person.relation or MENTIONED,
        courtesy=courtesy,
        rank=rank,
        paragraph=max(first.passage.number, 0),
    )
