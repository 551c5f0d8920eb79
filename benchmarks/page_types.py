"""The pages that are measured, found in the data of whatever corpus is loaded."""

import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

SAMPLE = 400  # texts from which the words of the searches are taken
LIST, COMMUNIQUE, FEED = (0.25, 0.8), (0.35, 0.8), (0.2, 0.6)


@dataclass(frozen=True)
class PageType:
    name: str
    address: str
    goals: tuple[float, float]  # of a constant page's requests a second: made anew, out of the page cache
    headers: dict[str, str] = field(default_factory=dict)


def found_in_the_data() -> list[PageType]:
    from comunicados.public.models import Publication
    from comunicados.public.paging import Cursor

    spanish = Publication.objects.listed().in_language("es").newest_first()
    size = spanish.count()
    far = spanish[int(size * 0.9)]
    middle = spanish.filter(is_archive=True)[int(size * 0.1)]
    place = str(Cursor(far.date, far.first_live_from, far.pk))
    front, month = "/comunicados/", f"/comunicados/{middle.date:%Y/%m}/"
    popular, rare = _people()
    common, once = _words(size)
    combined = urlencode({"q": common, "person": popular, "kind": middle.kind.slug})
    return [
        PageType("front list", front, LIST),
        PageType(
            "list far back",
            f"{front}?{urlencode({'before': place})}",
            LIST,
        ),
        PageType("month", month, LIST),
        PageType("person, popular", f"/personas/{popular}/", LIST),
        PageType("person, rare", f"/personas/{rare}/", LIST),
        PageType("communiqué", middle.path, COMMUNIQUE),
        PageType("search, rare word", f"{front}?{urlencode({'q': once})}", LIST),
        PageType("search, common word", f"{front}?{urlencode({'q': common})}", (0.2, 0.8)),
        PageType("combined filter", f"{front}?{combined}", (0.2, 0.8)),
        PageType("feed", f"{front}feed.rss", FEED),
    ]


def _people() -> tuple[str, str]:
    """The slugs of who appears most often, and of somebody who appears three times or little more."""
    from django.db.models import Count

    from comunicados.models import Appearance
    from personas.models import Person

    counted = Appearance.objects.exclude(person=None).order_by().values_list("person").annotate(Count("pk"))
    often = {person: rows // 2 for person, rows in counted}  # in both languages
    popular = max(often, key=lambda person: often[person])
    rare = min(often, key=lambda person: (abs(often[person] - 3), person))
    return Person.objects.get(pk=popular).slug, Person.objects.get(pk=rare).slug


def _words(size: int) -> tuple[str, str]:
    """The word of most texts, and one that some two thousandth of them hold; neither a stop word."""
    from comunicados.public.models import Publication

    listed = Publication.objects.listed().in_language("es")
    counts: Counter[str] = Counter()
    for body in listed.newest_first().values_list("body", flat=True)[:SAMPLE]:
        counts.update(set(re.findall(r"\b[^\W\d_]{6,}\b", body)))
    common = next(word for word, _ in counts.most_common() if word.islower() and _matches(listed, word))
    seldom = [word for word, count in counts.items() if count == 1][:50]
    goal = max(3, size // 2000)
    return common, min(seldom, key=lambda word: (abs(_matches(listed, word) - goal), word))


def _matches(listed, word: str) -> int:  # type: ignore[no-untyped-def]
    return listed.holding(word, "es").order_by()[:10_000].count()
