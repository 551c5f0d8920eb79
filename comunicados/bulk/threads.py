"""Batches entered at once: while one waits for the database, the rows of another are made."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

from django.db import connection

Work = TypeVar("Work")
Done = TypeVar("Done")


def done_at_once(work: Iterable[Work], do: Callable[[Work], Done], threads: int) -> Iterator[Done]:
    """What `do` returns for each piece of work, as it is done; each thread on a connection of its own.

    No more than two pieces a thread are taken from `work` ahead, however long it is. The first error ends it, after
    what is under way. One thread is the caller's own, and its transaction.
    """
    if threads == 1:
        yield from map(do, work)
        return

    def do_and_leave(piece: Work) -> Done:
        try:
            return do(piece)
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        under_way: set[Future[Done]] = set()
        for piece in work:
            under_way.add(pool.submit(do_and_leave, piece))
            if len(under_way) == 2 * threads:
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        yield from (future.result() for future in under_way)
