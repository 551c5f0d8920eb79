"""The production server, run as a child: on the site, or on constant pages to measure it against."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

from tests.serving import free_port, wait_for

WORKERS, THREADS = 2, 4


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
    port = free_port()
    options = [f"--bind=127.0.0.1:{port}", f"--workers={WORKERS}", f"--threads={THREADS}", "--log-level=warning"]
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "gunicorn", application, *options], env=os.environ | environment, process_group=0
    )
    try:
        wait_for(process, port)
        yield Server(process, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
