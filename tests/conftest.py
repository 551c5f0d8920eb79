"""The named cast, the frozen clock, and the public role for every test.

Ana writes, Bruno reviews, Carmen publishes, Diego only reads, Elena translates; Lucía is the second who publishes.
"""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
import pytest_django
from django.contrib.auth.models import Group, User
from django.core.cache import caches
from django.db import connection, connections

from comunicados.public import clock as content_clock

pytest_plugins = ["tests.chromium", "tests.pango"]

IN_MEMORY = "django.core.files.storage.InMemoryStorage"
PLAIN_STATIC_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"  # needs no collectstatic before
NO_CACHE = "django.core.cache.backends.dummy.DummyCache"
NOON = dt.datetime(2024, 1, 15, 18, 0, tzinfo=dt.UTC)  # noon in Mexico City

# The test database's own ministry_now(): the row of `frozen_clock`, or real time where there is none.
FREEZABLE_CLOCK = """
CREATE TABLE IF NOT EXISTS frozen_clock (now timestamptz NOT NULL);
GRANT SELECT ON frozen_clock TO PUBLIC;
CREATE OR REPLACE FUNCTION public.ministry_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce((SELECT now FROM public.frozen_clock), statement_timestamp()) $$;
"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(FREEZABLE_CLOCK)
    yield
    connections["public"].close()


class Clock:
    """The ministry's clock in the hands of a test."""

    def set(self, moment: dt.datetime) -> dt.datetime:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM frozen_clock")
            cursor.execute("INSERT INTO frozen_clock VALUES (%s)", [moment])
        self.now = moment
        return moment

    def tick(self, **delta: float) -> dt.datetime:
        return self.set(self.now + dt.timedelta(**(delta or {"minutes": 1})))

    def in_(self, **delta: float) -> dt.datetime:
        """A moment so much later than now; the clock stays."""
        return self.now + dt.timedelta(**delta)


@pytest.fixture
def clock(db: None) -> Iterator[Clock]:
    clock = Clock()
    clock.set(NOON)
    yield clock
    if connection.in_atomic_block:
        return  # the test's own transaction takes the row back
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM frozen_clock")


@pytest.fixture(autouse=True)
def test_settings(request: pytest.FixtureRequest, settings, monkeypatch) -> Iterator[None]:
    """Within a test's transaction only its own connection sees its rows: the public side reads through it too.

    Nor does the content clock move before a commit: nothing is kept as of it. Tests of the real separation
    (transactional ones, `as_public_role`) do without, or say so themselves.
    """
    marker = request.node.get_closest_marker("django_db")
    transactional = (marker and marker.kwargs.get("transaction")) or "live_server" in request.fixturenames
    if not transactional:
        settings.DATABASE_ROUTERS = []
        settings.CACHES = {name: {"BACKEND": NO_CACHE} for name in settings.CACHES}
        monkeypatch.setattr(content_clock, "read", content_clock.read_whole)
    for cache in caches.all():
        cache.clear()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": PLAIN_STATIC_FILES},
        "files": {"BACKEND": IN_MEMORY},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, and only here
    yield
    if transactional:
        connections["public"].close()


@pytest.fixture
def as_public_role(db: None) -> Iterator[None]:
    """The database sees the public role, with its grants alone."""
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE voceria_public")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@pytest.fixture
def user(db: None) -> Callable[..., User]:
    def make(username: str, *roles: str) -> User:
        user = User.objects.create_user(username, password="secret", is_staff=True, first_name=username.title())
        user.groups.set(Group.objects.get_or_create(name=role)[0] for role in roles)
        return user

    return make


@pytest.fixture
def ana(user) -> User:
    return user("ana", "writer")


@pytest.fixture
def bruno(user) -> User:
    return user("bruno", "editor")


@pytest.fixture
def carmen(user) -> User:
    return user("carmen", "publisher")


@pytest.fixture
def diego(user) -> User:
    return user("diego", "reader")


@pytest.fixture
def elena(user) -> User:
    return user("elena", "translator")


@pytest.fixture
def lucia(user) -> User:
    return user("lucia", "publisher")
