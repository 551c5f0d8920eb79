"""Parts of pages that are made once for each content clock, whoever asks for them first."""

import hashlib
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

from django import template
from django.core.cache import cache
from django.template import Context, NodeList
from django.template.base import FilterExpression

register = template.Library()
LASTING = 86_400  # seconds; the clock's key holds the date
MOST_WAITING = 30  # seconds for a part that another thread makes


class Turn:
    """Of the threads that lack the same part one makes it, and the others wait for it."""

    def __init__(self) -> None:
        self.lock = Lock()


_turns: WeakValueDictionary[str, Turn] = WeakValueDictionary()
_guard = Lock()


def _turn_of(key: str) -> Turn:
    with _guard:
        return _turns.setdefault(key, Turn())


class OnceNode(template.Node):
    def __init__(self, nodelist: NodeList, name: str, vary_on: list[FilterExpression]) -> None:
        self.nodelist, self.name, self.vary_on = nodelist, name, vary_on

    def render(self, context: Context) -> Any:
        if not (clock := context.get("clock")):
            return self.nodelist.render(context)
        values = "|".join(str(expression.resolve(context)) for expression in self.vary_on)
        key = f"{clock}-{self.name}-{hashlib.sha256(values.encode()).hexdigest()[:24]}"
        if (part := cache.get(key)) is not None:
            return part
        turn = _turn_of(key)
        is_mine = turn.lock.acquire(timeout=MOST_WAITING)
        try:
            if (part := cache.get(key)) is None:
                part = self.nodelist.render(context)
                cache.set(key, part, LASTING)
        finally:
            if is_mine:
                turn.lock.release()
        return part


@register.tag
def once(parser: Any, token: Any) -> OnceNode:
    """`{% once "name" value… %}…{% endonce %}`: for each clock and each set of the values. Parts may stand in parts.
    On a page that no clock was read for, each time.

    Without it, everybody who comes at the moment of a publication would make the database count the same.
    """
    nodelist = parser.parse(("endonce",))
    parser.delete_first_token()
    _tag, name, *values = token.split_contents()
    return OnceNode(nodelist, name.strip("\"'"), [parser.compile_filter(value) for value in values])
