"""Work that is done several pieces at a time."""

import threading

import pytest

from comunicados.bulk.threads import done_at_once


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_all_the_work_is_done_once(threads):
    done = done_at_once(range(50), lambda number: number * number, threads)

    assert sorted(done) == [number * number for number in range(50)]


def test_work_is_done_at_once():
    both_are_there = threading.Barrier(2)

    assert len(list(done_at_once(range(2), lambda _: both_are_there.wait(timeout=30), 2))) == 2


def test_work_is_not_taken_far_ahead():
    taken = []
    work = (taken.append(number) or number for number in range(1000))

    next(done_at_once(work, lambda number: number, 2))

    assert len(taken) == 4


def test_an_error_ends_it():
    with pytest.raises(ZeroDivisionError):
        list(done_at_once(range(1000), lambda number: 1 // (number - 500), 2))
