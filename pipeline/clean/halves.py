"""A long table cleaned in two processes: rows do not look at each other any more."""

from __future__ import annotations

import os
from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar

from pipeline.diagnostics import Diagnostic, Reporter
from pipeline.forked import Forked, can_fork

A = TypeVar("A")
B = TypeVar("B")

MANY_LETTERS = 100_000
"""Of a long table: a second process costs as much as cleaning some twenty thousand."""


def in_two(
    work: Callable[[Sequence[A], Reporter], list[B]],
    rows: Sequence[A],
    letters: Sequence[int],
    report: Reporter,
) -> list[B]:
    """Return what the work makes of all rows; it reports in their order.

    Args:
        work: Turns rows into as many results.
        rows: What it works on.
        letters: How many each has.
        report: Receives the findings of both halves.
    """
    sizes = list(accumulate(letters))
    if not sizes or sizes[-1] < MANY_LETTERS or (os.cpu_count() or 1) < 2 or not can_fork():
        return work(rows, report)
    middle = bisect(sizes, sizes[-1] // 2)

    def rest() -> tuple[list[B], list[Diagnostic]]:
        found: list[Diagnostic] = []
        return work(rows[middle:], found.append), found

    with Forked(rest) as other:
        first = work(rows[:middle], report)
        try:
            second, found = other.answer()
        except EOFError:  # it was killed: then it is done here
            second, found = rest()
    for each in found:
        report(each)
    return first + second
