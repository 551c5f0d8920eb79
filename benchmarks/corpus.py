"""A deterministic bilingual corpus of press communiqués, written as JSONL.

    python -m benchmarks.corpus N [--seed S] [-o FILE]      # standard output by default

The same N and seed give the same bytes (Python 3.11 or later, standard
library only).  Everything is invented except the names of countries and
capitals; the host state is the fictional Valdoria.  Records stream out in an order in which each one refers
only to records already written:

    {"t":"country","id":1,"iso":"AR","es":"Argentina","en":"Argentina"}
    {"t":"organisation","id":1,"country":1|null,"es":"…","en":"…"}
    {"t":"position","id":1,"organisation":1,"es":"Ministro de …","en":"Minister of …"}
    {"t":"person","id":1,"name":"…","slug":"…","country":1|null,
        "tenures":[{"position":1,"from":"2003-01-01"}, …]}   ascending by "from"
    {"t":"kind","id":1,"slug":"comunicado","es":"Comunicado","en":"Communiqué"}
    {"t":"communique","id":1,
        "published_at":"2004-03-09T15:20:00Z","date":"2004-03-09",   same UTC day
        "kind":"comunicado",                     a kind's slug
        "slug_es":"…-1","slug_en":"…-1",         unique within a language
        "headline_es":"…","headline_en":"…",
        "place_es":"…","place_en":"…",
        "body_es":"…","body_en":"…",             plain text, paragraphs split by \\n\\n
        "participants":[{"person":7,"position":12}, …]}      3–12, in order of precedence
    {"t":"probes","n":N,"detail_es":slug,"detail_en":slug,"month":"2024-05",
        "person_popular":{"id":1,"slug":"…","count":…},
        "person_rare":{"id":…,"slug":"…","count":…},
        "search_selective":{"word":"…","df":…},  df: communiqués whose Spanish text has it
        "search_common":{"word":"comercio","df":…},
        "per_month":{"2024-05":…},"participations":…}

Ids count from 1 within each type; a communiqué's ids ascend with its date.
About 195 countries, 250 organisations, 800 positions and 3,000 persons, the
same for every N.  Communiqués run from 2000-01-01 to 2025-12-31, about five
times denser at the end; persons are drawn by a Zipf law (s = 1, the first is
in over half of all communiqués), as are the words; place names of the interior are a long
tail of 6,000 coined words, so that a search can be selective.
"""

import argparse
import datetime as dt
import itertools
import json
import random
import sys
from contextlib import nullcontext
from pathlib import Path

from benchmarks.corpus_registry import Reference, capital, cumulative_zipf, slugify, stream, table
from benchmarks.corpus_words import (
    ADJECTIVES,
    COMMON_WORD,
    HEADLINES,
    NOUNS,
    OPENERS,
    PASTS,
    PERSONS,
    TEMPLATES,
    VERBS,
)


