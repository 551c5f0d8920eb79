"""What is made once for each content clock, whoever asks for it first: parts of pages, and what lists are made of."""

import hashlib
from collections.abc import Callable
from threading import Lock
from typing import TypeVar
from weakref import WeakValueDictionary

from django.core.cache import cache

LASTING = 86_400  # seconds; the clock's key holds the date
MOST_WAITING = 30  # seconds for what another thread makes

T = TypeVar("T")
Keep = Callable[[str, Callable[[], T]], T]  # `once` for one clock


class Turn:
    """Of the threads that lack the same thing one makes it, and the others wait for it."""

    def __init__(self) -> None:
        self.lock = Lock()


_turns: WeakValueDictionary[str, Turn] = WeakValueDictionary()
_guard = Lock()


def _turn_of(key: str) -> Turn:
    with _guard:
        return _turns.setdefault(key, Turn())


def once(clock: str, name: str, make: Callable[[], T]) -> T:
    """What `make()` returns, made once for that key of a clock and that name.

    Without it, everybody who comes at the moment of a publication would make the database count the same. `name` may
    hold what readers typed.
    """
    key = f"{clock}-{hashlib.sha256(name.encode()).hexdigest()[:24]}"
    if (kept := cache.get(key)) is not None:
        return kept[0]  # type: ignore[no-any-return]
    turn = _turn_of(key)
    is_mine = turn.lock.acquire(timeout=MOST_WAITING)
    try:
        if (kept := cache.get(key)) is None:
            kept = (make(),)
            cache.set(key, kept, LASTING)
    finally:
        if is_mine:
            turn.lock.release()
    return kept[0]  # type: ignore[no-any-return]
