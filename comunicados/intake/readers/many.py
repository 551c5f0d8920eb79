"""Many files, each still read in a process of its own, forked from one that has loaded the readers before.

To start Python and load the readers takes several times as long as to read a document. The process that forks never
looks at a file; each fork has the limits of sandbox.py, and what happens to it happens to its file alone.
"""

import os
import select
import struct
import subprocess
import sys
import time
from contextlib import suppress
from signal import SIGKILL
from types import TracebackType
from typing import BinaryIO, Self, cast

from comunicados.intake.readers.failures import UnreadableFile
from comunicados.intake.readers.sandbox import ROOT, answer, confine, said_by

_QUESTION = struct.Struct("!dQ")  # the seconds for it, its length
_ANSWER = struct.Struct("!iQ")  # how the fork ended (as in subprocess), the length of what it said
_CHUNK = 1 << 20


class Readers:
    """`with Readers() as ask: read_file_safely(path, ask=ask)`. Not for several threads at once."""

    command = (sys.executable, "-m", "comunicados.intake.readers", "--many")

    def __enter__(self) -> Self:
        self.is_open = True
        self._start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.is_open = False
        self._stop()

    def __call__(self, question: bytes, seconds: float) -> bytes:
        """An `Ask`. Should the process that forks die too, the next file finds a new one."""
        try:
            return said_by(*self._ask(question, seconds))
        except (OSError, EOFError, struct.error) as error:
            self._stop()
            if self.is_open:
                self._start()
            raise UnreadableFile("broken") from error

    def _ask(self, question: bytes, seconds: float) -> tuple[int, bytes]:
        questions, answers = self._pipes
        questions.write(_QUESTION.pack(seconds, len(question)))
        questions.write(question)
        questions.flush()
        returncode, size = _ANSWER.unpack(answers.read(_ANSWER.size))
        if len(said := answers.read(size)) < size:
            raise EOFError
        return returncode, said

    def _start(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own words
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={"PYTHONUTF8": "1"},
            start_new_session=True,  # Ctrl-C is for whoever started it
        )
        questions, answers = self._process.stdin, self._process.stdout
        self._pipes = cast("BinaryIO", questions), cast("BinaryIO", answers)  # both were asked for

    def _stop(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, SIGKILL)  # and a fork that reads
        for pipe in self._pipes:
            with suppress(OSError):
                pipe.close()
        self._process.wait()


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer one question after the other until there are no more."""
    _load()
    while header := questions.read(_QUESTION.size):
        seconds, size = _QUESTION.unpack(header)
        returncode, said = _ask_fork(questions.read(size), seconds)
        answers.write(_ANSWER.pack(returncode, len(said)) + said)
        answers.flush()


def _load() -> None:
    """The readers that choice.py would load when first needed, loaded once for all forks."""
    from comunicados.intake.readers import hypertext, mail, pdf  # noqa: F401


def _ask_fork(question: bytes, seconds: float) -> tuple[int, bytes]:
    ear, mouth = os.pipe()
    fork = os.fork()
    if not fork:
        os.close(ear)
        _answer_and_leave(question, mouth)
    os.close(mouth)
    said = _hear(ear, time.monotonic() + seconds)
    os.close(ear)
    if said is None:
        os.kill(fork, SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(fork, 0)[1]), said or b""


def _answer_and_leave(question: bytes, mouth: int) -> None:
    """In the fork: no other file comes in and no other answer goes out through it."""
    status = 1
    try:
        for inherited in (0, 1):
            os.close(inherited)
        confine()
        with open(mouth, "wb") as out:
            out.write(answer(question))
        status = 0
    finally:
        os._exit(status)


def _hear(ear: int, deadline: float) -> bytes | None:
    """All that the fork says; None when it has not ended by `deadline`."""
    said = bytearray()
    while select.select([ear], [], [], max(deadline - time.monotonic(), 0))[0]:
        if not (chunk := os.read(ear, _CHUNK)):
            return bytes(said)
        said += chunk
    return None
