"""Rows of tables, their cells parted by "|": whose post, institution and State stand in the other cells."""

from dataclasses import dataclass, field

from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.courtesies import skip_courtesies
from comunicados.intake.parser.cues import HEAD
from comunicados.intake.parser.holders import is_verb
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.posts import find_noun
from comunicados.intake.parser.tokens import Passage, Span, words
from comunicados.intake.parser.topics import INSTITUTIONS
from comunicados.intake.parser.vocabulary import AND, PARTICLES

NAME, POST, HOUSE, STATE = "name", "post", "house", "state"
_COLUMNS = (
    (NAME, words("nombre nombres name names participante participant persona person titular funcionario")),
    (POST, words("cargo puesto position post title funcion function rank role")),
    (HOUSE, words("institucion institution organizacion organization organisation entidad entity dependencia")),
    (STATE, words("pais country estado state delegacion delegation")),
)
_HEADING = 5  # tokens of the heading of a column


@dataclass
class Table:
    """What the rows read so far say of their columns."""

    columns: dict[int, str] = field(default_factory=dict)
    sides: dict[int, str] = field(default_factory=dict)
    above: list[tuple[int, Mention]] = field(default_factory=list)  # the people of the row before, by column
    is_signed: bool = False


def cells_of(passage: Passage) -> list[Span]:
    """Where the cells of a row begin and end, in tokens; none when the passage is no row."""
    bars = [at for at, token in enumerate(passage.tokens) if token.text == "|"]
    if not bars or not passage.is_item:
        return []
    return list(zip([0, *(bar + 1 for bar in bars)], [*bars, len(passage.tokens)], strict=True))


def read_tables(mentions: list[Mention], passages: list[Passage], atlas: Atlas) -> list[Mention]:
    """The namings with what the cells beside or below them tell; those in cells of other things are no people."""
    by_passage: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_passage.setdefault(mention.passage.number, []).append(mention)
    table, result = Table(), []
    for passage in passages:
        people = by_passage.get(passage.number, [])
        cells = cells_of(passage)
        if not cells:
            table = Table()
        elif _is_header(passage, cells, people, table, atlas):
            people = []
        else:
            people = _read_row(passage, cells, people, table, atlas)
        result += people
    return result


def _is_header(passage: Passage, cells: list[Span], people: list[Mention], table: Table, atlas: Atlas) -> bool:
    """Whether a row names the columns: by what they hold, or by whose delegation it is."""
    columns: dict[int, str] = {}
    for number, (start, end) in enumerate(cells):
        heading = {token.low for token in passage.tokens[start:end]}
        for column, names in _COLUMNS:
            if end - start <= _HEADING and heading & names:
                columns.setdefault(number, column)
    if not people and (sides := _sides(passage, cells, atlas)):
        table.sides, table.columns = sides, {}
        return True
    if len(columns) == len(cells) or (NAME in columns.values() and len(columns) > 1):
        table.columns = columns
        return True
    return False


def _sides(passage: Passage, cells: list[Span], atlas: Atlas) -> dict[int, str]:
    """The State of each column when every cell of a row names one, and nothing but "delegation of" it."""
    sides = {}
    for number, (start, end) in enumerate(cells):
        found = [state[1] for at in range(start, end) if (state := atlas.state_at(passage.tokens, at))]
        adjectives = [key for at in range(start, end) if (key := atlas.adjective_at(passage.tokens, at))]
        keys = set(found or adjectives)
        if len(keys) != 1 or end - start > 2 * _HEADING or find_noun(passage.tokens, start, end, atlas) is not None:
            return {}
        sides[number] = keys.pop()
    return sides


