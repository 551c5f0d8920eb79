"""What stands around a headline and is none: letterheads, senders, codes, paths, mottos, labels."""

import re

from comunicados.intake.parser import places
from comunicados.intake.parser.atlas import Atlas
from comunicados.intake.parser.courtesies import skip_courtesies
from comunicados.intake.parser.names import name_end
from comunicados.intake.parser.posts import find_noun, read_post
from comunicados.intake.parser.tokens import fold, tokenize, words
from comunicados.intake.parser.topics import INSTITUTIONS, is_subject
from comunicados.intake.parser.vocabulary import POST_NOMINALS

_RELEASE = re.compile(
    r"^\W{0,3}(?:for (?:immediate )?release|(?:para|para su|de) (?:publicaci|difusi)[oó]n inmediata|"
    r"check against delivery.{0,40}|unclassified|cotejar con el discurso pronunciado|as delivered|urgente?)\W{0,3}$",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^(?:(?:from|delivered on|first published|last updated|updated|topic|topics|tags?|category|categor[ií]as?|"
    r"secci[oó]n|temas?|pa[ií]s(?:es)?|country|language|idioma|by|autora?|fuente|source|ref(?:erencia|erence)?|to|para|"
    r"etiquetas|n[uú]mero de expediente|contact[os]?|media contacts?|tel[eé]fono|tel|e-?mail|correo|published on|"
    r"lectura|release type|document type|tipo|duration|duraci[oó]n|hora|time)\s?[.:]\s.*|ref\..*|"
    r"(?:location|lugar|place|venue|ciudad|city)\s?:\s*(?P<place>.+))$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^\W{0,3}(?:news|press releases?|press room|newsroom|sala de prensa|noticias|comunicados(?: de prensa)?|"
    r"media centre|"
    r"media center|latest news|back(?: to .{3,30})?|volver|inicio|home|share|compart[ei]r?|print|imprimir|"
    r"usted est[aá] en\W.{0,60}|you are here\W.{0,60}|news and (?:media|speeches)|"
    r"statements?(?: and| &) speeches|announcements|"
    r"(?:\(photo\)|fotos?|photos?|imagen?|image|credit)[ :(].{0,80}|distributed by .{0,60}|unique id.{0,20}|"
    r"actualidad|prensa|press conferences?|speeches|media|statements|news releases?|"
    r"comunicados y notas|notas de prensa|"
    r"[\w-]{2,30}(?:\.[\w-]{2,20}){0,2}\.(?:mx|gob|gov|org|int|com|net|es|cl|pe|ar|co|uk|eu|ca|au|sg)(?:/\S*)?)\W{0,3}$",
    re.IGNORECASE,
)
# What a site offers beside a text.
_SHARE = re.compile(
    r"^\W{0,3}(?:comp[aá]rt\w+|share|tweet|twitter|facebook|whatsapp|linkedin|imprimir|print(?: this page)?|a\+ a-|"
    r"im[aá]gen \S+|\d{1,2} min(?:utos?|utes?)?\b(?: de)? (?:lectura|read)|skip to .{3,30}|escuchar|"
    r"descargar(?: pdf)?|"
    r"this was published under .{5,120})(?:[\s:|,]+(?:esta (?:noticia|p[aá]gina)|this|en|on|via|by|"
    r"tweet|twitter|facebook|whatsapp|linkedin|email|x|imprimir|print|a\+ a-))*\W{0,3}$",
    re.IGNORECASE,
)
_CODE = re.compile(r"^[A-ZÑ0-9]+(?:[-/.][A-ZÑ0-9]+)+(?: \([^()]{2,20}\))?$")
_MOTTO = re.compile(
    r"^(?:[“\"«].{8,150}[”\"»]\.?|(?:A[ñn]o|Decenio)(?: Internacional)? (?:de|del|por)\b.{5,150})$", re.IGNORECASE
)
_NOWHERE = Atlas()  # knows the States of the table and learns none
LONGEST_LABEL = 160  # characters
_EDGES = " \t.:-–—|·*"
_SMALL = words("de del la las el los y e a en para of the and for to in on")
_EVENTS = words(
    "acuerdo tratado convenio convencion protocolo carta declaracion treaty agreement convention charter "
    "cumbre summit "
    "conferencia conference iniciativa initiative plan premio prize programa program programme reunion meeting"
)  # what a headline may begin with
_SITES = words("inicio home portada news noticias")


def is_release(text: str) -> bool:
    """ "For immediate release", or a line in parentheses."""
    return bool(_RELEASE.match(text)) or (text[0] == "(" and text[-1] == ")")


def is_share(text: str) -> bool:
    """ "Comparte: Twitter Facebook", "A+ A- Imprimir", "1 min lectura"."""
    return len(text) < 160 and bool(_SHARE.match(text))


def is_code(text: str) -> bool:
    """The reference of a registry: "MRE-DGP-0123/2021"."""
    return bool(_CODE.match(text)) and any(sign.isdigit() for sign in text)


def is_motto(text: str) -> bool:
    """A quotation, or the year that a letterhead names ("Año del Bicentenario")."""
    return bool(_MOTTO.match(text))


def is_path(text: str) -> bool:
    """Where on a site a page stands: "Home > News > Press releases"."""
    parts = re.split(r"\s?[/>»›|]\s?", text) if len(text) < 160 else []
    if not all(1 < len(part) <= 40 for part in parts) or any(sign in text for sign in ".;:!?"):
        return False
    is_house = len(parts) == 2 and ">" in text and is_letterhead(parts[0])
    return len(parts) > 2 or is_house or (len(parts) == 2 and fold(parts[0]) in _SITES)


def is_section(text: str) -> bool:
    """ "News", "Sala de Prensa": the part of a site in which a text stands."""
    return bool(_SECTION.match(text))


def is_sender(text: str) -> bool:
    """ "Minister for Foreign Affairs", "Senator the Hon. Penny Wong": whose text it is, and no headline."""
    tokens = tokenize(text)
    if len(tokens) > 14 or text[-1] in ".:;" or any(token.low == "'s" or token.text[0].isdigit() for token in tokens):
        return False
    name, _courtesy, _rank = skip_courtesies(tokens, 0)
    end = name_end(tokens, name, _NOWHERE)
    while end < len(tokens) and tokens[end].low in POST_NOMINALS:
        end += 1
    if end == len(tokens) and name > 0 and end > name:
        return True
    first = end + 1 if end > name and end + 1 < len(tokens) and tokens[end].text == "," else 0
    noun = find_noun(tokens, first, len(tokens), _NOWHERE)
    if noun is None:
        return False
    post = read_post(tokens, noun, first, len(tokens), _NOWHERE)
    return post.end == len(tokens) and post.holder is None


def is_letterhead(text: str) -> bool:
    """ "Secretaría de Relaciones Exteriores": an institution's name and no sentence."""
    words = text.split()
    if _is_english_institution(text):
        return True
    first = fold(words[0].strip(_EDGES))
    if first in {"u.s", "us", "the"} and len(words) > 1:
        first = fold(words[1])
    return (
        len(words) <= (7 if text.isupper() else 12)
        and (first in INSTITUTIONS - _EVENTS or first in {"direccion", "gobierno", "directorate"})
        and not any(word[0].islower() and fold(word) not in _SMALL for word in words)
        and text[-1] not in ".:;"
    )


def _is_english_institution(text: str) -> bool:
    """ "European External Action Service": the noun comes last, and nothing but matters before it."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", text)]
    if not 1 < len(words) <= 8 or words[-1] not in INSTITUTIONS or text[-1] in ".:;":
        return False
    return all(word in _SMALL or is_subject(word) or places.of_adjective(word) is not None for word in words)
