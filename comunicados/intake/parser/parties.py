"""The States between which a text stands, and the one whose text it is."""

import re

from comunicados.intake.parser import places
from comunicados.intake.parser.above import Opening
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.mentions import Mention
from comunicados.intake.parser.tokens import Passage, fold, tokenize, words

_AMBASSADORS = words("embajador embajadora ambassador")
_TRAVELS = re.compile(
    r"\b(?:viaj\w+|gira|llego a|arribo a|visita (?:oficial |de trabajo |de estado )?(?:a|en)|travel\w*|trip to|"
    r"arriv\w+ in|(?:working|official|state) visit to|paid (?:a|an) \w+ visit to|is visiting)\b"
)
_SENT_TO = words("en ante to")
_SENT = frozenset(["label", "sender", "motto", "parts", "letterhead", "subheadline"])
_VISITED = words("en a in to visita visits visit with con")
_RELATIONS = words(
    "relaciones relations bilateral bilaterales cooperacion cooperation ties vinculos consultas dialogue"
)
# Ministries whose names say whose they are.
_MINISTRIES = {
    "secretaria de relaciones exteriores": "mexico",
    "asuntos exteriores, union europea y cooperacion": "espana",
    "asuntos exteriores y de cooperacion": "espana",
    "relaciones exteriores y movilidad humana": "ecuador",
    "itamaraty": "brasil",
    "ministry of external affairs": "india",
    "foreign, commonwealth": "united kingdom",
    "foreign & commonwealth office": "united kingdom",
    "foreign and commonwealth office": "united kingdom",
    "department of state": "united states",
    "office of the spokesperson": "united states",
}
_JOINT = re.compile(r"conjunt|joint", re.IGNORECASE)
_INTERNATIONAL = words(
    "asean ansea nato otan unesco unicef fao oms who ops paho oim iom acnur unhcr oit ilo oiea iaea ocde oecd sica "
    "mercosur caf bid idb aladi segib cplp ua au omc wto fmi imf bm pma wfp pnud undp cepal eclac opep opec "
    "csto osce "
    "igad ecowas cedeao gcc efta aec saarc brics apec opcw opaq icrc cicr otca acto unasur oei ompi wipo onudi unido"
)


def international(body: str | None) -> str | None:
    """The organization itself, when somebody's institution acts for no State."""
    if body is None or fold(body) in _INTERNATIONAL:
        return body
    opening = body.split(" ", 1)[0]  # "WHO" in "WHO Regional Office"
    return opening if opening.isupper() and fold(opening) in _INTERNATIONAL else None


def parties_of(opening: Opening, letterhead: list[Passage], atlas: Atlas) -> list[str]:
    """The keys of the parties that the kind line ("Comunicado conjunto México-Chile") or headline names.

    Where the text is that of a third State, a headline names only whom its people met.
    """
    named = _named_parties(opening.kind_line[len(opening.kind or "") :])
    keys = [key for name in named if (key := atlas.key_of(name))]
    if len(named) == 2 and opening.kind_line and len(keys) < 2 and _JOINT.search(opening.kind_line):
        keys = [atlas.introduce(name) for name in named]
    if len(keys) < 2:
        keys = _named_in(opening.headline or "", atlas)
        sender = _sender_of(opening, letterhead, atlas)
        if sender and sender not in keys and not _JOINT.search(opening.kind_line):
            return []
    return keys


def _named_in(headline: str, atlas: Atlas) -> list[str]:
    """The States of a headline, also within "UK-Egypt"."""
    tokens = tokenize(re.sub(r"(?<=[A-Za-zÀ-ÿ])[-–](?=[A-ZÀ-Ý])", " - ", headline))
    found = (atlas.state_at(tokens, at) for at in range(len(tokens)))
    return list(dict.fromkeys([state[1] for state in found if state]))


def bilateral_parties(passages: list[Passage], atlas: Atlas) -> list[str]:
    """The two States of which a body says "relations between X and Y", where nothing above names them."""
    for passage in passages:
        tokens = passage.tokens
        for at in range(1, len(tokens)):
            near = {token.low for token in tokens[max(0, at - 6) : at]}
            if tokens[at].low not in {"entre", "between"} or not near & _RELATIONS:
                continue
            first = atlas.realm_at(tokens, at + 1, len(tokens))
            joint = at + 1 + first[0] if first else len(tokens)
            if first is None or joint + 1 >= len(tokens) or tokens[joint].low not in {"y", "e", "and"}:
                continue
            second = atlas.realm_at(tokens, joint + 1, len(tokens))
            if second and second[1] != first[1]:
                return [first[1], second[1]]
    return []


def _named_parties(text: str) -> list[str]:
    parts = re.split(r"\s?[-–—/|]\s?|\s(?:y|e|and|with|con)\s|,", text)
    bare = [re.sub(r"^\W*(?:(?:entre|between|de|of|la|el|the)\s)*|[\W]+$", "", part) for part in parts]
    return [name for name in bare if name and name[0].isupper() and len(name.split()) <= 5]


def home_of(opening: Opening, letterhead: list[Passage], atlas: Atlas) -> str | None:
    """The State whose text it is: that of the letterhead, or the one from whose capital it is dated."""
    if told := _sender_of(opening, letterhead, atlas):
        return told
    place = fold(opening.dateline.place or "").split(",")[0] if opening.dateline else ""
    number = places.of_capital(place)
    return None if number is None else f"#{number}"


def _sender_of(opening: Opening, letterhead: list[Passage], atlas: Atlas) -> str | None:
    """The State of the letterhead, or of the ministry that a dateline names last ("– Global Affairs Canada")."""
    parts = re.split(r"\s[-–—|]\s", opening.dateline_text.strip())
    sender = parts[-1] if len(parts) > 2 else ""
    for passage in [*letterhead, Passage(sender, -1, False, tokenize(sender))]:
        for at in range(len(passage.tokens)):
            if found := atlas.state_at(passage.tokens, at):
                return found[1]
    above = fold(
        "\n".join([*opening.letterhead, sender, *(taken.text for taken in opening.taken if taken.role in _SENT)])
    )
    return next((atlas.key_of(state) for house, state in _MINISTRIES.items() if house in above), None)


def is_named_above(home: str | None, opening: Opening, letterhead: list[Passage], atlas: Atlas) -> bool:
    """Whether letterhead or headline say whose text it is; a capital alone may be that of a visit."""
    if _JOINT.search(opening.kind_line):
        return False
    if _sender_of(opening, letterhead, atlas) == home:
        return True
    above = [*letterhead, Passage(opening.headline or "", -1, False, tokenize(opening.headline or ""))]
    for passage in above:
        for at in range(len(passage.tokens)):
            found = atlas.state_at(passage.tokens, at)
            if found and at and passage.tokens[at - 1].low in _VISITED:
                continue
            if home and home in {found[1] if found else None, atlas.adjective_at(passage.tokens, at)}:
                return True
    return False


def sends_ambassador(home: str, mentions: list[Mention]) -> bool:
    """Whether "embajadora de Chile en Argentina" is named in a text dated from the capital of Chile."""
    for mention in mentions:
        title = mention.titled_in.tokens[slice(*mention.title)] if mention.title else []
        if mention.side == home and mention.noun in _AMBASSADORS and any(token.low in _SENT_TO for token in title):
            return True
    return False


def tells_of_travel(opening: Opening, body: list[str]) -> bool:
    """Whether a text begins with a journey of its own people."""
    return bool(_TRAVELS.search(fold(f"{opening.headline or ''}\n{body[0][:400] if body else ''}")))
