"""Days and years written out in words: "a los cuatro días del mes de mayo de dos mil veintiuno"."""

from comunicados.intake.parser.tokens import fold

_ES = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
    "veintiocho veintinueve treinta"
).split()
_EN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_EN_UNITS = "one two three four five six seven eight nine".split()
_EN_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()

DAYS: dict[str, int] = (
    {word: number for number, word in enumerate(_ES, 1)}
    | {word: number for number, word in enumerate(_EN, 1)}
    | {"primero": 1, "primer": 1, "treinta y uno": 31}
)
_AFTER_THOUSAND: dict[str, int] = (
    {word: number for number, word in enumerate(_ES, 1)}
    | {word: number for number, word in enumerate([*_EN_UNITS, *_EN_TEENS], 1)}
    | {"twenty": 20, "thirty": 30}
    | {
        f"{ten}{sign}{unit}": tens + number
        for ten, tens in (("twenty", 20), ("thirty", 30))
        for sign in "- "
        for number, unit in enumerate(_EN_UNITS, 1)
    }
    | {f"treinta y {unit}": 30 + number for number, unit in enumerate(_ES[:9], 1)}
)
YEARS: dict[str, int] = (
    {
        f"{thousand}{word}": 2000 + number
        for thousand in ("dos mil ", "two thousand ", "two thousand and ")
        for word, number in _AFTER_THOUSAND.items()
    }
    | {f"twenty {word}": 2000 + number for word, number in _AFTER_THOUSAND.items() if number > 9}
    | {"dos mil": 2000, "two thousand": 2000}
)


def in_figures(written: str, table: dict[str, int]) -> int:
    """The number that figures or words say; ValueError when they say none."""
    folded = " ".join(fold(written).split())
    return table[folded] if folded in table else int(folded)
