"""Dates in words and figures of both languages, and the place that stands beside them in a dateline."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from comunicados.intake.parser import places
from comunicados.intake.parser.numerals import DAYS, YEARS, in_figures
from comunicados.intake.parser.tokens import fold
from comunicados.intake.parser.topics import INSTITUTIONS
from comunicados.intake.parser.vocabulary import MONTHS, WEEKDAYS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_DAY = r"\d{1,2}|" + "|".join(sorted(DAYS, key=len, reverse=True))
_YEAR = r"\d{4}|" + "|".join(sorted(YEARS, key=len, reverse=True))
_PATTERNS = tuple(
    re.compile(rf"(?:\b(?P<weekday>{_WEEKDAY})\b[.,]?\s{{1,3}})?{pattern}")
    for pattern in (
        rf"(?:\b(?:a|al|the|this|el|a los|dia|el dia|on)\s{{1,3}})?\b(?P<day>{_DAY})"
        r"(?:\.?[º°]|o|ro\.?|er|st|nd|rd|th)?\s{1,3}"
        rf"(?:(?:de|of|dias del mes de|day of)\s{{1,3}})?(?P<month>{_MONTH})\b[.,]?\s{{1,3}}"
        rf"(?:(?:de|del|del ano|de ano|in the year|of the year)\s{{1,3}})?(?P<year>{_YEAR})\b",
        rf"\b(?P<month>{_MONTH})\b\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,3}}|\s{{1,3}})(?:del?\s)?(?P<year>\d{{4}})\b",
        r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b",
        r"(?:a\s)?\b(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})\b",
        rf"\b(?P<month>{_MONTH})\b\.?\s{{0,3}}(?P<day>\d{{1,2}})/(?P<year>\d{{2}})\b",
    )
)
_PLACE_INTRODUCTION = re.compile(
    r"^(?:dad[oa] en|hecho en|done (?:at|in)|firmado en|signed (?:at|in)|lugar(?: y fecha)?:|"
    r"place(?: and date)?:|fecha:|date:|en |published(?: on)?:?|publicado(?: el)?:?|issued(?: on| at| in)?:?|"
    r"(?:last )?updated(?: on)?:?|actualizado(?: el)?:?|"
    r"[uú]ltima actualizaci[oó]n:?|emitido(?: en| el)?:?|released(?: on)?:?|posted(?: on)?:?|"
    r"fecha de publicaci[oó]n:?)\s*(?:la (?=ciudad))?",
    re.IGNORECASE,
)
_CAPITAL_PLACE = re.compile(
    r"^(?P<place>[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ.,' ]{2,40}?)(?:\s?\([\w ./]{2,20}\))?\s?[.,]?\s?[—–-]{1,2}\s"
    r"(?P<text>[^\W_].*)$"
)
_PLACE_DASH = re.compile(r"^(?P<place>[^\W\d_][^\d.:;()!?–—]{2,60}?)\s[—–]{1,2}\s(?P<text>[^\W_].*)$")
_PLACE_BEFORE = re.compile(
    r"^(?P<place>[^\W\d_a-zà-ÿ][^\d:;()!?]{2,60}?)(?:\s?\.\s?[—–-]{1,2}|\s\([A-Z][\w. /]{1,20}\)\s[—–-]{1,2})\s"
    r"(?P<text>[^\W_].*)$"
)
_YESTERDAY = re.compile(r"(?<!desde )(?<!de )(?<!until )(?<!since )\b(?:ayer|yesterday)\b")
_QUOTED = re.compile(r"[“«\"][^”»\"]{0,400}[”»\"]")
_HOUR = re.compile(
    r"(?<![\d/.:-])\b\d{1,2}[:.]\d{2}(?::\d{2})?(?![\d/.-])(?:\s?(?:h(?:rs|oras)?\b\.?|[ap]\.?\s?m\b\.?))?(?:\s?\|)?",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"/\s?[A-Z][A-Za-z]{1,14}(?:\s\([^()]{2,40}\))?\s?/")  # "June 1, 2016 /APO/ --"
_EDGES = " \t,.;:-–—−|/()[]*_\u00b7"
_SMALL_CAPITALS = frozenset(("DE", "DEL", "LA", "LOS", "LAS", "Y", "OF", "THE", "AND"))
PLACE_WORDS = 8


@dataclass(frozen=True, slots=True)
class FoundDate:
    start: int
    end: int
    day: date
    weekday: int | None

    @property
    def weekday_fits(self) -> bool:
        return self.weekday is None or self.weekday == self.day.weekday()


@dataclass(frozen=True, slots=True)
class Dateline:
    found: FoundDate
    place: str | None
    end: int  # where the text that it introduces begins; the length of the line when it stands alone


def find_dates(text: str) -> list[FoundDate]:
    """Every date of a text in the order of writing. An impossible one (31 April) is passed over."""
    # Folding keeps the length of composed letters, so that places in both texts agree; others are looked at
    # as they are.
    folded = fold(text)
    if len(folded) != len(text):
        folded = text.lower()
    found: dict[int, FoundDate] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            day = _as_date(match["day"], match["month"], match["year"])
            if day:
                weekday = WEEKDAYS.get(match["weekday"] or "")
                found.setdefault(match.end(), FoundDate(match.start(), match.end(), day, weekday))
    return [found[end] for end in sorted(found)]


def _as_date(day: str, month: str, year: str) -> date | None:
    if month.isdigit() and int(month) > 12 >= int(day):
        day, month = month, day  # "07/15/2024"
    if len(year) == 2:
        year = f"20{year}"  # "may. 3/24"
    try:
        return date(in_figures(year, YEARS), MONTHS.get(month) or int(month), in_figures(day, DAYS))
    except ValueError:
        return None


def day_of_act(day: date, body: list[str]) -> date | None:
    """The day before the dateline's, where the first sentence of the body says "ayer" or "yesterday"."""
    first = re.split(r"(?<=\w{4}[.!?])\s", body[0][:600], maxsplit=1)[0] if body else ""
    told = _QUOTED.sub("", fold(first))
    return day - timedelta(days=1) if _YESTERDAY.search(told) else None