def _read_row(
    passage: Passage, cells: list[Span], people: list[Mention], table: Table, atlas: Atlas
) -> list[Mention]:
    placed = [(_column(cells, mention), mention) for mention in people]
    if NAME in table.columns.values():
        placed = [(column, mention) for column, mention in placed if table.columns.get(column, NAME) == NAME]
        named = {column for column, _ in placed}
        for column, mention in placed:
            _widen(mention, passage, cells[column])
        for column, role in table.columns.items():
            if role == NAME and column not in named and column < len(cells):
                placed += [(column, mention) for mention in _whole(passage, cells[column])]
    taken = {column for column, _ in placed}
    if not placed:
        _give_posts(passage, cells, table, atlas)
    alone = _states_alone(passage, cells, atlas)
    for column, mention in placed:
        mention.side = mention.side or table.sides.get(column) or (alone[0] if len(alone) == 1 else None)
        if len(placed) == 1:
            _take_cells(mention, passage, [(n, cell) for n, cell in enumerate(cells) if n not in taken], table, atlas)
    table.above = placed
    return [mention for _, mention in placed]


def _states_alone(passage: Passage, cells: list[Span], atlas: Atlas) -> list[str]:
    """The States that are all that a cell says."""
    found = [(end, start, atlas.state_at(passage.tokens, start)) for start, end in cells if end > start]
    return [state[1] for end, start, state in found if state and start + state[0] == end]


def _column(cells: list[Span], mention: Mention) -> int:
    return next(number for number, (_, end) in enumerate(cells) if mention.name[0] < end)


def _whole(passage: Passage, cell: Span) -> list[Mention]:
    """A cell beneath "Name" is a name, whatever its words."""
    name, courtesy, rank = skip_courtesies(passage.tokens, cell[0])
    end = next((at for at in range(name, cell[1]) if not passage.tokens[at].is_word), cell[1])
    inside = passage.tokens[name:end]
    if len(inside) < 2 or not all(token.is_capital or token.low in PARTICLES | AND for token in inside):
        return []
    return [Mention(passage, cell, cell[0], end, (name, end), courtesy=courtesy, rank=rank)]


def _widen(mention: Mention, passage: Passage, cell: Span) -> None:
    """The whole cell is the name: "Rosalba Ojeda y Cárdenas"."""
    whole = next(iter(_whole(passage, cell)), None)
    if whole and whole.name[0] == mention.name[0] and whole.name[1] > mention.name[1]:
        mention.name, mention.end = whole.name, whole.end


def _take_cells(
    mention: Mention, passage: Passage, others: list[tuple[int, Span]], table: Table, atlas: Atlas
) -> None:
    for number, (start, end) in others:
        if start == end:
            continue
        role = table.columns.get(number) or _role(passage, (start, end), atlas)
        state = atlas.state_at(passage.tokens, start)
        if role == POST and mention.title is None:
            mention.title, mention.noun, mention.is_bare = (start, end), passage.tokens[start].low, False
        elif role == HOUSE:
            mention.house, mention.is_bare = (start, end), False
        elif role == STATE and state:
            mention.side, mention.is_bare = mention.side or state[1], False


def _role(passage: Passage, cell: Span, atlas: Atlas) -> str | None:
    tokens, (start, end) = passage.tokens, cell
    if any(is_verb(token) for token in tokens[start:end]):
        return None
    if find_noun(tokens, start, end, atlas) is not None:
        return POST
    state = atlas.state_at(tokens, start)
    if state and start + state[0] == end:
        return STATE
    is_house = tokens[start].low in INSTITUTIONS or tokens[end - 1].low in INSTITUTIONS
    return HOUSE if is_house or (end - start == 1 and tokens[start].is_acronym) else None


def _give_posts(passage: Passage, cells: list[Span], table: Table, atlas: Atlas) -> None:
    """A row of posts under a row of names: signatures side by side."""
    for column, mention in table.above:
        if column < len(cells) and mention.title is None and _role(passage, cells[column], atlas) == POST:
            start, end = cells[column]
            mention.post_line, mention.title, mention.noun = passage, (start, end), passage.tokens[start].low
            mention.is_bare, mention.relation = False, mention.relation or HEAD
