"""A long table cleaned in two processes: rows do not look at each other any more."""

from __future__ import annotations

import os
from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar

from pipeline.forked import Forked, can_fork

A = TypeVar("A")
B = TypeVar("B")

MANY_LETTERS = 100_000
"""Of a long table: a second process costs as much as cleaning some twenty thousand."""


def in_two(work: Callable[[Sequence[A]], B], rows: Sequence[A], letters: Sequence[int]) -> list[B]:
    """Return what the work makes of all rows, or of their first and their second half.

    Args:
        work: Turns rows into something fit for ``pickle``.
        rows: What it works on.
        letters: How many each has.
    """
    sizes = list(accumulate(letters))
    if not sizes or sizes[-1] < MANY_LETTERS or (os.cpu_count() or 1) < 2 or not can_fork():
        return [work(rows)]
    middle = bisect(sizes, sizes[-1] // 2)
    with Forked(lambda: work(rows[middle:])) as other:
        first = work(rows[:middle])
        try:
            second = other.answer()
        except EOFError:  # it was killed: then it is done here
            second = work(rows[middle:])
    return [first, second]