def read_dateline(line: str) -> Dateline | None:
    """The dateline that a line is or begins with: "Lima, 3 de mayo de 2024", "LONDON, 5 May 2024 – The…"."""
    start = line[:200]
    for aside in (_HOUR, _AGENCY):
        start = aside.sub(lambda told: " " * len(told[0]), start)
    line = start + line[200:]
    for found in find_dates(line[:200])[:1]:
        before = _PLACE_INTRODUCTION.sub("", line[: found.start].strip(_EDGES)).strip(_EDGES)
        after = line[found.end :]
        if before and not is_place(before):
            return None
        if len(line) <= 120 and not after.strip(_EDGES + "'"):
            return Dateline(found, place_of(before), len(line))
        if before:
            return _run_in(line, found, before)
        return _date_first(line, found)
    return None


def dateline_within(paragraph: str) -> Dateline | None:
    """Place and date of a sentence such as "En la ciudad de Lima, a los 3 días del mes de mayo de 2024,…"."""
    for found in find_dates(paragraph[:120])[:1]:
        before = paragraph[: found.start].strip(_EDGES)
        bare = re.sub(
            r"^(?:en|in|at)\s(?:(?:la|the)\s(?:ciudad|city)\s(?:de|of)\s)?", "", before, flags=re.IGNORECASE
        )
        if bare != before and is_place(bare):
            return Dateline(found, place_of(bare), found.end)
    return None


def _run_in(line: str, found: FoundDate, before: str) -> Dateline | None:
    mark = re.match(
        r"\s{0,3}\)?\s{0,3}(?:\([\w ./]{2,20}\)\s{0,3})?(?:[.:]?\s{0,2}[-–—−]+|[.:])\s{0,3}",
        line[found.end :],
    )
    if not mark:
        return None
    end = found.end + mark.end()
    rest = line[end:].strip()
    # "Ottawa, January 5, 2024 – Global Affairs Canada": the sender, not a text.
    is_sender = len(rest) < 60 and not re.search(r"[.!?;]$|\b[a-z]{4,}\b", rest)
    return Dateline(found, place_of(before), len(line) if is_sender else end)


def _date_first(line: str, found: FoundDate) -> Dateline | None:
    """ "January 5, 2024 – Ottawa, Ontario – Global Affairs Canada" and the like: the place follows."""
    if len(line) > 120:
        return None
    parts = [part.strip(_EDGES) for part in re.split(r"\s[-–—|]+\s|[-–—|]\s", line[found.end :])]
    parts = [part for part in parts if part]
    if not parts or not all(is_place(part) for part in parts):
        return None
    return Dateline(found, None if _is_house(parts[0]) else place_of(parts[0]), len(line))


def _is_house(text: str) -> bool:
    """ "Ministry of Foreign Affairs" beside a date is the sender."""
    return fold(text.split()[0]) in INSTITUTIONS


def is_place(text: str) -> bool:
    if not text:
        return False
    words = text.replace(",", " ").replace("(", " ").replace(")", " ").split()
    small = {
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "of",
        "the",
        "and",
        "upon",
        "da",
        "do",
        "dos",
        "sur",
        "on",
        "a",
    }
    return (
        0 < len(words) <= PLACE_WORDS
        and text[0].isupper()
        and not any(sign in text for sign in ';:?!"“”')
        and all(word[0].isupper() or word.lower() in small or word[0] in "'’" for word in words)
    )


def leading_place(text: str) -> tuple[str, int] | None:
    """The place before a dash with which a text begins, and where the text itself does: "OSLO — Norway signed"."""
    match = _CAPITAL_PLACE.match(text)
    if match is None and (match := _PLACE_BEFORE.match(text)) and not is_place(match["place"]):
        return None
    if match is None and (match := _PLACE_DASH.match(text)):
        match = match if places.of_capital(fold(match["place"]).split(",")[0]) is not None else None
    return (match["place"].strip(" ,."), match.start("text")) if match else None


def place_of(text: str) -> str | None:
    """The place without the signs around it; capitals become usual ones, "D.C." keeps its dots."""
    text = " ".join(text.split())
    if text.endswith((" a", ", a")):
        text = text[:-2].strip(_EDGES)
    if text.count("(") > text.count(")"):
        text += ")"
    if re.search(r"\b[A-Z]\. ?[A-Z]$", text):
        text += "."
    return ", ".join(_usual_capitals(part) for part in text.split(", ")) or None


def _usual_capitals(part: str) -> str:
    if len(part) < 4 or "." in part or not part.isupper():
        return part
    return " ".join(
        word.lower() if index and word in _SMALL_CAPITALS else word.capitalize()
        for index, word in enumerate(part.split())
    )
