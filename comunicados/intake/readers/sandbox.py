"""Reading in a process of its own, with limits on memory, time and reach; only its answer comes back."""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL, SIGXCPU

from comunicados.intake.readers.choice import LARGEST, is_plain, read, refuse_at_once
from comunicados.intake.readers.failures import UnreadableFile
from comunicados.intake.readers.source import Source

SECONDS = 20
MEMORY = 1024 * 1024 * 1024  # bytes of address space
ROOT = Path(__file__).resolve().parents[3]  # where the child finds this package
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "ctypes.")

Ask = Callable[[bytes, float], bytes]  # a question and the seconds for it; the answer, or UnreadableFile


def read_safely(name: str, data: bytes, *, seconds: float = SECONDS, ask: Ask | None = None) -> Source:
    """The Source of a file that somebody sent; UnreadableFile within `seconds` when it cannot be read.

    Plain text is read here at once: there is nothing in it to unpack. The child gets no environment, hence no secret.
    `ask` gives the question to a child; by default to a fresh one (see many.py).
    """
    refuse_at_once(data)
    if is_plain(name, data):
        return read(name, data)
    answered = json.loads((ask or ask_child)(json.dumps(name).encode() + b"\n" + data, seconds))
    if "reason" in answered:
        raise UnreadableFile(answered["reason"])
    return Source.from_json(answered)


def ask_child(question: bytes, seconds: float) -> bytes:
    """What the child says. It says nothing when it was stopped, or when the memory ran out at a bad moment."""
    try:
        child = subprocess.run(
            [sys.executable, "-m", "comunicados.intake.readers"],
            input=question,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            cwd=ROOT,
            env={"PYTHONUTF8": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile("timeout") from error
    return said_by(child.returncode, child.stdout)


def said_by(returncode: int, output: bytes) -> bytes:
    """What a child said that ended well; UnreadableFile when it was stopped, or died."""
    if returncode in {-SIGXCPU, -SIGKILL}:
        raise UnreadableFile("timeout")
    if returncode or not output:
        raise UnreadableFile("broken")
    return output


def read_file_safely(path: Path, *, ask: Ask | None = None) -> Source:
    """The Source of a file on disk. One that is too large is not even loaded."""
    if path.stat().st_size > LARGEST:
        raise UnreadableFile("too_large")
    return read_safely(path.name, path.read_bytes(), ask=ask)


def answer(question: bytes) -> bytes:
    """What the child says: the Source, or the reason why there is none."""
    name, _, data = question.partition(b"\n")
    try:
        said = read(json.loads(name), data).as_json()
    except UnreadableFile as failure:
        said = {"reason": failure.reason}
    return json.dumps(said).encode()


def confine() -> None:
    """Limit this process for the rest of its life: no file written, no process started, no connection made."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        with suppress(ValueError):  # a limit that the system does not know, or that is lower already
            resource.setrlimit(kind, (most, most))
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"A reader of files has no business with {event}.")
