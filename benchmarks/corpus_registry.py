"""The countries, bodies, posts, people and kinds of the corpus."""

import itertools
import random
import re
import unicodedata

from benchmarks.corpus_words import (
    BODIES,
    BODY_POSTS,
    COUNTRIES,
    DOMESTIC_POSTS,
    FOREIGN_POSTS,
    GIVEN,
    HOST_MINISTRIES,
    KINDS,
    ORGANISATIONS,
    PERSONS,
    POSITIONS,
    SCOPES,
    SURNAMES,
    SYLLABLES_A,
    SYLLABLES_B,
    SYLLABLES_C,
    SYLLABLES_D,
    TOPONYMS,
)


def table(text, sep=":"):
    return [
        tuple(cell.strip() for cell in row.split(sep))
        for line in text.strip().splitlines()
        for row in line.split("|")
        if row
    ]


def slugify(text, limit=80):
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_)[:limit].strip("-")


def cumulative_zipf(n, s=1.0):
    return list(itertools.accumulate(1 / (i + 1) ** s for i in range(n)))


def stream(rng, values, cum_weights):
    """Endless weighted draws, made in blocks, which is several times faster."""
    while True:
        yield from rng.choices(values, cum_weights=cum_weights, k=20_000)


def capital(sentence):
    return sentence[0].upper() + sentence[1:]


class Reference:
    """The registry of a corpus, the same for every number of texts."""

    def __init__(self, n, seed):
        self.n = n
        self.seed = seed
        self.reference(random.Random(f"{seed}/reference"))

    def reference(self, rng):
        self.countries = []
        for i, (iso, es, en, cap) in enumerate(table(COUNTRIES), 1):
            cap_es, _, cap_en = cap.partition("/")
            self.countries.append(
                {"t": "country", "id": i, "iso": iso, "es": es, "en": en, "_capital": (cap_es, cap_en or cap_es)}
            )
        host = 1
        orgs = [(host, es, en) for es, en in table(HOST_MINISTRIES)]
        orgs += [
            (
                c["id"],
                f"Ministerio de Relaciones Exteriores de {c['es']}",
                f"Ministry of Foreign Affairs of {c['en']}",
            )
            for c in self.countries
        ]
        scoped = [
            (None, f"{b[0]} {s[0]}", f"{s[1]} {b[1]}" if s[1] == "Hemispheric" else f"{b[1]} {s[1]}")
            for s in table(SCOPES)
            for b in table(BODIES)
        ]
        orgs += scoped[: ORGANISATIONS - len(orgs)]
        self.organisations = [
            {"t": "organisation", "id": i, "country": c, "es": es, "en": en} for i, (c, es, en) in enumerate(orgs, 1)
        ]
        posts = []
        for rank in range(6):  # first posts of all bodies first
            for org in self.organisations:
                titles = table(
                    DOMESTIC_POSTS if org["country"] == host else FOREIGN_POSTS if org["country"] else BODY_POSTS
                )
                if rank < len(titles):
                    posts.append((org["id"], *titles[rank]))
        self.positions = [
            {"t": "position", "id": i, "organisation": o, "es": es, "en": en}
            for i, (o, es, en) in enumerate(posts[:POSITIONS], 1)
        ]
        by_country = {}
        for p in self.positions:
            country = self.organisations[p["organisation"] - 1]["country"]
            by_country.setdefault(country, []).append(p["id"])
        homes = list(by_country)
        self.persons, seen = [], set()
        while len(self.persons) < PERSONS:
            name = f"{rng.choice(GIVEN)} {rng.choice(SURNAMES)} {rng.choice(SURNAMES)}"
            if name in seen:
                continue
            seen.add(name)
            i = len(self.persons) + 1
            home = host if i == 1 or rng.random() < 0.35 else rng.choice(homes)
            years = sorted({2000, *rng.sample(range(2002, 2025), rng.randint(0, 3))})
            tenures = [{"position": rng.choice(by_country[home]), "from": f"{y}-01-01"} for y in years]
            self.persons.append(
                {"t": "person", "id": i, "name": name, "slug": slugify(name), "country": home, "tenures": tenures}
            )
        self.kinds = [
            {"t": "kind", "id": i, "slug": s, "es": es, "en": en, "_weight": int(w)}
            for i, (s, es, en, w) in enumerate(table(KINDS), 1)
        ]
        words = set()
        while len(words) < TOPONYMS:
            words.add(
                rng.choice(SYLLABLES_A)
                + rng.choice(SYLLABLES_B)
                + (rng.choice(SYLLABLES_C) if rng.random() < 0.8 else "")
                + rng.choice(SYLLABLES_D)
            )
        self.toponyms = sorted(words)
        rng.shuffle(self.toponyms)
