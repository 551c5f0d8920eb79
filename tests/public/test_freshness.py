"""Nothing stale, and nothing before its hour, from any of several web processes that keep what they made.

Two processes serve one database, each with its own memory; a reader of either holds what it answered before. After
every event all that they answer is compared with what a list of events in Python says that the public may read.
`make fuzz-freshness` runs many more random sequences.
"""

import datetime as dt
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comunicados.exceptions import Refusal
from comunicados.models import Communique
from tests import factories as make
from tests.conftest import NOON, Clock
from tests.nodes import Node, nodes

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "public"])

EXAMPLES = int(os.environ.get("FRESHNESS_EXAMPLES", "5"))
LIST, FEED, PEOPLE = "/comunicados/", "/comunicados/feed.rss", "/personas/"
WORD = re.compile(r"asunto\d+")  # each text has one of its own in its headline
words = count(1)  # none is used twice, by whatever example
days = count(1)


@pytest.fixture(scope="module")
def two_nodes(django_db_setup, django_db_blocker) -> Iterator[list[Node]]:
    with django_db_blocker.unblock(), nodes(2) as served:
        yield served


@dataclass
class Subject:
    """A communiqué, and what its Spanish page says from which hour on; None: withdrawn."""

    communique: Communique
    path: str = ""
    said: list[tuple[dt.datetime, str | None]] = field(default_factory=list)

    def says(self, now: dt.datetime) -> str | None:
        begun = [word for since, word in self.said if since <= now]
        return begun[-1] if begun else None

    def forget_what_is_to_come(self, now: dt.datetime) -> None:
        self.said = [(since, word) for since, word in self.said if since <= now]


class Newsroom:
    """Two communiqués about one person, on a day of their own; what is done to them is done by the verbs."""

    def __init__(self, clock: Clock, served: list[Node], cast: dict) -> None:
        self.clock, self.served, self.cast = clock, served, cast
        clock.set(NOON + dt.timedelta(days=next(days)))
        self.today = clock.now.date()
        number = next(words)
        first_of_all = f"Abad {100_000 - number}, Ana"  # whatever turns the list's pages, the newest is on the first
        self.post = make.appointment(make.person(f"Persona {number}", sort_name=first_of_all))
        self.person = self.post.person
        self.written: set[str] = set()
        self.subjects = [Subject(self._draft()) for _ in range(2)]

    def _draft(self) -> Communique:
        """Its address says nothing of its words."""
        number = next(words)
        slug = {f"slug_{language}": f"texto-{number}" for language in ("es", "en")}
        headline = f"Un asunto{number}"
        self.written.add(headline.split()[1])
        return make.communique(
            self.cast["writer"], date=self.today, headline_es=headline, participants=[self.post], **slug
        )

    def write(self, subject: Subject) -> str:
        word = f"asunto{next(words)}"
        self.written.add(word)
        note = {"correction_note_es": "El titular."} if subject.said else {}
        make.edit(subject.communique, self.cast["writer"], headline_es=f"Un {word}", **note)
        return word

    def publish(self, which: int, minutes: int = 0) -> None:
        """A new text, now or so many minutes later; over one that is live it is a correction."""
        subject = self.subjects[which]
        word = self.write(subject)
        at = self.clock.in_(minutes=minutes) if minutes else None
        published = make.published(subject.communique, at=at, **self.cast)
        subject.forget_what_is_to_come(self.clock.now)
        subject.said.append((at or self.clock.now, word))
        subject.path = published.path

    def withdraw(self, which: int) -> None:
        subject = self.subjects[which]
        version = subject.communique.versions.get(language="es")
        version.withdraw(by=self.cast["publisher"], reason="Error.")
        subject.forget_what_is_to_come(self.clock.now)
        subject.said.append((self.clock.now, None))

    def rename(self) -> None:
        self.person.name_es = f"Persona {next(words)}"
        self.person.save()

    def wait(self, minutes: int) -> None:
        self.clock.tick(minutes=minutes)

    def may_be_read(self) -> set[str]:
        return {word for subject in self.subjects if (word := subject.says(self.clock.now))}

    def check(self) -> None:
        """Ask both processes for everything, each twice: the second answer is out of its memory."""
        listed = self.may_be_read()
        begun = {subject.path for subject in self.subjects if self._has_begun(subject)}
        about = f"{PEOPLE}{self.person.slug}/"
        lists = [LIST, FEED, f"{LIST}{self.today:%Y/%m/%d}/", *([about] if begun else [])]
        for node in [*self.served, *self.served]:
            for address in lists:
                if address.startswith(LIST + "2") and not begun:
                    continue
                status, page = node.get(address)
                assert (status, self._of_today(page)) == (200, listed), address
            for subject in self.subjects:
                self._check_page(node, subject)
            if begun:
                assert self.person.name_es in node.get(PEOPLE)[1]
                assert self.person.name_es in node.get(about)[1]

    def _has_begun(self, subject: Subject) -> bool:
        return any(since <= self.clock.now for since, _ in subject.said)

    def _of_today(self, page: str) -> set[str]:
        """Which words of these communiqués are on the page, published ever or not."""
        return set(WORD.findall(page)) & self.written

    def _check_page(self, node: Node, subject: Subject) -> None:
        if not subject.path:
            return
        status, page = node.get(subject.path)
        if not self._has_begun(subject):
            assert status == 404, subject.path
        elif word := subject.says(self.clock.now):
            heading = page.split("<h1>")[1].split("</h1>")[0]
            assert (status, WORD.findall(heading)) == (200, [word])
        else:
            assert (status, "notice-grave" in page) == (200, True)
        was_read = {word for other in self.subjects for since, word in other.said if since <= self.clock.now}
        assert self._of_today(page) <= was_read


