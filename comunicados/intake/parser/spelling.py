"""All-capital names in their usual spelling."""

from comunicados.intake.parser.vocabulary import PARTICLES


def usual_capitals(name: str) -> str:
    """An all-capital word of a name as it is usually written: "BÁRCENA DE LA O'HIGGINS" is "Bárcena de la
    O'Higgins".
    """
    return " ".join(_usual(word, first=not index) for index, word in enumerate(name.split()))


def _usual(word: str, *, first: bool) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    if (
        len(letters) < 2
        or "." in word
        or not all(letter.isupper() for letter in letters)
        or word in {"II", "III", "IV"}
    ):
        return word
    if not first and word.lower() in PARTICLES:
        return word.lower()
    result, capital = [], True
    for letter in word:
        result.append(letter if capital else letter.lower())
        capital = not letter.isalnum() and letter in "-‐'’·"
    return "".join(result)
