"""Many files through one door, each in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL

import pytest

from comunicados.intake.readers import UnreadableFile, read, read_file_safely, read_safely
from comunicados.intake.readers.many import Readers
from comunicados.intake.readers.sandbox import SECONDS
from tests.intake.readers.made import Paper, docx, mail, p, r

FILES = [docx(p(r("Texto"))), Paper().say("Texto").data(), mail("Texto"), b"<html><p>Texto"]


class Obeying(Readers):
    """Readers whose forks do what the file says, in Python, before they answer with it."""

    command = (
        sys.executable,
        "-c",
        "import os, signal, socket, sys\n"
        "from comunicados.intake.readers import many\n"
        "many.answer = lambda question: (exec(question), question)[1]\n"
        "many.serve(sys.stdin.buffer, sys.stdout.buffer)",
    )


@pytest.fixture
def ask() -> Iterator[Readers]:
    with Readers() as ask:
        yield ask


@pytest.fixture
def obeying() -> Iterator[Readers]:
    with Obeying() as ask:
        yield ask


def refusal(ask: Readers, code: bytes, seconds: float = SECONDS) -> str:
    with pytest.raises(UnreadableFile) as refused:
        ask(code, seconds)
    return refused.value.reason


def test_what_comes_back_is_what_was_read(ask: Readers) -> None:
    assert [read_safely("x", data, ask=ask) for data in FILES] == [read("x", data) for data in FILES]


def test_refusal_comes_back_and_the_next_file_is_read(ask: Readers, tmp_path: Path) -> None:
    broken, good = tmp_path / "broken.docx", tmp_path / "good.docx"
    broken.write_bytes(b"PK\x03\x04")
    good.write_bytes(FILES[0])
    with pytest.raises(UnreadableFile) as refused:
        read_file_safely(broken, ask=ask)
    assert refused.value.reason == "broken"
    assert read_file_safely(good, ask=ask).text() == "Texto"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (b"os._exit(3)", "broken"),
        (b"os.kill(os.getpid(), signal.SIGSEGV)", "broken"),
        (b"os.kill(os.getpid(), signal.SIGXCPU)", "timeout"),
        (b"bytearray(2 * 1024**3)", "broken"),
        (b"socket.socket()", "broken"),
        (b"os.system('true')", "broken"),
        (b"os.write(1, b'an answer to another question')", "broken"),
    ],
)
def test_what_happens_to_a_fork_happens_to_its_file_alone(obeying: Readers, code: bytes, reason: str) -> None:
    assert refusal(obeying, code) == reason
    assert obeying(b"1", SECONDS) == b"1"


def test_fork_that_takes_too_long_is_stopped(obeying: Readers) -> None:
    assert refusal(obeying, b"import time; time.sleep(600)", seconds=0.1) == "timeout"
    assert obeying(b"1", SECONDS) == b"1"


def test_forks_share_nothing(obeying: Readers) -> None:
    obeying(b"import builtins; builtins.kept = 1", SECONDS)
    assert refusal(obeying, b"import builtins; builtins.kept") == "broken"


def test_each_fork_has_the_limits_of_its_own(obeying: Readers) -> None:
    code = b"import resource; assert resource.getrlimit(resource.RLIMIT_CPU)[0] == %d" % SECONDS
    assert [obeying(code, SECONDS), obeying(code, SECONDS)] == [code, code]


def test_death_of_the_process_that_forks_costs_one_file(ask: Readers) -> None:
    os.kill(ask._process.pid, SIGKILL)
    with pytest.raises(UnreadableFile):
        read_safely("x", FILES[0], ask=ask)
    assert read_safely("x", FILES[0], ask=ask).text() == "Texto"


def test_nothing_runs_on_afterwards() -> None:
    with Readers() as ask:
        process = ask._process
    assert process.returncode == -SIGKILL


def test_the_process_that_forks_loads_no_django() -> None:
    code = (
        "import sys; from comunicados.intake.readers import many; many._load();"
        " print([name for name in sys.modules if 'django' in name])"
    )
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"[]\n"  # noqa: S603 - our own words