class Corpus(Reference):
    def slots(self, rng):
        nouns, adjectives = table(NOUNS), [("", "", ""), *table(ADJECTIVES)]
        noun_w = [1 / (i + 3) for i in range(len(nouns))]
        adj_w = [1.2] + [1 / (i + 4) for i in range(len(adjectives) - 1)]
        bare, article, weights = [], [], []
        for (gender, es, en), nw in zip(nouns, noun_w, strict=True):
            for (masc, fem, adj_en), aw in zip(adjectives, adj_w, strict=True):
                noun_es = f"{es} {fem if gender == 'f' else masc}".strip()
                noun_en = f"{adj_en} {en}".strip()
                bare.append((noun_es, noun_en))
                the = "la" if gender == "f" and es != "agua" else "el"
                article.append((f"{the} {noun_es}", f"the {noun_en}"))
                weights.append(nw * aw)
        cum = list(itertools.accumulate(weights))

        def zipf(values, s=0.8):
            return stream(rng, values, cumulative_zipf(len(values), s))

        verbs, pasts, openers = table(VERBS), table(PASTS), table(OPENERS)
        order = self.countries[1:]
        random.Random(f"{self.seed}/countries").shuffle(order)
        numbers = [
            (str(k), str(k)) for k in list(range(2, 100)) + list(range(100, 1000, 25)) + list(range(1000, 3000, 50))
        ]
        return {
            "n": stream(rng, bare, cum),
            "N": stream(rng, article, cum),
            "v": zipf(verbs),
            "p": zipf(pasts),
            "c": zipf([(c["es"], c["en"]) for c in order]),
            "k": zipf([c["_capital"] for c in order]),
            "t": zipf([(t, t) for t in self.toponyms], 0.9),
            "o": zipf(openers, 0.3),
            "y": zipf(numbers, 0.2),
        }

    @staticmethod
    def compile(text):
        return [
            (tuple(slots.split()), es, en)
            for slots, es, en in (line.split("|") for line in text.strip().splitlines())
        ]

    def communiques(self):
        rng = random.Random(f"{self.seed}/communiques")
        draw = self.slots(rng)
        templates = stream(rng, (t := self.compile(TEMPLATES)), cumulative_zipf(len(t), 0.5))
        headlines = stream(rng, (h := self.compile(HEADLINES)), cumulative_zipf(len(h), 0.4))
        kinds = stream(rng, self.kinds, list(itertools.accumulate(k["_weight"] for k in self.kinds)))
        people = stream(rng, self.persons, cumulative_zipf(PERSONS))
        sizes = stream(rng, list(range(3, 13)), list(itertools.accumulate([9, 14, 17, 15, 12, 10, 8, 6, 5, 4])))
        dates = DateSkew(self.n)
        self.person_count = [0] * (PERSONS + 1)
        self.toponym_df, self.common_df, self.per_month = {}, 0, {}

        def fill(template, cast):
            slots, es, en = template
            args, who = [], None
            for slot in slots:
                if slot == "a":
                    who = rng.choice(cast)
                    args.append(who[0])
                elif slot == "h":
                    args.append(who[1])
                else:
                    pair = next(draw[slot])
                    if slot == "t":
                        used.add(pair[0])
                    args.append(pair)
            return capital(es.format(*[a[0] for a in args])), capital(en.format(*[a[1] for a in args]))

        for i in range(1, self.n + 1):
            when = dates.pick(i - 1, rng)
            day = when.date().isoformat()
            used, chosen = set(), {}
            want = next(sizes)
            while len(chosen) < want:
                person = next(people)
                chosen[person["id"]] = person
            participants, cast = [], []
            for person in chosen.values():
                post = [t["position"] for t in person["tenures"] if t["from"] <= day][-1]
                participants.append({"person": person["id"], "position": post})
                position = self.positions[post - 1]
                cast.append(((person["name"], person["name"]), (position["es"].lower(), position["en"].lower())))
                self.person_count[person["id"]] += 1
            head_es, head_en = fill(next(headlines), cast)
            place = ("Puerto Claro", "Puerto Claro") if rng.random() < 0.6 else next(draw["k"])
            target, length = rng.randint(275, 630), 0
            paragraphs_es, paragraphs_en, para_es, para_en = [], [], [], []
            breaks = rng.randint(2, 5)
            while length < target:
                es, en = fill(next(templates), cast)
                length += es.count(" ") + 1
                para_es.append(es)
                para_en.append(en)
                if len(para_es) >= breaks:
                    paragraphs_es.append(" ".join(para_es))
                    paragraphs_en.append(" ".join(para_en))
                    para_es, para_en, breaks = [], [], rng.randint(2, 5)
            if para_es:
                paragraphs_es.append(" ".join(para_es))
                paragraphs_en.append(" ".join(para_en))
            head_es = contract(head_es)
            body_es = contract("\n\n".join(paragraphs_es))
            for word in used:
                self.toponym_df[word] = self.toponym_df.get(word, 0) + 1
            if COMMON_WORD in body_es.lower() or COMMON_WORD in head_es.lower():
                self.common_df += 1
            self.per_month[day[:7]] = self.per_month.get(day[:7], 0) + 1
            record = {
                "t": "communique",
                "id": i,
                "published_at": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "date": day,
                "kind": next(kinds)["slug"],
                "slug_es": f"{slugify(head_es)}-{i}",
                "slug_en": f"{slugify(head_en)}-{i}",
                "headline_es": head_es,
                "headline_en": head_en,
                "place_es": place[0],
                "place_en": place[1],
                "body_es": body_es,
                "body_en": "\n\n".join(paragraphs_en),
                "participants": participants,
            }
            if i == max(1, int(self.n * 0.9)):
                self.detail = record["slug_es"], record["slug_en"]
            yield record

    def probes(self):
        """Addresses and words worth measuring; known once every communiqué is out."""
        rare = next((i for i in range(2500, 0, -1) if self.person_count[i] >= 3), 1)
        goal = max(3, self.n * 0.0005)
        word, df = min(self.toponym_df.items(), key=lambda kv: (abs(kv[1] - goal), kv[0]))

        def person(i):
            return {"id": i, "slug": self.persons[i - 1]["slug"], "count": self.person_count[i]}

        month = "2024-05" if "2024-05" in self.per_month else max(self.per_month)
        return {
            "t": "probes",
            "n": self.n,
            "detail_es": self.detail[0],
            "detail_en": self.detail[1],
            "month": month,
            "person_popular": person(1),
            "person_rare": person(rare),
            "search_selective": {"word": word, "df": df},
            "search_common": {"word": COMMON_WORD, "df": self.common_df},
            "per_month": {month: self.per_month[month]},
            "participations": sum(self.person_count),
        }

    def __iter__(self):
        for group in (self.countries, self.organisations, self.positions, self.persons, self.kinds):
            for record in group:
                yield {k: v for k, v in record.items() if k[0] != "_"}
        yield from self.communiques()
        yield self.probes()


class DateSkew:
    """Dates over 2000–2025, ascending with the index, denser towards the end."""

    def __init__(self, n):
        self.n = n
        first, last = dt.date(2000, 1, 1), dt.date(2025, 12, 31)
        self.days = [first + dt.timedelta(days=d) for d in range((last - first).days + 1)]
        span = len(self.days)
        self.cum = list(
            itertools.accumulate(
                (1 + 4 * (d / span) ** 1.5) * (0.15 if day.weekday() > 4 else 1) for d, day in enumerate(self.days)
            )
        )
        self.at = 0

    def pick(self, index, rng):
        goal = (index + 0.5) / self.n * self.cum[-1]
        while self.cum[self.at] < goal:
            self.at += 1
        return dt.datetime.combine(self.days[self.at], dt.time(rng.randint(12, 23), rng.randrange(60)))


def contract(text):
    return text.replace(" de el ", " del ").replace(" a el ", " al ")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("n", type=int)
    parser.add_argument("--seed", default="2025")
    parser.add_argument("-o", "--output")
    args = parser.parse_args()
    if args.n < 1:
        parser.error("N must be at least 1")
    dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    with Path(args.output).open("w") if args.output else nullcontext(sys.stdout) as out:
        for record in Corpus(args.n, args.seed):
            out.write(dump(record))
            out.write("\n")


if __name__ == "__main__":
    main()
