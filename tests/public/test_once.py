"""Parts that are made once for a clock: by one thread, however many ask at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.core.cache import cache
from django.template import Context, Template

TEMPLATE = '{% load once %}{% once "part" what %}{{ make }}{% endonce %}'


@pytest.fixture(autouse=True)
def kept(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "once"}}
    cache.clear()


def rendered(make: Callable[[], str], clock: str = "one", what: str = "this") -> str:
    return Template(TEMPLATE).render(Context({"clock": clock, "what": what, "make": make}))


def test_part_is_made_anew_for_another_clock_or_another_value():
    made = iter(range(9))
    asked = [("one", "this"), ("one", "this"), ("two", "this"), ("one", "that"), ("two", "this")]

    assert [rendered(lambda: str(next(made)), *each) for each in asked] == ["0", "0", "1", "2", "1"]


def test_threads_that_ask_at_once_get_what_one_of_them_makes():
    made, begun, may_end = [], Event(), Event()

    def make() -> str:
        made.append(1)
        begun.set()
        may_end.wait(10)
        return f"the part, made {len(made)} times"

    with ThreadPoolExecutor(4) as pool:
        first = pool.submit(rendered, make)
        begun.wait(10)
        others = [pool.submit(rendered, make) for _ in range(3)]
        may_end.set()
        assert {each.result() for each in (first, *others)} == {"the part, made 1 times"}


def test_part_that_failed_is_made_by_the_next():
    def fail() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rendered(fail)
    assert rendered(lambda: "whole") == "whole"


def test_part_may_stand_in_a_part():
    outer = '{% load once %}{% once "outer" %}{% once "inner" %}{{ make }}{% endonce %}{% endonce %}'
    template, made = Template(outer), iter("ab")
    context = {"clock": "one", "make": lambda: next(made)}

    assert [template.render(Context(context)) for _ in range(2)] == ["a", "a"]
