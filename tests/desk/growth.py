"""A desk of any size, and how often each of its pages asks the database: the same with few communiqués as with many.

Most communiqués are an archive, entered in bulk; one in fifty, and ten at least, were brought to some state by
the verbs. `Subject` is the communiqué that the pages are about, with as many revisions as one likes.
"""

import copy
import datetime as dt
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comunicados import kinds
from comunicados.bulk.batch import Batch
from comunicados.bulk.registry import Record, Registry
from comunicados.bulk.verify import discrepancies
from comunicados.desk.piles import PILES
from comunicados.models import Communique, Remark, Revision, Topic
from personas.clock import ministry_now
from tests import factories as make
from tests.desk.pages import PAGES, examples

WORDS = (
    "México Canadá Perú cooperación frontera comercio reunión acuerdo ministra delegación agenda migración cultura"
    " agua salud consulado visita memorando diálogo puertos cumbre tratado región becas ciencia archivo"
).split()
BATCH = 1000
MOST = 60  # queries of a page


class Grown:
    """A desk that grows: `to(n)` brings it to n communiqués in all."""

    def __init__(self) -> None:
        self.chance = random.Random(20240115)
        kinds.load()
        self.cast = {name: _user(name, role) for name, role in (("w", "writer"), ("e", "editor"), ("p", "publisher"))}
        self.root = User.objects.create_superuser("root")
        self.registry = Registry()
        self.archive = self.registry.communiques([*_registry(), *self._communiques()])
        self.turn = 0

    def to(self, size: int) -> None:
        missing = size - Communique.objects.count()
        worked_on = max(10, size // 50) - self.turn
        for _ in range(worked_on):
            self._work()
        written, read = self.cast["w"], self.cast["e"]
        while missing > worked_on and (batch := list(islice(self.archive, min(BATCH, missing - worked_on)))):
            Batch(self.registry, written=written, read=read).enter(batch)
            missing -= len(batch)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _communiques(self) -> Iterator[Record]:
        for number in range(1, 100_000):
            day = dt.date(2005, 1, 1) + dt.timedelta(days=self.chance.randrange(6500))
            headline = " ".join(self.chance.choices(WORDS, k=9)).capitalize()
            yield {
                "t": "communique",
                "id": number,
                "date": day.isoformat(),
                "kind": "readout",
                "participants": [
                    {"person": person} for person in self.chance.sample(range(1, 61), self.chance.randint(1, 4))
                ],
                **{f"slug_{language}": f"entry-{number}" for language in ("es", "en")},
                **{f"headline_{language}": headline for language in ("es", "en")},
                **{f"place_{language}": "Ciudad de México" for language in ("es", "en")},
                **{f"body_{language}": self._body() for language in ("es", "en")},
            }

    def _body(self) -> str:
        return "\n\n".join(" ".join(self.chance.choices(WORDS, k=60)).capitalize() + "." for _ in range(5))

    def _work(self) -> None:
        """One more communiqué by the verbs: each turn leaves it in another state."""
        writer, editor, publisher = self.cast.values()
        communique = make.communique(writer, headline_es=" ".join(self.chance.choices(WORDS, k=9)))
        spanish = communique.versions.get(language="es")
        state, self.turn = self.turn % 10, self.turn + 1
        if state == 0:
            Remark.write(communique, text="@root, mira esto.", by=writer)
        elif state == 1:
            communique.discard(by=writer, reason="La visita se canceló.")
        elif state == 2:
            spanish.release(by=publisher, reason="Terremoto.")
        elif state >= 3:
            spanish.submit(by=writer)
        if state == 4:
            spanish.send_back(by=editor, reason="Falta el cargo.")
        elif state >= 5:
            spanish.approve(by=editor)
        if state == 6:
            spanish.publish(by=publisher, at=ministry_now() + dt.timedelta(days=1))
        elif state >= 7:
            spanish.publish(by=publisher)
        if state == 8:
            spanish.withdraw(by=publisher, reason="Contenía un error.")
        elif state == 9:
            make.edit(communique, writer, headline_es="Otro titular", body_es="<p>Otro.</p>")

    def subject(self, revisions: int) -> Communique:
        """A live communiqué with three participants and a correction begun, saved so many times."""
        writer, editor, publisher = self.cast.values()
        communique = make.communique(writer, participants=[make.appointment() for _ in range(3)])
        communique.topics.add(Topic.objects.all()[0])
        make.edit(communique, writer, headline_es="Con tema")
        make.published(communique, writer=writer, editor=editor, publisher=publisher)
        _save_often(communique, writer, revisions - 3)
        make.edit(communique, writer, headline_es="Con una corrección")
        return communique

    def faults(self, sample: int) -> list[str]:
        """What the model's own checks, and the comparison with the verbs, find in so many communiqués."""
        found: list[str] = []
        for communique in Communique.objects.order_by("?")[:sample]:
            communique.full_clean()
            for row in communique.participations.all():
                row.full_clean()
            if communique.is_archive:  # where nobody has edited on
                found += discrepancies(communique)
        return found


@dataclass(frozen=True)
class Measured:
    queries: int
    milliseconds: float


def measure(grown: Grown, communique: Communique, times: int = 1) -> dict[str, Measured]:
    """Each page of the desk, opened by a superuser, who has all piles and all buttons: the quickest of `times`."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(grown.root)
    rows = examples(communique, grown.root)
    paths = {name: page.path.format(**rows) for name, page in PAGES.items() if page.method == "get"}
    return {name: _quickest(client, path, times) for name, path in {**paths, **_variants(communique)}.items()}


def _variants(communique: Communique) -> dict[str, str]:
    """The pages that an address with a parameter makes."""
    listed = "comunicados/communique/"
    queries = (
        "q=frontera",
        "q=tratado+becas",
        "es=draft",
        "en=live",
        "discarded=yes",
        "from=2005-01-01&to=2030-12-31",
    )
    return {
        **{f"desk-pile {pile.code}": f"worklist/{pile.code}/" for pile in PILES},
        **{f"list ?{query}": f"{listed}?{query}" for query in queries},
        "list, last page": f"{listed}?p={(Communique.objects.kept().count() + 49) // 50}",
        "people ?q=ana": "personas/person/?q=ana",
    }


def _quickest(client: Client, path: str, times: int) -> Measured:
    _open(client, path)  # the first opening says that somebody is here, and warms what is cached
    return min((_open(client, path) for _ in range(times)), key=lambda measured: measured.milliseconds)


def _open(client: Client, path: str) -> Measured:
    began = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/admin/{path}")
    assert response.status_code in (200, 403), (path, response.status_code)
    return Measured(len(queries), (time.perf_counter() - began) * 1000)


def _save_often(communique: Communique, by: User, times: int) -> None:
    """Past the desk's form: whole documents, each with another headline."""
    latest = communique.revisions.all()[0]

    def saved(number: int) -> Revision:
        document: dict[str, Any] = copy.deepcopy(latest.document)
        document["es"]["headline"] = f"Titular {number}"
        return Revision(
            communique=communique,
            ordinal=latest.ordinal + number,
            document=document,
            changed=["es"],
            made_by=by,
            made_at=latest.made_at + dt.timedelta(seconds=number),
        )

    Revision.objects.bulk_create(saved(number) for number in range(1, times + 1))


def _user(name: str, role: str) -> User:
    user = User.objects.create_user(name, first_name=name.upper(), is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


def _registry() -> Iterator[Record]:
    for number in range(1, 13):
        yield {
            "t": "country",
            "id": number,
            "iso": f"X{chr(64 + number)}",
            "es": f"País {number}",
            "en": f"Land {number}",
        }
        yield {
            "t": "organisation",
            "id": number,
            "country": number,
            "es": f"Ministerio {number}",
            "en": f"Ministry {number}",
        }
        yield {
            "t": "position",
            "id": number,
            "organisation": number,
            "es": f"Ministro {number}",
            "en": f"Minister {number}",
        }
    for number in range(1, 61):
        tenures = [
            {"position": 1 + number % 12, "from": "2000-01-01"},
            {"position": 1 + number % 7, "from": "2014-06-01"},
        ]
        person = {"id": number, "name": f"Ana {WORDS[number % 26].capitalize()} {number}", "slug": f"ana-{number}"}
        yield {"t": "person", "country": 1, "tenures": tenures, **person}
    yield {"t": "kind", "id": 1, "slug": "readout", "es": "Nota informativa", "en": "Readout"}