@pytest.fixture
def cast(ana, bruno, carmen):
    return {"writer": ana, "editor": bruno, "publisher": carmen}


@pytest.fixture
def newsroom(clock, two_nodes, cast):
    newsroom = Newsroom(clock, two_nodes, cast)
    newsroom.publish(0)
    newsroom.wait(1)
    newsroom.check()
    return newsroom


def hour_passes(newsroom: Newsroom) -> None:
    newsroom.publish(1, minutes=30)
    newsroom.check()
    newsroom.wait(30)


EVENTS = {
    "a publication": lambda newsroom: newsroom.publish(1),
    "a scheduled hour": hour_passes,
    "a correction": lambda newsroom: newsroom.publish(0),
    "a withdrawal": lambda newsroom: newsroom.withdraw(0),
    "a renamed person": lambda newsroom: newsroom.rename(),
}


@pytest.mark.parametrize("event", EVENTS)
def test_event_shows_on_the_next_request_to_either_process(newsroom, event):
    EVENTS[event](newsroom)

    newsroom.check()


STEPS = st.one_of(
    st.tuples(st.just("publish"), st.integers(0, 1)),
    st.tuples(st.just("publish"), st.integers(0, 1), st.integers(1, 90)),
    st.tuples(st.just("withdraw"), st.integers(0, 1)),
    st.tuples(st.just("wait"), st.integers(1, 90)),
    st.tuples(st.just("rename")),
)


def test_no_sequence_of_events_leaves_anything_stale_or_early(clock, two_nodes, cast):
    @given(st.lists(STEPS, min_size=3, max_size=8))
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize="FRESHNESS_EXAMPLES" not in os.environ,
        suppress_health_check=list(HealthCheck),
    )
    def sequence(steps):
        newsroom = Newsroom(clock, two_nodes, cast)
        for verb, *arguments in steps:
            try:
                getattr(newsroom, verb)(*arguments)
            except Refusal:  # there is nothing to withdraw
                continue
            newsroom.check()
            newsroom.wait(1)  # a boundary is a moment of its own

    sequence()
