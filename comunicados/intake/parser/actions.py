"""Words that say what somebody does, whatever their letters."""

import re

from comunicados.intake.parser.tokens import fold
from comunicados.intake.parser.vocabulary import VERBS

_PAST = re.compile(r"(?:ó|aron|ieron|aban|aba|ed|[aei]rán?)$")


def is_action(word: str) -> bool:
    """Whether a word can only be a verb of a report: "destacó", "RECIBIÓ", "met"."""
    return fold(word) in VERBS or (len(word) > 3 and bool(_PAST.search(word.lower())))
