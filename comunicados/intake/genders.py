"""The grammatical gender that a text gives to somebody, and a Spanish title in the other one.

Only the forms of titles, courtesies and articles speak; a first name says nothing.
"""

import re

from comunicados.intake.parser.tokens import fold

FEMININE, MASCULINE = "feminine", "masculine"

_COURTESIES = {
    FEMININE: "sra srta senora senorita dona d.ª dra doctora licda licenciada mtra maestra profa profesora excma"
    " excelentisima mrs ms miss madam lady dame ingeniera arquitecta abogada",
    MASCULINE: "sr senor don dr doctor licenciado mtro maestro profesor excmo excelentisimo mr sir lord ingeniero"
    " arquitecto abogado",
}
_OF_BOTH = frozenset(["dr", "doctor", "licenciado", "ingeniero"])  # English has one form, and Spanish uses it so
_ARTICLES = {"la": FEMININE, "el": MASCULINE, "al": MASCULINE, "del": MASCULINE}

# feminine ending, masculine ending: the first that fits. A word of neither kind is the same for both.
_ENDINGS = (
    ("presidenta", "presidente"),
    ("intendenta", "intendente"),
    ("jefa", "jefe"),
    ("alcaldesa", "alcalde"),
    ("jueza", "juez"),
    ("primera", "primer"),
    ("tercera", "tercer"),
    ("concejala", "concejal"),
    ("capitana", "capitán"),
    ("ora", "or"),
    ("aria", "ario"),
    ("istra", "istro"),
    ("ada", "ado"),
    ("ida", "ido"),
    ("era", "ero"),
    ("ica", "ico"),
    ("iva", "ivo"),
    ("nta", "nto"),
    ("ita", "ito"),
    ("ana", "ano"),
    ("ina", "ino"),
    ("ena", "eno"),
    ("unda", "undo"),
    ("oga", "ogo"),
    ("rta", "rto"),
    ("rna", "rno"),
    ("ecta", "ecto"),
    ("ónoma", "ónomo"),
)
# of these the feminine is seen, and the masculine may still be a woman's ("la presidente", "la juez")
_COMMON = frozenset(["presidenta", "intendenta", "jefa", "jueza", "concejala", "capitana"])
_INVARIABLE = frozenset(["asistenta", "suplenta", "guardia", "guarda", "gobierno", "estado", "camarada"])
_HEAD = re.compile(r"^.*?(?=\s(?:de|del|para|en|ante|por|con|a|al)\s|[,(]|$)", re.DOTALL)


def gender_of(title: str, courtesy: str, before: str = "") -> str:
    """What the grammar says: "feminine", "masculine", or "" where it says nothing or both.

    `before` is what stands before the title in the text: its last word may be an article.
    """
    said = {_of_courtesy(courtesy), _of_title(title), _of_article(title, before)} - {""}
    return said.pop() if len(said) == 1 else ""


def in_gender(title: str, gender: str) -> str:
    """A Spanish title as a holder of that gender bears it: "directora general" for "director general"."""
    head = _HEAD.match(title)
    end = head.end() if head else len(title)
    return re.sub(r"\w+", lambda word: _inflected(word.group(), gender), title[:end]) + title[end:]


def _of_courtesy(courtesy: str) -> str:
    words = {word.rstrip(".") for word in fold(courtesy).split()}
    said = {gender for gender, forms in _COURTESIES.items() if words & set(forms.split()) - _OF_BOTH}
    return said.pop() if len(said) == 1 else ""


def _of_title(title: str) -> str:
    """The form of the first word, where Spanish has two of it."""
    word = re.match(r"\w+", title)
    if not word:
        return ""
    found = _ending(word.group().lower())
    return found[0] if found and (found[0] == FEMININE or found[1] not in _COMMON) else ""


def _of_article(title: str, before: str) -> str:
    """Of an epicene title ("la canciller") or one whose masculine serves both ("la presidente")."""
    words = before.split()
    return _ARTICLES.get(words[-1].lower(), "") if words and title else ""


def _ending(word: str) -> tuple[str, str, str] | None:
    """The gender of a word, and its endings in the feminine and the masculine."""
    if fold(word) in _INVARIABLE or len(word) < 4:
        return None
    for feminine, masculine in _ENDINGS:
        if word.endswith(feminine):
            return FEMININE, feminine, masculine
        if word.endswith(masculine):
            return MASCULINE, feminine, masculine
    return None


def _inflected(word: str, gender: str) -> str:
    found = _ending(word.lower())
    if not found or found[0] == gender:
        return word
    _, feminine, masculine = found
    old, new = (masculine, feminine) if gender == FEMININE else (feminine, masculine)
    return word[: -len(old)] + (new.upper() if word.isupper() else new)
