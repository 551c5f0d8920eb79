"""What is made once for each content clock, whoever asks for it first: parts of pages, and what lists are made of."""

import hashlib
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any, TypeVar
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


def _key(clock: str, name: str) -> str:
    return f"{clock}-{hashlib.sha256(name.encode()).hexdigest()[:24]}"


def kept(clock: str, name: str) -> Any:
    """What `once` made before; None where it did not."""
    return (cache.get(_key(clock, name)) or (None,))[0]


def once(clock: str, name: str, make: Callable[[], T]) -> T:
    """What `make()` returns, made once for that key of a clock and that name.

    Without it, everybody who comes at the moment of a publication would make the database count the same. `name` may
    hold what readers typed.
    """
    key = _key(clock, name)
    if (made := cache.get(key)) is not None:
        return made[0]
    turn = _turn_of(key)
    is_mine = turn.lock.acquire(timeout=MOST_WAITING)
    try:
        if (made := cache.get(key)) is None:
            made = (make(),)
            cache.set(key, made, LASTING)
    finally:
        if is_mine:
            turn.lock.release()
    return made[0]


def once_each(clock: str, name: str, ids: Sequence[int], make: Callable[[list[int]], dict[int, str]]) -> list[str]:
    """A text for each id, in their order, made once for that key of a clock and that name: `make` is asked for those
    that are missing, all together, and may leave out what is no longer there."""
    keys = {pk: f"{_key(clock, name)}-{pk}" for pk in ids}
    written = cache.get_many(keys.values())
    if missing := [pk for pk, key in keys.items() if key not in written]:
        new = {keys[pk]: text for pk, text in make(missing).items()}
        cache.set_many(new, LASTING)
        written |= new
    return [written[key] for key in keys.values() if key in written]
