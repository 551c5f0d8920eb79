"""The embedded PostgreSQL: started on demand, shared, and none the worse for a process that was killed.

Each test has a server of its own, and asks processes of its own, as the commands of a checkout do.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

ASK = """
import sys
from pathlib import Path
import psycopg
from config.embedded.server import start

reach = start(Path(sys.argv[1]), "voceria")
with psycopg.connect(**reach, dbname="voceria") as connection:
    print(connection.execute("SELECT 6 * 7").fetchone()[0], flush=True)
if "stay" in sys.argv:
    sys.stdin.read()
"""
pytestmark = pytest.mark.skipif("DATABASE_URL" in os.environ, reason="the suite runs on another server")


def process(directory: Path, *words: str) -> subprocess.Popen:
    command = [sys.executable, "-c", ASK, str(directory), *words]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603  (ours)


def answer(directory: Path) -> str:
    return process(directory).communicate(timeout=120)[0].strip()


def postmaster(directory: Path) -> Path:
    return directory / "postgres" / "postmaster.pid"


@pytest.fixture
def directory(tmp_path_factory) -> Iterator[Path]:
    directory = tmp_path_factory.mktemp("var")
    yield directory
    if postmaster(directory).exists():
        psutil.Process(int(postmaster(directory).read_text().split()[0])).terminate()


@pytest.fixture
def staying(directory) -> Iterator[subprocess.Popen]:
    with process(directory, "stay") as other:
        assert other.stdout
        assert other.stdout.readline() == "42\n"
        yield other
        other.kill()


def test_server_starts_on_demand_and_stops_with_the_last_process(directory):
    assert answer(directory) == "42"
    assert not postmaster(directory).exists()


def test_server_is_shared_and_outlives_the_first_to_leave(directory, staying):
    assert answer(directory) == "42"
    assert postmaster(directory).exists()


def test_server_survives_a_process_that_was_killed(directory, staying):
    staying.send_signal(signal.SIGKILL)
    staying.wait()

    assert answer(directory) == "42"
    assert not postmaster(directory).exists(), "the killed process is not waited for"


def test_server_that_was_killed_comes_back(directory, staying):
    psutil.Process(int(postmaster(directory).read_text().split()[0])).kill()
    time.sleep(0.5)

    assert answer(directory) == "42"


def test_postmaster_file_of_another_program_is_not_believed(directory):
    answer(directory)
    lines = [str(os.getpid()), str(directory / "postgres"), "0", "5432", str(directory), "", "0 0", "ready"]
    postmaster(directory).write_text("\n".join(lines) + "\n")

    assert answer(directory) == "42"
