"""Where a name stands in the alphabet."""


def guess_sort_name(name: str) -> str:
    """Surnames first, by the Spanish habit: two surnames when there are three words or more, else one.

    A guess, to be corrected: "Alicia Bárcena Ibarra" → "Bárcena Ibarra, Alicia".
    """
    words = name.split()
    surnames = 2 if len(words) > 2 else 1
    given = words[:-surnames]
    return ", ".join(filter(None, (" ".join(words[-surnames:]), " ".join(given))))
