"""The production server, run as a child: on the site, or on constant pages to measure it against."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

WORKERS, THREADS = 2, 4
PATIENCE = 60  # seconds until it answers


@dataclass(frozen=True)
class Server:
    process: "subprocess.Popen[bytes]"
    port: int

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def memory(self) -> float:
        """The proportional set size of its largest worker, in megabytes."""
        workers = psutil.Process(self.process.pid).children()
        return max(worker.memory_full_info().pss for worker in workers) / 1e6


@contextmanager
def served(application: str, **environment: str) -> Iterator[Server]:
    port = _free_port()
    options = [f"--bind=127.0.0.1:{port}", f"--workers={WORKERS}", f"--threads={THREADS}", "--log-level=warning"]
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "gunicorn", application, *options], env=os.environ | environment, process_group=0
    )
    try:
        _wait(process, port)
        yield Server(process, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The server did not start.")
