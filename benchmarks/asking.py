"""What one request asks the database: which statements, and how long they take."""

import time
from dataclasses import dataclass, field
from typing import Any

from django.db import connections
from django.test import Client

TIMES = 20  # a statement's plan is kept from the ninth time on


@dataclass
class Asked:
    statements: list[str] = field(default_factory=list)  # with their parameters in them
    seconds: float = 0.0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.seconds += time.perf_counter() - began
            self.statements.append(_written_out(context["connection"], sql, params))


def _written_out(connection: Any, sql: str, params: Any) -> str:
    import psycopg

    return psycopg.ClientCursor(connection.connection).mogrify(sql, params) if params else sql


@dataclass(frozen=True)
class Request:
    status: int
    content: bytes
    statements: list[str]
    milliseconds: float  # of the statements, the quickest of several times
    first: (
        int  # how many statements the first request of a content clock needs, which fills the parts that are shared
    )


def asked(address: str, **headers: str) -> Request:
    """Made anew each time (PAGE_CACHE=0), with the parts of the content clock that are kept."""
    from django.core.cache import caches

    client = Client(headers={"host": "127.0.0.1", **headers})
    client.get(address)  # what the process itself keeps, such as templates
    caches["default"].clear()
    runs = []
    for _ in range(TIMES):
        run = Asked()
        with connections["public"].execute_wrapper(run):
            response = client.get(address)
        runs.append(run)
    quickest = min(runs[1:], key=lambda run: run.seconds)
    first = len(runs[0].statements)
    return Request(response.status_code, response.content, quickest.statements, 1000 * quickest.seconds, first)
