"""Web processes of their own on the test database, and a reader who keeps what they answered."""

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection
from psycopg.conninfo import make_conninfo

from tests.serving import PATIENCE, free_port, wait_for


@dataclass
class Node:
    """A web process, asked by somebody who holds its earlier answers and says so."""

    port: int
    held: dict[str, tuple[str, str]] = field(default_factory=dict)  # by address: the ETag, the page

    def get(self, address: str) -> tuple[int, str]:
        """The status (200 where what is held still holds) and the page."""
        etag, page = self.held.get(address, ("", ""))
        connection_ = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection_.request("GET", address, headers={"Host": "127.0.0.1", "If-None-Match": etag} if etag else {})
        answer = connection_.getresponse()
        content = answer.read().decode()
        connection_.close()
        if answer.status == http.HTTPStatus.NOT_MODIFIED:
            return 200, page
        if answer.headers["ETag"] and answer.status == http.HTTPStatus.OK:
            self.held[address] = (answer.headers["ETag"], content)
        else:
            self.held.pop(address, None)
        return answer.status, content


@contextmanager
def nodes(count: int) -> Iterator[list[Node]]:
    database = {key: value for key, value in connection.get_connection_params().items() if _is_of_libpq(key, value)}
    environment = os.environ | {"DATABASE_URL": make_conninfo(**database)}
    environment.pop("CACHE_URL", None)
    ports = [free_port() for _ in range(count)]
    processes = [_start(port, environment) for port in ports]
    try:
        for process, port in zip(processes, ports, strict=True):
            wait_for(process, port)
        yield [Node(port) for port in ports]
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait()


def _is_of_libpq(key: str, value: object) -> bool:
    return key in {"dbname", "user", "password", "host", "port"} and bool(value)


def _start(port: int, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    options = ["--workers=1", "--threads=2", f"--bind=127.0.0.1:{port}", "--log-level=warning"]
    command = [sys.executable, "-m", "gunicorn", "tests.node", *options]
    return subprocess.Popen(command, env=environment)  # noqa: S603
