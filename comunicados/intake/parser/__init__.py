"""A communiqué's text, Spanish or English, made into its facts. It fails on no text and asks nobody."""

import re

from comunicados.intake.doubts import Doubt
from comunicados.intake.doubts import gettext_noop as _
from comunicados.intake.parsed import ParsedCommunique, ParsedParticipant
from comunicados.intake.parser import places
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.cues import MENTIONED
from comunicados.intake.parser.doubts import find_doubts
from comunicados.intake.parser.finder import find_mentions
from comunicados.intake.parser.layout import LONG, lines_of, paragraphs
from comunicados.intake.parser.lists import apply_headings, pair_signatures
from comunicados.intake.parser.marks import find_marks
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.opening import Opening, read_opening
from comunicados.intake.parser.organizations import organization
from comunicados.intake.parser.persons import Person, gather, oppose_sides, share_sides
from comunicados.intake.parser.roles import assign
from comunicados.intake.parser.spelling import usual_capitals
from comunicados.intake.parser.tables import read_tables
from comunicados.intake.parser.tokens import Passage, fold, tokenize, words

_CUT = _("“%(name)s” stands at the end of a paragraph that seems cut.")
_CONTACT = re.compile(
    r"^\W{0,3}(?:(?:media|press|prensa)\s)?(?:contacts?\b|enquir(?:y|ies)\b|inquir(?:y|ies)\b|contactos?\b|"
    r"para (?:mayor|m[aá]s) informaci[oó]n\b|for (?:more|further|additional) information\b|media office\b)",
    re.IGNORECASE,
)
_SPANISH = words("el la los las de del que y en por para con una su se al como fue")
_ENGLISH = words("the of and to in for with on by a his her their was as that at from")


def parse(text: str) -> ParsedCommunique:
    """The facts that a text states; what is uncertain about them is said in `doubts`."""
    lines = lines_of(text)
    whole = "\n".join(line.text for line in lines)
    opening, rest = read_opening(lines, whole)
    body = paragraphs(rest, whole)
    contact = next((number for number, p in enumerate(body) if _CONTACT.match(p.text)), len(body))
    read = body[:contact]  # whom to ask took no part
    passages = [Passage(p.text, number, p.is_item, tokenize(p.text)) for number, p in enumerate(read)]
    atlas = Atlas()
    parties = _parties(opening, atlas)
    letterhead = _loose_passages(opening.letterhead)
    atlas.read([*_loose_passages([opening.headline or "", opening.kind_line]), *letterhead, *passages])
    persons, unsure = _persons(passages, parties, _home(opening, letterhead, atlas), atlas)
    participants = tuple(_participant(person, atlas) for person in persons)
    texts = [paragraph.text for paragraph in body]
    return ParsedCommunique(
        language=_language(whole),
        kind=opening.kind,
        number=opening.number,
        date=opening.dateline.found.day.isoformat() if opening.dateline else None,
        place=(opening.dateline.place if opening.dateline else None) or opening.place,
        title=opening.headline,
        subheadline=opening.subheadline,
        embargo=opening.embargo,
        body=tuple(texts),
        participants=participants,
        doubts=tuple(find_doubts(opening, texts, participants, is_between_parties=bool(parties)) + unsure),
        source=(*(taken.text for taken in opening.taken), *texts, *(taken.text for taken in opening.below)),
        marks=find_marks(opening, texts, persons),
    )


def _loose_passages(texts: list[str]) -> list[Passage]:
    """Lines above the body, in which States may be named but nobody takes part."""
    return [Passage(text, -1, False, tokenize(text)) for text in texts]


def _language(text: str) -> str:
    written = re.findall(r"\w+", text.lower())
    spanish = sum(word in _SPANISH for word in written)
    english = sum(word in _ENGLISH for word in written)
    return "en" if english > spanish else "es"


def _parties(opening: Opening, atlas: Atlas) -> list[str]:
    """The keys of the parties that the kind line ("Comunicado conjunto México-Chile") or headline names."""
    named = _named_parties(opening.kind_line[len(opening.kind or "") :])
    keys = [key for name in named if (key := atlas.key_of(name))]
    if (
        len(named) == 2
        and opening.kind_line
        and len(keys) < 2
        and re.search(r"conjunt|joint", opening.kind_line, re.I)
    ):
        keys = [atlas.introduce(name) for name in named]
    if len(keys) < 2:
        passage = Passage(opening.headline or "", -1, False, tokenize(opening.headline or ""))
        found = (atlas.state_at(passage.tokens, at) for at in range(len(passage.tokens)))
        keys = list(dict.fromkeys([state[1] for state in found if state]))
    return keys


def _named_parties(text: str) -> list[str]:
    parts = re.split(r"\s?[-–—/|]\s?|\s(?:y|e|and|with|con)\s|,", text)
    bare = [re.sub(r"^\W*(?:(?:entre|between|de|of|la|el|the)\s)*|[\W]+$", "", part) for part in parts]
    return [name for name in bare if name and name[0].isupper() and len(name.split()) <= 5]


def _home(opening: Opening, letterhead: list[Passage], atlas: Atlas) -> str | None:
    """The State whose text it is: that of the letterhead, or the one from whose capital it is dated."""
    for passage in letterhead:
        for at in range(len(passage.tokens)):
            found = atlas.state_at(passage.tokens, at)
            if found:
                return found[1]
    place = fold(opening.dateline.place or "").split(",")[0] if opening.dateline else ""
    number = places.of_capital(place)
    return None if number is None else f"#{number}"


def _persons(
    passages: list[Passage], parties: list[str], home: str | None, atlas: Atlas
) -> tuple[list[Person], list[Doubt]]:
    mentions: list[Mention] = list(find_mentions(passages, atlas))
    assign(mentions, atlas)
    mentions = pair_signatures(mentions, passages, atlas)
    mentions = read_tables(mentions, passages, atlas)
    apply_headings(mentions, passages, atlas)
    mentions = [mention for mention in mentions if not mention.is_line or mention.title or mention.relation]
    persons, doubts = gather(mentions)
    share_sides(persons)
    oppose_sides(persons, parties, home)
    share_sides(persons)
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
    courtesy = next((m.passage.cut(*m.courtesy) for m in person.mentions if m.courtesy[1] > m.courtesy[0]), None)
    rank = next((m.passage.cut(*m.rank) for m in person.mentions if m.rank[1] > m.rank[0]), None)
    return ParsedParticipant(
        name=usual_capitals(person.name),
        title=title,
        body=_house(housed, atlas) if housed else None,
        side=atlas.written(person.side) if person.side else None,
        relation=person.relation or MENTIONED,
        courtesy=courtesy,
        rank=rank,
        paragraph=first.passage.number,
    )
